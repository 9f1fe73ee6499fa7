import Graph
import Query
import Testing

/// CALL { … } and NEXT.
struct SubqueryCallTests {
  static let answers: [(query: String, rows: [String])] = [
    ("UNWIND [1, 2] AS x CALL { WITH x UNWIND range(1, x) AS y RETURN y } RETURN x, y", ["1 | 1", "2 | 1", "2 | 2"]),
    ("UNWIND [1, 2] AS x CALL (x) { RETURN x * 10 AS y } RETURN x, y", ["1 | 10", "2 | 20"]),
    ("UNWIND [1, 2] AS x CALL (*) { RETURN x * 10 AS y } RETURN x, y", ["1 | 10", "2 | 20"]),
    ("UNWIND [1, 2] AS x CALL () { RETURN 7 AS y } RETURN x, y", ["1 | 7", "2 | 7"]),
    ("UNWIND [1, 2] AS x CALL { RETURN 7 AS y } RETURN x + y", ["8", "9"]),
    ("CALL { RETURN 1 AS x } RETURN x", ["1"]),
    ("UNWIND [1, 2] AS x CALL { WITH * RETURN x AS y } RETURN y", ["1", "2"]),
    ("WITH 1 AS x CALL { WITH x RETURN x AS y UNION ALL WITH x RETURN x + 1 AS y } RETURN y", ["1", "2"]),
    ("UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION RETURN 2 AS y } RETURN x, y", ["1 | 1", "1 | 2", "2 | 2"]),
    ("WITH 1 AS x, 2 AS z CALL { WITH x RETURN x AS y UNION ALL WITH z RETURN z AS y } RETURN y", ["1", "2"]),
    ("UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2, 3] AS y WITH sum(y) AS s RETURN s + x AS t } RETURN t", ["7", "8"]),
    ("UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2, 3] AS y RETURN count(y) + x AS t } RETURN t", ["4", "5"]),
    ("UNWIND [1, 2] AS x CALL (x) { WITH x AS z RETURN z + x AS t } RETURN t", ["2", "4"]),
    (
      "UNWIND [0, 2] AS x OPTIONAL CALL (x) { UNWIND range(1, x) AS y RETURN y } RETURN x, y ORDER BY x, y",
      ["0 | null", "2 | 1", "2 | 2"]
    ),
    ("UNWIND [0, 2] AS x OPTIONAL CALL (x) { UNWIND range(1, x) AS y RETURN y LIMIT 1 } RETURN x, y", ["0 | null", "2 | 1"]),
    ("OPTIONAL CALL db.labels() YIELD label WHERE label = 'None' RETURN label", ["null"]),
    ("OPTIONAL CALL db.labels()", ["null"]),
    ("UNWIND [1, 2] AS x CALL (x) { CALL (x) { RETURN x + 1 AS y } RETURN y * 2 AS z } RETURN z", ["4", "6"]),
    (
      "UNWIND [1, 2] AS x CALL (x) { UNWIND [5, 6] AS y CALL { WITH y RETURN y + 1 AS z } RETURN sum(z) + x AS t } RETURN t",
      ["14", "15"]
    ),
    ("WITH 1 AS x CALL (x) { UNWIND [1, 2] AS y RETURN * } RETURN x, y", ["1 | 1", "1 | 2"]),
    ("UNWIND range(1, 5000) AS x CALL (x) { RETURN x + 1 AS y } RETURN sum(y) AS s", ["12507500"]),
    ("UNWIND range(1, 5000) AS x CALL (x) { UNWIND [x, x] AS y RETURN sum(y) AS s } RETURN sum(s) AS s", ["25005000"]),
    ("WITH 3000 AS n CALL (n) { UNWIND range(1, n) AS y RETURN y ORDER BY y } RETURN count(y), max(y)", ["3000 | 3000"]),
    ("UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2, 3] AS y FILTER y > x FINISH } RETURN x", ["1", "2"]),
    (
      "UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION UNWIND [4, 4] AS z RETURN count(z) AS y } RETURN x, y",
      ["1 | 1", "1 | 2", "2 | 2"]
    ),
    (
      "UNWIND [1, 2] AS x CALL { UNWIND [4, 4] AS z RETURN count(z) AS y UNION ALL RETURN 7 AS y } RETURN x + y",
      ["3", "8", "4", "9"]
    ),
    ("UNWIND [1, 2, 3] AS x RETURN x NEXT RETURN sum(x) AS s", ["6"]),
    ("RETURN 1 AS x NEXT RETURN x + 1 AS y NEXT RETURN y + 1 AS z", ["3"]),
    ("UNWIND [1, 2] AS x RETURN x NEXT RETURN x AS y UNION ALL RETURN sum(x) AS y", ["1", "2", "3"]),
    ("UNWIND range(1, 5000) AS x RETURN x NEXT RETURN max(x) AS y UNION ALL RETURN min(x) AS y", ["5000", "1"]),
    ("RETURN 1 AS x UNION RETURN 2 AS x NEXT UNWIND [x, x] AS y RETURN sum(y) AS s", ["6"]),
    ("UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2] AS y RETURN y NEXT RETURN sum(y) + x AS s } RETURN s", ["4", "5"]),
    (
      "UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2] AS y RETURN y NEXT RETURN y UNION RETURN x AS y } RETURN x, count(y)",
      ["1 | 2", "2 | 2"]
    ),
  ]

