import Foundation
import Graph
import Testing

@testable import Documents

/// Invented reports with the graphs that a careful reader makes of them, in the form of the gold files that documents are
/// scored with: entities, events, relations, claims and contradictions with their evidence. They are written by hand from
/// the meaning of the texts.
@Suite struct GoldDocumentsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Gold")

  static let names = ["brewery-bid", "dam-flood", "dockers-strike", "lakes-vote", "market-hall", "patrol-boats"]

  private func gold(_ name: String) throws -> (text: String, root: [String: Any]) {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".json"))
    return (text, try #require(JSONSerialization.jsonObject(with: data) as? [String: Any]))
  }

  @Test("every passage of a gold file is what the text has there", arguments: names)
  func offsets(name: String) throws {
    let (text, root) = try gold(name)
    let scalars = Array(text.unicodeScalars)
    var count = 0
    func walk(_ value: Any) {
      if let object = value as? [String: Any] {
        if let begin = object["begin"] as? Int, let end = object["end"] as? Int, let words = object["text"] as? String {
          #expect(String(String.UnicodeScalarView(scalars[begin..<end])) == words)
          count += 1
        }
        object.values.forEach(walk)
      } else if let list = value as? [Any] {
        list.forEach(walk)
      }
    }
    walk(root)
    #expect(count > 80)
  }

  @Test("most of the people, organisations and places that matter are nodes under one of their names", arguments: names)
  func entities(name: String) throws {
    let (text, root) = try gold(name)
    let graph = try SmallGraph(text)
    var names: Set<String> = []
    for node in graph.nodes(labelled: "Entity") {
      names.insert(NameFolding.folded(graph.properties[node].string("name") ?? ""))
      if case .list(let aliases)? = graph.properties[node]["aliases"] {
        for case .string(let alias) in aliases { names.insert(NameFolding.folded(alias)) }
      }
    }
    let wanted = try #require(root["entities"] as? [[String: Any]]).filter { $0["required"] as? Bool == true }
    let found = wanted.filter { one in
      let forms = [one["name"] as? String ?? ""] + (one["aliases"] as? [String] ?? [])
      return forms.contains { names.contains(NameFolding.folded($0)) }
    }
    #expect(found.count * 4 >= wanted.count * 3)
  }
}
