import Cypher
import Graph
import GraphStorage

/// What expressions read while a statement runs. One a worker: it is not safe to share.
package final class EvaluationContext {
  // One thread runs a statement, or a part of it with a context of its own; no access needs to be tracked.
  @exclusivity(unchecked) private var readableSnapshot: GraphSnapshot?
  package let parameters: [String: Value]
  /// The instant the statement takes for now.
  package let clock: StatementClock
  /// Nodes that this statement has deleted: reading their labels or properties is an error.
  @exclusivity(unchecked) package var deletedNodes: Set<NodeID> = []
  /// Relationships that this statement has deleted, with their types, which may still be asked for.
  @exclusivity(unchecked) package var deletedRelationships: [RelationshipID: String] = [:]
  /// What the statement may keep in memory, or the subquery that is at work.
  @exclusivity(unchecked) var memory: MemoryBudget
  /// Set with an error that the rows at hand take too much memory together, where fewer of them may not.
  @exclusivity(unchecked) var wouldNeedFewerRows = false
  /// Where LOAD CSV finds its files; nil where it may read none.
  @exclusivity(unchecked) var tables: (any TableSource)?
  /// What algorithms share with other statements; nil where the statement or its transaction may change the graph.
  @exclusivity(unchecked) var projections: ProjectionCache?
  /// Where operators go on that pass their share of the memory.
  @exclusivity(unchecked) var temporarySpace = TemporarySpace.system
  /// Where the texts go that expressions make.
  lazy var texts = ComputedTexts(memoryByteLimit: memory.byteLimit)
  /// Where searches get their marks from.
  lazy var nodeMarks = NodeMarksPool()
  /// Asked now and then during long work; throws to end the statement (cancelled, out of time, out of memory).
  private let interruption: Interruption?
  private var remembered: [ObjectIdentifier: AnyObject] = [:]
  /// Values that hold for all rows, and the version of the graph that they were made of.
  private var runValues: [ObjectIdentifier: (value: Value, snapshotVersion: Int)] = [:]

  /// - Parameter snapshot: nil only where nothing can read the graph, as when a constant is folded.
  package init(
    snapshot: GraphSnapshot?, parameters: [String: Value] = [:], clock: StatementClock = .now(),
    memoryByteLimit: Int = .max, interruption: Interruption? = nil
  ) {
    readableSnapshot = snapshot
    self.parameters = parameters
    self.clock = clock
    memory = MemoryBudget(byteLimit: memoryByteLimit)
    self.interruption = interruption
  }

  /// The graph as expressions see it. An updating operator sets it to the transaction's own state when it has written.
  package var snapshot: GraphSnapshot {
    get {
      guard let readableSnapshot else { preconditionFailure("an expression that reads the graph was folded as a constant") }
      return readableSnapshot
    }
    set {
      readableSnapshot = newValue
      snapshotVersion += 1
    }
  }

  /// How often the statement has shown changes of its own: what was made of the graph before then is out of date.
  private(set) var snapshotVersion = 0

  /// The value of a parameter; nil where it was not given. To compare with a few names is less than to hash one.
  func parameter(_ name: String) -> Value? {
    guard parameters.count <= 4 else { return parameters[name] }
    var place = parameters.startIndex
    while place != parameters.endIndex {
      if parameters.keys[place] == name { return parameters.values[place] }
      parameters.formIndex(after: &place)
    }
    return nil
  }

  /// The type of a relationship, also of one that this statement has deleted.
  func typeName(of relationship: RelationshipID) -> String {
    deletedRelationships[relationship] ?? snapshot.relationshipTypeName(snapshot.type(of: relationship))
  }

  /// What an element says of itself that stands for something that is not in the graph, such as a label; nil for an element of
  /// the graph, whose content is what the graph says now.
  func ownContent(of node: Node) -> Node.Content? { node.content.flatMap { snapshot.contains(node.id) ? nil : $0 } }

  func ownContent(of relationship: Relationship) -> Relationship.Content? {
    relationship.content.flatMap { snapshot.contains(relationship.id) ? nil : $0 }
  }

  /// The same for one of several workers of a statement that reads, each of which may keep its share of the memory.
  func forWorker(of workerCount: Int) -> EvaluationContext {
    let context = EvaluationContext(
      snapshot: readableSnapshot, parameters: parameters, clock: clock, memoryByteLimit: memory.byteLimit / workerCount,
      interruption: interruption)
    context.tables = tables
    context.temporarySpace = temporarySpace
    for (key, entry) in runValues where entry.snapshotVersion == snapshotVersion {
      context.runValues[key] = (entry.value, context.snapshotVersion)
    }
    return context
  }

  /// Ends the statement with an error if it should not go on. Cheap enough for every batch.
  package func poll() throws(CypherError) { try interruption?.check() }

  /// The value that was made under `key` of the graph as it is now, or `make()`. Workers have those that were made before they
  /// began.
  func runValue(_ key: MemoryKey, _ make: () throws(CypherError) -> Value) throws(CypherError) -> Value {
    if let known = runValues[ObjectIdentifier(key)], known.snapshotVersion == snapshotVersion { return known.value }
    let value = try make()
    runValues[ObjectIdentifier(key)] = (value, snapshotVersion)
    return value
  }

  /// What was made under `key` earlier in this run, or `make()` now: a set of an IN list, a regular expression.
  func remembered<Object: AnyObject>(
    _ key: MemoryKey, _ make: () throws(CypherError) -> Object
  ) throws(CypherError) -> Object {
    if let known = remembered[ObjectIdentifier(key)] as? Object { return known }
    let made = try make()
    remembered[ObjectIdentifier(key)] = made
    return made
  }
}

/// The identity under which a compiled expression keeps something in the context of a run.
final class MemoryKey: Sendable {}
