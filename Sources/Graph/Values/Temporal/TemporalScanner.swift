/// A position in a temporal text, and the pieces that all its forms are made of.
struct TemporalScanner {
  let bytes: [UInt8]
  var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// The number of digits from here on.
  var digitCount: Int { bytes[position...].prefix { $0 &- UInt8(ascii: "0") < 10 }.count }

  /// Exactly `count` digits, nil where there are fewer.
  mutating func number(digits count: Int) -> Int64? {
    guard count > 0, digitCount >= count else { return nil }
    var value: Int64 = 0
    for byte in bytes[position..<position + count] {
      let (product, hasOverflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, hasCarried) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      if hasOverflowed || hasCarried { return nil }
      value = sum
    }
    position += count
    return value
  }

  /// `.142` or `,142` as a fraction of one; 0 where there is none, nil where the point has no digits.
  mutating func fraction(isNegative: Bool) -> DecimalFraction? {
    guard skip(".") || skip(",") else { return DecimalFraction() }
    let count = digitCount
    guard count > 0 else { return nil }
    defer { position += count }
    return DecimalFraction(digits: bytes[position..<position + count], isNegative: isNegative)
  }

  /// Up to nine digits after a point as nanoseconds; 0 where there is no point.
  mutating func nanoseconds() -> Int64? {
    guard skip(".") || skip(",") else { return 0 }
    let count = digitCount
    guard (1...9).contains(count), var value = number(digits: count) else { return nil }
    for _ in count..<9 { value *= 10 }
    return value
  }
}
