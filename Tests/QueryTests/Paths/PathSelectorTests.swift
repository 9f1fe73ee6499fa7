import Cypher
import Graph
import Query
import Testing

struct PathSelectorTests {
  /// Two ways from 0 to 3, one of them with a detour, and a ring through both ends.
  static let ways = """
    CREATE (a:N {id: 0})-[:R {w: 1}]->(b:N {id: 1})-[:R {w: 2}]->(d:N {id: 3}),
      (a)-[:R {w: 3}]->(c:N {id: 2})-[:R {w: 4}]->(d), (c)-[:R {w: 5}]->(e:N {id: 4, closed: true})-[:R {w: 6}]->(d),
      (d)-[:R {w: 7}]->(a)
    """

  private static let ends = "MATCH (a {id: 0}), (d {id: 3}) "

  @Test(arguments: [
    ("ANY SHORTEST", ["2"]), ("ALL SHORTEST", ["2", "2"]), ("SHORTEST 1", ["2"]), ("SHORTEST 2 PATHS", ["2", "2"]),
    ("SHORTEST 3", ["2", "2", "3"]), ("SHORTEST 9 TRAIL PATHS", ["2", "2", "3", "5", "5", "6", "6"]),
    ("SHORTEST GROUP", ["2", "2"]),
    ("SHORTEST 2 GROUPS", ["2", "2", "3"]), ("ANY", ["2"]), ("ANY 2 PATHS", ["2", "2"]),
    ("SHORTEST 9 ACYCLIC", ["2", "2", "3"]), ("ALL ACYCLIC PATHS", ["2", "2", "3"]),
  ])
  func selectorsChooseByLength(selector: String, lengths: [String]) throws {
    let engine = try QueryEngine.over(Self.ways)
    let query = "\(Self.ends)MATCH p = \(selector) (a)-[:R]->+(d) RETURN length(p) AS l ORDER BY l"
    #expect(try engine.column(query) == lengths)
  }

  @Test func pathsAreChosenForEachPairOfEnds() throws {
    let engine = try QueryEngine.over(Self.ways)
    let query = "MATCH p = ANY SHORTEST (a:N)-[:R]->*(b:N) RETURN a.id * 10 + b.id AS pair, length(p) AS l ORDER BY pair"
    let lengths = try engine.literals(query)
    #expect(lengths.count == 25)
    #expect(lengths[0] == ["0", "0"] && lengths[4] == ["4", "2"])
    let loops = "MATCH p = ANY SHORTEST (a:N)-[:R]->+(a) RETURN a.id, length(p) ORDER BY a.id"
    #expect(try engine.literals(loops) == [["0", "3"], ["1", "3"], ["2", "3"], ["3", "3"], ["4", "4"]])
  }

  @Test func theCountMayBeAParameter() throws {
    let engine = try QueryEngine.over(Self.ways)
    let query = "\(Self.ends)MATCH SHORTEST $k (a)-[:R]->+(d) RETURN count(*)"
    #expect(try engine.column(query, ["k": .integer(2)]) == ["2"])
    #expect(engine.failure(query, ["k": .string("two")]) == "InvalidArgumentType")
    #expect(engine.failure(query) == "MissingParameter")
  }

  @Test func whereInsideIsPartOfTheSearchAndWhereBehindIsNot() throws {
    let engine = try QueryEngine.over(Self.ways)
    let inside = "\(Self.ends)MATCH p = ANY SHORTEST ((a)-[r:R]->+(d) WHERE size(r) > 2) RETURN length(p)"
    #expect(try engine.column(inside) == ["3"])
    let behind = "\(Self.ends)MATCH p = ANY SHORTEST (a)-[r:R]->+(d) WHERE size(r) > 2 RETURN length(p)"
    #expect(try engine.column(behind) == [])
    let named = "\(Self.ends)MATCH ANY SHORTEST (p = (a)-[:R]->+(d) WHERE any(n IN nodes(p) WHERE n.closed)) RETURN length(p)"
    #expect(try engine.column(named) == ["3"])
    let node = "\(Self.ends)MATCH p = ANY SHORTEST (a)-[:R]->+(m {id: 4})-[:R]->+(d) RETURN length(p), m.id"
    #expect(try engine.literals(node) == [["3", "4"]])
  }

