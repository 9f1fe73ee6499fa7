import Graph

/// Vertices without which the graph would fall further apart.
///
///     0 ─ 1
///     │ ╱        the articulation point is 2
///     2 ─ 3
///
/// Directions, loops and parallel relationships do not count. See `LowPointSearch`: O(|V| + |E|) time and memory.
public enum ArticulationPoints {
  /// The vertices, ascending.
  public static func vertices(
    in graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    let search = try LowPointSearch(graph, checkpoint)
    var isCut = [Bool](repeating: false, count: graph.vertexCount)
    var rootDegrees: [UInt32: Int] = [:]
    for vertex in search.met where search.parents[Int(vertex)] != LowPointSearch.none {
      let parent = search.parents[Int(vertex)]
      if search.parents[Int(parent)] == LowPointSearch.none {
        // A root holds together what was found from it in more than one go.
        rootDegrees[parent, default: 0] += 1
        if rootDegrees[parent] == 2 { isCut[Int(parent)] = true }
      } else if search.lowPoints[Int(vertex)] >= search.orders[Int(parent)] {
        isCut[Int(parent)] = true
      }
    }
    return (0..<UInt32(graph.vertexCount)).filter { isCut[Int($0)] }
  }
}
