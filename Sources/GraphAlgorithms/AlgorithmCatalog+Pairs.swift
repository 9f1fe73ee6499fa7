// Algorithms that speak of two nodes at a time.

/// How to get from node to node.
extension AlgorithmCatalog {
  private static let from = AlgorithmParameter("source", .node, "Where the paths begin (required)")
  private static let to = AlgorithmParameter("target", .node, "Where the paths end (required)")
  private static let limit = AlgorithmParameter("limit", .float, "How far to look (everywhere)")

  private static let pathNote =
    "Of parallel relationships the lightest is taken, of equally light ones that with the smallest id. No weight may be negative."

  static let paths = [
    AlgorithmDescription(
      name: "shortestPath", summary: "A path of least weight from one node to another",
      results: [.path, .distance], parameters: AlgorithmParameter.weightedProjection + [.direction(.outgoing), from, to],
      note: pathNote, complexity: "|V| + |E|, with weights × log |V|", source: "E. F. Moore 1959; E. W. Dijkstra 1959"),
    AlgorithmDescription(
      name: "shortestPaths", summary: "A path of least weight from one node to each that it reaches, the nearest first",
      results: [.target, .distance, .path],
      parameters: AlgorithmParameter.weightedProjection + [.direction(.outgoing), from, limit],
      note: pathNote, complexity: "|V| + |E|, with weights × log |V|", source: "E. F. Moore 1959; E. W. Dijkstra 1959"),
    AlgorithmDescription(
      name: "allPairs", summary: "The distance from every node to every other that it reaches",
      results: [.source, .target, .distance],
      parameters: AlgorithmParameter.weightedProjection + [.direction(.outgoing), limit],
      note: pathNote, complexity: "|V| × (|V| + |E|), with weights × log |V|", source: "E. F. Moore 1959; E. W. Dijkstra 1959"),
    AlgorithmDescription(
      name: "kShortestPaths",
      summary: "The paths of least weight from one node to another that meet no node twice, the best first",
      results: [AlgorithmResult("rank", .integer), .path, .distance],
      parameters: AlgorithmParameter.weightedProjection + [
        .direction(.outgoing), from, to, AlgorithmParameter("k", .integer, "How many paths at most (3)"),
      ],
      note: pathNote, complexity: "k × |V| × (|V| + |E|) × log |V|", source: "J. Y. Yen 1971"),
  ]
}

/// How much fits through.
extension AlgorithmCatalog {
  private static let flowParameters =
    [
      AlgorithmParameter.labels, .types,
      AlgorithmParameter("weight", .name, "The property that holds a relationship's capacity (every capacity is 1)"),
      AlgorithmParameter("defaultWeight", .float, "The capacity of relationships without that property (1)"),
      .direction(.outgoing), AlgorithmParameter("source", .node, "Where the flow begins (required)"),
      AlgorithmParameter("target", .node, "Where the flow ends (required)"),
    ]

  private static let flowNote = "Parallel relationships carry each what they can, loops nothing. No capacity may be negative."

  static let flow = [
    AlgorithmDescription(
      name: "maxFlow", summary: "How much can flow from one node to another, and the relationships that are the bottleneck",
      results: [AlgorithmResult("flow", .float), AlgorithmResult("cut", .relationships)], parameters: flowParameters,
      note: flowNote, complexity: "|V|² × |E| at worst", source: "E. A. Dinic 1970"),
    AlgorithmDescription(
      name: "flows", summary: "How much flows through each relationship where as much as can flows from one node to another",
      results: [.relationship, .source, .target, AlgorithmResult("flow", .float), AlgorithmResult("capacity", .float)],
      parameters: flowParameters, note: flowNote, complexity: "|V|² × |E| at worst", source: "E. A. Dinic 1970"),
  ]
}

/// Who is like whom.
extension AlgorithmCatalog {
  private static let cutoff = AlgorithmParameter("cutoff", .float, "Only pairs with at least this score (all above 0)")
  private static let pair = [
    AlgorithmParameter("source", .node, "Only pairs with this node (all pairs)"),
    AlgorithmParameter("target", .node, "With `source`: only this pair, joined or not (all pairs)"),
  ]
  private static let pairResults = [AlgorithmResult.source, .target, .score]

  private static let likenessNote = "Every pair is there once. Loops and parallel relationships do not count."

  static let likeness =
    [
      AlgorithmDescription(
        name: "similarity", summary: "How much the neighbourhoods of two nodes are alike", results: pairResults,
        parameters: AlgorithmParameter.projection + [
          .direction(.both),
          AlgorithmParameter("metric", .word(NodeSimilarity.Metric.allCases.map(\.rawValue)), "What is compared ('jaccard')"),
          cutoff,
        ] + pair,
        note: likenessNote, complexity: "the sum of the squared degrees", source: "P. Jaccard 1912; D. Szymkiewicz 1934")
    ]
    + [
      ("commonNeighbours", "How many neighbours two nodes that are not joined share", "M. Newman 2001"),
      (
        "adamicAdar", "The neighbours that two nodes that are not joined share, where who has few neighbours counts more",
        "L. Adamic and E. Adar 2003"
      ),
      (
        "resourceAllocation", "The neighbours that two nodes that are not joined share, each divided by its degree",
        "T. Zhou, L. Lü and Y.-C. Zhang 2009"
      ),
      (
        "preferentialAttachment", "The product of the degrees of two nodes that are not joined but share a neighbour",
        "A.-L. Barabási and others 2002"
      ),
    ].map { (name: String, summary: String, source: String) in
      AlgorithmDescription(
        name: name, summary: summary, results: pairResults, parameters: AlgorithmParameter.projection + [cutoff] + pair,
        note: likenessNote, complexity: "the sum of the squared degrees", source: source)
    }
}
