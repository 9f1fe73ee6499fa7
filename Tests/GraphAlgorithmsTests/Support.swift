import Graph
import GraphAlgorithms
import TestSupport

/// Small graphs with known answers, and random ones.
enum SampleGraph {
  static func graph(_ vertexCount: Int, _ relationships: [(Int, Int)]) -> Adjacency {
    Adjacency(
      vertexCount: vertexCount, sources: relationships.map { UInt32($0.0) }, targets: relationships.map { UInt32($0.1) })
  }

  /// 0 ─ 1 ─ 2 ─ …, in one direction.
  static func path(_ vertexCount: Int) -> Adjacency { graph(vertexCount, (1..<vertexCount).map { ($0 - 1, $0) }) }

  static func complete(_ vertexCount: Int) -> Adjacency {
    graph(vertexCount, (0..<vertexCount).flatMap { a in (a + 1..<vertexCount).map { (a, $0) } })
  }

  /// Two complete graphs of five, joined by one relationship.
  static var twoCliques: Adjacency {
    let first = (0..<5).flatMap { a in (a + 1..<5).map { (a, $0) } }
    return graph(10, first + first.map { ($0.0 + 5, $0.1 + 5) } + [(4, 5)])
  }

  static func random(_ generator: inout SeededGenerator, vertexCount: Int, relationshipCount: Int) -> Adjacency {
    graph(
      vertexCount,
      (0..<relationshipCount).map { _ in
        (Int.random(in: 0..<vertexCount, using: &generator), Int.random(in: 0..<vertexCount, using: &generator))
      })
  }

  /// How far each vertex is from `source`; infinity for those it does not reach.
  static func distances(from source: Int, in graph: Adjacency) throws -> [Double] {
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    try tree.grow(from: source, in: graph)
    return tree.distances
  }

  /// With weights from 1 to 9.
  static func randomWeighted(_ generator: inout SeededGenerator, vertexCount: Int, relationshipCount: Int) -> Adjacency {
    let graph = random(&generator, vertexCount: vertexCount, relationshipCount: relationshipCount)
    let weights = graph.targets.map { _ in Double(Int.random(in: 1...9, using: &generator)) }
    return Adjacency(vertexCount: vertexCount, sources: graph.sources, targets: graph.targets, weights: weights)
  }
}
