// Encoded: presence, the degrees of the nodes that have neighbours, the neighbours as differences inside each run, the
// relationships: one after the other, or run by run (`RunCoding`), whichever is shorter. Files up to format version 2 have the
// first form only and nothing to say so; a mark in front, which no presence begins with, says the second.
extension AdjacencySegment: SegmentCoding {
  private static let runMark: UInt8 = 0x80

  func encode(into writer: inout ByteWriter) {
    var degrees: [Int64] = []
    var differences = [Int64](repeating: 0, count: count)
    differences.withUnsafeMutableBufferPointer { differences in
      for offset in 0..<SegmentGeometry.rowCount {
        let run = run(of: offset)
        guard !run.isEmpty else { continue }
        degrees.append(Int64(run.count))
        var previous: Int64 = 0
        for place in run {
          differences[place] = Int64(neighbours[place]) &- previous
          previous = Int64(neighbours[place])
        }
      }
    }
    var plain = ByteWriter()
    IntegerCoding.write((0..<count).map { Int64(relationships[$0]) }, to: &plain)
    var runs = ByteWriter()
    RunCoding.write(UnsafeBufferPointer(start: relationships, count: count), degrees: degrees, to: &runs)
    let isShorter = runs.count < plain.count
    if isShorter { writer.write(Self.runMark) }
    BitmapCoding.write(presence, wordCount: SegmentGeometry.wordCount, to: &writer)
    IntegerCoding.write(degrees, to: &writer)
    IntegerCoding.write(differences, to: &writer)
    (isShorter ? runs : plain).bytes.withUnsafeBytes { writer.write(raw: $0) }
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> Self {
    let hasRuns = reader.skip(runMark)
    let presence = BitmapSegment()
    try BitmapCoding.read(into: presence.words, wordCount: SegmentGeometry.wordCount, from: &reader)
    presence.recount()
    let runs = try IntegerCoding.read(presence.count, from: &reader)
    var degrees = [UInt32](repeating: 0, count: SegmentGeometry.rowCount)
    var next = 0
    var total = 0
    for offset in 0..<SegmentGeometry.rowCount where presence.contains(offset) {
      guard let degree = UInt32(exactly: runs[next]), degree > 0, total + Int(degree) <= Int(UInt32.max) else {
        throw reader.failure("degrees from 1 on")
      }
      degrees[offset] = degree
      total += Int(degree)
      next += 1
    }
    try checkPossible(total, in: reader)
    let differences = try IntegerCoding.read(total, from: &reader)
    let numbers =
      hasRuns ? try RunCoding.read(degrees: runs, from: &reader) : try IntegerCoding.read(total, from: &reader)
    return degrees.withUnsafeBufferPointer { degrees in
      Self(degrees: degrees) { neighbours, relationships in
        var place = 0
        for degree in degrees where degree > 0 {
          var neighbour: Int64 = 0
          for _ in 0..<degree {
            neighbour &+= differences[place]
            neighbours[place] = UInt32(truncatingIfNeeded: neighbour)
            relationships[place] = UInt32(truncatingIfNeeded: numbers[place])
            place += 1
          }
        }
      }
    }
  }

  /// More relationships than the rest can hold are damage, not a huge allocation: a node's relationships are different numbers,
  /// and two bytes say at most a block of such.
  private static func checkPossible(_ count: Int, in reader: ByteReader) throws(DecodingFailure) {
    let byteCount = IntegerCoding.leastByteCount(ofDifferent: count - SegmentGeometry.rowCount)
    guard byteCount <= reader.remaining else { throw reader.failure("degrees that the rest can hold") }
  }
}
