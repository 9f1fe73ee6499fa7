import Graph

/// How much better a division into communities is than chance.
///
/// The share of weight inside communities less what chance would put there, −0.5 to 1 (M. Newman, "Analysis of weighted
/// networks", 2004). Parallel relationships add up; a loop counts as inside.
public enum Modularity {
  /// O(|V| + |E|).
  ///
  /// - Parameters:
  ///   - communities: one name a vertex, below the number of vertices.
  ///   - graph: with every relationship in both directions and loops once (`Adjacency.undirected`).
  ///   - resolution: how much chance counts: above 1 favours small communities, below 1 large ones.
  public static func of(_ communities: [UInt32], in graph: Adjacency, resolution: Double = 1) -> Double {
    var inside = 0.0
    var total = 0.0
    var sums = [Double](repeating: 0, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      for place in graph.row(vertex) {
        let weight = graph.weight(at: place) * (Int(graph.targets[place]) == vertex ? 2 : 1)
        total += weight
        sums[Int(communities[vertex])] += weight
        if communities[vertex] == communities[Int(graph.targets[place])] { inside += weight }
      }
    }
    guard total > 0 else { return 0 }
    return inside / total - resolution * sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }
}
