import Cypher
import Graph
import GraphStorage

/// A statement that was read, checked and planned.
struct StatementPlan: Sendable {
  enum Body: Sendable {
    case query(Query)
    case schema(SchemaCommand)
    case transaction(TransactionCommand)
  }

  /// One reference, so that a run does not copy the plan.
  final class Query: Sendable {
    let logical: LogicalPlan
    let columns: [String]
    let updates: Bool
    /// The labels, types and keys that the text uses, for warnings.
    let names: UsedNames
    /// What the plan relies on, and the plans of its subqueries once there are any; nil where rules may rely on nothing.
    let assumptions: AssumptionLog?
    let subqueryPlans = SubqueryPlans()

    init(logical: LogicalPlan, columns: [String], updates: Bool, names: UsedNames, assumptions: AssumptionLog?) {
      self.logical = logical
      self.columns = columns
      self.updates = updates
      self.names = names
      self.assumptions = assumptions
    }
  }

  let mode: Statement.Mode
  let body: Body

  init(
    _ statement: Statement, procedures: ProcedureRegistry, snapshot: GraphSnapshot, disabledRules: Set<String>,
    leastParallelRows: Double, memoryByteLimit: Int
  ) throws(CypherError) {
    mode = statement.mode
    switch statement.body {
    case .schema(let command): body = .schema(command)
    case .transaction(let command): body = .transaction(command)
    case .query(let query):
      var builder = LogicalPlanBuilder(procedures: procedures)
      let (plan, columns) = try builder.build(query)
      let log = query.updates ? nil : AssumptionLog()
      let context = OptimizerContext(
        snapshot: snapshot, disabledRules: disabledRules, assumptions: log, leastParallelRows: leastParallelRows,
        memoryByteLimit: memoryByteLimit)
      let logical = Optimizer(context: context).optimize(plan)
      body = .query(
        Query(
          logical: logical, columns: columns, updates: query.updates, names: UsedNames(query), assumptions: log))
    }
  }
}

extension StatementPlan.Query {
  /// True if what the statement does is committed bit by bit.
  var commitsInBatches: Bool {
    updates && logical.contains { if case .apply(let apply) = $0 { apply.batchRowCount != nil } else { false } }
  }
}

extension StatementPlan {
  /// True if everything that the plan relies on holds in a snapshot.
  func isValid(in snapshot: GraphSnapshot) -> Bool {
    guard case .query(let query) = body else { return true }
    return query.assumptions?.assumptions.allSatisfy { $0.holds(in: snapshot) } ?? true
  }
}
