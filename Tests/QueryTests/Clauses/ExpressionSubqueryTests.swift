import Graph
import Query
import Testing

/// EXISTS { … }, COUNT { … } and COLLECT { … }.
struct ExpressionSubqueryTests {
  static let script = [
    """
    CREATE (ana:Person {name: 'Ana', age: 40}), (bob:Person {name: 'Bob', age: 30}), (cid:Person {name: 'Cid', age: 20}),
      (ana)-[:HAS {since: 2010}]->(:Dog {name: 'Rex'}), (ana)-[:HAS {since: 2020}]->(:Dog {name: 'Fido'}),
      (bob)-[:HAS {since: 2015}]->(:Dog {name: 'Bob'}), (ana)-[:KNOWS]->(bob), (bob)-[:KNOWS]->(cid)
    """
  ]

  /// Each is put behind `MATCH (p:Person)`, and evaluated for Ana, Bob and Cid.
  static let expressions: [(expression: String, values: [String])] = [
    ("EXISTS { (p)-[:HAS]->(:Dog {name: p.name}) }", ["false", "true", "false"]),
    ("EXISTS { (p)-[:HAS]->(d), (p)-[:KNOWS]->(f) WHERE f.name <> d.name }", ["true", "true", "false"]),
    ("EXISTS { MATCH (p)-[:KNOWS]->(f) WHERE EXISTS { (f)-[:HAS]->({name: f.name}) } }", ["true", "false", "false"]),
    ("EXISTS { MATCH (p)-[:HAS]->(d) WITH count(d) AS c WHERE c > p.age / 30 RETURN c }", ["true", "false", "false"]),
    ("EXISTS { MATCH (x:Nothing) RETURN count(x) }", ["true", "true", "true"]),
    ("EXISTS { MATCH (d:Dog) RETURN d LIMIT 0 }", ["false", "false", "false"]),
    ("EXISTS { WITH p AS q MATCH (q)-[:KNOWS]->(f) WHERE f.age < p.age RETURN q }", ["true", "true", "false"]),
    ("COUNT { (p)-[:HAS]->() }", ["2", "1", "0"]),
    ("COUNT { MATCH (p)-[:HAS]->(d) RETURN d.name AS n UNION MATCH (p)-[:KNOWS]->(f) RETURN f.name AS n }", ["3", "2", "0"]),
    ("COUNT { MATCH (p)--(x) RETURN DISTINCT labels(x) }", ["2", "2", "1"]),
    ("COUNT { MATCH (p)-[:HAS]->(d) MATCH (o:Person) WHERE o.name = d.name RETURN o }", ["0", "1", "0"]),
    ("COUNT { UNWIND range(1, p.age / 10) AS x FILTER x > 2 RETURN x }", ["2", "1", "0"]),
    ("COUNT { MATCH (d:Dog) RETURN d SKIP 1 }", ["2", "2", "2"]),
    ("COUNT { CALL db.labels() YIELD label WHERE label <> p.name RETURN label }", ["2", "2", "2"]),
    ("COUNT { MATCH (p) WITH * MATCH (p)-[:HAS]->(d) WITH d ORDER BY d.name RETURN d }", ["2", "1", "0"]),
    ("COLLECT { MATCH (p)-[:HAS]->(d) RETURN d.name ORDER BY d.name }", ["['Fido', 'Rex']", "['Bob']", "[]"]),
    ("COLLECT { MATCH (p)-[:HAS]->(d) RETURN d.name ORDER BY d.name DESC LIMIT 1 }", ["['Rex']", "['Bob']", "[]"]),
    ("COLLECT { MATCH (p)-[r:HAS]->() RETURN max(r.since) }", ["[2020]", "[2015]", "[null]"]),
    ("COLLECT { MATCH (p)-[r:HAS]->() RETURN count(r) + p.age }", ["[42]", "[31]", "[20]"]),
    (
      "COLLECT { MATCH (p)-[:HAS]->(d) RETURN DISTINCT d.name + p.name AS n ORDER BY n }",
      ["['FidoAna', 'RexAna']", "['BobBob']", "[]"]
    ),
    ("COLLECT { CALL (p) { MATCH (p)-[:HAS]->(d) RETURN count(d) AS c } RETURN c }", ["[2]", "[1]", "[0]"]),
    ("COLLECT { MATCH (p)-[:HAS]->(d) RETURN d NEXT RETURN count(d) AS c }", ["[2]", "[1]", "[0]"]),
    (
      "COLLECT { MATCH (p)-[:KNOWS]->(f) RETURN COLLECT { MATCH (f)-[:HAS]->(d) RETURN p.name + d.name } }",
      ["[['AnaBob']]", "[[]]", "[]"]
    ),
    ("CASE WHEN EXISTS { (p)-[:HAS]->() } THEN 'owner' ELSE 'none' END", ["'owner'", "'owner'", "'none'"]),
    ("[x IN [p] WHERE EXISTS { (x)-[:KNOWS]->() } | COUNT { (x)-[:HAS]->() }]", ["[2]", "[1]", "[]"]),
    ("[(p)-[:KNOWS]->(f) WHERE EXISTS { (f)-[:KNOWS]->() } | COUNT { (f)--() }]", ["[3]", "[]", "[]"]),
    ("reduce(t = 0, x IN [1, 2] | t + x * COUNT { (p)-[:HAS]->() })", ["6", "3", "0"]),
  ]

