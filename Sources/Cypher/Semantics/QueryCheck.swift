/// Walks the clauses of a query with the variables in scope, and has each clause checked.
struct QueryCheck {
  let context: SemanticContext
  var kind = QueryKind.statement
  /// The variables that the query begins with.
  var outer = Scope()
  /// The rows outside a `CALL { … }`, of which each part imports what its leading WITH names; nil for every other query.
  var importable: Scope?

  /// The columns of the query's answer.
  @discardableResult
  func check(_ query: RegularQuery) throws(CypherError) -> [ResultColumn] {
    var columns = try checkParts(of: query)
    var before = query
    for next in query.continuations {
      guard before.parts.allSatisfy(\.returnsRows) else {
        throw CypherError(
          .syntaxError, .invalidClauseComposition, "NEXT goes on with the rows of the query before, which returns none",
          at: before.parts.last?.clauses.last?.keywordSpan, hint: "end it with RETURN")
      }
      var scope = outer.fixedPart
      for column in columns {
        guard !scope.contains(column.name) else { throw scope.shadowing(Name(column.name, next.span)) }
        scope.define(column.name, column.type)
      }
      columns = try QueryCheck(context: context, kind: kind, outer: scope).checkParts(of: next)
      before = next
    }
    return columns
  }

  private func checkParts(of query: RegularQuery) throws(CypherError) -> [ResultColumn] {
    try UnionCheck().checkKinds(query)
    var answer: [ResultColumn]?
    for part in query.parts {
      let columns = try check(part)
      try UnionCheck().check(columns: columns.map(\.name), against: answer?.map(\.name), at: part)
      answer = answer?.map { column in
        let other = columns.first { $0.name == column.name }
        return ResultColumn(name: column.name, type: column.type.joined(other?.type ?? .any))
      }
      if answer == nil { answer = columns }
    }
    return answer ?? []
  }

  private func check(_ query: SingleQuery) throws(CypherError) -> [ResultColumn] {
    try SizeCheck().check(query)
    try ClauseOrderCheck(kind: kind).check(query)
    var scope = outer
    var columns: [ResultColumn] = []
    var clauses = query.clauses[...]
    if let importable {
      scope = try SubqueryCallCheck.imports(of: query, from: importable)
      if query.leadingImports != nil { clauses = clauses.dropFirst() }
    }
    let isStandalone = kind == .statement && query.clauses.count == 1
    for clause in clauses {
      switch clause.kind {
      case .return(let projection):
        let check = ProjectionCheck(context: context, incoming: scope, projection: projection, clause: clause)
        columns = try check.checkReturn(needsNames: kind == .call)
      case .call(let call):
        columns = try ProcedureCallCheck(context: context, call: call, isStandalone: isStandalone).check(&scope)
      case .show(let command): columns = try ShowCheck(context: context, command: command).check(&scope)
      default: try check(clause, &scope)
      }
    }
    return columns
  }

  /// Checks a clause that gives no answer.
  private func check(_ clause: Clause, _ scope: inout Scope) throws(CypherError) {
    switch clause.kind {
    case .match(let match): try check(match, &scope)
    case .unwind(let list, let variable): try check(unwinding: list, as: variable, &scope)
    case .loadCSV(let load): try check(load, &scope)
    case .with(let projection, let filter):
      let check = ProjectionCheck(context: context, incoming: scope, projection: projection, clause: clause)
      scope = try check.checkWith(filter: filter)
    case .create(let pattern): try CreatePatternCheck(context: context, clause: .create).check(pattern.paths, &scope)
    case .merge(let merge): try check(merge, &scope)
    case .set(let items): try UpdateCheck(context: context, scope: scope).check(items)
    case .remove(let items): try UpdateCheck(context: context, scope: scope).check(items)
    case .delete(let expressions, _): try UpdateCheck(context: context, scope: scope).check(deleting: expressions)
    case .let, .filter, .for, .order, .finish: try RowClauseCheck(context: context).check(clause, &scope)
    case .subquery(let call): try SubqueryCallCheck(context: context, call: call, clause: clause, kind: kind).check(&scope)
    case .foreach(let loop): try check(loop, scope)
    case .return, .call, .show: preconditionFailure("a clause that gives an answer is checked by its query")
    }
  }

