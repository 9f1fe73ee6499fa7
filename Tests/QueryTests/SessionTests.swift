import Cypher
import Graph
import GraphStorage
import Query
import Testing

struct SessionTests {
  @Test func profileCountsRowsAndTime() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 10) AS i CREATE (:A {i: i})")
    let result = try engine.run("PROFILE MATCH (a:A) WHERE a.i > 4 RETURN a.i", parameters: [:])
    _ = try result.allRecords()
    let plan = try #require(result.summary.plan)
    #expect(plan.actualRows == 6)
    #expect(plan.milliseconds != nil)
  }

  @Test func unknownNamesWarnWithTheNearestOne() throws {
    let engine = try QueryEngine.over("CREATE (:Person {name: 'a'})-[:KNOWS]->(:Person)")
    let result = try engine.run("MATCH (p:Preson)-[:KNOW]->() RETURN p.nmae", parameters: [:])
    _ = try result.allRecords()
    let hints = ["did you mean `Person`?", "did you mean `KNOWS`?", "did you mean `name`?"]
    #expect(result.summary.notifications.map(\.hint) == hints)
    #expect(result.summary.notifications.first?.position?.column == 10)
  }

  @Test func aStatementEndsAtItsTimeLimit() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 200) AS i CREATE (:A)")
    engine.limits.timeoutSeconds = 0.05
    #expect(engine.failure("MATCH (a), (b), (c), (d) RETURN count(*) + sum(id(a) * id(d))") == "TimeLimitExceeded")
  }

  @Test func aStatementEndsAtItsMemoryLimit() throws {
    let engine = try QueryEngine.over()
    engine.limits.memoryByteCount = 1 << 20
    #expect(engine.failure("UNWIND range(1, 1000000) AS x RETURN collect(x)") == "MemoryLimitExceeded")
  }

  @Test func plansAreMadeAnewWhenTheirAssumptionsFall() throws {
    let engine = try QueryEngine.over("CREATE (:A)-[:R]->(:B)")
    let query = "MATCH (:A)-[:R]->(b:B) RETURN count(b)"
    #expect(try engine.column(query) == ["1"])
    _ = try engine.run("MATCH (a:A) CREATE (a)-[:R]->(:C)", parameters: [:])
    #expect(try engine.column(query) == ["1"])
  }

  @Test func parametersDoNotChangeThePlanButTheAnswer() throws {
    let engine = try QueryEngine.over("CREATE INDEX FOR (a:A) ON (a.i)", "UNWIND range(1, 100) AS i CREATE (:A {i: i})")
    for number in [3, 50, 101] as [Int64] {
      let found = try engine.column("MATCH (a:A {i: $i}) RETURN a.i", ["i": .integer(number)])
      #expect(found == (number <= 100 ? ["\(number)"] : []))
    }
    #expect(engine.failure("MATCH (a:A {i: $i}) RETURN a.i") == "MissingParameter")
  }

  @Test func schemaTellsNamesAndCounts() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 1})-[:R {w: 1.5}]->(:B), (:A {x: 'y'})")
    let schema = try engine.schema()
    #expect(schema.labels.map(\.name) == ["A", "B"])
    #expect(schema.labels[0].properties.map(\.types) == [["Integer", "String"]])
    #expect(schema.relationshipTypes.map(\.count) == [1])
    #expect(schema.relationshipTypes[0].ends.map { "\($0.source) \($0.target)" } == ["A B"])
    #expect(schema.procedures.map(\.signatureText).contains("db.labels() :: (label :: STRING)"))
  }
}
