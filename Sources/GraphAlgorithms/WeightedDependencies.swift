import Graph

/// By Dijkstra's algorithm, where relationships have lengths.
final class WeightedDependencies: PathDependencies {
  private var tree: ShortestPathTree
  private var pathCounts: [Double]
  private var dependencies: [Double]

  override init(vertexCount: Int) {
    let zeros = [Double](repeating: 0, count: vertexCount)
    pathCounts = zeros
    dependencies = zeros
    tree = ShortestPathTree(vertexCount: vertexCount)
    super.init(vertexCount: vertexCount)
  }

  override func add(
    _ sources: ArraySlice<Int>, in graph: Adjacency, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) {
    for source in sources {
      try checkpoint()
      try tree.grow(from: source, in: graph, checkpoint: checkpoint)
      countPaths(graph)
      try checkpoint()
      accumulate(graph)
    }
  }

  private func countPaths(_ graph: Adjacency) {
    pathCounts[tree.source] = 1
    for reached in tree.reached {
      let vertex = Int(reached)
      let distance = tree.distances[vertex]
      for place in graph.row(vertex) {
        let target = Int(graph.targets[place])
        if tree.distances[target] == distance + graph.weight(at: place) { pathCounts[target] += pathCounts[vertex] }
      }
    }
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
