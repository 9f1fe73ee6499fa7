// Which clause begins, then reading clauses and procedure calls (openCypher productions `ReadingClause`, `Match`, `Unwind`,
// `InQueryCall`, `StandaloneCall`); the other clauses have files of their own.
extension Parser {
  /// The next clause, nil where none begins.
  mutating func clause() throws(CypherError) -> Clause? {
    guard clauseBegins(), let keyword = token.keyword else { return nil }
    let start = token.lowerBound
    switch keyword {
    case .order, .skip, .offset, .limit:
      let order = try rowOrder()
      return Clause(.order(order), span(from: start))
    default:
      let kind = try clauseKind(keyword)
      return Clause(kind, span(from: start))
    }
  }

  /// True if a clause begins `offset` tokens further on. Words that are names elsewhere are told by what follows them.
  func clauseBegins(at offset: Int = 0) -> Bool {
    guard let keyword = token(after: offset).keyword, keyword.beginsClause else { return false }
    if keyword.isReserved { return true }
    let following = token(after: offset + 1)
    // The name of a path, or a key.
    if following.kind == .equal || following.kind == .colon || following.kind == .comma { return false }
    switch keyword {
    case .let: return canNameVariable(following) && token(after: offset + 2).kind == .equal
    case .for: return canNameVariable(following) && token(after: offset + 2).keyword == .in
    case .foreach: return following.kind == .leftParenthesis
    case .load: return following.kind == .name && text(following.span).lowercased() == "csv"
    case .show, .use: return following.kind == .name || following.kind == .quotedName || following.kind == .keyword
    default: return true
    }
  }

  private mutating func clauseKind(_ keyword: Keyword) throws(CypherError) -> Clause.Kind {
    advance()
    switch keyword {
    case .optional:
      if accept(.call) { return try call(isOptional: true) }
      guard accept(.match) else { throw unexpected("MATCH", "CALL") }
      return .match(try match(isOptional: true))
    case .match: return .match(try match(isOptional: false))
    case .unwind: return try unwind()
    case .with: return try with()
    case .return: return .return(try projection())
    case .create: return .create(try pattern())
    case .merge: return .merge(try merge())
    case .set: return .set(try setItems())
    case .remove: return .remove(try removeItems())
    case .detach:
      try expect(.delete)
      return .delete(try expressions(), detach: true)
    case .delete: return .delete(try expressions(), detach: false)
    case .call: return try call(isOptional: false)
    case .foreach: return .foreach(try foreach())
    case .insert: return .create(try pattern())
    case .let: return .let(try letItems())
    case .filter: return .filter(try filterCondition())
    case .for: return .for(try forLoop())
    case .finish: return .finish
    case .show: return .show(try showCommand())
    case .load: return .loadCSV(try loadCSV())
    case .use: throw noOtherGraph()
    default: preconditionFailure("every keyword that begins a clause is read above")
    }
  }

  /// `Match`, behind its keyword.
  private mutating func match(isOptional: Bool) throws(CypherError) -> Match {
    let pattern = try searchedPattern()
    return Match(pattern: pattern, isOptional: isOptional, filter: try filter())
  }

  /// `[Where]`.
  mutating func filter() throws(CypherError) -> Expression? {
    accept(.where) ? try expression() : nil
  }

  private mutating func unwind() throws(CypherError) -> Clause.Kind {
    let list = try expression()
    try expect(.as)
    return .unwind(list, as: try variable())
  }

  /// Expressions separated by commas, at least one.
  mutating func expressions() throws(CypherError) -> [Expression] {
    var expressions = [try expression()]
    while accept(.comma) { expressions.append(try expression()) }
    return expressions
  }

  /// What stands behind CALL: a query in braces or a procedure.
  private mutating func call(isOptional: Bool) throws(CypherError) -> Clause.Kind {
    if at(.leftBrace) || at(.leftParenthesis) { return .subquery(try subqueryCall(isOptional: isOptional)) }
    var call = try procedureCall()
    call.isOptional = isOptional
    return .call(call)
  }

  /// `InQueryCall` and `StandaloneCall`, behind CALL.
  private mutating func procedureCall() throws(CypherError) -> ProcedureCall {
    let name = try namespacedName("a procedure")
    var call = ProcedureCall(name: name, arguments: nil, yield: nil)
    if accept(.leftParenthesis) {
      call.arguments = at(.rightParenthesis) ? [] : try expressions()
      try expect(.rightParenthesis, "`,`", "`)`")
    }
    guard accept(.yield) else { return call }
    if accept(.star) {
      call.yieldsAll = true
    } else if accept(.minus) {
      call.yield = []
    } else {
      call.yield = [try yieldItem()]
      while accept(.comma) { call.yield?.append(try yieldItem()) }
    }
    call.filter = try filter()
    return call
  }

  mutating func yieldItem() throws(CypherError) -> ProcedureCall.YieldItem {
    let field = try schemaName("a result field, `*` or `-`")
    let alias = accept(.as) ? try variable() : nil
    if alias == nil, Keyword(Array(field.text.utf8)[...]) != nil { boundWords.insert(field.text) }
    return ProcedureCall.YieldItem(field: field, alias: alias)
  }

  mutating func expect(_ kind: Token.Kind, _ first: String, _ second: String) throws(CypherError) {
    guard accept(kind) else { throw unexpected(first, second) }
  }
}
