import Cypher
import Graph
import GraphStorage

/// What expressions read while a statement runs. One a worker: it is not safe to share.
package final class EvaluationContext {
  private var readableSnapshot: GraphSnapshot?
  package let parameters: [String: Value]
  /// The instant the statement takes for now.
  package let clock: StatementClock
  /// Nodes that this statement has deleted: reading their labels or properties is an error.
  package var deletedNodes: Set<NodeID> = []
  /// Relationships that this statement has deleted, with their types, which may still be asked for.
  package var deletedRelationships: [RelationshipID: String] = [:]
  /// Asked now and then during long work; throws to end the statement (cancelled, out of time, out of memory).
  private let interruption: () throws(CypherError) -> Void
  private var memory: [ObjectIdentifier: AnyObject] = [:]

  /// - Parameter snapshot: nil only where nothing can read the graph, as when a constant is folded.
  package init(
    snapshot: GraphSnapshot?, parameters: [String: Value] = [:], clock: StatementClock = .now(),
    interruption: @escaping () throws(CypherError) -> Void = {}
  ) {
    readableSnapshot = snapshot
    self.parameters = parameters
    self.clock = clock
    self.interruption = interruption
  }

  /// The graph as expressions see it. An updating operator sets it to the transaction's own state when it has written.
  package var snapshot: GraphSnapshot {
    get {
      guard let readableSnapshot else { preconditionFailure("an expression that reads the graph was folded as a constant") }
      return readableSnapshot
    }
    set { readableSnapshot = newValue }
  }

  /// The type of a relationship, also of one that this statement has deleted.
  func typeName(of relationship: RelationshipID) -> String {
    deletedRelationships[relationship] ?? snapshot.relationshipTypeName(snapshot.type(of: relationship))
  }

  /// Ends the statement with an error if it should not go on. Cheap enough for every batch.
  package func poll() throws(CypherError) { try interruption() }

  /// What was made under `key` earlier in this run, or `make()` now: a set of an IN list, a regular expression.
  func remembered<Object: AnyObject>(
    _ key: MemoryKey, _ make: () throws(CypherError) -> Object
  ) throws(CypherError) -> Object {
    if let known = memory[ObjectIdentifier(key)] as? Object { return known }
    let made = try make()
    memory[ObjectIdentifier(key)] = made
    return made
  }
}

/// The identity under which a compiled expression keeps something in the context of a run.
final class MemoryKey: Sendable {}
