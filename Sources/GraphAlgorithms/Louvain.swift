import Graph

/// Communities: groups of vertices with more relationships inside than chance would put there.
///
///     0 ─ 1       4 ─ 5
///     │ ╱         │ ╱        two communities, joined by one relationship
///     2 ───────── 3
///
/// Vertices move to the neighbouring community that raises modularity most; communities become the vertices of a smaller graph;
/// and so on until nothing moves (V. D. Blondel and others, "Fast unfolding of communities in large networks", 2008). Visits
/// vertices in order of their number, so that equal graphs give equal answers. Parallel relationships add up; a loop counts as
/// inside. About O(|E|) a pass and few passes in practice; O(|V| + |E|) memory.
public enum Louvain {
  /// The community of each vertex, named by its smallest vertex.
  ///
  /// - Parameters:
  ///   - graph: with every relationship in both directions (`Adjacency.undirected`); no weight may be negative.
  ///   - resolution: above 1 favours small communities, below 1 large ones.
  public static func communities(
    of graph: Adjacency, resolution: Double = 1, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var membership = Array(0..<UInt32(graph.vertexCount))
    var level = graph
    // Levels shrink fast; the bound only guards against weights so small that rounding makes every move look like a gain.
    for _ in 0..<64 {
      let moves = ModularityMoves(level, Array(0..<UInt32(level.vertexCount)), resolution)
      guard try moves.run(checkpoint) else { break }
      let (groups, count) = Partition.compacted(moves.communities)
      for vertex in membership.indices { membership[vertex] = groups[Int(membership[vertex])] }
      level = level.contracted(by: groups, count: count)
    }
    return Partition.namedBySmallestMember(membership)
  }
}
