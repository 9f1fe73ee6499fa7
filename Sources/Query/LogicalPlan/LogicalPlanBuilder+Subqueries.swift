import Cypher
import Graph

// Queries inside queries: CALL { … }, FOREACH and the subqueries of expressions.
extension LogicalPlanBuilder {
  /// `CALL { … }`: a plan of its own that runs for each row.
  mutating func addSubquery(_ call: SubqueryCall, to plan: LogicalPlan) throws(CypherError) -> LogicalPlan {
    let rowNumber = RowLayout.Column(name: freshName("row"))
    let visible = visibleColumns
    let inner: (plan: LogicalPlan, columns: [String])
    switch call.imports {
    case .all: inner = try build(call.query, using: visible, rowNumber)
    case .names(let names):
      let wanted = Set(names.map(\.text))
      inner = try build(call.query, using: visible.filter { wanted.contains($0.name) }, rowNumber)
    case .leadingWith:
      var builder = LogicalPlanBuilder(procedures: procedures, carried: [rowNumber], purpose: .call, depth: depth + 1)
      inner = try builder.build(call.query) { part in
        let imported = part.importedColumns(from: visible)
        let clauses = part.leadingImports == nil ? part.clauses[...] : part.clauses.dropFirst()
        return (LogicalPlan(.argument(imported + [rowNumber])), clauses)
      }
    }
    let new = inner.columns.map { RowLayout.Column(name: $0, kind: inner.plan.kind(of: $0)) }
    let kind: ApplyStep.Kind = !call.query.returnsRows ? .unit : call.isOptional ? .optional : .rows
    scope += new
    let step = ApplyStep(
      kind: kind, newColumns: new, rowNumber: rowNumber.name, batchRowCount: call.batches?.plannedRowCount)
    return LogicalPlan(.apply(step), plan, inner.plan)
  }

  /// A query that can use the variables `constants` of the rows outside everywhere.
  private func build(
    _ query: RegularQuery, using constants: [RowLayout.Column], _ rowNumber: RowLayout.Column
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    let handed = constants + [rowNumber]
    var builder = LogicalPlanBuilder(
      procedures: procedures, outer: handed, carried: handed, purpose: .call, depth: depth + 1)
    return try builder.build(query)
  }

  /// The variables of a row that a query can name, each once.
  private var visibleColumns: [RowLayout.Column] {
    var seen: Set<String> = []
    let named = scope.reversed().filter { !$0.name.hasPrefix(" ") && seen.insert($0.name).inserted }
    return named.reversed()
  }

  /// FOREACH: for each row, one row for each element, and for each of those the clauses.
  mutating func addForeach(_ loop: Foreach, to plan: LogicalPlan) throws(CypherError) -> LogicalPlan {
    let rowNumber = RowLayout.Column(name: freshName("row"))
    let elementNumber = RowLayout.Column(name: freshName("row"))
    let visible = visibleColumns
    // A comprehension, unlike UNWIND, takes nothing but lists.
    let list = Expression(
      .listComprehension(variable: Name(" element", loop.list.span), list: loop.list, filter: nil, projection: nil),
      loop.list.span)
    let elements = LogicalPlan(
      .unwind(Unwinding(list: list, variable: loop.variable.text)), LogicalPlan(.argument(visible + [rowNumber])))
    let handed = visible + [RowLayout.Column(name: loop.variable.text), elementNumber]
    var builder = LogicalPlanBuilder(procedures: procedures, outer: handed, purpose: .call, depth: depth + 1)
    let body = try builder.build(loop.clauses, from: LogicalPlan(.argument(handed))).plan
    let forEachElement = ApplyStep(kind: .unit, newColumns: [], rowNumber: elementNumber.name)
    let forEachRow = ApplyStep(kind: .unit, newColumns: [], rowNumber: rowNumber.name)
    return LogicalPlan(.apply(forEachRow), plan, LogicalPlan(.apply(forEachElement), elements, body))
  }

  /// `OPTIONAL CALL`: `called` makes the plan of the call, and binds what it yields, over the rows that it is given.
  mutating func addOptional(
    to plan: LogicalPlan, _ called: (inout LogicalPlanBuilder, LogicalPlan) throws(CypherError) -> LogicalPlan
  ) throws(CypherError) -> LogicalPlan {
    let rowNumber = freshName("row")
    let before = Set(scope.map(\.name))
    let inner = try called(&self, LogicalPlan(.argument(scope + [RowLayout.Column(name: rowNumber)])))
    let new = inner.columns.filter { !before.contains($0.name) && $0.name != rowNumber }
    return LogicalPlan(.apply(ApplyStep(kind: .optional, newColumns: new, rowNumber: rowNumber)), plan, inner)
  }

  /// The plan of EXISTS { … } or COUNT { … }.
  mutating func plan(of subquery: Subquery, from start: LogicalPlan) throws(CypherError) -> LogicalPlan {
    switch subquery {
    case .pattern(let pattern, let filter): return LogicalPlan(.match(patternGraph(pattern, filter: filter)), start)
    case .query(let query): return try build(query).plan
    }
  }
}

extension SingleQuery {
  /// What this part of a `CALL { … }` imports of the variables outside.
  fileprivate func importedColumns(from visible: [RowLayout.Column]) -> [RowLayout.Column] {
    switch leadingImports {
    case .all: return visible
    case .names(let names):
      let wanted = Set(names.map(\.text))
      return visible.filter { wanted.contains($0.name) }
    case .leadingWith, nil: return []
    }
  }
}

extension TransactionBatches {
  /// How many rows make a batch.
  var plannedRowCount: Expression {
    rowCount ?? Expression(.integer(Int64(Self.defaultRowCount)), SourceSpan(0, 0))
  }
}
