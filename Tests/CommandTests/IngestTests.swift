import Foundation
import Testing

@Suite struct IngestTests {
  private static let report = """
    ---
    title: Quay Bridge shut
    date: 2024-06-03
    ---
    Ana Ruiz, the mayor of Riga, said on Monday that Piet Vos was killed in the attack.

    """

  @Test func `the same document twice changes nothing`() throws {
    try Scratch.folder { folder in
      let document = try folder.writing(Self.report, to: "report.md")
      let file = folder.appending(path: "g.dossier").path
      let first = try DossierBinary.run("ingest", document, "--graph", file)
      #expect(first.status == 0, "\(first.complaint)")
      let graph = try DossierBinary.run("export", file, "--format", "jsonl").output
      #expect(graph.contains("\"Document\"") && graph.contains("Quay Bridge shut"))
      let second = try DossierBinary.run("ingest", document, "--graph", file)
      #expect(second.status == 0 && second.complaint.contains("the graph has this document already"))
      #expect(try DossierBinary.run("export", file, "--format", "jsonl").output == graph)
    }
  }

  @Test func `a folder's corrections are run last`() throws {
    try Scratch.folder { folder in
      _ = try folder.writing(Self.report, to: "report.md")
      _ = try folder.writing("MATCH (d:Document) SET d.checked = true;\n", to: "corrections.cypher")
      let exported = try DossierBinary.run("export", folder.path, "--format", "jsonl")
      #expect(exported.status == 0 && exported.output.contains("\"checked\":true"), "\(exported.complaint)")
      _ = try folder.writing("MATCH (d:Document SET d.checked = true;\n", to: "corrections.cypher")
      let broken = try DossierBinary.run("export", folder.path, "--format", "jsonl")
      #expect(broken.status == 1 && broken.complaint.contains("corrections.cypher, statement at line 1"), "\(broken.complaint)")
    }
  }

  @Test func `day and title are used where the document does not say`() throws {
    try Scratch.folder { folder in
      let document = try folder.writing("Ana Ruiz met Piet Vos in Riga.\n", to: "note.txt")
      let file = folder.appending(path: "g.dossier").path
      let outcome = try DossierBinary.run("ingest", document, "--graph", file, "--date", "2024-06-03", "--title", "A note")
      #expect(outcome.status == 0, "\(outcome.complaint)")
      let graph = try DossierBinary.run("export", file, "--format", "jsonl").output
      #expect(graph.contains("\"title\":\"A note\"") && graph.contains("2024-06-03"))
      #expect(try DossierBinary.run("ingest", document, "--graph", file, "--date", "soon").status == 2)
      #expect(try DossierBinary.run("ingest", folder.appending(path: "none.txt").path, "--graph", file).status == 1)
    }
  }

  @Test func `extract prints mentions whose offsets count scalars`() throws {
    let text = "Zoë 😀 met Ana Ruiz in Riga."
    let outcome = try DossierBinary.run("extract", "-", input: text)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let scalars = Array(text.unicodeScalars)
    var count = 0
    for line in outcome.output.split(separator: "\n") {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard object["kind"] as? String == "mention" else { continue }
      let begin = try #require(object["begin"] as? Int)
      let end = try #require(object["end"] as? Int)
      #expect(String(String.UnicodeScalarView(scalars[begin..<end])) == object["text"] as? String)
      count += 1
    }
    #expect(count > 0)
    let words = try DossierBinary.run("extract", "--format", "conllu", input: text)
    #expect(words.status == 0 && words.output.contains("1\tZoë\t"))
  }

  @Test func `extract reads many documents at once`() throws {
    let input = "{\"id\": \"a\", \"text\": \"Ana Ruiz is in Riga.\"}\n{\"id\": \"b\", \"text\": \"Piet Vos is in Oslo.\"}\n"
    let outcome = try DossierBinary.run("extract", "--batch", "-", input: input)
    #expect(outcome.status == 0 && outcome.output.contains("\"document\":\"a\"") && outcome.output.contains("\"document\":\"b\""))
    let broken = try DossierBinary.run("extract", "--batch", "-", input: "{\"id\": 1}\n")
    #expect(broken.status == 1 && broken.complaint.contains("standard input, line 1"))
  }
}
