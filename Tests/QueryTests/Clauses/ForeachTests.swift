import Graph
import Query
import Testing

struct ForeachTests {
  static let updates: [(query: String, nodes: Int, properties: Int)] = [
    ("FOREACH (x IN [1, 2, 3] | CREATE (:F {x: x}))", 3, 3),
    ("FOREACH (x IN [1, 2] | FOREACH (y IN [x, x] | CREATE (:G {x: x, y: y})))", 4, 8),
    ("FOREACH (x IN null | CREATE (:F))", 0, 0),
    ("FOREACH (x IN [] | CREATE (:F))", 0, 0),
    // What one element makes the next one finds.
    ("FOREACH (x IN [1, 2] | CREATE (:H {v: x}) MERGE (:H {v: 2}))", 3, 3),
    ("FOREACH (x IN [1, 2] | CREATE (n:I) SET n.x = x, n.y = x REMOVE n.y)", 2, 6),
    ("UNWIND range(1, 3) AS i FOREACH (x IN range(1, i) | CREATE (:K {x: x + i}))", 6, 6),
  ]

  @Test func `FOREACH runs its clauses for each element`() throws {
    for (query, nodes, properties) in Self.updates {
      let both = try BothPlans([])
      for engine in [both.optimized, both.naive] {
        let counters = try engine.run(query, parameters: [:]).summary.counters
        #expect(counters.nodesCreated == nodes, "\(query)")
        #expect(counters.propertiesSet == properties, "\(query)")
      }
    }
  }

  @Test func `rows pass FOREACH unchanged, and see what it did`() throws {
    let both = try BothPlans(["CREATE (:P {n: 1})-[:R]->(:P {n: 2})-[:R]->(:P {n: 3})"])
    both.expect("UNWIND [1, 2] AS i FOREACH (x IN range(1, i) | CREATE (:K)) RETURN i", gives: ["1", "2"])
    both.expect("MATCH (k:K) RETURN count(*)", gives: ["3"])
    both.expect(
      "MATCH p = (:P {n: 1})-[:R*2]->(:P) FOREACH (n IN nodes(p) | SET n.n = n.n * 10, n.m = 1) RETURN [n IN nodes(p) | n.n]",
      gives: ["[10, 20, 30]"])
    both.expect("MATCH (a:P {n: 10}) FOREACH (x IN [1, 2, 3] | SET a.n = a.n + x) RETURN a.n", gives: ["16"])
    both.expect(
      "MATCH (n:P) WITH collect(n) AS ns FOREACH (n IN ns | DETACH DELETE n) WITH 1 AS x MATCH (m:P) RETURN count(m)",
      gives: ["0"])
  }

  @Test func `a list that is none is refused when it is seen`() throws {
    try BothPlans([]).expect("FOREACH (x IN $list | CREATE (:F))", ["list": .integer(5)], fails: "InvalidArgumentType")
  }

  @Test(arguments: [
    ("FOREACH (x IN [1] | CREATE (n)) RETURN n", "UndefinedVariable"), ("FOREACH (x IN 1 | CREATE (n))", "InvalidArgumentType"),
    ("FOREACH (x IN [1] | MATCH (n) SET n.x = 1)", "InvalidClauseComposition"),
    ("FOREACH (x IN [1] | CALL { CREATE (n) })", "InvalidClauseComposition"),
    ("WITH 1 AS x FOREACH (x IN [1] | CREATE (n)) RETURN x", "VariableAlreadyBound"),
    ("FOREACH (x IN [1] | )", "UnexpectedSyntax"),
    ("FOREACH (x IN [1] | CREATE (n)) MATCH (m) RETURN m", "InvalidClauseComposition"),
  ])
  func `what FOREACH may not do is an error`(query: String, detail: String) throws {
    try BothPlans([]).expect(query, fails: detail)
  }
}
