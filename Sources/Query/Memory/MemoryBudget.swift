import Cypher

/// How much a statement, or one of its workers, may keep in memory at a time, roughly counted.
///
/// Not safe to share between threads.
final class MemoryBudget {
  /// What a cell is taken to need: between a typed element and a boxed value.
  static let bytesPerCell = 12

  /// What the statement may keep in all.
  let byteLimit: Int
  @exclusivity(unchecked) private(set) var leftByteCount: Int

  init(byteLimit: Int) {
    self.byteLimit = byteLimit
    leftByteCount = byteLimit
  }

  /// Half of what is left of another one, for work that is done in between.
  init(halfOfRestOf other: MemoryBudget) {
    byteLimit = other.byteLimit
    leftByteCount = other.leftByteCount / 2
  }

  func release(_ bytes: Int) { leftByteCount += bytes }

  func take(_ bytes: Int) throws(CypherError) {
    leftByteCount -= bytes
    guard leftByteCount >= 0 else {
      throw CypherError(
        .executionError, "MemoryLimitExceeded", phase: .runtime,
        "the statement needs more than the \(byteLimit >> 20) MiB it may keep in memory",
        hint: "add a LIMIT, or return fewer columns")
    }
  }

  /// The error that one value, such as a list, holds more than there is room for.
  ///
  /// - Parameter gatherer: what makes the value.
  func valueTooLarge(_ gatherer: String, at span: SourceSpan) -> CypherError {
    CypherError(
      .executionError, "MemoryLimitExceeded", phase: .runtime,
      "\(gatherer) gathers more values for one row than fit into the \(byteLimit >> 20) MiB that the statement may keep "
        + "in memory", at: span,
      hint: "give the values as rows of their own instead of gathering them, or gather fewer, for more groups or after a LIMIT")
  }
}
