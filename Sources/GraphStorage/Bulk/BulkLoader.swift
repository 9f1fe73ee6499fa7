import Graph

/// Loads many elements at once: columns go straight into segments, adjacency is sorted once at the end, and nothing is written
/// to the journal: in a file, segments are written beside the old ones as soon as they are whole. All or nothing: before `finish`
/// nobody sees anything, and a loader that goes without it has changed nothing.
///
/// Holds the store's writing place from its making to `finish` (or its end). Nodes come before the relationships that use
/// them. Not safe to share between threads.
public final class BulkLoader {
  let transaction: GraphTransaction
  var externalIDs = ExternalIDs()
  var translation: PoolTranslation
  /// The relationships that adjacency does not know yet.
  private var pending: [RelationshipTypeID: PendingRelationships] = [:]
  /// Labels of nodes and types of relationships that indexes do not know yet.
  private var unindexedLabels: Set<LabelID> = []
  private var unindexedTypes: Set<RelationshipTypeID> = []
  /// The names of indexes that know all of them.
  private var indexed: Set<String> = []
  private var isFinished = false
  /// Takes segments that are whole; nil where all of them stay in memory until the end.
  private let stream: SegmentStream?
  /// The segments up to these have been handed over.
  private var streamedNodeSegments = 0
  private var streamedRelationshipSegments = 0

  public init(_ store: GraphStore) throws(StorageError) {
    transaction = try store.beginLoad()
    translation = PoolTranslation(target: transaction.snapshot.pool)
    stream = store.file.map { SegmentStream($0) }
  }

  deinit {
    stream?.end()
    if !isFinished { transaction.rollback() }
  }

  /// What the graph has with what has been added.
  public var nodeCount: Int { transaction.snapshot.nodeCount }
  public var relationshipCount: Int { transaction.snapshot.relationshipCount }

  // MARK: - Adding

  /// Adds nodes; their ids are dense and in the order of the rows.
  /// - Throws: `damaged` never; `missingElement` where an external id is null or given twice; `unstorableValue`.
  public func add(_ columns: NodeColumns) throws(StorageError) {
    let count = columns.count
    guard count > 0 else { return }
    let rows = try reserve(count, after: transaction.snapshot.nodes.capacity, "nodes")
    try externalIDs.add(columns.externalIDs, from: rows.lowerBound, translation: &translation)
    let labels = Set(columns.labels.map { transaction.labelID(creating: $0) }).sorted()
    let number = transaction.snapshot.catalog.labelSets.number(of: labels)
    transaction.hasChanges = true
    indexed = []
    transaction.snapshot.nodes.capacity = rows.upperBound
    transaction.snapshot.nodes.existing.insert(contentsOf: rows)
    transaction.snapshot.nodes.labelSets.fill(number, rows)
    for label in labels {
      transaction.snapshot.nodes.labels[Int(label.rawValue)].insert(contentsOf: rows)
      unindexedLabels.insert(label)
    }
    touch(.node, labels.map(\.rawValue), rows)
    for (name, values) in columns.properties {
      let key = try reserve(name, values, count)
      transaction.snapshot.nodes.properties.reserve(key)
      try append(values, name, to: &transaction.snapshot.nodes.properties.columns[Int(key.rawValue)], from: rows.lowerBound)
    }
    if let stream { streamNodes(to: stream) }
  }

