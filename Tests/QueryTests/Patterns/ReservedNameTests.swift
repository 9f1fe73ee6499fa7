import Query
import Testing

struct ReservedNameTests {
  @Test func `reserved words name variables from the pattern to the result`() throws {
    let engine = try QueryEngine.over("CREATE (:Order {id: 1})-[:IN {since: 2}]->(:End {id: 3})")
    let query = """
      MATCH (order:Order)-[in:IN]->(end) WHERE end.id = 3 AND in.since IN [2]
      WITH order.id AS limit, end, count(*) AS by ORDER BY limit LIMIT 5 RETURN limit, end.id AS desc, by ORDER BY desc DESC
      """
    #expect(try engine.literals(query) == [["1", "3", "1"]])
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.literals(query) == [["1", "3", "1"]])
  }
}
