import Graph

/// A walk from vertex to vertex.
public struct Route: Sendable, Equatable {
  /// The vertices in order, one more than places.
  public var vertices: [UInt32]
  /// The entry of the graph that each step takes.
  public var places: [Int]
  /// The sum of the weights.
  public var length: Double

  public init(vertices: [UInt32], places: [Int], length: Double) {
    self.vertices = vertices
    self.places = places
    self.length = length
  }
}

/// A shortest path from one vertex to each of those that it reaches.
///
///     0 → 1 → 2      from 0: 1 and 3 by one step, 2 by way of 1
///     ↓       ↑
///     3 ──────┘
///
/// `grow` makes it by `BreadthFirstSearch` where the graph has no weights and by `Dijkstra` where it has. The arrays are kept
/// from one source to the next, so that many searches in a large graph cost what they visit. O(|V|) memory.
public struct ShortestPathTree: Sendable {
  static let noPlace = -1

  public private(set) var source = 0
  /// How far each vertex is from the source; infinity for those not reached.
  public internal(set) var distances: [Double]
  /// The vertices reached, nearest first; the source is the first.
  public internal(set) var reached: [UInt32] = []
  /// The vertex and the entry by which each was reached.
  var parents: [UInt32]
  var places: [Int]
  /// The vertices whose elements in the arrays were written.
  var touched: [UInt32] = []
  var heap = VertexHeap()

  public init(vertexCount: Int) {
    distances = [Double](repeating: .infinity, count: vertexCount)
    parents = [UInt32](repeating: 0, count: vertexCount)
    places = [Int](repeating: Self.noPlace, count: vertexCount)
  }

  /// Forgets the last search and makes another.
  ///
  /// - Parameters:
  ///   - graph: with as many vertices as the tree; no weight may be negative.
  ///   - target: a vertex at which the search may end; nil to reach all.
  ///   - limit: how far to look; vertices beyond are not reached.
  public mutating func grow(
    from source: Int, in graph: Adjacency, to target: Int? = nil, limit: Double = .infinity,
    checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) {
    clear()
    self.source = source
    if graph.weights == nil {
      try BreadthFirstSearch.grow(&self, in: graph, to: target, limit: limit, checkpoint)
    } else {
      try Dijkstra.grow(&self, in: graph, to: target, limit: limit, checkpoint)
    }
  }

  /// Forgets the last search and makes another along some of the entries only.
  mutating func grow(
    from source: Int, in graph: Adjacency, to target: Int, _ checkpoint: Checkpoint, admits: (_ place: Int) -> Bool
  ) throws(AlgorithmInterruption) {
    clear()
    self.source = source
    try Dijkstra.grow(&self, in: graph, to: target, limit: .infinity, checkpoint, admits: admits)
  }

  /// The path to a vertex; nil if it was not reached. O(its length).
  public func route(to target: Int) -> Route? {
    guard distances[target] < .infinity else { return nil }
    var vertices = [UInt32(target)]
    var steps: [Int] = []
    var vertex = target
    while vertex != source {
      steps.append(places[vertex])
      vertex = Int(parents[vertex])
      vertices.append(UInt32(vertex))
    }
    return Route(vertices: vertices.reversed(), places: steps.reversed(), length: distances[target])
  }

  /// One score a vertex: what `score` says of the tree that grows from it. The sources are shared out among threads.
  static func scores(
    of graph: Adjacency, _ checkpoint: Checkpoint, _ score: (ShortestPathTree) -> Double
  ) throws(AlgorithmInterruption) -> [Double] {
    try checkpoint()
    var scores = [Double](repeating: 0, count: graph.vertexCount)
    let trees = WorkerStates { ShortestPathTree(vertexCount: graph.vertexCount) }
    try scores.withUnsafeMutableBufferPointer { (scores) throws(AlgorithmInterruption) in
      let scores = UnsafeMutableBufferPointer(rebasing: scores[...])
      try WorkerPool.shared.run(pieceCount: graph.vertexCount) { (vertex, worker) throws(AlgorithmInterruption) in
        let poll = worker == 0 ? checkpoint : neverInterrupted
        try poll()
        scores[vertex] = try trees.with(worker) { (tree) throws(AlgorithmInterruption) in
          try tree.grow(from: vertex, in: graph, checkpoint: poll)
          return score(tree)
        }
      }
    }
    return scores
  }

  private mutating func clear() {
    for vertex in touched {
      distances[Int(vertex)] = .infinity
      places[Int(vertex)] = Self.noPlace
    }
    touched.removeAll(keepingCapacity: true)
    reached.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}