  @Test func `a subquery sees the row, wherever it stands`() throws {
    let both = try BothPlans(Self.script)
    for (expression, values) in Self.expressions {
      both.expect("MATCH (p:Person) RETURN \(expression) AS x ORDER BY p.name", gives: values)
      both.expect(
        "MATCH (p:Person) WITH p ORDER BY p.name RETURN collect(\(expression)) AS x",
        gives: ["[\(values.joined(separator: ", "))]"])
    }
  }

  static let queries: [(query: String, rows: [String])] = [
    ("MATCH (p:Person) RETURN sum(COUNT { (p)-[:HAS]->() }) AS s", ["3"]),
    ("MATCH (p:Person) RETURN EXISTS { (p)-[:HAS]->() } AS owner, count(*) AS c ORDER BY c", ["false | 1", "true | 2"]),
    (
      "MATCH (p:Person)-[:HAS]->(d) RETURN p.name AS n, count(d) AS c ORDER BY COUNT { (:Dog) } + c DESC",
      ["'Ana' | 2", "'Bob' | 1"]
    ),
    (
      "MATCH (p:Person)-[:HAS]->(d) WITH p AS q, count(d) + COUNT { (p)-[:KNOWS]->() } AS n RETURN q.name, n ORDER BY n",
      ["'Bob' | 2", "'Ana' | 3"]
    ),
    ("MATCH (p:Person) RETURN p.name ORDER BY COUNT { (p)-[:HAS]->() } DESC, p.name LIMIT 2", ["'Ana'", "'Bob'"]),
    ("MATCH (p:Person) RETURN DISTINCT p ORDER BY COUNT { (p)-[:HAS]->() } LIMIT 1", ["(:Person {name: 'Cid', age: 20})"]),
    (
      "MATCH (d:Dog {name: COLLECT { MATCH (p:Person) RETURN p.name ORDER BY p.name SKIP 1 LIMIT 1 }[0]}) RETURN d.name",
      ["'Bob'"]
    ),
    ("WITH {a: 1} AS collect RETURN collect {.a} AS m", ["{a: 1}"]),
    ("WITH 1 AS collect RETURN collect + COUNT { () } AS m", ["7"]),
  ]

  @Test func `subqueries stand in projections, keys, orders and property maps`() throws {
    let both = try BothPlans(Self.script)
    for (query, rows) in Self.queries { both.expect(query, gives: rows) }
  }

  @Test func `SET takes the value of a subquery`() throws {
    let both = try BothPlans(Self.script)
    for engine in [both.optimized, both.naive] {
      let result = try engine.run("MATCH (p:Person) SET p.dogs = COUNT { (p)-[:HAS]->() }", parameters: [:])
      #expect(result.summary.counters.propertiesSet == 3)
    }
    both.expect("MATCH (p:Person) RETURN p.dogs ORDER BY p.name", gives: ["2", "1", "0"])
  }

  @Test(arguments: [
    ("MATCH (p) WHERE EXISTS { WITH 'Ozzy' AS p RETURN p } RETURN p", "VariableAlreadyBound"),
    ("MATCH (p) WHERE EXISTS { UNWIND [1] AS p RETURN p } RETURN p", "VariableAlreadyBound"),
    ("MATCH (p) WHERE EXISTS { CREATE (x) } RETURN p", "InvalidClauseComposition"),
    ("MATCH (p) WHERE EXISTS { CALL { CREATE (x) } RETURN p } RETURN p", "InvalidClauseComposition"),
    ("MATCH (p) WHERE EXISTS { FOREACH (x IN [1] | SET p.x = x) } RETURN p", "InvalidClauseComposition"),
    ("MATCH (p) RETURN COLLECT { MATCH (p)-->(x) RETURN x, p.name } AS l", "UnexpectedSyntax"),
    ("MATCH (p) RETURN COLLECT { MATCH (p)-->(x) } AS l", "UnexpectedSyntax"),
    ("MATCH (p) RETURN COLLECT { (p)-->(x) } AS l", "UnexpectedSyntax"),
    ("MATCH (p)-->(d) RETURN count(d) + COUNT { (p)-->() } AS x", "AmbiguousAggregationExpression"),
    ("MATCH (p) RETURN COUNT { MATCH (p)-->(x) RETURN x UNION MATCH (p) RETURN p } AS l", "DifferentColumnsInUnion"),
    ("MATCH (p) RETURN COUNT { MATCH (p) WHERE q.x = 1 } AS l", "UndefinedVariable"),
  ])
  func `what a subquery may not do is an error`(query: String, detail: String) throws {
    try BothPlans([]).expect(query, fails: detail)
  }
}
