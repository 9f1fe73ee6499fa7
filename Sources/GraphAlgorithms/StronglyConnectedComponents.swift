import Graph

/// Which vertices can reach each other along the relationships.
///
///     0 → 1 → 2 → 3      1 and 2 reach each other: components 0, 1, 1, 3
///         └───┘
///
/// Loops and parallel relationships change nothing. One depth-first search with low points (R. Tarjan, "Depth-first search and
/// linear graph algorithms", SIAM J. Comput. 1, 1972), its stack on the heap: O(|V| + |E|) time, O(|V|) memory.
public enum StronglyConnectedComponents {
  /// The smallest vertex of each vertex's component.
  public static func labels(
    of graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var search = Search(graph)
    for vertex in 0..<graph.vertexCount { try search.visit(from: vertex, graph, checkpoint) }
    return search.labels
  }

  private struct Search {
    /// The component of each vertex, once it is known.
    private(set) var labels: [UInt32]
    /// When a vertex was first met, counted from 1; 0 for one not yet met, `done` for one whose component is known.
    private var orders: [UInt32]
    private var lowPoints: [UInt32]
    /// The next entry of each vertex to follow.
    private var nextPlaces: [Int]
    private var clock: UInt32 = 0
    /// The walk from the root to where the search is.
    private var trail: [UInt32] = []
    /// Vertices met whose component is not known yet.
    private var open: [UInt32] = []

    private static let done = UInt32.max

    init(_ graph: Adjacency) {
      labels = [UInt32](repeating: 0, count: graph.vertexCount)
      orders = labels
      lowPoints = labels
      nextPlaces = Array(graph.offsets.dropLast())
    }

    mutating func visit(from root: Int, _ graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
      guard orders[root] == 0 else { return }
      enter(UInt32(root))
      while let last = trail.last {
        let vertex = Int(last)
        let place = nextPlaces[vertex]
        if place < graph.offsets[vertex + 1] {
          nextPlaces[vertex] = place + 1
          let target = graph.targets[place]
          if orders[Int(target)] == 0 {
            enter(target)
            if clock & 0x3FFF == 0 { try checkpoint() }
          } else if orders[Int(target)] != Self.done {
            lowPoints[vertex] = min(lowPoints[vertex], orders[Int(target)])
          }
        } else {
          leave(vertex)
        }
      }
    }

    private mutating func enter(_ vertex: UInt32) {
      clock += 1
      orders[Int(vertex)] = clock
      lowPoints[Int(vertex)] = clock
      trail.append(vertex)
      open.append(vertex)
    }

    private mutating func leave(_ vertex: Int) {
      trail.removeLast()
      if let parent = trail.last { lowPoints[Int(parent)] = min(lowPoints[Int(parent)], lowPoints[vertex]) }
      guard lowPoints[vertex] == orders[vertex] else { return }
      let start = open.lastIndex(of: UInt32(vertex))!
      let members = open[start...]
      let name = members.min()!
      for member in members {
        labels[Int(member)] = name
        orders[Int(member)] = Self.done
      }
      open.removeSubrange(start...)
    }
  }
}
