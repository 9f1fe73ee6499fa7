extension FixedSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    var used = capacity
    while used > 0 && base[used - 1] == 0 { used -= 1 }
    writer.write(count: used)
    IntegerCoding.write((0..<used).map { Int64(base[$0]) }, to: &writer)
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> Self {
    let count = try reader.number(upTo: SegmentGeometry.rowCount)
    let numbers = try IntegerCoding.read(count, from: &reader)
    let segment = Self(capacity: SegmentGeometry.capacity(toHold: max(count, 1) - 1))
    for index in 0..<count {
      guard let number = Element(exactly: numbers[index]) else {
        throw reader.failure("numbers of \(Element.bitWidth) bits")
      }
      segment.base[index] = number
    }
    return segment
  }
}
