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

  /// Goes through `elements` twice, and reads the properties of what may be drawn. O(|V| + |E|), and O(n log n) of the part
  /// that is drawn.
  init(of elements: some ElementSource, options: DOTOptions) {
    let overview = options.extent == .overview ? DOTOverview(drawsPassages: options.clustering == .document) : nil
    let degrees = DOTDegrees(of: elements, leavingOut: overview)
    labels = degrees.labels
    summary.omittedNodeCount = degrees.nodeCount
    summary.omittedRelationshipCount = degrees.relationshipCount
    let drawsAll = options.extent == .all
    let smallestDegree = drawsAll ? 0 : degrees.smallest(ofLargest: Self.largestNodeCount)
    summary.isCut = smallestDegree > 0
    collect(elements, degrees, smallestDegree: smallestDegree)
    if let overview = degrees.overview { leaveOutBare(overview) }
    order()
    if !drawsAll { limit(degrees) }
    summary.isOverview = degrees.overview.map { !$0.drawsPassages } ?? false
    summary.omittedNodeCount -= nodes.count
    summary.nodeCount = nodes.count
    summary.omittedRelationshipCount -= relationships.count
    summary.relationshipCount = relationships.count
  }

  private mutating func collect(_ elements: some ElementSource, _ degrees: DOTDegrees, smallestDegree: Int) {
    let overview = degrees.overview
    var places: [UInt32: Int] = [:]
    elements.forEachInOrder { index in
      let batch = elements.batch(index)
      let isDrawn = batch.names.map { names in
        guard let overview else { return true }
        return !(batch.kind == .node ? overview.leavesOut(labels: names) : overview.leavesOut(type: names[0]))
      }
      var part = batch.selecting(
        (0..<batch.count).filter { place in
          guard isDrawn[Int(batch.nameNumbers[place])] else { return false }
          return batch.kind == .node
            ? degrees[batch.ids[place]] >= smallestDegree
            : degrees[batch.sources[place]] >= smallestDegree && degrees[batch.targets[place]] >= smallestDegree
        })
      if part.count > 0 { part.properties = elements.properties(of: part) }
      return part
    } _: { part in
      for place in 0..<part.count {
        switch part.element(place) {
        case .node(let node):
          if overview?.isOwnVoice(node) == true { continue }
          places[node.id.rawValue] = nodes.count
          nodes.append(node)
        case .relationship(let relationship):
          guard let source = places[part.sources[place]], let target = places[part.targets[place]] else { continue }
          relationships.append((source, target, relationship))
        }
      }
    }
  }

  /// Takes out the nodes that no relationship joins to the rest and that stand in a document only, unless all are such.
  private mutating func leaveOutBare(_ overview: DOTOverview) {
    var isJoined = [Bool](repeating: false, count: nodes.count)
    for one in relationships {
      isJoined[one.source] = true
      isJoined[one.target] = true
    }
    let kept = nodes.indices.filter { isJoined[$0] || !overview.isBare(nodes[$0]) }
    if !kept.isEmpty { keep(kept) }
  }

  /// Keeps the nodes at `kept`, ascending, and the relationships among them.
  private mutating func keep(_ kept: [Int]) {
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    relationships = relationships.compactMap { one in
      guard let source = places[one.source], let target = places[one.target] else { return nil }
      return (source, target, one.relationship)
    }
    nodes = kept.map { nodes[$0] }
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
  private mutating func limit(_ degrees: DOTDegrees) {
    let byDegree = nodes.indices.sorted { (-degrees[nodes[$0].id.rawValue], $0) < (-degrees[nodes[$1].id.rawValue], $1) }
    summary.isCut = summary.isCut || nodes.count > Self.largestNodeCount || relationships.count > Self.largestRelationshipCount
    keep(byDegree.prefix(Self.largestNodeCount).sorted())
    guard relationships.count > Self.largestRelationshipCount else { return }
    let weights = relationships.map { degrees[nodes[$0.source].id.rawValue] + degrees[nodes[$0.target].id.rawValue] }
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
