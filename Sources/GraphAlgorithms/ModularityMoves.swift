import Graph

/// Vertices that move between communities until no move raises modularity: the step that `Louvain` and `Leiden` share.
struct ModularityMoves {
  private let graph: Adjacency
  private let resolution: Double
  private(set) var communities: [UInt32]
  /// The sum of the weights at a vertex; a loop counts twice.
  private let strengths: [Double]
  /// The sum of the strengths in a community.
  private var totals: [Double]
  /// Twice the weight of the graph.
  private let doubledWeight: Double
  private var links: CommunityLinks

  /// - Parameter communities: where each vertex begins; names below the number of vertices.
  init(_ graph: Adjacency, _ communities: [UInt32], _ resolution: Double) {
    self.graph = graph
    self.communities = communities
    self.resolution = resolution
    strengths = graph.loopDoublingStrengths
    totals = [Double](repeating: 0, count: graph.vertexCount)
    for (vertex, community) in communities.enumerated() { totals[Int(community)] += strengths[vertex] }
    doubledWeight = strengths.reduce(0, +)
    links = CommunityLinks(count: graph.vertexCount)
  }

  /// Moves vertices as long as that helps; false if none moved at all.
  mutating func run(_ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Bool {
    guard doubledWeight > 0 else { return false }
    var hasMovedAny = false
    var hasMoved = true
    // A round seldom moves anything after the tenth; the bound guards against vertices that change places for ever by rounding.
    var rounds = 0
    while hasMoved, rounds < 100 {
      hasMoved = false
      rounds += 1
      for vertex in 0..<graph.vertexCount {
        if vertex & 0xFFF == 0 { try checkpoint() }
        if move(vertex) { hasMoved = true }
      }
      hasMovedAny = hasMovedAny || hasMoved
    }
    return hasMovedAny
  }

  /// Puts a vertex where it fits best; true if that is elsewhere than before.
  private mutating func move(_ vertex: Int) -> Bool {
    let home = communities[vertex]
    links.collect(of: vertex, in: graph, communities)
    totals[Int(home)] -= strengths[vertex]
    var best = home
    var bestGain = gain(vertex, home)
    for community in links.met where community != home {
      let gain = gain(vertex, community)
      if gain > bestGain + 1e-12 || (gain > bestGain - 1e-12 && best != home && community < best) {
        best = community
        bestGain = max(gain, bestGain)
      }
    }
    totals[Int(best)] += strengths[vertex]
    communities[vertex] = best
    return best != home
  }

  /// What modularity gains, up to a common factor, by the vertex being in the community.
  private func gain(_ vertex: Int, _ community: UInt32) -> Double {
    let expected = resolution * totals[Int(community)] * strengths[vertex] / doubledWeight
    return (links.weights[Int(community)] - expected) * 2 / doubledWeight
  }
}

extension Adjacency {
  /// The sum of the weights at each vertex of an undirected graph, a loop counted twice.
  var loopDoublingStrengths: [Double] {
    (0..<vertexCount).map { vertex in
      row(vertex).reduce(0) { $0 + weight(at: $1) * (Int(targets[$1]) == vertex ? 2 : 1) }
    }
  }
}
