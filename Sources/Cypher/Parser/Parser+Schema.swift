// Indexes and constraints. openCypher 9 has no such commands; these are the forms of Cypher's other implementations.
extension Parser {
  /// A command on indexes or constraints, nil where the current token begins something else.
  mutating func schemaCommand() throws(CypherError) -> SchemaCommand? {
    let following = token(after: 1)
    guard at(.create) || at(.drop) else { return nil }
    // `CREATE index = (a)-[:T]->(b)` names a path.
    let namesPath = token(after: 2).kind == .equal
    if following.keyword == .index, !namesPath {
      return accept(.create) ? try createIndex() : try dropIndex()
    }
    if following.keyword == .constraint, !namesPath {
      return accept(.create) ? try createConstraint() : try dropConstraint()
    }
    if at(.drop) {
      advance()
      throw unexpected("INDEX", "CONSTRAINT")
    }
    return nil
  }

  /// `CREATE INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key)`, from INDEX on.
  private mutating func createIndex() throws(CypherError) -> SchemaCommand {
    try expect(.index)
    let (name, ifNotExists) = try nameAndCondition()
    let (variable, label) = try labelledNode()
    try expect(.on)
    try expect(.leftParenthesis, "`(`")
    let key = try propertyKey(of: variable)
    try expect(.rightParenthesis, "`)`")
    return .createIndex(name: name, label: label, key: key, ifNotExists: ifNotExists)
  }

  /// `CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (n:Label) REQUIRE n.key IS UNIQUE`, from CONSTRAINT on.
  private mutating func createConstraint() throws(CypherError) -> SchemaCommand {
    try expect(.constraint)
    let (name, ifNotExists) = try nameAndCondition()
    let (variable, label) = try labelledNode()
    try expect(.require)
    let hasParentheses = accept(.leftParenthesis)
    let key = try propertyKey(of: variable)
    if hasParentheses { try expect(.rightParenthesis, "`)`") }
    try expect(.is)
    try expect(.unique)
    return .createUniqueConstraint(name: name, label: label, key: key, ifNotExists: ifNotExists)
  }

  private mutating func nameAndCondition() throws(CypherError) -> (name: Name?, ifNotExists: Bool) {
    var name: Name?
    let startsCondition = at(.if) && token(after: 1).keyword == .not
    if !startsCondition, !at(.for) { name = try variable("a name, IF NOT EXISTS or FOR") }
    guard accept(.if) else { return (name, false) }
    try expect(.not)
    try expect(.exists)
    return (name, true)
  }

  private mutating func labelledNode() throws(CypherError) -> (variable: Name, label: Name) {
    try expect(.for)
    try expect(.leftParenthesis, "`(`")
    let variable = try variable()
    try expect(.colon, "`:` and a label")
    let label = try schemaName("a label")
    try expect(.rightParenthesis, "`)`")
    return (variable, label)
  }

  private mutating func propertyKey(of variable: Name) throws(CypherError) -> Name {
    let name = try self.variable()
    guard name == variable else {
      throw CypherError(
        .syntaxError, .undefinedVariable, "no variable `\(name.text)` here", at: name.span,
        hint: "the node is called `\(variable.text)`")
    }
    try expect(.dot, "`.` and a property key")
    return try schemaName("a property key")
  }

  private mutating func dropIndex() throws(CypherError) -> SchemaCommand {
    try expect(.drop)
    try expect(.index)
    let name = try variable("the index's name")
    return .dropIndex(name: name, ifExists: try ifExists())
  }

  private mutating func dropConstraint() throws(CypherError) -> SchemaCommand {
    try expect(.drop)
    try expect(.constraint)
    let name = try variable("the constraint's name")
    return .dropConstraint(name: name, ifExists: try ifExists())
  }

  private mutating func ifExists() throws(CypherError) -> Bool {
    guard accept(.if) else { return false }
    try expect(.exists)
    return true
  }
}
