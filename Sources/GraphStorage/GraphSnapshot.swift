import Graph

/// One state of a graph, immutable for those who read it: what a query runs over.
///
/// A snapshot is a value of a few references. Copying it is O(1), it never waits for a writer, and it stays as it is however
/// the graph changes afterwards. A transaction shows its own state as a snapshot too (`GraphTransaction.state`).
///
/// Snapshots of a graph file read segments when they are first touched. A damaged segment reads as if its values were null;
/// the damage is remembered, and `checkIntact` throws from then on. Whoever reads asks it once at the end of every batch,
/// before showing anything; a commit asks it itself.
public struct GraphSnapshot: Sendable {
  /// The strings of all string columns of the graph.
  public let pool: StringPool
  var catalog = Catalog()
  var nodes = NodeTable()
  var relationships = RelationshipTable()
  /// Range and text indexes, those of constraints included.
  var indexes: [PropertyIndex] = []
  var textIndexes: [FullTextIndex] = []
  /// How many full-text indexes there have ever been: each has the number of its making.
  var textIndexCount = 0
  var constraints: [Constraint] = []
  /// Changes with every change of indexes and constraints; never the same for two states that differ in them.
  public internal(set) var schemaStamp: UInt64 = 0
  /// What a transaction has changed and full-text indexes have not been told of.
  var unsearched = TouchedElements()
  /// The words of the full-text indexes; all snapshots of a graph share them.
  let textTables: FullTextTables
  /// What is made of the adjacency for counting; all snapshots of a graph share it.
  let neighbourRowCache = NeighbourRowCache()
  var degrees = DegreeStatistics()
  let damage: DamageRecord

  /// - Parameter file: nil for a graph in memory.
  init(pool: StringPool, file: GraphFile?) {
    self.pool = pool
    damage = file?.damage ?? DamageRecord()
    textTables = FullTextTables(file: file)
  }

  /// Throws if reading has met damage in the file, in this snapshot or another of the same store. O(1).
  @inline(__always) public func checkIntact() throws(StorageError) {
    if damage.isDamaged { throw damage.failure! }
  }

  // MARK: - Counts

  public var nodeCount: Int { nodes.existing.count }
  public var relationshipCount: Int { relationships.existing.count }
  public func nodeCount(_ label: LabelID) -> Int { nodes.count(of: label) }
  public func relationshipCount(_ type: RelationshipTypeID) -> Int { relationships.count(of: type) }

  /// One more than the largest node id; ids below it exist or have been deleted.
  public var nodeCapacity: Int { Int(nodes.capacity) }
  /// One more than the largest relationship id.
  public var relationshipCapacity: Int { Int(relationships.capacity) }

  // MARK: - Existence and kind

  public func contains(_ node: NodeID) -> Bool { nodes.existing.contains(node.rawValue) }
  public func contains(_ relationship: RelationshipID) -> Bool { relationships.existing.contains(relationship.rawValue) }

  /// The labels of a node, in the order of their numbers; none for a node that does not exist.
  public func labels(of node: NodeID) -> [LabelID] {
    catalog.labelSets[nodes.labelSets[node.rawValue]]
  }

  public func has(_ label: LabelID, _ node: NodeID) -> Bool { nodes.has(label, at: node.rawValue) }

  /// The type of a relationship that exists or has existed.
  public func type(of relationship: RelationshipID) -> RelationshipTypeID {
    RelationshipTypeID(UInt32(relationships.types[relationship.rawValue]))
  }

  public func source(of relationship: RelationshipID) -> NodeID { NodeID(relationships.sources[relationship.rawValue]) }
  public func target(of relationship: RelationshipID) -> NodeID { NodeID(relationships.targets[relationship.rawValue]) }
}
