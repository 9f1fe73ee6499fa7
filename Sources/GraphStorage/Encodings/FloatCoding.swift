#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A sequence of floats: as integers where all of them are decimal numbers of a few digits (prices, certainties, degrees),
/// which are then an integer divided by a power of ten, otherwise as they lie in memory. Exact to the bit either way.
enum FloatCoding {
  private static let rawForm: UInt8 = 0xFF
  private static let powers: [Double] = [1, 10, 100, 1000, 10_000]

  static func write(_ numbers: UnsafeBufferPointer<Double>, to writer: inout ByteWriter) {
    guard !numbers.isEmpty else { return }
    for (exponent, power) in powers.enumerated() {
      guard let scaled = scale(numbers, by: power) else { continue }
      writer.write(UInt8(exponent))
      return IntegerCoding.write(scaled, to: &writer)
    }
    writer.write(rawForm)
    for number in numbers { writer.write(fixed: number.bitPattern) }
  }

  private static func scale(_ numbers: UnsafeBufferPointer<Double>, by power: Double) -> [Int64]? {
    var scaled: [Int64] = []
    scaled.reserveCapacity(numbers.count)
    for number in numbers {
      let integer = (number * power).rounded()
      // Through the integer and back, so that a negative zero is seen to get lost.
      guard abs(integer) < 0x1p52, (Double(Int64(integer)) / power).bitPattern == number.bitPattern else { return nil }
      scaled.append(Int64(integer))
    }
    return scaled
  }

  static func read(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Double] {
    guard count > 0 else { return [] }
    let form = try reader.byte()
    guard form != rawForm else {
      let bytes = try reader.raw(count * 8)
      return (0..<count).map { index in
        Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
      }
    }
    guard Int(form) < powers.count else { throw reader.failure("the form of a sequence of floats") }
    let power = powers[Int(form)]
    return try IntegerCoding.read(count, from: &reader).map { Double($0) / power }
  }
}
