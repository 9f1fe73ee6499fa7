import Cypher

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
