import Cypher
import Graph
import Query
import Testing

/// What is the same for every row is evaluated once, and answers as if it were evaluated for each.
struct EvaluateOnceTests {
  private static let script = [
    "UNWIND range(1, 60) AS i CREATE (:Person {id: i})-[:OWNS]->(:Thing {id: i % 7})",
    "MATCH (a:Person), (b:Person) WHERE (a.id + b.id) % 6 = 0 CREATE (a)-[:KNOWS]->(b)",
  ]

  private func details(_ query: String, without rules: Set<String> = []) throws -> String {
    let engine = try QueryEngine.over(Self.script[0])
    engine.disabledRules = rules
    var open = [try #require(try engine.run("EXPLAIN " + query, parameters: ["n": .integer(3), "list": .list([])]).summary.plan)]
    var found = ""
    while let next = open.popLast() {
      found += next.details + "\n"
      open += next.children
    }
    return found
  }

  static let once = [
    "COUNT { MATCH (t:Thing) RETURN t }", "EXISTS { MATCH (t:Thing) }", "COLLECT { MATCH (t:Thing) RETURN t.id }",
    "[x IN range(1, $n) | x * x]", "all(x IN $list WHERE x > 0)", "[(t:Thing)<-[:OWNS]-(q) | q.id]",
    "reduce(sum = 0, x IN $list | sum + x)",
  ]

  @Test(arguments: once)
  func `what mentions no variable of the rows is evaluated once`(expression: String) throws {
    let query = "MATCH (p:Person) RETURN p.id, \(expression) AS e"
    #expect(try details(query).contains("ONCE \(expression)"))
    #expect(try !details(query, without: ["EvaluateOnce"]).contains("ONCE"))
  }

  @Test(arguments: [
    "COUNT { MATCH (p)-[:OWNS]->(t) RETURN t }", "COLLECT { MATCH (t:Thing) WHERE t.id = p.id RETURN t.id }",
    "[x IN range(1, p.id) | x]", "COLLECT { UNWIND [1, 2] AS x RETURN rand() AS r }", "[x IN range(1, 3) | rand()]",
    "COUNT { MATCH (t:Thing) WHERE EXISTS { MATCH (t) WHERE rand() < 0.5 } RETURN t }",
  ])
  func `what hangs on the row or differs from call to call is not`(expression: String) throws {
    #expect(try !details("MATCH (p:Person) RETURN p.id, \(expression) AS e").contains("ONCE"))
  }

  static let queries = [
    "MATCH (p:Person) RETURN count(p) AS c, COUNT { MATCH (t:Thing) WHERE t.id > 3 RETURN t } AS e",
    "MATCH (p:Person) RETURN COUNT { MATCH (t:Thing) RETURN DISTINCT t.id } AS e, sum(p.id) AS s",
    "MATCH (p:Person) WHERE EXISTS { MATCH (t:Thing {id: 5}) } AND p.id < 9 RETURN p.id AS id",
    "MATCH (p:Person) WHERE NOT EXISTS { MATCH (t:Thing {id: 50}) } AND p.id < 9 RETURN p.id AS id",
    "MATCH (p:Person) WHERE p.id IN COLLECT { MATCH (t:Thing) RETURN t.id * 2 } RETURN p.id AS id",
    "MATCH (p:Person) RETURN p.id AS id, [x IN COLLECT { MATCH (t:Thing) RETURN t.id ORDER BY t.id } WHERE x < p.id] AS l",
    "MATCH (p:Person) RETURN p.id AS id, COUNT { MATCH (t:Thing) WHERE COUNT { MATCH (q:Person) } > t.id RETURN t } AS e",
    "MATCH (p:Person) RETURN p.id AS id, COLLECT { MATCH (t:Thing) RETURN DISTINCT t.id ORDER BY t.id LIMIT 2 } AS e",
    "MATCH (p:Person) RETURN p.id AS id, COUNT { MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) } AS e",
    "MATCH (p:Person {id: 1}) RETURN CASE WHEN p.id > 5 THEN COUNT { UNWIND [1 / 0] AS x RETURN x } ELSE 0 END AS e",
    "MATCH (p:Person) WHERE p.id > 900 RETURN COUNT { UNWIND [1 / 0] AS x RETURN x } AS e",
    "MATCH (p:Person) WHERE p.id < 900 OR EXISTS { UNWIND [1 / 0] AS x RETURN x } RETURN count(*) AS c",
    "UNWIND [] AS i RETURN COUNT { MATCH (p:Person) } AS e",
    "RETURN COUNT { MATCH (p:Person) RETURN p SKIP 9 } AS a, COUNT { MATCH (p:Thing) RETURN p.id AS i UNION RETURN 7 AS i }",
  ]

  @Test(arguments: queries)
  func `the answers are those of an evaluation for each row`(query: String) throws {
    let engine = try QueryEngine.over(Self.script[0], Self.script[1])
    let optimized = try engine.literals(query)
    engine.disabledRules = ["EvaluateOnce"]
    #expect(try optimized.sorted { $0.joined() < $1.joined() } == engine.literals(query).sorted { $0.joined() < $1.joined() })
  }

  static let updates = [
    "UNWIND range(1, 5) AS i CREATE (:New {i: i}) WITH i RETURN i, COUNT { MATCH (n:New) } AS c",
    "WITH COUNT { MATCH (n:New) } AS before CREATE (:New) WITH before RETURN before, COUNT { MATCH (n:New) } AS after",
    "UNWIND [1, 1, 2, 3] AS i MERGE (n:New {i: i}) ON CREATE SET n.c = COUNT { MATCH (m:New) } RETURN i, n.c AS c",
    "UNWIND range(1, 3) AS i CALL { CREATE (:New) RETURN COUNT { MATCH (m:New) } AS c } RETURN i, c",
    "FOREACH (i IN range(1, 3) | CREATE (:New {c: COUNT { MATCH (m:New) }})) WITH 1 AS x MATCH (n:New) RETURN n.c ORDER BY n.c",
    "MATCH (p:Person) WHERE p.id < 4 SET p.others = COUNT { MATCH (q:Person) WHERE q.others IS NULL } RETURN p.id, p.others",
    "MATCH (p:Person) DETACH DELETE p WITH 1 AS x RETURN COUNT { MATCH (q:Person) } AS c LIMIT 1",
  ]

  @Test(arguments: updates)
  func `what the statement itself has changed is seen`(query: String) throws {
    let (optimized, plain) = (try QueryEngine.over(Self.script[0]), try QueryEngine.over(Self.script[0]))
    plain.disabledRules = ["EvaluateOnce"]
    #expect(try optimized.literals(query) == plain.literals(query))
  }

  @Test func `an error is raised where a row asks for it`() throws {
    let engine = try QueryEngine.over(Self.script[0])
    #expect(engine.failure("MATCH (p:Person) RETURN COUNT { UNWIND [1 / 0] AS x RETURN x } AS e") == "DivisionByZero")
  }

  @Test func `a count of far too many matches is not enumerated`() throws {
    let engine = try QueryEngine.over(Self.script[0], Self.script[1])
    engine.limits.timeoutSeconds = 20
    let walks = "COUNT { MATCH ()-[:KNOWS]->()-[:KNOWS]->()-[:KNOWS]->()-[:KNOWS]->() }"
    #expect(try engine.literals("MATCH (p:Person) RETURN count(DISTINCT \(walks)) AS c, count(*) AS n") == [["1", "60"]])
  }
}
