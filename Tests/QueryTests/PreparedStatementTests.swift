import Cypher
import Graph
import GraphStorage
import Testing

@testable import Query

struct PreparedStatementTests {
  @Test func `a result that is still being drawn keeps its operators from the next run`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 5000) AS i CREATE (:A {i: i})")
    let query = "MATCH (a:A) RETURN a.i"
    _ = try engine.column(query)
    let first = try engine.run(query, parameters: [:])
    let begun = try #require(try first.nextRecords())
    #expect(try engine.column(query).count == 5000)
    #expect(begun.count + (try first.allRecords().count) == 5000)
    #expect(try engine.column(query).count == 5000)
  }

  @Test func `a statement that is run again sees the graph as it is then`() throws {
    let engine = try QueryEngine.over("CREATE (:A {i: 1})-[:R]->(:B {j: 2})")
    let query = "MATCH (a:A)-[:R*1..2]->(b) RETURN DISTINCT a.i, b.j ORDER BY b.j"
    #expect(try engine.literals(query) == [["1", "2"]])
    _ = try engine.run("MATCH (b:B) SET b.j = 3 CREATE (b)-[:R]->(:C {j: 4})", parameters: [:])
    #expect(try engine.literals(query) == [["1", "3"], ["1", "4"]])
    _ = try engine.run("MATCH (c:C) DETACH DELETE c", parameters: [:])
    #expect(try engine.literals(query) == [["1", "3"]])
  }

  @Test(arguments: [
    "MATCH p = shortestPath((:A {i: 1})-[:R*]->(:B)) RETURN length(p)",
    "MATCH p = (:A {i: 1})-[:R*1..4]->(:B) RETURN length(p) ORDER BY length(p)",
    "MATCH (:A {i: 1}) ((x)-[:R]->(y) WHERE x.i < 9){1,4} (:B) RETURN size(x) ORDER BY size(x)",
    "MATCH p = ALL SHORTEST (:A {i: 1})-[:R]->{1,4}(:B) RETURN length(p)",
    "MATCH (a:A) CALL (a) { MATCH p = (a)-[:R*1..3]->(:B) RETURN length(p) AS l UNION MATCH (a)-[:S]->() RETURN 0 AS l } "
      + "RETURN a.i, l ORDER BY a.i, l",
    "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType ORDER BY relationshipType",
  ])
  func `paths and procedures that are asked for again see the graph as it is then`(query: String) throws {
    let script = [
      "CREATE (:A {i: 1})-[:R]->(:A {i: 2})-[:R]->(:A {i: 3})-[:R]->(:B {j: 4})",
      "MATCH (a:A {i: 1}), (b:B) CREATE (a)-[:R]->(b)",
      "MATCH (a:A {i: 2}) DETACH DELETE a", "MATCH (a:A {i: 3}), (b:A {i: 1}) CREATE (b)-[:R]->(a), (a)-[:S]->(b)",
    ]
    let engine = QueryEngine(store: GraphStore())
    for round in script.indices {
      _ = try engine.run(script[round], parameters: [:])
      let fresh = QueryEngine(store: engine.store)
      for _ in 0..<3 { #expect(try engine.literals(query) == fresh.literals(query), "round \(round)") }
    }
    let statement = try #require(engine.statements.statement(query, [:], engine.store.snapshot))
    #expect(statement.idleOperators != nil)
  }

  @Test func `a name whose number was rolled back and given to another is not taken for it`() throws {
    let engine = try QueryEngine.over("CREATE INDEX FOR (n:A) ON (n.i)", "CREATE (:A {i: 1})")
    let queries = ["MATCH (a:A {i: 1}) RETURN a.fresh", "MATCH (b:New {i: 1}) RETURN count(*)"]
    _ = try engine.run("BEGIN", parameters: [:])
    _ = try engine.run("MATCH (a:A) SET a.fresh = 7, a:New", parameters: [:])
    #expect(try engine.column(queries[0]) == ["7"] && engine.column(queries[1]) == ["1"])
    _ = try engine.run("ROLLBACK", parameters: [:])
    _ = try engine.run("MATCH (a:A) SET a.other = 8, a:Other", parameters: [:])
    #expect(try engine.column(queries[0]) == ["null"] && engine.column(queries[1]) == ["0"])
  }

  @Test(arguments: [
    "MATCH (a:A {i: 1}) RETURN a.i", "MATCH (a:A {i: 1}) RETURN a.i LIMIT 1", "MATCH (a) RETURN count(*)",
    "UNWIND [1, 2] AS i RETURN i", "UNWIND [1, 2] AS i WITH i WHERE i > 1 RETURN i",
  ])
  func `a statement is ready for its next run as soon as its last rows are out`(query: String) throws {
    let engine = try QueryEngine.over("CREATE INDEX FOR (a:A) ON (a.i)", "CREATE (:A {i: 1}), (:A {i: 2})")
    let result = try engine.run(query, parameters: [:])
    let first = try #require(try result.nextRecords())
    let statement = try #require(engine.statements.statement(query, [:], engine.store.snapshot))
    #expect(statement.idleOperators != nil)
    #expect(try engine.run(query, parameters: [:]).allRecords().map { $0.map(\.literal) } == first.map { $0.map(\.literal) })
    #expect(try result.nextRecords() == nil)
  }

  @Test func `a statement that has failed begins afresh`() throws {
    let engine = try QueryEngine.over()
    let query = "UNWIND $numbers AS number WITH DISTINCT number RETURN 6 / number AS quotient ORDER BY quotient"
    for _ in 0..<2 {
      #expect(try engine.column(query, ["numbers": .list([.integer(2), .integer(3)])]) == ["2", "3"])
      #expect(engine.failure(query, ["numbers": .list([.integer(1), .integer(0)])]) != nil)
    }
  }

  @Test func `an updating statement counts its changes anew each time`() throws {
    let engine = try QueryEngine.over("CREATE (:A {i: 0})")
    for number in 1...3 as ClosedRange<Int64> {
      let result = try engine.run("MATCH (a:A) SET a.i = a.i + 1 CREATE (:B) RETURN a.i", parameters: [:])
      #expect(try result.allRecords().map { $0[0].literal } == ["\(number)"])
      #expect(result.summary.counters.nodesCreated == 1)
    }
    for isNew in [true, false, false] {
      let result = try engine.run("MERGE (c:C {i: 1})", parameters: [:])
      #expect(result.summary.counters.nodesCreated == (isNew ? 1 : 0))
    }
  }

  @Test(arguments: [
    "MATCH (a:A {i: 1}) RETURN a.i", "MATCH (a) RETURN count(*)", "MATCH (a:A)-[r:R]->(b) RETURN a.i, b.i",
    "MATCH (a:A)-[:R]->(b:A), (a)-[:R]->(c)-[:R]->(b) RETURN count(*)", "MATCH (a:A)-[:R*1..3]->(b) RETURN DISTINCT b.i",
    "MATCH (a:A)-[:R*1..3]->(b) RETURN b.i", "MATCH (a:A) OPTIONAL MATCH (a)-[:R]->(b) RETURN a.i, b.i",
    "MATCH (a:A) RETURN a.i ORDER BY a.i DESC SKIP 1 LIMIT 2", "MATCH (a:A), (b:A) WHERE a.i = b.i RETURN count(*)",
    "MATCH (a:A) RETURN a.i UNION MATCH (b:B) RETURN b.i AS `a.i`", "UNWIND range(1, 3) AS i RETURN i",
    "UNWIND [1, 2] AS i RETURN i", "MATCH (a:A) SET a.j = 1", "MERGE (a:A {i: 1}) RETURN a.i",
    "MATCH (a:A) CREATE (a)-[:S]->(:C)", "MATCH (c:C) DETACH DELETE c",
    "MATCH ()-[r:R]->() WITH r MATCH (a)-[r]->(b) RETURN a.i, b.i", "MATCH p = (:A)-[:R]->() RETURN length(p)",
    "MATCH (a)-[r:R {k: 1}]->(b) RETURN a.i, b.i",
    "MATCH p = shortestPath((:A {i: 1})-[:R*]->(:A {i: 3})) RETURN length(p)",
    "MATCH p = allShortestPaths((:A {i: 1})-[:R*]->(:A {i: 3})) RETURN length(p)",
    "MATCH p = (:A {i: 1})-[:R*1..3]->(b) RETURN length(p), b.i",
    "MATCH (a:A {i: 1}) ((x)-[:R]->(y) WHERE x.i < y.i){1,2} (b) RETURN b.i, size(x)",
    "MATCH p = ANY SHORTEST (:A {i: 1})-[:R]->+(:A {i: 3}) RETURN length(p)",
    "MATCH p = ACYCLIC (:A {i: 1})-[:R]->{1,3}(b) RETURN b.i",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "CALL dossier.degree() YIELD node, degree RETURN count(*), sum(degree)",
    "MATCH (a:A) RETURN count(*), max(a.i)",
  ])
  func `what waits for the next run keeps nothing of the graph`(query: String) throws {
    let engine = try QueryEngine.over(
      "CREATE INDEX FOR (a:A) ON (a.i)", "CREATE INDEX FOR ()-[r:R]-() ON (r.k)",
      "CREATE (a:A {i: 1})-[:R {k: 1}]->(b:A {i: 2})-[:R]->(c:A {i: 3}), (a)-[:R]->(c), (:B {i: 4})")
    let snapshot = engine.store.snapshot
    let before = try engine.literals(query)
    let statement = try #require(engine.statements.statement(query, [:], snapshot))
    if let root = statement.idleOperators?.root { Self.expectNothingKept(by: root, query) }
    if !query.contains("C)") { #expect(try engine.literals(query) == before) }
  }

  private static func expectNothingKept(by root: Operator, _ query: String) {
    var mirror: Mirror? = Mirror(reflecting: root)
    while let current = mirror {
      for (label, value) in current.children {
        let held = Mirror(reflecting: value)
        let content = held.displayStyle == .optional ? held.children.first?.value ?? value : value
        let isOfGraph = content is GraphSnapshot || content is Expander
        #expect(!isOfGraph, "\(type(of: root)) keeps \(label ?? "?") after \(query)")
      }
      mirror = current.superclassMirror
    }
    for input in root.inputs { expectNothingKept(by: input, query) }
  }
}
