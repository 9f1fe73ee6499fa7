import Cypher
import Graph
import Query
import Testing

@Suite struct AlgorithmProceduresTests {
  /// A triangle of persons, a fourth that hangs on it, and a city that has nothing to do with them.
  private func engine() throws -> QueryEngine {
    try QueryEngine.over(
      """
      CREATE (a:Person {name: 'a'}), (b:Person {name: 'b'}), (c:Person {name: 'c'}), (d:Person {name: 'd'}), (e:City {name: 'e'}),
        (a)-[:KNOWS]->(b), (b)-[:KNOWS]->(c), (c)-[:KNOWS]->(a), (c)-[:KNOWS]->(d), (d)-[:LIVES_IN]->(e)
      """)
  }

  @Test("Components of the whole graph and of a part of it, named by their first node")
  func components() throws {
    let engine = try engine()
    let whole = try engine.literals(
      "CALL dossier.components({}) YIELD node, component RETURN node.name, component ORDER BY node.name")
    #expect(whole == ["a", "b", "c", "d", "e"].map { ["'\($0)'", "0"] })
    let part = try engine.literals(
      "CALL dossier.components({type: 'LIVES_IN'}) YIELD node, component WITH component, count(*) AS n RETURN n ORDER BY n")
    #expect(part == [["1"], ["1"], ["1"], ["2"]])
  }

  @Test("Triangles, degrees and betweenness among the nodes of one label")
  func corners() throws {
    let engine = try engine()
    let query = "YIELD node, %@ AS x RETURN node.name + ' ' + x AS line ORDER BY line"
    func lines(_ call: String, _ result: String) throws -> [String] {
      try engine.column("CALL dossier.\(call)({label: 'Person'}) " + query.replacing("%@", with: result))
    }
    #expect(try lines("triangles", "triangles") == ["'a 1'", "'b 1'", "'c 1'", "'d 0'"])
    #expect(try lines("degree", "degree") == ["'a 1'", "'b 1'", "'c 2'", "'d 0'"])
    #expect(try lines("betweenness", "score") == ["'a 0.0'", "'b 0.0'", "'c 2.0'", "'d 0.0'"])
  }

  @Test("PageRank shares out one; a label that no node has gives no rows")
  func pageRank() throws {
    let engine = try engine()
    #expect(try engine.column("CALL dossier.pagerank({iterations: 50}) YIELD score RETURN round(sum(score), 9)") == ["1.0"])
    #expect(try engine.column("CALL dossier.pagerank({label: 'Nobody'}) YIELD score RETURN count(*)") == ["0"])
    #expect(try engine.column("CALL dossier.communities({}) YIELD node, community RETURN count(community)") == ["5"])
  }

  @Test(
    "Options that make no sense are refused",
    arguments: ["{labels: 'Person'}", "{label: 1}", "{damping: 2}", "{iterations: 0}", "{iterations: 1.5}", "{type: ['A', 1]}"])
  func options(text: String) throws {
    let engine = try engine()
    #expect(throws: CypherError.self) { try engine.column("CALL dossier.pagerank(\(text)) YIELD score RETURN score") }
  }
}
