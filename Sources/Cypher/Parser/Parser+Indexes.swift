import Graph

extension Parser {
  /// `CREATE [RANGE|TEXT|FULLTEXT] INDEX [name] [IF NOT EXISTS] FOR … ON …`, from CREATE on.
  mutating func createIndex() throws(CypherError) -> SchemaCommand {
    try expect(.create)
    let kind = try indexKind()
    try expect(.index)
    if at(.on), token(after: 1).kind == .colon {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "CREATE INDEX ON :Label(key) is a form of old", at: token.span,
        hint: "write CREATE INDEX FOR (n:Label) ON (n.key)")
    }
    let (name, ifNotExists) = try schemaNameAndCondition()
    let (element, variable, owners) = try schemaPattern(allowsSeveral: kind == .fullText)
    try expect(.on)
    let keys: [Name]
    if kind == .fullText {
      guard at(word: "each") else { throw unexpected("EACH and properties in square brackets") }
      advance()
      try expect(.leftBracket, "`[`")
      keys = try schemaProperties(of: variable, element)
      try expect(.rightBracket, "`,`", "`]`")
    } else {
      let start = token.lowerBound
      try expect(.leftParenthesis, "`(`")
      keys = try schemaProperties(of: variable, element)
      try expect(.rightParenthesis, "`,`", "`)`")
      if kind == .text, keys.count > 1 {
        throw CypherError(
          .syntaxError, .unexpectedSyntax, "a TEXT index is over one property, found \(keys.count)", at: span(from: start),
          hint: "make one index for each, or a RANGE index over all")
      }
    }
    return .createIndex(
      IndexCreation(
        name: name, ifNotExists: ifNotExists, indexKind: kind, element: element, owners: owners, keys: keys,
        options: try schemaOptions()))
  }

  private mutating func indexKind() throws(CypherError) -> IndexDefinition.Kind {
    guard token.kind == .name else { return .range }
    let span = token.span
    let word = text(span).uppercased()
    if let kind = IndexDefinition.Kind(rawValue: word) {
      advance()
      return kind
    }
    let kinds = IndexDefinition.Kind.allCases.map(\.rawValue)
    let remedy =
      switch word {
      case "LOOKUP": "labels and types are found without an index"
      case "POINT", "VECTOR": "there are no values of that kind; there are \(kinds.joined(separator: ", ")) indexes"
      case "BTREE": "use a RANGE index: CREATE INDEX …"
      default: "there are \(kinds.joined(separator: ", ")) indexes"
      }
    throw CypherError(.syntaxError, .unexpectedSyntax, "there are no \(word) indexes here", at: span, hint: remedy)
  }
}
