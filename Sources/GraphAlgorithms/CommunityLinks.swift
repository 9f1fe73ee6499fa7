import Graph

/// The weight between a vertex and each community around it.
struct CommunityLinks {
  /// One a community; only those of `met` are not zero.
  private(set) var weights: [Double]
  /// The communities of the vertex's neighbours, in the order in which they were met.
  private(set) var met: [UInt32] = []

  init(count: Int) {
    weights = [Double](repeating: 0, count: count)
  }

  /// Forgets the vertex before and looks at the neighbours of another, loops left out.
  mutating func collect(of vertex: Int, in graph: Adjacency, _ communities: [UInt32]) {
    for community in met { weights[Int(community)] = 0 }
    met.removeAll(keepingCapacity: true)
    for place in graph.row(vertex) {
      let target = Int(graph.targets[place])
      guard target != vertex, graph.weight(at: place) > 0 else { continue }
      let community = communities[target]
      if weights[Int(community)] == 0 { met.append(community) }
      weights[Int(community)] += graph.weight(at: place)
    }
  }
}
