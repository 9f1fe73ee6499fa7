import Graph

/// How many relationships lie between one vertex and the others, and a path of so many.
///
///     0 → 1 → 2      distances from 0: 0, 1, 2, 1, none
///     ↓       ↑
///     3 ──────┘  4
///
/// Level by level (E. F. Moore, "The shortest path through a maze", 1959). Of parallel relationships the first is taken; loops
/// change nothing. O(|V| + |E|) time, O(|V|) memory.
enum BreadthFirstSearch {
  /// Grows a cleared tree from its source; see `ShortestPathTree.grow`.
  static func grow(
    _ tree: inout ShortestPathTree, in graph: Adjacency, to target: Int?, limit: Double, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) {
    tree.distances[tree.source] = 0
    tree.touched.append(UInt32(tree.source))
    // The vertices touched are those reached, in the same order: the queue.
    var next = 0
    while next < tree.touched.count {
      if next & 0xFFFF == 0xFFFF { try checkpoint() }
      let vertex = Int(tree.touched[next])
      next += 1
      if vertex == target { break }
      let distance = tree.distances[vertex] + 1
      guard distance <= limit else { continue }
      for place in graph.row(vertex) {
        let neighbour = graph.targets[place]
        guard tree.distances[Int(neighbour)] == .infinity else { continue }
        tree.distances[Int(neighbour)] = distance
        tree.parents[Int(neighbour)] = UInt32(vertex)
        tree.places[Int(neighbour)] = place
        tree.touched.append(neighbour)
      }
    }
    tree.reached = tree.touched
  }
}
