import Cypher
import Graph
import Query
import Testing

/// Patterns that begin at a relationship which an index finds.
struct RelationshipSeekTests {
  static let script = """
    UNWIND range(1, 60) AS i
    CREATE (:P {i: i})-[:SENT {ref: i, day: i % 7, box: i % 3}]->(:Q {i: i})
    """

  private func both() throws -> BothPlans {
    try BothPlans([
      Self.script, "MATCH (p:P {i: 1}) CREATE (p)-[:SENT {ref: 1000}]->(p), (p)-[:SENT {ref: 'x'}]->(), (p)-[:LOST {ref: 5}]->()",
      "CREATE INDEX FOR ()-[r:SENT]-() ON (r.ref)", "CREATE INDEX FOR ()-[r:SENT]-() ON (r.day, r.box)",
    ])
  }

  private func operators(_ query: String, _ engine: QueryEngine) throws -> [String] {
    var names: [String] = []
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      names.append(description.name)
      next = description.children.first
    }
    return names
  }

  @Test(arguments: [
    "MATCH ()-[r:SENT {ref: 7}]->() RETURN r", "MATCH (a)-[r:SENT]->(b) WHERE r.ref = 7 RETURN a.i, b.i",
    "MATCH (a:P)<-[r:SENT]-(b) WHERE 7 = r.ref RETURN a.i", "MATCH (a)-[r:SENT {ref: 7}]-(b) RETURN a.i",
    "MATCH (a)-[r:SENT {day: 1, box: 2}]->(b) RETURN a.i", "MATCH (a)-[r:SENT {ref: 7}]->(b)-[s]-(c) RETURN a",
    "UNWIND [3, 4] AS x MATCH (a)-[r:SENT {ref: x}]->(b) RETURN b.i",
  ])
  func `an equality on an indexed property of a relationship is where the plan starts`(query: String) throws {
    let engine = try both().optimized
    #expect(try operators(query, engine).contains("RelationshipIndexSeek"))
    engine.disabledRules = ["ChooseScans"]
    #expect(try !operators(query, engine).contains("RelationshipIndexSeek"))
  }

  @Test(arguments: [
    "MATCH ()-[r:SENT {day: 1}]->() RETURN r", "MATCH ()-[r:LOST {ref: 5}]->() RETURN r", "MATCH ()-[r {ref: 5}]->() RETURN r",
    "MATCH ()-[r:SENT|LOST {ref: 5}]->() RETURN r", "MATCH ()-[r:SENT*1..2 {ref: 5}]->() RETURN r",
    "MATCH (a)-[r:SENT]->() WHERE r.ref = a.i RETURN r",
  ])
  func `what no index answers is looked for from the nodes`(query: String) throws {
    #expect(try !operators(query, both().optimized).contains("RelationshipIndexSeek"))
  }

  @Test(arguments: [
    ("MATCH (a)-[r:SENT {ref: 7}]->(b) RETURN a.i, b.i, r.ref", ["7 | 7 | 7"]),
    ("MATCH (a)-[r:SENT {ref: 7.0}]-(b) RETURN labels(a), labels(b) ORDER BY labels(a)", ["['P'] | ['Q']", "['Q'] | ['P']"]),
    ("MATCH (a)-[:SENT {ref: 1000}]-(b) RETURN a = b", ["true"]), ("MATCH (a)-[:SENT {ref: 1000}]->(a) RETURN a.i", ["1"]),
    ("MATCH (a)-[:SENT {ref: 7}]->(a) RETURN a.i", []), ("MATCH (a:Q)-[:SENT {ref: 7}]->(b) RETURN a.i", []),
    ("MATCH (a)-[:SENT {ref: null}]->(b) RETURN a.i", []), ("MATCH (a)-[:SENT {ref: 'x'}]->(b) RETURN a.i", ["1"]),
    ("MATCH (a)-[:SENT {ref: [7]}]->(b) RETURN a.i", []), ("MATCH (a)-[:SENT {ref: $gone}]->(b) RETURN a.i", []),
    ("MATCH p = (b)<-[:SENT {ref: 1}]-(a)-[:LOST]->(c) RETURN length(p)", ["2"]),
    ("MATCH (b)<-[r:SENT {ref: 1}]-(a)-[s:SENT {ref: 1}]->(c) RETURN a", []),
    ("MATCH (a:P {i: 9}) MATCH (a)-[r:SENT {ref: 9}]->(b) RETURN b.i", ["9"]),
    ("MATCH (a:P {i: 8}) MATCH (a)-[r:SENT {ref: 9}]->(b) RETURN b.i", []),
    ("OPTIONAL MATCH (a)-[r:SENT {ref: 77}]->(b) RETURN r", ["null"]),
    ("UNWIND [3, null, 4, 99] AS x MATCH (a)-[r:SENT {ref: x}]->(b) RETURN b.i ORDER BY b.i", ["3", "4"]),
    ("MATCH (a)-[r:SENT {day: 1, box: 2}]->(b) RETURN count(*), min(a.i)", ["3 | 8"]),
    ("MATCH (x:P) WHERE EXISTS { (x)-[:SENT {ref: 5}]->() } RETURN x.i", ["5"]),
    ("MATCH ()-[r:SENT {ref: 7}]->() SET r.ref = 5 WITH r MATCH (a)-[:SENT {ref: 5}]->(b) RETURN a.i ORDER BY a.i", ["5", "7"]),
    ("MATCH (a:P {i: 2}), (b:Q {i: 2}) MERGE (a)-[r:SENT {ref: 2}]->(b) RETURN r.box", ["2"]),
  ])
  func `the rows are those of the naive plan`(query: String, rows: [String]) throws {
    try both().expect(query, ["gone": .null], gives: rows)
  }
}
