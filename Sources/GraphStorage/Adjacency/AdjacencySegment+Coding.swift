/// How the neighbours and relationships of a segment stand in its blob.
///
/// Files up to format version 2 have the relationships one after the other, those up to version 4 may have them ranked. In both,
/// neighbours are differences that a run's first neighbour is among.
private struct AdjacencyForm {
  enum Neighbours: UInt8 {
    /// One difference for each.
    case differences
    /// By run, ascending.
    case ascending
    /// Not at all: they are the other ends of the relationships, which stand in a column of their own.
    case gathered
  }

  enum Relationships: UInt8 {
    /// One after the other.
    case plain
    /// By run, ascending.
    case ascending
    /// By run, ascending, with the rank of each in its run.
    case ranked
  }

  var neighbours = Neighbours.differences
  var relationships = Relationships.plain
}

// Encoded: a form, presence, the degrees of the nodes that have neighbours, neighbours and relationships as the form says.
//
// The other ends of relationships are kept once more by relationship. Where a segment's relationships lie so close together that
// reading all the ends around them costs little more than reading those of the segment, its neighbours are not written at all.
extension AdjacencySegment: SegmentCoding {
  /// As many segments of ends as this for each segment's worth of relationships are thought to be worth reading.
  private static let largestSpread = 4

