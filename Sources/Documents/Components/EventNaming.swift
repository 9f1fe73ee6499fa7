/// A name for an event: what happened and to whom or by whom.
enum EventNaming {
  private static let linking: [String: String] = [
    "attack": "on", "battle": "with", "killing": "of", "death": "of", "abduction": "of", "detention": "of", "arrest": "of",
    "displacement": "of", "protest": "against", "order": "to", "accident": "of", "investigation": "of", "questioning": "of",
    "search": "of",
    "charge": "against", "trial": "of", "sentence": "of", "meeting": "with", "agreement": "with", "election": "of",
    "appointment": "of",
    "split": "from", "payment": "to", "acquisition": "of", "bid": "for", "rejection": "of", "closure": "of", "publication": "of",
    "investment": "in", "contract": "with", "operation": "against", "vote": "on", "statement": "to",
  ]

  static func name(_ event: EventFinding, _ annotations: Annotations) -> String {
    let undergoing = event.participants.first { $0.role != "agent" }
    let acting = event.participants.first { $0.role == "agent" }
    var text = kind(of: event, annotations)
    if let undergoing {
      let link = annotations.entities[undergoing.entity].kind == .place && event.type == "battle" ? "at" : linking[event.type]
      text += " \(link ?? "of") \(annotations.entities[undergoing.entity].name)"
    }
    if let acting { text += " by \(annotations.entities[acting.entity].name)" }
    if undergoing == nil, acting == nil, let place = event.places.first {
      text += " \(preposition(of: annotations.entities[place])) \(annotations.entities[place].name)"
    }
    return text
  }

  /// The type; where that says nothing, the words that tell of it: "construction", "release", "destroying".
  private static func kind(of event: EventFinding, _ annotations: Annotations) -> String {
    guard event.type == "other", let trigger = event.triggers.first else { return event.type }
    if let verb = trigger.last(where: { annotations.tags[$0].isVerb }),
      let lemma = VerbForms.lemma(of: annotations.tokens[verb].lower)
    {
      // "are expected from Chile"
      if lemma == "expect" { return "arrival" }
      let rest = annotations.tokens[(verb + 1)..<trigger.upperBound].map { " " + $0.lower }.joined()
      return (rest.isEmpty && EventLexicon.sufferedNouns.contains(lemma) ? lemma : VerbForms.gerund(of: lemma)) + rest
    }
    return annotations.tokens[trigger.upperBound - 1].lower
  }

  private static func preposition(of place: EntityFinding) -> String {
    place.placeKind.map { PlaceNouns.sites.contains($0) } ?? false ? "at" : "in"
  }
}