  /// Adds relationships between nodes of this load.
  /// - Throws: `missingElement` where no node has the external id; `unstorableValue`.
  public func add(_ columns: RelationshipColumns) throws(StorageError) {
    let count = columns.count
    guard count > 0 else { return }
    let rows = try reserve(count, after: transaction.snapshot.relationships.capacity, "relationships")
    let type = try transaction.relationshipTypeID(creating: columns.type)
    let sources = try externalIDs.rows(of: columns.sourceIDs, translation: &translation)
    let targets = try externalIDs.rows(of: columns.targetIDs, translation: &translation)
    guard targets.count == count else { throw Self.shapeError("target ids", targets.count, count) }
    transaction.hasChanges = true
    indexed = []
    transaction.snapshot.relationships.capacity = rows.upperBound
    transaction.snapshot.relationships.existing.insert(contentsOf: rows)
    transaction.snapshot.relationships.byType[Int(type.rawValue)].insert(contentsOf: rows)
    transaction.snapshot.relationships.types.fill(UInt16(type.rawValue), rows)
    sources.withUnsafeBufferPointer { transaction.snapshot.relationships.sources.set(contentsOf: $0, from: rows.lowerBound) }
    targets.withUnsafeBufferPointer { transaction.snapshot.relationships.targets.set(contentsOf: $0, from: rows.lowerBound) }
    pending[type, default: PendingRelationships()].append(rows, sources: sources, targets: targets)
    unindexedTypes.insert(type)
    touch(.relationship, [type.rawValue], rows)
    for (name, values) in columns.properties {
      let key = try reserve(name, values, count)
      transaction.snapshot.relationships.properties.reserve(key)
      try append(
        values, name, to: &transaction.snapshot.relationships.properties.columns[Int(key.rawValue)], from: rows.lowerBound)
    }
    if let stream { streamRelationships(to: stream) }
  }

  /// Adds one element; the ids of the stream's nodes are external ids of this load.
  public func add(_ element: GraphElement) throws(StorageError) {
    try stream?.drain()
    indexed = []
    switch element {
    case .node(let node):
      let labels = node.labels.map { transaction.labelID(creating: $0) }
      let created = try transaction.createNode(labels: labels, properties: transaction.numbered(node.properties))
      try externalIDs.add(Int64(node.id.rawValue), row: created.rawValue)
    case .relationship(let relationship):
      guard let content = relationship.content else {
        throw StorageError(.missingElement, "relationship \(relationship.id.rawValue) comes without its type and ends")
      }
      let source = try externalIDs.row(of: Int64(content.source.rawValue))
      let target = try externalIDs.row(of: Int64(content.target.rawValue))
      try transaction.createRelationship(
        try transaction.relationshipTypeID(creating: content.type), from: NodeID(source), to: NodeID(target),
        properties: transaction.numbered(content.properties))
    }
  }

  /// Makes an index over what is there and what has been added; does nothing if there is one over the same.
  public func createIndex(_ definition: IndexDefinition) throws(StorageError) {
    if transaction.snapshot.indexDefinitions.contains(where: { $0.coversSame(as: definition) }) { return }
    try stream?.drain()
    try transaction.createIndex(definition)
    indexed.insert(definition.name)
  }

  /// Makes unique constraints over what is there and what has been added, of names made up of label and key, their indexes on all
  /// workers; none where there is a constraint or an index over the same.
  /// - Throws: `constraintUnsatisfied`; the load can then only be given up.
  public func createUniqueConstraints(_ wanted: [(label: String, key: String)]) throws(StorageError) {
    try stream?.drain()
    var definitions: [ConstraintDefinition] = []
    for (label, key) in wanted {
      var definition = ConstraintDefinition(name: "", requirement: .unique, owner: label, keys: [key])
      definition.name = transaction.freeName(definition.generatedName)
      let isCovered = transaction.snapshot.indexDefinitions.contains { $0.coversSame(as: definition.index) }
      if !isCovered { definitions.append(definition) }
    }
    try transaction.createConstraints(definitions, stream)
    indexed.formUnion(definitions.map(\.name))
  }

  // MARK: - Finishing

