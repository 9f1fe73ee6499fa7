import Graph

/// Communities: groups of vertices with more relationships inside than chance would put there.
///
///     0 ─ 1       4 ─ 5
///     │ ╱    ─    │ ╱        two communities, joined by one relationship
///     2 ───────── 3
///
/// Vertices move to the neighbouring community that raises modularity most; communities become the vertices of a smaller graph;
/// and so on until nothing moves (V. D. Blondel and others, "Fast unfolding of communities in large networks", 2008). Visits
/// vertices in order of their number, so that equal graphs give equal answers. About O(|E|) a pass and few passes in practice;
/// O(|V| + |E|) memory.
public enum Louvain {
  /// The community of each vertex, named by its smallest vertex.
  ///
  /// - Parameter graph: with every relationship in both directions (`Adjacency.undirected`); weights count, none may be negative.
  public static func communities(
    of graph: Adjacency, checkpoint: Checkpoint = { () throws(AlgorithmInterruption) in }
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var membership = Array(0..<UInt32(graph.vertexCount))
    var level = graph
    // Levels shrink fast; the bound only guards against weights so small that rounding makes every move look like a gain.
    for _ in 0..<64 {
      var pass = LouvainPass(level)
      guard try pass.run(checkpoint) else { break }
      let (names, count) = pass.compactedCommunities()
      for vertex in membership.indices { membership[vertex] = names[Int(membership[vertex])] }
      level = contract(level, names, count)
    }
    return namedBySmallestMember(membership)
  }

  /// The modularity of a division: the share of weight inside communities less what chance would put there, −0.5 to 1.
  /// O(|V| + |E|).
  public static func modularity(of communities: [UInt32], in graph: Adjacency) -> Double {
    var inside = 0.0
    var total = 0.0
    var sums: [UInt32: Double] = [:]
    for vertex in 0..<graph.vertexCount {
      for place in graph.row(vertex) {
        let weight = graph.weight(at: place) * (Int(graph.targets[place]) == vertex ? 2 : 1)
        total += weight
        sums[communities[vertex], default: 0] += weight
        if communities[vertex] == communities[Int(graph.targets[place])] { inside += weight }
      }
    }
    guard total > 0 else { return 0 }
    return inside / total - sums.values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// The graph whose vertices are the communities. A relationship inside one becomes a loop, which is there once and so gets
  /// half of the weight that both directions have together.
  private static func contract(_ graph: Adjacency, _ names: [UInt32], _ count: Int) -> Adjacency {
    var weights: [UInt64: Double] = [:]
    for vertex in 0..<graph.vertexCount {
      for place in graph.row(vertex) {
        let target = Int(graph.targets[place])
        let (a, b) = (names[vertex], names[target])
        let isHalf = a == b && vertex != target
        weights[UInt64(a) << 32 | UInt64(b), default: 0] += graph.weight(at: place) * (isHalf ? 0.5 : 1)
      }
    }
    // Sorted, because a sum of doubles depends on its order and a dictionary's order changes from run to run.
    let keys = weights.keys.sorted()
    return Adjacency(
      vertexCount: count, sources: keys.map { UInt32($0 >> 32) }, targets: keys.map { UInt32(truncatingIfNeeded: $0) },
      weights: keys.map { weights[$0] ?? 0 })
  }

  private static func namedBySmallestMember(_ membership: [UInt32]) -> [UInt32] {
    var names: [UInt32: UInt32] = [:]
    return membership.enumerated().map { vertex, community in
      if let name = names[community] { return name }
      names[community] = UInt32(vertex)
      return UInt32(vertex)
    }
  }
}

extension Adjacency {
  func weight(at place: Int) -> Double { weights.map { $0[place] } ?? 1 }
}
