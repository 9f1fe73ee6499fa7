import Foundation
import Testing

/// Indexes and constraints through the program: dumps, the shell, checks, documents.
@Suite struct SchemaCommandTests {
  private static let script = """
    CREATE INDEX people FOR (p:Person) ON (p.name, p.born);
    CREATE TEXT INDEX FOR ()-[r:KNOWS]-() ON (r.how);
    CREATE FULLTEXT INDEX words FOR (n:Person|Place) ON EACH [n.name, n.`other names`]
      OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
    CREATE CONSTRAINT ids FOR (p:Person) REQUIRE p.id IS NODE KEY;
    CREATE CONSTRAINT FOR ()-[r:KNOWS]-() REQUIRE r.since IS NOT NULL;

    """

  private static let show = [
    "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options",
    "SHOW CONSTRAINTS YIELD name, type, properties",
  ]

  private func schema(of graph: String) throws -> String {
    try Self.show.map { try DossierBinary.run("--no-init", "-r", graph, "-c", $0).output }.joined()
  }

  @Test("indexes and constraints survive a dump as a script", arguments: [2, 700])
  func dump(count: Int) throws {
    try Scratch.folder { folder in
      let graph = folder.appending(path: "a.dossier").path
      let fill = """
        UNWIND range(1, \(count)) AS i CREATE (:Person {id: i, name: 'walker ' + i});
        MATCH (a:Person {id: 1}), (b:Person {id: 2}) CREATE (a)-[:KNOWS {since: 1}]->(b);
        """
      let made = try DossierBinary.run("--no-init", graph, "-c", Self.script + fill)
      #expect(made.status == 0, "\(made.complaint)")
      let dump = folder.appending(path: "dump.cypher").path
      #expect(try DossierBinary.run("export", graph, "-o", dump).status == 0)
      let again = folder.appending(path: "b.dossier").path
      let imported = try DossierBinary.run("import", dump, "--graph", again)
      #expect(imported.status == 0, "\(imported.complaint)")
      let expected = try schema(of: graph)
      #expect(expected.contains("exists_KNOWS_since") && expected.contains("english"))
      #expect(try schema(of: again) == expected)
      for file in [graph, again] { #expect(try DossierBinary.run("check", file).status == 0) }
      let search = "CALL db.index.fulltext.queryNodes('words', 'walkers') YIELD node RETURN count(*) AS n"
      #expect(try DossierBinary.run("--no-init", "-r", again, "-c", search).output == "{\"n\":\(count)}\n")
      let broken = try DossierBinary.run("--no-init", again, "-c", "CREATE (:Person {id: 1})")
      #expect(broken.status == 1 && broken.complaint.contains("DROP CONSTRAINT ids"))
    }
  }

  @Test func `an import that a constraint refuses leaves the graph as it was`() throws {
    try Scratch.folder { folder in
      let graph = folder.appending(path: "a.dossier").path
      #expect(
        try DossierBinary.run("--no-init", graph, "-c", "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.x IS NOT NULL").status == 0)
      let lines = #"{"kind":"node","id":0,"labels":["P"],"properties":{"y":1}}"# + "\n"
      for (name, text) in [("p.jsonl", lines), ("p.cypher", "CREATE (:P {y: 1});\n"), ("P.csv", "id:ID,y:INT\n1,1\n")] {
        let outcome = try DossierBinary.run("import", try folder.writing(text, to: name), "--graph", graph)
        #expect(outcome.status != 0 && outcome.complaint.contains("has no property `x`"), "\(name): \(outcome.complaint)")
      }
      #expect(try DossierBinary.run("--no-init", "-r", graph, "-c", "MATCH (n) RETURN count(*) AS n").output == "{\"n\":0}\n")
    }
  }

  @Test func `the shell's schema command lists indexes and constraints`() throws {
    let outcome = try DossierBinary.run("--no-init", "-m", "csv", "-c", Self.script + ":schema", "-c", ":schema KNOWS")
    #expect(
      outcome.output == """
        name,kind,element,properties
        people,range index,(:Person),"name, born"
        text_KNOWS_how,text index,[:KNOWS],how
        words,fulltext index,(:Person|Place),"name, other names"
        exists_KNOWS_since,not null,[:KNOWS],since
        ids,key,(:Person),id
        name,kind,element,properties
        text_KNOWS_how,text index,[:KNOWS],how
        exists_KNOWS_since,not null,[:KNOWS],since

        """, "\(outcome.output)\(outcome.complaint)")
  }

  @Test func `a graph of documents can be searched at once, misspelt or not`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Graphs/mali-2013").standardized.path
    let outcome = try DossierBinary.run(
      "--no-init", "-m", "csv", folder,
      "-c", "CALL db.index.fulltext.queryNodes('names', 'belmoktar~', {limit: 1}) YIELD node RETURN node.name AS name",
      "-c", "CALL dossier.search('hostages', {limit: 50}) YIELD index RETURN DISTINCT index ORDER BY index")
    #expect(outcome.status == 0 && outcome.output.contains("Belmokhtar"), "\(outcome.output)\(outcome.complaint)")
    #expect(outcome.output.contains("sentences"), "\(outcome.output)")
  }
}
