import Cypher
import Graph
import Query
import Testing

struct QuantifiedPathTests {
  /// A line with rising numbers, a way back and a branch: (0)→(1)→(2)→(3), (3)→(0), (1)→(4).
  static let line = """
    CREATE (a:N {id: 0, x: 1})-[:R {w: 1}]->(b:N {id: 1, x: 2})-[:R {w: 2}]->(c:N:M {id: 2, x: 3}),
      (c)-[:R {w: 3}]->(d:N:M {id: 3, x: 0}), (d)-[:R {w: 4}]->(a), (b)-[:S {w: 5}]->(:N {id: 4, x: 9})
    """

  @Test(arguments: [
    ("-[r:R]->{2}", "[[1, 2]]"), ("-[r:R]->{1,2}", "[[1], [1, 2]]"), ("-[r:R]->{,1}", "[[], [1]]"),
    ("-[r]->+", "[[1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 5]]"),
    ("-[r:R WHERE r.w < 3]->*", "[[], [1], [1, 2]]"), ("-[r:R {w: 1}]->+", "[[1]]"), ("<-[r:R]-{2,3}", "[[4, 3], [4, 3, 2]]"),
    ("-[r:S]-+", "[]"),
  ])
  func aQuantifiedRelationshipIsAListOfRelationships(pattern: String, expected: String) throws {
    let engine = try QueryEngine.over(Self.line)
    let query = "MATCH (a {id: 0})\(pattern)(b) WITH [x IN r | x.w] AS ws ORDER BY ws RETURN collect(ws)"
    #expect(try engine.column(query) == [expected])
  }

