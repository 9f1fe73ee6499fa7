import Graph
import GraphAlgorithms
import TestSupport
import Testing

@Suite struct PathTests {
  @Test("Distances are counted along the relationships, or weighed")
  func distances() throws {
    let graph = SampleGraph.graph(5, [(0, 1), (1, 2), (0, 3), (3, 2)])
    let none = Double.infinity
    #expect(try SampleGraph.distances(from: 0, in: graph) == [0, 1, 2, 1, none])
    #expect(try SampleGraph.distances(from: 2, in: graph) == [none, none, 0, none, none])
    let weighted = Adjacency(vertexCount: 4, sources: [0, 0, 1, 2], targets: [1, 2, 2, 3], weights: [1, 5, 1, 0.5])
    #expect(try SampleGraph.distances(from: 0, in: weighted) == [0, 1, 2, 2.5])
  }

  @Test("A limit leaves out what is farther, a target what is farther than it")
  func limits() throws {
    let path = SampleGraph.path(6)
    let weighted = Adjacency(vertexCount: 6, sources: path.sources, targets: path.targets, weights: [1, 1, 1, 1, 1])
    for graph in [path, weighted] {
      var tree = ShortestPathTree(vertexCount: 6)
      try tree.grow(from: 0, in: graph, limit: 2)
      #expect(tree.reached == [0, 1, 2])
      try tree.grow(from: 1, in: graph, to: 3)
      #expect(tree.route(to: 3)?.vertices == [1, 2, 3])
      #expect(tree.route(to: 0) == nil && tree.route(to: 5) == nil)
      #expect(tree.route(to: 1) == Route(vertices: [1], places: [], length: 0))
    }
  }

  @Test("A shortest path takes relationships that are there and weighs what the distance says", arguments: 1...5)
  func shortestPaths(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let weighted = SampleGraph.randomWeighted(&generator, vertexCount: 30, relationshipCount: 60)
    let plain = Adjacency(vertexCount: 30, sources: weighted.sources, targets: weighted.targets)
    for graph in [weighted, plain] {
      let sources = graph.sources
      var tree = ShortestPathTree(vertexCount: 30)
      for source in 0..<30 {
        try tree.grow(from: source, in: graph)
        #expect(tree.reached.map { tree.distances[Int($0)] } == tree.reached.map { tree.distances[Int($0)] }.sorted())
        for target in 0..<30 {
          guard let route = tree.route(to: target) else { continue }
          #expect(route.vertices.first == UInt32(source) && route.vertices.last == UInt32(target))
          #expect(route.places.map { sources[$0] } == Array(route.vertices.dropLast()))
          #expect(route.places.map { graph.targets[$0] } == Array(route.vertices.dropFirst()))
          #expect(route.places.reduce(0) { $0 + graph.weight(at: $1) } == route.length)
        }
      }
    }
  }

  @Test(
    "The k best paths are all different, meet no vertex twice and come in order; with k large enough they are all there are",
    arguments: 1...6)
  func kShortestPaths(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.randomWeighted(&generator, vertexCount: 8, relationshipCount: 22).lightest
    let routes = try KShortestPaths.routes(from: 0, to: 7, count: 10_000, in: graph)
    #expect(Set(routes.map(\.vertices)).count == routes.count)
    #expect(routes.map(\.length) == routes.map(\.length).sorted())
    for route in routes {
      #expect(Set(route.vertices).count == route.vertices.count)
      #expect(route.vertices.first == 0 && route.vertices.last == 7)
    }
    #expect(routes.count == pathCount(graph, [0], to: 7))
    #expect(try KShortestPaths.routes(from: 0, to: 7, count: 3, in: graph) == Array(routes.prefix(3)))
  }

  private func pathCount(_ graph: Adjacency, _ walk: [Int], to target: Int) -> Int {
    guard let last = walk.last, last != target else { return 1 }
    return graph.row(last).reduce(0) { count, place in
      let next = Int(graph.targets[place])
      return walk.contains(next) ? count : count + pathCount(graph, walk + [next], to: target)
    }
  }

  @Test("From a vertex to itself there is one path, without a step")
  func pathToItself() throws {
    let routes = try KShortestPaths.routes(from: 1, to: 1, count: 5, in: SampleGraph.complete(4).undirected)
    #expect(routes == [Route(vertices: [1], places: [], length: 0)])
  }

  @Test(
    "What flows out of every vertex but the ends flows in, no relationship carries too much, and the cut carries it all",
    arguments: 1...8)
  func maximumFlow(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.randomWeighted(&generator, vertexCount: 20, relationshipCount: 70)
    let sources = graph.sources
    for isDirected in [true, false] {
      let flow = try MaximumFlow(from: 0, to: 19, in: graph, isDirected: isDirected)
      var balances = [Double](repeating: 0, count: 20)
      for (place, amount) in flow.flows.enumerated() {
        #expect(amount <= graph.weight(at: place) && amount >= (isDirected ? 0 : -graph.weight(at: place)))
        balances[Int(sources[place])] -= amount
        balances[Int(graph.targets[place])] += amount
      }
      #expect(balances.dropFirst().dropLast().allSatisfy { $0 == 0 })
      #expect(balances[19] == flow.value && balances[0] == -flow.value)
      #expect(flow.cut(of: graph, isDirected: isDirected).reduce(0) { $0 + graph.weight(at: $1) } == flow.value)
      #expect(flow.sourceSide[0] && !flow.sourceSide[19])
    }
  }

  @Test(
    "A spanning forest has no cycle and holds together what hung together; a lighter way round none of its relationships",
    arguments: 1...5)
  func spanningForest(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.randomWeighted(&generator, vertexCount: 40, relationshipCount: 70)
    let sources = graph.sources
    let places = try SpanningForest.places(in: graph)
    let tree = SampleGraph.graph(40, places.map { (Int(sources[$0]), Int(graph.targets[$0])) })
    let components = try ConnectedComponents.labels(of: graph)
    #expect(try ConnectedComponents.labels(of: tree) == components)
    #expect(places.count == 40 - Set(components).count)
    for place in places {
      let lighter = graph.targets.indices.filter { graph.weight(at: $0) < graph.weight(at: place) }
      let without = SampleGraph.graph(40, lighter.map { (Int(sources[$0]), Int(graph.targets[$0])) })
      let labels = try ConnectedComponents.labels(of: without)
      #expect(labels[Int(sources[place])] != labels[Int(graph.targets[place])])
    }
  }

  @Test(
    "Without a bridge or an articulation point there are more components, without anything else there are not", arguments: 1...5)
  func bridges(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = SampleGraph.random(&generator, vertexCount: 25, relationshipCount: 32)
    let sources = graph.sources
    func componentCount(_ isKept: (Int) -> Bool) throws -> Int {
      let kept = graph.targets.indices.filter(isKept)
      let part = SampleGraph.graph(25, kept.map { (Int(sources[$0]), Int(graph.targets[$0])) })
      return Set(try ConnectedComponents.labels(of: part)).count
    }
    let whole = try componentCount { _ in true }
    let bridges = try graph.targets.indices.filter { bridge in try componentCount { $0 != bridge } > whole }
    #expect(try Bridges.places(in: graph) == bridges)
    // Taken away, a vertex stays behind as a component of its own.
    let points = try (0..<UInt32(25)).filter { point in
      let isAlone = graph.targets.indices.allSatisfy { (sources[$0] == point) == (graph.targets[$0] == point) }
      return try componentCount { sources[$0] != point && graph.targets[$0] != point } > whole + (isAlone ? 0 : 1)
    }
    #expect(try ArticulationPoints.vertices(in: graph) == points)
  }
}
