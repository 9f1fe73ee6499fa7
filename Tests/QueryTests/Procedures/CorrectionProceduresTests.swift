import Cypher
import Graph
import Query
import Testing

@Suite struct CorrectionProceduresTests {
  private func engine() throws -> QueryEngine {
    try QueryEngine.over(
      """
      CREATE (a:Entity:Person {name: 'Ana Ruiz', aliases: ['Ruiz']}), (b:Entity:Person {name: 'A. Ruiz', kind: 'mayor'}),
        (o:Entity:Organization {name: 'Ana Ruiz'}), (x:Entity:Person {name: 'Karl Berg'}),
        (d:Document {title: 'One', sha256: '111111111111aa'}), (e:Document {title: 'Two', sha256: '222222222222bb'}),
        (a)-[:MENTIONED_IN {text: 'Ana Ruiz', begin: 1}]->(d), (a)-[:MENTIONED_IN {text: 'Mrs. Ruiz', begin: 5}]->(e),
        (b)-[:MENTIONED_IN {text: 'A. Ruiz'}]->(e), (b)-[:POSSIBLY_SAME_AS {reason: 'r'}]->(a),
        (c:Claim {key: '222222222222:c1'})-[:STATED_IN]->(e), (c)-[:SAID_BY]->(a),
        (a)-[:LEADS {claim: '222222222222:c1'}]->(o), (a)-[:WORKS_FOR {claim: '111111111111:c4'}]->(o)
      """)
  }

