import Graph

/// Whether a happening of a new document is one that the graph has: a type of the same family, days that meet, and somebody with
/// a name or a place in common, more of it the less the days say.
struct KnownEventMatcher {
  let known: KnownGraph

  /// A happening of the document with the nodes of those who took part and of where it was. What it was done to may be a place
  /// too: the mill that burnt is where people died.
  struct Happening {
    var type: String
    var days: DaySpan
    var participants: Set<NodeReference>
    /// Those of `participants` without a name: the nouns that they are described by, in the singular.
    var described: Set<String>
    var places: Set<NodeReference>
    /// Those of `places` and of the places among `participants` that are no countries or continents.
    var localities: Set<NodeReference>
    /// The document speaks of it as of something that is known.
    var isPointing: Bool
  }

  /// What happened on a day is in the reports of the next few days; later a town may have seen another like it.
  private static let longestNews = 3

  /// Types of what does not happen to one person twice in a few weeks.
  private static let singular: Set<String> = [
    "death", "killing", "arrest", "detention", "abduction", "charge", "sentence", "appointment", "departure",
  ]

  /// Complexity: in the events of the participants and localities in the same months, and of the places on the same day.
  func match(_ happening: Happening) -> KnownGraph.Event? {
    guard let reach = happening.days.reach else { return nil }
    var best: (event: KnownGraph.Event, score: Int, distance: Int)?
    for candidate in known.events.candidates(
      participants: happening.participants.union(happening.localities), localities: happening.localities,
      places: happening.places, days: happening.days)
    where EventFamilies.areCompatible(candidate.type, happening.type) && candidate.days.meets(happening.days) {
      let distance = candidate.days.reach.map { abs($0.upperBound - reach.upperBound) } ?? 0
      guard let score = likeness(happening, candidate, distance: distance) else { continue }
      if let chosen = best, (score, -distance) <= (chosen.score, -chosen.distance) { continue }
      best = (candidate, score, distance)
    }
    return best?.event
  }

  /// How much the two have in common; nil where that is not enough.
  private func likeness(_ happening: Happening, _ candidate: KnownGraph.Event, distance: Int) -> Int? {
    let shared = candidate.participants.filter { happening.participants.contains(.existing($0)) }
    let hasLocality =
      candidate.places.union(candidate.participants).contains { happening.localities.contains(.existing($0)) }
    let hasPlace = hasLocality || candidate.places.contains { happening.places.contains(.existing($0)) }
    let isSameType = candidate.type == happening.type
    let hasPerson = shared.contains { known.entity($0)?.kind == .person }
    let isEnough: Bool
    if candidate.days.isOpen || happening.days.isOpen {
      let isRetold = happening.isPointing || !happening.days.isOpen && distance <= Self.longestNews
      isEnough =
        hasLocality && isRetold && described(candidate).meets(happening.described)
        || hasPerson && isSameType && Self.singular.contains(happening.type)
    } else if happening.days.day != nil, candidate.days.day != nil, hasLocality || hasPlace && isSameType {
      isEnough = true
    } else {
      isEnough = !shared.isEmpty && (hasPlace || isSameType)
    }
    return isEnough ? shared.count * 2 + (hasPlace ? 1 : 0) : nil
  }

  /// The nouns by which a known event's participants without a name are described.
  private func described(_ event: KnownGraph.Event) -> Set<String> {
    Set(event.participants.compactMap { known.entity($0) }.filter(\.isAnonymous).map { Self.noun(of: $0.name) })
  }

  /// `worker` of `workers at the mill`, `soldier` of `four French soldiers`.
  static func noun(of description: String) -> String {
    let words = description.lowercased().split(separator: " ")
    let end = words.firstIndex { ClosedClasses.prepositions.contains(String($0)) } ?? words.endIndex
    return end > 0 ? Suffixes.singular(String(words[end - 1])) : description
  }
}

extension Set<String> {
  /// Descriptions that say no more than that they are people are those of any others.
  fileprivate func meets(_ other: Set<String>) -> Bool {
    guard !isEmpty, !other.isEmpty else { return true }
    return !isDisjoint(with: other) || contains(where: Self.isPlain) || other.contains(where: Self.isPlain)
  }

  private static func isPlain(_ noun: String) -> Bool {
    ["person", "victim", "casualty", "body"].contains(noun) || HumanNouns.isAfflicted(noun)
  }
}