  /// Builds adjacency and indexes, checks the constraints, writes everything in one transaction of the file and publishes it.
  /// - Throws: `constraintViolated`, and what keeps a file from being written; nothing is loaded then.
  public func finish() throws(StorageError) {
    precondition(!isFinished, "a load is finished once")
    try stream?.drain()
    AdjacencyBuilder.build(&pending, &transaction.snapshot, stream)
    try stream?.drain()
    for position in transaction.snapshot.indexes.indices {
      let (definition, target) = (
        transaction.snapshot.indexes[position].definition, transaction.snapshot.indexes[position].target
      )
      if indexed.contains(definition.name) { continue }
      let isConcerned =
        switch target.element {
        case .node: unindexedLabels.contains(LabelID(target.owner))
        case .relationship: unindexedTypes.contains(RelationshipTypeID(target.owner))
        }
      guard isConcerned else { continue }
      transaction.snapshot.indexes[position] = PropertyIndex(definition, target, of: transaction.snapshot)
    }
    try transaction.verifyAllConstraints()
    isFinished = true
    try transaction.commitAsCheckpoint()
  }

  // MARK: - Streaming

  /// Hands over what is whole of the nodes.
  private func streamNodes(to stream: SegmentStream) {
    let whole = streamedNodeSegments..<Int(transaction.snapshot.nodes.capacity) >> SegmentGeometry.rowBits
    guard !whole.isEmpty else { return }
    streamedNodeSegments = whole.upperBound
    stream.take(&transaction.snapshot.nodes.existing.segments, whole)
    stream.take(&transaction.snapshot.nodes.labelSets.segments, whole)
    for label in transaction.snapshot.nodes.labels.indices {
      stream.take(&transaction.snapshot.nodes.labels[label].segments, whole)
    }
    for key in transaction.snapshot.nodes.properties.columns.indices {
      stream.take(&transaction.snapshot.nodes.properties.columns[key].segments, whole)
    }
  }

  /// Hands over what is whole of the relationships.
  private func streamRelationships(to stream: SegmentStream) {
    let whole = streamedRelationshipSegments..<Int(transaction.snapshot.relationships.capacity) >> SegmentGeometry.rowBits
    guard !whole.isEmpty else { return }
    streamedRelationshipSegments = whole.upperBound
    stream.take(&transaction.snapshot.relationships.existing.segments, whole)
    stream.take(&transaction.snapshot.relationships.types.segments, whole)
    stream.take(&transaction.snapshot.relationships.sources.segments, whole)
    stream.take(&transaction.snapshot.relationships.targets.segments, whole)
    for type in transaction.snapshot.relationships.byType.indices {
      stream.take(&transaction.snapshot.relationships.byType[type].segments, whole)
    }
    for key in transaction.snapshot.relationships.properties.columns.indices {
      stream.take(&transaction.snapshot.relationships.properties.columns[key].segments, whole)
    }
  }

  // MARK: - Helpers

  /// Full-text indexes have to look at rows that were added as columns.
  private func touch(_ element: ElementKind, _ owners: [UInt32], _ rows: Range<UInt32>) {
    guard transaction.snapshot.textIndexes.contains(where: { $0.isOver(element, owners, nil) }) else { return }
    for row in rows { transaction.snapshot.unsearched.insert(element, row) }
  }

  private func reserve(_ count: Int, after first: UInt32, _ what: String) throws(StorageError) -> Range<UInt32> {
    guard Int(first) + count < Int(UInt32.max) else {
      throw StorageError(.limitExceeded, "a graph holds at most 4,294,967,294 \(what)")
    }
    return first..<(first + UInt32(count))
  }

  private func reserve(_ name: String, _ values: Vector, _ count: Int) throws(StorageError) -> PropertyKeyID {
    guard values.count == count else { throw Self.shapeError("property \(name)", values.count, count) }
    return transaction.propertyKeyID(creating: name)
  }

  private func append(
    _ values: Vector, _ name: String, to column: inout Column, from first: UInt32
  ) throws(StorageError) {
    if case .values(let boxed) = values.storage, let bad = boxed.firstIndex(where: { !ValueCoding.isStorable($0) }) {
      throw StorageError(.unstorableValue, "row \(bad) of property `\(name)` holds what a property cannot")
    }
    column.append(values, from: first, translation: &translation)
  }

  private static func shapeError(_ what: String, _ found: Int, _ expected: Int) -> StorageError {
    StorageError(.missingElement, "the \(what) have \(found) rows, and \(expected) are expected")
  }
}
