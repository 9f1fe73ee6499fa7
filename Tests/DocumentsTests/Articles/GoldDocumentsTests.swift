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

  /// The documents whose reading is measured here.
  static let measured = [
    "arms-flight", "brewery-bid", "clinic-brief", "corbel-proxy", "customs-trial", "dam-flood", "dance-teacher",
    "dockers-strike", "doping-panel", "grey-river", "halden-mayors", "harbour-inquest", "kirva-road", "lakes-vote",
    "market-hall", "masks-hearing", "night-convoy", "patient-leak", "patrol-boats", "quarry-company", "sorel-prison",
    "strake-trial", "two-mayors",
  ]

  /// The documents of which only the gold file is checked: how they are read is for the scorer to say.
  static let unmeasured = [
    "barracks-night", "border-post", "border-raid", "bravia-club", "brevania-count", "cable-cut", "copper-valley",
    "corvane-audit", "delta-election", "dovrenka-mine", "ember-ridge", "ferrol-strike", "fraud-trial", "grid-takeover",
    "halcyon-flights", "harvest-ruling", "hill-feature", "hollin-collision", "kolvar-front", "lido-council",
    "oldermoor-hearing", "ostrey-ward", "quake-update", "recount", "road-bribes", "salin-blast", "sanction-yacht",
    "sarne-takeover", "school-fund", "tessany-runoff", "tollgate-protest", "vaccine-batch", "valley-slide",
    "wind-turned",
  ]

  private func gold(_ name: String) throws -> (text: String, root: [String: Any]) {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".json"))
    return (text, try #require(JSONSerialization.jsonObject(with: data) as? [String: Any]))
  }

  @Test("every passage of a gold file is what the text has there", arguments: measured + unmeasured)
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

  @Test("a gold file refers only to what it defines, and defines nothing twice", arguments: measured + unmeasured)
  func references(name: String) throws {
    let root = try gold(name).root
    func list(_ key: String) throws -> [[String: Any]] { try #require(root[key] as? [[String: Any]]) }
    func identifiers(_ key: String) throws -> Set<String> {
      let all = try list(key).compactMap { $0["id"] as? String }
      #expect(Set(all).count == all.count)
      return Set(all)
    }
    let (entities, events, claims) = (try identifiers("entities"), try identifiers("events"), try identifiers("claims"))
    #expect(entities.isDisjoint(with: events))
    for event in try list("events") {
      let participants = try #require(event["participants"] as? [[String: Any]])
      let places = try #require(event["place"] as? [String])
      #expect(entities.isSuperset(of: participants.compactMap { $0["entity"] as? String } + places))
    }
    for relation in try list("relations") {
      #expect(entities.isSuperset(of: [relation["source"], relation["target"]].map { $0 as? String ?? "" }))
    }
    for claim in try list("claims") {
      let speakers = try #require(claim["saidBy"] as? [Any])
      #expect(entities.isSuperset(of: speakers.compactMap { $0 as? String }))
      let subjects = try #require(claim["about"] as? [String])
      #expect(entities.union(events).isSuperset(of: subjects))
    }
    for conflict in try list("conflicts") {
      let sides = try #require(conflict["between"] as? [[String]])
      #expect(sides.count == 2 && claims.isSuperset(of: sides.joined()))
    }
  }

  @Test("most of the people, organisations and places that matter are nodes under one of their names", arguments: measured)
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
