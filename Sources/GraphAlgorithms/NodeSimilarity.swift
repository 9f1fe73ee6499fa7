import Graph

/// How much the neighbourhoods of two vertices are alike.
///
///     0 ─ 2 ─ 1      of 0's neighbours 2 and 3 and 1's neighbours 2 and 4 one is shared:
///     │       │      Jaccard 1/3, overlap 1/2
///     3       4
///
/// Loops and parallel relationships do not count. The sum over all vertices of their squared degrees in time; O(|V|) memory
/// apart from the result.
public struct NodeSimilarity {
  public enum Metric: String, Sendable, CaseIterable {
    /// What is shared through all neighbours of the two (P. Jaccard, 1912).
    case jaccard
    /// What is shared through the neighbours of the one that has fewer (D. Szymkiewicz, 1934; G. G. Simpson, 1943).
    case overlap
  }

  private let metric: Metric
  private var common: CommonNeighbours

  /// - Parameter isDirected: if true, only the vertices in its row are a vertex's neighbours, and otherwise those that have it in
  ///   theirs as well.
  public init(_ graph: Adjacency, isDirected: Bool, _ metric: Metric) {
    self.metric = metric
    common = CommonNeighbours(graph, isDirected: isDirected) { _ in 1 }
  }

  /// Every vertex that shares a neighbour with `source`, ascending; scores above 0 up to 1.
  public mutating func pairs(of source: Int) -> [VertexPair] {
    common.pairs(of: source).map { pair in
      VertexPair(source: pair.source, target: pair.target, score: score(source, Int(pair.target), shared: pair.score))
    }
  }

  /// The similarity of two vertices, 0 if they share nothing.
  public func score(_ source: Int, _ target: Int) -> Double { score(source, target, shared: common.sum(source, target)) }

  private func score(_ source: Int, _ target: Int, shared: Double) -> Double {
    guard shared > 0 else { return 0 }
    let (a, b) = (Double(common.graph.degree(source)), Double(common.graph.degree(target)))
    switch metric {
    case .jaccard: return shared / (a + b - shared)
    case .overlap: return shared / min(a, b)
    }
  }
}
