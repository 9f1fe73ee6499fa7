import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// What a statement needed while it ran is free again when its result is.
struct RunLifetimeTests {
  /// Held by the context of each run, and by nothing else once the engine is gone.
  private final class Witness: TableSource {
    func open(_ address: String, separator: UInt8) throws(CypherError) -> any TableReader {
      throw CypherError(.executionError, "NoTable", phase: .runtime, "there is no table")
    }
  }

  @Test(arguments: [
    "MATCH (n) RETURN n", "MATCH (n) WHERE (n)-->() RETURN n", "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x > 1 } RETURN n",
    "MATCH (n) RETURN COUNT { MATCH (n)-->(m) WHERE EXISTS { (m)-->() } RETURN m }",
    "MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.x ORDER BY m.x }", "MATCH (n) RETURN [(n)-->(m) | m.x]",
    "MATCH (n) RETURN [m IN [n] WHERE (m)-->() | m.x]", "MATCH (a), (b) RETURN shortestPath((a)-[*]-(b))",
    "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m ORDER BY m.x LIMIT 1 } RETURN m", "MATCH (n) WHERE n.x IN [1, 2] RETURN n",
    "MATCH (n) WHERE 'a' =~ toString(n.x) RETURN n", "MATCH (n) WHERE COUNT { (n)-->() } > 'a' / 0 RETURN n",
    "MATCH (n) SET n.y = COUNT { (n)-->() }", "CALL dossier.pagerank() YIELD node RETURN node",
    "MATCH (n) RETURN n NEXT MATCH (n)-->(m) RETURN m", "UNWIND [1, 0] AS x RETURN EXISTS { UNWIND [1] AS y RETURN 1 / x }",
  ])
  func `a run keeps nothing`(statement: String) throws {
    weak var witness: Witness?
    do {
      let engine = try QueryEngine.over("CREATE (a:A {x: 1})-[:R]->(:B {x: 2})-[:R]->(a)")
      let source = Witness()
      witness = source
      engine.tables = source
      _ = try? engine.run(statement, parameters: [:]).allRecords()
      #expect(witness != nil)
    }
    #expect(witness == nil)
  }
}
