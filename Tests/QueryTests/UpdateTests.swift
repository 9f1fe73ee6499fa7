import Graph
import GraphStorage
import Query
import Testing

struct UpdateTests {
  @Test func failedStatementLeavesTheGraphAsItWas() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 1})")
    #expect(engine.failure("MATCH (a:A) SET a.x = 2 CREATE (:B) WITH a RETURN a.x / 0") != nil)
    #expect(try engine.literals("MATCH (n) RETURN labels(n), n.x") == [["['A']", "1"]])
  }

  @Test func eachClauseSeesWhatTheOneBeforeWrote() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 5000) AS i CREATE (:A {i: i})")
    // Every row has its node before the MATCH counts them.
    #expect(try engine.column("MATCH (a:A) CREATE (:B) WITH DISTINCT 1 AS one MATCH (b:B) RETURN count(b)") == ["5000"])
    #expect(try engine.column("MATCH (a:A) CREATE (:A) RETURN count(*)") == ["5000"])
  }

  @Test func repeatedElementsAreUpdatedRowByRow() throws {
    let engine = try QueryEngine.over("CREATE (:C {n: 0})")
    _ = try engine.run("MATCH (c:C) UNWIND range(1, 10) AS i SET c.n = c.n + 1", parameters: [:])
    #expect(try engine.column("MATCH (c:C) RETURN c.n") == ["10"])
  }

  @Test func mergeFindsWhatAnEarlierRowMade() throws {
    let engine = try QueryEngine.over()
    let merge = "UNWIND [1, 2, 1, 2, 1] AS i MERGE (a:A {i: i}) ON CREATE SET a.c = 1 ON MATCH SET a.c = a.c + 1"
    let result = try engine.run(merge, parameters: [:])
    #expect(result.summary.counters.nodesCreated == 2)
    #expect(try engine.literals("MATCH (a:A) RETURN a.i, a.c ORDER BY a.i") == [["1", "3"], ["2", "2"]])
  }

  @Test func deletingAConnectedNodeNeedsDetach() throws {
    let engine = try QueryEngine.over("CREATE (:A)-[:R]->(:B)")
    #expect(engine.failure("MATCH (a:A) DELETE a") == "DeleteConnectedNode")
    #expect(engine.failure("MATCH (a:A)-[r]->() DELETE a, r") == nil)
    #expect(try engine.column("MATCH (n) RETURN count(*)") == ["1"])
  }

  @Test func readingADeletedElementIsAnError() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 1})")
    #expect(engine.failure("MATCH (a:A) DELETE a RETURN a.x") == "DeletedEntityAccess")
  }

  @Test func transactionsCommitOrForget() throws {
    let engine = try QueryEngine.over()
    for statement in ["BEGIN", "CREATE (:A)", "ROLLBACK", "BEGIN", "CREATE (:B)", "COMMIT"] {
      _ = try engine.run(statement, parameters: [:])
    }
    #expect(try engine.column("MATCH (n) RETURN labels(n)") == ["['B']"])
  }

  @Test func aFailedStatementFailsItsTransaction() throws {
    let engine = try QueryEngine.over()
    _ = try engine.run("BEGIN", parameters: [:])
    #expect(engine.failure("RETURN 1 / 0") != nil)
    #expect(engine.transactionState == .failed)
    #expect(engine.failure("CREATE (:A)") == "TransactionFailed")
    _ = try engine.run("ROLLBACK", parameters: [:])
    #expect(engine.transactionState == .none)
  }

  @Test func uniqueConstraintsRefuseASecondNode() throws {
    let engine = try QueryEngine.over("CREATE CONSTRAINT FOR (p:P) REQUIRE p.id IS UNIQUE", "CREATE (:P {id: 1})")
    #expect(engine.failure("CREATE (:P {id: 1})") == "UniqueConstraintViolated")
    #expect(try engine.literals("SHOW CONSTRAINTS YIELD name, properties") == [["'unique_P_id'", "['id']"]])
  }
}
