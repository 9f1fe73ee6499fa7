// Types (GQL's `valueType`).
extension Parser {
  /// A type, or several with `|` between them, as `IS TYPED`, CAST and constraints have it.
  mutating func valueType() throws(CypherError) -> ValueTypePattern { try typeAlternatives(inAngleBrackets: false) }

  private mutating func typeAlternatives(inAngleBrackets: Bool) throws(CypherError) -> ValueTypePattern {
    let start = token.lowerBound
    var types = [try nested { parser throws(CypherError) in try parser.singleType() }]
    while inAngleBrackets ? at(.bar) : atAlternative {
      advance()
      types.append(try nested { parser throws(CypherError) in try parser.singleType() })
    }
    return types.count == 1 ? types[0] : ValueTypePattern(.anyOf(types), span: span(from: start))
  }

  /// A type and what stands behind it: `NOT NULL`, `LIST`.
  private mutating func singleType() throws(CypherError) -> ValueTypePattern {
    let start = token.lowerBound
    var type = try baseType()
    while true {
      if accept(.exclamation) {
        type.isNullable = false
      } else if at(.not), token(after: 1).keyword == .null {
        advance()
        advance()
        type.isNullable = false
      }
      type.span = span(from: start)
      guard at(word: "list") || at(word: "array") else { return type }
      advance()
      try growByOne()
      type = ValueTypePattern(.list(type), span: span(from: start))
    }
  }

  private mutating func baseType() throws(CypherError) -> ValueTypePattern {
    let start = token.lowerBound
    let opensAngleBrackets = token(after: 1).kind == .less
    if at(word: "any"), opensAngleBrackets {
      advance()
      return try typeInAngleBrackets()
    }
    if at(word: "list") || at(word: "array") {
      advance()
      let element = opensAngleBrackets ? try typeInAngleBrackets() : ValueTypePattern(.any, span: span(from: start))
      return ValueTypePattern(.list(element), span: span(from: start))
    }
    for (words, kind) in ValueTypePattern.Kind.named where words.indices.allSatisfy({ word(after: $0) == words[$0] }) {
      for _ in words { advance() }
      return ValueTypePattern(kind, span: span(from: start))
    }
    throw unknownType()
  }

  private mutating func typeInAngleBrackets() throws(CypherError) -> ValueTypePattern {
    advance()
    let type = try typeAlternatives(inAngleBrackets: true)
    try expect(.greater, "`|`", "`>`")
    return type
  }

  /// The n-th word from here in capitals, nil where no word stands.
  func word(after offset: Int) -> String? {
    let token = token(after: offset)
    return token.kind == .name || token.kind == .keyword ? text(token.span).uppercased() : nil
  }

  private func unknownType() -> CypherError {
    guard let word = self.word(after: 0) else { return unexpected("a type such as INTEGER") }
    let hint: String?
    switch word {
    case "NUMBER": hint = "write INTEGER | FLOAT"
    case "TIME": hint = "write LOCAL TIME or ZONED TIME"
    case "DATETIME", "TIMESTAMP": hint = "write LOCAL DATETIME or ZONED DATETIME"
    case "POINT", "VECTOR": hint = "no value is one: this database has neither points nor vectors"
    default:
      let names = ValueTypePattern.Kind.named.map { $0.words.joined(separator: " ") }
      hint = NameSuggestion.nearest(to: word, among: names).map { "did you mean \($0)?" }
    }
    return CypherError(
      .syntaxError, .unexpectedSyntax, "no type is called `\(text(token.span))`", at: token.span, hint: hint)
  }

  /// `CAST(value AS type)`.
  mutating func cast() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    try expect(.leftParenthesis, "`(`")
    let value = try expression()
    try expect(.as)
    let type = try valueType()
    try expect(.rightParenthesis, "`)`")
    return Expression(.cast(value, type), span(from: start))
  }
}
