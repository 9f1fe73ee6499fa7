import Cypher

/// What one operator holds of a run's memory, said anew as it grows, and given back when the operator forgets it.
struct KeptMemory {
  private(set) var byteCount = 0
  /// What it was taken from.
  private var budget: MemoryBudget?
  private var profile: OperatorProfile?

  /// Says how much is held now.
  mutating func set(_ byteCount: Int, _ context: ExecutionContext) throws(CypherError) {
    if budget !== context.memory {
      release()
      (budget, profile) = (context.memory, context.profile)
    }
    let added = byteCount - self.byteCount
    self.byteCount = byteCount
    if added > 0 { try context.keep(byteCount: added) } else { context.release(byteCount: -added) }
  }

  /// Gives everything back to where it was taken from.
  mutating func release() {
    budget?.release(byteCount)
    profile?.release(byteCount)
    self = KeptMemory()
  }
}
