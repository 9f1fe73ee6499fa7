/// What stands behind the decimal point of an amount, exactly as it is written: 0.1 is a tenth here, which no double is.
///
/// Amounts of a duration are carried from months to nanoseconds, where the difference would show. A sum of several fractions
/// may be larger than one.
struct DecimalFraction {
  /// One, in the units of `parts`.
  static let one: Int128 = 1_000_000_000_000_000_000

  /// In units of 10⁻¹⁸.
  var parts: Int128 = 0

  /// The ones of a sum, and what is left.
  var whole: Int64 { Int64(parts / Self.one) }
  var rest: Int128 { parts % Self.one }

  init() {}

  /// The digits behind a point, those beyond the 18th cut off.
  init(digits: some Sequence<UInt8>, isNegative: Bool) {
    var unit = Self.one
    for digit in digits {
      unit /= 10
      parts += Int128(digit - UInt8(ascii: "0")) * unit
    }
    if isNegative { parts.negate() }
  }

  /// The integer and the fraction of the decimal number that `value` is written as; nil for what does not fit in 64 bits.
  static func splitting(_ value: Double) -> (whole: Int64, fraction: DecimalFraction)? {
    guard let whole = Int64(exactly: value.rounded(.towardZero)) else { return nil }
    if value == Double(whole) { return (whole, DecimalFraction()) }
    let (digits, exponent) = FloatText.decimal(value.magnitude)
    let zeros = repeatElement(UInt8(ascii: "0"), count: max(0, -exponent - 1))
    let fraction = DecimalFraction(digits: zeros + digits.dropFirst(max(0, exponent + 1)), isNegative: value < 0)
    return (whole, fraction)
  }

  static func += (sum: inout DecimalFraction, other: DecimalFraction) { sum.parts += other.parts }

  static func * (fraction: DecimalFraction, factor: Int64) -> DecimalFraction {
    var product = fraction
    product.parts *= Int128(factor)
    return product
  }
}
