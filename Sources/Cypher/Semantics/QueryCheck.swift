/// Walks the clauses of a query with the variables in scope, and has each clause checked.
struct QueryCheck {
  let context: SemanticContext
  /// True inside EXISTS and COUNT.
  var isSubquery = false
  /// The variables that the query begins with.
  var outer = Scope()

  func check(_ query: RegularQuery) throws(CypherError) {
    try UnionCheck().checkKinds(query)
    var firstColumns: [String]?
    for part in query.parts {
      let columns = try check(part)
      try UnionCheck().check(columns: columns, against: firstColumns, at: part)
      if firstColumns == nil { firstColumns = columns }
    }
  }

  /// The columns of the query's answer.
  private func check(_ query: SingleQuery) throws(CypherError) -> [String] {
    try SizeCheck().check(query)
    try ClauseOrderCheck(isSubquery: isSubquery).check(query)
    var scope = outer
    var columns: [String] = []
    let isStandalone = !isSubquery && query.clauses.count == 1
    for clause in query.clauses {
      switch clause.kind {
      case .match(let match): try check(match, &scope)
      case .unwind(let list, let variable): try check(unwinding: list, as: variable, &scope)
      case .with(let projection, let filter):
        let check = ProjectionCheck(context: context, incoming: scope, projection: projection, clause: clause)
        scope = try check.checkWith(filter: filter)
      case .return(let projection):
        let check = ProjectionCheck(context: context, incoming: scope, projection: projection, clause: clause)
        columns = try check.checkReturn()
      case .create(let pattern): try CreatePatternCheck(context: context, clause: .create).check(pattern.paths, &scope)
      case .merge(let merge): try check(merge, &scope)
      case .set(let items): try UpdateCheck(context: context, scope: scope).check(items)
      case .remove(let items): try UpdateCheck(context: context, scope: scope).check(items)
      case .delete(let expressions, _): try UpdateCheck(context: context, scope: scope).check(deleting: expressions)
      case .call(let call):
        let check = ProcedureCallCheck(context: context, call: call, isStandalone: isStandalone)
        columns = try check.check(&scope)
      case .loadCSV(let load): try check(load, &scope)
      case .show(let command): columns = try ShowCheck(context: context, command: command).check(&scope)
      case .let, .filter, .for, .order, .finish: try RowClauseCheck(context: context).check(clause, &scope)
      }
    }
    return columns
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

  /// Checks the body of a subquery that stands in an expression where `scope` is visible.
  static func check(_ subquery: Subquery, in scope: Scope, context: SemanticContext) throws(CypherError) {
    switch subquery {
    case .pattern(let pattern, let filter):
      var inner = scope
      try MatchPatternCheck(context: context).check(pattern, &inner)
      if let filter { try ExpressionCheck(context: context, scope: inner).check(predicate: filter) }
    case .query(let query):
      try QueryCheck(context: context, isSubquery: true, outer: scope).check(query)
    }
  }
}
