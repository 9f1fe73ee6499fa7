import Graph

// Indexes and constraints. openCypher 9 has no such commands; these are the forms of Cypher's other implementations.
extension Parser {
  /// A command on indexes or constraints, nil where the current token begins something else.
  mutating func schemaCommand() throws(CypherError) -> SchemaCommand? {
    guard at(.create) || at(.drop) else { return nil }
    // `CREATE index = (a)-[:T]->(b)` names a path.
    let following = token(after: 1)
    let namesPath = token(after: 2).kind == .equal
    if following.keyword == .index, !namesPath { return at(.create) ? try createIndex() : try dropIndex() }
    if following.keyword == .constraint, !namesPath { return at(.create) ? try createConstraint() : try dropConstraint() }
    if at(.create), following.kind == .name, token(after: 2).keyword == .index { return try createIndex() }
    if at(.drop) {
      advance()
      throw unexpected("INDEX", "CONSTRAINT")
    }
    return nil
  }

  private mutating func dropIndex() throws(CypherError) -> SchemaCommand {
    try expect(.drop)
    try expect(.index)
    let name = try nameInSchema("the index's name")
    return .dropIndex(name: name, ifExists: try ifExists())
  }

  private mutating func dropConstraint() throws(CypherError) -> SchemaCommand {
    try expect(.drop)
    try expect(.constraint)
    let name = try nameInSchema("the constraint's name")
    return .dropConstraint(name: name, ifExists: try ifExists())
  }

  private mutating func ifExists() throws(CypherError) -> Bool {
    guard accept(.if) else { return false }
    try expect(.exists)
    return true
  }

  // MARK: - Parts that both have

  private mutating func nameInSchema(_ description: String) throws(CypherError) -> SchemaName {
    guard at(.parameter) else { return SchemaName(try variable(description)) }
    let span = token.span
    return SchemaName(Name(parameterName(), span), isParameter: true)
  }

  mutating func schemaNameAndCondition() throws(CypherError) -> (name: SchemaName?, ifNotExists: Bool) {
    var name: SchemaName?
    let startsCondition = at(.if) && token(after: 1).keyword == .not
    if !startsCondition, !at(.for) { name = try nameInSchema("a name, IF NOT EXISTS or FOR") }
    guard accept(.if) else { return (name, false) }
    try expect(.not)
    try expect(.exists)
    return (name, true)
  }

  /// `FOR (n:A)`, `FOR ()-[r:T]-()`; `FOR (n:A|B)` where several are allowed. Arrow heads on either side say nothing.
  mutating func schemaPattern(
    allowsSeveral: Bool
  ) throws(CypherError) -> (element: ElementKind, variable: Name, owners: [Name]) {
    try expect(.for)
    try expect(.leftParenthesis, "`(`")
    guard accept(.rightParenthesis) else {
      let (variable, labels) = try ownedVariable("a label", allowsSeveral)
      try expect(.rightParenthesis, "`)`")
      return (.node, variable, labels)
    }
    if atLeftArrowHead { advance() }
    try schemaDash()
    try expect(.leftBracket, "`[`")
    let (variable, types) = try ownedVariable("a relationship type", allowsSeveral)
    try expect(.rightBracket, "`]`")
    try schemaDash()
    if at(.greater) || at(.typographicRightArrowHead) { advance() }
    try expect(.leftParenthesis, "`(`")
    try expect(.rightParenthesis, "`)`")
    return (.relationship, variable, types)
  }

  private mutating func schemaDash() throws(CypherError) {
    guard atDash else { throw unexpected("`-`") }
    advance()
  }

  private mutating func ownedVariable(
    _ description: String, _ allowsSeveral: Bool
  ) throws(CypherError) -> (variable: Name, owners: [Name]) {
    let variable = try variable()
    try expect(.colon, "`:` and \(description)")
    var owners = [try schemaName(description)]
    while allowsSeveral, accept(.bar) { owners.append(try schemaName(description)) }
    return (variable, owners)
  }

  /// `n.key, n.other`.
  mutating func schemaProperties(of variable: Name, _ element: ElementKind) throws(CypherError) -> [Name] {
    var keys = [try schemaProperty(of: variable, element)]
    while accept(.comma) {
      let key = try schemaProperty(of: variable, element)
      guard !keys.contains(key) else {
        throw CypherError(.syntaxError, .unexpectedSyntax, "property `\(key.text)` stands here twice", at: key.span)
      }
      keys.append(key)
    }
    return keys
  }

  mutating func schemaProperty(of variable: Name, _ element: ElementKind) throws(CypherError) -> Name {
    let name = try self.variable()
    guard name == variable else {
      throw CypherError(
        .syntaxError, .undefinedVariable, "no variable `\(name.text)` here", at: name.span,
        hint: "the \(element == .node ? "node" : "relationship") is called `\(variable.text)`")
    }
    try expect(.dot, "`.` and a property key")
    return try schemaName("a property key")
  }

  /// `OPTIONS {…}`.
  mutating func schemaOptions() throws(CypherError) -> Expression? {
    guard at(word: "options") else { return nil }
    advance()
    let options = try expression()
    guard case .map = options.kind else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "OPTIONS takes a map", at: options.span, hint: "write OPTIONS {indexConfig: {…}}")
    }
    return options
  }
}
