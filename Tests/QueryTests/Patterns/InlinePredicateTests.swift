import Graph
import Query
import Testing

/// WHERE inside nodes and relationships.
struct InlinePredicateTests {
  static let script = """
    CREATE (a:A {id: 1, x: 1}), (b:A {id: 2, x: 2}), (c:B {id: 3, x: 3}), (d:B {id: 4}),
      (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(d), (a)-[:S {w: 9}]->(d), (a)-[:S {w: 1}]->(d)
    """

  @Test(arguments: [
    ("MATCH (n:A WHERE n.x > 1) RETURN n.id", "2"),
    ("MATCH (n WHERE n.x > 1 OR n.x IS NULL) RETURN n.id AS i ORDER BY i", "2 3 4"),
    ("MATCH (n:A {id: 1} WHERE n.x = 1) RETURN n.id", "1"), ("MATCH (WHERE true) RETURN count(*)", "4"),
    ("MATCH (:A WHERE false) RETURN count(*)", "0"), ("MATCH (n WHERE null) RETURN count(*)", "0"),
    ("MATCH (a)-[r:R WHERE r.w > 1]->(b) RETURN a.id AS i ORDER BY i", "2 3"),
    ("MATCH (a)-[r WHERE r.w = 1]->(b) RETURN b.id AS i ORDER BY i", "2 4"),
    ("MATCH (a)-[r WHERE r.w > a.x]->(b WHERE b.x > a.x) RETURN count(*)", "0"),
    ("MATCH (a)-[r WHERE r.w > a.x]->(b WHERE b.x IS NULL) RETURN a.id", "1"),
    ("WITH 2 AS least MATCH (n WHERE n.x >= least) RETURN n.id AS i ORDER BY i", "2 3"),
    ("MATCH (a {id: 1})-[r* WHERE r.w < 3]->(b) RETURN b.id AS i ORDER BY i", "2 3 4"),
    ("MATCH (a {id: 1})-[r:R* WHERE r.w < 3]->(b) RETURN size(r) AS s ORDER BY s", "1 2"),
    ("MATCH (a {id: 1})-[:R*0.. {w: 1}]->(b) RETURN b.id AS i ORDER BY i", "1 2"),
    ("MATCH (a {id: 1})-[r:R*1..2 WHERE r.w >= a.x]->(b) RETURN b.id AS i ORDER BY i", "2 3"),
    ("MATCH (a {id: 1})-[r:R* WHERE r.w <= b.x]->(b) RETURN b.id AS i ORDER BY i", "2 3"),
    ("MATCH (b {id: 4})<-[r:R* WHERE r.w > 1]-(a) RETURN a.id AS i ORDER BY i", "2 3"),
    ("MATCH (a)-[r:R*2..2]->(b) WITH r MATCH (x)-[r*]->(y) RETURN x.id AS i ORDER BY i", "1 2"),
    ("MATCH (a)-[r:R*2..2]->(b) WITH r MATCH (x)-[r* WHERE r.w > 1]->(y) RETURN x.id AS i ORDER BY i", "2"),
    ("MATCH (a {id: 1}) RETURN [(a)-[r WHERE r.w = 1]->(b) | b.id] AS l", "[2, 4]"),
    ("MATCH (a WHERE EXISTS { (a)-[:R]->(b WHERE b.x > 2) }) RETURN a.id", "2"),
    ("MATCH (a) WHERE (a)-[:R {w: 3}]->({id: 4}) RETURN a.id", "3"),
    ("MATCH (a) WHERE COUNT { (a)-[r WHERE r.w = 1]->() } = 2 RETURN a.id", "1"),
    ("MATCH p = shortestPath((a {id: 1})-[r* WHERE r.w < 9]->(d {id: 4})) RETURN length(p)", "1"),
    ("MATCH p = shortestPath((a {id: 1})-[r* WHERE r:R]->(d {id: 4})) RETURN length(p)", "3"),
    ("MATCH p = shortestPath((a {id: 1})-[r* WHERE r.w < 9 AND r.w > 1]->(d {id: 4})) RETURN length(p)", ""),
    ("MATCH p = shortestPath((a {id: 1})-[r WHERE r.w = 1]->(d {id: 4})) RETURN r.w", "1"),
    ("MATCH p = shortestPath((a {id: 1})-[r {w: 9}]->(d {id: 4})) RETURN r.w", "9"),
    ("MATCH p = shortestPath((a {id: 1})-[r* WHERE r.w <= c.x]->(d {id: 4})), (c {id: 3}) RETURN length(p)", "1"),
    ("MATCH (c {id: 3}), p = shortestPath((a {id: 1})-[r:R* WHERE r.w <= c.x]->(d {id: 4})) RETURN length(p)", "3"),
    ("MATCH (a {id: 1})-[r:$any(['R'])*2]->(b) RETURN b.id", "3"),
    ("OPTIONAL MATCH (n WHERE n.x > 7) RETURN n", "null"),
    ("MATCH (a {id: 1}), (b {id: 4}) RETURN length(shortestPath((a)-[r:R* WHERE r.w > 0]->(b)))", "3"),
  ])
  func `elements are kept by their own WHERE`(query: String, expected: String) throws {
    let engine = try QueryEngine.over(Self.script)
    #expect(try engine.column(query).joined(separator: " ") == expected)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.column(query).joined(separator: " ") == expected)
  }

  @Test func `a long chain asks each relationship once`() throws {
    let engine = try QueryEngine.over(
      "CREATE (:S) WITH 1 AS x UNWIND range(1, 3000) AS i MATCH (s:S) CREATE (s)-[:R {w: i}]->(:E)")
    #expect(try engine.column("MATCH (:S)-[r:R* WHERE r.w % 2 = 0]->(e:E) RETURN count(*)") == ["1500"])
  }
}
