/// Floats as openCypher writes them: the shortest digits that read back as the same number, always with a point – `1.0`,
/// `0.001`, `1.0E-5`, `1.5E300` –, with an exponent below 10⁻³ and from 10⁷ on; `NaN`, `Infinity`, `-Infinity`.
enum FloatText {
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let magnitude = value.magnitude
    let sign = value.sign == .minus ? "-" : ""
    if magnitude == 0 { return sign + "0.0" }
    // Swift writes no exponent here either, and as few digits.
    if magnitude >= 1e-3 && magnitude < 1e7 { return value.description }
    let (digits, exponent) = decimal(magnitude)
    let fraction = digits.dropFirst()
    return sign + text(digits.prefix(1)) + "." + (fraction.isEmpty ? "0" : text(fraction)) + "E" + String(exponent)
  }

  /// The shortest digits d₀d₁d₂… and the exponent e with value = d₀.d₁d₂… × 10ᵉ.
  static func decimal(_ magnitude: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointPosition: Int?
    var bytes = Array(magnitude.description.utf8)[...]
    if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(text(bytes[(mark + 1)...])) ?? 0
      bytes = bytes[..<mark]
    }
    for byte in bytes {
      if byte == UInt8(ascii: ".") { pointPosition = digits.count } else { digits.append(byte) }
    }
    exponent += (pointPosition ?? digits.count) - 1
    let zero = UInt8(ascii: "0")
    let leadingZeros = digits.prefix { $0 == zero }.count
    digits.removeFirst(leadingZeros)
    exponent -= leadingZeros
    while digits.count > 1, digits.last == zero { digits.removeLast() }
    return (digits, exponent)
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
