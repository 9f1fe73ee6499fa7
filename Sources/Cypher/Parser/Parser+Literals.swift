// Numbers, strings and maps (openCypher productions `NumberLiteral`, `StringLiteral`, `MapLiteral`).
extension Parser {
  /// A number or a string.
  mutating func literal() throws(CypherError) -> Expression {
    let token = token
    advance()
    switch token.kind {
    case .string: return Expression(.string(try string(of: token)), token.span)
    case .float: return Expression(.float(try float(of: token)), token.span)
    default: return Expression(.integer(try integer(of: token, isNegative: false)), token.span)
    }
  }

  /// The number behind a minus that was just read, negated; nil where something else follows, or a look-up that binds more
  /// strongly than the sign.
  mutating func negativeNumber(from start: Int) throws(CypherError) -> Expression? {
    let token = token
    switch self.token(after: 1).kind {
    case .dot, .leftBracket, .colon: return nil
    default: break
    }
    switch token.kind {
    case .decimalInteger, .hexInteger, .octalInteger:
      advance()
      let value = try integer(of: token, isNegative: true)
      return Expression(.integer(value), SourceSpan(start, token.upperBound))
    case .float:
      advance()
      return Expression(.float(-(try float(of: token))), SourceSpan(start, token.upperBound))
    default: return nil
    }
  }

  /// `IntegerLiteral`.
  func integer(of token: Token, isNegative: Bool) throws(CypherError) -> Int64 {
    let digits: ArraySlice<UInt8>
    let radix: UInt64
    switch token.kind {
    case .hexInteger: (digits, radix) = (bytes[(token.lowerBound + 2)..<token.upperBound], 16)
    case .octalInteger: (digits, radix) = (bytes[(token.lowerBound + 2)..<token.upperBound], 8)
    default: (digits, radix) = (bytes[token.lowerBound..<token.upperBound], 10)
    }
    var magnitude: UInt64 = 0
    for digit in digits {
      let value = UInt64(ASCII.isDigit(digit) ? digit & 0x0F : (digit & 0x0F) + 9)
      let (scaled, overflowedScaling) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, overflowedAdding) = scaled.addingReportingOverflow(value)
      guard !overflowedScaling, !overflowedAdding else { throw integerOverflow(token) }
      magnitude = sum
    }
    if isNegative, magnitude == 1 << 63 { return Int64.min }
    guard magnitude < 1 << 63 else { throw integerOverflow(token) }
    return isNegative ? -Int64(magnitude) : Int64(magnitude)
  }

  private func integerOverflow(_ token: Token) -> CypherError {
    CypherError(
      .syntaxError, .integerOverflow, "the integer `\(text(token.span))` does not fit 64 bits", at: token.span,
      hint: "write it as a float or as a string")
  }

  /// `DoubleLiteral`.
  private func float(of token: Token) throws(CypherError) -> Double {
    let digits = text(token.span)
    // A literal may begin with its point, which `Double` does not read.
    guard let value = Double(digits.utf8.first == ASCII.dot ? "0" + digits : digits) else { throw malformedNumber(token) }
    guard value.isFinite else {
      throw CypherError(
        .syntaxError, .floatingPointOverflow, "the number `\(digits)` is larger than a float can be", at: token.span)
    }
    return value
  }

  /// `StringLiteral`: the text between the quotes, escapes replaced.
  private func string(of token: Token) throws(CypherError) -> String {
    let end = token.upperBound - 1
    let content = bytes[(token.lowerBound + 1)..<end]
    guard content.contains(ASCII.backslash) else { return String(decoding: content, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var position = content.startIndex
    while position < end {
      guard bytes[position] == ASCII.backslash else {
        result.append(bytes[position])
        position += 1
        continue
      }
      let (scalar, length) = try escape(at: position, end: end)
      result += Array(String(Character(scalar)).utf8)
      position += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `EscapedChar`: what the escape that begins at `position` stands for, and how many bytes it takes.
  private func escape(at position: Int, end: Int) throws(CypherError) -> (Unicode.Scalar, Int) {
    switch bytes[position + 1] {
    case ASCII.backslash: return ("\\", 2)
    case ASCII.quote: return ("'", 2)
    case ASCII.doubleQuote: return ("\"", 2)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return ("\u{8}", 2)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return ("\u{C}", 2)
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return ("\n", 2)
    case UInt8(ascii: "r"), UInt8(ascii: "R"): return ("\r", 2)
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return ("\t", 2)
    case UInt8(ascii: "u"): return try unicodeEscape(at: position, end: end)
    case UInt8(ascii: "U"):
      guard let value = hexadecimal(position + 2, digits: 8, end: end), let scalar = Unicode.Scalar(value) else {
        throw invalidUnicodeLiteral(position, min(position + 10, end))
      }
      return (scalar, 10)
    default:
      let span = SourceSpan(position, min(position + 2, end))
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "`\(text(span))` is not an escape", at: span,
        hint: "a backslash in a string is written \\\\")
    }
  }

  /// `\uXXXX`; two of them in a row may be the halves of a surrogate pair.
  private func unicodeEscape(at position: Int, end: Int) throws(CypherError) -> (Unicode.Scalar, Int) {
    guard let unit = hexadecimal(position + 2, digits: 4, end: end) else {
      throw invalidUnicodeLiteral(position, min(position + 6, end))
    }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    guard (0xD800...0xDBFF).contains(unit), position + 12 <= end, bytes[position + 6] == ASCII.backslash,
      bytes[position + 7] == UInt8(ascii: "u"), let low = hexadecimal(position + 8, digits: 4, end: end),
      (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw invalidUnicodeLiteral(position, position + 6) }
    return (scalar, 12)
  }

  private func hexadecimal(_ start: Int, digits: Int, end: Int) -> UInt32? {
    guard start + digits <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + digits)] {
      guard ASCII.isHexDigit(byte) else { return nil }
      value = value << 4 | UInt32(ASCII.isDigit(byte) ? byte & 0x0F : (byte & 0x0F) + 9)
    }
    return value
  }

  private func invalidUnicodeLiteral(_ start: Int, _ end: Int) -> CypherError {
    let span = SourceSpan(start, end)
    return CypherError(
      .syntaxError, .invalidUnicodeLiteral, "`\(text(span))` is not a Unicode character", at: span,
      hint: "write \\u and four hexadecimal digits, or \\\\ for a backslash")
  }

  /// `MapLiteral`.
  mutating func mapLiteral() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    var entries: [MapEntry] = []
    if !at(.rightBrace) {
      repeat { entries.append(try mapEntry()) } while accept(.comma)
    }
    try expect(.rightBrace, "`,`", "`}`")
    return Expression(.map(entries), span(from: start))
  }

  private mutating func mapEntry() throws(CypherError) -> MapEntry {
    let key = try schemaName("a key")
    try expect(.colon, "`:`")
    return MapEntry(key: key, value: try expression())
  }
}
