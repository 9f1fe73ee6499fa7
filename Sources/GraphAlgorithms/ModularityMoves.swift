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
  private let links: CommunityLinks

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
      for start in stride(from: 0, to: graph.vertexCount, by: 1 << 12) {
        try checkpoint()
        if sweep(start..<min(start + 1 << 12, graph.vertexCount)) { hasMoved = true }
      }
      hasMovedAny = hasMovedAny || hasMoved
    }
    return hasMovedAny
  }

  /// Puts each of `vertices` where it fits best; true if that was elsewhere for any.
  private mutating func sweep(_ vertices: Range<Int>) -> Bool {
    var hasMoved = false
    graph.withRows { rows in
      communities.withUnsafeMutableBufferPointer { communities in
        totals.withUnsafeMutableBufferPointer { totals in
          strengths.withUnsafeBufferPointer { strengths in
            let state = State(
              rows: rows, communities: communities.baseAddress!, totals: totals.baseAddress!, strengths: strengths.baseAddress!,
              scale: resolution / doubledWeight, margin: 1e-12 * doubledWeight / 2)
            for vertex in vertices where state.move(vertex, links) { hasMoved = true }
          }
        }
      }
    }
    return hasMoved
  }

  private struct State {
    let rows: AdjacencyRows
    let communities: UnsafeMutablePointer<UInt32>
    let totals: UnsafeMutablePointer<Double>
    let strengths: UnsafePointer<Double>
    let scale: Double
    /// Gains that differ by less are taken for equal.
    let margin: Double

    /// Puts a vertex where it fits best; true if that is elsewhere than before.
    @inline(__always)
    func move(_ vertex: Int, _ links: CommunityLinks) -> Bool {
      let home = communities[vertex]
      links.collect(of: vertex, in: rows, communities)
      // What modularity gains by the vertex being in a community, up to a factor that is the same for all.
      let expected = scale * strengths[vertex]
      totals[Int(home)] -= strengths[vertex]
      var best = home
      var bestGain = links.weight(to: home) - expected * totals[Int(home)]
      for community in links.met where community != home {
        let gain = links.weight(to: community) - expected * totals[Int(community)]
        if gain > bestGain + margin || (gain > bestGain - margin && best != home && community < best) {
          best = community
          bestGain = max(gain, bestGain)
        }
      }
      totals[Int(best)] += strengths[vertex]
      communities[vertex] = best
      return best != home
    }
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
