/// What a segment holds: a block of rows that can be copied before it is changed, and written to and read from a file.
///
/// A content object is changed only while exactly one segment list refers to it; once shared it is immutable. That is why
/// conforming classes may claim to be Sendable.
protocol SegmentContent: AnyObject, Sendable, SegmentCoding {
  func copy() -> Self
  /// The content is about to be changed in ways that its twin is not told of; for those that have one.
  func forgetTwin()
}

extension SegmentContent {
  func forgetTwin() {}
}

/// What can be written as a blob.
protocol SegmentEncoding: Sendable {
  func encode(into writer: inout ByteWriter)
}

/// What can be read from a blob.
protocol SegmentDecoding: Sendable {
  /// Throws where the bytes are not what `encode` writes, or say more than `bounds` allow; never traps, whatever the bytes.
  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self
}

extension SegmentDecoding {
  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> Self {
    try decode(from: &reader, within: .unbounded)
  }
}

/// How a segment's content stands in the file.
protocol SegmentCoding: SegmentEncoding, SegmentDecoding {}

/// The segments of one column as a persistent value: copying the list shares every segment, changing a segment copies it
/// first unless this list alone has it.
///
/// A segment is absent, in the file (`stored`, loaded when first touched) or changed since the last checkpoint (`changed`).
struct SegmentList<Content: SegmentContent>: Sendable {
  private(set) var changed: [Content?] = []
  private(set) var stored: [StoredSegment<Content>?] = []

  init() {}

  init(stored: [StoredSegment<Content>?]) {
    self.stored = stored
    changed = [Content?](repeating: nil, count: stored.count)
  }

  /// The number of segments, absent ones included.
  var count: Int { changed.count }

  /// The segment, nil where it is absent or damaged.
  @inline(__always) func segment(_ index: Int) -> Content? {
    guard index < changed.count else { return nil }
    if let content = changed[index] { return content }
    guard index < stored.count, let segment = stored[index] else { return nil }
    return segment.content
  }

  /// Which content a segment has, without reading it from the file.
  func identity(_ index: Int) -> SegmentIdentity<Content> {
    SegmentIdentity(
      content: index < changed.count ? changed[index] : nil, stored: index < stored.count ? stored[index] : nil)
  }

  /// For each segment the blob that holds it, 0 for an absent one. Every present segment stands in the file.
  var blobs: [BlobIdentifier] {
    changed.indices.map { index in
      assert(changed[index] == nil, "a checkpoint writes every changed segment before it names them")
      return index < stored.count ? stored[index]?.blob ?? 0 : 0
    }
  }

  func isPresent(_ index: Int) -> Bool {
    guard index < changed.count else { return false }
    return changed[index] != nil || (index < stored.count && stored[index] != nil)
  }

  /// False for a segment that would have to be read from the file.
  func isInMemory(_ index: Int) -> Bool {
    guard index < changed.count, changed[index] == nil, index < stored.count, let segment = stored[index] else { return true }
    return segment.contentInMemory != nil
  }

  /// The segment for changing: this list's own, made by `create` where it was absent. Valid until the list is copied.
  mutating func mutable(_ index: Int, create: @autoclosure () -> Content) -> Content {
    takeOwn(index, create: create()) { $0.copy() }
    changed[index]!.forgetTwin()
    return changed[index]!
  }

  /// Sees to it that the list has a segment of its own, by `duplicate` where others refer to the present one.
  mutating func takeOwn(_ index: Int, create: @autoclosure () -> Content, _ duplicate: (Content) -> Content) {
    while changed.count <= index { changed.append(nil) }
    if changed[index] != nil {
      if !isKnownUniquelyReferenced(&changed[index]) { changed[index] = duplicate(changed[index]!) }
    } else if index < stored.count, let segment = stored[index] {
      changed[index] = segment.content?.copy() ?? create()
      stored[index] = nil
    } else {
      changed[index] = create()
    }
  }

  /// Puts a segment in place of the present one; nil makes it absent.
  mutating func replace(_ index: Int, with content: Content?) {
    while changed.count <= index { changed.append(nil) }
    changed[index] = content
    if index < stored.count { stored[index] = nil }
  }

  /// Moves the segments from `index` on up by one and puts a new one in the gap.
  mutating func insert(_ content: Content, at index: Int) {
    changed.insert(content, at: index)
    if index < stored.count { stored.insert(nil, at: index) }
  }

  /// Takes a segment out and closes the gap.
  mutating func remove(at index: Int) {
    changed.remove(at: index)
    if index < stored.count { stored.remove(at: index) }
  }

  /// Replaces a changed segment by the same content as it now stands in the file.
  mutating func settle(_ index: Int, as segment: StoredSegment<Content>) {
    while stored.count <= index { stored.append(nil) }
    stored[index] = segment
    changed[index] = nil
  }
}

/// Tells the content of a segment from another that may have taken its place.
struct SegmentIdentity<Content: SegmentContent>: Equatable, Sendable {
  fileprivate let content: Content?
  fileprivate let stored: StoredSegment<Content>?

  /// Content stays the same when a checkpoint has written it.
  static func == (a: Self, b: Self) -> Bool {
    if a.content == nil && b.content == nil && a.stored === b.stored { return true }
    guard let content = a.known else { return false }
    return content === b.known
  }

  private var known: Content? { content ?? stored?.contentInMemory }
}
