import Cypher
import Graph
import Query
import Testing

struct SearchProcedureTests {
  static func engine() throws -> QueryEngine {
    try QueryEngine.over(
      """
      CREATE (a:Person {name: 'Mokhtar Belmokhtar', aliases: ['the one-eyed']})
      CREATE (a)-[:SAID {quote: 'we fight on'}]->(:Claim {text: 'the fight'})
      """,
      "CREATE (:Person {name: 'Abou Zeid'})", "CREATE FULLTEXT INDEX names FOR (n:Person) ON EACH [n.name, n.aliases]",
      "CREATE FULLTEXT INDEX texts FOR (n:Claim) ON EACH [n.text]",
      "CREATE FULLTEXT INDEX quotes FOR ()-[r:SAID]-() ON EACH [r.quote]")
  }

  @Test func `nodes and relationships are found with their score`() throws {
    let engine = try Self.engine()
    #expect(
      try engine.literals(
        "CALL db.index.fulltext.queryNodes('names', 'belmoktar~') YIELD node, score RETURN node.name, score > 0") == [
          ["'Mokhtar Belmokhtar'", "true"]
        ])
    #expect(
      try engine.column(
        "CALL db.index.fulltext.queryRelationships('quotes', 'fight') YIELD relationship AS r, score RETURN type(r)") == [
          "'SAID'"
        ])
    #expect(
      try engine.column("CALL db.index.fulltext.queryNodes('names', 'abou OR eyed', {limit: 1}) YIELD node RETURN count(*)") == [
        "1"
      ])
    #expect(
      try engine.column(
        "CALL db.index.fulltext.queryNodes('names', 'abou OR eyed', {skip: 1, limit: 5}) YIELD node RETURN count(*)") == ["1"])
    #expect(
      try engine.column("UNWIND ['abou', 'eyed', 'none'] AS q CALL db.index.fulltext.queryNodes('names', q) YIELD node RETURN q")
        == ["'abou'", "'eyed'"])
    #expect(try engine.column("CALL db.index.fulltext.queryNodes('names', null) YIELD node RETURN node").isEmpty)
    #expect(
      try engine.column("CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer") == [
        "'standard-no-stop-words'", "'english'",
      ])
  }

  @Test func `dossier search looks into every index on nodes`() throws {
    let found = try Self.engine().literals(
      "CALL dossier.search('fight belmokhtar') YIELD node, index RETURN labels(node)[0], index ORDER BY index")
    #expect(found == [["'Person'", "'names'"], ["'Claim'", "'texts'"]])
    #expect(try QueryEngine.over().failure("CALL dossier.search('x')") == "NoFullTextIndex")
  }

  @Test func `a search follows commits, and inside a transaction its own writes`() throws {
    let engine = try Self.engine()
    let search = "CALL db.index.fulltext.queryNodes('names', 'ghali') YIELD node RETURN count(*)"
    for (statement, count) in [
      ("BEGIN", 0), ("CREATE (:Person {name: 'Iyad ag Ghali'})", 1), ("ROLLBACK", 0), ("CREATE (:Person {name: 'Ghali'})", 1),
      ("MATCH (p:Person {name: 'Ghali'}) SET p.name = 'Iyad'", 0), ("MATCH (p {name: 'Iyad'}) SET p.aliases = ['Ghali']", 1),
      ("MATCH (p {name: 'Iyad'}) REMOVE p:Person", 0), ("MATCH (p {name: 'Iyad'}) SET p:Person", 1),
      ("MATCH (p {name: 'Iyad'}) DELETE p", 0),
    ] {
      _ = try engine.run(statement, parameters: [:])
      #expect(try engine.column(search) == ["\(count)"], "after \(statement)")
    }
  }

  static let wrong: [(query: String, message: String)] = [
    ("CALL db.index.fulltext.queryNodes('nmaes', 'x')", "there is no full-text index `nmaes`"),
    ("CALL db.index.fulltext.queryNodes('quotes', 'x')", "is over relationships"),
    ("CALL db.index.fulltext.queryNodes('names', '\"x')", "a quotation mark is not closed"),
    ("CALL db.index.fulltext.queryNodes('names', 'x', {limit: -1})", "an Integer from 0"),
    ("CALL db.index.fulltext.queryNodes('names', 'x', {limits: 1})", "has no option `limits`"),
    ("CALL db.index.fulltext.queryNodes('names')", "takes 2 to 3 arguments, not 1"),
  ]

  @Test(arguments: wrong)
  func `what is wrong with a call is said`(_ test: (query: String, message: String)) throws {
    let engine = try Self.engine()
    do {
      _ = try engine.run(test.query, parameters: [:]).allRecords()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.message.contains(test.message), "\(error.message)")
    }
  }
}
