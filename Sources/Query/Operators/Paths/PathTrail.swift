import Graph

/// The elements of a path under construction, from the node where it was begun, and what may be added to them.
struct PathTrail {
  /// Above so many elements a set answers whether one is there.
  private static let longestList = 24

  private let restriction: PathRestriction
  private(set) var relationships: [RelationshipID] = []
  private(set) var nodes: [NodeID]
  private var relationshipSet: Set<RelationshipID> = []
  private var nodeSet: Set<NodeID> = []

  init(_ restriction: PathRestriction, start: NodeID) {
    self.restriction = restriction
    nodes = [start]
  }

  /// Adds relationships and the nodes that they lead to; changes nothing and says no where they may not be met.
  mutating func extend(_ newRelationships: some Collection<RelationshipID>, _ newNodes: some Collection<NodeID>) -> Bool {
    var added = 0
    for (relationship, node) in zip(newRelationships, newNodes) {
      guard allows(relationship, node) else {
        shorten(by: added)
        return false
      }
      append(relationship, node)
      added += 1
    }
    return true
  }

  /// Takes the last relationships away, and the nodes that they led to.
  mutating func shorten(by count: Int) {
    for _ in 0..<count {
      let relationship = relationships.removeLast()
      let node = nodes.removeLast()
      if !relationshipSet.isEmpty { relationshipSet.remove(relationship) }
      // The start stays, also where the path had come back to it.
      if !nodeSet.isEmpty && node != nodes[0] { nodeSet.remove(node) }
    }
  }

  /// True where the path has come back to its start and may not go on.
  private var isClosed: Bool { restriction.nodes == .onceOrClosing && nodes.count > 1 && nodes[nodes.count - 1] == nodes[0] }

  private func allows(_ relationship: RelationshipID, _ node: NodeID) -> Bool {
    if !restriction.repeatsRelationships && contains(relationship) { return false }
    switch restriction.nodes {
    case .repeatable: return true
    case .once: return !contains(node)
    case .onceOrClosing: return !isClosed && (node == nodes[0] || !contains(node))
    }
  }

  private func contains(_ relationship: RelationshipID) -> Bool {
    relationshipSet.isEmpty ? relationships.contains(relationship) : relationshipSet.contains(relationship)
  }

  private func contains(_ node: NodeID) -> Bool { nodeSet.isEmpty ? nodes.contains(node) : nodeSet.contains(node) }

  private mutating func append(_ relationship: RelationshipID, _ node: NodeID) {
    relationships.append(relationship)
    nodes.append(node)
    if !restriction.repeatsRelationships {
      if !relationshipSet.isEmpty {
        relationshipSet.insert(relationship)
      } else if relationships.count > Self.longestList {
        relationshipSet = Set(relationships)
      }
    }
    guard restriction.nodes != .repeatable else { return }
    if !nodeSet.isEmpty {
      nodeSet.insert(node)
    } else if nodes.count > Self.longestList {
      nodeSet = Set(nodes)
    }
  }
}
