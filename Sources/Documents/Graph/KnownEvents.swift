import Graph

/// The happenings of a graph by who took part, where and when.
struct KnownEvents: Sendable {
  private var events: [NodeID: KnownGraph.Event] = [:]
  /// Participant or place and month → events, those of long or unknown spans under month 0.
  private var eventsOfNode: [Place: [NodeID]] = [:]

  private struct Place: Hashable {
    var node: NodeID
    var month: Int32
  }

  /// An event that spans more months is looked at whatever the month.
  private static let longestMonthCount: Int32 = 24

  subscript(node: NodeID) -> KnownGraph.Event? { events[node] }

  mutating func add(_ event: KnownGraph.Event) { events[event.node] = event }

  mutating func add(participant: NodeID, to event: NodeID) {
    guard events[event]?.participants.insert(participant).inserted == true else { return }
    note(participant, event)
  }

  mutating func add(place: NodeID, to event: NodeID) {
    guard events[event]?.places.insert(place).inserted == true else { return }
    note(place, event)
  }

  /// Notes what a claim says of an event; of claims that say the same the first one counts.
  mutating func add(claim: NodeID, saying statement: UInt64, to event: NodeID) {
    guard let known = events[event] else { return }
    if let other = known.statements[statement], other < claim { return }
    events[event]!.statements[statement] = claim
  }

  mutating func remove(_ node: NodeID) {
    guard let event = events.removeValue(forKey: node) else { return }
    for month in Self.months(event.from, event.to) {
      for other in event.participants.union(event.places) {
        eventsOfNode[Place(node: other, month: month)]?.removeAll { $0 == node }
      }
    }
  }

  private mutating func note(_ node: NodeID, _ event: NodeID) {
    let known = events[event]!
    for month in Self.months(known.from, known.to) {
      let place = Place(node: node, month: month)
      if eventsOfNode[place]?.contains(event) != true { eventsOfNode[place, default: []].append(event) }
    }
  }

  /// The months that two days, `YYYY-MM-DD`, span, counted from year 0; none where neither is known.
  private static func months(_ from: String?, _ to: String?) -> [Int32] {
    guard let first = month(from) ?? month(to), let last = month(to) ?? month(from), first <= last else { return [] }
    return last - first > longestMonthCount ? [0] : Array(first...last)
  }

  private static func month(_ day: String?) -> Int32? {
    guard let pieces = day?.split(separator: "-"), pieces.count == 3, let year = Int32(pieces[0]), let month = Int32(pieces[1])
    else { return nil }
    return year * 12 + month
  }

  /// Events that one of `nodes` takes part in or is the place of, in a month of these days, ascending.
  func candidates(_ nodes: Set<NodeReference>, from: String, to: String) -> [KnownGraph.Event] {
    let months = Self.months(from, to)
    var found: Set<NodeID> = []
    for case .existing(let node) in nodes {
      if months == [0] {
        for (place, events) in eventsOfNode where place.node == node { found.formUnion(events) }
      } else {
        for month in months + [0] { found.formUnion(eventsOfNode[Place(node: node, month: month)] ?? []) }
      }
    }
    return found.sorted().compactMap { events[$0] }
  }
}