  @Test(arguments: [
    ("all(r IN relationships(p) WHERE r.w <> 1)", "[0, 2, 3]"), ("none(n IN nodes(p) WHERE n.id = 1)", "[0, 2, 3]"),
    ("all(x IN r WHERE x.w <> 2 AND x.w <> 4)", "[0, 2, 4, 3]"), ("length(p) > 2", "[0, 2, 4, 3]"),
    ("any(n IN nodes(p) WHERE n.closed)", "[0, 2, 4, 3]"), ("size(r) = 3 AND none(n IN nodes(p) WHERE n.closed)", nil),
  ])
  func theShortestPathFunctionsHeedWhatWhereAsksOfThePath(condition: String, nodes: String?) throws {
    let engine = try QueryEngine.over(Self.ways)
    let query = "\(Self.ends)MATCH p = shortestPath((a)-[r:R*]->(d)) WHERE \(condition) RETURN [n IN nodes(p) | n.id]"
    #expect(try engine.column(query) == (nodes.map { [$0] } ?? []))
    let naive = QueryEngine(store: engine.store)
    naive.disabledRules = QueryEngine.ruleNames
    #expect(try naive.column(query) == (nodes.map { [$0] } ?? []))
  }

  @Test func theFunctionsTakeAWholePatternOfEndsAtOnce() throws {
    let engine = try QueryEngine.over(Self.ways)
    let query = "MATCH p = shortestPath((a:N {id: 0})-[*]->(b:N)) RETURN b.id AS id, length(p) ORDER BY id"
    #expect(try engine.literals(query) == [["1", "1"], ["2", "1"], ["3", "2"], ["4", "2"]])
    let back = "MATCH (b:N {id: 4}) MATCH p = allShortestPaths((a:N)-[*]->(b)) RETURN a.id AS id, length(p) ORDER BY id"
    #expect(try engine.literals(back) == [["0", "2"], ["1", "4"], ["2", "1"], ["3", "3"]])
  }

  @Test func aShortestWalkThatRepeatsItselfIsNoPath() throws {
    let engine = try QueryEngine.over("CREATE (a:A)-[:R]->(b:B)-[:R]->(c:C), (b)-[:R]->(d)-[:R]->(e)-[:R]->(b)")
    let query = "MATCH p = ANY SHORTEST (:A)--{3,}(:C) RETURN length(p)"
    #expect(try engine.column(query) == ["5"])
    let walk = "MATCH REPEATABLE ELEMENTS p = ANY SHORTEST (:A)--{3,}(:C) RETURN length(p)"
    #expect(try engine.column(walk) == ["4"])
    let twice = "MATCH REPEATABLE ELEMENTS p = SHORTEST 3 GROUPS (:A)-->+(:C) RETURN collect(length(p))"
    #expect(try engine.column(twice) == ["[2, 5, 8]"])
  }

  @Test func aLongRepetitionDoesNotHideAShorterWalk() throws {
    let engine = try QueryEngine.over("CREATE (a:A)-[:R]->(b:B), (a)-[:S]->()-[:S]->(b)")
    let query = "MATCH p = ALL SHORTEST (:A) ((w)-[:R]->(x))* () ((y)-[:S]->()-[:S]->(z))* (:B) RETURN length(p)"
    #expect(try engine.column(query) == ["1"])
  }

  @Test func largerGraphsAreSearchedFromBothEnds() throws {
    let engine = try QueryEngine.over(
      "UNWIND range(0, 899) AS i CREATE (:G {id: i})", "CREATE INDEX FOR (n:G) ON (n.id)",
      "MATCH (a:G) MATCH (b:G {id: a.id + 30}) CREATE (a)-[:R]->(b)",
      "MATCH (a:G) WHERE a.id % 30 <> 29 MATCH (b:G {id: a.id + 1}) CREATE (a)-[:R]->(b)")
    let query = "MATCH p = ANY SHORTEST (a:G {id: 0})-[:R]-+(b:G {id: 899}) RETURN length(p)"
    #expect(try engine.column(query) == ["58"])
    #expect(try engine.column("MATCH SHORTEST 3 (a:G {id: 0})-[:R]->+(b:G {id: 899}) RETURN count(*)") == ["3"])
    #expect(try engine.column("MATCH p = ANY SHORTEST (a:G {id: 0})-[:R]->+(b:G) RETURN max(length(p))") == ["58"])
    var names: [String] = []
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      names.append(description.name)
      next = description.children.first
    }
    #expect(names.contains("SearchPathsFromBothEnds"))
  }
}
