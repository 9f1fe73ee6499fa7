import Cypher
import Graph

/// Patterns and queries inside expressions become plans of their own, run over the rows of a batch.
extension PhysicalPlanMapper: SubqueryPlanner {
  func evaluatingOnce(
    _ compiled: any CompiledExpression, _ expression: Expression, layout: RowLayout
  ) -> any CompiledExpression {
    guard isEvaluatedOnce(expression, layout) else { return compiled }
    expressionsEvaluatedOnce.append(expression)
    let once = OnceExpression(compiled, columnCount: layout.columns.count)
    onceExpressions.append(once)
    return once
  }

  private func isEvaluatedOnce(_ expression: Expression, _ layout: RowLayout) -> Bool {
    optimizer.isEnabled(named: EvaluateOnce.name) && EvaluateOnce.applies(to: expression, over: layout)
  }

  func compileSubquery(_ expression: Expression, layout: RowLayout) throws(CypherError) -> any CompiledExpression {
    holdsSubqueries = true
    let mentioned = expression.mentionedVariables
    let outer = layout.columns.indices.filter {
      mentioned.contains(layout.columns[$0].name) && layout.index(of: layout.columns[$0].name) == $0
    }
    let rowNumber = isEvaluatedOnce(expression, layout) ? nil : String(repeating: " ", count: depth + 1) + "row"
    let columns = outer.map { layout.columns[$0] } + [rowNumber].compactMap { $0 }.map { RowLayout.Column(name: $0) }
    let plan = try subqueryPlans.plan(for: expression, over: columns) { () throws(CypherError) in
      try makePlan(expression, over: columns, rowNumber)
    }
    return SubqueryExpression(
      expression, plan: plan, outerColumns: Dictionary(uniqueKeysWithValues: outer.map { (layout.columns[$0].name, $0) }),
      mapper: self)
  }

  /// The plan of a subquery over rows with `columns`.
  ///
  /// - Parameter rowNumber: the column with the number of the row, if there may be several rows.
  private func makePlan(
    _ expression: Expression, over columns: [RowLayout.Column], _ rowNumber: String?
  ) throws(CypherError) -> SubqueryPlan {
    var builder = LogicalPlanBuilder(
      procedures: procedures, outer: columns, carried: columns, purpose: .expression, depth: depth + 1)
    let start = LogicalPlan(.argument(columns))
    let logical: LogicalPlan
    let answer: SubqueryAnswer
    var resultColumn = Self.resultColumn
    switch expression.kind {
    case .exists(let subquery):
      logical = try builder.plan(of: subquery, from: start)
      answer = .exists
    case .count(let subquery):
      let rows = try builder.plan(of: subquery, from: start)
      if rowNumber == nil {
        let count = ProjectedItem(name: Self.resultColumn, expression: Expression(.countAll, expression.span))
        logical = LogicalPlan(.aggregate(Aggregation(keys: [], aggregates: [count])), rows)
        answer = .first
      } else {
        logical = rows
        answer = .count
      }
    case .collect(let query):
      let built = try builder.build(query)
      logical = built.plan
      resultColumn = built.columns[0]
      answer = .list
    case .patternPredicate(let path):
      logical = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: nil)), start)
      answer = .exists
    case .patternComprehension(let path, let filter, let projection):
      let matched = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: filter)), start)
      let item = ProjectedItem(name: Self.resultColumn, expression: projection)
      logical = LogicalPlan(.project(ProjectionStep(items: [item], kept: [rowNumber].compactMap { $0 })), matched)
      answer = .list
    case .shortestPath(var path):
      path.variable = Name(Self.resultColumn, path.span)
      logical = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: nil)), start)
      answer = path.shortest == .all ? .list : .first
    default: preconditionFailure("only patterns and subqueries are compiled as plans")
    }
    var optimized = Optimizer(context: optimizer).optimize(logical)
    if let rowNumber, optimizer.isEnabled(RunSubqueriesTogether.self) {
      optimized = RunSubqueriesTogether.together(optimized, rowNumber, keepsOrder: false, rowCount: 1)
    }
    return SubqueryPlan(logical: optimized, answer: answer, resultColumn: resultColumn, rowNumber: rowNumber)
  }

  /// The column of a pattern's rows that makes up its answer.
  private static let resultColumn = " result"
}

/// What becomes of the rows that a subquery finds for one row outside.
enum SubqueryAnswer: Sendable {
  /// Whether there are any.
  case exists
  /// How many.
  case count
  /// The result column of all.
  case list
  /// The result column of the first, null where there is none.
  case first

  var readsResult: Bool {
    switch self {
    case .exists, .count: false
    case .list, .first: true
    }
  }
}

extension Expression {
  /// What an expression that a plan is made of is called where it gathers too many values.
  var gathererName: String {
    switch kind {
    case .collect: "`COLLECT { … }`"
    case .patternComprehension: "the pattern comprehension"
    default: "the subquery"
    }
  }
}
