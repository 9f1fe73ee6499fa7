import Cypher
import Graph

/// What expressions read while a statement runs. One a worker: it is not safe to share.
package final class EvaluationContext {
  package let parameters: [String: Value]
  /// The instant the statement takes for now.
  package let clock: StatementClock
  /// Nodes that this statement has deleted: reading their labels or properties is an error.
  package var deletedNodes: Set<NodeID> = []
  /// Relationships that this statement has deleted, with their types, which may still be asked for.
  package var deletedRelationships: [RelationshipID: String] = [:]
  /// Asked now and then during long work; throws to end the statement (cancelled, out of time, out of memory).
  private let interruption: () throws(CypherError) -> Void
  private var memory: [Int: AnyObject] = [:]

  package init(
    parameters: [String: Value] = [:], clock: StatementClock = .now(),
    interruption: @escaping () throws(CypherError) -> Void = {}
  ) {
    self.parameters = parameters
    self.clock = clock
    self.interruption = interruption
  }

  /// Ends the statement with an error if it should not go on. Cheap enough for every batch.
  package func poll() throws(CypherError) { try interruption() }

  /// What was made for `key` earlier in this run, or `make()` now: a hash set of an IN list, a compiled regular expression.
  func remembered<Object: AnyObject>(_ key: Int, _ make: () throws(CypherError) -> Object) throws(CypherError) -> Object {
    if let known = memory[key] as? Object { return known }
    let made = try make()
    memory[key] = made
    return made
  }
}
