import Graph

/// The part of a graph that is drawn, in an order that does not depend on how the graph was built.
///
/// Layout programs take minutes for what takes a reader hours: `dot` draws 100 nodes in a tenth of a second and 200 in 25, and
/// `sfdp` 1,000 in one second (random graphs, Graphviz 2.43). So there are limits.
struct DOTSelection {
  static let largestNodeCount = 500
  static let largestRelationshipCount = 1_500
  /// Above this `dot` gives way to `sfdp`, and relationships lose their labels.
  static let largestLayeredNodeCount = 100
  static let largestLayeredRelationshipCount = 300

  private(set) var nodes: [Node] = []
  /// Their ends are places in `nodes`.
  private(set) var relationships: [(source: Int, target: Int, relationship: Relationship)] = []
  private(set) var summary = DOTSummary()
  /// Every label of the graph, drawn or not.
  private(set) var labels: Set<String> = []

  /// True where the drawing is small enough for layers and labels.
  var isSmall: Bool {
    nodes.count <= Self.largestLayeredNodeCount && relationships.count <= Self.largestLayeredRelationshipCount
  }

  /// Goes through `elements` twice. O(|V| + |E|), and O(n log n) of the part that is drawn.
  init(of elements: some Sequence<GraphElement>, drawsAll: Bool) {
    let degrees = countDegrees(elements)
    let smallestDegree = drawsAll ? 0 : Self.smallestDegree(of: degrees)
    collect(elements, degrees: degrees, smallestDegree: smallestDegree)
    order()
    if !drawsAll { limit(degrees: degrees) }
    summary.omittedNodeCount -= nodes.count
    summary.nodeCount = nodes.count
    summary.omittedRelationshipCount -= relationships.count
    summary.relationshipCount = relationships.count
  }

  private mutating func countDegrees(_ elements: some Sequence<GraphElement>) -> [NodeID: Int] {
    var degrees: [NodeID: Int] = [:]
    // Nodes of one kind mostly come together.
    var lastLabels: [String] = []
    for element in elements {
      switch element {
      case .node(let node):
        degrees[node.id, default: 0] += 0
        if node.labels != lastLabels {
          lastLabels = node.labels
          labels.formUnion(lastLabels)
        }
        summary.omittedNodeCount += 1
      case .relationship(let relationship):
        guard let content = relationship.content else { continue }
        degrees[content.source, default: 0] += 1
        degrees[content.target, default: 0] += 1
        summary.omittedRelationshipCount += 1
      }
    }
    return degrees
  }

  /// The degree of the last node that has a place.
  private static func smallestDegree(of degrees: [NodeID: Int]) -> Int {
    guard degrees.count > largestNodeCount else { return 0 }
    return degrees.values.sorted(by: >)[largestNodeCount - 1]
  }

  private mutating func collect(_ elements: some Sequence<GraphElement>, degrees: [NodeID: Int], smallestDegree: Int) {
    var places: [NodeID: Int] = [:]
    for element in elements {
      switch element {
      case .node(let node):
        guard degrees[node.id, default: 0] >= smallestDegree else { continue }
        places[node.id] = nodes.count
        nodes.append(node)
      case .relationship(let relationship):
        guard let content = relationship.content, let source = places[content.source], let target = places[content.target]
        else { continue }
        relationships.append((source, target, relationship))
      }
    }
  }

  /// Brings nodes and relationships into their canonical order.
  private mutating func order() {
    let relationshipContents = relationships.map { Self.content(of: $0.relationship) }
    let edges = relationships.indices.map {
      CanonicalOrder.Edge(
        source: relationships[$0].source, target: relationships[$0].target, content: relationshipContents[$0])
    }
    let order = CanonicalOrder(contents: nodes.map(Self.content), edges: edges)
    nodes = order.nodes.map { nodes[$0] }
    relationships = relationships.indices.map { index in
      let one = relationships[index]
      return (order.ranks[one.source], order.ranks[one.target], one.relationship, relationshipContents[index])
    }
    .sorted { ($0.0, $0.2.content!.type, $0.1, $0.3) < ($1.0, $1.2.content!.type, $1.1, $1.3) }
    .map { ($0.0, $0.1, $0.2) }
  }

  /// Keeps the best connected nodes, and of the relationships among them those of the best connected ends.
  private mutating func limit(degrees: [NodeID: Int]) {
    let byDegree = nodes.indices.sorted { (-degrees[nodes[$0].id]!, $0) < (-degrees[nodes[$1].id]!, $1) }
    let kept = byDegree.prefix(Self.largestNodeCount).sorted()
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    relationships = relationships.compactMap { one in
      guard let source = places[one.source], let target = places[one.target] else { return nil }
      return (source, target, one.relationship)
    }
    nodes = kept.map { nodes[$0] }
    guard relationships.count > Self.largestRelationshipCount else { return }
    let weights = relationships.map { degrees[nodes[$0.source].id]! + degrees[nodes[$0.target].id]! }
    let heaviest = relationships.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    relationships = heaviest.prefix(Self.largestRelationshipCount).sorted().map { relationships[$0] }
  }

  private static func content(of node: Node) -> String {
    node.labels.sorted().joined(separator: "\u{1F}") + "\u{1E}" + content(of: node.properties)
  }

  private static func content(of relationship: Relationship) -> String {
    (relationship.content?.type ?? "") + "\u{1E}" + content(of: relationship.content?.properties ?? PropertyMap())
  }

  private static func content(of properties: PropertyMap) -> String {
    properties.entries.sorted { $0.key < $1.key }.map { "\($0.key)\u{1F}\(CypherText.literal($0.value))" }.joined(
      separator: "\u{1E}")
  }
}
