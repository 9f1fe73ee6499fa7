import Graph

/// Which vertices hang together, whichever way the relationships point (weakly connected components).
///
///     0 → 1 ← 2    3 → 4      components: 0, 0, 0, 3, 3
///
/// Union–find, linking to the smaller vertex, with path halving (R. E. Tarjan and J. van Leeuwen, JACM 31, 1984).
/// O(|V| + |E| log |V|) at worst, near-linear in practice; O(|V|) memory.
public enum ConnectedComponents {
  /// The smallest vertex of each vertex's component. The direction of the relationships does not count, so either will do.
  public static func labels(
    of graph: Adjacency, checkpoint: Checkpoint = { () throws(AlgorithmInterruption) in }
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var parents = Array(0..<UInt32(graph.vertexCount))
    for vertex in 0..<graph.vertexCount {
      if vertex % checkpointInterval == 0 { try checkpoint() }
      for place in graph.row(vertex) { unite(UInt32(vertex), graph.targets[place], in: &parents) }
    }
    for vertex in 0..<graph.vertexCount { parents[vertex] = root(of: UInt32(vertex), in: &parents) }
    return parents
  }

  private static let checkpointInterval = 1 << 14

  private static func unite(_ a: UInt32, _ b: UInt32, in parents: inout [UInt32]) {
    let (a, b) = (root(of: a, in: &parents), root(of: b, in: &parents))
    if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
  }

  private static func root(of vertex: UInt32, in parents: inout [UInt32]) -> UInt32 {
    var vertex = vertex
    while parents[Int(vertex)] != vertex {
      let grandparent = parents[Int(parents[Int(vertex)])]
      parents[Int(vertex)] = grandparent
      vertex = grandparent
    }
    return vertex
  }
}
