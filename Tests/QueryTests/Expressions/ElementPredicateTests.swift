import Graph
import Query
import Testing

/// What ISO GQL asks of elements, and its clocks without parentheses.
struct ElementPredicateTests {
  static let script = "CREATE (a:A {x: 1, y: null})-[:R {w: 2}]->(b:B), (b)-[:R]->(a)"

  @Test(arguments: [
    ("MATCH (n)-[r]->(m) RETURN n IS SOURCE OF r AND m IS DESTINATION OF r AS v", ["true", "true"]),
    ("MATCH (n)-[r]->(m) RETURN n IS DESTINATION OF r OR m IS SOURCE OF r AS v", ["false", "false"]),
    ("MATCH (n:A)-[r]-(m) RETURN n IS NOT SOURCE OF r AS v ORDER BY v", ["false", "true"]),
    ("MATCH ()-[r]->() RETURN r IS DIRECTED AND NOT r IS NOT DIRECTED AS v", ["true", "true"]),
    (
      "OPTIONAL MATCH (n:C)-[r]->() RETURN [r IS DIRECTED, n IS SOURCE OF r, n IS NOT DESTINATION OF r] AS v",
      ["[null, null, null]"]
    ),
    (
      "MATCH (n:A), (m:B) RETURN [ALL_DIFFERENT(n, m), all_different(n, m, n), SAME(n, n), same(n, n, m)] AS v",
      [
        "[true, false, true, false]"
      ]
    ),
    ("MATCH (n:A)-[r]->() RETURN [all_different(n, r), same(n, null), all_different(n, n, null)] AS v", ["[true, null, null]"]),
    (
      "MATCH (n:A)-[r]->() RETURN [PROPERTY_EXISTS(n, x), property_exists(n, y), property_exists(r, w)] AS v",
      [
        "[true, false, true]"
      ]
    ),
    ("OPTIONAL MATCH (n:C) RETURN property_exists(n, x) AS v", ["null"]),
    ("CREATE (n:New)-[r:T]->(m) RETURN n IS SOURCE OF r AND m IS DESTINATION OF r AND all_different(n, m) AS v", ["true"]),
    ("RETURN CURRENT_DATE = date() AND current_timestamp = datetime() AND LOCAL_TIME = localtime() AS v", ["true"]),
    (
      "RETURN [CURRENT_TIME = time(), LOCAL_TIMESTAMP = localdatetime(), CURRENT_DATE() = date(), CURRENT_DATE.year > 2000] AS v",
      [
        "[true, true, true, true]"
      ]
    ),
    ("WITH 1 AS current_date RETURN current_date AS v", ["1"]),
    ("MATCH (current_time:A) RETURN current_time.x AS v", ["1"]),
    ("RETURN [local_time IN [1, 2] | local_time + 1] AS v", ["[2, 3]"]),
    ("RETURN {current_date: 1}.current_date AS v", ["1"]),
  ])
  func `elements and clocks are asked as GQL asks them`(query: String, expected: [String]) throws {
    #expect(try QueryEngine.over(Self.script).column(query) == expected)
  }

  @Test func `what is no element is refused`() throws {
    let engine = try QueryEngine.over(Self.script)
    #expect(engine.failure("RETURN 1 IS DIRECTED") == "InvalidArgumentType")
    #expect(engine.failure("MATCH (n)-[r]->() RETURN r IS SOURCE OF n") == "InvalidArgumentType")
    #expect(engine.failure("MATCH (n) RETURN n IS SOURCE OF r") == "UndefinedVariable")
    #expect(engine.failure("MATCH (n) RETURN same(n)") == "InvalidNumberOfArguments")
    #expect(engine.failure("MATCH (n) RETURN same(n, 1)") == "InvalidArgumentType")
    #expect(engine.failure("UNWIND [1] AS x MATCH (n) RETURN all_different(n, head([x, 'a']))") != nil)
  }

  @Test func `a label called like a predicate is asked for behind LABELED`() throws {
    let engine = try QueryEngine.over("CREATE (:Directed), (:Source)")
    #expect(try engine.column("MATCH (n) RETURN n IS LABELED Directed AS v ORDER BY v") == ["false", "true"])
    #expect(try engine.column("MATCH (n) RETURN n IS Source AS v ORDER BY v") == ["false", "true"])
  }
}
