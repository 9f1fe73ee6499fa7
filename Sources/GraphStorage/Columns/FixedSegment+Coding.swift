extension FixedSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    // In a local, so that the loops need not ask the object for it.
    let base = self.base
    var used = capacity
    while used > 0 && base[used - 1] == Element.zero { used -= 1 }
    writer.write(count: used)
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: used) { numbers in
      // Generic arithmetic is called where it is not specialised, and this runs over every row that is written.
      let elements = UnsafeRawPointer(base)
      switch Element.bitWidth {
      case 16: Self.widen(elements.assumingMemoryBound(to: UInt16.self), numbers)
      case 32: Self.widen(elements.assumingMemoryBound(to: UInt32.self), numbers)
      default: for index in 0..<used { numbers[index] = Int64(truncatingIfNeeded: base[index]) }
      }
      IntegerCoding.write(UnsafeBufferPointer(numbers), to: &writer)
    }
  }

  @inline(__always)
  private static func widen<Narrow: FixedWidthInteger>(
    _ elements: UnsafePointer<Narrow>, _ numbers: UnsafeMutableBufferPointer<Int64>
  ) {
    for index in 0..<numbers.count { numbers[index] = Int64(truncatingIfNeeded: elements[index]) }
  }

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    let count = try reader.number(upTo: min(SegmentGeometry.rowCount, bounds.rowCount))
    let segment = Self(capacity: SegmentGeometry.capacity(toHold: max(count, 1) - 1))
    // Segments are decoded by code that does not know their type, where a loop over elements of an unknown kind is slow.
    let base = UnsafeMutableRawPointer(segment.base)
    switch Element.bitWidth {
    case 16:
      let numbers = UnsafeMutableBufferPointer(start: base.assumingMemoryBound(to: UInt16.self), count: count)
      try IntegerCoding.read(into: numbers, below: bounds.numberCount, from: &reader)
    case 32:
      let numbers = UnsafeMutableBufferPointer(start: base.assumingMemoryBound(to: UInt32.self), count: count)
      try IntegerCoding.read(into: numbers, below: bounds.numberCount, from: &reader)
    default: preconditionFailure("a column of numbers has 16 or 32 bits a row")
    }
    return segment
  }
}
