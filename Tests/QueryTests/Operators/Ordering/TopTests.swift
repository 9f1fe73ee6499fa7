import Query
import Testing

struct TopTests {
  /// As the naive plan does, which pulls nothing for LIMIT 0.
  @Test func `rows that nobody asks for are not computed`() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 0})")
    #expect(try engine.literals("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(engine.failure("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 1") == "DivisionByZero")
  }

  @Test func `what is to be skipped counts among the rows kept`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 9000) AS i CREATE (:A {x: (i * 7919) % 9001})")
    let query = "MATCH (a:A) RETURN a.x AS x ORDER BY x DESC"
    for (skip, limit) in [(0, 3), (3, 2), (2047, 3), (4000, 2500), (8998, 5), (9000, 1), (9001, 1), (5, 0)] {
      let expected = (skip..<skip + limit).filter { $0 < 9000 }.map { "\(9000 - $0)" }
      #expect(try engine.column("\(query) SKIP \(skip) LIMIT \(limit)") == expected)
    }
    #expect(try engine.column("\(query) SKIP 8998 LIMIT \(Int64.max)") == ["2", "1"])
    #expect(try engine.column("\(query) SKIP \(Int64.max) LIMIT \(Int64.max)").isEmpty)
    #expect(try engine.column("\(query) LIMIT \(Int64.max)").count == 9000)
    #expect(engine.failure("\(query) SKIP -1 LIMIT 5") == "NegativeIntegerArgument")
    #expect(engine.failure("\(query) SKIP 1 LIMIT -5") == "NegativeIntegerArgument")
  }

  @Test func `the graph is changed even if nobody asks for the rows`() throws {
    let engine = try QueryEngine.over()
    #expect(try engine.literals("UNWIND [2, 1] AS x CREATE (n {x: x}) RETURN n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(try engine.column("MATCH (n) RETURN count(n)") == ["2"])
  }
}
