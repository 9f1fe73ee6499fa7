import Graph

/// Whether a happening of a new document is one that the graph has: a type of the same family, days that meet, and a
/// participant in common that is no mere description, or the place and the day.
struct KnownEventMatcher {
  let known: KnownGraph

  /// Complexity: in the events of the participants in the same months, and of the places on the same day.
  func match(_ event: EventFinding, participants: Set<NodeReference>, places: Set<NodeReference>) -> KnownGraph.Event? {
    guard let from = event.from.map({ CivilDay($0).iso }) ?? event.to.map({ CivilDay($0).iso }) else { return nil }
    let to = event.to.map { CivilDay($0).iso } ?? from
    var best: (event: KnownGraph.Event, score: Int)?
    for candidate in known.events.candidates(participants: participants, places: places, from: from, to: to)
    where EventFamilies.areCompatible(candidate.type, event.type) {
      guard let low = candidate.from ?? candidate.to, let high = candidate.to ?? candidate.from, low <= to, from <= high else {
        continue
      }
      let shared = candidate.participants.count { participants.contains(.existing($0)) }
      let samePlace = candidate.places.contains { places.contains(.existing($0)) }
      let sameDay = low == high && from == to
      guard shared > 0 && (samePlace || candidate.type == event.type) || samePlace && sameDay else { continue }
      let score = shared * 2 + (samePlace ? 1 : 0)
      if score > best?.score ?? -1 { best = (candidate, score) }
    }
    return best?.event
  }
}
