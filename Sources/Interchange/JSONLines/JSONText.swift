import Graph

/// Values as JSON, straight into bytes: as `JSONWriter` writes them, for columns of one type.
enum JSONText {
  /// Up to here the numbers of a reader who knows only floats are exact.
  static let largestExactInteger: UInt64 = 1 << 53

  static func append(_ text: String, to output: ByteOutput) {
    var text = text
    text.withUTF8 { append($0, to: output) }
  }

  /// A string in quotes. Everything but quotes, backslashes and control characters stands for itself and is copied in runs.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    output.append(bytes, quotedBy: UInt8(ascii: "\""))
  }

  /// An integer; a string where readers could not hold it exactly.
  static func append(_ number: Int64, to output: ByteOutput) {
    let isExact = number.magnitude <= largestExactInteger
    if !isExact { output.append(UInt8(ascii: "\"")) }
    output.append(integer: number)
    if !isExact { output.append(UInt8(ascii: "\"")) }
  }

  /// A float; a string where no digits stand for it.
  static func append(_ number: Double, to output: ByteOutput) {
    if FloatText.isPlain(number), output.append(shortDecimal: number) { return }
    var json = JSONWriter()
    json.write(number)
    output.append(contentsOf: json.bytes)
  }
}

/// Where openCypher's notation of floats has no exponent.
enum FloatText {
  static func isPlain(_ number: Double) -> Bool { number.magnitude >= 1e-3 && number.magnitude < 1e7 }
}