  @Test func variablesInsideAreListsOutside() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = """
      MATCH (s {id: 0}) ((a)-[r]->(b) WHERE a.x < b.x){1,2} (t)
      RETURN [n IN a | n.id] AS a, [n IN b | n.id] AS b, [e IN r | e.w] AS r, t.id AS t ORDER BY size(r), t
      """
    #expect(
      try engine.literals(query) == [
        ["[0]", "[1]", "[1]", "1"], ["[0, 1]", "[1, 2]", "[1, 2]", "2"], ["[0, 1]", "[1, 4]", "[1, 5]", "4"],
      ])
  }

  @Test func noRepetitionGivesEmptyListsAndOneNode() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = "MATCH p = (s {id: 3}) ((a:M)-[r]->(b:M))* (t) RETURN a, r, b, s = t, length(p)"
    #expect(try engine.literals(query) == [["[]", "[]", "[]", "true", "0"]])
  }

  @Test func partsStandBesideEachOtherAndNeedNoNodeBetween() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = """
      MATCH p = ((a)-[:R]->(b)){2} ((c)-[:S]->(d)){1} (last)
      RETURN [n IN nodes(p) | n.id], [n IN a + c | n.id], last.id
      """
    #expect(try engine.literals(query) == [["[3, 0, 1, 4]", "[3, 0, 1]", "4"]])
    let both = "MATCH p = ((a)-[:R]->(b)){2} ((c)-[:R]->(d)){2} RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids"
    #expect(
      try engine.column(both) == ["[0, 1, 2, 3, 0]", "[1, 2, 3, 0, 1]", "[2, 3, 0, 1, 2]", "[3, 0, 1, 2, 3]"])
  }

  @Test func aConditionInsideMayUseWhatEarlierClausesBound() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = "MATCH (most {id: 1}) MATCH (s {id: 0}) ((a)-[r]->(b) WHERE b.x <= most.x + 1)+ (t) RETURN t.id ORDER BY t.id"
    #expect(try engine.column(query) == ["0", "1", "2", "3"])
    let asked = "MATCH (s {id: 0}) ((a)-[r]->(b) WHERE EXISTS { (b)-[:R]->(:M) }){1,3} (t) RETURN t.id ORDER BY t.id"
    #expect(try engine.column(asked) == ["1", "2"])
  }

  @Test func thePathOfEachRepetitionCanBeNamed() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = """
      MATCH p = (s {id: 0}) (q = (a)-[:R]->(b)-[:R]->(c)){2} (t)
      RETURN [one IN q | [n IN nodes(one) | n.id]], length(p), t.id
      """
    #expect(try engine.literals(query) == [["[[0, 1, 2], [2, 3, 0]]", "4", "0"]])
  }

  @Test func noRelationshipIsMetTwiceInAPattern() throws {
    let engine = try QueryEngine.over("CREATE (a:A)-[:R]->(b:B), (b)-[:R]->(a)")
    #expect(try engine.column("MATCH ((a)-->(b))+ RETURN size(a) AS s ORDER BY s") == ["1", "1", "2", "2"])
    #expect(try engine.column("MATCH (:A)-->+(x), (:A)-->+(y) RETURN count(*)") == ["0"])
    #expect(try engine.column("MATCH REPEATABLE ELEMENTS (:A)-->{1,3}(x) RETURN count(*)") == ["3"])
    #expect(try engine.column("MATCH REPEATABLE ELEMENTS (a)-[r]->(b), (c)-[r]->(d) RETURN count(*)") == ["2"])
    #expect(try engine.column("MATCH REPEATABLE ELEMENTS TRAIL (:A)-->+(x) RETURN count(*)") == ["2"])
    #expect(try engine.column("MATCH DIFFERENT RELATIONSHIPS (:A)-->{1,3}(x) RETURN count(*)") == ["2"])
  }

  @Test func optionalMatchGivesNullsWhereNothingIsRepeated() throws {
    let engine = try QueryEngine.over(Self.line)
    let query = "MATCH (s:N) OPTIONAL MATCH (s) ((a)-[r:S]->(b))+ (t) RETURN s.id AS id, size(r), t.id ORDER BY id"
    #expect(
      try engine.literals(query)
        == [["0", "null", "null"], ["1", "1", "4"], ["2", "null", "null"], ["3", "null", "null"], ["4", "null", "null"]])
  }

  @Test func subqueriesAskForRepeatedPaths() throws {
    let engine = try QueryEngine.over(Self.line)
    let exists = "MATCH (n:N) WHERE EXISTS { (n) ((a)-[:R]->(b) WHERE a.x < b.x){2} () } RETURN n.id ORDER BY n.id"
    #expect(try engine.column(exists) == ["0", "3"])
    let count = "MATCH (n:N) RETURN COUNT { (n)-[:R]->{1,2}() } AS c ORDER BY n.id"
    #expect(try engine.column(count) == ["2", "2", "2", "2", "0"])
    let comprehension = "MATCH (n {id: 0}) RETURN [(n)-[:R]->{2}(m) | m.id], (n)-[:R]->{4}(n)"
    #expect(try engine.column("MATCH (n {id: 0}) RETURN [p = (n)-[:R]->{2}(m) | length(p)]") == ["[2]"])
    #expect(engine.failure(comprehension) == "UnexpectedSyntax")
  }

  @Test func theFirstRowsComeBeforeAllAreFound() throws {
    let engine = try QueryEngine.over(
      "UNWIND range(0, 11) AS i CREATE (:K {id: i})", "MATCH (a:K), (b:K) WHERE a <> b CREATE (a)-[:R {w: 1}]->(b)")
    engine.limits.timeoutSeconds = 20
    #expect(try engine.column("MATCH ((a)-->(b) WHERE a.id >= 0)+ RETURN 1 LIMIT 3") == ["1", "1", "1"])
  }

  @Test func aSearchWithoutEndIsEnded() throws {
    let engine = try QueryEngine.over(
      "UNWIND range(0, 11) AS i CREATE (:K {id: i})", "MATCH (a:K), (b:K) WHERE a <> b CREATE (a)-[:R {w: 1}]->(b)")
    engine.limits.timeoutSeconds = 0.3
    #expect(engine.failure("MATCH ((a)-->(b) WHERE a.id >= 0)+ RETURN count(*)") == "TimeLimitExceeded")
    engine.limits.timeoutSeconds = nil
    engine.limits.memoryByteCount = 1 << 16
    #expect(engine.failure("MATCH SHORTEST 9 GROUPS (a)-->+(b) RETURN count(*)") == "MemoryLimitExceeded")
  }
}
