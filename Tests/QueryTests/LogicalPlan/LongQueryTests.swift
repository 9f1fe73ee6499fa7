import Graph
import Query
import Testing

struct LongQueryTests {
  @Test(arguments: ["WITH x ", "MATCH (a) ", "MERGE (:A) ", "UNWIND [1] AS y WITH x "])
  func endlessQueriesAreRefused(clause: String) throws {
    let text = "WITH 1 AS x " + String(repeating: clause, count: 5000) + "RETURN x"
    #expect(try QueryEngine.over().failure(text) == "UnexpectedSyntax")
  }

  @Test func aLongPatternIsRefusedToo() throws {
    let text = "MATCH ()" + String(repeating: "-->()", count: 2000) + " RETURN 1"
    #expect(try QueryEngine.over().failure(text) == "UnexpectedSyntax")
  }

  @Test func aLongPatternIsPlannedInTime() throws {
    let engine = try QueryEngine.over("UNWIND range(0, 20) AS i CREATE (:N {id: i})")
    engine.limits.timeoutSeconds = 60
    let links = (1...100).map { "-[r\($0):R]->(n\($0):N {id: \($0)})" }.joined()
    #expect(try engine.column("MATCH (n0)\(links) RETURN count(*)") == ["0"])
  }

  @Test func longQueriesRun() throws {
    let text = "WITH 1 AS x " + String(repeating: "WITH x + 1 AS x ", count: 300) + "RETURN x"
    #expect(try QueryEngine.over().column(text) == ["301"])
  }

  @Test func aRunOfCreateClausesMayBeAsLongAsItLikes() throws {
    let creates = (0..<1500).map { "CREATE (n\($0):N {id: \($0)})" } + (1..<1500).map { "CREATE (n\($0 - 1))-[:R]->(n\($0))" }
    let engine = try QueryEngine.over(creates.joined(separator: " "))
    #expect(try engine.column("MATCH ()-[r:R]->() RETURN count(r)") == ["1499"])
  }
}
