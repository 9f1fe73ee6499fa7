// What goes wrong while reading, said once.
extension Parser {
  /// The current token is none of `expected`, at most three descriptions.
  func unexpected(_ expected: String...) -> CypherError {
    if let error = lexicalError(token) { return error }
    let wanted: String
    switch expected.count {
    case 1: wanted = expected[0]
    default: wanted = expected.dropLast().joined(separator: ", ") + " or " + expected[expected.count - 1]
    }
    return CypherError(
      .syntaxError, .unexpectedSyntax, "expected \(wanted), found \(description(of: token))", at: placeOfCurrentToken,
      hint: hint(expected))
  }

  /// The end of the text has no bytes to point at, so the place is just behind the last token.
  private var placeOfCurrentToken: SourceSpan {
    guard token.kind == .endOfText, index > 0 else { return token.span }
    let end = tokens[index - 1].upperBound
    return SourceSpan(end, end)
  }

  func description(of token: Token) -> String {
    switch token.kind {
    case .endOfText: "the end of the statement"
    case .string: "a string"
    default: "`\(text(token.span))`"
    }
  }

  static let anyClause = "a clause such as MATCH or RETURN"

  /// Why the token is an error of its own, nil for a token that is not.
  func lexicalError(_ token: Token) -> CypherError? {
    let found = text(token.span)
    switch token.kind {
    case .malformedNumber: return malformedNumber(token)
    case .unterminatedString:
      let quote = String(found.prefix(1))
      return CypherError(
        .syntaxError, .unexpectedSyntax, "the string has no end", at: opening(token), hint: "close it with \(quote)")
    case .unterminatedName:
      return CypherError(
        .syntaxError, .unexpectedSyntax, "the quoted name has no end", at: opening(token), hint: "close it with a backtick")
    case .unterminatedComment:
      return CypherError(.syntaxError, .unexpectedSyntax, "the comment has no end", at: opening(token), hint: "close it with */")
    case .malformedParameter:
      return CypherError(
        .syntaxError, .unexpectedSyntax, "`$` must be followed by the name of a parameter", at: token.span)
    case .unexpectedCharacter:
      return CypherError(
        .syntaxError, .unexpectedSyntax, "`\(found)` has no meaning here", at: token.span,
        hint: Self.remedies[found])
    case .unexpectedUnicode, .typographicDash, .typographicLeftArrowHead, .typographicRightArrowHead:
      return CypherError(
        .syntaxError, .invalidUnicodeCharacter, "the character `\(found)` has no meaning here", at: token.span,
        hint: token.kind == .typographicDash ? "a minus is written -" : Self.remedies[found])
    default: return nil
    }
  }

  /// What is written for characters that other languages, or word processors, have.
  private static let remedies = [
    "!=": "not equal is written <>", "?": "write CASE WHEN condition THEN a ELSE b END", "#": "a comment begins with //",
    "@": "a parameter is written $name", "“": "write straight quotes: \"…\"", "”": "write straight quotes: \"…\"",
    "„": "write straight quotes: \"…\"", "‘": "write straight quotes: '…'", "’": "write straight quotes: '…'", "×": "write *",
    "÷": "write /", "…": "write ..", "≤": "write <=", "≥": "write >=", "≠": "not equal is written <>", "→": "write ->",
  ]

  private func opening(_ token: Token) -> SourceSpan { SourceSpan(token.lowerBound, token.lowerBound + 1) }

  func malformedNumber(_ token: Token) -> CypherError {
    let found = text(token.span)
    let looksOctal = found.utf8.count > 1 && found.utf8.first == UInt8(ascii: "0") && found.utf8.allSatisfy(ASCII.isDigit)
    return CypherError(
      .syntaxError, .invalidNumberLiteral, "`\(found)` is not a number", at: token.span,
      hint: looksOctal ? "a decimal number does not begin with 0; an octal one begins with 0o" : nil)
  }
}
