// Encoded: the number of leaves, their lengths, then the three parts of all entries.
extension IndexPage: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    writer.write(count: leaves.count)
    for leaf in leaves { writer.write(count: leaf.entries.count) }
    let entries = leaves.flatMap(\.entries)
    IntegerCoding.write(entries.map { Int64(bitPattern: $0.order) }, to: &writer)
    IntegerCoding.write(entries.map { Int64($0.detail) }, to: &writer)
    IntegerCoding.write(entries.map { Int64($0.element) }, to: &writer)
  }

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    var lengths: [Int] = []
    for _ in 0..<(try reader.number(upTo: largestLeafCount)) {
      let length = try reader.number(upTo: IndexLeaf.largestCount)
      guard length > 0 else { throw reader.failure("a leaf of at least one entry") }
      lengths.append(length)
    }
    guard !lengths.isEmpty else { throw reader.failure("a page of at least one leaf") }
    let total = lengths.reduce(0, +)
    let orders = try IntegerCoding.read(total, from: &reader)
    let details = try IntegerCoding.read(total, from: &reader)
    let elements = try IntegerCoding.read(total, from: &reader)
    try check(details, below: bounds.stringCount, "codes of strings", in: reader)
    try check(elements, below: bounds.numberCount, "elements", in: reader)
    var start = 0
    var leaves: [IndexLeaf] = []
    for length in lengths {
      let range = start..<(start + length)
      leaves.append(
        IndexLeaf(
          range.map { place in
            IndexEntry(
              order: UInt64(bitPattern: orders[place]), detail: UInt32(truncatingIfNeeded: details[place]),
              element: UInt32(truncatingIfNeeded: elements[place]))
          }))
      start += length
    }
    return Self(leaves: leaves)
  }

  private static func check(
    _ numbers: [Int64], below end: Int, _ what: String, in reader: ByteReader
  ) throws(DecodingFailure) {
    // Below zero once a number is, or is beyond the last.
    let excess = numbers.reduce(0) { $0 | $1 | (Int64(end) - 1 &- $1) }
    guard excess >= 0 else { throw reader.failure("\(what) below \(end)") }
  }
}
