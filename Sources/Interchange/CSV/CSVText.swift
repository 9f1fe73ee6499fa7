import Graph

/// The values of cells, read from their bytes.
enum CSVText {
  /// Digits with or without a minus sign, that fit 64 bits.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = bytes.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    if index < bytes.count, bytes.count <= 18 {
      // Too short to overflow.
      var number: Int64 = 0
      while index < bytes.count {
        let digit = bytes[index] &- 48
        guard digit < 10 else { return nil }
        number = number &* 10 &+ Int64(digit)
        index &+= 1
      }
      return isNegative ? 0 &- number : number
    }
    guard index < bytes.count, bytes.count <= 20 else { return nil }
    var number: Int64 = 0
    while index < bytes.count {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      // Counting down reaches the most negative integer, counting up does not.
      let (difference, carry) = product.subtractingReportingOverflow(Int64(digit))
      if overflow || carry { return nil }
      number = difference
      index += 1
    }
    if isNegative { return number }
    return number == .min ? nil : -number
  }

  /// An integer written as it would be printed, so that text and number stand for each other: no `007`, no `-0`.
  static func canonicalInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let number = integer(bytes) else { return nil }
    let firstDigit = number < 0 ? 1 : 0
    if bytes[firstDigit] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "-") && number == 0 {
      return bytes.count == 1 ? number : nil
    }
    return number
  }

  /// A decimal number with or without an exponent, `NaN`, `Infinity` or `-Infinity`.
  static func float(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = shortDecimal(bytes) { return number }
    let text = String(decoding: bytes, as: UTF8.self)
    if let number = FloatNames.value(text) { return number }
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first &- 48 < 10,
      !bytes.contains(UInt8(ascii: "x")), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  private static let powersOfTen: [Double] = (0...15).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }

  /// A number of at most 15 digits without exponent: digits and power of ten are both exact, so their quotient is rounded
  /// once, which is right.
  private static func shortDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let first = bytes.first, bytes.count <= 16 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var digits: Int64 = 0
    var digitCount = 0
    var fractionCount = -1
    for index in (isNegative ? 1 : 0)..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), fractionCount < 0 {
        fractionCount = 0
        continue
      }
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      digits = digits &* 10 &+ Int64(digit)
      digitCount += 1
      if fractionCount >= 0 { fractionCount += 1 }
    }
    guard digitCount > 0, digitCount <= 15 else { return nil }
    let magnitude = Double(digits) / powersOfTen[max(fractionCount, 0)]
    return isNegative ? -magnitude : magnitude
  }

  /// A date, the common form without detours.
  static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    {
      return try? CalendarDate(year: year, month: month, day: day)
    }
    guard case .date(let date)? = TemporalType.date.value(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return date
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    var number: Int64 = 0
    for byte in digits {
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    return number
  }

  /// True for UTF-8; pure ASCII, the common case, is told eight bytes at a time.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < raw.count, raw[index] < 0x80 { index += 1 }
    return index == raw.count || String(validating: bytes[index...], as: UTF8.self) != nil
  }

  /// The value of a cell that is neither common nor fast.
  static func value(_ text: String, type: CSVColumnType) -> Value? {
    if type.isList {
      if text.isEmpty { return .list([]) }
      let scalar = CSVColumnType(type.scalar)
      let elements = text.split(separator: ";", omittingEmptySubsequences: false)
      let values = elements.compactMap { value(String($0), type: scalar) }
      return values.count == elements.count ? .list(values) : nil
    }
    var text = text
    switch type.scalar {
    case .integer: return text.withUTF8(integer).map(Value.integer)
    case .float: return text.withUTF8(float).map(Value.float)
    case .string: return text.withUTF8(isValid) ? .string(text) : nil
    case .boolean:
      switch text.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return nil
      }
    case .temporal(let temporal): return temporal.value(text)
    case .json:
      guard let json = try? JSONParser.parse(text) else { return nil }
      return TypedJSON.untagged(json)
    }
  }
}