  @Test func `subqueries give their rows for each row`() throws {
    let both = try BothPlans([])
    for (query, rows) in Self.answers { both.expect(query, gives: rows) }
  }

  @Test func `a subquery over the graph is correlated`() throws {
    let both = try BothPlans(ExpressionSubqueryTests.script)
    both.expect(
      "MATCH (p:Person) CALL (p) { MATCH (p)-[:HAS]->(d) RETURN count(d) AS c } RETURN p.name, c ORDER BY p.name",
      gives: ["'Ana' | 2", "'Bob' | 1", "'Cid' | 0"])
    both.expect(
      "MATCH (p:Person) CALL (p) { MATCH (p)-[:HAS]->(d) RETURN d.name AS n ORDER BY n LIMIT 1 } RETURN p.name, n ORDER BY n",
      gives: ["'Bob' | 'Bob'", "'Ana' | 'Fido'"])
    both.expect(
      "MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:KNOWS]->(f) RETURN f } "
        + "MATCH (p)-[:HAS]->() RETURN DISTINCT p.name, f.name",
      gives: ["'Ana' | 'Bob'", "'Bob' | 'Cid'"])
    both.expect(
      "MATCH (p:Person) RETURN p ORDER BY p.name LIMIT 1 NEXT MATCH (p)-[:HAS]->(d) RETURN d.name ORDER BY d.name",
      gives: ["'Fido'", "'Rex'"])
  }

  @Test func `subqueries may lie in each other`() throws {
    let levels = 40
    let query = String(repeating: "CALL { ", count: levels) + "RETURN 1 AS x" + String(repeating: " } RETURN x", count: levels)
    try BothPlans([]).expect(query, gives: ["1"])
  }

