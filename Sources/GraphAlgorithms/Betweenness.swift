import Graph

/// How many shortest paths pass through each vertex.
///
///     0 ─ 1 ─ 2      1 lies between 0 and 2 and scores 1; 0 and 2 score 0
///
/// One search from each source, then dependencies added up on the way back (U. Brandes, "A faster algorithm for betweenness
/// centrality", 2001): O(sources × (|V| + |E|)) time, with weights O(sources × (|V| + |E|) log |V|); O(|V| + |E|) memory. With
/// fewer sources than vertices the scores are scaled up, an estimate (U. Brandes and C. Pich, "Centrality estimation in large
/// networks", 2007). Loops change nothing.
public enum Betweenness {
  public struct Parameters: Sendable {
    /// From how many sources to search; nil for all.
    public var samples: Int?
    /// Chooses the sources, where not all are.
    public var seed: UInt64 = 0

    public init() {}
  }

  /// One score a vertex.
  ///
  /// - Parameters:
  ///   - graph: without parallel relationships (`Adjacency.lightest`); every weight greater than zero.
  ///   - isDirected: if false, every relationship is there in both directions, and every unordered pair of other vertices
  ///     counts once.
  public static func scores(
    of graph: Adjacency, isDirected: Bool, _ parameters: Parameters = Parameters(), checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    let sourceCount = min(parameters.samples ?? count, count)
    guard sourceCount > 0 else { return [Double](repeating: 0, count: count) }
    var order = SeededOrder(seed: parameters.seed)
    let sources = sourceCount == count ? Array(0..<count) : order.sample(sourceCount, below: count)
    var search = Search(vertexCount: count)
    for source in sources {
      try checkpoint()
      try search.add(source: source, in: graph, checkpoint)
    }
    // An undirected pair was met from both of its ends.
    let scale = Double(count) / Double(sourceCount) / (isDirected ? 1 : 2)
    return search.scores.map { $0 * scale }
  }

  /// The arrays of one search, kept from source to source.
  private struct Search {
    private(set) var scores: [Double]
    private var tree: ShortestPathTree
    private var pathCounts: [Double]
    private var dependencies: [Double]

    init(vertexCount: Int) {
      scores = [Double](repeating: 0, count: vertexCount)
      pathCounts = scores
      dependencies = scores
      tree = ShortestPathTree(vertexCount: vertexCount)
    }

    mutating func add(source: Int, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
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
    private mutating func accumulate(_ graph: Adjacency) {
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
}
