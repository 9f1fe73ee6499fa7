import Query
import Testing

struct TopTests {
  /// As the naive plan does, which pulls nothing for LIMIT 0.
  @Test func `rows that nobody asks for are not computed`() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 0})")
    #expect(try engine.literals("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(engine.failure("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 1") == "DivisionByZero")
  }

  @Test func `the graph is changed even if nobody asks for the rows`() throws {
    let engine = try QueryEngine.over()
    #expect(try engine.literals("UNWIND [2, 1] AS x CREATE (n {x: x}) RETURN n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(try engine.column("MATCH (n) RETURN count(n)") == ["2"])
  }
}
