/// The state before of a segment that is written to a row at a time, kept to be written to next.
///
/// A commit must not change what readers of the state before see, so that it needs a segment of its own; but that is the one that
/// was published before last, as soon as nobody reads it any more, once the few rows that have been written since are brought
/// over. Two commits in turn write to two segments, instead of each copying a whole one (after Ramalhete and Correia,
/// "Left-Right", 2015).
///
/// Touched by the writer alone, inside its gate; readers of the segment never look here.
struct SegmentTwin<Content: AnyObject> {
  /// More changed rows than this are no less than a copy.
  private static var largestLag: Int { 256 }

  private var content: Content?
  /// The rows in which the segment and its twin differ.
  private var changed: [UInt16] = []

  init() {}

  /// A twin that is the same as the segment yet.
  init(_ content: Content) { self.content = content }

  /// Notes that a row is about to be changed.
  mutating func note(_ offset: Int) {
    guard content != nil else { return }
    if changed.count == Self.largestLag {
      self = SegmentTwin()
    } else {
      changed.append(UInt16(truncatingIfNeeded: offset))
    }
  }

  /// The twin, if nobody else has it, and the rows that it lacks; forgotten here in any case.
  mutating func take() -> (content: Content, changed: [UInt16])? {
    defer { self = SegmentTwin() }
    guard content != nil, isKnownUniquelyReferenced(&content) else { return nil }
    return (content!, changed)
  }
}

/// A segment that is mostly written to a row at a time.
protocol TwinnedContent: SegmentContent {
  var twin: SegmentTwin<Self> { get set }

  /// Takes over these rows from another segment of the same shape; false, and nothing is changed, where the shapes differ.
  func takeOver(_ offsets: [UInt16], from other: Self) -> Bool
}

extension TwinnedContent {
  func forgetTwin() { twin = SegmentTwin() }

  /// The same content for changing, while this one stays as it is.
  func successor() -> Self {
    if let (content, changed) = twin.take(), content.takeOver(changed, from: self) {
      content.twin = SegmentTwin(self)
      return content
    }
    let made = copy()
    made.twin = SegmentTwin(self)
    return made
  }
}

extension SegmentList where Content: TwinnedContent {
  /// The segment for changing one row: this list's own, as `mutable` gives it.
  mutating func mutable(_ index: Int, changing offset: Int, create: @autoclosure () -> Content) -> Content {
    takeOwn(index, create: create()) { $0.successor() }
    let content = changed[index]!
    content.twin.note(offset)
    return content
  }
}
