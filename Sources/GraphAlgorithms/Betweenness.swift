import Graph

/// How many shortest paths pass through each vertex.
///
///     0 ─ 1 ─ 2      1 lies between 0 and 2 and scores 1; 0 and 2 score 0
///
/// One search from each source, then dependencies added up on the way back (U. Brandes, "A faster algorithm for betweenness
/// centrality", 2001): O(sources × (|V| + |E|)) time, with weights O(sources × (|V| + |E|) log |V|); O(|E|) memory and O(|V|)
/// more a thread. The sources are shared out among threads in pieces whose sums are added up in their order. With fewer sources
/// than vertices the scores are scaled up, an estimate (U. Brandes and C. Pich, "Centrality estimation in large networks", 2007).
/// Loops change nothing.
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
    // An undirected pair was met from both of its ends.
    let scale = Double(count) / Double(sourceCount) / (isDirected ? 1 : 2)
    guard graph.weights == nil, count >= leastRelabelledCount, sourceCount >= leastRelabelledSampleCount else {
      return try sums(from: sources, in: graph, checkpoint).map { $0 * scale }
    }
    let labels = graph.breadthFirstOrder
    var places = [Int](repeating: 0, count: count)
    for (place, vertex) in labels.enumerated() { places[Int(vertex)] = place }
    let sums = try sums(from: sources.map { places[$0] }, in: graph.relabelled(labels), checkpoint)
    return places.map { sums[$0] * scale }
  }

  /// What a search keeps for so many vertices does not fit the caches: then those that are met one after the other had better lie
  /// side by side, if there are enough searches to make it worth the while.
  private static let leastRelabelledCount = 1 << 15
  private static let leastRelabelledSampleCount = 16

  /// The dependencies of all `sources`, one sum a vertex.
  private static func sums(
    from sources: [Int], in graph: Adjacency, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) -> [Double] {
    let count = graph.vertexCount
    let sourceCount = sources.count
    let pieces = VertexPieces(count: sourceCount, pieceCount: min(64, (sourceCount + 7) / 8))
    let searches = WorkerStates<PathDependencies> {
      graph.weights == nil ? UnweightedDependencies(vertexCount: count) : WeightedDependencies(vertexCount: count)
    }
    let sum = OrderedSum(count: count)
    try pieces.run(checkpoint) { (piece, places, worker) throws(AlgorithmInterruption) in
      let poll = worker == 0 ? checkpoint : neverInterrupted
      let scores = try searches.with(worker) { (search) throws(AlgorithmInterruption) in
        try search.add(sources[places], in: graph, poll)
        return search.takeScores()
      }
      sum.add(scores, piece: piece)
    }
    return sum.total
  }
}
