import Graph

extension Parser {
  /// `CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR … REQUIRE …`, from CREATE on.
  mutating func createConstraint() throws(CypherError) -> SchemaCommand {
    try expect(.create)
    try expect(.constraint)
    if at(.on) {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "CREATE CONSTRAINT ON … ASSERT is a form of old", at: token.span,
        hint: "write CREATE CONSTRAINT FOR (n:Label) REQUIRE n.key IS UNIQUE")
    }
    let (name, ifNotExists) = try schemaNameAndCondition()
    let (element, variable, owners) = try schemaPattern(allowsSeveral: false)
    try expect(.require)
    let start = token.lowerBound
    let keys: [Name]
    if accept(.leftParenthesis) {
      keys = try schemaProperties(of: variable, element)
      try expect(.rightParenthesis, "`,`", "`)`")
    } else {
      keys = [try schemaProperty(of: variable, element)]
    }
    let keysSpan = span(from: start)
    let requirement = try requirement(of: element)
    if keys.count > 1, requirement != .unique, requirement != .key {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "only UNIQUE and KEY can be required of several properties together", at: keysSpan,
        hint: "make one constraint for each")
    }
    return .createConstraint(
      ConstraintCreation(
        name: name, ifNotExists: ifNotExists, element: element, owner: owners[0], keys: keys, requirement: requirement,
        options: try schemaOptions()))
  }

  /// `IS UNIQUE`, `IS NOT NULL`, `IS [NODE|RELATIONSHIP] KEY`, `IS :: type`, `IS TYPED type`.
  private mutating func requirement(of element: ElementKind) throws(CypherError) -> ConstraintDefinition.Requirement {
    if accept(.doubleColon) { return .type(try PropertyType(try valueType())) }
    try expect(.is)
    if at(.doubleColon) || at(word: "typed") {
      advance()
      return .type(try PropertyType(try valueType()))
    }
    if accept(.not) {
      try expect(.null)
      return .exists
    }
    let start = token
    if at(word: "node") || at(word: "relationship") || at(word: "rel") {
      let named: ElementKind = at(word: "node") ? .node : .relationship
      advance()
      guard named == element else {
        throw CypherError(
          .syntaxError, .unexpectedSyntax, "`\(text(start.span))` does not go with a pattern of a \(element.name.lowercased())",
          at: start.span, hint: "write IS \(element.name) KEY")
      }
    }
    if accept(.unique) { return .unique }
    guard at(word: "key") else { throw unexpected("UNIQUE", "NOT NULL, KEY", "`::` and a type") }
    advance()
    return .key
  }
}
