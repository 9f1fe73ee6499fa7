import Graph

/// How many triangles each vertex is a corner of.
///
///     0 ─ 1
///     │ ╲ │      0 and 2: two triangles, 1 and 3: one
///     3 ─ 2
///
/// Directions, loops and parallel relationships do not count. Each relationship is kept at its end of smaller degree; the
/// neighbours of a vertex are marked and those of its neighbours looked up among them (T. Schank and D. Wagner, "Finding,
/// counting and listing all triangles in large graphs", WEA 2005): O(|E|^1.5) time, O(|V|) memory a thread and O(|E|) more.
public enum TriangleCount {
  /// One count a vertex; the sum is three times the number of triangles.
  public static func counts(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int64] {
    try counts(ofSimple: graph.simple, checkpoint: checkpoint)
  }

  /// The same of a graph that is simple already (`Adjacency.simple`).
  public static func counts(
    ofSimple simple: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Int64] {
    let count = simple.vertexCount
    let oriented = orient(simple)
    let states = WorkerStates { Search(vertexCount: count) }
    try oriented.withRows { (rows) throws(AlgorithmInterruption) in
      try VertexPieces(oriented, entryCount: 1 << 13).run(checkpoint) { (_, vertices, worker) throws(AlgorithmInterruption) in
        states.with(worker) { $0.count(vertices, rows) }
      }
    }
    var counts = [Int64](repeating: 0, count: count)
    for search in states.made {
      for vertex in 0..<count { counts[vertex] &+= search.counts[vertex] }
    }
    return counts
  }

  /// What a thread has counted, and the marks that it counts by.
  private struct Search {
    var counts: [Int64]
    /// The last vertex of whose row each vertex was found to be, plus one.
    private var marks: [UInt32]

    init(vertexCount: Int) {
      counts = [Int64](repeating: 0, count: vertexCount)
      marks = [UInt32](repeating: 0, count: vertexCount)
    }

    mutating func count(_ vertices: Range<Int>, _ rows: AdjacencyRows) {
      counts.withUnsafeMutableBufferPointer { counts in
        marks.withUnsafeMutableBufferPointer { marks in
          let (counts, marks) = (counts.baseAddress!, marks.baseAddress!)
          for vertex in vertices where rows.degree(vertex) > 1 {
            let row = rows.row(vertex)
            let mark = UInt32(truncatingIfNeeded: vertex &+ 1)
            for place in row { marks[Int(rows.targets[place])] = mark }
            for place in row {
              let neighbour = Int(rows.targets[place])
              var found: Int64 = 0
              for other in rows.row(neighbour) {
                let corner = Int(rows.targets[other])
                let isCorner: Int64 = marks[corner] == mark ? 1 : 0
                counts[corner] &+= isCorner
                found &+= isCorner
              }
              counts[neighbour] &+= found
              counts[vertex] &+= found
            }
          }
        }
      }
    }
  }

  /// Every relationship once, from the vertex of smaller degree (of smaller number, where they are equal). O(|V| + |E|).
  private static func orient(_ simple: Adjacency) -> Adjacency {
    var offsets = [0]
    offsets.reserveCapacity(simple.vertexCount + 1)
    let targets = [UInt32](unsafeUninitializedCapacity: simple.entryCount / 2) { kept, count in
      simple.withRows { rows in
        for vertex in 0..<rows.vertexCount {
          let degree = rows.degree(vertex)
          for place in rows.row(vertex) {
            let target = Int(rows.targets[place])
            let other = rows.degree(target)
            guard degree < other || (degree == other && vertex < target) else { continue }
            kept[count] = UInt32(truncatingIfNeeded: target)
            count &+= 1
          }
          offsets.append(count)
        }
      }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: nil)
  }
}
