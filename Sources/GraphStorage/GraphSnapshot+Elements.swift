import Graph

extension GraphSnapshot {
  /// A node with its content.
  public func node(_ id: NodeID) -> Node {
    Node(id: id, labels: labels(of: id).map { labelName($0) }.sorted(), properties: properties(of: id))
  }

  /// A relationship with its content.
  public func relationship(_ id: RelationshipID) -> Relationship {
    Relationship(
      id: id, type: relationshipTypeName(type(of: id)), source: source(of: id), target: target(of: id),
      properties: properties(of: id))
  }

  /// All elements with their content: nodes by id, then relationships by id.
  public func elements() -> GraphElements { GraphElements(snapshot: self) }
}

/// The elements of a snapshot, made one at a time as they are asked for.
public struct GraphElements: Sequence, IteratorProtocol {
  let snapshot: GraphSnapshot
  private var nodes: [NodeID] = []
  private var relationships: [RelationshipID] = []
  private var position = 0
  private var nodeCursor = ScanCursor()
  private var relationshipCursor = ScanCursor()

  init(snapshot: GraphSnapshot) { self.snapshot = snapshot }

  public mutating func next() -> GraphElement? {
    if position < nodes.count {
      defer { position += 1 }
      return .node(snapshot.node(nodes[position]))
    }
    if relationships.isEmpty {
      nodes = snapshot.scanNodes(from: &nodeCursor)
      position = 0
      if !nodes.isEmpty { return next() }
    }
    if position >= relationships.count {
      relationships = snapshot.scanRelationships(from: &relationshipCursor)
      position = 0
      if relationships.isEmpty { return nil }
    }
    defer { position += 1 }
    return .relationship(snapshot.relationship(relationships[position]))
  }
}
