/// A walk through the graph: `nodes` has one element more than `relationships`, and `relationships[i]` joins `nodes[i]` and
/// `nodes[i + 1]` in either direction.
public struct Path: Sendable {
  public let nodes: [Node]
  public let relationships: [Relationship]

  public init(nodes: [Node], relationships: [Relationship]) {
    precondition(nodes.count == relationships.count + 1, "a path has one node more than relationships")
    self.nodes = nodes
    self.relationships = relationships
  }

  /// The number of relationships.
  public var length: Int { relationships.count }
}
