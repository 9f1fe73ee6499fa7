// Whole statements (openCypher productions `Cypher`, `Statement`, `Query`, `RegularQuery`, `SingleQuery`).
extension Parser {
  /// `Cypher`: a statement as far as the end of the text.
  mutating func statement() throws(CypherError) -> Statement {
    var mode = Statement.Mode.run
    if accept(.explain) { mode = .explain } else if accept(.profile) { mode = .profile }
    let body = try statementBody()
    let hasSemicolon = accept(.semicolon)
    while accept(.semicolon) {}
    guard at(.endOfText) else {
      if hasSemicolon {
        throw CypherError(
          .syntaxError, .unexpectedSyntax, "expected the end of the statement, found \(description(of: token))", at: token.span,
          hint: "run one statement at a time")
      }
      throw unexpected(Self.anyClause, "the end of the statement")
    }
    return Statement(mode: mode, body: body)
  }

  private mutating func statementBody() throws(CypherError) -> Statement.Body {
    if at(.begin) || at(.commit) || at(.rollback) { return .transaction(transactionCommand()) }
    if let command = try schemaCommand() { return .schema(command) }
    return .query(try regularQuery())
  }

  /// `BEGIN | COMMIT | ROLLBACK [TRANSACTION]`; openCypher leaves transactions to the host.
  private mutating func transactionCommand() -> TransactionCommand {
    let command: TransactionCommand = at(.begin) ? .begin : at(.commit) ? .commit : .rollback
    advance()
    _ = accept(.transaction)
    return command
  }

  /// `RegularQuery`: single queries joined by UNION.
  mutating func regularQuery() throws(CypherError) -> RegularQuery {
    var query = RegularQuery(parts: [try singleQuery()])
    while accept(.union) {
      query.unions.append(accept(.all) ? .all : .distinct)
      query.parts.append(try singleQuery())
    }
    return query
  }

  /// `SingleQuery`: the clauses, in whatever order; which orders make sense is for the semantic analysis to say.
  private mutating func singleQuery() throws(CypherError) -> SingleQuery {
    var clauses: [Clause] = []
    while let clause = try clause() { clauses.append(clause) }
    if clauses.isEmpty {
      if index == 0, at(.endOfText) || at(.semicolon) {
        throw CypherError(.syntaxError, .unexpectedSyntax, "the statement is empty")
      }
      throw unexpected(Self.anyClause)
    }
    return SingleQuery(clauses: clauses)
  }
}
