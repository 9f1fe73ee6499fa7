import Graph

/// How near a vertex is to all others, where those that it does not reach count as infinitely far.
///
///     0 ─ 1 ─ 2    3      1: 1/1 + 1/1 = 2; 0 and 2: 1/1 + 1/2 = 1.5; 3: 0
///
/// The sum of the reciprocal distances (M. Marchiori and V. Latora, "Harmony in the small-world", 2000); a vertex at distance
/// zero adds nothing. Of parallel relationships the lightest counts; loops change nothing. Without weights 64 vertices are
/// searched from at a time (`ManySourceSearch`). O(|V| × (|V| + |E|)) time, with
/// weights O(|V| × (|V| + |E|) log |V|); O(|E|) memory and O(|V|) more a thread.
public enum HarmonicCentrality {
  /// One score a vertex.
  ///
  /// - Parameter graph: no weight may be negative.
  public static func scores(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    guard graph.weights != nil else {
      return try ManySourceSearch.scores(of: graph, checkpoint, \.reciprocalSum)
    }
    return try ShortestPathTree.scores(of: graph, checkpoint) { tree in
      tree.reached.reduce(0.0) { $0 + (tree.distances[Int($1)] > 0 ? 1 / tree.distances[Int($1)] : 0) }
    }
  }
}
