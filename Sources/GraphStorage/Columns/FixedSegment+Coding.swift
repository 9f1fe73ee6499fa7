extension FixedSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    // In a local, so that the loops need not ask the object for it.
    let base = self.base
    var used = capacity
    while used > 0 && base[used - 1] == 0 { used -= 1 }
    writer.write(count: used)
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: used) { numbers in
      for index in 0..<used { numbers.initializeElement(at: index, to: Int64(truncatingIfNeeded: base[index])) }
      IntegerCoding.write(UnsafeBufferPointer(numbers), to: &writer)
    }
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
