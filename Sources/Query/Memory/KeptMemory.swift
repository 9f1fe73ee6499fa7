import Cypher

/// What one operator holds of a run's memory, said anew as it grows, and given back when the operator forgets it.
struct KeptMemory {
  private(set) var byteCount = 0
  /// The run that it was taken from, which may hold the operator and must not be held by it.
  private weak var context: ExecutionContext?
  private var profile: OperatorProfile?

  /// Says how much is held now.
  mutating func set(_ byteCount: Int, _ context: ExecutionContext) throws(CypherError) {
    if self.context !== context {
      release()
      (self.context, profile) = (context, context.profile)
    }
    let added = byteCount - self.byteCount
    self.byteCount = byteCount
    if added > 0 { try context.keep(byteCount: added) } else { context.release(byteCount: -added) }
  }

  /// Gives everything back, to the run that it was taken from.
  mutating func release() {
    context?.memory.release(byteCount)
    profile?.release(byteCount)
    self = KeptMemory()
  }
}
