/// A node that a list of changes speaks of: one that the graph has, or the n-th that the list itself creates.
public enum NodeReference: Hashable, Sendable {
  case existing(NodeID)
  case created(Int)
}

/// One change to a graph, as data: what reading a document yields and a transaction applies, all or nothing.
public enum GraphChange: Sendable {
  /// The next created node; the first is `NodeReference.created(0)`.
  case createNode(labels: [String], properties: PropertyMap)
  case createRelationship(type: String, source: NodeReference, target: NodeReference, properties: PropertyMap)
  /// Sets a property; `.null` removes it.
  case setProperty(of: NodeReference, key: String, value: Value)
  case addLabel(to: NodeReference, label: String)
  /// Makes an index; does nothing if there is one of that name or over the same.
  case createIndex(IndexDefinition)
}
