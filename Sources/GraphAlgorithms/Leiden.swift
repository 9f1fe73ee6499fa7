import Graph

/// Communities as `Louvain` finds them, each of which hangs together.
///
///     0 ─ 1       4 ─ 5
///     │ ╱         │ ╱        two communities, joined by one relationship
///     2 ───────── 3
///
/// After vertices have moved, each community is put together anew from its vertices, merging only what is well joined, and those
/// smaller groups become the vertices of the next, smaller graph; so a community that fell apart is found out (V. A. Traag,
/// L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019). Where the paper
/// chooses at random, the best and then the smallest is taken, so that equal graphs give equal answers. Parallel relationships
/// add up; a loop counts as inside. About O(|E|) a pass and few passes in practice; O(|V| + |E|) memory.
public enum Leiden {
  /// The community of each vertex, named by its smallest vertex; every community is connected.
  ///
  /// - Parameters:
  ///   - graph: with every relationship in both directions (`Adjacency.undirected`); no weight may be negative.
  ///   - resolution: above 1 favours small communities, below 1 large ones.
  public static func communities(
    of graph: Adjacency, resolution: Double = 1, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var membership = Array(0..<UInt32(graph.vertexCount))
    var communities = membership
    var level = graph
    while true {
      let moves = ModularityMoves(level, communities, resolution)
      _ = try moves.run(checkpoint)
      communities = Partition.compacted(moves.communities).groups
      var refinement = LeidenRefinement(level, communities, resolution)
      try refinement.run(checkpoint)
      let (groups, count) = Partition.compacted(refinement.groups)
      guard count < level.vertexCount else { break }
      var next = [UInt32](repeating: 0, count: count)
      for (vertex, group) in groups.enumerated() { next[Int(group)] = communities[vertex] }
      for vertex in membership.indices { membership[vertex] = groups[Int(membership[vertex])] }
      level = level.contracted(by: groups, count: count)
      communities = Partition.compacted(next).groups
    }
    return parts(of: membership.map { communities[Int($0)] }, in: graph)
  }

  /// What of each community hangs together. The last moves may have taken away what joined two parts of a community; each for
  /// itself they have at least the modularity that they had together.
  private static func parts(of communities: [UInt32], in graph: Adjacency) -> [UInt32] {
    var sets = DisjointSets(count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      for place in graph.row(vertex) where communities[vertex] == communities[Int(graph.targets[place])] {
        sets.unite(UInt32(vertex), graph.targets[place])
      }
    }
    return (0..<UInt32(graph.vertexCount)).map { sets.root(of: $0) }
  }
}
