import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// What PROFILE says of each operator: what it kept in memory, and how it really ran.
struct ProfileTests {
  private static let script = [
    "UNWIND range(0, 299) AS i CREATE (:Person {id: i, name: 'person number ' + (i % 37)})",
    "MATCH (a:Person), (b:Person) WHERE b.id = (a.id + 1) % 300 OR b.id = (a.id * 3 + 2) % 300 CREATE (a)-[:KNOWS]->(b)",
  ]

  private func engine() throws -> QueryEngine {
    let engine = QueryEngine(store: GraphStore())
    for statement in Self.script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    return engine
  }

  /// The operators of a profiled statement, by name.
  private func profile(_ query: String, _ engine: QueryEngine) throws -> [String: PlanDescription] {
    let result = try engine.run("PROFILE " + query, parameters: [:])
    _ = try result.allRecords()
    var found: [String: PlanDescription] = [:]
    var open = [try #require(result.summary.plan)]
    while let next = open.popLast() {
      found[next.name] = next
      open += next.children
    }
    return found
  }

  @Test func `operators that keep rows say how much they kept`() throws {
    let plan = try profile(
      "MATCH (p:Person) WITH DISTINCT p.name AS name, p.id AS id ORDER BY name RETURN collect(name)", engine())
    for name in ["Aggregate", "Sort", "Distinct"] { #expect(try #require(plan[name]?.memoryByteCount) > 300 * 8, "\(name)") }
    #expect(plan["NodeByLabelScan"]?.memoryByteCount == 0)
  }

  @Test func `a join says how much its smaller side takes`() throws {
    let query = "MATCH (a:Person), (b:Person) WHERE a.id = b.id + 1 RETURN a.name, b.name"
    #expect(try #require(profile(query, engine())["HashJoin"]?.memoryByteCount) > 300 * 8)
  }

  @Test func `long lists and texts count by what is in them`() throws {
    let short = try profile("UNWIND range(1, 100) AS i RETURN collect('a')", engine())
    let long = try profile("UNWIND range(1, 100) AS i RETURN collect(reduce(t = '', n IN range(1, 100) | t + 'abc'))", engine())
    let (few, many) = (try #require(short["Aggregate"]?.memoryByteCount), try #require(long["Aggregate"]?.memoryByteCount))
    #expect(many > few + 100 * 300)
  }

  @Test func `patterns that are counted say by what means`() throws {
    let engine = try engine()
    let tree = try profile("MATCH (:Person)-[:KNOWS]->(:Person)-[:KNOWS]->(c:Person) RETURN count(*)", engine)
    #expect(tree["CountByPassing"]?.modes == [.countPassing])
    #expect(try #require(tree["CountByPassing"]?.memoryByteCount) > 300 * 8)
    #expect(tree["Aggregate"]?.modes == [.factorised])
    let cycle = try profile("MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a) RETURN count(*)", engine)
    #expect(cycle["CountByIntersection"]?.modes.contains(.intersection) == true)
  }

  @Test func `degrees instead of relationships are factorised rows`() throws {
    let engine = try engine()
    engine.disabledRules = ["CountPatterns", "UseRelationshipScans"]
    let plan = try profile("MATCH (p:Person)-[:KNOWS]->() RETURN p.name, count(*)", engine)
    #expect(plan["CountRelationships"]?.modes == [.factorised])
  }

  @Test func `an algorithm says when it found its part of the graph made`() throws {
    let engine = try engine()
    let query = "CALL dossier.pagerank() YIELD node RETURN count(node)"
    #expect(try profile(query, engine)["CallProcedure"]?.modes == [])
    #expect(try profile(query, engine)["CallProcedure"]?.modes == [.reused])
  }

  @Test func `work that was shared says by how many, work that was not does not`() throws {
    let engine = try engine()
    let query = "MATCH (p:Person) WHERE p.name CONTAINS '7' RETURN count(*)"
    #expect(try profile(query, engine)["NodeByLabelScan"]?.modes == [])
    engine.leastParallelRows = 1
    guard WorkerPool.shared.workerCount > 1 else { return }
    // Nobody can say in which run the others wake in time.
    for _ in 0..<1000 {
      let plan = try profile(query, engine)
      guard case .parallel(let workerCount) = plan["Gather"]?.modes.first else { continue }
      #expect(workerCount <= WorkerPool.shared.workerCount)
      for name in ["Filter", "NodeByLabelScan", "Aggregate"] {
        #expect(plan[name]?.modes == [.parallel(workerCount: workerCount)], "\(name)")
      }
      return
    }
    Issue.record("no other worker ever took part")
  }

  @Test func `what is not profiled has no figures`() throws {
    let result = try engine().run("EXPLAIN MATCH (p:Person) RETURN p.name ORDER BY p.name", parameters: [:])
    let plan = try #require(result.summary.plan)
    #expect(plan.memoryByteCount == nil)
    #expect(plan.modes.isEmpty)
  }
}
