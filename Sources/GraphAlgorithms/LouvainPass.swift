import Graph

/// One level of `Louvain`: vertices move between communities until no move raises modularity.
struct LouvainPass {
  private let graph: Adjacency
  private var communities: [UInt32]
  /// The sum of the weights at a vertex; a loop counts twice.
  private let strengths: [Double]
  /// The sum of the strengths in a community.
  private var totals: [Double]
  /// Twice the weight of the graph.
  private let doubledWeight: Double
  /// From the vertex being visited to each community; only the entries named in `touched` are not zero.
  private var links: [Double]
  private var touched: [UInt32] = []

  init(_ graph: Adjacency) {
    self.graph = graph
    communities = Array(0..<UInt32(graph.vertexCount))
    strengths = (0..<graph.vertexCount).map { vertex in
      graph.row(vertex).reduce(0) { $0 + graph.weight(at: $1) * (Int(graph.targets[$1]) == vertex ? 2 : 1) }
    }
    totals = strengths
    doubledWeight = strengths.reduce(0, +)
    links = [Double](repeating: 0, count: graph.vertexCount)
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
    collectLinks(of: vertex, home)
    totals[Int(home)] -= strengths[vertex]
    var best = home
    var bestGain = gain(vertex, home)
    for community in touched where community != home {
      let gain = gain(vertex, community)
      if gain > bestGain + 1e-12 || (gain > bestGain - 1e-12 && best != home && community < best) {
        best = community
        bestGain = max(gain, bestGain)
      }
    }
    totals[Int(best)] += strengths[vertex]
    communities[vertex] = best
    for community in touched { links[Int(community)] = 0 }
    touched.removeAll(keepingCapacity: true)
    return best != home
  }

  private mutating func collectLinks(of vertex: Int, _ home: UInt32) {
    touched.append(home)
    for place in graph.row(vertex) {
      let target = Int(graph.targets[place])
      guard target != vertex else { continue }
      let community = communities[target]
      if links[Int(community)] == 0, community != home { touched.append(community) }
      links[Int(community)] += graph.weight(at: place)
    }
  }

  /// What modularity gains, up to a common factor, by the vertex being in the community.
  private func gain(_ vertex: Int, _ community: UInt32) -> Double {
    (links[Int(community)] - totals[Int(community)] * strengths[vertex] / doubledWeight) * 2 / doubledWeight
  }

  /// The communities numbered 0 ..< count in the order of their first vertices.
  func compactedCommunities() -> (names: [UInt32], count: Int) {
    var numbers: [UInt32: UInt32] = [:]
    let names = communities.map { community -> UInt32 in
      if let number = numbers[community] { return number }
      let number = UInt32(numbers.count)
      numbers[community] = number
      return number
    }
    return (names, numbers.count)
  }
}
