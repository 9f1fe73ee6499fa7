import Graph

/// How near a vertex is to those that it reaches.
///
///     0 ─ 1 ─ 2      1: 2 others at 2 steps in all, 1; 0 and 2: 2 others at 3 steps, 2/3
///
/// The number of vertices reached through the sum of their distances, times the share of the graph that they are, so that who
/// reaches few is not taken for central (S. Wasserman and K. Faust, "Social Network Analysis", 1994, §5.2.2). Of parallel
/// relationships the lightest counts; loops change nothing. Without weights 64 vertices are searched from at a time
/// (`ManySourceSearch`). O(|V| × (|V| + |E|)) time, with weights O(|V| × (|V| + |E|) log |V|);
/// O(|E|) memory and O(|V|) more a thread.
public enum ClosenessCentrality {
  /// One score a vertex, 0 to 1 where no weight is below 1; 0 for one that reaches nothing.
  ///
  /// - Parameter graph: no weight may be negative.
  public static func scores(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    guard graph.weights != nil else {
      return try ManySourceSearch.scores(of: graph, checkpoint) { distances in
        let others = Double(distances.reachedCount)
        return others > 0 ? others / Double(distances.sum) * (others / Double(graph.vertexCount - 1)) : 0
      }
    }
    return try ShortestPathTree.scores(of: graph, checkpoint) { tree in
      let sum = tree.reached.reduce(0.0) { $0 + tree.distances[Int($1)] }
      let others = Double(tree.reached.count - 1)
      return sum > 0 ? others / sum * (others / Double(graph.vertexCount - 1)) : 0
    }
  }
}
