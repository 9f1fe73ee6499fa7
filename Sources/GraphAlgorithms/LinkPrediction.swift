import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How likely two vertices that are not joined are to be joined one day, or are joined without the graph knowing.
///
///     0 ─ 2 ─ 1      0 and 1 share 2, whose neighbours are three: common neighbours 1,
///         │          Adamic–Adar 1 / ln 3, resource allocation 1/3, preferential attachment 1 × 1
///         3
///
/// D. Liben-Nowell and J. Kleinberg, "The link-prediction problem for social networks", 2007. Directions, loops and parallel
/// relationships do not count. The sum over all vertices of their squared degrees in time; O(|V|) memory apart from the result.
public struct LinkPrediction {
  public enum Metric: String, Sendable, CaseIterable {
    /// How many neighbours are shared (M. Newman, 2001).
    case commonNeighbours
    /// The same, where one with few neighbours counts more: the sum of 1 / ln degree (L. Adamic and E. Adar, 2003).
    case adamicAdar
    /// The same with the sum of 1 / degree (T. Zhou, L. Lü and Y.-C. Zhang, 2009).
    case resourceAllocation
    /// The product of the degrees (A.-L. Barabási and others, 2002).
    case preferentialAttachment
  }

  private let metric: Metric
  private var common: CommonNeighbours

  public init(_ graph: Adjacency, _ metric: Metric) {
    self.metric = metric
    common = CommonNeighbours(graph, isDirected: false) { degree in
      switch metric {
      case .commonNeighbours, .preferentialAttachment: 1
      // A shared neighbour has two neighbours at least.
      case .adamicAdar: 1 / log(max(Double(degree), 2))
      case .resourceAllocation: 1 / max(Double(degree), 1)
      }
    }
  }

  /// Every vertex that shares a neighbour with `source` and is not joined to it, ascending.
  public mutating func pairs(of source: Int) -> [VertexPair] {
    let joined = Set(common.graph.targets[common.graph.row(source)])
    return common.pairs(of: source).filter { !joined.contains($0.target) }.map { pair in
      VertexPair(source: pair.source, target: pair.target, score: score(source, Int(pair.target), shared: pair.score))
    }
  }

  /// The score of two vertices, joined or not.
  public func score(_ source: Int, _ target: Int) -> Double { score(source, target, shared: common.sum(source, target)) }

  private func score(_ source: Int, _ target: Int, shared: Double) -> Double {
    guard metric == .preferentialAttachment else { return shared }
    return Double(common.graph.degree(source)) * Double(common.graph.degree(target))
  }
}
