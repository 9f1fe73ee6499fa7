import Cypher
import Graph
import Query
import Testing

/// Subqueries that group, sort or cut rows run over many rows at a time, and answer as if they ran for one after the other.
struct RunSubqueriesTogetherTests {
  private static let script = [
    "UNWIND range(0, 299) AS i CREATE (:Forum {id: i})",
    """
    MATCH (f:Forum) WHERE f.id % 3 > 0 UNWIND range(1, f.id % 5) AS j
    CREATE (f)-[:HAS {n: j}]->(:Post {id: f.id * 10 + j, made: (f.id * 7 + j * 5) % 9, kind: j % 2})
    """,
  ]

  private func engine() throws -> QueryEngine {
    let engine = try QueryEngine.over()
    for statement in Self.script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    return engine
  }

  /// Operators with their details, those of second inputs included.
  private func details(_ query: String, _ engine: QueryEngine) throws -> String {
    var open = [try #require(try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan)]
    var found = ""
    while let next = open.popLast() {
      found += "\(next.name) \(next.details)\n"
      open += next.children
    }
    return found
  }

  static let cut = [
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN p.id AS x ORDER BY p.made DESC, x LIMIT 1 } RETURN f.id, x",
    "MATCH (f:Forum) CALL { WITH f MATCH (f)-->(p) RETURN p.id AS x ORDER BY p.made, x SKIP 1 LIMIT 2 } RETURN f.id, x",
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN p.id AS x ORDER BY x SKIP 1 } RETURN f.id, x",
    """
    MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) WITH p.kind AS k, p ORDER BY p.made, p.id LIMIT 3 RETURN k, count(*) AS x }
    RETURN f.id, k, x
    """,
  ]

  @Test(arguments: cut)
  func `rows are sorted and cut for each row`(query: String) throws { try expectAlike(query, contains: "RowsOfEachRow") }

  static let grouped = [
    "MATCH (f:Forum) OPTIONAL CALL (f) { MATCH (f)-->(p) RETURN p.id AS x ORDER BY p.kind, x LIMIT 2 } RETURN f.id, x",
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN count(p) AS n, max(p.made) AS m, collect(p.id) AS l } RETURN f.id, m, l",
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) WITH p.kind AS k, count(*) AS n RETURN k, f.id * n AS x } RETURN f.id, k, x",
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN DISTINCT p.kind AS k } RETURN f.id, k",
    "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) WITH count(*) AS n WHERE n > f.id % 4 RETURN n } RETURN f.id, n",
    """
    MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN p.id AS x UNION ALL MATCH (f)-->(p) RETURN p.kind AS x }
    RETURN f.id, x
    """,
    "MATCH (f:Forum) RETURN f.id, COUNT { MATCH (f)-->(p) RETURN DISTINCT p.kind } AS n",
    "MATCH (f:Forum) RETURN f.id, COLLECT { MATCH (f)-->(p) RETURN p.id ORDER BY p.made DESC, p.id LIMIT 2 } AS l",
    "MATCH (f:Forum) WHERE EXISTS { MATCH (f)-->(p) WITH p.kind AS k, count(*) AS n WHERE n > 1 RETURN k } RETURN f.id",
  ]

  @Test(arguments: grouped)
  func `rows are grouped for each row`(query: String) throws { try expectAlike(query, contains: nil) }

  private func expectAlike(_ query: String, contains step: String?) throws {
    let engine = try engine()
    if let step { #expect(try details(query, engine).contains(step)) }
    let found = try engine.literals(query)
    engine.disabledRules = ["RunSubqueriesTogether"]
    if let step { #expect(try !details(query, engine).contains(step)) }
    let single = try engine.literals(query)
    // The rows of one row stay together, in their order.
    if query.contains("ORDER BY") && !query.contains("count(*)") { #expect(found == single, "\(query)") }
    let text: ([[String]]) -> [String] = { rows in rows.map { $0.joined(separator: " | ") }.sorted() }
    #expect(text(found) == text(single), "\(query)")
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try text(found) == text(engine.literals(query)), "\(query)")
    #expect(!found.isEmpty)
  }

  @Test func `a row of which many rows would be made for a few runs alone`() throws {
    let engine = try engine()
    let query = "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p), (q:Post) RETURN q.id AS x LIMIT 1 } RETURN f.id, x"
    #expect(try !details(query, engine).contains("RowsOfEachRow"))
    #expect(try engine.literals(query).count == engine.literals("MATCH (f:Forum) WHERE (f)-->() RETURN f.id").count)
  }

  @Test func `no more rows are run for than are wanted, to begin with`() throws {
    let engine = try engine()
    let query = """
      PROFILE MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN p.id AS x ORDER BY x LIMIT 1 } RETURN f.id, x LIMIT 2
      """
    let result = try engine.run(query, parameters: [:])
    _ = try result.allRecords()
    var open = [try #require(result.summary.plan)]
    var expanded = 0
    while let next = open.popLast() {
      if next.name == "ExpandAll" { expanded = next.actualRows ?? 0 }
      open += next.children
    }
    #expect((1..<200).contains(expanded))
  }

  @Test func `what changes the graph runs for one row after the other`() throws {
    let engine = try engine()
    let query = """
      MATCH (f:Forum) WHERE f.id < 5 CALL (f) { MATCH (p:Post) WITH f, count(*) AS n CREATE (:Post {id: -n}) RETURN n } RETURN n
      """
    let counts = try engine.column(query).compactMap { Int($0) }
    #expect(counts == Array(counts[0]..<(counts[0] + 5)))
  }

  @Test func `a bad number of rows is an error where there is a row`() throws {
    let engine = try engine()
    let query = "MATCH (f:Forum) CALL (f) { MATCH (f)-->(p) RETURN p.id AS x ORDER BY x LIMIT $n } RETURN x"
    #expect(engine.failure(query, ["n": .integer(-1)]) == "NegativeIntegerArgument")
    #expect(try engine.column(query, ["n": .integer(0)]) == [])
  }
}
