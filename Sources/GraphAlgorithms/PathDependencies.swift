import Graph

/// How much of the shortest paths from some sources passes through each vertex: what one thread adds up for `Betweenness`.
///
/// The arrays are kept from source to source.
class PathDependencies {
  fileprivate var scores: [Double]

  fileprivate init(scores: [Double]) { self.scores = scores }

  /// Adds what passes through each vertex of the shortest paths from `source` to all others.
  func add(source: Int, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    preconditionFailure("a search must say what it adds")
  }

  /// The sums since the last call.
  final func takeScores() -> [Double] {
    defer { scores = [Double](repeating: 0, count: scores.count) }
    return scores
  }
}

/// By breadth-first search, where every relationship has the same length.
final class UnweightedDependencies: PathDependencies {
  /// How far each vertex is from the source, -1 for those not reached.
  private let distances: UnsafeMutablePointer<Int32>
  private let pathCounts: UnsafeMutablePointer<Double>
  /// For each vertex behind which dependencies are known: one and its own, shared out among the paths to it.
  private let credits: UnsafeMutablePointer<Double>
  /// The vertices reached, nearest first.
  private let queue: UnsafeMutablePointer<UInt32>

  init(vertexCount: Int) {
    distances = .allocate(capacity: vertexCount)
    distances.initialize(repeating: -1, count: vertexCount)
    pathCounts = .allocate(capacity: vertexCount)
    credits = .allocate(capacity: vertexCount)
    queue = .allocate(capacity: vertexCount)
    super.init(scores: [Double](repeating: 0, count: vertexCount))
  }

  deinit {
    distances.deallocate()
    pathCounts.deallocate()
    credits.deallocate()
    queue.deallocate()
  }

  override func add(source: Int, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    let reachedCount = graph.withRows { search(from: source, $0) }
    try checkpoint()
    graph.withRows { accumulate(reachedCount, $0) }
  }

  private func search(from source: Int, _ rows: AdjacencyRows) -> Int {
    let (distances, pathCounts, queue) = (distances, pathCounts, queue)
    distances[source] = 0
    pathCounts[source] = 1
    queue[0] = UInt32(source)
    var count = 1
    var next = 0
    while next < count {
      let vertex = Int(queue[next])
      next &+= 1
      let distance = distances[vertex] &+ 1
      let pathCount = pathCounts[vertex]
      for place in rows.row(vertex) {
        let target = Int(rows.targets[place])
        let known = distances[target]
        if known < 0 {
          distances[target] = distance
          pathCounts[target] = pathCount
          queue[count] = rows.targets[place]
          count &+= 1
        } else if known == distance {
          pathCounts[target] += pathCount
        }
      }
    }
    return count
  }

  /// From the farthest vertex back to the source; leaves the distances as they were before the search.
  private func accumulate(_ reachedCount: Int, _ rows: AdjacencyRows) {
    let (distances, pathCounts, credits, queue) = (distances, pathCounts, credits, queue)
    scores.withUnsafeMutableBufferPointer { scores in
      for position in stride(from: reachedCount - 1, to: 0, by: -1) {
        let vertex = Int(queue[position])
        let distance = distances[vertex] &+ 1
        var sum = 0.0
        for place in rows.row(vertex) {
          let target = Int(rows.targets[place])
          if distances[target] == distance { sum += credits[target] }
        }
        let dependency = sum * pathCounts[vertex]
        credits[vertex] = (1 + dependency) / pathCounts[vertex]
        scores[vertex] += dependency
      }
    }
    for position in 0..<reachedCount { distances[Int(queue[position])] = -1 }
  }
}

/// By Dijkstra's algorithm, where relationships have lengths.
final class WeightedDependencies: PathDependencies {
  private var tree: ShortestPathTree
  private var pathCounts: [Double]
  private var dependencies: [Double]

  init(vertexCount: Int) {
    let zeros = [Double](repeating: 0, count: vertexCount)
    pathCounts = zeros
    dependencies = zeros
    tree = ShortestPathTree(vertexCount: vertexCount)
    super.init(scores: zeros)
  }

  override func add(source: Int, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    try tree.grow(from: source, in: graph, checkpoint: checkpoint)
    pathCounts[source] = 1
    for reached in tree.reached {
      let vertex = Int(reached)
      let distance = tree.distances[vertex]
      for place in graph.row(vertex) {
        let target = Int(graph.targets[place])
        if tree.distances[target] == distance + graph.weight(at: place) { pathCounts[target] += pathCounts[vertex] }
      }
    }
    try checkpoint()
    accumulate(graph)
  }

  /// From the farthest vertex back to the source; leaves the arrays as they were before the search.
  private func accumulate(_ graph: Adjacency) {
    for reached in tree.reached.reversed() {
      let vertex = Int(reached)
      let distance = tree.distances[vertex]
      var dependency = 0.0
      for place in graph.row(vertex) {
        let target = Int(graph.targets[place])
        if tree.distances[target] == distance + graph.weight(at: place) {
          dependency += (1 + dependencies[target]) / pathCounts[target]
        }
      }
      dependencies[vertex] = dependency * pathCounts[vertex]
      if vertex != tree.source { scores[vertex] += dependencies[vertex] }
    }
    for reached in tree.reached {
      pathCounts[Int(reached)] = 0
      dependencies[Int(reached)] = 0
    }
  }
}
