// What stands in brackets, and what binds a variable over a list (openCypher productions `ListLiteral`,
// `ListComprehension`, `PatternComprehension`, `Quantifier`); `reduce` and map projections are the forms of Cypher's other
// implementations.
extension Parser {
  /// `ListLiteral`, `ListComprehension` or `PatternComprehension`.
  mutating func bracketed() throws(CypherError) -> Expression {
    let first = token(after: 1)
    if canNameVariable(first) {
      if token(after: 2).keyword == .in { return try listComprehension() }
      if token(after: 2).kind == .equal, patternBegins(at: index + 3) { return try patternComprehension() }
    }
    if first.kind == .leftParenthesis, patternBegins(at: index + 1) { return try patternComprehension() }
    let start = token.lowerBound
    advance()
    let elements = at(.rightBracket) ? [] : try expressions()
    try expect(.rightBracket, "`,`", "`]`")
    return Expression(.list(elements), span(from: start))
  }

  private mutating func listComprehension() throws(CypherError) -> Expression {
    let start = token.lowerBound
    let opening = index
    advance()
    let (variable, list, filter) = try beforeProjection(within: opening) { parser throws(CypherError) in
      let (variable, list) = try parser.elementInList()
      return (variable, list, try parser.filter())
    }
    let projection = accept(.bar) ? try expression() : nil
    guard accept(.rightBracket) else { throw unexpected("`]`") }
    return Expression(
      .listComprehension(variable: variable, list: list, filter: filter, projection: projection), span(from: start))
  }

  /// `IdInColl`.
  mutating func elementInList() throws(CypherError) -> (variable: Name, list: Expression) {
    let variable = try variable()
    try expect(.in)
    return (variable, try expression())
  }

  /// Reads what stands in front of the projection of the comprehension or the call that token `opening` begins.
  private mutating func beforeProjection<Result>(
    within opening: Int, _ body: (inout Parser) throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    try before(bar: lastBar(within: opening), body)
  }

  /// Reads what stands in front of the `|` at token `bar`, which no label expression takes for its own.
  mutating func before<Result>(
    bar: Int?, _ body: (inout Parser) throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    let outer = projectionBar
    projectionBar = bar
    let result = try body(&self)
    projectionBar = outer
    return result
  }

  private mutating func patternComprehension() throws(CypherError) -> Expression {
    let start = token.lowerBound
    let opening = index
    advance()
    let (path, filter) = try beforeProjection(within: opening) { parser throws(CypherError) in
      (try parser.pathPattern(), try parser.filter())
    }
    try expect(.bar, "`|` and what to collect")
    let projection = try expression()
    try expect(.rightBracket, "`]`")
    return Expression(
      .patternComprehension(pattern: path, filter: filter, projection: projection), span(from: start))
  }

  /// `Quantifier`.
  mutating func quantifier(_ quantifier: Quantifier) throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    try expect(.leftParenthesis, "`(`")
    let (variable, list) = try elementInList()
    let filter = try filter()
    try expect(.rightParenthesis, "WHERE", "`)`")
    return Expression(.quantifier(quantifier, variable: variable, list: list, filter: filter), span(from: start))
  }

  /// `reduce(sum = 0, x IN list | sum + x)`, or with a test behind it `allReduce(sum = 0, x IN list | sum + x, sum < 9)`.
  mutating func reduce(hasTest: Bool) throws(CypherError) -> Expression {
    let begin = token.lowerBound
    advance()
    let opening = index
    try expect(.leftParenthesis, "`(`")
    let accumulator = try variable()
    try expect(.equal, "`=`")
    let start = try expression()
    try expect(.comma, "`,`")
    let (variable, list) = try beforeProjection(within: opening) { parser throws(CypherError) in try parser.elementInList() }
    try expect(.bar, "`|`")
    let step = try expression()
    if hasTest { try expect(.comma, "`,` and what must hold after every step") }
    let test = hasTest ? try expression() : nil
    try expect(.rightParenthesis, "`)`")
    return Expression(
      .reduce(accumulator: accumulator, start: start, variable: variable, list: list, step: step, test: test),
      span(from: begin))
  }

  /// True if the brace behind a variable opens a map projection and not, say, the body of a subquery.
  var mapProjectionBegins: Bool { mapProjectionBegins(at: 0) }

  /// The same of a brace `offset` tokens further on.
  func mapProjectionBegins(at offset: Int) -> Bool {
    let first = token(after: offset + 1)
    if first.kind == .dot || first.kind == .rightBrace { return true }
    guard first.kind == .name || first.kind == .quotedName || first.kind == .keyword else { return false }
    let second = token(after: offset + 2).kind
    return second == .colon || second == .comma || second == .rightBrace
  }

  /// `n {.name, .*, other: 1, x}`.
  mutating func mapProjection(of base: Expression) throws(CypherError) -> Expression {
    advance()
    var includesAll = false
    var entries: [MapEntry] = []
    if !at(.rightBrace) {
      repeat {
        if accept(.dot) {
          if accept(.star) {
            includesAll = true
            continue
          }
          let key = try schemaName("a property key or `*`")
          entries.append(MapEntry(key: key, value: Expression(.property(base, key), key.span)))
        } else if token(after: 1).kind == .colon {
          let key = try schemaName("a key")
          advance()
          entries.append(MapEntry(key: key, value: try expression()))
        } else {
          let name = try variable()
          entries.append(MapEntry(key: name, value: Expression(.variable(name.text), name.span)))
        }
      } while accept(.comma)
    }
    try expect(.rightBrace, "`,`", "`}`")
    return Expression(.mapProjection(base, includesAll: includesAll, entries: entries), span(from: base.span.lowerBound))
  }
}
