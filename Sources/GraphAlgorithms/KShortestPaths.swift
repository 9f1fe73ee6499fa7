import Graph

/// The lightest paths from one vertex to another, the lightest first, none of which meets a vertex twice.
///
///     0 ─1→ 1 ─1→ 3      from 0 to 3: by 1 (2), by 2 (4), by 1 and 2 (5)
///     │     ↓1    ↑
///     └─1→  2 ─3──┘
///
/// Each path found is left at each of its vertices in turn for the lightest path that goes on otherwise (J. Y. Yen, "Finding the
/// K shortest loopless paths in a network", 1971), only from where it itself left another (E. L. Lawler, 1972). Of equally light
/// paths those with fewer and then with smaller vertices come first. O(k × |V| × (|V| + |E|) log |V|) time and
/// O(|V| + |E| + k × |V|) memory.
public struct KShortestPaths {
  private let graph: Adjacency
  private let target: Int
  private var found: [Candidate] = []
  /// Paths that may be next, the best last.
  private var candidates: [Candidate] = []
  private var isOnRoot: [Bool]

  /// A path and the index of the vertex at which it left the one that it was made from.
  private struct Candidate {
    let route: Route
    let deviation: Int
  }

  /// At most `count` paths.
  ///
  /// - Parameter graph: no weight may be negative. Paths that differ only in which of several parallel relationships they take
  ///   are different paths; `Adjacency.lightest` leaves one.
  public static func routes(
    from source: Int, to target: Int, count: Int, in graph: Adjacency, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Route] {
    var search = KShortestPaths(graph: graph, target: target)
    return try search.run(from: source, count, checkpoint)
  }

  private init(graph: Adjacency, target: Int) {
    self.graph = graph
    self.target = target
    isOnRoot = [Bool](repeating: false, count: graph.vertexCount)
  }

  private mutating func run(from source: Int, _ count: Int, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> [Route] {
    guard count > 0 else { return [] }
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    try tree.grow(from: source, in: graph, to: target, checkpoint: checkpoint)
    guard let first = tree.route(to: target) else { return [] }
    found = [Candidate(route: first, deviation: 0)]
    while found.count < count {
      try leave(found[found.count - 1], &tree, checkpoint)
      guard let next = candidates.popLast() else { break }
      found.append(next)
    }
    return found.map(\.route)
  }

  /// Adds the lightest path that leaves `path` at each of its vertices from the deviation on.
  private mutating func leave(
    _ path: Candidate, _ tree: inout ShortestPathTree, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) {
    let route = path.route
    for vertex in route.vertices[..<path.deviation] { isOnRoot[Int(vertex)] = true }
    for index in path.deviation..<route.places.count {
      try checkpoint()
      let root = route.places[..<index]
      let taken = Set(found.compactMap { $0.route.places.starts(with: root) ? $0.route.places[index] : nil })
      isOnRoot[Int(route.vertices[index])] = true
      try tree.grow(from: Int(route.vertices[index]), in: graph, to: target, checkpoint) { place in
        !isOnRoot[Int(graph.targets[place])] && !taken.contains(place)
      }
      guard let spur = tree.route(to: target) else { continue }
      let places = root + spur.places
      let length = places.reduce(0.0) { $0 + graph.weight(at: $1) }
      let vertices = route.vertices[..<index] + spur.vertices
      insert(Candidate(route: Route(vertices: Array(vertices), places: Array(places), length: length), deviation: index))
    }
    for vertex in route.vertices { isOnRoot[Int(vertex)] = false }
  }

  private mutating func insert(_ candidate: Candidate) {
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(candidate.route, candidates[middle].route) { low = middle + 1 } else { high = middle }
    }
    candidates.insert(candidate, at: low)
  }

  private static func precedes(_ a: Route, _ b: Route) -> Bool {
    if a.length != b.length { return a.length < b.length }
    if a.vertices.count != b.vertices.count { return a.vertices.count < b.vertices.count }
    if a.vertices != b.vertices { return a.vertices.lexicographicallyPrecedes(b.vertices) }
    return a.places.lexicographicallyPrecedes(b.places)
  }
}
