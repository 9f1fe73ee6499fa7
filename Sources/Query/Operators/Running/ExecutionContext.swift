import Cypher
import Graph
import GraphStorage

/// One run of one statement: what it reads, what it changes and what it counts.
final class ExecutionContext {
  let evaluation: EvaluationContext
  /// Nil where the statement may not update.
  let transaction: GraphTransaction?
  // One thread runs a statement, or a part of it with a context of its own; no access needs to be tracked.
  @exclusivity(unchecked) var counters = UpdateCounters()
  /// What whoever runs the statement is told although it ran.
  @exclusivity(unchecked) var notifications: [Notification] = []
  /// What PROFILE counts for the operator that is at work; nil where the statement is not profiled.
  @exclusivity(unchecked) var profile: OperatorProfile?
  /// How much an operator that can go on in temporary space keeps in memory.
  @exclusivity(unchecked) private(set) var spillShare: Int

  /// - Parameter spillerCount: how many operators of the statement can go on in temporary space. They may keep half of the memory
  ///   together; the rest is for those that cannot.
  init(evaluation: EvaluationContext, transaction: GraphTransaction?, spillerCount: Int = 1) {
    self.evaluation = evaluation
    spillShare = evaluation.memory.leftByteCount / 2 / max(1, spillerCount)
    self.transaction = transaction
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

  // MARK: - Memory

  var memory: MemoryBudget { evaluation.memory }

  /// Accounts for a batch that an operator keeps.
  func keep(_ batch: Batch) throws(CypherError) {
    try keep(byteCount: batch.selectedCount * batch.columns.count * MemoryBudget.bytesPerCell)
  }

  /// Accounts for memory that an operator keeps until it releases it.
  func keep(byteCount: Int) throws(CypherError) {
    profile?.keep(byteCount)
    try memory.take(byteCount)
  }

  func release(byteCount: Int) {
    profile?.release(byteCount)
    memory.release(byteCount)
  }

  /// What is written to temporary space at a time, and read.
  var spillChunkByteCount: Int { max(1 << 10, min(1 << 20, spillShare / 64)) }

  // MARK: - Workers

  /// The same run for one of several workers, each of which may keep its share of the memory; only for a statement that reads.
  ///
  /// - Parameter partCount: into how many parts the work is cut. What goes to temporary space depends on them, not on how many
  ///   workers there are.
  func forWorker(of workerCount: Int, partCount: Int) -> ExecutionContext {
    let context = ExecutionContext(evaluation: evaluation.forWorker(of: workerCount), transaction: nil)
    context.spillShare = spillShare / partCount
    return context
  }

  /// Shares pieces of the work at hand out to all workers, as `WorkerPool.run` does, and notes how many took part.
  func shareOut<Failure: Error>(
    pieceCount: Int, _ body: (_ piece: Int, _ worker: Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard let profile else { return try WorkerPool.shared.run(pieceCount: pieceCount, body) }
    let tally = WorkerTally()
    defer { profile.note(tally) }
    try WorkerPool.shared.run(pieceCount: pieceCount) { (piece, worker) throws(Failure) in
      tally.note(worker)
      try body(piece, worker)
    }
  }
}

/// Which workers took part in some work. Each notes itself in a byte of its own.
final class WorkerTally: @unchecked Sendable {
  private let marks: UnsafeMutableBufferPointer<UInt8>

  init() {
    marks = .allocate(capacity: WorkerPool.shared.workerCount)
    marks.initialize(repeating: 0)
  }

  deinit { marks.deallocate() }

  func note(_ worker: Int) { marks[worker] = 1 }

  /// To be asked once the work is done.
  var workerCount: Int { marks.reduce(0) { $0 + Int($1) } }
}
