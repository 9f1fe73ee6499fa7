import Cypher
import Graph
import Query
import Testing

/// A subquery that a query begins with is a part of it.
struct InlineSubqueriesTests {
  private func engine() throws -> QueryEngine {
    let engine = try QueryEngine.over(
      "UNWIND range(1, 40) AS i CREATE (:Letter {id: i, day: date('2019-12-01') + duration({days: i}), to: 'P' + i % 7})",
      "UNWIND range(1, 30) AS i CREATE (:Call {id: i, day: date('2020-01-01') - duration({days: i}), to: 'P' + i % 5})")
    engine.leastParallelRows = 1
    return engine
  }

  private static let both = """
    CALL { MATCH (l:Letter) RETURN l.day AS day, 'letter' AS kind UNION ALL MATCH (c:Call) RETURN c.day AS day, 'call' AS kind }
    """

  static let queries = [
    both + " RETURN kind, day.year AS y, count(*) AS n",
    both + " WITH kind, day WHERE day.month = 12 RETURN kind, max(day) AS last",
    both + " RETURN day, kind ORDER BY day, kind LIMIT 7",
    "CALL { MATCH (l:Letter) RETURN l.to AS to, count(*) AS n } MATCH (c:Call {to: to}) RETURN to, n, count(c) AS m",
    "CALL { MATCH (l:Letter) RETURN l.to AS to UNION MATCH (c:Call) RETURN c.to AS to } RETURN count(*) AS n, max(to) AS m",
    "CALL { MATCH (l:Letter) RETURN l.id AS x ORDER BY x DESC LIMIT 3 } RETURN collect(x) AS l",
    "CALL { MATCH (l:Letter {id: 99}) RETURN count(*) AS n } RETURN n",
    "CALL { CALL { MATCH (l:Letter) RETURN l.id AS x } RETURN sum(x) AS s } RETURN s",
  ]

  @Test(arguments: queries)
  func `a query answers with a subquery as without it`(query: String) throws {
    let engine = try engine()
    let plan = try #require(try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan)
    #expect(!names(plan).contains { $0.hasSuffix("Apply") })
    let found = try engine.literals(query).map { "\($0)" }.sorted()
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.literals(query).map { "\($0)" }.sorted() == found)
  }

  @Test func `all parts of a union are read by the workers`() throws {
    let engine = try engine()
    let plan = try #require(try engine.run("EXPLAIN " + Self.queries[0], parameters: [:]).summary.plan)
    #expect(names(plan).firstIndex(of: "Gather").map { $0 + 1 } == names(plan).firstIndex(of: "Union"))
  }

  @Test(arguments: [
    "MATCH (l:Letter) CALL { MATCH (c:Call) RETURN count(c) AS n } RETURN sum(n)",
    "OPTIONAL CALL { MATCH (c:Call {id: 99}) RETURN c } RETURN c",
  ])
  func `one that runs for rows, or must give one, stays`(query: String) throws {
    let plan = try #require(try engine().run("EXPLAIN " + query, parameters: [:]).summary.plan)
    #expect(names(plan).contains { $0.hasSuffix("Apply") })
  }

  /// The names of the operators, each before those below it.
  private func names(_ plan: PlanDescription) -> [String] { [plan.name] + plan.children.flatMap(names) }
}