  func encode(into writer: inout ByteWriter) {
    var degrees: [Int64] = []
    degrees.reserveCapacity(runCount)
    forEachRun { degrees.append(Int64($0.count)) }
    let form = self.form
    form.write(to: &writer)
    BitmapCoding.write(presence, wordCount: SegmentGeometry.wordCount, to: &writer)
    IntegerCoding.write(degrees, to: &writer)
    if form.neighbours == .ascending { RunCoding.write(ascending: neighbours, degrees: degrees, to: &writer) }
    switch form.relationships {
    case .ascending: RunCoding.write(ascending: relationships, degrees: degrees, to: &writer)
    case .ranked: RunCoding.write(ranked: relationships, degrees: degrees, to: &writer)
    case .plain:
      withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
        for place in 0..<count { numbers.initializeElement(at: place, to: Int64(relationships[place])) }
        IntegerCoding.write(UnsafeBufferPointer(numbers), repetitions: false, to: &writer)
      }
    }
  }

  private var form: AdjacencyForm {
    var form = AdjacencyForm(neighbours: isClose ? .gathered : .ascending, relationships: .ascending)
    var nearCount = 0
    forEachRun { run in
      for place in run.dropFirst() {
        let (previous, next) = (relationships[place &- 1], relationships[place])
        if previous > next { form.relationships = .plain }
        nearCount &+= max(previous, next) &- min(previous, next) <= run.count ? 1 : 0
      }
    }
    // Ranks pay for numbers that are consecutive once they are sorted.
    if form.relationships == .plain, nearCount * 2 > count - runCount { form.relationships = .ranked }
    return form
  }

  /// Whether the relationships lie in few segments. O(relationships), mostly less where they do not.
  private var isClose: Bool {
    let largestCount = Self.largestSpread * (1 + count / SegmentGeometry.rowCount)
    let segmentCount = SegmentGeometry.segment(of: .max) + 1
    let relationships = self.relationships
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: segmentCount / 64) { touched in
      touched.initialize(repeating: 0)
      var touchedCount = 0
      for place in 0..<count {
        let segment = SegmentGeometry.segment(of: relationships[place])
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: segment & 63)
        guard touched[segment &>> 6] & bit == 0 else { continue }
        if touchedCount == largestCount { return false }
        touched[segment &>> 6] |= bit
        touchedCount &+= 1
      }
      return true
    }
  }

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    try decode(.whole, from: &reader, within: bounds)
  }

  /// Reads a part of a segment, of which no more may be asked for.
  static func decode(
    _ part: AdjacencyPart, from reader: inout ByteReader, within bounds: SegmentBounds = .unbounded
  ) throws(DecodingFailure) -> Self {
    let form = try AdjacencyForm(read: &reader)
    let presence = UnsafeMutablePointer<UInt64>.allocate(capacity: SegmentGeometry.wordCount)
    presence.initialize(repeating: 0, count: SegmentGeometry.wordCount)
    let degrees: [Int64]
    do throws(DecodingFailure) {
      try BitmapCoding.read(into: presence, wordCount: SegmentGeometry.wordCount, from: &reader)
      try bounds.check(presence, wordCount: SegmentGeometry.wordCount, in: reader)
      let runCount = (0..<SegmentGeometry.wordCount).reduce(0) { $0 + presence[$1].nonzeroBitCount }
      degrees = try IntegerCoding.read(runCount, from: &reader)
      try check(degrees, in: reader)
    } catch {
      presence.deallocate()
      throw error
    }
    let segment = Self(
      presence: presence, runDegrees: degrees.map { UInt32($0) }, hasNeighbours: part != .degrees,
      hasRelationships: part.needsRelationships(form))
    if part != .degrees { try segment.fillNeighbours(form, degrees: degrees, from: &reader) }
    if part.needsRelationships(form) { try segment.fillRelationships(form, degrees: degrees, from: &reader) }
    try segment.check(part, form, within: bounds, in: reader)
    if part != .whole { reader.skipRest() }
    return segment
  }

  private func check(
    _ part: AdjacencyPart, _ form: AdjacencyForm, within bounds: SegmentBounds, in reader: ByteReader
  ) throws(DecodingFailure) {
    let hasRelationships = part.needsRelationships(form)
    if hasRelationships { try check(relationships, below: bounds.relationshipCount, "relationships", in: reader) }
    guard part != .degrees, !awaitsNeighbours else { return }
    try check(neighbours, below: bounds.numberCount, "neighbours", in: reader)
    guard isSorted(byRelationship: hasRelationships) else { throw reader.failure(Self.order) }
  }

  /// What an error says is expected of the runs.
  static let order = "ascending neighbours, each by a relationship of its own"

  private func fillNeighbours(_ form: AdjacencyForm, degrees: [Int64], from reader: inout ByteReader) throws(DecodingFailure) {
    switch form.neighbours {
    case .differences: fillNeighbours(degrees, differences: try IntegerCoding.read(count, from: &reader))
    case .ascending: try RunCoding.read(ascending: neighbours, degrees: degrees, from: &reader)
    case .gathered: awaitsNeighbours = true
    }
  }

  private func fillRelationships(
    _ form: AdjacencyForm, degrees: [Int64], from reader: inout ByteReader
  ) throws(DecodingFailure) {
    switch form.relationships {
    case .plain: try IntegerCoding.read(into: UnsafeMutableBufferPointer(start: relationships, count: count), from: &reader)
    case .ascending: try RunCoding.read(ascending: relationships, degrees: degrees, from: &reader)
    case .ranked: try RunCoding.read(ranked: relationships, degrees: degrees, from: &reader)
    }
  }

  private func fillNeighbours(_ degrees: [Int64], differences: [Int64]) {
    var place = 0
    for degree in degrees {
      var neighbour: Int64 = 0
      for _ in 0..<degree {
        neighbour &+= differences[place]
        neighbours[place] = UInt32(truncatingIfNeeded: neighbour)
        place += 1
      }
    }
  }

  /// More relationships than the rest can hold are damage, not a huge allocation: a node's relationships are different numbers,
  /// and two bytes say at most a block of such.
  private static func check(_ degrees: [Int64], in reader: ByteReader) throws(DecodingFailure) {
    var total: Int64 = 0
    for degree in degrees {
      guard degree > 0, degree <= Int64(UInt32.max) - total else { throw reader.failure("degrees from 1 on") }
      total += degree
    }
    let byteCount = IntegerCoding.leastByteCount(ofDifferent: Int(total) - SegmentGeometry.rowCount)
    guard byteCount <= reader.remaining else { throw reader.failure("degrees that the rest can hold") }
  }
}

extension AdjacencyPart {
  fileprivate func needsRelationships(_ form: AdjacencyForm) -> Bool {
    self == .whole || (self == .neighbours && form.neighbours == .gathered)
  }
}

extension AdjacencyForm {
  /// Higher than the first byte of a presence, which the oldest files begin with.
  private static let mark: UInt8 = 0x80
  /// What the files before version 5 say for ranks.
  private static let oldRankMark: UInt8 = 0x80

  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(Self.mark | neighbours.rawValue << 2 | relationships.rawValue)
  }

  fileprivate init(read reader: inout ByteReader) throws(DecodingFailure) {
    guard let mark = reader.next, mark >= Self.mark else { return }
    _ = try reader.byte()
    guard mark != Self.oldRankMark else {
      relationships = .ranked
      return
    }
    guard let neighbours = Neighbours(rawValue: (mark & ~Self.mark) >> 2), let relationships = Relationships(rawValue: mark & 3)
    else { throw reader.failure("the form of adjacency") }
    self.neighbours = neighbours
    self.relationships = relationships
  }
}