  @Test func `each row sees what those before it have done`() throws {
    let both = try BothPlans(["CREATE (:Counter {n: 0})"])
    both.expect(
      "UNWIND [1, 2, 3] AS x CALL (x) { MATCH (c:Counter) SET c.n = c.n + x RETURN c.n AS n } RETURN n", gives: ["1", "3", "6"])
    both.expect(
      "UNWIND [1, 2] AS x CALL () { CREATE (:V) WITH 1 AS one MATCH (v:V) RETURN count(v) AS c } RETURN c", gives: ["1", "2"])
    both.expect(
      "UNWIND [1, 2] AS x CALL (x) { CREATE (:Z {x: x}) } MATCH (z:Z) RETURN x, z.x", gives: ["1 | 1", "1 | 2", "2 | 1", "2 | 2"])
    both.expect("MATCH (z:Z) CALL (z) { CREATE (:Z {x: z.x}) } RETURN count(*) AS c", gives: ["2"])
    both.expect("UNWIND [1, 2] AS x CALL { CREATE (m:M) RETURN m LIMIT 0 } RETURN x", gives: [])
    both.expect("MATCH (m:M) RETURN count(*) AS c", gives: ["2"])
    both.expect("CREATE (n:Next) RETURN n NEXT MATCH (m:Next) RETURN count(*) AS c", gives: ["1"])
    both.expect(
      "UNWIND [1, 2] AS x CALL (x) { MERGE (y:Merged {x: x % 1}) RETURN y } RETURN count(DISTINCT y) AS c", gives: ["1"])
  }

  @Test func `a unit subquery keeps the rows as they are`() throws {
    let both = try BothPlans([])
    for engine in [both.optimized, both.naive] {
      let result = try engine.run(
        "UNWIND [1, 2] AS x CALL (x) { UNWIND [1, 2, 3] AS y CREATE (:U {x: x, y: y}) } RETURN x LIMIT 1", parameters: [:])
      #expect(try result.allRecords().count == 1)
      #expect(result.summary.counters.nodesCreated == 6)
    }
  }

  @Test func `a statement whose subquery fails leaves nothing behind`() throws {
    let both = try BothPlans([])
    both.expect("UNWIND [1, 0] AS x CALL (x) { CREATE (:W {v: 1 / x}) }", fails: "DivisionByZero")
    both.expect("FOREACH (x IN [1, 0] | CREATE (:W {v: 1 / x}))", fails: "DivisionByZero")
    both.expect("MATCH (w:W) RETURN count(*)", gives: ["0"])
  }

  @Test(arguments: [
    ("MATCH (n) CALL { WITH n RETURN n } RETURN n", "VariableAlreadyBound"),
    ("MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN * } RETURN n", "VariableAlreadyBound"),
    ("CALL { RETURN 1 } RETURN 1", "NoExpressionAlias"), ("WITH 1 AS x CALL { RETURN x AS y } RETURN y", "UndefinedVariable"),
    ("WITH 1 AS x CALL { WITH x AS z RETURN z AS y } RETURN y", "UndefinedVariable"),
    ("WITH 1 AS x CALL { WITH x WHERE x = 1 RETURN x AS y } RETURN y", "InvalidClauseComposition"),
    ("WITH 1 AS x CALL { WITH x, 1 AS z RETURN x AS y } RETURN y", "InvalidClauseComposition"),
    ("WITH 1 AS x CALL (x) { WITH 2 AS x RETURN 1 AS y } RETURN y", "VariableAlreadyBound"),
    ("WITH 1 AS x CALL (x, x) { RETURN 1 AS y } RETURN y", "VariableAlreadyBound"),
    ("WITH 1 AS x CALL (y) { RETURN 1 AS z } RETURN z", "UndefinedVariable"),
    ("WITH 1 AS x CALL (x) { RETURN * } RETURN x", "NoVariablesInScope"),
    ("CALL { MATCH (n) } RETURN 1 AS x", "InvalidClauseComposition"),
    ("WITH 1 AS x CALL { RETURN 1 AS y }", "InvalidClauseComposition"),
    ("CALL { RETURN 1 AS x UNION RETURN 2 AS y } RETURN 1 AS z", "DifferentColumnsInUnion"),
    ("CREATE (n) NEXT RETURN 1 AS x", "InvalidClauseComposition"), ("RETURN 1 AS x NEXT RETURN y", "UndefinedVariable"),
    ("UNWIND [1] AS x CALL (x) { RETURN x AS y LIMIT x } RETURN y", "NonConstantExpression"),
  ])
  func `what a subquery may not do is an error`(query: String, detail: String) throws {
    try BothPlans([]).expect(query, fails: detail)
  }
}
