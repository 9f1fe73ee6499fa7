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
    var index = 0
    if width <= 57, bytes.count >= 8 {
      // A number and the bits before it in its first byte lie within eight bytes, which can be read up to the last eight.
      let wholeCount = min(numbers.count, ((bytes.count - 8) * 8 + 7) / width + 1)
      let start = bytes.baseAddress!
      var bit = 0
      while index < wholeCount {
        let word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
        numbers[index] = base &+ Int64(bitPattern: word &>> UInt64(truncatingIfNeeded: bit & 7) & mask)
        bit &+= width
        index &+= 1
      }
    }
    while index < numbers.count {
      let byte = (index * width) >> 3
      let shift = UInt64((index * width) & 7)
      var number = assemble(bytes, from: byte) >> shift
      if Int(shift) + width > 64 { number |= UInt64(byte + 8 < bytes.count ? bytes[byte + 8] : 0) << (64 - shift) }
      numbers[index] = base &+ Int64(bitPattern: number & mask)
      index += 1
    }
  }

  private static func assemble(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<min(8, bytes.count - start) { number |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return number
  }
}
