import Graph

/// How deep in the thick of a graph each vertex lies.
///
///     0 ─ 1
///     │ ╱        0, 1, 2 have two neighbours among themselves: core 2; 3 has one: core 1
///     2 ─ 3
///
/// The k-core is what remains when vertices with fewer than k neighbours are taken away until none is left; a vertex's number is
/// the largest k whose core it is in. Directions, loops and parallel relationships do not count. Vertices are taken away in
/// order of their degree, kept in buckets (V. Batagelj and M. Zaveršnik, "An O(m) algorithm for cores decomposition of
/// networks", 2003): O(|V| + |E|) time and memory.
public enum CoreDecomposition {
  /// One number a vertex.
  public static func numbers(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int64] {
    let simple = graph.simple
    var buckets = DegreeBuckets(simple)
    for position in 0..<simple.vertexCount {
      if position & 0x3FFF == 0 { try checkpoint() }
      let vertex = buckets.order[position]
      let degree = buckets.degrees[vertex]
      for place in simple.row(vertex) {
        let neighbour = Int(simple.targets[place])
        if buckets.degrees[neighbour] > degree { buckets.lower(neighbour) }
      }
    }
    return buckets.degrees.map { Int64($0) }
  }

  /// Vertices sorted by degree, of which one can be lowered by one in O(1).
  private struct DegreeBuckets {
    private(set) var degrees: [Int]
    /// The vertices, ascending by degree.
    private(set) var order: [Int]
    private var positions: [Int]
    /// Where in `order` the vertices of each degree begin.
    private var starts: [Int]

    init(_ graph: Adjacency) {
      let degrees = (0..<graph.vertexCount).map { graph.degree($0) }
      var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
      for degree in degrees { starts[degree + 1] += 1 }
      for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
      var next = starts
      order = [Int](repeating: 0, count: degrees.count)
      positions = order
      for (vertex, degree) in degrees.enumerated() {
        order[next[degree]] = vertex
        positions[vertex] = next[degree]
        next[degree] += 1
      }
      self.degrees = degrees
      self.starts = starts
    }

    /// Changes places with the first vertex of its bucket, which then begins one later.
    mutating func lower(_ vertex: Int) {
      let degree = degrees[vertex]
      let start = starts[degree]
      let first = order[start]
      order.swapAt(start, positions[vertex])
      positions[first] = positions[vertex]
      positions[vertex] = start
      starts[degree] += 1
      degrees[vertex] -= 1
    }
  }
}
