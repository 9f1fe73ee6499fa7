import Graph
import Testing
import TestSupport

@testable import GraphAlgorithms

struct RelabellingTests {
  @Test func `an order by breadth has every vertex once, neighbours after each other`() {
    let graph = SampleGraph.graph(7, [(3, 1), (1, 3), (1, 5), (5, 1), (0, 6), (6, 0)])
    #expect(graph.breadthFirstOrder == [0, 6, 1, 3, 5, 2, 4])
    #expect(SampleGraph.graph(0, []).breadthFirstOrder.isEmpty)
  }

  @Test func `a relabelled graph has the same relationships`() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<20 {
      let graph = SampleGraph.random(&generator, vertexCount: 40, relationshipCount: 90)
      let order = graph.breadthFirstOrder
      #expect(order.sorted() == Array(0..<40))
      let relabelled = graph.relabelled(order)
      for vertex in 0..<40 {
        let targets = relabelled.targets[relabelled.row(vertex)]
        #expect(targets.map { order[Int($0)] }.sorted() == Array(graph.targets[graph.row(Int(order[vertex]))]))
        #expect(Array(targets) == targets.sorted())
      }
    }
  }

  @Test func `betweenness of a large graph is that of its small parts`() throws {
    // So many disjoint paths of five that the vertices are relabelled.
    let count = 35_000
    let links = (0..<count - 1).filter { $0 % 5 != 4 }.flatMap { [($0, $0 + 1), ($0 + 1, $0)] }
    let scores = try Betweenness.scores(of: SampleGraph.graph(count, links), isDirected: false)
    #expect(scores == (0..<count).map { [0, 3, 4, 3, 0][$0 % 5] })
  }
}
