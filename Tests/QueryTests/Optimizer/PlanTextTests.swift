import Cypher
import Graph
import Query
import Testing

/// What the rules make of a query, read from EXPLAIN: operators from the last to the first.
struct PlanTextTests {
  static let script = """
    CREATE (h:Hub {id: 0}) WITH h UNWIND range(1, 50) AS i
    CREATE (h)-[:LINK]->(:Leaf {id: i, x: i % 5})-[:NEXT]->(:End {id: i})
    """

  private func plan(_ query: String, without rules: Set<String> = [], leastParallelRows: Double? = nil) throws -> [String] {
    let engine = try QueryEngine.over(Self.script, "CREATE INDEX FOR (n:Leaf) ON (n.id)")
    engine.disabledRules = rules
    if let leastParallelRows { engine.leastParallelRows = leastParallelRows }
    var names: [String] = []
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      names.append(description.name)
      next = description.children.first
    }
    return names
  }

  /// The operators' details, a line each.
  private func details(_ query: String, without rules: Set<String> = []) throws -> String {
    let engine = try QueryEngine.over(Self.script)
    engine.disabledRules = rules
    var found = ""
    var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
    while let description = next {
      found += description.details + "\n"
      next = description.children.first
    }
    return found
  }

  @Test func `a list is joined to the nodes that it names values of`() throws {
    let query = "UNWIND [1, 2, 3, 4, 4] AS x MATCH (l:Leaf {x: x}) RETURN x, count(*) AS c"
    #expect(try plan(query).contains("HashJoin"))
    #expect(try !plan(query, without: ["JoinIndependentParts"]).contains("HashJoin"))
    #expect(try !plan("UNWIND [1, 2, 3] AS x MATCH (l:Leaf {id: x}) RETURN l.x").contains("HashJoin"))
    let plans = try BothPlans([Self.script])
    plans.expect(query + " ORDER BY x", gives: ["1 | 10", "2 | 10", "3 | 10", "4 | 20"])
  }

  @Test func `the smaller side of a join is kept`() throws {
    let query = "MATCH (h:Hub) UNWIND [1, 2, 3] AS i WITH h.id + i AS x MATCH (l:Leaf {x: x}) RETURN x, count(*) AS c"
    let engine = try QueryEngine.over(Self.script)
    func sides(_ query: String) throws -> [String] {
      var next = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
      while let plan = next, plan.name != "HashJoin" { next = plan.children.first }
      return try #require(next).children.map(\.details)
    }
    #expect(try sides(query).first == "(l:Leaf)")
    // Whoever asks for an order before may count on it.
    #expect(try sides(query.replacing(" MATCH (l", with: " ORDER BY x MATCH (l")).last == "(l:Leaf)")
    let plans = try BothPlans([Self.script])
    plans.expect(query + " ORDER BY x", gives: ["1 | 10", "2 | 10", "3 | 10"])
  }

  @Test func startsFromTheIndexedEnd() throws {
    let query = "MATCH (h:Hub)-[:LINK]->(l:Leaf {id: 7}) RETURN h.id"
    #expect(try plan(query).suffix(2) == ["NodeIndexSeek", "Argument"])
    #expect(try plan(query, without: ["OrderPatterns", "ChooseScans"]).suffix(2) == ["AllNodesScan", "Argument"])
  }

  @Test func expandsIntoWhatIsBound() throws {
    #expect(try plan("MATCH (a:Hub)-->(b), (a)-->(b) RETURN a.id, b.id").contains("ExpandInto"))
  }

  @Test func countsTheLastExpandFromDegrees() throws {
    let query = "MATCH (:Hub)-[:LINK]->() RETURN count(*)"
    #expect(try plan(query).contains("CountRelationships"))
    #expect(try plan(query, without: ["UseRelationshipCounts", "UseRelationshipScans"]).contains("ExpandAll"))
  }

  @Test func keepsOnlyTheFirstRowsOfAnOrder() throws {
    let query = "MATCH (l:Leaf) RETURN l.id ORDER BY l.id LIMIT 3"
    #expect(try plan(query).contains("Top"))
    #expect(try plan(query, without: ["UseTopRows"]).contains("Sort"))
    #expect(try !plan(query.replacing("LIMIT", with: "SKIP 2 LIMIT")).contains("Skip"))
  }

  @Test func findsDistinctEndsBreadthFirst() throws {
    let query = "MATCH (:Hub)-[*1..3]->(b) RETURN count(DISTINCT b)"
    #expect(try plan(query).contains("PruningVarLengthExpand"))
    #expect(try plan(query, without: ["UseDistinctEnds"]).contains("VarLengthExpandAll"))
  }

  @Test func searchesFromAllStartsAtOnceWhereNobodyAsksForThem() throws {
    let query = "MATCH (a:Leaf) WHERE a.x = 3 MATCH (a)-[:NEXT*1..3]-(b) RETURN count(DISTINCT b)"
    #expect(try details(query).contains("FROM ALL STARTS AT ONCE"))
    #expect(try !details(query, without: ["MergeSearches"]).contains("FROM ALL STARTS AT ONCE"))
    #expect(try !details(query.replacing("RETURN", with: "RETURN a.x,")).contains("FROM ALL STARTS AT ONCE"))
    #expect(try details("MATCH (:Leaf)-[:NEXT*1..3]-(b)-[:LINK]-(c) RETURN DISTINCT c").contains("FROM ALL STARTS AT ONCE"))
  }

  @Test func givesUpChainsThatCannotReachABoundEnd() throws {
    let query = "MATCH (a:Hub {id: 0}), (b:End {id: 3}) MATCH (a)-[*1..3]-(b) RETURN count(*)"
    #expect(try plan(query).contains("PruningVarLengthExpandInto"))
    #expect(try plan(query, without: ["UseEndDistances"]).contains("VarLengthExpandInto"))
    for other in ["-[*]-", "-[*1..1]-", "-[*1..3 {x: 1}]-"] {
      #expect(try !plan(query.replacing("-[*1..3]-", with: other)).contains("PruningVarLengthExpandInto"))
    }
  }

  @Test func readsRepetitionsOfOneRelationshipFromTheGraph() throws {
    let query = "MATCH (a:Hub {id: 0}), (b:End {id: 3}) MATCH p = shortestPath((a)-[:LINK|NEXT*..5]-(b)) RETURN length(p)"
    #expect(try details(query).contains("BY ADJACENCY"))
    #expect(try !details(query, without: ["ReadAdjacentHops"]).contains("BY ADJACENCY"))
    #expect(try !details(query.replacing("*..5", with: "*..5 {x: 1}")).contains("BY ADJACENCY"))
  }

  @Test func aRepeatedPlainRelationshipIsAChain() throws {
    #expect(try plan("MATCH (:Hub) (()-[r:LINK]->()){1,3} (b) RETURN r").contains("VarLengthExpandAll"))
    #expect(try plan("MATCH (:Hub)-->{1,3}(b) RETURN count(DISTINCT b)").contains("PruningVarLengthExpand"))
    #expect(try plan("MATCH (:Hub) ((a)-[r:LINK]->(b)){1,3} (c) RETURN a").contains("RepeatPath"))
  }

  @Test func searchesWithFewEndsGoFromBoth() throws {
    let query = "MATCH ANY SHORTEST (h:Hub)-->+(l:Leaf {id: 7}) RETURN h.id"
    #expect(try plan(query).contains("SearchPathsFromBothEnds"))
    #expect(try plan("MATCH ANY SHORTEST (h:Hub)-->+(l:End) RETURN h.id").contains("SearchPaths"))
  }

  @Test func movesConditionsOnPassedVariablesIntoThePattern() throws {
    let query = "MATCH (a)-->(b) WITH a, b WHERE a:Hub RETURN b.id"
    #expect(try plan(query).contains("NodeByLabelScan"))
    #expect(try !plan(query, without: ["PushDownFilters"]).contains("NodeByLabelScan"))
  }

  @Test func readsAllRelationshipsOfATypeInTheirOrder() throws {
    let query = "MATCH (:Hub)-[r:LINK]->(l) RETURN r, l.id"
    #expect(try plan(query).suffix(1) == ["RelationshipByTypeScan"])
    #expect(try plan(query, without: ["UseRelationshipScans"]).contains("ExpandAll"))
    #expect(try plan("MATCH (a)-[r]->(b) RETURN r").suffix(1) == ["AllRelationshipsScan"])
    // Where only few of them begin at the label, its nodes are the better start.
    #expect(try plan("MATCH (:End)<-[r]-(b) RETURN r, b.id").contains("ExpandAll"))
  }

  @Test func manyRowsAreReadByAllWorkers() throws {
    let query = "MATCH (l:Leaf) WHERE l.x > 1 RETURN count(*)"
    #expect(try !plan(query).contains("Gather"))
    #expect(try plan(query, leastParallelRows: 10).contains("Gather"))
    #expect(try !plan(query, without: ["ParallelFragments"], leastParallelRows: 10).contains("Gather"))
    for condition in ["l.x > COUNT { (:Hub) }", "size([(l)-[:NEXT]->(e) WHERE e.id > l.x | e]) = 1"] {
      let query = "MATCH (l:Leaf) WHERE \(condition) RETURN sum(l.id)"
      #expect(try plan(query, leastParallelRows: 10).contains("Gather"), "\(condition)")
    }
    #expect(try plan("MATCH (l:Leaf) UNWIND [1, l.x] AS x RETURN sum(x)", leastParallelRows: 10).contains("Gather"))
  }
}
