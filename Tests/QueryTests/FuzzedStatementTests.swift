import Query
import Testing

/// Statements that fuzzing found to end the process, each as short as it can be.
struct FuzzedStatementTests {
  private static let statements = [
    "MATCH (a)-[r* 9223372036854775807..2]-(b) RETURN r", "MATCH (a)-[*2..9223372036854775807]-(b) RETURN a",
    "MATCH (a)-[:R]->{9223372036854775807,}(b) RETURN a",
  ]

  @Test(arguments: statements) func `ends with an answer or an error`(statement: String) throws {
    let engine = try QueryEngine.over("CREATE (a:A {x: 1})-[:R]->(:B {x: 2})-[:S]->(a)")
    #expect(engine.failure("EXPLAIN " + statement) == engine.failure(statement))
  }
}
