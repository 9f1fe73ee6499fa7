import Graph

/// Relationships without which the graph would fall further apart.
///
///     0 ─ 1
///     │ ╱        the bridge is 2 ─ 3
///     2 ─ 3
///
/// Directions do not count; a loop is no bridge, nor is one of parallel relationships. See `LowPointSearch`: O(|V| + |E|) time
/// and memory.
public enum Bridges {
  /// The places of the bridges in `graph`, ascending.
  ///
  /// - Parameter graph: with every relationship once, in either direction.
  public static func places(
    in graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int] {
    let search = try LowPointSearch(graph, checkpoint)
    var places: [Int] = []
    for vertex in search.met where search.parents[Int(vertex)] != LowPointSearch.none {
      let parent = search.parents[Int(vertex)]
      if search.lowPoints[Int(vertex)] > search.orders[Int(parent)] { places.append(Int(search.relationships[Int(vertex)])) }
    }
    return places.sorted()
  }
}
