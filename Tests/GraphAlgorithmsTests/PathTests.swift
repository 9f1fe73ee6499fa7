import Graph
import GraphAlgorithms
import TestSupport
import Testing

@Suite struct PathTests {
  @Test("Distances are counted along the relationships")
  func distances() {
    let graph = SampleGraph.graph(5, [(0, 1), (1, 2), (0, 3), (3, 2)])
    let none = BreadthFirstSearch.unreachable
    #expect(BreadthFirstSearch.distances(from: 0, in: graph) == [0, 1, 2, 1, none])
    #expect(BreadthFirstSearch.distances(from: 2, in: graph) == [none, none, 0, none, none])
    #expect(BreadthFirstSearch.distances(from: 0, in: graph, limit: 1) == [0, 1, none, 1, none])
  }

  @Test(
    "A shortest path is a walk of exactly the distance, and there is one wherever there is a distance",
    arguments: [1, 2, 3, 4, 5])
  func shortestPaths(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 30, relationshipCount: 45)
    let search = ShortestPath(graph: graph, reversed: graph.reversed)
    for source in 0..<30 {
      let distances = BreadthFirstSearch.distances(from: source, in: graph)
      for target in 0..<30 {
        guard let path = search.path(from: source, to: target) else {
          #expect(distances[target] == BreadthFirstSearch.unreachable)
          continue
        }
        #expect(path.count == Int(distances[target]) + 1)
        #expect(path.first == source && path.last == target)
        for (a, b) in zip(path, path.dropFirst()) { #expect(graph.targets[graph.row(a)].contains(UInt32(b))) }
        if path.count > 1 { #expect(search.path(from: source, to: target, limit: path.count - 2) == nil) }
      }
    }
  }
}
