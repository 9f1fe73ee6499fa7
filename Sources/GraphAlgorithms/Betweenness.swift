import Graph

/// How many shortest paths pass through each vertex.
///
///     0 ─ 1 ─ 2      1 lies between 0 and 2 and scores 1; 0 and 2 score 0
///
/// One breadth-first search from each source, then dependencies added up on the way back (U. Brandes, "A faster algorithm for
/// betweenness centrality", 2001): O(sources × (|V| + |E|)) time, O(|V| + |E|) memory. With fewer sources than vertices the
/// scores are scaled up, an estimate (U. Brandes and C. Pich, "Centrality estimation in large networks", 2007).
public enum Betweenness {
  /// One score a vertex of an undirected graph: every unordered pair of other vertices counts once.
  ///
  /// - Parameters:
  ///   - graph: with every relationship in both directions, as `Adjacency.simple` has them.
  ///   - samples: from how many sources to search, spread evenly over the vertices; nil for all.
  public static func scores(
    of graph: Adjacency, samples: Int? = nil, checkpoint: Checkpoint = { () throws(AlgorithmInterruption) in }
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    let sourceCount = min(samples ?? count, count)
    guard sourceCount > 0 else { return [Double](repeating: 0, count: count) }
    var search = Search(vertexCount: count)
    for sample in 0..<sourceCount {
      try checkpoint()
      try search.add(source: sample * count / sourceCount, in: graph, checkpoint)
    }
    // Each pair was met from both of its ends.
    let scale = Double(count) / Double(sourceCount) / 2
    return search.scores.map { $0 * scale }
  }

  /// The arrays of one search, kept from source to source.
  private struct Search {
    private(set) var scores: [Double]
    private var distances: [Int32]
    private var pathCounts: [Double]
    private var dependencies: [Double]
    /// Vertices in the order in which they were reached.
    private var order: [UInt32] = []

    init(vertexCount: Int) {
      scores = [Double](repeating: 0, count: vertexCount)
      distances = [Int32](repeating: -1, count: vertexCount)
      pathCounts = [Double](repeating: 0, count: vertexCount)
      dependencies = [Double](repeating: 0, count: vertexCount)
      order.reserveCapacity(vertexCount)
    }

    mutating func add(source: Int, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
      order.append(UInt32(source))
      distances[source] = 0
      pathCounts[source] = 1
      var next = 0
      while next < order.count {
        if next & 0xFFFF == 0xFFFF { try checkpoint() }
        let vertex = Int(order[next])
        next += 1
        for place in graph.row(vertex) {
          let target = Int(graph.targets[place])
          if distances[target] < 0 {
            distances[target] = distances[vertex] + 1
            order.append(UInt32(target))
          }
          if distances[target] == distances[vertex] + 1 { pathCounts[target] += pathCounts[vertex] }
        }
      }
      accumulate(source, graph)
    }

    /// From the farthest vertex back to the source; leaves the arrays as they were before the search.
    private mutating func accumulate(_ source: Int, _ graph: Adjacency) {
      for reached in order.reversed() {
        let vertex = Int(reached)
        let share = (1 + dependencies[vertex]) / pathCounts[vertex]
        for place in graph.row(vertex) {
          let target = Int(graph.targets[place])
          if distances[target] == distances[vertex] - 1 { dependencies[target] += pathCounts[target] * share }
        }
        if vertex != source { scores[vertex] += dependencies[vertex] }
      }
      for reached in order {
        distances[Int(reached)] = -1
        pathCounts[Int(reached)] = 0
        dependencies[Int(reached)] = 0
      }
      order.removeAll(keepingCapacity: true)
    }
  }
}
