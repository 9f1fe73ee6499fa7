import Foundation
import Graph
import Interchange
import TestSupport
import Testing

@Suite struct ImportExportTests {
  private static let people = "id:ID,name:STRING,born:DATE,:LABEL\n1,Ana,1990-02-28,Person\n2,Zoë,,Person;Spy\n"
  private static let knows = ":START_ID,:END_ID,:TYPE,since:INT64\n1,2,KNOWS,2001\n"

  /// Imports a folder of two CSV files into a graph file.
  private func graph(in folder: URL) throws -> String {
    let source = folder.appending(path: "csv")
    try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
    _ = try source.writing(Self.people, to: "people.csv")
    _ = try source.writing(Self.knows, to: "knows.csv")
    let file = folder.appending(path: "g.dossier").path
    let outcome = try DossierBinary.run("import", source.path, "--graph", file)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(outcome.complaint == "\(file): 2 nodes, 1 relationship\n")
    return file
  }

  @Test func `a folder of CSV files becomes a graph with an index on the ids`() throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let requests = """
        {"query": "MATCH (p:Person {id: 1})-[k:KNOWS]->(q) RETURN p.name, p.born, k.since, q.name, labels(q)"}
        {"query": "CREATE (:Person {id: 1})"}
        """
      let outcome = try DossierBinary.run("pipe", file, input: requests)
      #expect(outcome.output.contains(#""rows":[["Ana","1990-02-28",2001,"Zoë",["Person","Spy"]]]"#), "\(outcome.output)")
      #expect(outcome.output.contains("ConstraintValidationFailed"))
    }
  }

  @Test(
    "a graph exported and imported again is the same graph", arguments: ["jsonl", "cypher", "csv"])
  func roundTrip(format: String) throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let exported = folder.appending(path: format == "csv" ? "out" : "out.\(format)").path
      #expect(try DossierBinary.run("export", file, "--format", format, "-o", exported).status == 0)
      let again = folder.appending(path: "again.dossier").path
      let outcome = try DossierBinary.run("import", exported, "--graph", again)
      #expect(outcome.status == 0, "\(outcome.complaint)")
      let first = try DossierBinary.run("export", file, "--format", "jsonl")
      #expect(
        first.output.contains(#""properties":{"id":1,"name":"Ana","born":"1990-02-28"},"types":{"born":"Date"}}"#),
        "\(first.output)")
      #expect(try DossierBinary.run("export", again, "--format", "jsonl").output == first.output)
    }
  }

  @Test(
    "a large graph survives a script", arguments: [3, 800])
  func script(count: Int) throws {
    try Scratch.folder { folder in
      let script = try folder.writing(
        """
        UNWIND range(1, \(count)) AS i
        CREATE (:N {i: i, at: date('2013-01-11') + duration({days: i})})-[:T {x: 1.0 / i}]->(:M);
        """,
        to: "s.cypher")
      let first = try DossierBinary.run("export", script, "--format", "cypher")
      #expect(first.status == 0, "\(first.complaint)")
      let copy = try folder.writing(first.output, to: "copy.cypher")
      let second = try DossierBinary.run("export", copy, "--format", "jsonl")
      #expect(second.status == 0, "\(second.complaint)")
      let original = try DossierBinary.run("export", script, "--format", "jsonl")
      #expect(original.output.split(separator: "\n").count == 3 * count)
      // Nodes come by label, so their ids may differ.
      func contents(_ text: String) -> [String] {
        text.replacing(/"(id|source|target)":\d+,/, with: "").split(separator: "\n").map(String.init).sorted()
      }
      #expect(contents(second.output) == contents(original.output))
    }
  }

  /// Through the store and the engine, where the round trips of the formats by themselves do not go.
  @Test(
    "any graph survives every format that is read",
    arguments: zip([1, 2, 3, 4, 5, 6, 7, 8] as [UInt64], ["jsonl", "jsonl", "csv", "csv"] + repeatElement("cypher", count: 4)))
  func anyGraph(seed: UInt64, format: String) throws {
    try Scratch.folder { folder in
      var random = RandomGraph(seed: seed)
      // Seeds in turn stay below and go beyond what a script says in one statement.
      let scale = seed.isMultiple(of: 2) ? 10 : 1
      let elements = random.elements(nodeCount: 40 * scale, relationshipCount: 50 * scale)
      let text = ByteOutput()
      try JSONLinesWriter().write(ElementList(elements), to: text)
      let first = folder.appending(path: "first.dossier").path
      let imported = try DossierBinary.run("import", try folder.writing(text.text, to: "graph.jsonl"), "--graph", first)
      #expect(imported.status == 0, "seed \(seed): \(imported.complaint)")
      let exported = folder.appending(path: format == "csv" ? "out" : "out.\(format)").path
      #expect(try DossierBinary.run("export", first, "--format", format, "-o", exported).status == 0)
      let second = folder.appending(path: "second.dossier").path
      let again = try DossierBinary.run("import", exported, "--graph", second)
      #expect(again.status == 0, "seed \(seed): \(again.complaint)")
      let before = try Self.contents(of: first)
      #expect(before.count == elements.count)
      #expect(try Self.contents(of: second) == before, "seed \(seed)")
    }
  }

  /// What the elements of a graph say, sorted: nodes may be numbered anew, so a relationship says what its ends say.
  private static func contents(of file: String) throws -> [String] {
    let output = try DossierBinary.run("export", file, "--format", "jsonl").output
    var reader = JSONLinesReader(InputBytes(output.utf8, name: file))
    var nodes: [NodeID: String] = [:]
    var contents: [String] = []
    while let elements = try reader.next() {
      for element in elements {
        switch element {
        case .node(let node):
          nodes[node.id] = GraphElement.node(Node(id: NodeID(0), labels: node.labels, properties: node.properties)).text
          contents.append(nodes[node.id]!)
        case .relationship(let relationship):
          let content = relationship.content!
          let bare = Relationship(
            id: RelationshipID(0), type: content.type, source: NodeID(0), target: NodeID(0), properties: content.properties)
          contents.append(nodes[content.source]! + GraphElement.relationship(bare).text + nodes[content.target]!)
        }
      }
    }
    return contents.sorted()
  }

  @Test func `a broken source is refused with its place, and nothing is left`() throws {
    try Scratch.folder { folder in
      let source = try folder.writing(":ID,age:INT64\n1,5\n2,old\n", to: "people.csv")
      let file = folder.appending(path: "g.dossier").path
      let outcome = try DossierBinary.run("import", source, "--graph", file)
      #expect(outcome.status == 1)
      #expect(outcome.complaint == "error: \(source), record 3, column age:INT64: found `old`, expected an integer of 64 bits\n")
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func `an import into a graph that is ended on the way leaves the graph as it was, and whole`(signal: Int32) throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let before = try DossierBinary.run("export", file, "--format", "jsonl").output
      let rows = (100..<60_000).map { "\($0),name \($0 % 977),Person\n" }
      let source = try folder.writing("id:ID,name:STRING,:LABEL\n" + rows.joined(), to: "more.csv")
      for delay in [20_000, 60_000, 110_000, 200_000] {
        let process = Process()
        process.executableURL = URL(filePath: DossierBinary.path)
        process.arguments = ["import", source, "--graph", file]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        usleep(UInt32(delay))
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(try DossierBinary.run("check", file).status == 0)
        let now = try DossierBinary.run("export", file, "--format", "jsonl").output
        if now == before { continue }
        // It may have come to its end before the signal, and then all of it is there.
        #expect(now.split(separator: "\n").count == before.split(separator: "\n").count + rows.count)
        return
      }
      #expect(try DossierBinary.run("import", source, "--graph", file).status == 0)
      let counted = try DossierBinary.run(file, "--mode", "csv", "-c", "MATCH (n) RETURN count(n) > 59900 AS c")
      #expect(counted.output.contains("true"), "\(counted)")
      #expect(try DossierBinary.run("check", file).status == 0)
    }
  }

  @Test func `a broken source leaves the graph that was there as it was`() throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let before = try DossierBinary.run("export", file, "--format", "jsonl").output
      let source = folder.appending(path: "more")
      try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
      _ = try source.writing("id:ID,:LABEL\n8,Person\n9,Person\n", to: "a.csv")
      _ = try source.writing(":START_ID,:END_ID,:TYPE\n8,9,T\n9,77,T\n", to: "b.csv")
      let dangling = try DossierBinary.run("import", source.path, "--graph", file)
      #expect(dangling.status == 1)
      #expect(dangling.complaint.contains("b.csv, record 3: no node has the id 77"), "\(dangling.complaint)")
      _ = try source.writing("id:ID,:LABEL\n1,Person\n", to: "a.csv")
      _ = try source.writing(":START_ID,:END_ID,:TYPE\n", to: "b.csv")
      #expect(try DossierBinary.run("import", source.path, "--graph", file).status == 1)
      let script = try folder.writing("CREATE (:X);\nCREATE (:Y);\nRETURN x;\n", to: "bad.cypher")
      let failed = try DossierBinary.run("import", script, "--graph", file)
      #expect(failed.status == 1 && failed.complaint.contains("bad.cypher, statement at line 3"), "\(failed.complaint)")
      #expect(try DossierBinary.run("export", file, "--format", "jsonl").output == before)
    }
  }

  @Test func `an export of what a query returns has the ends of its relationships`() throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let outcome = try DossierBinary.run(
        "export", file, "--format", "cypher", "--query", "MATCH (:Person {id: 1})-[k]->() RETURN [k]")
      #expect(
        outcome.output == """
          CREATE
            (n0:Person {id: 1, name: 'Ana', born: date('1990-02-28')}),
            (n1:Person:Spy {id: 2, name: 'Zoë'}),
            (n0)-[:KNOWS {since: 2001}]->(n1);

          """)
      let none = try DossierBinary.run("export", file, "--format", "jsonl", "--query", "MATCH (x:Nobody) RETURN x")
      #expect(none.status == 0 && none.output.isEmpty)
      #expect(try DossierBinary.run("export", file, "--format", "jsonl", "--query", "MATCH (x RETURN x").status == 1)
    }
  }

  @Test func `the output's name says the format`() throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let dot = folder.appending(path: "g.dot").path
      #expect(try DossierBinary.run("export", file, "-o", dot).status == 0)
      #expect(try String(contentsOfFile: dot, encoding: .utf8).hasPrefix("digraph \"dossier\" {\n"))
      #expect(try DossierBinary.run("export", file).status == 2)
      #expect(try DossierBinary.run("export", file, "--format", "xls").status == 2)
      #expect(try DossierBinary.run("export", file, "--format", "dot", "--cluster", "colour").status == 2)
      #expect(try DossierBinary.run("export", folder.appending(path: "none.dossier").path, "--format", "dot").status == 3)
    }
  }

  @Test func `a picture is drawn, or the missing program is named`() throws {
    try Scratch.folder { folder in
      let file = try graph(in: folder)
      let picture = folder.appending(path: "g.svg").path
      let outcome = try DossierBinary.run("export", file, "-o", picture)
      if outcome.status == 0 {
        #expect(try String(contentsOfFile: picture, encoding: .utf8).contains("<title>n0&#45;&gt;n1</title>"))
      } else {
        #expect(outcome.complaint.contains("Graphviz is not installed"))
      }
    }
  }

  @Test func `whoever closes the pipe early ends an export without a word`() throws {
    try Scratch.folder { folder in
      let script = try folder.writing(
        "UNWIND range(1, 20000) AS i CREATE (:N {i: i, text: 'some words to fill the pipe'});", to: "s.cypher")
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", "{ \"$0\" export \"$1\" --format jsonl; echo \"status $?\" >&2; } | head -n 1", DossierBinary.path, script,
      ]
      let output = Pipe()
      let complaint = Pipe()
      process.standardOutput = output
      process.standardError = complaint
      try process.run()
      let text = String(decoding: try #require(try output.fileHandleForReading.readToEnd()), as: UTF8.self)
      let said = String(decoding: try #require(try complaint.fileHandleForReading.readToEnd()), as: UTF8.self)
      process.waitUntilExit()
      #expect(text.hasPrefix("{\"kind\":\"node\",\"id\":0,"))
      #expect(said == "status 0\n")
    }
  }
}
