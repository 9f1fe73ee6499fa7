// Queries inside queries (openCypher production `ExistentialSubquery`; CALL { … }, COLLECT { … } and FOREACH are forms of
// Cypher's other implementations).
extension Parser {
  /// `ExistentialSubquery`, behind its first word: a pattern or a whole query in braces.
  mutating func subquery() throws(CypherError) -> Subquery {
    try nested { parser throws(CypherError) in
      try parser.expect(.leftBrace, "`{`")
      let subquery: Subquery
      if parser.clauseBegins() {
        subquery = .query(try parser.regularQuery())
      } else {
        subquery = .pattern(try parser.searchedPattern(), filter: try parser.filter())
      }
      try parser.expect(.rightBrace, "`}`")
      return subquery
    }
  }

  /// `COLLECT { query }`.
  mutating func collectSubquery() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    if token(after: 1).kind == .leftParenthesis {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "COLLECT needs a query that says what to collect, not a pattern alone",
        at: token(after: 1).span, hint: "write COLLECT { MATCH … RETURN … }")
    }
    let query = try queryInBraces()
    return Expression(.collect(query), span(from: start))
  }

  /// A whole query in braces.
  private mutating func queryInBraces() throws(CypherError) -> RegularQuery {
    try nested { parser throws(CypherError) in
      try parser.expect(.leftBrace, "`{`")
      let query = try parser.regularQuery()
      guard parser.accept(.rightBrace) else { throw parser.unexpected(Self.anyClause, "`}`") }
      return query
    }
  }

  /// `[(imports)] { query } [IN TRANSACTIONS …]`, behind CALL.
  mutating func subqueryCall(isOptional: Bool) throws(CypherError) -> SubqueryCall {
    let imports = accept(.leftParenthesis) ? try imports() : SubqueryCall.Imports.leadingWith
    var call = SubqueryCall(query: try queryInBraces(), imports: imports, isOptional: isOptional)
    if at(.in) { call.batches = try transactionBatches() }
    return call
  }

  /// Names or `*`, as far as the closing parenthesis.
  private mutating func imports() throws(CypherError) -> SubqueryCall.Imports {
    if accept(.star) {
      try expect(.rightParenthesis, "`)`")
      return .all
    }
    var names: [Name] = []
    if !at(.rightParenthesis) {
      repeat { names.append(try variable("a variable to import")) } while accept(.comma)
    }
    try expect(.rightParenthesis, "`,`", "`)`")
    return .names(names)
  }

  private mutating func transactionBatches() throws(CypherError) -> TransactionBatches {
    advance()
    if at(.decimalInteger) || at(word: "concurrent") { throw onlyOneWriter() }
    guard at(word: "transactions") || at(.transaction) else { throw unexpected("TRANSACTIONS") }
    advance()
    var batches = TransactionBatches()
    if at(word: "of") {
      advance()
      batches.rowCount = try expression()
      guard at(word: "rows") || at(word: "row") else { throw unexpected("ROWS") }
      advance()
    }
    if at(.on) || at(word: "report") {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "an error always ends CALL { … } IN TRANSACTIONS, which has no status to report",
        at: token.span, hint: "leave it out: the batches before the error are committed")
    }
    return batches
  }

  /// `IN n CONCURRENT TRANSACTIONS`.
  private func onlyOneWriter() -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "a graph has one writer at a time, so transactions cannot run concurrently",
      at: token.span,
      hint: "write IN TRANSACTIONS")
  }

  /// `(variable IN list | clauses)`, behind FOREACH.
  mutating func foreach() throws(CypherError) -> Foreach {
    try nested { parser throws(CypherError) in
      let opening = parser.index
      try parser.expect(.leftParenthesis, "`(`")
      let bar = parser.clauseBar(within: opening)
      let (variable, list) = try parser.before(bar: bar) { inner throws(CypherError) in try inner.elementInList() }
      try parser.expect(.bar, "`|`")
      var clauses: [Clause] = []
      while let clause = try parser.clause() { clauses.append(clause) }
      guard !clauses.isEmpty else { throw parser.unexpected("a clause that changes the graph, such as SET or CREATE") }
      guard parser.accept(.rightParenthesis) else { throw parser.unexpected(Self.anyClause, "`)`") }
      return Foreach(variable: variable, list: list, clauses: clauses)
    }
  }
}
