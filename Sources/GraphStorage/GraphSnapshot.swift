import Graph

/// One state of a graph, immutable for those who read it: what a query runs over.
///
/// A snapshot is a value of one reference. Copying it is O(1), it never waits for a writer, and it stays as it is however
/// the graph changes afterwards. A transaction shows its own state as a snapshot too (`GraphTransaction.state`).
///
/// Snapshots of a graph file read segments when they are first touched. A damaged segment reads as if its values were null;
/// the damage is remembered, and `checkIntact` throws from then on. Whoever reads asks it once at the end of every batch,
/// before showing anything; a commit asks it itself.
public struct GraphSnapshot: Sendable {
  private var content: Content

  /// Everything a snapshot is, behind one reference, so that a copy costs one reference count however many parts there are.
  /// Changed only while one snapshot alone refers to it; once shared it is immutable.
  private final class Content: @unchecked Sendable {
    let pool: StringPool
    let textTables: FullTextTables
    let damage: DamageRecord
    let neighbourRowCache: NeighbourRowCache
    // Only a snapshot's accessors touch these, each for itself, so no access needs to be tracked.
    @exclusivity(unchecked) var catalog = Catalog()
    @exclusivity(unchecked) var nodes = NodeTable()
    @exclusivity(unchecked) var relationships = RelationshipTable()
    @exclusivity(unchecked) var indexes: [PropertyIndex] = []
    @exclusivity(unchecked) var textIndexes: [FullTextIndex] = []
    @exclusivity(unchecked) var textIndexCount = 0
    @exclusivity(unchecked) var constraints: [Constraint] = []
    @exclusivity(unchecked) var schemaStamp: UInt64 = 0
    @exclusivity(unchecked) var commitStamp: UInt64 = 0
    @exclusivity(unchecked) var unsearched = TouchedElements()
    @exclusivity(unchecked) var degrees = DegreeStatistics()

    init(pool: StringPool, textTables: FullTextTables, damage: DamageRecord, neighbourRowCache: NeighbourRowCache) {
      self.pool = pool
      self.textTables = textTables
      self.damage = damage
      self.neighbourRowCache = neighbourRowCache
    }

    convenience init(copying other: Content) {
      self.init(
        pool: other.pool, textTables: other.textTables, damage: other.damage, neighbourRowCache: other.neighbourRowCache)
      catalog = other.catalog
      nodes = other.nodes
      relationships = other.relationships
      indexes = other.indexes
      textIndexes = other.textIndexes
      textIndexCount = other.textIndexCount
      constraints = other.constraints
      schemaStamp = other.schemaStamp
      commitStamp = other.commitStamp
      unsearched = other.unsearched
      degrees = other.degrees
    }
  }

  /// - Parameter file: nil for a graph in memory.
  init(pool: StringPool, file: GraphFile?) {
    content = Content(
      pool: pool, textTables: FullTextTables(file: file), damage: file?.damage ?? DamageRecord(),
      neighbourRowCache: NeighbourRowCache())
  }

  // MARK: - Parts

  /// The content for changing: this snapshot's own.
  private var ownContent: Content {
    mutating get {
      if !isKnownUniquelyReferenced(&content) { content = Content(copying: content) }
      return content
    }
  }

  /// The strings of all string columns of the graph.
  public var pool: StringPool { content.pool }
  /// The words of the full-text indexes; all snapshots of a graph share them.
  var textTables: FullTextTables { content.textTables }
  var damage: DamageRecord { content.damage }
  /// What is made of the adjacency for counting; all snapshots of a graph share it.
  var neighbourRowCache: NeighbourRowCache { content.neighbourRowCache }

  var catalog: Catalog {
    _read { yield content.catalog }
    _modify { yield &ownContent.catalog }
  }
  var nodes: NodeTable {
    _read { yield content.nodes }
    _modify { yield &ownContent.nodes }
  }
  var relationships: RelationshipTable {
    _read { yield content.relationships }
    _modify { yield &ownContent.relationships }
  }
  /// Range and text indexes, those of constraints included.
  var indexes: [PropertyIndex] {
    _read { yield content.indexes }
    _modify { yield &ownContent.indexes }
  }
  var textIndexes: [FullTextIndex] {
    _read { yield content.textIndexes }
    _modify { yield &ownContent.textIndexes }
  }
  /// How many full-text indexes there have ever been: each has the number of its making.
  var textIndexCount: Int {
    _read { yield content.textIndexCount }
    _modify { yield &ownContent.textIndexCount }
  }
  var constraints: [Constraint] {
    _read { yield content.constraints }
    _modify { yield &ownContent.constraints }
  }
  /// What a transaction has changed and full-text indexes have not been told of.
  var unsearched: TouchedElements {
    _read { yield content.unsearched }
    _modify { yield &ownContent.unsearched }
  }
  var degrees: DegreeStatistics {
    _read { yield content.degrees }
    _modify { yield &ownContent.degrees }
  }
  /// Changes with every change of indexes and constraints; never the same for two states that differ in them.
  public internal(set) var schemaStamp: UInt64 {
    get { content.schemaStamp }
    set { ownContent.schemaStamp = newValue }
  }
  /// Two states that one store has handed out as its latest are the same if their stamps are; a transaction's own state has that
  /// of the one it began with.
  public internal(set) var commitStamp: UInt64 {
    get { content.commitStamp }
    set { ownContent.commitStamp = newValue }
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

  /// For each node the number of its set of labels. O(nodes).
  package func labelSetNumbers(of nodes: [NodeID]) -> [UInt32] { self.nodes.labelSets.gather(nodes.map(\.rawValue)) }

  /// The labels of a set, in the order of their numbers.
  package func labels(inSet number: UInt32) -> [LabelID] { catalog.labelSets[number] }

  public func has(_ label: LabelID, _ node: NodeID) -> Bool { nodes.has(label, at: node.rawValue) }

  /// The type of a relationship that exists or has existed.
  public func type(of relationship: RelationshipID) -> RelationshipTypeID {
    RelationshipTypeID(UInt32(relationships.types[relationship.rawValue]))
  }

  /// For each relationship the number of its type. O(relationships).
  package func typeNumbers(of relationships: [RelationshipID]) -> [UInt16] {
    self.relationships.types.gather(relationships.map(\.rawValue))
  }

  public func source(of relationship: RelationshipID) -> NodeID { NodeID(relationships.sources[relationship.rawValue]) }
  public func target(of relationship: RelationshipID) -> NodeID { NodeID(relationships.targets[relationship.rawValue]) }
}
