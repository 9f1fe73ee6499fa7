import Graph

/// Communities put together anew: within each, vertices that are well joined to it merge into groups that hang together.
struct LeidenRefinement {
  private let graph: Adjacency
  private let communities: [UInt32]
  private let resolution: Double
  /// The group of each vertex, named by one of its members.
  private(set) var groups: [UInt32]
  private var sizes: [Int]
  private let strengths: [Double]
  private let doubledWeight: Double
  /// The sum of the strengths in each community and in each group.
  private var communityTotals: [Double]
  private var groupTotals: [Double]
  /// The weight between each group and the rest of its community.
  private var cuts: [Double]
  private let links: CommunityLinks

  init(_ graph: Adjacency, _ communities: [UInt32], _ resolution: Double) {
    self.graph = graph
    self.communities = communities
    self.resolution = resolution
    groups = Array(0..<UInt32(graph.vertexCount))
    sizes = [Int](repeating: 1, count: graph.vertexCount)
    strengths = graph.loopDoublingStrengths
    doubledWeight = strengths.reduce(0, +)
    groupTotals = strengths
    communityTotals = [Double](repeating: 0, count: graph.vertexCount)
    cuts = communityTotals
    links = CommunityLinks(count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      communityTotals[Int(communities[vertex])] += strengths[vertex]
      for place in graph.row(vertex) {
        let target = Int(graph.targets[place])
        if target != vertex, communities[target] == communities[vertex] { cuts[vertex] += graph.weight(at: place) }
      }
    }
  }

  /// Visits every vertex once.
  mutating func run(_ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    guard doubledWeight > 0 else { return }
    for vertex in 0..<graph.vertexCount {
      if vertex & 0xFFF == 0 { try checkpoint() }
      if sizes[Int(groups[vertex])] == 1, isWellJoined(groups[vertex], communities[vertex]) { merge(vertex) }
    }
  }

  /// Whether a group has as much weight to the rest of its community as chance would give it.
  private func isWellJoined(_ group: UInt32, _ community: UInt32) -> Bool {
    let total = groupTotals[Int(group)]
    return cuts[Int(group)] >= resolution * total * (communityTotals[Int(community)] - total) / doubledWeight
  }

  /// Puts a vertex that is alone into the group of its community where that raises modularity most, if anywhere.
  private mutating func merge(_ vertex: Int) {
    links.collect(of: vertex, in: graph, groups)
    let home = groups[vertex]
    var best = home
    var bestGain = 0.0
    for group in links.met where group != home && communities[Int(group)] == communities[vertex] {
      guard isWellJoined(group, communities[vertex]) else { continue }
      let expected = resolution * groupTotals[Int(group)] * strengths[vertex] / doubledWeight
      let gain = links.weight(to: group) - expected
      if gain > bestGain || (gain == bestGain && best != home && group < best) {
        best = group
        bestGain = gain
      }
    }
    guard best != home else { return }
    cuts[Int(best)] += cuts[Int(home)] - 2 * links.weight(to: best)
    groupTotals[Int(best)] += strengths[vertex]
    sizes[Int(best)] += 1
    sizes[Int(home)] -= 1
    groups[vertex] = best
  }
}
