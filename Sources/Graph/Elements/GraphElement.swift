/// One element of a graph on its way in or out: with its content, in the identifiers of the stream that carries it.
///
/// A stream gives every node before the relationships that use it. `Interchange` reads and writes such streams without
/// knowing a store; the store gives one (`GraphSnapshot.elements`) and takes one (`BulkLoader`).
public enum GraphElement: Sendable {
  case node(Node)
  case relationship(Relationship)
}

/// Many nodes of one label set as columns: the bulk form of `GraphElement.node`.
public struct NodeColumns: Sendable {
  public var labels: [String]
  /// What relationships of the same load call these nodes; integers or strings, no nulls, each once in a load.
  public var externalIDs: Vector
  /// Property columns, each of `count` rows; a null leaves the property out.
  public var properties: [(key: String, values: Vector)]

  public var count: Int { externalIDs.count }

  public init(labels: [String], externalIDs: Vector, properties: [(key: String, values: Vector)]) {
    self.labels = labels
    self.externalIDs = externalIDs
    self.properties = properties
  }
}

/// Many relationships of one type as columns: the bulk form of `GraphElement.relationship`.
public struct RelationshipColumns: Sendable {
  public var type: String
  /// External ids of the source and target nodes, as given in `NodeColumns.externalIDs`.
  public var sourceIDs: Vector
  public var targetIDs: Vector
  public var properties: [(key: String, values: Vector)]

  public var count: Int { sourceIDs.count }

  public init(type: String, sourceIDs: Vector, targetIDs: Vector, properties: [(key: String, values: Vector)]) {
    self.type = type
    self.sourceIDs = sourceIDs
    self.targetIDs = targetIDs
    self.properties = properties
  }
}
