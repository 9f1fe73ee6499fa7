import Cypher
import Graph
import Query
import Testing

/// Groups that are finished node by node, read from EXPLAIN, and that the answer stays the same.
struct GroupAlongScansTests {
  /// More groups than are gathered before some are given out.
  private static let script = [
    "CREATE INDEX FOR (n:Person) ON (n.id)",
    "UNWIND range(0, 2999) AS i CREATE (:Person {id: i, town: i % 7, code: i})",
    "MATCH (p:Person) UNWIND range(1, 4) AS j MATCH (q:Person {id: (p.id * j + j) % 3000}) CREATE (p)-[:KNOWS {w: j}]->(q)",
  ]

  private func engine(without rules: Set<String> = []) throws -> QueryEngine {
    let engine = try QueryEngine.over()
    for statement in Self.script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    engine.disabledRules = rules
    return engine
  }

  private func details(_ query: String, _ engine: QueryEngine) throws -> String {
    var found = ""
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      found += "\(description.name) \(description.details)\n"
      next = description.children.first
    }
    return found
  }

  static let queries = [
    "MATCH (p:Person)-[:KNOWS]->(q) RETURN p, q.town AS t, count(*) AS n",
    "MATCH (p:Person)-[:KNOWS]->(q)-[:KNOWS]-(r) RETURN p.id AS p, r.id AS r, count(*) AS n, min(q.id) AS m",
    "MATCH (p:Person)-[:KNOWS]->(q)-[:KNOWS]-(r) WITH DISTINCT p, r.town AS t RETURN t, count(*) AS n",
    "MATCH (p:Person)-[:KNOWS]->(q) WITH p AS q, q.town AS t WITH q, t, count(*) AS n RETURN sum(n * t) AS s",
    "MATCH (p:Person)-[k:KNOWS]-(q) RETURN p, count(DISTINCT q.town) AS n, collect(DISTINCT k.w) AS w",
  ]

  @Test(arguments: queries)
  func `keys that determine the node of the scan are grouped along it`(query: String) throws {
    let engine = try engine()
    #expect(try details(query, engine).contains(" ALONG ("))
    let found = try engine.literals(query).map { $0.joined(separator: " | ") }.sorted()
    engine.leastParallelRows = 1
    #expect(try engine.literals(query).map { $0.joined(separator: " | ") }.sorted() == found)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.literals(query).map { $0.joined(separator: " | ") }.sorted() == found)
    engine.disabledRules = ["GroupAlongScans"]
    #expect(try !details(query, engine).contains("ALONG"))
  }

  @Test(arguments: [
    "MATCH (p:Person)-[:KNOWS]->(q) RETURN p.town AS a, q.town AS b, count(*) AS n",
    // Of this property it is not known that no two nodes have the same.
    "MATCH (p:Person)-[:KNOWS]->(q) RETURN p.code AS a, q.town AS b, count(*) AS n",
    "MATCH (p:Person) RETURN p, count(*) AS n",
  ])
  func `others are not`(query: String) throws {
    #expect(try !details(query, engine()).contains("ALONG"))
  }

  @Test func `a value that comes twice, or is missing, ends it`() throws {
    let query = "MATCH (p:Person)-[:KNOWS]->(q) RETURN p.id AS p, q.town AS t, count(*) AS n"
    for change in ["MATCH (p:Person {id: 8}) SET p.id = 9", "MATCH (p:Person {id: 8}) REMOVE p.id"] {
      let engine = try engine()
      #expect(try details(query, engine).contains("ALONG"))
      _ = try engine.literals(query)
      _ = try engine.run(change, parameters: [:]).allRecords()
      let found = try engine.literals(query).map { $0.joined(separator: " | ") }.sorted()
      #expect(try !details(query, engine).contains("ALONG"))
      engine.disabledRules = QueryEngine.ruleNames
      #expect(try engine.literals(query).map { $0.joined(separator: " | ") }.sorted() == found)
    }
  }

  @Test func `what comes first is enough where only some groups are wanted`() throws {
    let engine = try engine()
    engine.leastParallelRows = 1
    let query = "MATCH (p:Person)-[:KNOWS]->(q) RETURN p, q.town AS t, count(*) AS n LIMIT 3"
    #expect(try !details(query, engine).contains("Gather"))
    #expect(try engine.literals(query).count == 3)
    #expect(try details("MATCH (p:Person)-[:KNOWS]->(q) RETURN p, q.town AS t, count(*) AS n", engine).contains("Gather"))
  }
}
