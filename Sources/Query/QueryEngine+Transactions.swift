import Cypher
import Graph
import GraphStorage

extension QueryEngine {
  /// BEGIN, COMMIT and ROLLBACK.
  func run(_ command: TransactionCommand) throws(CypherError) -> QueryResult {
    switch command {
    case .begin:
      guard transactionState == .none else { throw .transactionCommand("BEGIN: a transaction is open already") }
      transaction = try asCypherError { () throws(StorageError) in try store.begin() }
      transactionState = .open
    case .commit:
      guard transactionState != .failed else { throw .failedTransaction }
      guard let transaction else { throw .transactionCommand("COMMIT: no transaction is open") }
      endTransaction()
      try asCypherError { () throws(StorageError) in try transaction.commit() }
    case .rollback:
      guard let transaction else { throw .transactionCommand("ROLLBACK: no transaction is open") }
      endTransaction()
      transaction.rollback()
    }
    return .empty { _ in }
  }

  private func endTransaction() {
    transaction = nil
    transactionState = .none
  }

  /// Runs an updating statement in the open transaction, or in one of its own; whatever it wrote is undone if it fails.
  func withTransaction<Result>(_ body: (GraphTransaction) throws(CypherError) -> Result) throws(CypherError) -> Result {
    if let transaction {
      let savepoint = transaction.savepoint()
      do throws(CypherError) {
        let result = try body(transaction)
        try asCypherError { () throws(StorageError) in try transaction.verifyConstraints() }
        return result
      } catch {
        transaction.rollback(to: savepoint)
        throw error
      }
    }
    let own = try asCypherError { () throws(StorageError) in try store.begin() }
    let result: Result
    do throws(CypherError) {
      result = try body(own)
      try asCypherError { () throws(StorageError) in try own.verifyConstraints() }
    } catch {
      own.rollback()
      throw error
    }
    // A commit ends the transaction, also one that fails.
    try asCypherError { () throws(StorageError) in try own.commit() }
    return result
  }
}

extension CypherError {
  static let failedTransaction = CypherError(
    .executionError, "TransactionFailed", phase: .runtime, "a statement of this transaction has failed",
    hint: "end it with ROLLBACK")

  fileprivate static func transactionCommand(_ message: String) -> CypherError {
    CypherError(.executionError, "TransactionState", phase: .runtime, message)
  }
}
