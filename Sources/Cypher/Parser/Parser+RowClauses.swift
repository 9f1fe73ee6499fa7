// Clauses that work on rows one by one, as ISO GQL has them: LET, FILTER and FOR (productions `letStatement`, `filterStatement`,
// `forStatement`).
extension Parser {
  /// `LET variable = value, …`, behind its keyword.
  mutating func letItems() throws(CypherError) -> [LetItem] {
    var items: [LetItem] = []
    repeat {
      let variable = try variable()
      try expect(.equal, "`=` and a value")
      items.append(LetItem(variable: variable, value: try expression()))
    } while accept(.comma)
    return items
  }

  /// `FILTER [WHERE] condition`, behind its keyword.
  mutating func filterCondition() throws(CypherError) -> Expression {
    _ = accept(.where)
    return try expression()
  }

  /// `FOR variable IN list [WITH ORDINALITY position | WITH OFFSET position]`, behind its keyword.
  mutating func forLoop() throws(CypherError) -> ForLoop {
    let variable = try variable()
    try expect(.in)
    var loop = ForLoop(variable: variable, list: try expression())
    // WITH alone begins the next clause.
    guard at(.with), isVariable(token(after: 2)) else { return loop }
    let isOrdinality = at(word: "ordinality", offset: 1)
    guard isOrdinality || token(after: 1).keyword == .offset else { return loop }
    advance()
    advance()
    loop.position = ForLoop.Position(counting: isOrdinality ? .ordinality : .offset, variable: try self.variable())
    return loop
  }

  /// USE, which other implementations have for the choice between databases.
  func noOtherGraph() -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "there is one graph in a session, so USE has nothing to choose",
      at: tokens[index - 1].span, hint: "leave the clause out, and open the other graph in a session of its own")
  }
}
