/// What a caller may choose about an algorithm.
public struct AlgorithmParameter: Sendable {
  public enum Kind: String, Sendable { case integer, float, text }

  public let name: String
  public let kind: Kind
  /// One sentence, with the default.
  public let summary: String
}

/// An algorithm as a person calls it: its name, what it tells of each vertex and what may be chosen.
public struct AlgorithmDescription: Sendable {
  /// The word by which procedures and help call it.
  public let name: String
  /// The name of what is told of each vertex.
  public let result: String
  /// True if the direction of relationships counts.
  public let isDirected: Bool
  public let summary: String
  public let parameters: [AlgorithmParameter]
}

/// Every algorithm that is run over a whole graph and tells one thing of each vertex.
public enum AlgorithmCatalog {
  public static let all: [AlgorithmDescription] = [
    AlgorithmDescription(
      name: "pagerank", result: "score", isDirected: true, summary: "How much of a random walk is spent at each node",
      parameters: [
        AlgorithmParameter(name: "iterations", kind: .integer, summary: "How many rounds at most (20)"),
        AlgorithmParameter(name: "damping", kind: .float, summary: "The probability of following a relationship (0.85)"),
      ]),
    AlgorithmDescription(
      name: "components", result: "component", isDirected: false, summary: "Which nodes hang together", parameters: []),
    AlgorithmDescription(
      name: "communities", result: "community", isDirected: false,
      summary: "Groups with more relationships inside than chance would put there (Louvain)", parameters: []),
    AlgorithmDescription(
      name: "betweenness", result: "score", isDirected: false, summary: "How many shortest paths pass through each node",
      parameters: [
        AlgorithmParameter(name: "samples", kind: .integer, summary: "From how many nodes to search (all); few give an estimate")
      ]),
    AlgorithmDescription(
      name: "triangles", result: "triangles", isDirected: false, summary: "How many triangles each node is a corner of",
      parameters: []),
    AlgorithmDescription(
      name: "degree", result: "degree", isDirected: true, summary: "How many relationships begin at each node", parameters: []),
  ]

  public static func algorithm(named name: String) -> AlgorithmDescription? { all.first { $0.name == name } }
}
