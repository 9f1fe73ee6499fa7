/// Why bytes could not be decoded: what was expected and where the reading stood.
struct DecodingFailure: Error {
  var expectation: String
  var offset: Int
}

/// Bytes being read. Every read is checked against the end, so that damaged bytes end in a `DecodingFailure` and nothing else.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  /// The bytes stay the caller's and alive while the reader is in use.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var remaining: Int { bytes.count - offset }
  var isAtEnd: Bool { offset == bytes.count }

  func failure(_ expectation: String) -> DecodingFailure { DecodingFailure(expectation: expectation, offset: offset) }

  mutating func byte() throws(DecodingFailure) -> UInt8 {
    guard remaining > 0 else { throw failure("one more byte") }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// Leaves out what is left.
  mutating func skipRest() { offset = bytes.count }

  /// The byte that is read next, nil at the end.
  var next: UInt8? { remaining > 0 ? bytes[offset] : nil }

  mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(DecodingFailure) -> Number {
    let size = MemoryLayout<Number>.size
    guard remaining >= size else { throw failure("\(size) more bytes") }
    defer { offset += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  mutating func varint() throws(DecodingFailure) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte()
      number |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return number }
      shift += 7
    }
    throw failure("an integer of at most ten bytes")
  }

  /// A number of things that follow, each of at least `leastByteCount` bytes: more than fit are damage, not a huge allocation.
  mutating func count(leastByteCount: Int = 1) throws(DecodingFailure) -> Int {
    let number = try varint()
    guard number <= UInt64(remaining / max(leastByteCount, 1)) else { throw failure("a count that the rest can hold") }
    return Int(number)
  }

  /// A number below or equal to `limit`.
  mutating func number(upTo limit: Int) throws(DecodingFailure) -> Int {
    let number = try varint()
    guard number <= UInt64(limit) else { throw failure("a number up to \(limit)") }
    return Int(number)
  }

  mutating func zigzag() throws(DecodingFailure) -> Int64 {
    let number = try varint()
    return Int64(bitPattern: (number >> 1) ^ (0 &- (number & 1)))
  }

  mutating func text() throws(DecodingFailure) -> String {
    String(decoding: try raw(try count()), as: UTF8.self)
  }

  /// The next `count` bytes, alive as long as the reader's.
  mutating func raw(_ count: Int) throws(DecodingFailure) -> UnsafeRawBufferPointer {
    guard count >= 0 && count <= remaining else { throw failure("\(count) more bytes") }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)])
  }
}
