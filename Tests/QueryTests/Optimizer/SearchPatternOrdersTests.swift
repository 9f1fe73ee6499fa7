import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// Where the cheapest next step does not begin the cheapest order, read from EXPLAIN.
struct SearchPatternOrdersTests {
  /// Few hubs that have most of both relationships; what they share narrows only two steps away.
  private static let script = [
    "CREATE INDEX FOR (m:Middle) ON (m.id)", "CREATE INDEX FOR (e:End) ON (e.id)", "CREATE INDEX FOR (t:Side) ON (t.id)",
    "UNWIND range(0, 399) AS i CREATE (:Start {id: i, code: i})",
    "UNWIND range(0, 1599) AS i CREATE (:Middle {id: i, x: i})",
    "UNWIND range(0, 7999) AS i CREATE (:End {id: i, y: i}), (:Side {id: i})",
    "MATCH (s:Start) UNWIND range(0, 3) AS i MATCH (m:Middle {id: (s.id * 4 + i) % 1600}) CREATE (s)-[:TO]->(m)",
    "MATCH (m:Middle) UNWIND range(0, 4) AS i MATCH (e:End {id: (m.id * 5 + i) % 8000}) CREATE (m)-[:ON]->(e)",
    "MATCH (s:Start) UNWIND range(0, 2) AS i MATCH (t:Side {id: (s.id * 3 + i) % 8000}) CREATE (s)-[:BY]->(t)",
  ]
  /// The condition can be decided only when both relationships have been followed, and leaves next to nothing.
  private static let query = """
    MATCH (s:Start)-[:TO]->(m)-[:ON]->(e:End), (s)-[:BY]->(t) WHERE m.x = e.y AND s.code < 40 RETURN s.id, m.id, e.id, t.id
    """

  private func engine() throws -> QueryEngine {
    let engine = QueryEngine(store: GraphStore())
    for statement in Self.script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    return engine
  }

  /// The relationships in the order in which they are followed.
  private func order(_ query: String, _ engine: QueryEngine) throws -> [String] {
    var steps: [String] = []
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      if description.name.hasPrefix("Expand") { steps.append(description.details) }
      next = description.children.first
    }
    return steps.reversed()
  }

  @Test func `a step that multiplies is taken first where it leads to a condition that narrows`() throws {
    let engine = try engine()
    #expect(try order(Self.query, engine) == ["(s)-[:TO]->(m)", "(m)-[:ON]->(e)", "(s)-[:BY]->(t)"])
    engine.disabledRules = ["SearchPatternOrders"]
    #expect(try order(Self.query, engine) == ["(s)-[:BY]->(t)", "(s)-[:TO]->(m)", "(m)-[:ON]->(e)"])
  }

  @Test func `both orders give the same rows`() throws {
    let engine = try engine()
    let found = try engine.literals(Self.query)
    engine.disabledRules = ["SearchPatternOrders"]
    #expect(try Set(found) == Set(engine.literals(Self.query)))
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try Set(found) == Set(engine.literals(Self.query)))
    #expect(!found.isEmpty)
  }

  @Test func `where nodes have many of both relationships the other way round is taken`() throws {
    // Twenty of a thousand nodes have all relationships: from them there are fifty times as many as from the average node.
    let engine = QueryEngine(store: GraphStore())
    for statement in [
      "UNWIND range(0, 999) AS i CREATE (:Hub {id: i}), (:Leaf {id: i}), (:Tip {id: i})",
      "UNWIND range(1000, 60000) AS i CREATE (:Leaf {id: i})", "CREATE INDEX FOR (t:Tip) ON (t.id)",
      "CREATE INDEX FOR (l:Leaf) ON (l.id)",
      "MATCH (h:Hub) WHERE h.id < 20 UNWIND range(0, 9) AS i MATCH (l:Leaf {id: (h.id * 10 + i) % 1000}) CREATE (l)-[:IN]->(h)",
      "MATCH (h:Hub) WHERE h.id < 20 UNWIND range(0, 99) AS i MATCH (t:Tip {id: (h.id * 7 + i) % 1000}) CREATE (h)-[:OUT]->(t)",
      "MATCH (l:Leaf) WHERE l.id < 200 UNWIND range(0, 19) AS i MATCH (t:Tip {id: (l.id + i) % 1000}) CREATE (l)-[:ALSO]->(t)",
    ] { _ = try engine.run(statement, parameters: [:]).allRecords() }
    let query = "MATCH (l:Leaf)-[:IN]->(h)-[:OUT]->(t), (l)-[:ALSO]->(u) RETURN l.id, t.id, u.id"
    #expect(try order(query, engine).last == "(h)-[:OUT]->(t)")
    engine.disabledRules = ["SearchPatternOrders"]
    #expect(try order(query, engine).last == "(l)-[:ALSO]->(u)")
  }

  @Test func `a star of more relationships than are searched is still planned`() throws {
    let engine = try engine()
    let arms = (0..<14).map { "(s)-[:BY]->(t\($0))" }.joined(separator: ", ")
    #expect(try order("MATCH (s:Start {id: 3}), \(arms) RETURN s", engine).count == 14)
    let nine = (0..<10).map { "(s)-[:BY]->(t\($0))" }.joined(separator: ", ")
    #expect(try order("MATCH (s:Start {id: 3}), \(nine) RETURN s", engine).count == 10)
  }
}
