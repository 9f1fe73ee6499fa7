import Graph

/// How much can flow from one vertex to another through relationships of limited capacity, and which of them are the bottleneck.
///
///     0 ─3→ 1 ─2→ 3      from 0 to 3: 3; the cut is 1 → 3 and 2 → 3
///     └─5→  2 ─1──↑
///
/// As long as the sink can be reached through what is left, flow is sent along all shortest ways at once (E. A. Dinic, "Algorithm
/// for solution of a problem of maximum flow in networks with power estimation", 1970). Capacities are weights; of parallel
/// relationships each has its own, loops carry nothing. O(|V|² × |E|) time at worst and far less in practice; O(|V| + |E|)
/// memory.
public struct MaximumFlow: Sendable {
  /// What flows from source to sink.
  public let value: Double
  /// What flows through each entry of the graph: 0 up to its weight, or, in an undirected graph, down to its weight's negative,
  /// which flows from the entry's target to its source.
  public let flows: [Double]
  /// The vertices on the source's side of a smallest cut: those that can still be reached from it.
  public let sourceSide: [Bool]

  /// - Parameters:
  ///   - graph: with every relationship once; no weight may be negative or infinite.
  ///   - isDirected: if false, a relationship carries as much either way.
  public init(
    from source: Int, to sink: Int, in graph: Adjacency, isDirected: Bool, checkpoint: Checkpoint = neverInterrupted
  ) throws(AlgorithmInterruption) {
    precondition(source != sink, "what flows from a vertex to itself has no limit")
    var network = ResidualNetwork(graph, isDirected: isDirected)
    var value = 0.0
    while try network.level(from: source, to: sink, checkpoint) {
      value += try network.saturate(from: source, to: sink, checkpoint)
    }
    self.value = value
    flows = (0..<graph.entryCount).map { graph.weight(at: $0) - network.residuals[2 * $0] }
    sourceSide = network.levels.map { $0 >= 0 }
  }

  /// The places of the relationships that lead out of the source's side; what they can carry together is `value`.
  public func cut(of graph: Adjacency, isDirected: Bool) -> [Int] {
    let sources = graph.sources
    return (0..<graph.entryCount).filter { place in
      let (isSource, isTarget) = (sourceSide[Int(sources[place])], sourceSide[Int(graph.targets[place])])
      return isDirected ? isSource && !isTarget : isSource != isTarget
    }
  }
}
