import Graph

/// How much the lightest walk from one vertex to each of the others weighs, and such a walk.
///
///     0 ─1→ 1 ─1→ 2      from 0 to 2: 2, by way of 1
///     └─────5─────┘
///
/// The nearest vertex not yet visited is visited next (E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959).
/// Of parallel relationships the lightest counts; loops change nothing. O((|V| + |E|) log |V|) time, O(|V| + |E|) memory.
enum Dijkstra {
  /// Grows a cleared tree from its source; see `ShortestPathTree.grow`.
  ///
  /// - Parameter admits: whether an entry of the graph, given by its place, may be followed.
  static func grow(
    _ tree: inout ShortestPathTree, in graph: Adjacency, to target: Int?, limit: Double, _ checkpoint: Checkpoint,
    admits: (_ place: Int) -> Bool = { _ in true }
  ) throws(AlgorithmInterruption) {
    tree.distances[tree.source] = 0
    tree.touched.append(UInt32(tree.source))
    tree.heap.push(UInt32(tree.source), distance: 0)
    while let (distance, visited) = tree.heap.pop() {
      let vertex = Int(visited)
      // It was nearer than this when it was taken out before.
      guard distance == tree.distances[vertex] else { continue }
      tree.reached.append(visited)
      if tree.reached.count & 0x3FFF == 0 { try checkpoint() }
      if vertex == target { break }
      for place in graph.row(vertex) {
        let sum = distance + graph.weight(at: place)
        let neighbour = graph.targets[place]
        guard sum < tree.distances[Int(neighbour)], sum <= limit, admits(place) else { continue }
        if tree.distances[Int(neighbour)] == .infinity { tree.touched.append(neighbour) }
        tree.distances[Int(neighbour)] = sum
        tree.parents[Int(neighbour)] = visited
        tree.places[Int(neighbour)] = place
        tree.heap.push(neighbour, distance: sum)
      }
    }
  }
}
