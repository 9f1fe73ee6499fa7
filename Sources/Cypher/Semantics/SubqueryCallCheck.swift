/// `CALL { … }`: what is imported exists, and what is returned has new names.
struct SubqueryCallCheck {
  let context: SemanticContext
  let call: SubqueryCall
  let clause: Clause
  /// Where the query with the CALL stands.
  let kind: QueryKind

  /// Adds what the query returns to `scope`.
  func check(_ scope: inout Scope) throws(CypherError) {
    if let batches = call.batches { try check(batches) }
    for column in try check(from: scope) {
      guard !scope.contains(column.name) else { throw taken(column) }
      scope.define(column.name, column.type)
    }
  }

  private func check(from scope: Scope) throws(CypherError) -> [ResultColumn] {
    switch call.imports {
    case .all: return try QueryCheck(context: context, kind: .call, outer: scope.fixingAll).check(call.query)
    case .names(let names):
      if let (name, _) = names.enumerated().map({ ($1, $0) }).first(where: { names[..<$1].contains($0) }) {
        throw CypherError(
          .syntaxError, .variableAlreadyBound, "`\(name.text)` is imported twice", at: name.span, hint: "name it once")
      }
      let imported = try scope.importing(names).fixingAll
      return try QueryCheck(context: context, kind: .call, outer: imported).check(call.query)
    case .leadingWith: return try QueryCheck(context: context, kind: .call, importable: scope).check(call.query)
    }
  }

  /// The scope at the beginning of one part of a `CALL { … }`.
  static func imports(of query: SingleQuery, from scope: Scope) throws(CypherError) -> Scope {
    switch query.leadingImports {
    case nil:
      try checkNoLooseImport(query, scope)
      return try scope.importing([])
    case .names(let names): return try scope.importing(names)
    case .all, .leadingWith: return try scope.importing(scope.names.map { Name($0, SourceSpan(0, 0)) })
    }
  }

  /// `WITH x WHERE …` and the like: a leading WITH that imports can do nothing else.
  private static func checkNoLooseImport(_ query: SingleQuery, _ scope: Scope) throws(CypherError) {
    guard let first = query.clauses.first, case .with(let projection, let filter) = first.kind else { return }
    let outer = projection.plainNames.first { scope.contains($0.text) }
    guard projection.includesAll || outer != nil else { return }
    let isPlain = projection.plainNames.count == projection.items.count
    let culprit = filter?.span ?? (isPlain ? first.keywordSpan : projection.items.first { $0.alias != nil }?.expression.span)
    throw CypherError(
      .syntaxError, .invalidClauseComposition, "the WITH that imports variables takes only their names", at: culprit,
      hint: "import with CALL (\(outer?.text ?? "*")) { … }, or write a second WITH behind it")
  }

  private func taken(_ column: ResultColumn) -> CypherError {
    let last = call.query.last.parts.first?.clauses.last
    return CypherError(
      .syntaxError, .variableAlreadyBound, "the subquery returns `\(column.name)`, which exists outside already",
      at: last?.keywordSpan ?? clause.keywordSpan, hint: "return it under another name with AS")
  }

  private func check(_ batches: TransactionBatches) throws(CypherError) {
    guard kind == .statement else {
      throw CypherError(
        .syntaxError, .invalidClauseComposition, "CALL { … } IN TRANSACTIONS cannot stand inside another query",
        at: clause.keywordSpan, hint: "move it out, so that each batch can be committed")
    }
    if let rowCount = batches.rowCount { try RowLimitCheck(context: context, word: "IN TRANSACTIONS OF").check(rowCount) }
  }
}
