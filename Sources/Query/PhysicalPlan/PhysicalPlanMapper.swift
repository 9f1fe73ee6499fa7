import Cypher
import Graph
import GraphStorage

/// Turns a logical plan into operators: decides which columns each must carry, compiles expressions, joins them up.
///
/// Going down, `required` says which columns the steps above need; nothing else is carried. Operators hold the state of a run,
/// so each run has its own, or those that an earlier one has given back (`PreparedStatement`).
final class PhysicalPlanMapper {
  let functions: FunctionRegistry
  let procedures: ProcedureRegistry
  let optimizer: OptimizerContext
  /// The plans of the statement's subqueries, made when they are first met.
  let subqueryPlans: SubqueryPlans
  /// How the statement is run: EXPLAIN and PROFILE give every operator a description, PROFILE a profile as well.
  let mode: Statement.Mode
  /// How many statements and subqueries the plan lies in.
  let depth: Int
  /// The operators that stand for rows handed in, in the order in which they were met.
  var arguments: [Argument] = []
  /// Those of the step at hand, in the order in which they were met.
  var expressionsEvaluatedOnce: [Expression] = []
  /// Those of the whole plan, compiled.
  var onceExpressions: [OnceExpression] = []
  /// True once an expression holds a plan of its own, and with it the graph over which it is planned.
  var holdsSubqueries = false

  init(
    functions: FunctionRegistry, procedures: ProcedureRegistry, optimizer: OptimizerContext,
    subqueryPlans: SubqueryPlans, mode: Statement.Mode = .run, depth: Int = 0
  ) {
    self.subqueryPlans = subqueryPlans
    self.functions = functions
    self.procedures = procedures
    self.optimizer = optimizer
    self.mode = mode
    self.depth = depth
  }

  func map(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let outside = expressionsEvaluatedOnce
    expressionsEvaluatedOnce = []
    defer { expressionsEvaluatedOnce = outside }
    let made = try mapStep(plan, required)
    if mode != .run { made.description = OperatorDescription(plan, evaluatingOnce: expressionsEvaluatedOnce) }
    if mode == .profile { made.profile = OperatorProfile() }
    return made
  }

  private func mapStep(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    switch plan.step {
    case .argument, .match, .nodeScan, .relationshipSeek, .relationshipScan, .expand, .varLengthExpand, .relationshipEnds,
      .repeatPath, .searchPaths, .assemblePath, .restrictPath, .distinctRelationships, .apply, .countRelationships,
      .countMatches:
      return try mapReading(plan, required)
    case .create, .merge, .set, .remove, .delete, .eager, .emptyResult: return try mapUpdating(plan, required)
    case .filter, .project, .aggregate, .distinct, .sort, .skip, .limit, .top, .rowsOfEach, .gather, .unwind, .hashJoin, .union,
      .procedureCall, .show, .loadCSV, .feed:
      return try mapRows(plan, required)
    }
  }

  // MARK: - Help for the mapping methods

  func compiler(_ layout: RowLayout) -> ExpressionCompiler {
    ExpressionCompiler(layout: layout, functions: functions, subqueries: self)
  }

  func compile(_ expressions: [Expression], _ layout: RowLayout) throws(CypherError) -> [any CompiledExpression] {
    let compiler = compiler(layout)
    var compiled: [any CompiledExpression] = []
    for expression in expressions { compiled.append(try compiler.compile(expression)) }
    return compiled
  }

  /// The columns of `layout` that are required, by their places, and the layout of those followed by `added`.
  func output(
    _ layout: RowLayout, _ required: Set<String>, adding added: [RowLayout.Column]
  ) -> (kept: [Int], layout: RowLayout) {
    let addedNames = Set(added.map(\.name))
    let kept = layout.columns.indices.filter {
      let name = layout.columns[$0].name
      return required.contains(name) && !addedNames.contains(name) && layout.index(of: name) == $0
    }
    return (kept, RowLayout(kept.map { layout.columns[$0] } + added))
  }

  func place(_ name: String, _ layout: RowLayout) -> Int {
    guard let index = layout.index(of: name) else { preconditionFailure("no column \(name) comes from below") }
    return index
  }

  /// The variables that `expressions` mention.
  func mentioned(_ expressions: [Expression]) -> Set<String> {
    var collector = VariableCollector()
    for expression in expressions { collector.add(expression) }
    return collector.names
  }
}
