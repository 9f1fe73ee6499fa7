// Names (openCypher productions `SymbolicName`, `SchemaName`, `Variable`, `Namespace`).
extension Parser {
  /// `SchemaName`: a label, type, key or alias part, for which every keyword will do.
  mutating func schemaName(_ description: String) throws(CypherError) -> Name {
    switch token.kind {
    case .name, .keyword:
      let span = token.span
      advance()
      return Name(text(span), span)
    case .quotedName: return try quotedName()
    case .malformedNumber:
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "expected \(description), found `\(text(token.span))`", at: token.span,
        hint: "a name that begins with a digit needs backticks")
    default: throw unexpected(description)
    }
  }

  /// `Variable`: any name but a reserved word.
  mutating func variable(_ description: String = "a variable") throws(CypherError) -> Name {
    if let keyword = token.keyword, keyword.isReserved {
      let word = text(token.span)
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "expected \(description), found the keyword `\(word)`", at: token.span,
        hint: "a keyword can be a name in backticks: `\(word)`")
    }
    return try schemaName(description)
  }

  /// True if the current token can be a variable.
  var atVariable: Bool { isVariable(token) }

  func isVariable(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .quotedName: true
    case .keyword: !(token.keyword?.isReserved ?? false)
    default: false
    }
  }

  private mutating func quotedName() throws(CypherError) -> Name {
    let span = token.span
    advance()
    return Name(unquoted(SourceSpan(span.lowerBound + 1, span.upperBound - 1)), span)
  }

  /// The text between two backticks, doubled ones made single.
  private func unquoted(_ span: SourceSpan) -> String {
    var result: [UInt8] = []
    var position = span.lowerBound
    while position < span.upperBound {
      result.append(bytes[position])
      position += bytes[position] == ASCII.backtick ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `Parameter`: the name behind the dollar sign.
  mutating func parameterName() -> String {
    let span = token.span
    advance()
    if bytes[span.lowerBound + 1] == ASCII.backtick {
      return unquoted(SourceSpan(span.lowerBound + 2, span.upperBound - 1))
    }
    return text(SourceSpan(span.lowerBound + 1, span.upperBound))
  }

  /// `Namespace SymbolicName`: `a.b.name`, written together as one name.
  mutating func namespacedName(_ description: String) throws(CypherError) -> Name {
    var name = try schemaName(description)
    while accept(.dot) {
      let part = try schemaName(description)
      name = Name(name.text + "." + part.text, name.span.union(part.span))
    }
    return name
  }
}
