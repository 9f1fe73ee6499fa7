/// Every algorithm that is run over a graph, by the name by which procedures call it.
public enum AlgorithmCatalog {
  public static let all: [AlgorithmDescription] = centrality + community + structure + paths + flow + likeness

  public static func algorithm(named name: String) -> AlgorithmDescription? { all.first { $0.name == name } }
}

/// Which nodes matter.
extension AlgorithmCatalog {
  private static let centrality = [
    AlgorithmDescription(
      name: "degree", summary: "How many relationships each node has, or how much they weigh",
      results: [.node, AlgorithmResult("degree", .number)],
      parameters: AlgorithmParameter.weightedProjection + [.direction(.outgoing)],
      note: "Parallel relationships count each; both ways a loop counts twice.",
      complexity: "|V| + |E|", source: ""),
    AlgorithmDescription(
      name: "pagerank", summary: "How much of a random walk is spent at each node",
      results: [.node, .score],
      parameters: AlgorithmParameter.weightedProjection + [
        .direction(.outgoing),
        AlgorithmParameter("damping", .float, "The probability of following a relationship (0.85)"),
        AlgorithmParameter("iterations", .integer, "How many rounds at most (20)"),
        AlgorithmParameter("tolerance", .float, "A round that moves less than this in all is the last (1e-9)"),
        AlgorithmParameter("origins", .nodes, "Where the walk begins, and begins anew after a jump (anywhere)"),
      ],
      note: "Parallel relationships and loops count each. No weight may be negative.",
      complexity: "iterations × (|V| + |E|)", source: "S. Brin and L. Page 1998; T. Haveliwala 2002"),
    AlgorithmDescription(
      name: "eigenvector", summary: "Who is pointed to by those who are pointed to: the graph's principal eigenvector",
      results: [.node, .score],
      parameters: AlgorithmParameter.weightedProjection + [
        .direction(.both),
        AlgorithmParameter("iterations", .integer, "How many rounds at most (100)"),
        AlgorithmParameter("tolerance", .float, "A round that moves less than this for each node is the last (1e-6)"),
      ],
      note:
        "Parallel relationships add up, a loop counts once. No weight may be negative. Only one part of a graph keeps a score.",
      complexity: "iterations × (|V| + |E|)", source: "P. Bonacich 1987"),
    AlgorithmDescription(
      name: "betweenness", summary: "How many shortest paths pass through each node",
      results: [.node, .score],
      parameters: AlgorithmParameter.weightedProjection + [
        .direction(.both),
        AlgorithmParameter("samples", .integer, "From how many nodes to search (all); few give an estimate"),
        AlgorithmParameter("seed", .integer, "Chooses those nodes (0)"),
      ],
      note:
        "Both ways each pair of nodes counts once. Of parallel relationships the lightest counts. Every weight is above 0.",
      complexity: "samples × (|V| + |E|), with weights × log |V|", source: "U. Brandes 2001"),
    AlgorithmDescription(
      name: "closeness", summary: "How near each node is to those that it reaches",
      results: [.node, .score], parameters: AlgorithmParameter.weightedProjection + [.direction(.both)],
      note: "Of parallel relationships the lightest counts, loops do not. No weight may be negative.",
      complexity: "|V| × (|V| + |E|), with weights × log |V|", source: "S. Wasserman and K. Faust 1994"),
    AlgorithmDescription(
      name: "harmonic", summary: "How near each node is to all others: the sum of the reciprocal distances",
      results: [.node, .score], parameters: AlgorithmParameter.weightedProjection + [.direction(.both)],
      note: "Of parallel relationships the lightest counts, loops do not. No weight may be negative.",
      complexity: "|V| × (|V| + |E|), with weights × log |V|", source: "M. Marchiori and V. Latora 2000"),
  ]
}

/// Which nodes belong together.
extension AlgorithmCatalog {
  private static let component = AlgorithmResult("component", .integer)
  private static let group = AlgorithmResult("community", .integer)
  private static let resolution = AlgorithmParameter(
    "resolution", .float, "Above 1 favours small communities, below 1 large ones (1)")

