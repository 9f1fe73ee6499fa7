import Graph

// Encoded: kind, capacity, presence, then the elements of the rows that are present, packed together.
extension ColumnSegment: SegmentCoding {
  func encode(into writer: inout ByteWriter) {
    writer.write(kind.rawValue)
    writer.write(count: capacity)
    BitmapCoding.write(presence, wordCount: capacity / 64, to: &writer)
    let present = presentOffsets()
    switch kind {
    case .integers, .dates:
      gather(present, elements(Int64.self)) {
        $0
      } _: {
        IntegerCoding.write($0, to: &writer)
      }
    case .booleans:
      gather(present, elements(Bool.self)) {
        $0 ? 1 : 0
      } _: {
        IntegerCoding.write($0, to: &writer)
      }
    case .strings:
      gather(present, elements(StringPool.Code.self)) {
        Int64($0)
      } _: {
        IntegerCoding.write($0, to: &writer)
      }
    case .floats:
      gather(present, elements(Double.self)) {
        $0
      } _: {
        FloatCoding.write($0, to: &writer)
      }
    case .values:
      for offset in present { ValueCoding.write(elements(Value.self)[offset], to: &writer) }
    }
  }

  /// Calls `body` with what `convert` makes of the elements at `offsets`.
  @inline(__always)
  private func gather<Element, Converted>(
    _ offsets: [Int], _ elements: UnsafeMutablePointer<Element>, _ convert: (Element) -> Converted,
    _ body: (UnsafeBufferPointer<Converted>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Converted.self, capacity: offsets.count) { converted in
      for place in 0..<offsets.count { converted.initializeElement(at: place, to: convert(elements[offsets[place]])) }
      body(UnsafeBufferPointer(converted))
    }
  }

  private func presentOffsets() -> [Int] {
    let presence = self.presence
    var offsets: [Int] = []
    offsets.reserveCapacity(presentCount)
    for word in 0..<(capacity / 64) {
      var bits = presence[word]
      while bits != 0 {
        offsets.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
    return offsets
  }

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    guard let kind = Kind(rawValue: try reader.byte()) else { throw reader.failure("the kind of a column") }
    let capacity = try reader.number(upTo: SegmentGeometry.rowCount)
    guard capacity >= 64, capacity & (capacity - 1) == 0 else { throw reader.failure("a power of two from 64 on") }
    let segment = Self(kind: kind, capacity: capacity)
    try BitmapCoding.read(into: segment.presence, wordCount: capacity / 64, from: &reader)
    try bounds.check(segment.presence, wordCount: capacity / 64, in: reader)
    let present = segment.presentOffsets()
    segment.presentCount = present.count
    switch kind {
    case .integers:
      let numbers = try IntegerCoding.read(present.count, from: &reader)
      for (index, offset) in present.enumerated() { segment.elements(Int64.self)[offset] = numbers[index] }
    case .dates:
      let days = try IntegerCoding.read(present.count, from: &reader)
      for (index, offset) in present.enumerated() {
        guard ValueCoding.days.contains(days[index]) else { throw reader.failure("days of the calendar") }
        segment.elements(Int64.self)[offset] = days[index]
      }
    case .booleans:
      let numbers = try IntegerCoding.read(present.count, from: &reader)
      for (index, offset) in present.enumerated() { segment.elements(Bool.self)[offset] = numbers[index] != 0 }
    case .strings:
      let numbers = try IntegerCoding.read(present.count, from: &reader)
      let codeCount = UInt64(min(bounds.stringCount, Int(UInt32.max)))
      for (index, offset) in present.enumerated() {
        guard UInt64(bitPattern: numbers[index]) < codeCount else {
          throw reader.failure("codes of strings below \(codeCount)")
        }
        segment.elements(StringPool.Code.self)[offset] = StringPool.Code(truncatingIfNeeded: numbers[index])
      }
    case .floats:
      let numbers = try FloatCoding.read(present.count, from: &reader)
      for (index, offset) in present.enumerated() { segment.elements(Double.self)[offset] = numbers[index] }
    case .values:
      for offset in present { segment.elements(Value.self)[offset] = try ValueCoding.read(from: &reader) }
    }
    return segment
  }
}
