import Graph
import Query
import TestSupport
import Testing

struct PathTests {
  /// A ring of six with a chord and a tail.
  static let ring = """
    CREATE (a:N {id: 0})-[:R]->(b:N {id: 1})-[:R]->(c:N {id: 2})-[:R]->(d:N {id: 3}),
      (d)-[:R]->(e:N {id: 4})-[:R]->(f:N {id: 5})-[:R]->(a),
      (a)-[:S {long: true}]->(d), (f)-[:R]->(:N {id: 6})
    """

  @Test func shortestPathTakesTheFewestRelationships() throws {
    let engine = try QueryEngine.over(Self.ring)
    let query = "MATCH p = shortestPath((a {id: 0})-[:R*]->(b {id: $b})) RETURN length(p)"
    #expect(try engine.column(query, ["b": .integer(4)]) == ["4"])
    #expect(try engine.column(query.replacing("[:R*]", "[*]"), ["b": .integer(4)]) == ["2"])
    #expect(try engine.column(query.replacing("[:R*]->", "[:R*]-"), ["b": .integer(4)]) == ["2"])
    #expect(try engine.column(query.replacing("[:R*]", "[:R*..3]"), ["b": .integer(4)]) == [])
  }

  @Test func allShortestPathsAreFound() throws {
    let engine = try QueryEngine.over(Self.ring)
    let query = "MATCH p = allShortestPaths((a {id: 0})-[*]-(b {id: 3})) RETURN length(p)"
    #expect(try engine.column(query) == ["1"])
    let around = "MATCH p = allShortestPaths((a {id: 0})-[:R*]-(b {id: 3})) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids"
    #expect(try engine.column(around) == ["[0, 1, 2, 3]", "[0, 5, 4, 3]"])
  }

  @Test func shortestPathObeysTheRelationshipsProperties() throws {
    let engine = try QueryEngine.over(Self.ring)
    let query = "MATCH p = shortestPath((a {id: 0})-[* {long: true}]-(b {id: $b})) RETURN length(p)"
    #expect(try engine.column(query, ["b": .integer(3)]) == ["1"])
    #expect(try engine.column(query, ["b": .integer(4)]) == [])
  }

  @Test func shortestPathIsAnExpressionToo() throws {
    let engine = try QueryEngine.over(Self.ring)
    let query = "MATCH (a {id: 0}), (b) RETURN b.id AS id, length(shortestPath((a)-[:R*]-(b))) AS l ORDER BY id"
    #expect(try engine.literals(query).map { $0[1] } == ["null", "1", "2", "3", "2", "1", "2"])
  }

  @Test func chainsRepeatNoRelationship() throws {
    let engine = try QueryEngine.over("CREATE (a:A)-[:R]->(b:B), (b)-[:R]->(a)")
    #expect(try engine.column("MATCH (:A)-[r*]->() RETURN size(r) AS s ORDER BY s") == ["1", "2"])
    #expect(try engine.column("MATCH (:A)-[r*]-() RETURN size(r) AS s ORDER BY s") == ["1", "1", "2", "2"])
  }

  @Test func zeroLengthChainsEndWhereTheyBegin() throws {
    let engine = try QueryEngine.over("CREATE (:A)-[:R]->(:B)")
    let query = "MATCH p = (a:A)-[*0..1]->(b) RETURN labels(b), length(p) ORDER BY length(p)"
    #expect(try engine.literals(query) == [["['A']", "0"], ["['B']", "1"]])
  }

  @Test func pathsAreWrittenAsThePatternIs() throws {
    let engine = try QueryEngine.over("CREATE (:A {id: 1})-[:R]->(:B {id: 2})-[:R]->(:C {id: 3})")
    let nodes = "MATCH p = (x)-[*2]->(y:C {id: 3}) RETURN [n IN nodes(p) | n.id]"
    #expect(try engine.column(nodes) == ["[1, 2, 3]"])
    #expect(try engine.column(nodes.replacing("(x)-[*2]->(y:C {id: 3})", "(y:C {id: 3})<-[*2]-(x)")) == ["[3, 2, 1]"])
  }

  /// Breadth-first search must find the ends that walking every chain finds, the start itself included where a cycle leads back.
  @Test(arguments: ["-[*1..%]->", "<-[*1..%]-", "-[*1..%]-", "-[*0..%]-", "-[:R|S*1..%]-"])
  func distinctEndsAreThoseOfAllChains(arrow: String) throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let script = RandomGraph(using: &generator).script
      let engine = try QueryEngine.over(script)
      let naive = QueryEngine(store: engine.store)
      naive.disabledRules = QueryEngine.ruleNames
      for length in 1...4 {
        let query = "MATCH (a)\(arrow.replacing("%", "\(length)"))(b) RETURN a.id AS id, collect(DISTINCT b.id) AS found"
        let sorted = "\(query) UNWIND found AS one RETURN id, one ORDER BY id, one".replacing("RETURN a.id", "WITH a.id")
        #expect(try engine.literals(sorted) == naive.literals(sorted), "seed \(seed)\n\(script)\n\(sorted)")
      }
    }
  }
}

extension String {
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
