import Graph

/// A depth-first search that knows how far back each part of the graph is joined to what was met before it.
///
/// Low points (J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation", CACM 16, 1973), the stack on the heap:
/// O(|V| + |E|) time, O(|V| + |E|) memory. What `Bridges` and `ArticulationPoints` have in common.
struct LowPointSearch {
  /// When each vertex was met, counted from 1.
  private(set) var orders: [UInt32]
  /// The earliest vertex that a vertex and those found from it are joined to, other than by the way they were found.
  private(set) var lowPoints: [UInt32]
  /// The vertices in the order in which they were met.
  private(set) var met: [UInt32] = []
  /// The vertex and the relationship by which each was found; roots have `none` for both.
  private(set) var parents: [UInt32]
  private(set) var relationships: [UInt32]
  private var nextPlaces: [Int]

  static let none = UInt32.max

  /// - Parameter graph: in any direction; relationships are called by their places in it.
  init(_ graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    let both = graph.numberedByPlace.undirected
    orders = [UInt32](repeating: 0, count: graph.vertexCount)
    lowPoints = orders
    parents = [UInt32](repeating: Self.none, count: graph.vertexCount)
    relationships = parents
    nextPlaces = Array(both.offsets.dropLast())
    for vertex in 0..<graph.vertexCount where orders[vertex] == 0 {
      if vertex & 0x3FFF == 0 { try checkpoint() }
      enter(UInt32(vertex), from: Self.none, by: Self.none)
      try walk(from: UInt32(vertex), both, checkpoint)
    }
  }

  private mutating func enter(_ vertex: UInt32, from parent: UInt32, by relationship: UInt32) {
    met.append(vertex)
    orders[Int(vertex)] = UInt32(met.count)
    lowPoints[Int(vertex)] = UInt32(met.count)
    parents[Int(vertex)] = parent
    relationships[Int(vertex)] = relationship
  }

  private mutating func walk(
    from root: UInt32, _ graph: Adjacency, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) {
    guard let numbers = graph.numbers else { preconditionFailure("the graph was numbered when it was made") }
    var current = root
    while current != Self.none {
      let vertex = Int(current)
      let place = nextPlaces[vertex]
      guard place < graph.offsets[vertex + 1] else {
        let parent = parents[vertex]
        if parent != Self.none { lowPoints[Int(parent)] = min(lowPoints[Int(parent)], lowPoints[vertex]) }
        current = parent
        continue
      }
      nextPlaces[vertex] = place + 1
      // Another relationship to where the search came from is a way back, the same one is not.
      guard numbers[place] != relationships[vertex] else { continue }
      let target = graph.targets[place]
      if orders[Int(target)] == 0 {
        enter(target, from: current, by: numbers[place])
        if met.count & 0x3FFF == 0 { try checkpoint() }
        current = target
      } else {
        lowPoints[vertex] = min(lowPoints[vertex], orders[Int(target)])
      }
    }
  }
}
