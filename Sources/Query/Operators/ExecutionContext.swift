import Cypher
import Graph
import GraphStorage

/// One run of one statement: what it reads, what it changes and what it counts.
final class ExecutionContext {
  let evaluation: EvaluationContext
  /// Nil where the statement may not update.
  let transaction: GraphTransaction?
  var counters = UpdateCounters()
  private(set) var memory: MemoryBudget

  init(evaluation: EvaluationContext, transaction: GraphTransaction?, memory: MemoryBudget) {
    self.evaluation = evaluation
    self.transaction = transaction
    self.memory = memory
  }

  /// The graph as the statement sees it now, its own changes included.
  var snapshot: GraphSnapshot { evaluation.snapshot }

  /// Shows what the transaction has changed to whatever reads next.
  func showChanges() {
    if let transaction { evaluation.snapshot = transaction.state }
  }

  /// The transaction, for an operator that only updating statements have.
  var changes: GraphTransaction {
    guard let transaction else { preconditionFailure("an updating statement runs in a transaction") }
    return transaction
  }

  /// The same run for one of several workers, each of which may keep its share of the memory; only for a statement that reads.
  func forWorker(of workerCount: Int) -> ExecutionContext {
    ExecutionContext(
      evaluation: evaluation.forWorker(), transaction: nil, memory: MemoryBudget(byteLimit: memory.byteLimit / workerCount))
  }

  /// Accounts for a batch that an operator keeps.
  func keep(_ batch: Batch) throws(CypherError) {
    try keep(byteCount: batch.selectedCount * batch.columns.count * MemoryBudget.bytesPerCell)
  }

  /// Accounts for memory that an operator keeps until it releases it.
  func keep(byteCount: Int) throws(CypherError) { try memory.take(byteCount) }

  func release(byteCount: Int) { memory.release(byteCount) }
}

/// How much a statement may keep in memory at a time, roughly counted.
struct MemoryBudget {
  /// What a cell is taken to need: between a typed element and a boxed value.
  static let bytesPerCell = 12

  let byteLimit: Int
  private var byteCount = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  mutating func release(_ bytes: Int) { byteCount -= bytes }

  mutating func take(_ bytes: Int) throws(CypherError) {
    byteCount += bytes
    guard byteCount <= byteLimit else {
      throw CypherError(
        .executionError, "MemoryLimitExceeded", phase: .runtime,
        "the statement needs more than the \(byteLimit >> 20) MiB it may keep in memory",
        hint: "add a LIMIT, or return fewer columns")
    }
  }
}
