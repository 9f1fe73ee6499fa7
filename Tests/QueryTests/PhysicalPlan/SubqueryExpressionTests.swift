import Query
import Testing

struct SubqueryExpressionTests {
  @Test func `a subquery may go on after it has grouped its rows`() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 1})-[:R]->(:B {x: 2}), (:A {x: 3})")
    let groups = "COUNT { MATCH (n)-->(m) WITH m.x AS x, count(*) AS c RETURN DISTINCT c AS d }"
    #expect(try engine.literals("MATCH (n:A) RETURN n.x AS x, \(groups) AS groups ORDER BY x") == [["1", "1"], ["3", "0"]])
    let exists = "EXISTS { MATCH (n)-->(m) WITH m, size(collect(m)) AS c ORDER BY c LIMIT 1 RETURN DISTINCT c AS d }"
    #expect(try engine.column("MATCH (n:A) WHERE \(exists) RETURN n.x") == ["1"])
  }
}
