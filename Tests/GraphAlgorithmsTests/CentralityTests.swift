import Graph
@testable import GraphAlgorithms
import TestSupport
import Testing

@Suite struct CentralityTests {
  @Test("PageRank shares out one, and alike among vertices that cannot be told apart")
  func pageRankSum() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<10 {
      let graph = SampleGraph.random(&generator, vertexCount: 40, relationshipCount: 90)
      let sum = try PageRank.scores(of: graph).reduce(0, +)
      #expect(abs(sum - 1) < 1e-9)
    }
    let ring = SampleGraph.graph(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    for score in try PageRank.scores(of: ring) { #expect(abs(score - 0.25) < 1e-12) }
    #expect(try PageRank.scores(of: SampleGraph.graph(0, [])).isEmpty)
  }

  @Test("PageRank of a star: the centre gets what its leaves give")
  func pageRankStar() throws {
    var parameters = PageRank.Parameters()
    parameters.iterations = 200
    let scores = try PageRank.scores(of: SampleGraph.graph(3, [(0, 2), (1, 2)]), parameters)
    // x leaf, y centre: x = (0.15 + 0.85 y) / 3, y = x + 0.85 · 2x, 2x + y = 1.
    #expect(abs(scores[2] - 2.7 * scores[0]) < 1e-8)
    #expect(abs(scores[0] - 1 / 4.7) < 1e-8)
  }

  @Test("Betweenness of a path: i vertices on one side times j on the other")
  func betweennessPath() throws {
    let scores = try Betweenness.scores(of: SampleGraph.path(6).simple, isDirected: false)
    #expect(scores == [0, 4, 6, 6, 4, 0])
    #expect(try Betweenness.scores(of: SampleGraph.complete(5).simple, isDirected: false) == [0, 0, 0, 0, 0])
  }

  @Test("Betweenness agrees with counting the shortest paths of every pair", arguments: [3, 4, 5])
  func betweennessByDefinition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 15, relationshipCount: 24).simple
    let distances = try (0..<15).map { try SampleGraph.distances(from: $0, in: graph) }
    let none = Double.infinity
    // Paths of a pair: those of every neighbour that is one step nearer.
    func pathCount(_ source: Int, _ target: Int) -> Double {
      if source == target { return 1 }
      guard distances[source][target] != none else { return 0 }
      return graph.row(target).reduce(0) { sum, place in
        let before = Int(graph.targets[place])
        return distances[source][before] + 1 == distances[source][target] ? sum + pathCount(source, before) : sum
      }
    }
    let scores = try Betweenness.scores(of: graph, isDirected: false)
    for vertex in 0..<15 {
      var expected = 0.0
      for source in 0..<15 where source != vertex {
        for target in source + 1..<15 where target != vertex && distances[source][target] != none {
          guard distances[source][vertex] != none, distances[vertex][target] != none,
            distances[source][vertex] + distances[vertex][target] == distances[source][target]
          else { continue }
          expected += pathCount(source, vertex) * pathCount(vertex, target) / pathCount(source, target)
        }
      }
      #expect(abs(scores[vertex] - expected) < 1e-9)
    }
  }

  @Test("Betweenness from some sources estimates the whole; the seed says which, and all of them give it exactly")
  func betweennessSamples() throws {
    let graph = SampleGraph.path(200).simple
    let exact = try Betweenness.scores(of: graph, isDirected: false)
    func estimate(_ samples: Int, _ seed: UInt64) throws -> [Double] {
      var parameters = Betweenness.Parameters()
      parameters.samples = samples
      parameters.seed = seed
      return try Betweenness.scores(of: graph, isDirected: false, parameters)
    }
    #expect(try estimate(200, 7) == exact)
    #expect(try estimate(500, 7) == exact)
    #expect(try estimate(60, 1) == estimate(60, 1))
    #expect(try estimate(60, 1) != estimate(60, 2))
    let seeds: [UInt64] = Array(0..<40)
    let mean = try seeds.map { try estimate(60, $0)[100] }.reduce(0, +) / Double(seeds.count)
    #expect(abs(mean / exact[100] - 1) < 0.1)
  }

  @Test("Betweenness without weights is that of weights that are all alike, both ways and one way", arguments: 1...4)
  func betweennessOfEqualWeights(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let directed = SampleGraph.random(&generator, vertexCount: 300, relationshipCount: 40 << (2 * seed)).lightest
    for (graph, isDirected) in [(directed, true), (directed.undirected.lightest, false)] {
      let weighted = graph.weighted([Double](repeating: 2, count: graph.entryCount))
      for samples in [1, 7, 8, 9, 100, 300] {
        var parameters = Betweenness.Parameters()
        parameters.samples = samples
        let scores = try Betweenness.scores(of: graph, isDirected: isDirected, parameters)
        let expected = try Betweenness.scores(of: weighted, isDirected: isDirected, parameters)
        for (score, expected) in zip(scores, expected) { #expect(abs(score - expected) <= 1e-9 * max(1, expected)) }
      }
    }
  }

  @Test("Weights send shortest paths another way")
  func weightedBetweenness() throws {
    // 0 ─1─ 1 ─1─ 2 and 0 ─5─ 2: the way by 1 is lighter.
    let graph = Adjacency(vertexCount: 3, sources: [0, 1, 0], targets: [1, 2, 2], weights: [1, 1, 5])
    #expect(try Betweenness.scores(of: graph.undirected, isDirected: false) == [0, 1, 0])
    #expect(try Betweenness.scores(of: graph, isDirected: true) == [0, 1, 0])
    #expect(try Betweenness.scores(of: graph.simple, isDirected: false) == [0, 0, 0])
  }

  @Test("Harmonic centrality and closeness of a path with a vertex that stands alone")
  func closeness() throws {
    let graph = SampleGraph.graph(4, [(0, 1), (1, 2)]).undirected
    #expect(try HarmonicCentrality.scores(of: graph) == [1.5, 2, 1.5, 0])
    let scores = try ClosenessCentrality.scores(of: graph)
    #expect(abs(scores[1] - 2.0 / 3) < 1e-12 && scores[3] == 0)
    #expect(try ClosenessCentrality.scores(of: SampleGraph.graph(1, [])) == [0])
  }

  @Test("The squares of eigenvector scores make one, and neighbours of the centre are alike")
  func eigenvector() throws {
    let scores = try EigenvectorCentrality.scores(of: SampleGraph.graph(4, [(0, 1), (0, 2), (0, 3)]).undirected)
    #expect(abs(scores.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    #expect(scores[0] > scores[1] && scores[1] == scores[2] && scores[2] == scores[3])
  }
}

/// Searches from many sources at once against one after the other.
struct ManySourceSearchTests {
  @Test func `distances from 64 sources at once are those from each`() throws {
    var generator = SeededGenerator(seed: 22)
    for relationshipCount in [60, 150, 400] {
      let graph = SampleGraph.random(&generator, vertexCount: 100, relationshipCount: relationshipCount)
      let search = ManySourceSearch(vertexCount: 100)
      for sources in [0..<64, 64..<100, 7..<8] {
        let found = try search.distances(from: sources, in: graph, neverInterrupted)
        for (lane, source) in sources.enumerated() {
          let expected = try SampleGraph.distances(from: source, in: graph).filter { $0.isFinite && $0 > 0 }
          #expect(found[lane].reachedCount == expected.count)
          #expect(Double(found[lane].sum) == expected.reduce(0, +))
          #expect(abs(found[lane].reciprocalSum - expected.reduce(0) { $0 + 1 / $1 }) < 1e-9)
        }
      }
    }
  }
}
