import Graph
import Query
import Testing

/// Labels, types and property keys that a statement computes, where it writes and where it fails.
struct DynamicLabelTests {
  @Test func `created labels and types come from each row`() throws {
    let engine = try QueryEngine.over(
      "UNWIND [['A', 'R'], ['B', 'S'], [['A', 'C'], 'R']] AS row CREATE (n:N:$(row[0]) {l: row[0]})-[:$(row[1])]->(:End)")
    #expect(
      try engine.column("MATCH (n:N) RETURN labels(n) AS l ORDER BY size(l), l[1]") == [
        "['N', 'A']", "['N', 'B']", "['N', 'A', 'C']",
      ])
    #expect(try engine.column("MATCH ()-[r]->() RETURN type(r) AS t ORDER BY t") == ["'R'", "'R'", "'S'"])
    #expect(try engine.column("CREATE (n:$($l)) RETURN labels(n)", ["l": .string("P")]) == ["['P']"])
    #expect(try engine.column("CREATE (n:$([])) RETURN labels(n)") == ["[]"])
    #expect(try engine.column("CREATE (n:A&B) RETURN labels(n)") == ["['A', 'B']"])
    #expect(try engine.column("CREATE (n IS A) RETURN labels(n)") == ["['A']"])
    #expect(try engine.column("CREATE (a {t: 'Q'})-[r:$(a.t)]->(b) RETURN type(r)") == ["'Q'"])
    #expect(try engine.column("CREATE ()-[r:$(['X'])]->() RETURN type(r)") == ["'X'"])
  }

  @Test func `MERGE finds and makes computed labels and types`() throws {
    let engine = try QueryEngine.over("CREATE (:A {k: 1})")
    let query = "UNWIND ['A', 'B', 'A', 'B'] AS l MERGE (n:$(l) {k: 1}) RETURN count(DISTINCT n)"
    #expect(try engine.column(query) == ["2"])
    #expect(try engine.column("MATCH (n) RETURN count(*)") == ["2"])
    let joined = "MATCH (a:A), (b:B) UNWIND ['R', 'S', 'R'] AS t MERGE (a)-[r:$(t)]->(b) RETURN count(DISTINCT r)"
    #expect(try engine.column(joined) == ["2"])
    #expect(try engine.column("MATCH ()-[r]->() RETURN type(r) AS t ORDER BY t") == ["'R'", "'S'"])
  }

  @Test func `SET and REMOVE write computed labels and keys`() throws {
    let engine = try QueryEngine.over("CREATE (:A {id: 1, x: 1}), (:B {id: 2, y: 2})")
    _ = try engine.literals("MATCH (n) SET n:$('L' + n.id):M, n['k' + n.id] = n.id * 10, n IS Z")
    #expect(
      try engine.literals("MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id") == [
        ["['A', 'M', 'L1', 'Z']", "{id: 1, x: 1, k1: 10}"], ["['B', 'M', 'L2', 'Z']", "{id: 2, y: 2, k2: 20}"],
      ])
    _ = try engine.literals("MATCH (n) REMOVE n:$(['L1', 'L2']):Z, n['k' + n.id], n IS M")
    _ = try engine.literals("MATCH (n) UNWIND keys(n) AS k WITH n, k WHERE k <> 'id' SET n[k] = null")
    #expect(
      try engine.literals("MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id") == [
        ["['A']", "{id: 1}"], ["['B']", "{id: 2}"],
      ])
    _ = try engine.literals("CREATE ()-[r:R]->() SET r[$k] = 5", ["k": .string("w")])
    #expect(try engine.column("MATCH ()-[r:R]->() RETURN r.w") == ["5"])
  }

  @Test(arguments: [
    ("MATCH (n:$(null)) RETURN n", "InvalidArgumentType"), ("MATCH (n:$([1])) RETURN n", "InvalidArgumentType"),
    ("MATCH (n) WHERE n:$(n.id) RETURN n", "InvalidArgumentType"), ("CREATE (n:$([null]))", "InvalidArgumentType"),
    ("MATCH (n) SET n:$(n.id)", "InvalidArgumentType"), ("MATCH (n) SET n[null] = 1", "MapElementAccessByNonString"),
    ("MATCH (n) SET n[n.id] = 1", "MapElementAccessByNonString"), ("CREATE ()-[:$(['A', 'B'])]->()", "InvalidArgumentValue"),
    ("CREATE ()-[:$([])]->()", "InvalidArgumentValue"), ("MERGE (n:$(null))", "InvalidArgumentType"),
    ("MATCH (n:$(missing)) RETURN n", "UndefinedVariable"), ("MATCH (n) SET n['x'] = {}", "InvalidPropertyType"),
  ])
  func `what computes no name is an error`(query: String, detail: String) throws {
    let engine = try QueryEngine.over("CREATE (:A {id: 1})")
    #expect(engine.failure(query) == detail)
    #expect(try engine.literals("MATCH (n) RETURN labels(n), properties(n)") == [["['A']", "{id: 1}"]])
  }
}
