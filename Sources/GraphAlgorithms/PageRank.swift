import Graph

/// How much of a random walk is spent at each vertex.
///
///     0 → 2 ← 1      2 is worth the most; 0 and 1, to which nothing points, the least
///
/// The walker follows a relationship with probability `damping`, or else jumps anywhere; from a vertex without relationships it
/// always jumps (S. Brin and L. Page, "The anatomy of a large-scale hypertextual Web search engine", 1998).
/// O(iterations × (|V| + |E|)) time, O(|V| + |E|) memory.
public enum PageRank {
  public struct Parameters: Sendable {
    public var iterations = 20
    /// The probability of following a relationship, 0 to 1.
    public var damping = 0.85
    /// An iteration that moves less than this in all ends the work.
    public var tolerance = 1e-9

    public init() {}
  }

  /// One score a vertex; together they make 1.
  public static func scores(
    of graph: Adjacency, _ parameters: Parameters = Parameters(),
    checkpoint: Checkpoint = { () throws(AlgorithmInterruption) in }
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    guard count > 0 else { return [] }
    let incoming = graph.reversed
    var scores = [Double](repeating: 1 / Double(count), count: count)
    var shares = [Double](repeating: 0, count: count)
    for _ in 0..<parameters.iterations {
      try checkpoint()
      let stranded = share(scores, graph, into: &shares)
      let base = (1 - parameters.damping + parameters.damping * stranded) / Double(count)
      let change = try gather(shares, incoming, base, parameters.damping, into: &scores, checkpoint)
      if change < parameters.tolerance { break }
    }
    return scores
  }

  /// What each vertex gives along each of its relationships; returned is what lies at vertices that have none.
  private static func share(_ scores: [Double], _ graph: Adjacency, into shares: inout [Double]) -> Double {
    var stranded = 0.0
    for vertex in 0..<graph.vertexCount {
      let degree = graph.degree(vertex)
      if degree == 0 { stranded += scores[vertex] }
      shares[vertex] = degree == 0 ? 0 : scores[vertex] / Double(degree)
    }
    return stranded
  }

  /// New scores from what arrives; returned is how much they differ from the old.
  private static func gather(
    _ shares: [Double], _ incoming: Adjacency, _ base: Double, _ damping: Double, into scores: inout [Double],
    _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) -> Double {
    var change = 0.0
    for vertex in 0..<incoming.vertexCount {
      if vertex & 0xFFFF == 0 { try checkpoint() }
      var sum = 0.0
      for place in incoming.row(vertex) { sum += shares[Int(incoming.targets[place])] }
      let score = base + damping * sum
      change += abs(score - scores[vertex])
      scores[vertex] = score
    }
    return change
  }
}
