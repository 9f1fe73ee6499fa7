/// The nodes and relationships in some values, however deep, each once.
public struct ElementSet: Sendable {
  public private(set) var nodes: [NodeID: Node] = [:]
  public private(set) var relationships: [RelationshipID: Relationship] = [:]

  public init(_ values: some Sequence<Value> = []) {
    for value in values { add(value) }
  }

  public var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty }

  public var sortedNodes: [Node] { nodes.values.sorted { $0.id < $1.id } }
  public var sortedRelationships: [Relationship] { relationships.values.sorted { $0.id < $1.id } }

  /// Ends of relationships that are not among the nodes, by id.
  public var missingNodes: [NodeID] {
    let ends = relationships.values.flatMap { [$0.content?.source, $0.content?.target].compactMap { $0 } }
    return Set(ends).filter { nodes[$0] == nil }.sorted()
  }

  /// What was gathered as a stream: nodes first, both by id.
  public var elements: [GraphElement] {
    sortedNodes.map { .node($0) } + sortedRelationships.map { .relationship($0) }
  }

  public mutating func add(_ value: Value) {
    switch value {
    case .node(let node): nodes[node.id] = node
    case .relationship(let relationship): relationships[relationship.id] = relationship
    case .path(let path):
      for node in path.nodes { nodes[node.id] = node }
      for relationship in path.relationships { relationships[relationship.id] = relationship }
    case .list(let values): for value in values { add(value) }
    case .map(let map): for entry in map.entries { add(entry.value) }
    default: break
    }
  }
}
