// Whole statements (openCypher productions `Cypher`, `Statement`, `Query`, `RegularQuery`, `SingleQuery`).
extension Parser {
  /// `Cypher`: a statement as far as the end of the text.
  mutating func statement() throws(CypherError) -> Statement {
    try versionPrefix()
    var mode = Statement.Mode.run
    if accept(.explain) { mode = .explain } else if accept(.profile) { mode = .profile }
    try versionPrefix()
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

  /// `CYPHER 5` or `CYPHER 25`, with options such as `runtime = slotted`: other implementations choose by it how a query is read
  /// and run. Here both versions are read alike, and the options ask for what this engine decides for itself.
  private mutating func versionPrefix() throws(CypherError) {
    let following = token(after: 1)
    let beginsOption = isVariable(following) && token(after: 2).kind == .equal
    guard at(word: "cypher"), following.kind == .decimalInteger || following.kind == .float || beginsOption else { return }
    advance()
    if at(.decimalInteger) || at(.float) {
      let version = text(token.span)
      guard ["5", "25"].contains(version) else {
        throw CypherError(
          .syntaxError, .unexpectedSyntax, "there is no version `\(version)` of the language here", at: token.span,
          hint: "write CYPHER 5 or CYPHER 25, or leave it out")
      }
      advance()
    }
    while isVariable(token), token(after: 1).kind == .equal {
      advance()
      advance()
      _ = try schemaName("the value of the option")
    }
  }

  /// Queries joined by NEXT, each of which is a `RegularQuery`.
  mutating func regularQuery() throws(CypherError) -> RegularQuery {
    var query = try unionQuery()
    while accept(.next) { query.continuations.append(try unionQuery()) }
    return query
  }

  /// `RegularQuery`: single queries joined by UNION.
  private mutating func unionQuery() throws(CypherError) -> RegularQuery {
    var query = RegularQuery(parts: [try singleQuery()])
    while accept(.union) {
      query.unions.append(accept(.all) ? .all : .distinct)
      if query.unions.last == .distinct { _ = accept(.distinct) }
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
        throw CypherError(.syntaxError, .unexpectedSyntax, "the statement is empty", hint: "such as MATCH (n) RETURN n LIMIT 10")
      }
      throw unexpected(Self.anyClause)
    }
    return SingleQuery(clauses: clauses)
  }
}
