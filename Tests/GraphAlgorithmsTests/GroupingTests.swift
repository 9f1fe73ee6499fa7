import Graph
import GraphAlgorithms
import TestSupport
import Testing

@Suite struct GroupingTests {
  @Test("Components do not ask which way a relationship points")
  func components() throws {
    let graph = SampleGraph.graph(6, [(1, 0), (1, 2), (4, 3)])
    #expect(try ConnectedComponents.labels(of: graph) == [0, 0, 0, 3, 3, 5])
  }

  @Test("Vertices are of one component exactly if one can be reached from the other", arguments: [1, 2, 3])
  func componentsByReachability(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 40, relationshipCount: 30)
    let labels = try ConnectedComponents.labels(of: graph)
    for vertex in 0..<40 {
      let distances = try SampleGraph.distances(from: vertex, in: graph.undirected)
      for other in 0..<40 {
        #expect((labels[vertex] == labels[other]) == (distances[other] != .infinity))
      }
    }
    #expect(labels == (try ConnectedComponents.labels(of: graph.reversed)))
  }

  @Test("A graph of many pieces has the triangles and scores of its parts, however many threads there are")
  func manyPieces() throws {
    // Copies of one small graph side by side, more than a piece holds.
    var generator = SeededGenerator(seed: 5)
    let part = SampleGraph.random(&generator, vertexCount: 40, relationshipCount: 160)
    let copyCount = 500
    let pairs = zip(part.sources, part.targets).map { (Int($0), Int($1)) }
    let graph = SampleGraph.graph(
      40 * copyCount, (0..<copyCount).flatMap { copy in pairs.map { ($0.0 + 40 * copy, $0.1 + 40 * copy) } })
    let triangles = try TriangleCount.counts(of: part)
    #expect(try TriangleCount.counts(of: graph) == (0..<copyCount).flatMap { _ in triangles })
    let scores = try PageRank.scores(of: part).map { $0 / Double(copyCount) }
    for (vertex, score) in try PageRank.scores(of: graph).enumerated() {
      #expect(abs(score - scores[vertex % 40]) < 1e-12)
    }
    #expect(try PageRank.scores(of: graph) == PageRank.scores(of: graph, incoming: graph.reversed))
    let closeness = try HarmonicCentrality.scores(of: part)
    #expect(try HarmonicCentrality.scores(of: graph) == (0..<copyCount).flatMap { _ in closeness })
    let components = try ConnectedComponents.labels(of: part)
    #expect(
      try ConnectedComponents.labels(of: graph)
        == (0..<copyCount).flatMap { copy in components.map { $0 + UInt32(40 * copy) } })
  }

  @Test("Triangles of known graphs")
  func triangles() throws {
    #expect(try TriangleCount.counts(of: SampleGraph.graph(4, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 0)])) == [2, 1, 2, 1])
    #expect(try TriangleCount.counts(of: SampleGraph.complete(6)).reduce(0, +) == 3 * 20)
    #expect(try TriangleCount.counts(of: SampleGraph.path(5)) == [0, 0, 0, 0, 0])
  }

  @Test("Loops, parallel relationships and directions add no triangle", arguments: [1, 2, 3])
  func trianglesOfSimpleGraph(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 20, relationshipCount: 80)
    let simple = graph.simple
    func areJoined(_ a: Int, _ b: Int) -> Bool { simple.targets[simple.row(a)].contains(UInt32(b)) }
    var expected = [Int64](repeating: 0, count: 20)
    for a in 0..<20 {
      for b in a + 1..<20 where areJoined(a, b) {
        for c in b + 1..<20 where areJoined(a, c) && areJoined(b, c) { for corner in [a, b, c] { expected[corner] += 1 } }
      }
    }
    #expect(try TriangleCount.counts(of: graph) == expected)
  }

  @Test("Louvain, Leiden and label propagation part what hangs together from what does not")
  func communities() throws {
    let graph = SampleGraph.twoCliques.undirected
    let nothing = SampleGraph.graph(3, [])
    for algorithm in Self.communityAlgorithms {
      #expect(try algorithm(graph) == [0, 0, 0, 0, 0, 5, 5, 5, 5, 5])
      #expect(try algorithm(nothing) == [0, 1, 2])
      #expect(try algorithm(SampleGraph.graph(0, [])).isEmpty)
    }
  }

  private static let communityAlgorithms: [@Sendable (Adjacency) throws -> [UInt32]] = [
    { try Louvain.communities(of: $0) }, { try Leiden.communities(of: $0) }, { try LabelPropagation.communities(of: $0) },
  ]

  @Test("Communities never cross components, are named by their smallest vertex and come out alike again", arguments: 1...6)
  func communityLaws(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.randomWeighted(&generator, vertexCount: 60, relationshipCount: 90).undirected
    let components = try ConnectedComponents.labels(of: graph)
    for algorithm in Self.communityAlgorithms {
      let communities = try algorithm(graph)
      for vertex in 0..<60 {
        #expect(components[Int(communities[vertex])] == components[vertex])
        #expect(communities[vertex] <= vertex && communities[Int(communities[vertex])] == communities[vertex])
      }
      #expect(try algorithm(graph) == communities)
    }
  }

  @Test("Louvain and Leiden have more modularity than everyone alone, and Leiden's communities hang together", arguments: 1...6)
  func modularity(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.randomWeighted(&generator, vertexCount: 200, relationshipCount: 500).undirected
    let alone = Modularity.of(Array(0..<200), in: graph)
    let leiden = try Leiden.communities(of: graph)
    let louvain = try Louvain.communities(of: graph)
    #expect(Modularity.of(louvain, in: graph) > alone)
    #expect(Modularity.of(leiden, in: graph) > Modularity.of(louvain, in: graph) - 0.03)
    let sources = graph.sources
    let inside = graph.targets.indices.filter { leiden[Int(sources[$0])] == leiden[Int(graph.targets[$0])] }
    let parts = SampleGraph.graph(200, inside.map { (Int(sources[$0]), Int(graph.targets[$0])) })
    #expect(try ConnectedComponents.labels(of: parts) == leiden)
  }

  @Test("In a ring of complete graphs Louvain and Leiden find each of these")
  func ringOfCliques() throws {
    let (cliqueCount, size) = (30, 6)
    var pairs: [(Int, Int)] = []
    for clique in 0..<cliqueCount {
      for member in 0..<size { pairs += (member + 1..<size).map { (clique * size + member, clique * size + $0) } }
      pairs.append((clique * size, (clique + 1) % cliqueCount * size + 1))
    }
    let graph = SampleGraph.graph(cliqueCount * size, pairs).undirected
    // A resolution at which two neighbours are not worth joining.
    let expected = (0..<UInt32(cliqueCount * size)).map { $0 / UInt32(size) * UInt32(size) }
    #expect(try Louvain.communities(of: graph, resolution: 2) == expected)
    #expect(try Leiden.communities(of: graph, resolution: 2) == expected)
  }

  @Test("A high resolution makes more communities, a low one fewer")
  func resolution() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = SampleGraph.random(&generator, vertexCount: 80, relationshipCount: 200).undirected
    for resolve in [
      { try Louvain.communities(of: graph, resolution: $0) }, { try Leiden.communities(of: graph, resolution: $0) },
    ] {
      let counts = try [0.2, 1, 5].map { Set(try resolve($0)).count }
      #expect(counts[0] < counts[1] && counts[1] < counts[2])
    }
  }

  @Test("Strong components: vertices that reach each other, named by the smallest", arguments: [1, 2, 3])
  func strongComponents(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 30, relationshipCount: 50)
    let labels = try StronglyConnectedComponents.labels(of: graph)
    let distances = try (0..<30).map { try SampleGraph.distances(from: $0, in: graph) }
    for a in 0..<30 {
      let members = (0..<30).filter { distances[a][$0] < .infinity && distances[$0][a] < .infinity }
      #expect(Int(labels[a]) == members[0])
    }
  }

  @Test("Cores and coefficients of known graphs")
  func cores() throws {
    let tailed = SampleGraph.graph(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 3), (3, 2)])
    #expect(try CoreDecomposition.numbers(of: tailed) == [2, 2, 2, 1, 0])
    #expect(try CoreDecomposition.numbers(of: SampleGraph.complete(6)) == [5, 5, 5, 5, 5, 5])
    #expect(try ClusteringCoefficient.coefficients(of: tailed) == [1, 1, 1.0 / 3, 0, 0])
  }

  @Test("A graph of a hundred thousand vertices in a row is searched without running out of stack")
  func deepGraphs() throws {
    let graph = SampleGraph.path(100_000)
    #expect(try StronglyConnectedComponents.labels(of: graph).last == 99_999)
    #expect(try Bridges.places(in: graph).count == 99_999)
    #expect(try ArticulationPoints.vertices(in: graph).count == 99_998)
    #expect(try MaximumFlow(from: 0, to: 99_999, in: graph, isDirected: true).value == 1)
  }

  @Test("A checkpoint that throws ends an algorithm")
  func interruption() {
    let stop: Checkpoint = { () throws(AlgorithmInterruption) in throw AlgorithmInterruption() }
    let graph = SampleGraph.twoCliques.undirected
    #expect(throws: AlgorithmInterruption.self) { try PageRank.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try ConnectedComponents.labels(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try TriangleCount.counts(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try Betweenness.scores(of: graph, isDirected: false, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try Leiden.communities(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try LabelPropagation.communities(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try EigenvectorCentrality.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try ClosenessCentrality.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try HarmonicCentrality.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try CoreDecomposition.numbers(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try Bridges.places(in: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try SpanningForest.places(in: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) {
      try MaximumFlow(from: 0, to: 9, in: graph, isDirected: true, checkpoint: stop)
    }
    #expect(throws: AlgorithmInterruption.self) {
      try KShortestPaths.routes(from: 0, to: 9, count: 2, in: graph, checkpoint: stop)
    }
    #expect(throws: AlgorithmInterruption.self) { try Louvain.communities(of: graph, checkpoint: stop) }
  }
}
