import Foundation
import Graph
import Testing

@testable import Documents

/// Whole documents with answers that others wrote; skipped where the shared folder is not there.
@Suite struct GoldTests {
  @Test("the offsets of the gold entities are ours", .enabled(if: SharedCorpora.folder != nil, "no shared folder"))
  func goldOffsets() throws {
    let text = try #require(SharedCorpora.text("corpora/gold/ferry.txt"))
    let graph = try SmallGraph(text)
    let gold = try #require(SharedCorpora.text("corpora/gold/ferry.json"))
    let root = try #require(JSONSerialization.jsonObject(with: Data(gold.utf8)) as? [String: Any])
    let entities = try #require(root["entities"] as? [[String: Any]])
    var ours: [String: Set<Int>] = [:]
    for edge in graph.relationships where edge.type == "MENTIONED_IN" {
      guard let begin = edge.properties.number("begin"), let text = edge.properties.string("text") else { continue }
      ours[text, default: []].insert(begin)
    }
    // Of the names that both have, every place agrees.
    var shared = 0
    for mention in entities.flatMap({ $0["mentions"] as? [[String: Any]] ?? [] }) {
      guard let text = mention["text"] as? String, let begin = mention["begin"] as? Int, let places = ours[text] else { continue }
      #expect(places.contains(begin), "\(text) at \(begin)")
      shared += 1
    }
    #expect(shared > 30)
  }

  @Test(
    "the article's dead, fights and estimates are told apart by who says them", .enabled(if: SharedCorpora.seed != nil, "no seed")
  )
  func seed() throws {
    let reading = try Reading(try #require(SharedCorpora.seed), date: "2013-03-06")
    let claims = reading.claims
    let death = try #require(
      reading.annotations.events.firstIndex { event in
        event.participants.contains {
          $0.role == "victim" && reading.annotations.entities[$0.entity].name == "Abdelhamid Abou Zeid"
        }
      })
    let about = reading.annotations.claims.filter { $0.subjects.contains(.event(death)) }
    let said = about.map { "\($0.certainty) by \($0.speaker.map { reading.annotations.entities[$0].name } ?? "-")" }
    #expect(
      said == ["reported by authorities in Chad", "rumoured by officials in Paris", "probable by head of France’s armed forces"])
    let belmokhtar = try #require(
      reading.annotations.events.first { event in
        event.participants.contains { reading.annotations.entities[$0.entity].name == "Mokhtar Belmokhtar" }
      })
    #expect(belmokhtar.certainty == .rumoured)
    #expect(claims.contains("killed 15 reported by French officials"))
    #expect(claims.contains("killed 93 reported by Chadian officials"))
    #expect(claims.contains("strength reported by French military commanders"))
    #expect(reading.contradictions.contains("French military commanders against French intelligence official: numbers"))
    let days = Set(reading.events.map { $0.prefix { $0 != ":" } }.map(String.init))
    #expect(days.isSuperset(of: ["operation 2013-03-04", "battle ≤2013-03-03", "battle 2013-02-20"]))
  }
}
