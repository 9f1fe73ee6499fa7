import Graph
import Query
import Testing

/// `CALL { … } IN TRANSACTIONS`.
struct TransactionBatchTests {
  @Test func `batches before an error are kept`() throws {
    let both = try BothPlans([])
    let failing = "UNWIND [1, 2, 3, 4, 0, 5] AS x CALL (x) { CREATE (:T {v: 12 / x}) } IN TRANSACTIONS OF 2 ROWS"
    both.expect(failing, fails: "DivisionByZero")
    both.expect("MATCH (t:T) RETURN count(*) AS c", gives: ["4"])
  }

  @Test func `all is counted and visible at the end`() throws {
    let both = try BothPlans([])
    for engine in [both.optimized, both.naive] {
      let query = "UNWIND range(1, 2500) AS x CALL (x) { CREATE (t:T {x: x}) RETURN t.x AS y } IN TRANSACTIONS RETURN sum(y) AS s"
      let result = try engine.run(query, parameters: [:])
      #expect(try result.allRecords().map { $0.map(\.literal) } == [["3126250"]])
      #expect(result.summary.counters.nodesCreated == 2500)
    }
    both.expect("MATCH (t:T) CALL (t) { DELETE t } IN TRANSACTIONS OF $n ROWS", ["n": .integer(7)], gives: [])
    both.expect("MATCH (t:T) RETURN count(*) AS c", gives: ["0"])
  }

  @Test func `an open transaction cannot be committed bit by bit`() throws {
    let engine = try QueryEngine.over()
    _ = try engine.run("BEGIN", parameters: [:])
    #expect(engine.failure("UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS") == "TransactionState")
  }

  @Test(arguments: [
    ("CALL { CALL { CREATE (:T) } IN TRANSACTIONS }", "InvalidClauseComposition"),
    ("UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS OF -1 ROWS", "NegativeIntegerArgument"),
    ("UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS OF x ROWS", "NonConstantExpression"),
    ("CALL { CREATE (:T) } IN PARALLEL", "UnexpectedSyntax"),
    ("CALL { CREATE (:T) } IN 4 CONCURRENT TRANSACTIONS", "UnexpectedSyntax"),
    ("CALL { CREATE (:T) } IN TRANSACTIONS ON ERROR CONTINUE", "UnexpectedSyntax"),
  ])
  func `where batches cannot be is said`(query: String, detail: String) throws {
    try BothPlans([]).expect(query, fails: detail)
  }
}
