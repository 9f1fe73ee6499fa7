import Graph
import Query
import Testing

struct QueryEngineTests {
  @Test func returnsConstants() throws {
    #expect(try QueryEngine.over().literals("RETURN 1 AS a, 'x' AS b, [1, null] AS c") == [["1", "'x'", "[1, null]"]])
  }

  @Test func unwindsListsIntoRows() throws {
    #expect(try QueryEngine.over().column("UNWIND [3, 1, 2] AS x RETURN x * 2 AS y ORDER BY y") == ["2", "4", "6"])
  }

  @Test func unwindsMoreThanOneBatch() throws {
    #expect(try QueryEngine.over().column("UNWIND range(1, 10000) AS x RETURN sum(x)") == ["50005000"])
  }

  @Test func matchesWhatWasCreated() throws {
    let engine = try QueryEngine.over("CREATE (:A {n: 1})-[:T]->(:B {n: 2})-[:T]->(:A {n: 3})")
    #expect(try engine.column("MATCH (a:A)-[:T]->(b) RETURN b.n") == ["2"])
    #expect(try engine.column("MATCH (a)-->()-->(c) RETURN c.n") == ["3"])
    #expect(try engine.column("MATCH (a)--(b) RETURN count(*)") == ["4"])
    #expect(try engine.column("MATCH p = (:A)-[*]->(c) RETURN length(p) ORDER BY length(p)") == ["1", "2"])
  }
}
