import Cypher
import Foundation
import Graph
import TestSupport
import Testing

@testable import Shell

@Suite struct TranscriptTests {
  /// Each line as typed, with what it gives below it.
  static func transcript(_ bench: ShellBench, _ lines: [String]) -> String {
    var text = ""
    for line in lines { text += "bridge> " + line + "\n" + bench.transcript(line) }
    return text
  }

  static func bench() -> ShellBench {
    let bench = ShellBench(columns: 80)
    bench.session.on(
      "p.name AS who", ["who", "sure"],
      [[.string("Harbour Board"), .float(0.95)], [.string("Zoë Müller"), .null], [.string("日本"), .integer(1)]])
    var summary = QuerySummary()
    summary.counters.nodesCreated = 2
    summary.counters.propertiesSet = 1
    summary.milliseconds = 3.25
    bench.session.on("CREATE", [], [], summary)
    var warned = QuerySummary()
    warned.notifications = [Notification(message: "no node has label Preson", hint: "did you mean Person (9)?")]
    bench.session.on("Preson", ["n"], [], warned)
    bench.session.fail(
      "titel",
      CypherError(
        .syntaxError, .unknownFunction, "no function `titel`", at: SourceSpan(17, 22), hint: "did you mean `title`?"
      ).located(in: "MATCH (p)\nRETURN titel(p.name)"))
    return bench
  }

  @Test func `statements, their errors, warnings and counts`() {
    let text = Self.transcript(
      Self.bench(),
      [
        "MATCH (p) RETURN p.name AS who, 1 AS sure;", "MATCH (p)\nRETURN titel(p.name);", "MATCH (n:Preson) RETURN n;",
        "CREATE (a), (b {x: 1});", ":timing on", "CREATE (a);", "MATCH (p) RETURN p.name AS who;", "RETRUN 1;", ":last line",
        ":last csv",
      ])
    assertSnapshot(text, named: "statements.txt")
  }

  @Test func `commands of the shell, well and badly used`() {
    let text = Self.transcript(
      Self.bench(),
      [
        ":version", ":mode", ":mode nonsense", ":mode markdown", "MATCH (p) RETURN p.name AS who;", ":mode box", ":labels",
        ":types", ":schema", ":schema person", ":schema Preson", ":set", ":set max_rows many", ":set colour on",
        ":timing perhaps", ":open",
        ":open missing.dossier", ":open \"a b.dossier\" --read-only", ":open a b", ":save", ":save copy.dossier", ":ingest",
        ":ingest a.md b.html", ":import", ":import g.jsonl", ":export", ":export yaml", ":export jsonl", ":params", ":param x",
        ":param clear", ":why", ":why 99", ":show", ":source", ":source /nonexistent/script.cypher", ":frobnicate", ":",
        ":begin now",
      ])
    assertSnapshot(text, named: "commands.txt")
  }

  @Test func `transactions show in the prompt`() {
    let bench = Self.bench()
    bench.run(":begin")
    #expect(bench.context.prompt(nil).main == "bridge*> ")
    bench.run(":commit")
    #expect(bench.context.prompt(nil).main == "bridge> ")
    #expect(bench.session.ran.map(\.text) == ["BEGIN", "COMMIT"])
  }

  @Test func `a parameter is what its expression gives`() {
    let bench = Self.bench()
    bench.session.on("RETURN 1 + 2 AS value", ["value"], [[.integer(3)]])
    bench.session.on("RETURN {a: 1} AS value", ["value"], [[.map(["a": .integer(1)])]])
    bench.run(":param x => 1 + 2\n:param {a: 1}")
    #expect(bench.transcript(":params") == "a => 1\nx => 3\n")
    bench.run("RETURN $x;")
    #expect(bench.session.ran.last?.parameters.count == 2)
    bench.run(":param clear")
    #expect(bench.context.parameters.isEmpty)
  }

  @Test func `results go to a file for once, or until told otherwise`() throws {
    let bench = Self.bench()
    let file = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).csv")
    let path = file.path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    bench.run(":mode csv\n:once \(path)\nMATCH (p) RETURN p.name AS who;")
    #expect(bench.data.take() == "")
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("who,sure\nHarbour Board,0.95\n"))
    #expect(bench.transcript("MATCH (p) RETURN p.name AS who;") == first)
    bench.run(":output \(path)\nMATCH (p) RETURN p.name AS who;\nMATCH (p) RETURN p.name AS who;\n:output")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first + first)
    #expect(bench.data.take() == "")
  }

  @Test func `a long result shows its ends and says so`() {
    let bench = ShellBench()
    bench.session.on("many", ["n"], (1...100).map { [.integer(Int64($0))] })
    let text = bench.transcript("RETURN many;")
    #expect(text.contains("│  20 │  20 │\n│   ⋮ │   ⋮ │\n│  81 │  81 │"))
    #expect(text.hasSuffix("100 rows, 60 not shown — :last shows all\n"))
    #expect(bench.transcript(":last").linesOfText().count == 105)
  }
}
