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
      let distances = BreadthFirstSearch.distances(from: vertex, in: graph.undirected)
      for other in 0..<40 {
        #expect((labels[vertex] == labels[other]) == (distances[other] != BreadthFirstSearch.unreachable))
      }
    }
    #expect(labels == (try ConnectedComponents.labels(of: graph.reversed)))
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

  @Test("Louvain parts what hangs together from what does not")
  func communities() throws {
    let graph = SampleGraph.twoCliques.undirected
    #expect(try Louvain.communities(of: graph) == [0, 0, 0, 0, 0, 5, 5, 5, 5, 5])
    #expect(try Louvain.communities(of: SampleGraph.graph(3, [])) == [0, 1, 2])
  }

  @Test("Communities never cross components and never have less modularity than everyone alone", arguments: [1, 2, 3, 4])
  func communityLaws(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 60, relationshipCount: 90).undirected
    let communities = try Louvain.communities(of: graph)
    let components = try ConnectedComponents.labels(of: graph)
    for vertex in 0..<60 { #expect(components[Int(communities[vertex])] == components[vertex]) }
    let alone = Louvain.modularity(of: Array(0..<60), in: graph)
    #expect(Louvain.modularity(of: communities, in: graph) > alone)
    #expect(try Louvain.communities(of: graph) == communities)
  }

  @Test("A checkpoint that throws ends an algorithm")
  func interruption() {
    let stop: Checkpoint = { () throws(AlgorithmInterruption) in throw AlgorithmInterruption() }
    let graph = SampleGraph.twoCliques.undirected
    #expect(throws: AlgorithmInterruption.self) { try PageRank.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try ConnectedComponents.labels(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try TriangleCount.counts(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try Betweenness.scores(of: graph, checkpoint: stop) }
    #expect(throws: AlgorithmInterruption.self) { try Louvain.communities(of: graph, checkpoint: stop) }
  }
}
