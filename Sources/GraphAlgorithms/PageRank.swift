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
  /// - Parameters:
  ///   - graph: no weight may be negative.
  ///   - incoming: what `graph.reversed` gives, where it is at hand.
  public static func scores(
    of graph: Adjacency, incoming: Adjacency? = nil, _ parameters: Parameters = Parameters(),
    checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    guard graph.vertexCount > 0 else { return [] }
    let walk = Walk(graph, incoming ?? graph.reversed, parameters)
    for _ in 0..<parameters.iterations {
      if try walk.step(checkpoint) < parameters.tolerance { break }
    }
    return walk.scores
  }

  /// The walk's arrays, kept from one iteration to the next. Each vertex pulls what its predecessors give, so that threads write
  /// to vertices of their own.
  private final class Walk {
    private(set) var scores: [Double]
    private let incoming: Adjacency
    private let pieces: VertexPieces
    private let damping: Double
    /// The probability that a jump ends at each vertex; nil where it is the same for all.
    private let jumps: [Double]?
    /// One through what leaves each vertex in all; 0 where nothing leaves.
    private let reciprocals: [Double]
    /// What each vertex gives along a relationship of weight 1.
    private var shares: [Double]
    private var nextShares: [Double]
    /// The sum of the scores of vertices that nothing leaves.
    private var stranded: Double

    init(_ graph: Adjacency, _ incoming: Adjacency, _ parameters: Parameters) {
      self.incoming = incoming
      pieces = VertexPieces(incoming)
      damping = parameters.damping
      reciprocals = DegreeCentrality.strengths(of: graph).map { $0 == 0 ? 0 : 1 / $0 }
      let count = graph.vertexCount
      if parameters.origins.isEmpty {
        jumps = nil
        scores = [Double](repeating: 1 / Double(count), count: count)
      } else {
        var jumps = [Double](repeating: 0, count: count)
        for origin in parameters.origins { jumps[Int(origin)] += 1 / Double(parameters.origins.count) }
        self.jumps = jumps
        scores = jumps
      }
      shares = zip(scores, reciprocals).map { $0 * $1 }
      nextShares = shares
      stranded = zip(scores, reciprocals).reduce(0) { $1.1 == 0 ? $0 + $1.0 : $0 }
    }

    /// One iteration; returned is how much the scores differ from the old.
    func step(_ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Double {
      let jumping = 1 - damping + damping * stranded
      var sums = [(change: Double, stranded: Double)](repeating: (0, 0), count: pieces.count)
      try incoming.withRows { (rows) throws(AlgorithmInterruption) in
        try scores.withUnsafeMutableBufferPointer { (scores) throws(AlgorithmInterruption) in
          try nextShares.withUnsafeMutableBufferPointer { (nextShares) throws(AlgorithmInterruption) in
            try sums.withUnsafeMutableBufferPointer { (sums) throws(AlgorithmInterruption) in
              let arrays = Arrays(scores: scores.baseAddress!, nextShares: nextShares.baseAddress!)
              try pieces.run(checkpoint) { (piece, vertices, _) throws(AlgorithmInterruption) in
                sums[piece] = pull(vertices, rows, arrays, jumping)
              }
            }
          }
        }
      }
      swap(&shares, &nextShares)
      stranded = sums.reduce(0) { $0 + $1.stranded }
      return sums.reduce(0) { $0 + $1.change }
    }

    private struct Arrays {
      let scores: UnsafeMutablePointer<Double>
      let nextShares: UnsafeMutablePointer<Double>
    }

    /// The new scores of some vertices.
    private func pull(
      _ vertices: Range<Int>, _ rows: AdjacencyRows, _ arrays: Arrays, _ jumping: Double
    ) -> (change: Double, stranded: Double) {
      let even = jumping / Double(rows.vertexCount)
      var (change, stranded) = (0.0, 0.0)
      shares.withUnsafeBufferPointer { shares in
        reciprocals.withUnsafeBufferPointer { reciprocals in
          for vertex in vertices {
            let sum = Self.sum(rows.row(vertex), rows, shares.baseAddress!)
            let score = (jumps.map { jumping * $0[vertex] } ?? even) + damping * sum
            change += abs(score - arrays.scores[vertex])
            arrays.scores[vertex] = score
            arrays.nextShares[vertex] = score * reciprocals[vertex]
            if reciprocals[vertex] == 0 { stranded += score }
          }
        }
      }
      return (change, stranded)
    }

    @inline(__always)
    private static func sum(_ row: Range<Int>, _ rows: AdjacencyRows, _ shares: UnsafePointer<Double>) -> Double {
      var sum = 0.0
      var place = row.lowerBound
      if let weights = rows.weights {
        while place < row.upperBound {
          sum += shares[Int(rows.targets[place])] * weights[place]
          place &+= 1
        }
      } else {
        while place < row.upperBound {
          sum += shares[Int(rows.targets[place])]
          place &+= 1
        }
      }
      return sum
    }
  }
}
