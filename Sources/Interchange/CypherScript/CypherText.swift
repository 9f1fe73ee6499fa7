import Graph

/// Values and names as a Cypher script writes them, so that running the script gives the same values again, temporal ones and
/// floats without a number included.
enum CypherText {
  static func literal(_ value: Value) -> String {
    let output = ByteOutput()
    append(value, to: output)
    return output.text
  }

  static func literal(name: String) -> String {
    let output = ByteOutput()
    append(name: name, to: output)
    return output.text
  }

  /// A name between backticks, for places where more words than elsewhere would be taken for something else.
  static func quoted(name: String) -> String {
    let output = ByteOutput()
    append(inBackticks: name, to: output)
    return output.text
  }

  /// A value as a reader wants to see it: the text of a string, everything else as its literal.
  static func plain(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .list(let elements): elements.map(plain).joined(separator: ", ")
    default: value.temporalText ?? value.literal
    }
  }

  static func append(_ value: Value, to output: ByteOutput) {
    switch value {
    case .string(let text): append(quoted: text, to: output)
    case .integer(let number): append(number, to: output)
    case .float(let number): append(number, to: output)
    case .list(let elements):
      output.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(", ") }
        append(element, to: output)
      }
      output.append("]")
    case .map(let map): append(map, to: output)
    case .date: append(value, constructor: "date", to: output)
    case .localTime: append(value, constructor: "localtime", to: output)
    case .time: append(value, constructor: "time", to: output)
    case .localDateTime: append(value, constructor: "localdatetime", to: output)
    case .dateTime: append(value, constructor: "datetime", to: output)
    case .duration: append(value, constructor: "duration", to: output)
    case .null, .boolean, .node, .relationship, .path: output.append(value.literal)
    }
  }

  static func append(_ map: PropertyMap, to output: ByteOutput) {
    output.append("{")
    for (index, entry) in map.entries.enumerated() {
      if index > 0 { output.append(", ") }
      append(name: entry.key, to: output)
      output.append(": ")
      append(entry.value, to: output)
    }
    output.append("}")
  }

  /// A name, between backticks unless it is a plain ASCII word: a few of those are keywords, which stand for names as well.
  static func append(name: String, to output: ByteOutput) {
    if isPlain(name) {
      output.append(name)
    } else {
      append(inBackticks: name, to: output)
    }
  }

  private static func append(inBackticks name: String, to output: ByteOutput) {
    output.append("`")
    for byte in name.utf8 {
      if byte == UInt8(ascii: "`") { output.append(byte) }
      output.append(byte)
    }
    output.append("`")
  }

  static func append(quoted text: String, to output: ByteOutput) {
    var text = text
    text.withUTF8 { append(quoted: $0, to: output) }
  }

  /// A string in quotes, runs of what stands for itself copied.
  static func append(quoted bytes: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    output.append(bytes, quotedBy: UInt8(ascii: "'"))
  }

  /// The most negative integer has no literal that every reader takes, since its digits without the sign are too large.
  static func append(_ number: Int64, to output: ByteOutput) {
    if number == .min {
      output.append("(-9223372036854775807 - 1)")
    } else {
      output.append(integer: number)
    }
  }

  static func append(_ number: Double, to output: ByteOutput) {
    if FloatText.isPlain(number), output.append(shortDecimal: number) { return }
    if number.isNaN {
      output.append("(0.0 / 0.0)")
    } else if number.isInfinite {
      output.append(number < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)")
    } else {
      output.append(Value.float(number).literal)
    }
  }

  private static func append(_ value: Value, constructor: StaticString, to output: ByteOutput) {
    output.append(literal: constructor)
    output.append("(")
    append(quoted: value.temporalText ?? "", to: output)
    output.append(")")
  }

  private static func isPlain(_ name: String) -> Bool {
    var isFirst = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
      default: return false
      }
      isFirst = false
    }
    return !isFirst
  }
}
