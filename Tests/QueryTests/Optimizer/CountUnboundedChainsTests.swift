import Cypher
import Query
import Testing

/// Chains of any length are counted without a look at each where there is no cycle.
struct CountUnboundedChainsTests {
  /// A lattice: 2^40 chains lead from its first node to its last one. Beside it a tree of 60 replies, and a ring.
  private static let script = [
    "UNWIND range(0, 40) AS i CREATE (:Step {id: i})",
    "MATCH (a:Step), (b:Step) WHERE b.id = a.id + 1 CREATE (a)-[:NEXT]->(b), (a)-[:NEXT]->(b)",
    "UNWIND range(0, 59) AS i CREATE (:Reply {id: i, x: i % 3})",
    "MATCH (a:Reply), (b:Reply) WHERE a.id > 0 AND b.id = a.id / 2 CREATE (a)-[:TO]->(b)",
    "UNWIND range(0, 4) AS i CREATE (:Ring {id: i})",
    "MATCH (a:Ring), (b:Ring) WHERE b.id = (a.id + 1) % 5 CREATE (a)-[:ROUND]->(b)",
  ]

  private static func engine() throws -> QueryEngine {
    let engine = try QueryEngine.over()
    for statement in script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    return engine
  }

  private static func steps(_ query: String, _ engine: QueryEngine) throws -> [String] {
    var open = [try #require(try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan)]
    var names: [String] = []
    while let next = open.popLast() {
      names.append(next.name + " " + next.details)
      open += next.children
    }
    return names
  }

  @Test func `more chains are counted than could be walked`() throws {
    let engine = try Self.engine()
    #expect(try engine.column("MATCH (:Step {id: 0})-[:NEXT*]->(:Step {id: 40}) RETURN count(*)") == ["1099511627776"])
    let chains = (5...40).reduce(0) { $0 + (41 - $1) * (1 << $1) }
    #expect(try engine.column("MATCH (:Step)-[:NEXT*5..]->(:Step) RETURN count(*)") == [String(chains)])
    #expect(
      try engine.literals("MATCH (a:Step)-[:NEXT*0..]->(b:Step) WHERE b.id < 3 RETURN b.id AS id, count(*) AS n ORDER BY id")
        == [["0", "1"], ["1", "3"], ["2", "7"]])
  }

  @Test func `whether there is a chain is told where there are more than a number can say`() throws {
    let engine = try Self.engine()
    let script = [
      "UNWIND range(0, 80) AS i CREATE (:Stair {id: i})",
      "MATCH (a:Stair), (b:Stair) WHERE b.id = a.id + 1 CREATE (a)-[:UP]->(b), (a)-[:UP]->(b)",
    ]
    for statement in script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    let climbs = "MATCH (a:Stair)-[:UP]->(b) WHERE EXISTS { (a)-[:UP*]->(:Stair {id: 80}) } RETURN count(*)"
    let others = "MATCH (a:Stair)-[:UP]->(b) WHERE NOT EXISTS { (b)-[:UP*2..]->(:Stair {id: 80}) } RETURN count(*)"
    for (query, count) in [(climbs, "160"), (others, "4")] {
      // Walked, they would take for ever.
      try #require(try Self.steps(query, engine).contains { $0.hasPrefix("CountByPassing") })
      #expect(try engine.column(query) == [count])
    }
    let optional = "MATCH (a:Stair)-[:UP]->(b) OPTIONAL MATCH (a)-[:UP*]->(c:Stair) RETURN count(*)"
    try #require(try Self.steps(optional, engine).contains { $0.hasPrefix("CountByPassing") })
    #expect(throws: CypherError.self) { try engine.column(optional) }
  }

