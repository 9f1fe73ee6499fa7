import Cypher
import Graph
import GraphStorage

/// The operators of one statement at work, and what becomes of their batches.
final class StatementRun {
  /// Nil once they have been given back, and at the end of this object's life.
  @exclusivity(unchecked) private var operators: OperatorTree?
  private var root: Operator? { operators?.root }
  /// What a lazy result runs in; nil at the end of this object's life.
  @exclusivity(unchecked) private var context: ExecutionContext?
  private let columns: [String]
  private let places: [Int]
  private let started: UInt64
  private let isProfiled: Bool
  /// What takes the operators back at the end; nil where no other run may use them.
  private let reuse: PreparedStatement?
  var notifications: [Notification] = []
  /// What its operators, which pull from each other by recursion, may need of a stack.
  var stackByteCount = AmpleStack.deepestTreeByteCount
  /// Told of an error that ends the statement while its records are pulled.
  private let engine: QueryEngine
  private let text: String

  init(
    operators: OperatorTree, columns: [String], text: String, engine: QueryEngine, started: UInt64, isProfiled: Bool,
    reuse: PreparedStatement?
  ) {
    self.engine = engine
    self.text = text
    self.operators = operators
    self.columns = columns
    places = operators.places
    self.started = started
    self.isProfiled = isProfiled
    self.reuse = reuse
  }

  /// Operators hold each other, so their end is a recursion as well.
  deinit {
    AmpleStack.run(byteCount: stackByteCount) { (operators, context) = (nil, nil) }
  }

  /// A result that pulls batches as its records are asked for.
  func lazyResult(_ context: ExecutionContext) -> QueryResult {
    self.context = context
    return QueryResult(
      columns: columns,
      pullBatch: { () throws(CypherError) in
        try self.noting { () throws(CypherError) in
          try AmpleStack.run(byteCount: self.stackByteCount) { () throws(CypherError) in try self.nextBatch() }
        }
      },
      finish: { AmpleStack.run(byteCount: self.stackByteCount) { self.summary(self.context!) } })
  }

  /// Runs `body`; an error of it ends the statement.
  private func noting<Result>(_ body: () throws(CypherError) -> Result) throws(CypherError) -> Result {
    do throws(CypherError) {
      return try body()
    } catch {
      throw engine.failed(error, text)
    }
  }

  private func nextBatch() throws(CypherError) -> RecordBatch? {
    guard let context, let root, let batch = try root.next(context) else {
      end()
      return nil
    }
    if root.isExhausted { end() }
    let snapshot = context.snapshot
    return RecordMaker(snapshot).records(of: batch, places) { () throws(CypherError) in
      try self.noting { () throws(CypherError) in
        try asCypherError { () throws(StorageError) in try snapshot.checkIntact() }
      }
    }
  }

  /// Runs the statement to its end, and only then gives out records, which show the graph as it is then.
  func completeResult(_ context: ExecutionContext) throws(CypherError) -> QueryResult {
    var rows = RowBuffer()
    while let batch = try root?.next(context) {
      if columns.isEmpty { continue }
      context.profile = root?.profile
      try rows.append(batch, context)
      context.profile = nil
    }
    end()
    let summary = summary(context)
    let maker = RecordMaker(context.snapshot)
    var reader = rows.reader()
    let places = self.places
    return QueryResult(
      columns: columns,
      pullBatch: { () throws(CypherError) in try reader.next().map { maker.records(of: $0, places) } },
      finish: { summary })
  }

  /// Gives the operators back, for the statement's next run.
  private func end() {
    guard let reuse, let operators else { return }
    self.operators = nil
    reuse.giveBack(operators)
  }

  private func summary(_ context: ExecutionContext) -> QuerySummary {
    var summary = QuerySummary()
    summary.counters = context.counters
    summary.milliseconds = Double(MonotonicClock.nanoseconds - started) / 1_000_000
    summary.notifications = notifications + context.notifications
    if isProfiled { summary.plan = root?.describe() }
    return summary
  }
}

extension QueryResult {
  /// A result without columns.
  static func empty(_ fill: (inout QuerySummary) -> Void) -> QueryResult {
    var summary = QuerySummary()
    fill(&summary)
    let finished = summary
    return QueryResult(columns: [], pullBatch: { () throws(CypherError) in nil }, finish: { finished })
  }
}
