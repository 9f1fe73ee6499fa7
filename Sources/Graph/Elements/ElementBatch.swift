/// Some elements of one kind as columns, on their way out of a graph: the bulk form of `GraphElement`.
///
/// A batch comes bare from its source, with what tells elements apart and joins them; its properties are asked for when they
/// are wanted, and only for the rows that are (`selecting`).
public struct ElementBatch: Sendable {
  public typealias Column = (key: String, values: Vector)

  public let kind: ElementKind
  /// The number of the batch in its source.
  public let index: Int
  /// What the source calls the elements: their ids, or their places in a list.
  public private(set) var rows: [UInt32]
  public private(set) var ids: [UInt32]
  /// The label sets of the nodes, or the types of the relationships, each alone.
  public let names: [[String]]
  /// For each element its place in `names`.
  public private(set) var nameNumbers: [UInt32]
  /// The ends of relationships; empty for nodes.
  public private(set) var sources: [UInt32]
  public private(set) var targets: [UInt32]
  /// A column for each key, null where an element has no such property. A key that none of the elements has may be left out.
  public var properties: [Column] = []

  public init(
    _ kind: ElementKind, index: Int, rows: [UInt32], ids: [UInt32], names: [[String]], nameNumbers: [UInt32],
    sources: [UInt32] = [], targets: [UInt32] = []
  ) {
    self.kind = kind
    self.index = index
    self.rows = rows
    self.ids = ids
    self.names = names
    self.nameNumbers = nameNumbers
    self.sources = sources
    self.targets = targets
  }

  /// The number of elements.
  public var count: Int { ids.count }

  /// The elements at `places`, without properties.
  public func selecting(_ places: [Int]) -> ElementBatch {
    var part = self
    part.rows = places.map { rows[$0] }
    part.ids = places.map { ids[$0] }
    part.nameNumbers = places.map { nameNumbers[$0] }
    part.sources = kind == .node ? [] : places.map { sources[$0] }
    part.targets = kind == .node ? [] : places.map { targets[$0] }
    part.properties = []
    return part
  }

  /// The labels of a node; the type of a relationship, alone.
  public func names(of place: Int) -> [String] { names[Int(nameNumbers[place])] }

  /// One element with the properties that the batch has.
  public func element(_ place: Int) -> GraphElement {
    var map = PropertyMap()
    for column in properties where !column.values.isNull(place) { map[column.key] = column.values[place] }
    switch kind {
    case .node: return .node(Node(id: NodeID(ids[place]), labels: names(of: place), properties: map))
    case .relationship:
      return .relationship(
        Relationship(
          id: RelationshipID(ids[place]), type: names(of: place)[0], source: NodeID(sources[place]),
          target: NodeID(targets[place]), properties: map))
    }
  }
}

/// Elements of a graph in batches of at most `Batch.capacity`, nodes before the relationships that use them.
///
/// Any batch may be asked for at any time, again, and by several threads at once. `Interchange` writes what such a source gives
/// without knowing a store.
public protocol ElementSource: Sendable {
  var batchCount: Int { get }
  /// A batch without properties; it may be empty.
  func batch(_ index: Int) -> ElementBatch
  /// The properties of the elements of a batch of this source, in the order in which they are written.
  func properties(of batch: ElementBatch) -> [ElementBatch.Column]
  /// For each property key of the elements of a kind the types of its values. A source that knows them without reading the values
  /// says so itself.
  func valueTypes(of kind: ElementKind) -> [String: Set<ValueType>]
}

extension ElementSource {
  public func batchWithProperties(_ index: Int) -> ElementBatch {
    var batch = batch(index)
    batch.properties = properties(of: batch)
    return batch
  }

  public func valueTypes(of kind: ElementKind) -> [String: Set<ValueType>] {
    var types: [String: Set<ValueType>] = [:]
    for index in 0..<batchCount {
      let batch = batch(index)
      guard batch.kind == kind else { continue }
      for column in properties(of: batch) {
        for row in 0..<batch.count where !column.values.isNull(row) {
          types[column.key, default: []].insert(column.values[row].type)
        }
      }
    }
    return types
  }

  /// The elements one at a time, for sources of a few.
  public var all: some Sequence<GraphElement> {
    (0..<batchCount).lazy.flatMap { index in
      let batch = batchWithProperties(index)
      return (0..<batch.count).lazy.map { batch.element($0) }
    }
  }
}