  static let queries = [
    "MATCH (a:Reply)-[:TO*]->(b:Reply) RETURN count(*)",
    "MATCH (a:Reply)-[:TO*2..]->(b) RETURN b.x AS x, count(*) AS n, sum(b.id) AS s",
    "MATCH (a)<-[:TO*0..]-(b:Reply) WHERE a.x = 1 RETURN b.x AS x, count(*) AS n",
    "MATCH (a:Reply)-[:TO*3..]->(b)<-[:MISSING]-(c) RETURN count(*)",
    "MATCH (a:Reply)-[:TO*]->(b) MATCH (b)<-[:TO]-(c) RETURN a.x AS x, count(*) AS n",
    "MATCH (a:Reply)-[:TO*]->(b)<-[:TO]-(c) RETURN count(*)",
    "MATCH (a:Reply)-[:TO*]->(b) OPTIONAL MATCH (b)-[:TO]->(c {x: 1}) RETURN count(*)",
    "MATCH (a:Ring)-[:ROUND*]->(b) RETURN b.id AS id, count(*) AS n",
    "MATCH (a:Reply)-[r:TO*]->(b) WHERE size(r) > 2 RETURN count(*)",
    "MATCH (a:Reply)-[:TO*]->(a) RETURN count(*)",
    "MATCH (a:Reply)-[:TO]->(b) OPTIONAL MATCH (b)-[:TO*2..]->(c {x: 1}) RETURN a.x AS x, count(*) AS n",
    "MATCH (a:Reply)-[:TO]->(b) OPTIONAL MATCH (a)<-[:TO*0..]-(c)-[:TO]->(d:Reply) RETURN count(*)",
    "MATCH (a:Reply)-[:TO]->(b) WHERE EXISTS { (b)-[:TO*]->(c {x: 2}) } RETURN count(*)",
    "MATCH (a:Reply)-[:TO]->(b) WHERE NOT (b)<-[:TO*3..]-() RETURN b.x AS x, count(*) AS n",
    "MATCH (a:Reply)<-[:TO]-(b) WHERE EXISTS { (b)<-[:TO*0..]-(c {x: 1})-[:TO]->(d {x: 0}) } RETURN count(*)",
    "MATCH (a:Reply)-[:TO*]->(b) WHERE NOT EXISTS { (a)<-[:TO*]-() } RETURN b.x AS x, count(*) AS n",
    "MATCH (a:Ring)-[:ROUND]->(b) WHERE EXISTS { (b)-[:ROUND*]->(c {id: 0}) } RETURN count(*)",
    "MATCH (a:Reply)-[:TO]->(b) WHERE EXISTS { (a)-[:TO*]->(c)<-[:TO*]-(b) } RETURN count(*)",
  ]

  @Test(arguments: queries)
  func `chains are counted as they are walked`(query: String) throws {
    let engine = try Self.engine()
    let counted = try engine.literals(query)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try Set(engine.literals(query)) == Set(counted))
  }

  @Test func `only chains without a cycle are counted, and the plan says so`() throws {
    let engine = try Self.engine()
    let query = "MATCH (a:Reply)-[:TO*]->(b) RETURN count(*)"
    #expect(try Self.steps(query, engine).contains { $0.hasPrefix("CountByPassing") && $0.contains(":TO*]->") })
    let cyclic = "MATCH (a:Ring)-[:ROUND*]->(b) RETURN count(*)"
    #expect(try !Self.steps(cyclic, engine).contains { $0.hasPrefix("CountBy") })
    engine.disabledRules = ["CountUnboundedChains"]
    #expect(try !Self.steps(query, engine).contains { $0.hasPrefix("CountBy") })
  }

  @Test func `a plan that is kept notices a cycle that has come`() throws {
    let engine = try Self.engine()
    let query = "MATCH (a:Reply)-[:TO*]->(b) RETURN count(*)"
    let before = try engine.column(query)
    _ = try engine.run("BEGIN", parameters: [:])
    _ = try engine.run("MATCH (a:Reply {id: 0}), (b:Reply {id: 5}) CREATE (a)-[:TO]->(b)", parameters: [:]).allRecords()
    let cyclic = try engine.column(query)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.column(query) == cyclic)
    engine.disabledRules = []
    _ = try engine.run("ROLLBACK", parameters: [:])
    #expect(try engine.column(query) == before)
    #expect(before != cyclic)
  }
}
