import Graph

/// A vertex is as important as those who point to it together: the principal eigenvector of the graph.
///
///     0 ─ 1 ─ 2      1 has the most; 0 and 2 the same
///         │
///         3
///
/// Power iteration over the adjacency matrix plus one, which keeps bipartite graphs from swinging to and fro (P. Bonacich,
/// "Power and centrality", 1987). Parallel relationships add up, a loop counts once. Where a graph falls apart, only the part
/// with the greatest eigenvalue keeps a score; where no vertex is on a cycle, the scores are those of the last iteration.
/// O(iterations × (|V| + |E|)) time, O(|V| + |E|) memory.
public enum EigenvectorCentrality {
  public struct Parameters: Sendable {
    public var iterations = 100
    /// An iteration that moves less than this for each vertex ends the work.
    public var tolerance = 1e-6

    public init() {}
  }

  /// One score a vertex; the sum of their squares is 1.
  ///
  /// - Parameter graph: no weight may be negative.
  public static func scores(
    of graph: Adjacency, _ parameters: Parameters = Parameters(), checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    guard count > 0 else { return [] }
    let incoming = graph.reversed
    var scores = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
    var next = scores
    for _ in 0..<parameters.iterations {
      try checkpoint()
      var squares = 0.0
      for vertex in 0..<count {
        if vertex & 0xFFFF == 0 { try checkpoint() }
        var sum = scores[vertex]
        for place in incoming.row(vertex) { sum += scores[Int(incoming.targets[place])] * incoming.weight(at: place) }
        next[vertex] = sum
        squares += sum * sum
      }
      let norm = squares.squareRoot()
      var change = 0.0
      for vertex in 0..<count {
        next[vertex] /= norm
        change += abs(next[vertex] - scores[vertex])
      }
      swap(&scores, &next)
      if change < parameters.tolerance * Double(count) { break }
    }
    return scores
  }
}
