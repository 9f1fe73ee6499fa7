import Graph
import GraphAlgorithms
import TestSupport
import Testing

/// Every algorithm against networkx on the same random graphs. A failure names its seed: set DOSSIER_SEED to repeat it.
@Suite(.enabled(if: !NetworkXComparison.isAbsent, "needs python3 with networkx"))
struct NetworkXTests {
  typealias Case = NetworkXComparison.Case
  typealias Answer = NetworkXComparison.Answer

  /// Calls `body` for every graph with what networkx says of it and a name for the graph.
  private func forEachGraph(_ body: (Case, Answer, String) throws -> Void) rethrows {
    switch NetworkXComparison.outcome {
    case .absent: return
    case .failed(let reason): Issue.record("networkx: \(reason)")
    case .answered(let comparison):
      for (index, (graph, answer)) in zip(comparison.cases, comparison.answers).enumerated() {
        try body(graph, answer, "seed \(comparison.seed), graph \(index)")
      }
    }
  }

  /// Calls `body` for every graph; what it gives must be what networkx says.
  private func compare(
    _ expected: (Answer) -> [Double]?, _ body: (Case) throws -> [Double], at location: SourceLocation = #_sourceLocation
  ) throws {
    try forEachGraph { graph, answer, name in
      guard let expected = expected(answer) else { return }
      let found = try body(graph)
      let isAlike =
        found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-7 * max(1, abs($1)) }
      #expect(isAlike, "\(name): \(found), not \(expected)", sourceLocation: location)
    }
  }

  private func distances(_ graph: Adjacency) throws -> [Double] {
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    var rows: [Double] = []
    for source in 0..<graph.vertexCount {
      try tree.grow(from: source, in: graph)
      for target in tree.reached.sorted() where Int(target) != source {
        rows += [Double(source), Double(target), tree.distances[Int(target)]]
      }
    }
    return rows
  }

  @Test func `degrees count parallel relationships each and loops twice`() throws {
    func both(_ graph: Case, _ column: (Adjacency) -> [Double]) -> [Double] {
      let out = column(graph.once)
      return graph.isDirected ? out : zip(out, column(graph.once.reversed)).map { $0 + $1 }
    }
    try compare({ $0.degree }) { both($0) { DegreeCentrality.counts(of: $0).map(Double.init) } }
    try compare({ $0.strength }) { both($0) { DegreeCentrality.strengths(of: $0) } }
  }

  @Test func `PageRank, weighted and personal`() throws {
    var parameters = PageRank.Parameters()
    parameters.iterations = 1_000
    parameters.tolerance = 1e-13
    try compare({ $0.pageRank }) { try PageRank.scores(of: $0.unweighted, parameters) }
    try compare({ $0.weightedPageRank }) { try PageRank.scores(of: $0.graph, parameters) }
    try compare({ $0.personalPageRank }) {
      var personal = parameters
      personal.origins = $0.origins.map { UInt32($0) }
      return try PageRank.scores(of: $0.graph, personal)
    }
  }

  @Test func `eigenvector centrality of connected graphs`() throws {
    var parameters = EigenvectorCentrality.Parameters()
    parameters.iterations = 100_000
    parameters.tolerance = 1e-13
    try compare({ $0.eigenvector }) { graph in
      let kept = graph.relationships.filter { $0[0] != $0[1] }
      let loopless = Adjacency(
        vertexCount: graph.count, sources: kept.map { UInt32($0[0]) }, targets: kept.map { UInt32($0[1]) },
        weights: kept.map { Double($0[2]) })
      return try EigenvectorCentrality.scores(of: loopless.undirected, parameters)
    }
  }

  @Test func `betweenness, with and without weights`() throws {
    try compare({ $0.plainBetweenness }) { try Betweenness.scores(of: $0.unweighted.lightest, isDirected: $0.isDirected) }
    try compare({ $0.weightedBetweenness }) { try Betweenness.scores(of: $0.graph.lightest, isDirected: $0.isDirected) }
  }

  @Test func `closeness and harmonic centrality, with and without weights`() throws {
    try compare({ $0.plainCloseness }) { try ClosenessCentrality.scores(of: $0.unweighted) }
    try compare({ $0.weightedCloseness }) { try ClosenessCentrality.scores(of: $0.graph) }
    try compare({ $0.plainHarmonic }) { try HarmonicCentrality.scores(of: $0.unweighted) }
    try compare({ $0.weightedHarmonic }) { try HarmonicCentrality.scores(of: $0.graph) }
  }

  @Test func `components, weak and strong`() throws {
    try compare({ $0.components.map(Double.init) }) { try ConnectedComponents.labels(of: $0.once).map(Double.init) }
    try compare({ $0.strongComponents?.map(Double.init) }) {
      try StronglyConnectedComponents.labels(of: $0.once).map(Double.init)
    }
  }

  @Test func `triangles, clustering and cores`() throws {
    try compare({ $0.triangles }) { try TriangleCount.counts(of: $0.once).map(Double.init) }
    try compare({ $0.clustering }) { try ClusteringCoefficient.coefficients(of: $0.once) }
    try compare({ $0.cores }) { try CoreDecomposition.numbers(of: $0.once).map(Double.init) }
  }

  @Test func `bridges and articulation points`() throws {
    try compare({ $0.articulationPoints.map(Double.init) }) { try ArticulationPoints.vertices(in: $0.once).map(Double.init) }
    try compare({ $0.bridges.flatMap { $0.map(Double.init) } }) { graph in
      let sources = graph.once.sources
      let pairs = try Bridges.places(in: graph.once).map { [sources[$0], graph.once.targets[$0]].sorted() }
      return pairs.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0.map(Double.init) }
    }
  }

  @Test func `the minimum spanning forest weighs as little and has as many relationships`() throws {
    try compare({ [Double($0.treeSize), $0.treeWeight] }) { graph in
      let places = try SpanningForest.places(in: graph.once)
      return [Double(places.count), places.reduce(0) { $0 + graph.once.weight(at: $1) }]
    }
  }

  @Test func `the distance of every pair, with and without weights`() throws {
    try compare({ $0.plainLengths.flatMap { $0 } }) { try distances($0.unweighted) }
    try compare({ $0.weightedLengths.flatMap { $0 } }) { try distances($0.graph) }
  }

  @Test func `the lengths of the best eight paths`() throws {
    try compare({ $0.bestHops }) {
      try KShortestPaths.routes(from: $0.source, to: $0.target, count: 8, in: $0.unweighted.lightest).map(\.length)
    }
    try compare({ $0.bestLengths }) {
      try KShortestPaths.routes(from: $0.source, to: $0.target, count: 8, in: $0.graph.lightest).map(\.length)
    }
  }

  @Test func `the maximum flow`() throws {
    try compare({ [$0.flow] }) {
      [try MaximumFlow(from: $0.source, to: $0.target, in: $0.once, isDirected: $0.isDirected).value]
    }
  }

  @Test func `similarity of neighbourhoods`() throws {
    for (metric, expected) in [(NodeSimilarity.Metric.jaccard, \Answer.jaccard), (.overlap, \Answer.overlap)] {
      try compare({ $0[keyPath: expected].flatMap { $0 } }) { graph in
        var similarity = NodeSimilarity(graph.once, isDirected: false, metric)
        return rows(graph.count) { similarity.pairs(of: $0) }
      }
    }
  }

  @Test func `links to be expected`() throws {
    let answers: [(LinkPrediction.Metric, KeyPath<Answer, [[Double]]>)] = [
      (.commonNeighbours, \.commonNeighbours), (.adamicAdar, \.adamicAdar), (.resourceAllocation, \.resourceAllocation),
      (.preferentialAttachment, \.preferentialAttachment),
    ]
    for (metric, expected) in answers {
      try compare({ $0[keyPath: expected].flatMap { $0 } }) { graph in
        var prediction = LinkPrediction(graph.once, metric)
        return rows(graph.count) { prediction.pairs(of: $0) }
      }
    }
  }

  private func rows(_ count: Int, _ pairs: (Int) -> [VertexPair]) -> [Double] {
    (0..<count).flatMap { source in
      pairs(source).filter { $0.target > source }.flatMap { [Double($0.source), Double($0.target), $0.score] }
    }
  }

  @Test func `communities are as modular as networkx measures, and nearly as modular as those that it finds`() throws {
    try compare({ $0.modularities }) { graph in graph.partitions.map { Modularity.of($0, in: graph.once.undirected) } }
    // Louvain and Leiden are heuristics: on one graph as small as these a single move makes a difference, on all of them it
    // must not.
    var totals = [0.0, 0.0]
    var theirs = 0.0
    var count = 0.0
    forEachGraph { _, answer, _ in
      for (method, found) in answer.modularities.prefix(2).enumerated() { totals[method] += found }
      theirs += answer.louvain
      count += 1
    }
    for total in totals { #expect(total / count >= theirs / count - 0.03) }
  }
}
