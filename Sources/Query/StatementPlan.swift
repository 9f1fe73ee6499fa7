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

  struct Query: Sendable {
    var logical: LogicalPlan
    var columns: [String]
    var updates: Bool
    /// The labels, types and keys that the text uses, for warnings.
    var names: UsedNames
  }

  let mode: Statement.Mode
  let body: Body

  init(_ statement: Statement, procedures: ProcedureRegistry, optimizer: OptimizerContext) throws(CypherError) {
    mode = statement.mode
    switch statement.body {
    case .schema(let command): body = .schema(command)
    case .transaction(let command): body = .transaction(command)
    case .query(let query):
      var builder = LogicalPlanBuilder(procedures: procedures)
      let (plan, columns) = try builder.build(query)
      let logical = Optimizer(context: optimizer).optimize(plan)
      body = .query(Query(logical: logical, columns: columns, updates: query.updates, names: UsedNames(query)))
    }
  }
}

/// Plans by text. A plan holds as long as the catalog and the graph's order of magnitude are what they were.
struct PlanCache {
  struct Key: Hashable {
    let text: String
    /// Names, not values: what is missing is told before a statement runs.
    let parameterNames: Set<String>
    private let indexes: [IndexDescription]
    private let magnitude: Int

    init(text: String, parameterNames: Set<String>, snapshot: GraphSnapshot) {
      self.text = text
      self.parameterNames = parameterNames
      indexes = snapshot.indexDescriptions
      magnitude = (snapshot.nodeCount + snapshot.relationshipCount).bitWidth
        - (snapshot.nodeCount + snapshot.relationshipCount).leadingZeroBitCount
    }
  }

  private static let largestCount = 256
  private var plans: [Key: StatementPlan] = [:]

  subscript(key: Key) -> StatementPlan? {
    get { plans[key] }
    set {
      if plans.count >= Self.largestCount { plans.removeAll() }
      plans[key] = newValue
    }
  }

  mutating func removeAll() { plans.removeAll() }
}
