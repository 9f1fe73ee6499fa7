/// Bytes in the making. Integers are little-endian or, where small ones are usual, LEB128.
struct ByteWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write<Number: FixedWidthInteger>(fixed number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  mutating func write(varint number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(count number: Int) { write(varint: UInt64(number)) }

  /// Small magnitudes of either sign become short varints.
  mutating func write(zigzag number: Int64) {
    write(varint: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func write(text: String) {
    var text = text
    text.withUTF8 {
      write(count: $0.count)
      bytes.append(contentsOf: $0)
    }
  }

  mutating func write(raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

  /// Appends `byteCount` bytes, which `fill` writes.
  mutating func write(byteCount: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: byteCount))
    bytes.withUnsafeMutableBytes { fill($0.baseAddress! + start) }
  }

  /// Drops everything after the first `count` bytes.
  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }
}
