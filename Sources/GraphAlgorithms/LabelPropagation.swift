import Graph

/// Communities by what most neighbours say.
///
///     0 ─ 1       4 ─ 5
///     │ ╱         │ ╱        two communities: 0, 0, 0, 3, 3, 3
///     2 ───────── 3
///
/// Every vertex begins as a community of its own; one after the other takes the label with the greatest weight among its
/// neighbours, keeping its own where that is among the greatest, until none changes (U. N. Raghavan, R. Albert and S. Kumara,
/// "Near linear time algorithm to detect community structures", 2007). The order of the vertices and the choice among equal
/// labels are random, because any rule by number would let one label run through the whole graph; the seed repeats them.
/// Parallel relationships add up; loops do not count. O(|V| + |E|) a round and few rounds in practice; O(|V|) memory.
public enum LabelPropagation {
  public struct Parameters: Sendable {
    /// After how many rounds to stop, changes or not.
    public var rounds = 100
    public var seed: UInt64 = 0

    public init() {}
  }

  /// The community of each vertex, named by its smallest vertex.
  ///
  /// - Parameter graph: with every relationship in both directions (`Adjacency.undirected`); no weight may be negative.
  public static func communities(
    of graph: Adjacency, _ parameters: Parameters = Parameters(), checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) -> [UInt32] {
    var labels = Array(0..<UInt32(graph.vertexCount))
    var random = SeededOrder(seed: parameters.seed)
    let order = random.permutation(of: graph.vertexCount)
    let links = CommunityLinks(count: graph.vertexCount)
    for _ in 0..<parameters.rounds {
      var hasChanged = false
      for (index, vertex) in order.enumerated() {
        if index & 0x3FFF == 0 { try checkpoint() }
        links.collect(of: vertex, in: graph, labels)
        let greatest = links.met.reduce(0) { max($0, links.weight(to: $1)) }
        guard links.weight(to: labels[vertex]) < greatest else { continue }
        let candidates = links.met.filter { links.weight(to: $0) == greatest }
        labels[vertex] = candidates[candidates.count == 1 ? 0 : random.number(below: candidates.count)]
        hasChanged = true
      }
      if !hasChanged { break }
    }
    return Partition.namedBySmallestMember(labels)
  }
}
