import Graph
import Testing

@testable import Documents

/// A text read to the end, with the questions that tests ask of it in a line.
struct Reading {
  let annotations: Annotations

  init(
    _ text: String, date: String? = nil, named fileName: String = "text.txt", pipeline: ReadingPipeline = .standard
  ) throws {
    var options = DocumentOptions()
    options.date = date.flatMap { DocumentReader.date(from: $0) }
    let document = try DocumentReader().read(Array(text.utf8), named: fileName, options: options)
    annotations = pipeline.read(document)
  }

  func text(_ tokens: Range<Int>) -> String { annotations.text(of: tokens) }

  var entityNames: [String] { annotations.entities.filter { !$0.mentions.isEmpty }.map(\.name) }

  func entity(_ name: String) -> EntityFinding? {
    annotations.entities.first { !$0.mentions.isEmpty && ($0.name == name || $0.aliases.contains(name)) }
  }

  private func name(_ entity: Int?) -> String { entity.map { annotations.entities[$0].name } ?? "-" }

  /// `Ann Lee LEADS Acme Group`.
  var relations: [String] {
    annotations.relations.map { "\(name($0.source)) \($0.type) \(name($0.target))" }
  }

  /// `attack 2019-10-12: agent gunmen, victim soldiers`; participants in order of their names.
  var events: [String] {
    annotations.events.map { event in
      let people = event.participants.map { "\($0.role) \(name($0.entity))" }.sorted().joined(separator: ", ")
      let day = event.from.map { CivilDay($0).iso } ?? event.to.map { "≤" + CivilDay($0).iso } ?? "?"
      return "\(event.type) \(day): \(people)"
    }
  }

  /// Of a text of Wednesday, 2020-05-06.
  static func events(_ text: String) throws -> [String] { try Reading(text, date: "2020-05-06").events }

  /// Checks that a text of that day tells of a happening that begins so.
  static func expectEvent(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try events(text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)", sourceLocation: sourceLocation)
  }

  /// Checks that a text tells of that relation.
  static func expectRelation(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try Reading(text).relations
    #expect(found.contains(expected), "\(found)", sourceLocation: sourceLocation)
  }

  /// `killed 12 reported by police`, `occurred denied by -`; certainty and speaker of each claim but relations.
  var claims: [String] {
    annotations.claims.filter { $0.object == nil }.map { claim in
      let number = claim.quantity?.value.map { " \(Int($0))" } ?? ""
      return "\(claim.predicate)\(number) \(claim.certainty) by \(name(claim.speaker))"
    }
  }

  var contradictions: [String] {
    annotations.contradictions.map { pair in
      let speakers = [pair.first, pair.second].map { name(annotations.claims[$0].speaker) }
      return "\(speakers[0]) against \(speakers[1]): \(pair.reason.rawValue)"
    }
  }

  var times: [String] {
    annotations.times.map { time in
      "\(text(time.tokens)) = \(time.from.map { CivilDay($0).iso } ?? "")..\(time.to.map { CivilDay($0).iso } ?? "")"
    }
  }
}
