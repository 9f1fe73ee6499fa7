import Graph

/// Vertices that move between communities until no move raises modularity: the step that `Louvain` and `Leiden` share.
///
/// A vertex is looked at again only when a neighbour has moved to a community other than its own, in the order in which that was
/// noticed (V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019,
/// who call it fast local moving). About 30 bytes a vertex.
final class ModularityMoves {
  /// What a move asks of a community, side by side in memory.
  private struct Community {
    /// The sum of the strengths of its vertices.
    var total: Double
    /// The weight between it and the vertex that is looked at; 0 between visits.
    var link: Double
  }

  private let graph: Adjacency
  private let memberships: UnsafeMutablePointer<UInt32>
  private let states: UnsafeMutablePointer<Community>
  /// The sum of the weights at a vertex; a loop counts twice.
  private let strengths: [Double]
  /// Twice the weight of the graph.
  private let doubledWeight: Double
  private let scale: Double
  /// Gains that differ by less are taken for equal.
  private let margin: Double
  /// The communities around the vertex that is looked at.
  private let met: UnsafeMutablePointer<UInt32>
  private var queue: VertexQueue

  /// - Parameter communities: where each vertex begins; names below the number of vertices.
  init(_ graph: Adjacency, _ communities: [UInt32], _ resolution: Double) {
    self.graph = graph
    let count = graph.vertexCount
    strengths = graph.loopDoublingStrengths
    doubledWeight = strengths.reduce(0, +)
    scale = resolution / doubledWeight
    margin = 1e-12 * doubledWeight / 2
    memberships = .allocate(capacity: count)
    states = .allocate(capacity: count)
    states.initialize(repeating: Community(total: 0, link: 0), count: count)
    for (vertex, community) in communities.enumerated() {
      (memberships + vertex).initialize(to: community)
      states[Int(community)].total += strengths[vertex]
    }
    // One a community around the vertex, of which there is none that is not met.
    met = .allocate(capacity: count)
    queue = VertexQueue(ofAll: count)
  }

  deinit {
    memberships.deallocate()
    states.deallocate()
    met.deallocate()
  }

  var communities: [UInt32] { Array(UnsafeBufferPointer(start: memberships, count: graph.vertexCount)) }

  /// Moves vertices as long as that helps; false if none moved at all.
  func run(_ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Bool {
    guard doubledWeight > 0 else { return false }
    var hasMoved = false
    // A vertex is seldom visited ten times; the bound guards against vertices that change places for ever by rounding.
    var visitsLeft = 100 * graph.vertexCount
    while visitsLeft > 0, !queue.isEmpty {
      try checkpoint()
      let count = min(1 << 12, queue.count, visitsLeft)
      visitsLeft -= count
      graph.withRows { rows in
        strengths.withUnsafeBufferPointer { strengths in
          for _ in 0..<count where visit(queue.removeFirst(), rows, strengths.baseAddress!) { hasMoved = true }
        }
      }
    }
    return hasMoved
  }

  /// Puts a vertex where it fits best; true if that is elsewhere than before.
  private func visit(_ vertex: Int, _ rows: AdjacencyRows, _ strengths: UnsafePointer<Double>) -> Bool {
    let (memberships, states) = (memberships, states)
    let metCount = collect(vertex, rows)
    // What modularity gains by the vertex being in a community, up to a factor that is the same for all.
    let expected = scale * strengths[vertex]
    let home = memberships[vertex]
    states[Int(home)].total -= strengths[vertex]
    var best = home
    var bestGain = states[Int(home)].link - expected * states[Int(home)].total
    for index in 0..<metCount {
      let community = met[index]
      let state = states[Int(community)]
      states[Int(community)].link = 0
      guard community != home else { continue }
      let gain = state.link - expected * state.total
      if gain > bestGain + margin || (gain > bestGain - margin && best != home && community < best) {
        best = community
        bestGain = max(gain, bestGain)
      }
    }
    states[Int(best)].total += strengths[vertex]
    guard best != home else { return false }
    memberships[vertex] = best
    for place in rows.row(vertex) where memberships[Int(rows.targets[place])] != best { queue.append(rows.targets[place]) }
    return true
  }

  /// Adds up the weights between a vertex and the communities around it, loops left out; how many those are.
  @inline(__always)
  private func collect(_ vertex: Int, _ rows: AdjacencyRows) -> Int {
    let (memberships, states, met) = (memberships, states, met)
    var count = 0
    for place in rows.row(vertex) {
      let target = Int(rows.targets[place])
      let weight = rows.weight(at: place)
      guard target != vertex, weight > 0 else { continue }
      let community = memberships[target]
      let link = states[Int(community)].link
      if link == 0 {
        met[count] = community
        count &+= 1
      }
      states[Int(community)].link = link + weight
    }
    return count
  }
}

extension Adjacency {
  /// The sum of the weights at each vertex of an undirected graph, a loop counted twice.
  var loopDoublingStrengths: [Double] {
    withRows { rows in
      [Double](unsafeUninitializedCapacity: rows.vertexCount) { strengths, count in
        for vertex in 0..<rows.vertexCount {
          var sum = 0.0
          for place in rows.row(vertex) {
            sum += rows.weight(at: place) * (Int(rows.targets[place]) == vertex ? 2 : 1)
          }
          strengths[vertex] = sum
        }
        count = rows.vertexCount
      }
    }
  }
}
