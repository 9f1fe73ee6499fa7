/// Numbers as words whose order as unsigned numbers is theirs.
enum NumberWord {
  @inline(__always)
  static func word(of number: Int64) -> UInt64 { UInt64(bitPattern: number) ^ (1 << 63) }

  @inline(__always)
  static func integer(of word: UInt64) -> Int64 { Int64(bitPattern: word ^ (1 << 63)) }

  /// Negative numbers have all bits turned, others the sign bit; NaN comes after infinity, and -0.0 is 0.0.
  @inline(__always)
  static func word(of number: Double) -> UInt64 {
    if number.isNaN { return nan }
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  @inline(__always)
  static func float(of word: UInt64) -> Double {
    word == nan ? .nan : Double(bitPattern: word >> 63 == 1 ? word & ~(1 << 63) : ~word)
  }

  /// One below the greatest word, which is left to null.
  static let nan = UInt64.max - 1
}
