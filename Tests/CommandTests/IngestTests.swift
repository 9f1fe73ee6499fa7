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

  @Test func `a pile of many formats is read, what cannot be read is reported, and the exit code says so`() throws {
    try Scratch.folder { folder in
      let pile = folder.appending(path: "pile")
      let below = pile.appending(path: "below")
      try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
      _ = try pile.writing(Self.report, to: "a.md")
      _ = try below.writing("<html><body><article><p>Ana Ruiz met Karl Berg in Oslo.</p></article></body></html>", to: "b.html")
      _ = try below.writing(
        "From: Eva Lund <e@example.org>\nSubject: Ferry\n\nThe ferry to Riga sank on Monday, police said.\n", to: "c.eml")
      _ = try pile.writing(
        """
        {"id": "x1", "title": "One", "text": "Karl Berg was arrested in Oslo."}
        {"id": "x2", "title": "Two", "text": "Eva Lund resigned on Friday."}
        {"id": "x3"}

        """, to: "d.jsonl")
      try Data(Array("The caf".utf8) + [0xE9] + Array(" in Riga was shut by police.".utf8)).write(
        to: pile.appending(path: "e.txt"))
      try Data([0, 1, 2, 3, 255]).write(to: pile.appending(path: "f.txt"))
      let file = folder.appending(path: "g.dossier").path
      let outcome = try DossierBinary.run("ingest", pile.path, "--graph", file)
      #expect(outcome.status == 1)
      #expect(outcome.complaint.contains("f.txt: byte 0 is not UTF-8 text"), "\(outcome.complaint)")
      #expect(outcome.complaint.contains("d.jsonl, line 3: the article has no text"), "\(outcome.complaint)")
      #expect(outcome.complaint.contains("6 documents read, 2 could not be read"), "\(outcome.complaint)")
      let origins = try DossierBinary.run("-c", "MATCH (d:Document) RETURN d.origin AS o ORDER BY o", "-m", "csv", file).output
      #expect(
        origins.split(whereSeparator: \.isNewline).dropFirst().map(String.init) == [
          "pile/a.md", "pile/below/b.html", "pile/below/c.eml", "pile/d.jsonl#x1", "pile/d.jsonl#x2", "pile/e.txt",
        ])
      let again = try DossierBinary.run("ingest", pile.appending(path: "*.md").path, "--graph", file)
      #expect(again.status == 0 && again.complaint.contains("0 documents read, 1 known already"), "\(again.complaint)")
    }
  }

  @Test func `of a text in another language the sentences are kept, and the command says so`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "g.dossier").path
      let text = "Le ministre a déclaré mardi que quatre soldats ont été tués dans une attaque près de Gao."
      let report = try folder.writing(text, to: "fr.txt")
      let outcome = try DossierBinary.run("ingest", report, "--graph", file)
      #expect(outcome.status == 0)
      #expect(outcome.complaint.contains("fr.txt: the text is in French; only English is understood"), "\(outcome.complaint)")
      #expect(outcome.complaint.contains("1 document read, 1 in another language than English"), "\(outcome.complaint)")
      let found = try DossierBinary.run("-c", "MATCH (n) RETURN DISTINCT labels(n)[0] AS l ORDER BY l", "-m", "csv", file).output
      #expect(found.split(whereSeparator: \.isNewline).map(String.init) == ["l", "Document", "Sentence"])
    }
  }

  @Test func `what was sent with a mail is read as documents of their own`() throws {
    try Scratch.folder { folder in
      let mail = try folder.writing(
        """
        From: Eva Lund <e@example.org>
        Subject: Ferry
        Date: Tue, 4 Jun 2024 10:15:00 +0200
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        The ferry to Riga sank on Monday, police said.
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="../../notes.txt"

        Karl Berg was arrested in Oslo on Monday.
        --b
        Content-Type: image/png; name=map.png
        Content-Disposition: attachment

        no text
        --b
        Content-Type: application/pdf; name=broken.pdf
        Content-Disposition: attachment

        %PDF-1.4
        --b
        Content-Type: message/rfc822

        From: Ana Ruiz <a@example.org>
        Subject: Fw: Bridge

        The bridge in Tartu was closed by the mayor.
        --b--

        """, to: "c.eml")
      let file = folder.appending(path: "g.dossier").path
      let outcome = try DossierBinary.run("ingest", mail, "--graph", file)
      #expect(outcome.status == 1 && outcome.complaint.contains("3 documents read, 1 could not be read"), "\(outcome.complaint)")
      #expect(outcome.complaint.contains("c.eml, broken.pdf: "), "\(outcome.complaint)")
      let query = "MATCH (d:Document) RETURN d.origin AS o, d.title AS t, d.date AS day ORDER BY o"
      #expect(
        try DossierBinary.run("-c", query, "-m", "csv", file).output.split(whereSeparator: \.isNewline).dropFirst().map(
          String.init) == [
            "c.eml,Ferry,2024-06-04", "c.eml#message.eml,Fw: Bridge,2024-06-04", "c.eml#notes.txt,notes,2024-06-04",
          ])
      let again = try DossierBinary.run("ingest", mail, "--graph", file)
      #expect(again.complaint.contains("0 documents read, 3 known already"), "\(again.complaint)")
    }
  }

  @Test func `a mail that only brings something is no document itself`() throws {
    try Scratch.folder { folder in
      let mail = try folder.writing(
        """
        Subject: Notes
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain


        --b
        Content-Type: text/plain; name=notes.txt
        Content-Disposition: attachment

        Karl Berg was arrested in Oslo on Monday.
        --b--

        """, to: "d.eml")
      let outcome = try DossierBinary.run("ingest", mail, "--graph", folder.appending(path: "g.dossier").path)
      #expect(outcome.status == 0 && outcome.complaint.contains("1 document read"), "\(outcome.complaint)")
    }
  }

  @Test func `a file that is PDF is read where pdftotext is, and says what is missing where it is not`() throws {
    try Scratch.folder { folder in
      let file = try folder.writing("%PDF-1.4\n", to: "a.pdf")
      let outcome = try DossierBinary.run("ingest", file, "--graph", folder.appending(path: "g.dossier").path)
      #expect(outcome.status == 1 && outcome.complaint.contains("pdftotext"), "\(outcome.complaint)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "g.dossier").path))
    }
  }

  private static func exported(_ file: String) throws -> String {
    try DossierBinary.run("export", file, "--format", "jsonl").output
  }

  @Test func `a document that has changed replaces what came from its old text and nothing else`() throws {
    try Scratch.folder { folder in
      let pile = folder.appending(path: "pile")
      try FileManager.default.createDirectory(at: pile, withIntermediateDirectories: true)
      _ = try pile.writing(
        "Ana Ruiz, the mayor of Riga, met Karl Berg of the Northern Bank in Oslo on June 3, 2024.\n", to: "a.txt")
      _ = try pile.writing("Police in Oslo said on June 5, 2024, that Karl Berg was arrested.\n", to: "b.txt")
      let file = folder.appending(path: "g.dossier").path
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", file).status == 0)
      _ = try pile.writing("Piet Vos, the mayor of Tartu, met Karl Berg in Narva on June 3, 2024.\n", to: "a.txt")
      let outcome = try DossierBinary.run("ingest", pile.path, "--graph", file)
      #expect(outcome.complaint.contains("1 of them in place of an older text"), "\(outcome.complaint)")
      let graph = try Self.exported(file)
      for gone in ["Ana Ruiz", "Riga", "Northern Bank"] { #expect(!graph.contains(gone), "\(gone) is left") }
      for kept in ["Piet Vos", "Tartu", "Narva", "Karl Berg", "arrested", "Oslo"] {
        #expect(graph.contains(kept), "\(kept) is lost")
      }
      #expect(try DossierBinary.run("check", file).status == 0)
      // The same as what the texts give that have always been so, ids aside.
      let fresh = folder.appending(path: "fresh.dossier").path
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", fresh).status == 0)
      let counts = "MATCH (n) RETURN labels(n) AS labels, count(*) AS count ORDER BY labels"
      #expect(try DossierBinary.run("-c", counts, file).output == DossierBinary.run("-c", counts, fresh).output)
      let types = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY type"
      #expect(try DossierBinary.run("-c", types, file).output == DossierBinary.run("-c", types, fresh).output)
    }
  }

  @Test func `a number that no document gives any more gives way to the one that is left`() throws {
    try Scratch.folder { folder in
      let pile = folder.appending(path: "pile")
      try FileManager.default.createDirectory(at: pile, withIntermediateDirectories: true)
      _ = try pile.writing("Gunmen attacked a camp in Riga on June 2, 2024 and killed 12 people, police said.\n", to: "a.txt")
      _ = try pile.writing("Officials said gunmen attacked a camp in Riga on June 2, 2024 and killed 15 people.\n", to: "b.txt")
      let file = folder.appending(path: "g.dossier").path
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", file).status == 0)
      let events = "MATCH (e:Event) WHERE e.killed IS NOT NULL RETURN e.killed AS killed, e.disputed AS disputed ORDER BY killed"
      let before = try DossierBinary.run("-c", events, file).output
      #expect(before == "{\"killed\":12,\"disputed\":true}\n")
      _ = try pile.writing("It rained in Riga on June 2, 2024.\n", to: "a.txt")
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", file).status == 0)
      #expect(try DossierBinary.run("-c", events, file).output == "{\"killed\":15,\"disputed\":null}\n")
    }
  }

  @Test func `a document that was moved is the same document, and a copy of it is linked`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "g.dossier").path
      let first = try folder.writing(Self.report, to: "a.md")
      #expect(try DossierBinary.run("ingest", first, "--graph", file).status == 0)
      try FileManager.default.moveItem(atPath: first, toPath: folder.appending(path: "b.md").path)
      let moved = try DossierBinary.run("ingest", folder.appending(path: "b.md").path, "--graph", file)
      #expect(moved.complaint.contains("has this document already"), "\(moved.complaint)")
      let origins = "MATCH (d:Document) OPTIONAL MATCH (d)-[r:DUPLICATE_OF]->(e) RETURN d.origin AS o, e.origin AS e ORDER BY o"
      #expect(try DossierBinary.run("-c", origins, file).output == "{\"o\":\"b.md\",\"e\":null}\n")
      let claims = try DossierBinary.run("-c", "MATCH (c:Claim) RETURN count(c) AS n", file).output
      _ = try folder.writing(Self.report, to: "c.md")
      #expect(try DossierBinary.run("ingest", folder.path, "--graph", file).status == 0)
      #expect(
        try DossierBinary.run("-c", origins, file).output
          == "{\"o\":\"b.md\",\"e\":null}\n{\"o\":\"c.md\",\"e\":\"b.md\"}\n")
      #expect(try DossierBinary.run("-c", "MATCH (c:Claim) RETURN count(c) AS n", file).output == claims)
    }
  }

  @Test func `reading a folder in two runs gives the same graph as in one`() throws {
    try Scratch.folder { folder in
      let pile = folder.appending(path: "pile")
      try FileManager.default.createDirectory(at: pile, withIntermediateDirectories: true)
      let people = ["Ana Ruiz", "Karl Berg", "Eva Lund", "Piet Vos"]
      func write(_ numbers: Range<Int>) throws {
        for number in numbers {
          let (one, other) = (people[number % 4], people[number / 4 % 4])
          _ = try pile.writing(
            """
            \(one), head of the Northern Bank, met \(other) in Oslo on June \(number % 5 + 1), 2024.
            Police said \(number % 7 + 1) people were killed in the attack on Riga on June 2, 2024. Lund denied it.

            """, to: "\(number + 10).txt")
        }
      }
      try write(0..<9)
      let two = folder.appending(path: "two.dossier").path
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", two).status == 0)
      try write(9..<20)
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", two).status == 0)
      let one = folder.appending(path: "one.dossier").path
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", one).status == 0)
      #expect(try Self.exported(one) == Self.exported(two))
    }
  }

  @Test func `what a human decides about entities is kept and done again`() throws {
    try Scratch.folder { folder in
      let pile = folder.appending(path: "pile")
      try FileManager.default.createDirectory(at: pile, withIntermediateDirectories: true)
      _ = try pile.writing("Ana Ruiz, the mayor of Riga, met Karl Berg in Oslo.\n", to: "a.txt")
      _ = try pile.writing("Anna Ruiz-Berg resigned as mayor of Riga on Friday.\n", to: "b.txt")
      let merge = "CALL dossier.merge('Ana Ruiz', 'Anna Ruiz-Berg', {reason: 'one mayor'}) YIELD node RETURN node.name AS name"
      let outcome = try DossierBinary.run("-c", merge, pile.path)
      #expect(outcome.status == 0 && outcome.output.contains("Ana Ruiz"), "\(outcome.complaint)")
      let script = try String(contentsOf: pile.appending(path: "corrections.cypher"), encoding: .utf8)
      #expect(script == "CALL dossier.merge('Ana Ruiz', 'Anna Ruiz-Berg', {label: 'Person', reason: 'one mayor'});\n")
      let persons = "MATCH (p:Person) RETURN p.name AS name, p.aliases AS aliases ORDER BY name"
      let read = try DossierBinary.run("-c", persons, pile.path)
      #expect(read.status == 0 && !read.output.contains("\"name\":\"Anna"), "\(read.output) \(read.complaint)")
      #expect(read.output.contains("Anna Ruiz-Berg"))
      #expect(try String(contentsOf: pile.appending(path: "corrections.cypher"), encoding: .utf8) == script)
      // A graph file keeps it beside itself, and does it again when a document has been read anew.
      let file = folder.appending(path: "g.dossier").path
      try FileManager.default.removeItem(at: pile.appending(path: "corrections.cypher"))
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", file).status == 0)
      #expect(try DossierBinary.run("-c", merge, file).status == 0)
      #expect(try String(contentsOf: folder.appending(path: "g.corrections.cypher"), encoding: .utf8) == script)
      _ = try pile.writing("Anna Ruiz-Berg resigned as mayor of Riga on Friday, police said.\n", to: "b.txt")
      #expect(try DossierBinary.run("ingest", pile.path, "--graph", file).status == 0)
      #expect(try !DossierBinary.run("-c", persons, file).output.contains("\"name\":\"Anna"))
    }
  }

  @Test func `extract shows a document with what was understood, without colour where no terminal is`() throws {
    try Scratch.folder { folder in
      let document = try folder.writing(
        "---\ntitle: <b>Raid</b>\n---\nAna Ruiz said \u{1B}[31mPiet Vos\u{202E} was killed in Riga on June 3, 2024.\n", to: "r.md"
      )
      let text = try DossierBinary.run("extract", "--format", "text", document)
      #expect(text.status == 0 && text.output.contains("[Ana Ruiz|Person "), "\(text.output)\(text.complaint)")
      #expect(
        text.output.contains("reported by Ana Ruiz") && !text.output.contains("\u{1B}") && !text.output.contains("\u{202E}"))
      let page = try DossierBinary.run("extract", "--format", "html", document)
      #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("&lt;b&gt;Raid"))
      #expect(!page.output.contains("<b>Raid") && !page.output.contains("\u{202E}"))
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
