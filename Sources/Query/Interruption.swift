import CPlatform
import Cypher
import Synchronization

/// A flag that any thread may raise to end a statement.
package final class CancellationFlag: Sendable {
  private let isRaisedFlag = Atomic<Bool>(false)

  var isRaised: Bool { isRaisedFlag.load(ordering: .relaxed) }
  func raise() { isRaisedFlag.store(true, ordering: .relaxed) }
  func lower() { isRaisedFlag.store(false, ordering: .relaxed) }
}

/// What ends a running statement from outside: its session, Ctrl-C, or the clock.
package struct Interruption {
  let cancellation: CancellationFlag
  private let deadline: UInt64

  init(cancellation: CancellationFlag, started: UInt64, limits: QueryLimits) {
    self.cancellation = cancellation
    deadline = limits.timeoutSeconds.map { started + UInt64($0 * 1_000_000_000) } ?? .max
  }

  /// Throws if the statement is to end.
  func check() throws(CypherError) {
    if cancellation.isRaised || platform_interrupted() {
      throw CypherError(.executionError, "Cancelled", phase: .runtime, "the statement was cancelled")
    }
    if deadline != .max && MonotonicClock.nanoseconds > deadline {
      throw CypherError(
        .executionError, "TimeLimitExceeded", phase: .runtime, "the statement took longer than its time limit allows")
    }
  }
}
