import Graph

/// Which vertices hang together, whichever way the relationships point (weakly connected components).
///
///     0 → 1 ← 2    3 → 4      components: 0, 0, 0, 3, 3
///
/// Loops and parallel relationships change nothing. Union–find (`DisjointSets`): O(|V| + |E| log |V|) time at worst, near-linear
/// in practice; O(|V|) memory.
public enum ConnectedComponents {
  /// The smallest vertex of each vertex's component. The direction of the relationships does not count, so either will do.
  public static func labels(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var sets = DisjointSets(count: graph.vertexCount)
    for start in stride(from: 0, to: graph.vertexCount, by: 1 << 14) {
      try checkpoint()
      graph.withRows { sets.uniteRows(of: start..<min(start + 1 << 14, graph.vertexCount), in: $0) }
    }
    return sets.roots
  }
}