  @Test func `merging moves relationships, keeps names as aliases and leaves a record`() throws {
    let engine = try engine()
    let call = "CALL dossier.merge('Ana Ruiz', 'A. Ruiz', {label: 'Person', reason: 'it''s her'})".replacing("''", with: "\\'")
    #expect(try engine.column(call + " YIELD node RETURN node.name") == ["'Ana Ruiz'"])
    #expect(
      try engine.literals("MATCH (p:Person) RETURN p.name, p.aliases, p.kind ORDER BY p.name") == [
        ["'Ana Ruiz'", "['Ruiz', 'A. Ruiz']", "'mayor'"], ["'Karl Berg'", "null", "null"],
      ])
    #expect(try engine.column("MATCH (:Person {name: 'Ana Ruiz'})-[r:MENTIONED_IN]->() RETURN count(r)") == ["3"])
    #expect(try engine.column("MATCH ()-[r:POSSIBLY_SAME_AS]->() RETURN count(r)") == ["0"])
    let records = try engine.literals("MATCH (c:Correction) RETURN c.number, c.reason")
    #expect(records == [["1", "'it\\'s her'"]])
    // The statement on record does nothing more, and is not recorded again.
    guard
      case .string(let statement) = try engine.run("MATCH (c:Correction) RETURN c.statement", parameters: [:]).allRecords()[0][0]
    else { return }
    _ = try engine.run(statement, parameters: [:]).allRecords()
    #expect(try engine.column("MATCH (c:Correction) RETURN count(c)") == ["1"])
    #expect(try engine.column("MATCH (p:Person) RETURN count(p)") == ["2"])
  }

  @Test func `a name that several bear is an error, one that nobody bears is nothing`() throws {
    let engine = try engine()
    #expect {
      _ = try engine.run("CALL dossier.merge('Ana Ruiz', 'Karl Berg')", parameters: [:]).allRecords()
    } throws: { error in
      let error = error as? CypherError
      return error?.message.contains("2 entities bear the name 'Ana Ruiz'") == true && error?.hint?.contains("label") == true
    }
    #expect(try engine.run("CALL dossier.merge('Karl Berg', 'Nobody')", parameters: [:]).allRecords().isEmpty)
    #expect(try engine.run("CALL dossier.rename('Nobody', 'Somebody')", parameters: [:]).allRecords().isEmpty)
    #expect(try engine.column("MATCH (c:Correction) RETURN count(c)") == ["0"])
  }

  @Test func `a name that nobody bears is warned of with the names that are like it`() throws {
    let engine = try engine()
    func warnings(_ text: String) throws -> [String] {
      let result = try engine.run(text, parameters: [:])
      _ = try result.allRecords()
      return result.summary.notifications.map { $0.message + "; " + ($0.hint ?? "") }
    }
    #expect(
      try warnings("CALL dossier.rename('Karl Burg', 'Somebody')") == [
        "no entity bears the name 'Karl Burg', so that nothing was changed; did you mean `Karl Berg`?"
      ])
    #expect(
      try warnings("CALL dossier.merge('Karl Berg', 'Berg & Sons', {label: 'Person'})").first?.contains("`Karl Berg`") == true)
    #expect(try warnings("CALL dossier.split('A. Ruiz', 'Tow', 'Rosa Ruiz')").first?.contains("did you mean `Two`?") == true)
  }

  @Test func `all who bear one name are made one by merging the name with itself`() throws {
    let engine = try engine()
    _ = try engine.run("CREATE (:Entity:Person {name: 'Karl Berg', aliases: ['Berg']})", parameters: [:]).allRecords()
    _ = try engine.run("CALL dossier.merge('Karl Berg', 'Karl Berg')", parameters: [:]).allRecords()
    #expect(try engine.literals("MATCH (p:Person {name: 'Karl Berg'}) RETURN p.aliases") == [["['Berg']"]])
  }

  @Test func `splitting takes what some documents say to another entity, also when it is done again`() throws {
    let engine = try engine()
    let call = "CALL dossier.split('Ana Ruiz', ['Two'], 'Ana Ruiz (banker)', {label: 'Person'})"
    for _ in 0..<2 {
      #expect(try engine.column(call + " YIELD node RETURN node.name") == ["'Ana Ruiz (banker)'"])
      let of: (String) throws -> [[String]] = { name in
        try engine.literals(
          "MATCH (p:Person {name: '\(name)'})-[r]-(x) RETURN type(r), coalesce(x.title, x.name, x.key) ORDER BY type(r)")
      }
      #expect(
        try of("Ana Ruiz (banker)") == [
          ["'LEADS'", "'Ana Ruiz'"], ["'MENTIONED_IN'", "'Two'"], ["'SAID_BY'", "'222222222222:c1'"],
        ])
      #expect(
        try of("Ana Ruiz") == [
          ["'MENTIONED_IN'", "'One'"], ["'POSSIBLY_SAME_AS'", "'A. Ruiz'"], ["'WORKS_FOR'", "'Ana Ruiz'"],
        ])
      #expect(try engine.literals("MATCH (p {name: 'Ana Ruiz (banker)'}) RETURN p.aliases") == [["['Mrs. Ruiz']"]])
    }
    #expect(try engine.column("MATCH (c:Correction) RETURN count(c)") == ["1"])
  }

  @Test func `renaming keeps the old name as an alias, and takes back what is rolled back`() throws {
    let engine = try engine()
    _ = try engine.run("BEGIN", parameters: [:])
    _ = try engine.run(
      "MATCH (p {name: 'Karl Berg'}) CALL dossier.rename(p, 'Karl H. Berg') YIELD node RETURN node", parameters: [:]
    )
    .allRecords()
    _ = try engine.run("ROLLBACK", parameters: [:])
    #expect(try engine.column("MATCH (c:Correction) RETURN count(c)") == ["0"])
    _ = try engine.run("CALL dossier.rename('Karl Berg', 'Karl H. Berg')", parameters: [:]).allRecords()
    _ = try engine.run("CALL dossier.rename('Karl Berg', 'Karl H. Berg')", parameters: [:]).allRecords()
    #expect(
      try engine.literals("MATCH (p:Person) WHERE p.name ENDS WITH 'Berg' RETURN p.name, p.aliases") == [
        ["'Karl H. Berg'", "['Karl Berg']"]
      ])
    #expect(throws: CypherError.self) {
      _ = try engine.run("CALL dossier.rename('Karl H. Berg', 'X', {why: 'x'})", parameters: [:]).allRecords()
    }
  }

  @Test func `sentences are found with their words marked and their place`() throws {
    let engine = try QueryEngine.over(
      """
      CREATE (a:Sentence {text: 'Hostages were held in the camp; the hostage-takers fled.'}), (b:Sentence {text: 'It rained.'}),
        (d:Document {title: 'One'}), (e:Document {title: 'Two'}),
        (a)-[:SENTENCE_OF {sentence: 2, begin: 10, end: 64}]->(d), (a)-[:SENTENCE_OF {sentence: 0, begin: 0, end: 54}]->(e),
        (b)-[:SENTENCE_OF {sentence: 3, begin: 65, end: 75}]->(d)
      """)
    let index =
      "CREATE FULLTEXT INDEX sentences FOR (n:Sentence) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}"
    _ = try engine.run(index, parameters: [:]).allRecords()
    let found = "YIELD marked, document, number, begin, end RETURN marked, document.title, number, begin, end"
    let marked = "'**Hostages** were **held** in the camp; the **hostage**-takers fled.'"
    #expect(
      try engine.literals("CALL dossier.sentences('hostage hold~2') \(found)") == [
        [marked, "'One'", "2", "10", "64"], [marked, "'Two'", "0", "0", "54"],
      ])
    #expect(try engine.literals("CALL dossier.sentences('rain*', {limit: 1}) \(found)").map { $0[0] } == ["'It **rained**.'"])
    #expect(try engine.literals("CALL dossier.sentences('snow') \(found)").isEmpty)
  }
}
