import Graph

/// How far the vertices of a graph without weights are from each of up to 64 sources: of as many searches at once, each in a bit
/// of its own.
///
/// A vertex that several searches reach at the same distance is visited once for all of them (M. Then et al., "The More the
/// Merrier: Efficient Multi-Source Graph Traversal", PVLDB 2014). Most searches of a graph with short distances meet in a few
/// levels: 64 of them take about as long as two. O(searches × (|V| + |E|)) time at worst; 32 bytes a vertex.
final class ManySourceSearch {
  static let laneCount = 64

  /// What is known of the distances of one search.
  struct Distances {
    /// Vertices reached, the source left out.
    var reachedCount = 0
    var sum = 0
    var reciprocalSum = 0.0
  }

  /// In which searches each vertex was reached.
  private let seen: UnsafeMutablePointer<UInt64>
  /// In which searches each vertex is on the level that is gone on from, and on the one being made.
  private let onLevel: UnsafeMutablePointer<UInt64>
  private let onNext: UnsafeMutablePointer<UInt64>
  /// The vertices of the two levels.
  private var level: UnsafeMutablePointer<UInt32>
  private var next: UnsafeMutablePointer<UInt32>
  private var levelCount = 0
  private let touched: UnsafeMutablePointer<UInt32>
  private var touchedCount = 0
  private let counts: UnsafeMutablePointer<Int>

  init(vertexCount: Int) {
    seen = .allocate(capacity: vertexCount)
    seen.initialize(repeating: 0, count: vertexCount)
    onLevel = .allocate(capacity: vertexCount)
    onLevel.initialize(repeating: 0, count: vertexCount)
    onNext = .allocate(capacity: vertexCount)
    onNext.initialize(repeating: 0, count: vertexCount)
    level = .allocate(capacity: vertexCount)
    next = .allocate(capacity: vertexCount)
    touched = .allocate(capacity: vertexCount)
    counts = .allocate(capacity: Self.laneCount)
  }

  deinit {
    seen.deallocate()
    onLevel.deallocate()
    onNext.deallocate()
    level.deallocate()
    next.deallocate()
    touched.deallocate()
    counts.deallocate()
  }

  /// What `score` makes of the distances from each vertex, one a vertex; on all threads.
  static func scores(
    of graph: Adjacency, _ checkpoint: Checkpoint, _ score: (Distances) -> Double
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    let scores = UnsafeMutablePointer<Double>.allocate(capacity: max(count, 1))
    defer { scores.deallocate() }
    scores.initialize(repeating: 0, count: count)
    let searches = WorkerStates { ManySourceSearch(vertexCount: count) }
    let pieces = VertexPieces(count: count, pieceCount: (count + laneCount - 1) / laneCount)
    try pieces.run(checkpoint) { (_, sources, worker) throws(AlgorithmInterruption) in
      let poll = worker == 0 ? checkpoint : neverInterrupted
      let distances = try searches.with(worker) { (search) throws(AlgorithmInterruption) in
        try search.distances(from: sources, in: graph, poll)
      }
      for (lane, source) in sources.enumerated() { scores[source] = score(distances[lane]) }
    }
    return Array(UnsafeBufferPointer(start: scores, count: count))
  }

  /// The distances from each of `sources`, of which there are at most 64, in their order.
  func distances(
    from sources: Range<Int>, in graph: Adjacency, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) -> [Distances] {
    var distances = [Distances](repeating: Distances(), count: sources.count)
    for (lane, source) in sources.enumerated() {
      (seen[source], onLevel[source]) = (1 << UInt64(lane), 1 << UInt64(lane))
      level[lane] = UInt32(source)
      touched[lane] = UInt32(source)
    }
    (levelCount, touchedCount) = (sources.count, sources.count)
    var distance = 0
    while levelCount > 0 {
      // An interruption leaves the arrays as they are; nobody searches on with them.
      try checkpoint()
      distance += 1
      graph.withRows { advance($0) }
      for lane in 0..<sources.count where counts[lane] > 0 {
        distances[lane].reachedCount += counts[lane]
        distances[lane].sum += counts[lane] * distance
        distances[lane].reciprocalSum += Double(counts[lane]) / Double(distance)
      }
    }
    for place in 0..<touchedCount { seen[Int(touched[place])] = 0 }
    return distances
  }

  /// Makes the next level and counts for each search the vertices that are new to it.
  private func advance(_ rows: AdjacencyRows) {
    let (seen, onLevel, onNext, level, next, counts) = (seen, onLevel, onNext, level, next, counts)
    counts.initialize(repeating: 0, count: Self.laneCount)
    var found = 0
    for place in 0..<levelCount {
      let vertex = Int(level[place])
      let lanes = onLevel[vertex]
      onLevel[vertex] = 0
      for entry in rows.row(vertex) {
        let target = Int(rows.targets[entry])
        let reached = lanes & ~seen[target]
        guard reached != 0 else { continue }
        if onNext[target] == 0 {
          next[found] = rows.targets[entry]
          found &+= 1
        }
        onNext[target] |= reached
      }
    }
    for place in 0..<found {
      let vertex = Int(next[place])
      if seen[vertex] == 0 {
        touched[touchedCount] = next[place]
        touchedCount &+= 1
      }
      var lanes = onNext[vertex]
      onNext[vertex] = 0
      seen[vertex] |= lanes
      onLevel[vertex] = lanes
      while lanes != 0 {
        counts[lanes.trailingZeroBitCount] &+= 1
        lanes &= lanes &- 1
      }
    }
    levelCount = found
    (self.level, self.next) = (next, level)
  }
}
