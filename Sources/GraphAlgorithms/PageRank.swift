import Graph

/// How much of a random walk is spent at each vertex.
///
///     0 → 2 ← 1      2 is worth the most; 0 and 1, to which nothing points, the least
///
/// The walker follows a relationship with probability `damping`, or else jumps to one of the vertices where a walk begins; from
/// a vertex without relationships it always jumps (S. Brin and L. Page, "The anatomy of a large-scale hypertextual Web search
/// engine", 1998; T. Haveliwala, "Topic-sensitive PageRank", 2002). A relationship is taken in proportion to its weight; loops
/// and parallel relationships count each. O(iterations × (|V| + |E|)) time, O(|V| + |E|) memory.
public enum PageRank {
  public struct Parameters: Sendable {
    public var iterations = 20
    /// The probability of following a relationship, 0 to 1.
    public var damping = 0.85
    /// An iteration that moves less than this in all ends the work.
    public var tolerance = 1e-9
    /// Where a walk begins, and begins anew after a jump; empty for anywhere.
    public var origins: [UInt32] = []

    public init() {}
  }

  /// One score a vertex; together they make 1.
  ///
  /// - Parameter graph: no weight may be negative.
  public static func scores(
    of graph: Adjacency, _ parameters: Parameters = Parameters(), checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    guard graph.vertexCount > 0 else { return [] }
    var walk = Walk(graph, parameters)
    for _ in 0..<parameters.iterations {
      try checkpoint()
      if try walk.step(checkpoint) < parameters.tolerance { break }
    }
    return walk.scores
  }

  /// The walk's arrays, kept from one iteration to the next.
  private struct Walk {
    private(set) var scores: [Double]
    private let incoming: Adjacency
    private let damping: Double
    /// The probability that a jump ends at each vertex.
    private let jumps: [Double]
    /// What leaves each vertex in all; nothing leaves one that has 0.
    private let strengths: [Double]
    /// What each vertex gives along a relationship of weight 1.
    private var shares: [Double]

    init(_ graph: Adjacency, _ parameters: Parameters) {
      incoming = graph.reversed
      damping = parameters.damping
      strengths = DegreeCentrality.strengths(of: graph)
      let count = graph.vertexCount
      shares = [Double](repeating: 0, count: count)
      if parameters.origins.isEmpty {
        jumps = [Double](repeating: 1 / Double(count), count: count)
      } else {
        var jumps = [Double](repeating: 0, count: count)
        for origin in parameters.origins { jumps[Int(origin)] += 1 / Double(parameters.origins.count) }
        self.jumps = jumps
      }
      scores = jumps
    }

    /// One iteration; returned is how much the scores differ from the old.
    mutating func step(_ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Double {
      var stranded = 0.0
      for vertex in scores.indices {
        if strengths[vertex] == 0 { stranded += scores[vertex] }
        shares[vertex] = strengths[vertex] == 0 ? 0 : scores[vertex] / strengths[vertex]
      }
      let jumping = 1 - damping + damping * stranded
      var change = 0.0
      for vertex in scores.indices {
        if vertex & 0xFFFF == 0 { try checkpoint() }
        var sum = 0.0
        if let weights = incoming.weights {
          for place in incoming.row(vertex) { sum += shares[Int(incoming.targets[place])] * weights[place] }
        } else {
          for place in incoming.row(vertex) { sum += shares[Int(incoming.targets[place])] }
        }
        let score = jumping * jumps[vertex] + damping * sum
        change += abs(score - scores[vertex])
        scores[vertex] = score
      }
      return change
    }
  }
}
