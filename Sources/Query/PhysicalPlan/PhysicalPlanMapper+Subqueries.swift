import Cypher
import Graph

/// Patterns and queries inside expressions become plans of their own, run over the rows of a batch.
extension PhysicalPlanMapper: SubqueryPlanner {
  func compileSubquery(_ expression: Expression, layout: RowLayout) throws(CypherError) -> any CompiledExpression {
    let rowNumber = String(repeating: " ", count: depth + 1) + "row"
    let mentioned = expression.mentionedVariables
    let outer = layout.columns.indices.filter {
      mentioned.contains(layout.columns[$0].name) && layout.index(of: layout.columns[$0].name) == $0
    }
    let columns = outer.map { layout.columns[$0] } + [RowLayout.Column(name: rowNumber)]
    var builder = LogicalPlanBuilder(procedures: procedures, outer: columns, carried: [rowNumber], depth: depth + 1)
    let start = LogicalPlan(.argument(columns))
    let logical: LogicalPlan
    let answer: SubqueryAnswer
    switch expression.kind {
    case .exists(let subquery):
      logical = try builder.plan(of: subquery, from: start)
      answer = .exists
    case .count(let subquery):
      logical = try builder.plan(of: subquery, from: start)
      answer = .count
    case .patternPredicate(let path):
      logical = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: nil)), start)
      answer = .exists
    case .patternComprehension(let path, let filter, let projection):
      let matched = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: filter)), start)
      let item = ProjectedItem(name: Self.resultColumn, expression: projection)
      logical = LogicalPlan(.project(ProjectionStep(items: [item], kept: [rowNumber])), matched)
      answer = .list
    case .shortestPath(var path):
      path.variable = Name(Self.resultColumn, path.span)
      logical = LogicalPlan(.match(builder.patternGraph(Pattern(paths: [path]), filter: nil)), start)
      answer = path.shortest == .all ? .list : .first
    default: preconditionFailure("only patterns and subqueries are compiled as plans")
    }
    let optimized = Optimizer(context: optimizer).optimize(logical)
    return SubqueryExpression(
      plan: optimized, answer: answer,
      outerColumns: Dictionary(uniqueKeysWithValues: outer.map { (layout.columns[$0].name, $0) }), rowNumber: rowNumber,
      functions: functions, procedures: procedures, optimizer: optimizer, depth: depth + 1)
  }

  /// The column of a subquery's rows that makes up its answer.
  static let resultColumn = " result"
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

extension LogicalPlanBuilder {
  /// The plan of EXISTS { … } or COUNT { … }.
  mutating func plan(of subquery: Subquery, from start: LogicalPlan) throws(CypherError) -> LogicalPlan {
    switch subquery {
    case .pattern(let pattern, let filter): return LogicalPlan(.match(patternGraph(pattern, filter: filter)), start)
    case .query(let query): return try build(query).plan
    }
  }
}
