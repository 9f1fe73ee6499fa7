import Foundation
import Graph
import Interchange
import TestSupport
import Testing

/// What each format looks like.
@Suite struct SnapshotTests {
  static let graphs = [("report", SampleGraph.report), ("values", SampleGraph.values), ("empty", [])]

  private func text(_ write: (ByteOutput) throws -> Void) rethrows -> String {
    let output = ByteOutput()
    try write(output)
    return output.text
  }

  @Test("a graph as DOT", arguments: graphs) func dot(name: String, elements: [GraphElement]) throws {
    assertSnapshot(try text { try DOTWriter().write(ElementList(elements), to: $0) }, named: name + ".dot")
  }

  @Test("a graph as JSON Lines", arguments: graphs) func jsonLines(name: String, elements: [GraphElement]) throws {
    assertSnapshot(try text { try JSONLinesWriter().write(ElementList(elements), to: $0) }, named: name + ".jsonl")
  }

  @Test("a graph as a Cypher script", arguments: graphs) func cypher(name: String, elements: [GraphElement]) throws {
    assertSnapshot(try text { try CypherScriptWriter().write(ElementList(elements), to: $0) }, named: name + ".cypher")
  }

  @Test("a graph as GraphML", arguments: graphs) func graphML(name: String, elements: [GraphElement]) throws {
    assertSnapshot(try text { try GraphMLWriter().write(ElementList(elements), to: $0) }, named: name + ".graphml")
  }

  @Test("a graph as CSV", arguments: graphs) func csv(name: String, elements: [GraphElement]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-csv-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try CSVWriter().write(ElementList(elements), toFolder: folder.path)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let text = try files.map { "== \($0)\n" + (try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }.joined()
    assertSnapshot(text, named: name + ".csv.txt")
  }

  @Test func `a large graph as a Cypher script comes in statements of one kind each`() throws {
    var elements = (0..<600).map {
      SampleGraph.node($0, [$0 % 2 == 0 ? "Even" : "Imported"], ["importedAs": .integer(Int64($0))])
    }
    elements.append(SampleGraph.relationship(0, "NEXT", 0, 1))
    let script = try text { try CypherScriptWriter().write(ElementList(elements), to: $0) }
    assertSnapshot(
      script.split(separator: "\n").filter { !$0.hasPrefix("  [") }.joined(separator: "\n") + "\n", named: "large.cypher")
  }
}
