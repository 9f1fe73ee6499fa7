// Encoded: presence, the degrees of the nodes that have neighbours, the neighbours as differences inside each run, the
// relationships.
extension AdjacencySegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    BitmapCoding.write(presence, wordCount: SegmentGeometry.wordCount, to: &writer)
    var degrees: [Int64] = []
    var differences: [Int64] = []
    differences.reserveCapacity(count)
    for offset in 0..<SegmentGeometry.rowCount {
      let run = run(of: offset)
      guard !run.isEmpty else { continue }
      degrees.append(Int64(run.count))
      var previous: Int64 = 0
      for place in run {
        differences.append(Int64(neighbours[place]) - previous)
        previous = Int64(neighbours[place])
      }
    }
    IntegerCoding.write(degrees, to: &writer)
    IntegerCoding.write(differences, to: &writer)
    IntegerCoding.write((0..<count).map { Int64(relationships[$0]) }, to: &writer)
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> Self {
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
    let differences = try IntegerCoding.read(total, from: &reader)
    let numbers = try IntegerCoding.read(total, from: &reader)
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
}
