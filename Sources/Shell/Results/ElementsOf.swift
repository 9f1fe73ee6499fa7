import Graph

/// The nodes and relationships in a result, each once, nodes first, both by id.
struct ElementsOf {
  private(set) var nodes: [NodeID: Node] = [:]
  private(set) var relationships: [RelationshipID: Relationship] = [:]

  init(_ result: LastResult) {
    for record in result.records {
      for value in record { add(value) }
    }
  }

  init(values: [Value]) {
    for value in values { add(value) }
  }

  var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty }

  var sortedNodes: [Node] { nodes.values.sorted { $0.id < $1.id } }
  var sortedRelationships: [Relationship] { relationships.values.sorted { $0.id < $1.id } }

  /// Ends of relationships that are not among the nodes.
  var missingNodes: [NodeID] {
    let ends = relationships.values.flatMap { [$0.content?.source, $0.content?.target].compactMap { $0 } }
    return Set(ends).filter { nodes[$0] == nil }.sorted()
  }

  var elements: [GraphElement] {
    sortedNodes.map { .node($0) } + sortedRelationships.map { .relationship($0) }
  }

  mutating func add(_ value: Value) {
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
