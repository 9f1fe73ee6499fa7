import Cypher
import Graph
import GraphStorage

/// The nodes and relationships that a query returns, each once, in the order of their ids, with the nodes at both ends of
/// every relationship.
struct ResultElements {
  private var nodes: [NodeID: Node] = [:]
  private var relationships: [RelationshipID: Relationship] = [:]

  /// What was gathered, as a stream.
  ///
  /// - Parameter snapshot: has the ends that the query did not return.
  func elements(in snapshot: GraphSnapshot) -> [GraphElement] {
    var nodes = nodes
    for case let content? in relationships.values.map(\.content) {
      for end in [content.source, content.target] where nodes[end] == nil { nodes[end] = snapshot.node(end) }
    }
    return nodes.values.sorted { $0.id < $1.id }.map(GraphElement.node)
      + relationships.values.sorted { $0.id < $1.id }.map(GraphElement.relationship)
  }

  /// Takes what is in a value, however deep.
  mutating func add(_ value: Value) {
    switch value {
    case .node(let node): nodes[node.id] = node
    case .relationship(let relationship): relationships[relationship.id] = relationship
    case .path(let path):
      for node in path.nodes { nodes[node.id] = node }
      for relationship in path.relationships { relationships[relationship.id] = relationship }
    case .list(let elements): for element in elements { add(element) }
    case .map(let map): for entry in map.entries { add(entry.value) }
    default: break
    }
  }
}
