import Graph

/// The lightest relationships that hold together what hangs together: a minimum spanning tree of each component.
///
///     0 ─1─ 1
///     4   ╱          0 ─ 1, 1 ─ 2 and 2 ─ 3, which weigh 6 in all
///     │ 2
///     2 ─3─ 3
///
/// Directions do not count, loops are left out, of parallel relationships at most the lightest is taken. Relationships are
/// tried from the lightest on, those of equal weight in the order of their places (J. B. Kruskal, "On the shortest spanning
/// subtree of a graph", 1956): O(|E| log |E|) time, O(|V| + |E|) memory.
public enum SpanningForest {
  /// The places of the relationships in `graph`, ascending.
  ///
  /// - Parameter graph: with every relationship once, in either direction; weights of any sign.
  public static func places(
    in graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int] {
    var order = Array(0..<graph.entryCount)
    try checkpoint()
    if let weights = graph.weights {
      order.sort { weights[$0] < weights[$1] || (weights[$0] == weights[$1] && $0 < $1) }
    }
    let sources = graph.sources
    var sets = DisjointSets(count: graph.vertexCount)
    var places: [Int] = []
    for (index, place) in order.enumerated() {
      if index & 0x3FFF == 0 { try checkpoint() }
      if sets.unite(sources[place], graph.targets[place]) { places.append(place) }
    }
    return places.sorted()
  }
}
