import Graph

/// The happenings of a graph by who took part in which month, and by where they were on which day.
struct KnownEvents: Sendable {
  private var events: [NodeID: KnownGraph.Event] = [:]
  /// Participant and month → events; those of long spans under month 0.
  private var eventsOfParticipant: [Occasion: Set<NodeID>] = [:]
  private var monthsOfParticipant: [NodeID: Set<Int32>] = [:]
  /// Place and day → events of that one day.
  private var eventsOfPlace: [Occasion: Set<NodeID>] = [:]

  /// Somebody in a month, or some place on a day.
  private struct Occasion: Hashable {
    var node: NodeID
    var time: Int32
  }

  /// An event that spans more months is looked at whatever the month.
  private static let longestMonthCount: Int32 = 24

  subscript(node: NodeID) -> KnownGraph.Event? { events[node] }

  mutating func add(_ event: KnownGraph.Event) { events[event.node] = event }

  mutating func add(participant: NodeID, to event: NodeID) {
    guard events[event]?.participants.insert(participant).inserted == true, let known = events[event] else { return }
    for month in Self.months(known.from, known.to) {
      eventsOfParticipant[Occasion(node: participant, time: month), default: []].insert(event)
      monthsOfParticipant[participant, default: []].insert(month)
    }
  }

  mutating func add(place: NodeID, to event: NodeID) {
    guard events[event]?.places.insert(place).inserted == true, let known = events[event] else { return }
    if let day = Self.day(known.from, known.to) { eventsOfPlace[Occasion(node: place, time: day), default: []].insert(event) }
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
      for participant in event.participants { eventsOfParticipant[Occasion(node: participant, time: month)]?.remove(node) }
    }
    guard let day = Self.day(event.from, event.to) else { return }
    for place in event.places { eventsOfPlace[Occasion(node: place, time: day)]?.remove(node) }
  }

  /// Events, ascending, that one of `participants` takes part in in a month of these days, or that were in one of `places` on
  /// that one day. Complexity: in the events found.
  func candidates(
    participants: Set<NodeReference>, places: Set<NodeReference>, from: String, to: String
  ) -> [KnownGraph.Event] {
    var found: Set<NodeID> = []
    let months = Self.months(from, to)
    for case .existing(let node) in participants {
      let known = monthsOfParticipant[node] ?? []
      let wanted = months == [0] ? known : known.intersection(months + [0])
      for month in wanted { found.formUnion(eventsOfParticipant[Occasion(node: node, time: month)] ?? []) }
    }
    if let day = Self.day(from, to) {
      for case .existing(let node) in places { found.formUnion(eventsOfPlace[Occasion(node: node, time: day)] ?? []) }
    }
    return found.sorted().compactMap { events[$0] }
  }

  // MARK: - Days

  /// The months that two days, `YYYY-MM-DD`, span, counted from year 0; none where neither is known.
  private static func months(_ from: String?, _ to: String?) -> [Int32] {
    guard let first = (numbers(from) ?? numbers(to))?.month, let last = (numbers(to) ?? numbers(from))?.month, first <= last
    else { return [] }
    return last - first > longestMonthCount ? [0] : Array(first...last)
  }

  /// The one day that both are, or that the one is that is known.
  private static func day(_ from: String?, _ to: String?) -> Int32? {
    guard let first = numbers(from) ?? numbers(to), let last = numbers(to) ?? numbers(from), first == last else { return nil }
    return first.month * 32 + first.day
  }

  private static func numbers(_ day: String?) -> (month: Int32, day: Int32)? {
    guard let pieces = day?.split(separator: "-"), pieces.count == 3, let year = Int32(pieces[0]), let month = Int32(pieces[1]),
      let day = Int32(pieces[2])
    else { return nil }
    return (year * 12 + month, day)
  }
}
