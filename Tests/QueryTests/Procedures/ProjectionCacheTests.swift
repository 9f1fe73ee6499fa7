import Cypher
import Graph
import GraphAlgorithms
import GraphStorage
import Testing

@testable import Query

@Suite struct ProjectionCacheTests {
  private let snapshot: GraphSnapshot

  /// 2,000 nodes of each of two labels: a projection of one of them takes some 24,000 bytes.
  init() throws {
    let store = GraphStore()
    let engine = QueryEngine(store: store)
    _ = try engine.run("UNWIND range(1, 2000) AS id CREATE (:A)-[:R]->(:B)", parameters: [:])
    snapshot = store.snapshot
  }

  private func request(
    _ label: String, _ range: ProjectionRequest.WeightRange = .any
  ) throws -> ProjectionRequest {
    let algorithm = try #require(AlgorithmCatalog.all.first { $0.name == "pagerank" })
    var request = try ProjectionRequest(AlgorithmOptions(.null, for: algorithm), range, in: snapshot)
    request.labels = [try #require(snapshot.labelID(label))]
    return request
  }

  private func projection(_ label: String, in cache: ProjectionCache) throws -> GraphProjection {
    try cache.projection(request(label), of: snapshot) { () throws(CypherError) in }
  }

  @Test func `without weights it does not matter which weights an algorithm can work with`() throws {
    #expect(try request("A", .positive) == request("A", .nonNegative))
  }

  @Test func `the oldest makes room until it is missed`() throws {
    let cache = ProjectionCache(byteLimit: 40_000)
    let first = try projection("A", in: cache)
    #expect(try projection("A", in: cache) === first)
    let second = try projection("B", in: cache)
    #expect(cache.reuseCount == 1 && cache.byteLimit == 40_000)
    let again = try projection("A", in: cache)
    #expect(again !== first && cache.byteLimit == 80_000)
    #expect(try projection("B", in: cache) === second)
    #expect(try projection("A", in: cache) === again)
  }

  @Test func `a large one goes before another is made, and stays as long as it is the last`() throws {
    let cache = ProjectionCache(byteLimit: 1000)
    weak var first: GraphProjection?
    do { first = try projection("A", in: cache) }
    #expect(try projection("A", in: cache) === first)
    _ = try cache.projection(request("B"), of: snapshot) { () throws(CypherError) in #expect(first == nil) }
    #expect(first == nil)
  }

  @Test func `what went with a commit is no reason to keep more`() throws {
    let cache = ProjectionCache(byteLimit: 40_000)
    _ = try projection("A", in: cache)
    cache.removeAll()
    _ = try projection("A", in: cache)
    #expect(cache.byteLimit == 40_000)
  }
}