  private static let community = [
    AlgorithmDescription(
      name: "components", summary: "Which nodes hang together, whichever way relationships point",
      results: [.node, component], parameters: AlgorithmParameter.projection,
      note: "A component is named by the id of its first node. Loops and parallel relationships change nothing.",
      complexity: "|V| + |E|", source: "R. E. Tarjan and J. van Leeuwen 1984"),
    AlgorithmDescription(
      name: "strongComponents", summary: "Which nodes can reach each other along the relationships",
      results: [.node, component], parameters: AlgorithmParameter.projection,
      note: "A component is named by the id of its first node. Loops and parallel relationships change nothing.",
      complexity: "|V| + |E|", source: "R. Tarjan 1972"),
    AlgorithmDescription(
      name: "communities", summary: "Groups with more relationships inside than chance would put there (Louvain)",
      results: [.node, group], parameters: AlgorithmParameter.weightedProjection + [resolution],
      note:
        "Communities are named by the ids of their first nodes. Parallel relationships add up. No weight may be negative.",
      complexity: "about |E| a pass", source: "V. D. Blondel and others 2008"),
    AlgorithmDescription(
      name: "leiden", summary: "Groups with more relationships inside than chance would put there, each connected (Leiden)",
      results: [.node, group], parameters: AlgorithmParameter.weightedProjection + [resolution],
      note:
        "Communities are named by the ids of their first nodes. Parallel relationships add up. No weight may be negative.",
      complexity: "about |E| a pass", source: "V. A. Traag, L. Waltman and N. J. van Eck 2019"),
    AlgorithmDescription(
      name: "labelPropagation", summary: "Groups in which every node goes with most of its neighbours",
      results: [.node, group],
      parameters: AlgorithmParameter.weightedProjection + [
        AlgorithmParameter("iterations", .integer, "How many rounds at most (100)"),
        AlgorithmParameter("seed", .integer, "Chooses the order of the nodes, and among equal labels (0)"),
      ],
      note:
        "Communities are named by the ids of their first nodes. Parallel relationships add up. No weight may be negative.",
      complexity: "iterations × (|V| + |E|)", source: "U. N. Raghavan, R. Albert and S. Kumara 2007"),
  ]
}

/// How the graph is knit.
extension AlgorithmCatalog {
  private static let structure = [
    AlgorithmDescription(
      name: "triangles", summary: "How many triangles each node is a corner of",
      results: [.node, AlgorithmResult("triangles", .integer)], parameters: AlgorithmParameter.projection,
      note: "Directions, loops and parallel relationships do not count.",
      complexity: "|E|^1.5", source: "T. Schank and D. Wagner 2005"),
    AlgorithmDescription(
      name: "clustering", summary: "Which share of each node's pairs of neighbours are joined",
      results: [.node, AlgorithmResult("coefficient", .float)], parameters: AlgorithmParameter.projection,
      note: "Directions, loops and parallel relationships do not count.",
      complexity: "|E|^1.5", source: "D. Watts and S. Strogatz 1998"),
    AlgorithmDescription(
      name: "kCore", summary: "The largest k for which each node has k neighbours among nodes of which the same holds",
      results: [.node, AlgorithmResult("core", .integer)], parameters: AlgorithmParameter.projection,
      note: "Directions, loops and parallel relationships do not count.",
      complexity: "|V| + |E|", source: "V. Batagelj and M. Zaveršnik 2003"),
    AlgorithmDescription(
      name: "bridges", summary: "Relationships without which the graph would fall further apart",
      results: [.relationship, .source, .target], parameters: AlgorithmParameter.projection,
      note: "Directions do not count; a loop is no bridge, nor is one of parallel relationships.",
      complexity: "|V| + |E|", source: "J. Hopcroft and R. Tarjan 1973"),
    AlgorithmDescription(
      name: "articulationPoints", summary: "Nodes without which the graph would fall further apart",
      results: [.node], parameters: AlgorithmParameter.projection,
      note: "Directions, loops and parallel relationships do not count.",
      complexity: "|V| + |E|", source: "J. Hopcroft and R. Tarjan 1973"),
    AlgorithmDescription(
      name: "spanningTree", summary: "The lightest relationships that hold together what hangs together",
      results: [.relationship, .source, .target, AlgorithmResult("weight", .float)],
      parameters: AlgorithmParameter.weightedProjection,
      note:
        "Directions do not count, loops are left out, weights may be negative. Each part of a graph gets a tree.",
      complexity: "|E| log |E|", source: "J. B. Kruskal 1956"),
  ]
}

extension AlgorithmResult {
  static let node = Self("node", .node)
  static let relationship = Self("relationship", .relationship)
  static let source = Self("source", .node)
  static let target = Self("target", .node)
  static let score = Self("score", .float)
  static let distance = Self("distance", .float)
  static let path = Self("path", .path)
}
