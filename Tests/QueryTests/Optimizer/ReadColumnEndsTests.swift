import Cypher
import Graph
import Query
import Testing

struct ReadColumnEndsTests {
  private static let query = "MATCH (n:N) RETURN count(*), min(n.k), max(n.k), count(n)"

  private func plans(_ script: String...) throws -> BothPlans {
    try BothPlans(["CREATE INDEX FOR (n:N) ON (n.k)"] + script)
  }

  /// True where EXPLAIN says that the rows need not be read.
  private func readsEnds(_ engine: QueryEngine, _ query: String) throws -> Bool {
    var next = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      if description.details.hasSuffix("FROM THE ENDS OF COLUMNS") { return true }
      next = description.children.first
    }
    return false
  }

  @Test func `indexes and bounds are asked where they can answer, and the switch puts the aggregation back`() throws {
    let engine = try QueryEngine.over(
      "CREATE INDEX FOR (n:N) ON (n.k)", "UNWIND range(1, 9) AS i CREATE (:N {k: i, j: i})-[:R {w: i}]->(:M {t: 'a' + i})")
    for query in [
      Self.query, "MATCH (n:N) RETURN max(n.j)", "MATCH (n) RETURN max(n.k)", "MATCH (n:N) RETURN count(n.j), count(n)",
      "MATCH (n:N) WITH max(n.k) AS m CREATE (:N {k: m + 1})", "MATCH ()-[r:R]->() RETURN min(r.w)",
    ] {
      #expect(try readsEnds(engine, query), "\(query)")
    }
    for other in [
      "MATCH (n:N) RETURN count(*)", "MATCH (n:N) RETURN n.j, max(n.k)", "MATCH (n:N) WHERE n.j > 1 RETURN max(n.k)",
      "MATCH (n:N) RETURN max(n.k), sum(n.k)", "MATCH (n:N)-->() RETURN max(n.k)", "MATCH (n:N) RETURN max(n.k + 1)",
      "MATCH (n:N) RETURN count(DISTINCT n.k)",
    ] {
      #expect(try !readsEnds(engine, other), "\(other)")
    }
    engine.disabledRules = ["ReadColumnEnds"]
    #expect(try !readsEnds(engine, Self.query))
  }

  @Test func `a transaction sees what it has changed`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 3000) AS i CREATE (:N {j: i, s: 'a' + i})-[:R {w: i}]->(:M)")
    let ends = "MATCH (n:N) RETURN min(n.j), max(n.j), count(n.j), min(n.s)"
    let weights = "MATCH ()-[r:R]->() RETURN max(r.w), count(r.w)"
    _ = try engine.run("BEGIN", parameters: [:])
    #expect(try engine.literals(ends) == [["1", "3000", "3000", "'a1'"]])
    _ = try engine.literals("MATCH (n:N {j: 3000}) SET n.j = 5000, n.s = 'A'")
    #expect(try engine.literals(ends) == [["1", "5000", "3000", "'A'"]])
    _ = try engine.literals("MATCH (n:N {j: 1})-[r]->() REMOVE n.j SET r.w = 7000")
    #expect(try engine.literals(ends) == [["2", "5000", "2999", "'A'"]])
    #expect(try engine.literals(weights) == [["7000", "3000"]])
    #expect(try engine.literals("MATCH (n:N) WITH max(n.j) AS m CREATE (x:N {j: m + 1}) RETURN x.j") == [["5001"]])
    _ = try engine.literals("MATCH ()-[r:R {w: 7000}]->() DELETE r")
    #expect(try engine.literals(weights) == [["3000", "2999"]])
    _ = try engine.run("ROLLBACK", parameters: [:])
    #expect(try engine.literals(ends) == [["1", "3000", "3000", "'a1'"]])
  }

  @Test func `what is added, changed and deleted is seen, by the statement that does it as well`() throws {
    let both = try plans("UNWIND [5, 3, 9, 7] AS k CREATE (:N {k: k})")
    both.expect(Self.query, gives: ["4 | 3 | 9 | 4"])
    both.expect("CREATE (:N {k: 11}) WITH 1 AS one MATCH (n:N) RETURN min(n.k), max(n.k)", gives: ["3 | 11"])
    both.expect(Self.query, gives: ["5 | 3 | 11 | 5"])
    both.expect("MATCH (n:N {k: 3}) SET n.k = 8 RETURN 1", gives: ["1"])
    both.expect(Self.query, gives: ["5 | 5 | 11 | 5"])
    both.expect("MATCH (n:N {k: 11}) DETACH DELETE n RETURN 1", gives: ["1"])
    both.expect(Self.query, gives: ["4 | 5 | 9 | 4"])
    both.expect("MATCH (n:N) DETACH DELETE n RETURN count(*)", gives: ["4"])
    both.expect(Self.query, gives: ["0 | null | null | 0"])
    both.expect("UNWIND [1, 2] AS x CALL (x) { MATCH (n:N) RETURN max(n.k) AS m } RETURN x, m", gives: ["1 | null", "2 | null"])
  }

  @Test(arguments: [
    ("[1, 2, 3]", "3 | 1 | 3 | 3"), ("['b', 'a', 'ä']", "3 | 'a' | 'ä' | 3"), ("[1.5, 2, -3]", "3 | -3 | 2 | 3"),
    ("[2, 2.0, 1.0, 1]", "4 | 1.0 | 2 | 4"), ("[1.0, 0.0 / 0.0, 2.0]", "3 | 1.0 | NaN | 3"),
    ("[true, false]", "2 | false | true | 2"),
    ("[1, 'a', [2]]", "3 | [2] | 1 | 3"), ("[[1], [2]]", "2 | [1] | [2] | 2"),
    ("[date('2020-01-02'), date('2019-01-01')]", "2 | '2019-01-01' | '2020-01-02' | 2"),
    ("[datetime('2020-01-01T00:00:00+01:00'), datetime('2020-01-01T00:00:00Z')]", nil),
    ("[duration('P1D'), duration('P1M')]", nil), ("[9007199254740993, 9007199254740992.0]", nil), ("[0.0, -0.0]", nil),
    ("[-0.0, 0.0]", nil), ("[1, null, 3]", "3 | 1 | 3 | 3"), ("[null]", "1 | null | null | 1"),
  ])
  func `values of every kind have the ends that reading them gives`(values: String, expected: String?) throws {
    let both = try plans("UNWIND \(values) AS k CREATE (:N {k: k})", "CREATE (:M {k: 1000})")
    let naive = try both.naive.literals(Self.query).map { $0.joined(separator: " | ") }
    if let expected { #expect(naive == [expected]) }
    both.expect(Self.query, gives: naive)
  }
}