  private func check(_ match: Match, _ scope: inout Scope) throws(CypherError) {
    try MatchPatternCheck(context: context).check(match.pattern, &scope)
    guard let filter = match.filter else { return }
    try ExpressionCheck(context: context, scope: scope).check(predicate: filter)
  }

  private func check(unwinding list: Expression, as variable: Name, _ scope: inout Scope) throws(CypherError) {
    let type = try ExpressionCheck(context: context, scope: scope).type(of: list)
    guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
    scope.define(variable.text, type.element)
  }

  private func check(_ load: LoadCSV, _ scope: inout Scope) throws(CypherError) {
    let check = ExpressionCheck(context: context, scope: scope)
    let type = try check.type(of: load.source)
    guard type.couldBe(.string) else {
      throw check.wrongType(load.source, type, needed: StaticType.string.description, in: "LOAD CSV")
    }
    guard !scope.contains(load.variable.text) else { throw scope.alreadyBound(load.variable) }
    scope.define(load.variable.text, load.hasHeaders ? .map : .list(.string))
  }

  private func check(_ merge: Merge, _ scope: inout Scope) throws(CypherError) {
    try CreatePatternCheck(context: context, clause: .merge).check([merge.pattern], &scope)
    let update = UpdateCheck(context: context, scope: scope)
    try update.check(merge.onCreate)
    try update.check(merge.onMatch)
  }

  /// What the clauses of FOREACH bind is gone behind it.
  private func check(_ loop: Foreach, _ scope: Scope) throws(CypherError) {
    let check = ExpressionCheck(context: context, scope: scope)
    let type = try check.type(of: loop.list)
    guard type.couldBe(.list(.any)) else { throw check.wrongType(loop.list, type, needed: "a list", in: "FOREACH") }
    guard !scope.contains(loop.variable.text) else { throw scope.alreadyBound(loop.variable) }
    var inner = scope.defining(loop.variable.text, type.element)
    for clause in loop.clauses {
      guard clause.changesGraphItself else {
        throw CypherError(
          .syntaxError, .invalidClauseComposition, "FOREACH takes only clauses that change the graph, not \(clause.keyword)",
          at: clause.keywordSpan, hint: "UNWIND the list instead, or use CALL { … }")
      }
      try self.check(clause, &inner)
    }
  }
}

// MARK: - Subqueries in expressions

extension QueryCheck {
  /// Checks the body of EXISTS or COUNT that stands in an expression where `scope` is visible.
  static func check(_ subquery: Subquery, in scope: Scope, context: SemanticContext) throws(CypherError) {
    switch subquery {
    case .pattern(let pattern, let filter):
      var inner = scope
      try MatchPatternCheck(context: context).check(pattern, &inner)
      if let filter { try ExpressionCheck(context: context, scope: inner).check(predicate: filter) }
    case .query(let query):
      try QueryCheck(context: context, kind: .expression, outer: scope.fixingAll).check(query)
    }
  }

  /// The type of what COLLECT gathers: its query must have one column.
  static func check(
    collecting query: RegularQuery, _ expression: Expression, in scope: Scope, context: SemanticContext
  ) throws(CypherError) -> StaticType {
    let columns = try QueryCheck(context: context, kind: .expression, outer: scope.fixingAll).check(query)
    guard columns.count == 1 else {
      let found = columns.isEmpty ? "this one returns nothing" : "this one has \(columns.count)"
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "COLLECT needs a query with one column, and \(found)", at: expression.span,
        hint: columns.isEmpty ? "end it with RETURN" : "return a list or a map")
    }
    return columns[0].type
  }
}

extension RegularQuery {
  /// The text of its first word, for messages.
  var span: SourceSpan { parts.first?.clauses.first?.keywordSpan ?? SourceSpan(0, 0) }
}
