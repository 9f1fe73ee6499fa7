/// A number in decimal notation, such as `-12.5e3`: what `toInteger` and `toFloat` read and `round` cuts.
///
/// The digits are kept as they are written, so that `9223372036854775807.9` loses nothing on its way to an integer.
struct DecimalText {
  private let isNegative: Bool
  /// 0 to 9 each, before and after the point, without leading zeros.
  private let digits: [UInt8]
  /// How many of `digits`, continued by zeros, stand before the point once the exponent has moved it; negative for a fraction
  /// that begins with zeros.
  private let wholeCount: Int

  /// Nil where `text` is no such number; `inf`, hexadecimal digits and blanks are none.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let value = Self.exponent(rest[(mark + 1)...]) else { return nil }
      exponent = value
      rest = rest[..<mark]
    }
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let all = parts.joined()
    guard !all.isEmpty, all.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    let leadingZeroCount = all.prefix { $0 == UInt8(ascii: "0") }.count
    digits = all.dropFirst(leadingZeroCount).map { $0 - UInt8(ascii: "0") }
    wholeCount = parts[0].count - leadingZeroCount + exponent
  }

  /// A sign and digits; nil for anything else. Beyond what any number can need it is cut.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    let magnitude = digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 1_000_000_000) }
    return isNegative ? -magnitude : magnitude
  }

  /// The number without its fraction, nil where it does not fit in 64 bits.
  var integer: Int64? {
    var value: Int64 = 0
    guard wholeCount > 0, !digits.isEmpty else { return 0 }
    guard wholeCount <= 19 else { return nil }
    for place in 0..<wholeCount {
      let digit = place < digits.count ? Int64(digits[place]) : 0
      let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if productOverflow || sumOverflow { return nil }
      value = sum
    }
    return value
  }

  /// The nearest float; an infinity beyond the largest.
  var float: Double {
    let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    let magnitude = Double("0." + (text.isEmpty ? "0" : text) + "e\(wholeCount)") ?? 0
    return isNegative ? -magnitude : magnitude
  }

  /// The number with so many digits after the point.
  func rounded(toPlaces places: Int, _ mode: RoundingMode) -> DecimalText {
    let (keptCount, hasOverflowed) = wholeCount.addingReportingOverflow(places)
    guard !hasOverflowed, keptCount < digits.count else { return self }
    // Zeros stand between the point and the first digit where nothing of the number stays.
    let cut = keptCount < 0 ? 0 : digits[keptCount]
    let isMore = keptCount < 0 ? !digits.isEmpty : digits[(keptCount + 1)...].contains { $0 != 0 }
    var kept = [0] + digits.prefix(max(0, keptCount))
    if mode.increases(last: kept[kept.count - 1], cutting: cut, isMore: isMore, isNegative: isNegative) {
      var place = kept.count - 1
      while kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      kept[place] += 1
    }
    return DecimalText(isNegative: isNegative, digits: kept, wholeCount: max(wholeCount, -places) + 1)
  }

  private init(isNegative: Bool, digits: [UInt8], wholeCount: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.wholeCount = wholeCount
  }
}
