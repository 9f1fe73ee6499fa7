import Graph

/// How much of the shortest paths from some sources passes through each vertex: what one thread adds up for `Betweenness`.
///
/// The arrays are kept from source to source.
class PathDependencies {
  var scores: [Double]

  init(vertexCount: Int) { scores = [Double](repeating: 0, count: vertexCount) }

  /// Adds what passes through each vertex of the shortest paths from each of `sources`, all different, to all others.
  func add(_ sources: ArraySlice<Int>, in graph: Adjacency, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) {
    preconditionFailure("a search must say what it adds")
  }

  /// The sums since the last call.
  final func takeScores() -> [Double] {
    defer { scores = [Double](repeating: 0, count: scores.count) }
    return scores
  }
}
