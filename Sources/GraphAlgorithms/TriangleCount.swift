import Graph

/// How many triangles each vertex is a corner of.
///
///     0 ─ 1
///     │ ╲ │      0 and 2: two triangles, 1 and 3: one
///     3 ─ 2
///
/// Directions, loops and parallel relationships do not count. Each relationship is kept at its end of smaller degree and two
/// such lists are merged (T. Schank and D. Wagner, "Finding, counting and listing all triangles in large graphs", WEA 2005):
/// O(|E|^1.5) time, O(|V| + |E|) memory.
public enum TriangleCount {
  /// One count a vertex; the sum is three times the number of triangles.
  public static func counts(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int64] {
    try counts(ofSimple: graph.simple, checkpoint)
  }

  /// The same of a graph that is simple already.
  static func counts(ofSimple simple: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> [Int64] {
    let oriented = orient(simple)
    var counts = [Int64](repeating: 0, count: simple.vertexCount)
    for vertex in 0..<oriented.vertexCount {
      if vertex & 0xFFF == 0 { try checkpoint() }
      let row = oriented.row(vertex)
      for place in row {
        let neighbour = Int(oriented.targets[place])
        counts.withUnsafeMutableBufferPointer { counts in
          oriented.targets.withUnsafeBufferPointer { targets in
            let found = countCommon(targets, row, oriented.row(neighbour), counts)
            counts[vertex] += found
            counts[neighbour] += found
          }
        }
      }
    }
    return counts
  }

  /// Every relationship once, from the vertex of smaller degree (of smaller number, where they are equal).
  private static func orient(_ simple: Adjacency) -> Adjacency {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(simple.entryCount / 2)
    targets.reserveCapacity(simple.entryCount / 2)
    for vertex in 0..<simple.vertexCount {
      for place in simple.row(vertex) {
        let target = simple.targets[place]
        if (simple.degree(vertex), UInt32(vertex)) < (simple.degree(Int(target)), target) {
          sources.append(UInt32(vertex))
          targets.append(target)
        }
      }
    }
    return Adjacency(vertexCount: simple.vertexCount, sources: sources, targets: targets)
  }

  /// The common elements of two ascending rows: counted, and each given one in `counts`. Advances without a branch, since which
  /// side is smaller cannot be predicted.
  private static func countCommon(
    _ targets: UnsafeBufferPointer<UInt32>, _ a: Range<Int>, _ b: Range<Int>, _ counts: UnsafeMutableBufferPointer<Int64>
  ) -> Int64 {
    var (i, j) = (a.lowerBound, b.lowerBound)
    var found: Int64 = 0
    while i < a.upperBound, j < b.upperBound {
      let (x, y) = (targets[i], targets[j])
      if x == y {
        found &+= 1
        counts[Int(x)] &+= 1
      }
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
    }
    return found
  }
}
