import Graph

/// How many of a vertex's neighbours know each other.
///
///     0 ─ 1
///     │ ╱        0: 1 of 1 pair of neighbours, 1; 2: 1 of 3 pairs, 1/3; 3: 0
///     2 ─ 3
///
/// Triangles through pairs of neighbours (D. Watts and S. Strogatz, "Collective dynamics of small-world networks", 1998).
/// Directions, loops and parallel relationships do not count. Costs what `TriangleCount` costs.
public enum ClusteringCoefficient {
  /// One share a vertex, 0 to 1; 0 for one with fewer than two neighbours.
  public static func coefficients(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    try coefficients(ofSimple: graph.simple, checkpoint: checkpoint)
  }

  /// The same of a graph that is simple already (`Adjacency.simple`).
  public static func coefficients(
    ofSimple simple: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    let triangles = try TriangleCount.counts(ofSimple: simple, checkpoint: checkpoint)
    return triangles.enumerated().map { vertex, count in
      let degree = Double(simple.degree(vertex))
      return degree < 2 ? 0 : 2 * Double(count) / (degree * (degree - 1))
    }
  }
}
