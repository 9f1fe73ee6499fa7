import CPlatform
import Cypher

/// Ends what takes too long: Ctrl-C and the time limit raise one flag, which the engine polls.
enum Cancellation {
  static var isRequested: Bool { platform_interrupted() }

  /// What a statement fails with that the shell itself ends.
  static var error: CypherError {
    CypherError(.executionError, "Cancelled", phase: .runtime, "cancelled")
  }

  /// Runs `body` with the clock set; what it throws after the flag was raised is a cancellation.
  static func guarding<Result>(
    seconds: Double, _ body: () throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    platform_set_time_limit(seconds)
    defer { platform_set_time_limit(0) }
    return try body()
  }
}
