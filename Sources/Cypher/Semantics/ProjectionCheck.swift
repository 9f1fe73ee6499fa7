/// WITH and RETURN: what they project, how rows are grouped, and what ORDER BY, WHERE, SKIP and LIMIT can see.
struct ProjectionCheck {
  let context: SemanticContext
  let incoming: Scope
  let projection: Projection
  let clause: Clause

  /// The scope behind WITH.
  func checkWith(filter: Expression?) throws(CypherError) -> Scope {
    try checkNames("WITH")
    let (scope, known) = try checkItems()
    try checkOrder(scope, known)
    try checkRowLimits()
    if let filter { try check(predicate: filter, scope, known) }
    return scope
  }

  /// The columns of the answer.
  ///
  /// - Parameter needsNames: true where what is returned becomes variables, so that an expression needs an alias.
  func checkReturn(needsNames: Bool = false) throws(CypherError) -> [ResultColumn] {
    if needsNames { try checkNames("RETURN of a subquery") }
    if projection.includesAll, incoming.ownNames.isEmpty {
      throw CypherError(
        .syntaxError, .noVariablesInScope, "RETURN * has nothing to return: there are no variables", at: clause.keywordSpan)
    }
    let (scope, known) = try checkItems()
    try checkOrder(scope, known)
    try checkRowLimits()
    let all = projection.includesAll ? incoming.ownNames.sorted() : []
    return all.map { ResultColumn(name: $0, type: incoming[$0] ?? .any) }
      + zip(projection.items, known).map { ResultColumn(name: $0.columnName, type: $1.type) }
  }

  private func checkNames(_ place: String) throws(CypherError) {
    for item in projection.items where item.alias == nil {
      guard case .variable = item.expression.kind else {
        throw CypherError(
          .syntaxError, .noExpressionAlias, "\(place) needs a name for this expression", at: item.expression.span,
          hint: "write \(item.columnName) AS name")
      }
    }
  }

  private typealias Known = [(expression: Expression, type: StaticType)]

  /// True if rows are grouped: an item aggregates.
  private var isAggregating: Bool { projection.items.contains { $0.expression.containsAggregate } }

  /// The projected variables, and the projected expressions with their types.
  private func checkItems() throws(CypherError) -> (scope: Scope, known: Known) {
    var scope = projection.includesAll ? incoming : incoming.fixedPart
    var columns = Set(projection.includesAll ? incoming.ownNames : [])
    var known: Known = []
    let check = ExpressionCheck(context: context, scope: incoming, aggregation: .allowed)
    for item in projection.items {
      let type = try check.type(of: item.expression)
      guard columns.insert(item.columnName).inserted else {
        throw CypherError(
          .syntaxError, .columnNameConflict, "two columns are called `\(item.columnName)`",
          at: item.alias?.span ?? item.expression.span, hint: "give one of them another name with AS")
      }
      known.append((item.expression, type))
      if let alias = item.alias {
        if incoming.isFixed(alias.text), item.expression.kind != .variable(alias.text) { throw incoming.shadowing(alias) }
        scope.define(alias.text, type)
      } else if case .variable(let name) = item.expression.kind {
        scope.define(name, type)
      }
    }
    try AggregationCheck(projection: projection, incoming: incoming).check()
    return (scope.replacing(incoming), known)
  }

  // MARK: - ORDER BY and WHERE

  private func checkOrder(_ scope: Scope, _ known: Known) throws(CypherError) {
    for item in projection.order {
      if isAggregating, item.expression.containsAggregate {
        try AggregationCheck(projection: projection, incoming: incoming).check(sorting: item.expression)
      }
      _ = try laterCheck(scope, known).type(of: item.expression)
    }
  }

  private func check(predicate: Expression, _ scope: Scope, _ known: Known) throws(CypherError) {
    try laterCheck(scope, known).check(predicate: predicate)
  }

  /// Once rows are grouped or made distinct, only what was projected is left of them; before that, both can be used.
  private func laterCheck(_ scope: Scope, _ known: Known) -> ExpressionCheck {
    let isReduced = isAggregating || projection.isDistinct
    var check = ExpressionCheck(
      context: context, scope: isReduced ? scope : incoming.merging(scope),
      aggregation: isAggregating ? .allowed : .forbidden)
    if isReduced { check.known = known }
    return check
  }

  // MARK: - SKIP and LIMIT

  private func checkRowLimits() throws(CypherError) {
    try RowLimitCheck.check(skip: projection.skip, limit: projection.limit, context)
  }
}
