import Query
import Testing

/// `labels` and `type`, which look at a batch at a time.
struct KindFunctionTests {
  private static func engine() throws -> QueryEngine {
    try QueryEngine.over(
      "UNWIND range(1, 40) AS i CREATE (a:A {id: i})-[:R {id: i}]->(b:A:B {id: i})-[:S {id: i}]->(:C {id: i})",
      "MATCH (a:A) WHERE a.id % 4 = 0 REMOVE a:A")
  }

  @Test func `batches of one kind and of several`() throws {
    let engine = try Self.engine()
    #expect(try engine.literals("MATCH (c:C) RETURN DISTINCT labels(c)") == [["['C']"]])
    #expect(
      try Set(engine.literals("MATCH (n) RETURN labels(n) AS l, count(*) AS n"))
        == [["['A']", "30"], ["['A', 'B']", "30"], ["['B']", "10"], ["[]", "10"], ["['C']", "40"]])
    #expect(
      try Set(engine.literals("MATCH (n)-[r]->() RETURN labels(n) + type(r) AS l, count(r.id) AS n"))
        == [["['A', 'R']", "30"], ["['R']", "10"], ["['A', 'B', 'S']", "30"], ["['B', 'S']", "10"]])
  }

  @Test func `rows without an element are null`() throws {
    let engine = try Self.engine()
    let query = "MATCH (n) OPTIONAL MATCH (n)-[r:R]->(m) WHERE r.id < 3"
    #expect(
      try Set(engine.literals("\(query) RETURN labels(m) AS l, type(r) AS t, count(*) AS n"))
        == [["null", "null", "118"], ["['A', 'B']", "'R'", "2"]])
    #expect(try engine.column("OPTIONAL MATCH (n:Nothing)-[r]->() RETURN [labels(n), type(r)]") == ["[null, null]"])
    #expect(
      try engine.column("MATCH (n {id: 4})-[r]->() WITH CASE WHEN r.id = n.id THEN r END AS r RETURN type(r) AS t ORDER BY t")
        == ["'R'", "'S'"])
  }

  @Test func `what is no element is an error, and so are the labels of a deleted node`() throws {
    let engine = try Self.engine()
    #expect(engine.failure("UNWIND [1] AS x RETURN labels(x)") == "InvalidArgumentType")
    #expect(engine.failure("MATCH (n:C) DETACH DELETE n RETURN labels(n)") == "DeletedEntityAccess")
    #expect(try engine.column("MATCH ()-[r:S]->() WITH r LIMIT 1 DELETE r RETURN type(r)") == ["'S'"])
  }
}
