import CPlatform
import Cypher
import Graph
import GraphStorage

/// Runs openCypher statements over a graph store.
///
/// The life of a query is one page, `run`: text → `CypherParser` → `SemanticAnalyzer` → `LogicalPlanBuilder` → `Optimizer` →
/// `PhysicalPlanMapper` → operators → `QueryResult`. A statement that fails leaves the graph as it was. Plans are kept by
/// text, so a statement that is run again with other parameters is not planned again.
///
/// One statement at a time; not safe to share between threads, except for `cancel`.
public final class QueryEngine: CypherSession {
  public let store: GraphStore
  /// Limits of each statement from now on.
  public var limits = QueryLimits() {
    didSet { if limits.memoryByteCount != oldValue.memoryByteCount { statements.removeAll() } }
  }
  /// Where LOAD CSV finds its files; nil, as at first, where it may read none.
  public var tables: (any TableSource)?
  /// The folders of temporary space, the one that is wanted most first: what TMPDIR names, that of the graph file, the system's.
  /// Sorting, grouping, DISTINCT and joins go on there when they pass their share of the memory.
  public var temporaryFolders: [String] {
    get { temporarySpace.folders }
    set { temporarySpace = TemporarySpace(folders: newValue) }
  }

  /// Optimiser rules that are switched off, by name; all of `ruleNames` gives the naive plan.
  public var disabledRules: Set<String> = [] {
    didSet { statements.removeAll() }
  }

  /// So many rows must be expected for several workers to read them. Fewer than usual are for tests.
  package var leastParallelRows = OptimizerContext.usualLeastParallelRows {
    didSet { statements.removeAll() }
  }

  private(set) var procedures = ProcedureRegistry.standard
  private lazy var temporarySpace = TemporarySpace(besideGraphAt: store.path)
  private let cancellation = CancellationFlag()
  private(set) var statements = StatementCache()
  private let projections = ProjectionCache()
  private let nodeMarks = NodeMarksPool()
  var transaction: GraphTransaction?
  public internal(set) var transactionState = TransactionState.none

  public init(store: GraphStore) {
    self.store = store
  }

  deinit { statements.removeAll() }

  /// The names of the optimiser's rules.
  public static var ruleNames: Set<String> { Optimizer.ruleNames }

  public func run(_ text: String, parameters: [String: Value]) throws(CypherError) -> QueryResult {
    do throws(CypherError) {
      cancellation.lower()
      // Plans are walked by recursion.
      return try AmpleStack.run(byteCount: AmpleStack.byteCount(forStatementOf: text.utf8.count)) { () throws(CypherError) in
        try runHere(text, parameters)
      }
    } catch {
      throw failed(error, text)
    }
  }

  private func runHere(_ text: String, _ parameters: [String: Value]) throws(CypherError) -> QueryResult {
    let started = MonotonicClock.nanoseconds
    let prepared = try prepare(text, parameters)
    switch prepared.plan.body {
    case .transaction(let command): return try run(command)
    case .schema(let command): return try run(command, parameters)
    case .query(let query): return try run(query, of: prepared, text, parameters, started)
    }
  }

  /// Notes that a statement has failed, and gives the error its place.
  func failed(_ error: CypherError, _ text: String) -> CypherError {
    if transactionState == .open { transactionState = .failed }
    return error.located(in: text)
  }

  /// Ends the statement that is running, from any thread.
  public func cancel() { cancellation.raise() }

  /// Adds a procedure that looks its results up in a table; see `TabulatedProcedure`. For tests of what calls it.
  public func registerProcedure(signature: String, columns: [String], rows: [[Value]]) throws(CypherError) {
    procedures.add(try TabulatedProcedure.make(signature: signature, columns: columns, rows: rows))
    statements.removeAll()
  }

  // MARK: - Planning

  /// The graph as the next statement sees it.
  var currentSnapshot: GraphSnapshot { transaction?.state ?? store.snapshot }

  private func prepare(_ text: String, _ parameters: [String: Value]) throws(CypherError) -> PreparedStatement {
    let snapshot = currentSnapshot
    if let known = statements.statement(text, parameters, snapshot) { return known }
    let statement = try CypherParser.parse(text)
    try SemanticAnalyzer.check(statement, procedures: procedures.catalog, parameters: Set(parameters.keys))
    let plan = try StatementPlan(
      statement, procedures: procedures, snapshot: snapshot, disabledRules: disabledRules,
      leastParallelRows: leastParallelRows, memoryByteLimit: limits.memoryByteCount)
    let prepared = PreparedStatement(plan)
    statements.insert(prepared, text, parameters, snapshot)
    return prepared
  }

