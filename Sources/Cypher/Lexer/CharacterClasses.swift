/// The ASCII bytes and classes that the lexer and the statement splitter go by.
enum ASCII {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backtick = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let dollar = UInt8(ascii: "$")
  static let slash = UInt8(ascii: "/")
  static let star = UInt8(ascii: "*")
  static let dot = UInt8(ascii: ".")
  static let equal = UInt8(ascii: "=")
  static let underscore = UInt8(ascii: "_")
  static let semicolon = UInt8(ascii: ";")

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return isDigit(byte) || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f"))
  }

  /// openCypher lets currency signs continue a name, so `$` is one of them.
  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == underscore || byte == dollar
  }
}

extension Unicode.Scalar {
  /// openCypher's `whitespace` production beyond ASCII, and a byte order mark.
  var isCypherWhitespace: Bool {
    switch value {
    case 0x00A0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// openCypher's `IdentifierStart`: ID_Start or connector punctuation.
  var beginsCypherName: Bool {
    properties.isIDStart || properties.generalCategory == .connectorPunctuation
  }

  /// openCypher's `IdentifierPart`: ID_Continue or a currency sign.
  var continuesCypherName: Bool {
    properties.isIDContinue || properties.generalCategory == .currencySymbol
  }
}
