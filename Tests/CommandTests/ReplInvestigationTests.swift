import Foundation
import TestSupport
import Testing

/// The investigating commands over a small graph of the document schema.
@Suite struct ReplInvestigationTests {
  static let graph = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/bridge.cypher").path

  static func transcript(_ lines: [String]) throws -> String {
    var text = ""
    for line in lines {
      let texts = line.split(separator: "\n").flatMap { ["-c", String($0)] }
      let outcome = try DossierBinary.run(["--no-init", graph, "-m", "box"] + texts)
      text += "bridge> " + line + "\n" + outcome.output + outcome.complaint
    }
    return text
  }

  static let claims = "MATCH (p)<-[:SAID_BY]-(c:Claim) RETURN p.name AS who, c.text AS claim ORDER BY who"

  @Test func `evidence leads to the sentence, its speaker and how sure`() throws {
    assertSnapshot(
      try Self.transcript([
        Self.claims + "\n:why 1", Self.claims + "\n:why 2.claim", Self.claims + "\n:why 9",
        "MATCH (:Person)-[r:WORKS_FOR]->() RETURN r\n:why", "MATCH (e:Event {type: 'closure'}) RETURN e\n:why 1",
        "MATCH p = (:Person)-[:WORKS_FOR]->() RETURN p\n:why $1", "RETURN 1 AS one\n:why 1", ":why ana ruiz", ":why Otto Quiet",
        ":why müller",
        ":why Anna Ruiz",
      ]), named: "why.txt")
  }

  @Test func `what is joined to what`() throws {
    assertSnapshot(
      try Self.transcript([
        ":neighbours Ana Ruiz", ":neighbours \"Ana Ruiz\" 2", ":neighbours Otto Quiet", ":neighbours Ana Ruiz 99",
        ":path \"Ana Ruiz\" \"Harbour Board\"", ":path \"Otto Quiet\" \"Ana Ruiz\"", ":path ruiz board 1", ":path ruiz ruiz",
        ":path ruiz",
        ":find BRIDGE", ":find zzz", "MATCH (a:Person)-[:WORKS_FOR]->(b) RETURN a, b\n:show", ":show Quay Bridge",
      ]), named: "joined.txt")
  }

  @Test func `who says what, when, and against whom`() throws {
    assertSnapshot(
      try Self.transcript([
        ":says ruiz", ":says", ":says Otto Quiet", ":conflicts", ":conflicts board", ":conflicts Otto Quiet", ":timeline",
        ":timeline 2024-06..", ":timeline Quay Bridge ..2024-03", ":timeline Otto Quiet", ":timeline\n:why 1",
      ]), named: "says.txt")
  }

  @Test func `what bears one name is told apart by its first sentence, and what is said in several documents by theirs`() throws {
    let groups = """
      MATCH (d:Document) CREATE (:Group {name: 'residents'})-[:MENTIONED_IN {begin: 3}]->(d), \
      (:Sentence {text: 'The residents of the quay protested.'})-[:SENTENCE_OF {sentence: 4, begin: 0, end: 40}]->(d), \
      (:Group {name: 'residents'})-[:MENTIONED_IN {begin: 41}]->(d), \
      (:Sentence {text: 'Residents of the old town did not.'})-[:SENTENCE_OF {sentence: 5, begin: 41, end: 80}]->(d)
      """
    let correction = """
      MATCH (a:Claim {key: 'bridge:c1'}) CREATE (a)<-[:CONTRADICTS {correction: true}]-(:Claim {key: 'later:c1', certainty: \
      'denied', text: 'it never shut'})-[:STATED_IN {begin: 0, sentence: 2}]->(:Document {title: 'A Correction', \
      date: '2024-06-05'})
      """
    assertSnapshot(
      try Self.transcript([groups + "\n:why residents", correction + "\n:conflicts"]), named: "told-apart.txt")
  }

  @Test func `a drawing is written as DOT`() throws {
    try Scratch.folder { folder in
      let path = folder.appending(path: "bridge.dot").path
      let outcome = try DossierBinary.run(["--no-init", Self.graph, "-c", ":show Quay Bridge \(path)"])
      #expect(outcome.complaint == "wrote \(path): 3 nodes, 3 relationships\n")
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("digraph"))
    }
  }

  @Test func `the whole graph is drawn into a file`() throws {
    try Scratch.folder { folder in
      let path = folder.appending(path: "graph.dot").path
      let outcome = try DossierBinary.run(["--no-init", Self.graph, "-c", ":show --graph \(path)"])
      #expect(outcome.complaint.hasPrefix("wrote \(path)"))
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("label=\"Quay Bridge"))
      for wrong in [":show --graph", ":show Quay Bridge --graph \(path)"] {
        let refused = try DossierBinary.run(["--no-init", Self.graph, "-c", wrong])
        #expect(
          refused.complaint.contains("the whole graph is drawn into a file")
            && refused.complaint.contains(":show --graph FILE.svg"))
      }
    }
  }
}