  // MARK: - Running

  private func run(
    _ query: StatementPlan.Query, of prepared: PreparedStatement, _ text: String, _ parameters: [String: Value],
    _ started: UInt64
  ) throws(CypherError) -> QueryResult {
    if transactionState == .failed { throw .failedTransaction }
    let mode = prepared.plan.mode
    let operators: OperatorTree
    var mayBeReused = true
    if mode == .run, let idle = prepared.takeOperators() {
      operators = idle
    } else {
      (operators, mayBeReused) = try makeOperators(of: query, mode)
    }
    if mode == .explain { return .empty { $0.plan = operators.root.describe() } }
    let run = StatementRun(
      operators: operators, columns: query.columns, text: text, engine: self, started: started, isProfiled: mode == .profile,
      reuse: mayBeReused ? prepared : nil)
    run.stackByteCount = AmpleStack.byteCount(forStatementOf: text.utf8.count)
    if !prepared.areNamesKnown { run.notifications = notifications(for: query.names, of: prepared, text) }
    let interruption = Interruption(cancellation: cancellation, started: started, limits: limits)
    guard query.updates else {
      let evaluation = EvaluationContext(
        snapshot: currentSnapshot, parameters: parameters, memoryByteLimit: limits.memoryByteCount,
        interruption: interruption)
      equip(evaluation)
      projections.largestByteLimit = limits.memoryByteCount / 4
      if transaction == nil { evaluation.projections = projections }
      return run.lazyResult(
        ExecutionContext(evaluation: evaluation, transaction: nil, spillerCount: operators.spillerCount))
    }
    if query.commitsInBatches, transaction != nil {
      throw CypherError(
        .executionError, "TransactionState", phase: .runtime,
        "CALL { … } IN TRANSACTIONS commits by itself, which it cannot do in a transaction that is open",
        hint: "COMMIT first")
    }
    projections.removeAll()
    return try withTransaction { (transaction) throws(CypherError) in
      let evaluation = EvaluationContext(
        snapshot: transaction.state, parameters: parameters, memoryByteLimit: limits.memoryByteCount,
        interruption: interruption)
      equip(evaluation)
      let context = ExecutionContext(
        evaluation: evaluation, transaction: transaction, spillerCount: operators.spillerCount + (query.columns.isEmpty ? 0 : 1))
      return try run.completeResult(context)
    }
  }

  /// Gives a run what it shares with others of this engine.
  private func equip(_ evaluation: EvaluationContext) {
    evaluation.tables = tables
    evaluation.nodeMarks = nodeMarks
    evaluation.temporarySpace = temporarySpace
  }

  /// Warnings of names that the graph does not have. What it once had, it has for ever, unless the transaction is rolled back.
  private func notifications(for names: UsedNames, of prepared: PreparedStatement, _ text: String) -> [Notification] {
    prepared.areNamesKnown = transaction == nil && names.areKnown(in: currentSnapshot)
    return NameWarnings.notifications(for: names, in: currentSnapshot, text)
  }

  /// The operators of a query, and whether other runs may use them.
  private func makeOperators(
    of query: StatementPlan.Query, _ mode: Statement.Mode
  ) throws(CypherError) -> (operators: OperatorTree, mayBeReused: Bool) {
    let mapper = PhysicalPlanMapper(
      functions: .standard, procedures: procedures,
      optimizer: OptimizerContext(
        snapshot: currentSnapshot, disabledRules: disabledRules, assumptions: query.assumptions,
        memoryByteLimit: limits.memoryByteCount),
      subqueryPlans: query.subqueryPlans, mode: mode)
    let root = try mapper.map(query.logical, Set(query.columns))
    return (OperatorTree(root, columns: query.columns), mode == .run && !mapper.holdsSubqueries && root.isTreeReusable)
  }
}

/// What a statement may use at most.
public struct QueryLimits: Sendable {
  /// Nil for no limit.
  public var timeoutSeconds: Double?
  /// What operators that keep rows may keep, roughly counted.
  public var memoryByteCount = 4 << 30

  public init() {}
}
