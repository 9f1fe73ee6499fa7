/// Unsigned numbers at a fixed number of bits each, the first in the lowest bits, bytes little-endian.
enum BitPacking {
  /// The bits that the largest of `numbers` needs, 0 for zeros only.
  static func width(of largest: UInt64) -> Int { 64 - largest.leadingZeroBitCount }

  static func byteCount(of count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  /// Appends the numbers `number(0)` to `number(count - 1)`.
  @inline(__always)
  static func pack(_ count: Int, width: Int, into writer: inout ByteWriter, _ number: (Int) -> UInt64) {
    guard width > 0 else { return }
    let byteCount = byteCount(of: count, width: width)
    writer.write(byteCount: byteCount) { bytes in
      var held: UInt64 = 0
      var heldBits = 0
      var written = 0
      for index in 0..<count {
        let number = number(index)
        held |= number &<< UInt64(truncatingIfNeeded: heldBits)
        heldBits &+= width
        guard heldBits >= 64 else { continue }
        bytes.storeBytes(of: held.littleEndian, toByteOffset: written, as: UInt64.self)
        written &+= 8
        heldBits &-= 64
        // What did not fit; a shift by the whole width, where all did, would leave the number as it is.
        held = heldBits == 0 ? 0 : number &>> UInt64(truncatingIfNeeded: width &- heldBits)
      }
      while written < byteCount {
        bytes.storeBytes(of: UInt8(truncatingIfNeeded: held), toByteOffset: written, as: UInt8.self)
        held = held &>> 8
        written &+= 1
      }
    }
  }

  /// Writes `count` numbers to `numbers`, each increased by `base` (wrapping).
  static func unpack(
    from reader: inout ByteReader, width: Int, base: Int64, into numbers: UnsafeMutableBufferPointer<Int64>
  ) throws(DecodingFailure) {
    guard width > 0 else { return numbers.update(repeating: base) }
    let bytes = try reader.raw(byteCount(of: numbers.count, width: width))
    let mask: UInt64 = width == 64 ? ~0 : (1 << UInt64(width)) - 1
    // Reading eight bytes at a time is safe up to the last eight; those are read byte by byte.
    let safeEnd = bytes.count - 16
    var bit = 0
    for index in 0..<numbers.count {
      let byte = bit >> 3
      let shift = UInt64(bit & 7)
      var number: UInt64
      if byte <= safeEnd {
        number = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)) >> shift
        if Int(shift) + width > 64 { number |= UInt64(bytes[byte + 8]) << (64 - shift) }
      } else {
        number = assemble(bytes, from: byte) >> shift
        if Int(shift) + width > 64 { number |= UInt64(byte + 8 < bytes.count ? bytes[byte + 8] : 0) << (64 - shift) }
      }
      numbers[index] = base &+ Int64(bitPattern: number & mask)
      bit += width
    }
  }

  private static func assemble(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<min(8, bytes.count - start) { number |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return number
  }
}
