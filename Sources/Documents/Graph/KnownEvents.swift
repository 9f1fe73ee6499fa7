import Graph

/// The happenings of a graph by who took part in which month, and by where they were in which month and on which day.
struct KnownEvents: Sendable {
  private var events: [NodeID: KnownGraph.Event] = [:]
  /// Participant and month → events; those of long spans under `longSpan`.
  private var eventsOfParticipant: [Occasion: Set<NodeID>] = [:]
  private var monthsOfParticipant: [NodeID: Set<Int32>] = [:]
  /// Place and day → events of that one day.
  private var eventsOfDay: [Occasion: Set<NodeID>] = [:]
  /// Place and month → events of no long span.
  private var eventsOfPlace: [Occasion: Set<NodeID>] = [:]

  /// Somebody in a month, or some place on a day.
  private struct Occasion: Hashable {
    var node: NodeID
    var time: Int32
  }

  /// An event that spans more months is looked at whatever the month.
  private static let longestMonthCount: Int32 = 24
  /// The month under which such an event is found.
  private static let longSpan: Int32 = 0

  subscript(node: NodeID) -> KnownGraph.Event? { events[node] }

  mutating func add(_ event: KnownGraph.Event) { events[event.node] = event }

  mutating func add(participant: NodeID, to event: NodeID) {
    guard events[event]?.participants.insert(participant).inserted == true, let known = events[event] else { return }
    for month in Self.months(known.days) {
      eventsOfParticipant[Occasion(node: participant, time: month), default: []].insert(event)
      monthsOfParticipant[participant, default: []].insert(month)
    }
  }

  mutating func add(place: NodeID, to event: NodeID) {
    guard events[event]?.places.insert(place).inserted == true, let known = events[event] else { return }
    if let day = known.days.day { eventsOfDay[Occasion(node: place, time: Int32(day)), default: []].insert(event) }
    for month in Self.months(known.days) where month != Self.longSpan {
      eventsOfPlace[Occasion(node: place, time: month), default: []].insert(event)
    }
  }

  /// What has happened and is told without a day had happened by the day of the telling.
  mutating func bound(_ event: NodeID, by day: CivilDay) {
    guard var known = events[event], !known.isPlanned, known.days.reach == nil else { return }
    remove(event)
    known.days = DaySpan(first: nil, last: day.calendarDate)
    let (participants, places) = (known.participants, known.places)
    (known.participants, known.places) = ([], [])
    add(known)
    for participant in participants { add(participant: participant, to: event) }
    for place in places { add(place: place, to: event) }
  }

  /// Notes what a claim says of an event; of claims that say the same the first one counts.
  mutating func add(claim: NodeID, saying statement: UInt64, to event: NodeID) {
    guard let known = events[event] else { return }
    if let other = known.statements[statement], other < claim { return }
    events[event]!.statements[statement] = claim
  }

  mutating func remove(_ node: NodeID) {
    guard let event = events.removeValue(forKey: node) else { return }
    for month in Self.months(event.days) {
      for participant in event.participants { eventsOfParticipant[Occasion(node: participant, time: month)]?.remove(node) }
      for place in event.places { eventsOfPlace[Occasion(node: place, time: month)]?.remove(node) }
    }
    guard let day = event.days.day else { return }
    for place in event.places { eventsOfDay[Occasion(node: place, time: Int32(day))]?.remove(node) }
  }

  /// Events, ascending, that one of `participants` takes part in in a month of these days, that were in one of `localities` in
  /// such a month, or that were in one of `places` on that one day. Complexity: in the events found.
  func candidates(
    participants: Set<NodeReference>, localities: Set<NodeReference>, places: Set<NodeReference>, days: DaySpan
  ) -> [KnownGraph.Event] {
    var found: Set<NodeID> = []
    let months = Self.months(days)
    for case .existing(let node) in participants {
      let known = monthsOfParticipant[node] ?? []
      let wanted = months == [Self.longSpan] ? known : known.intersection(months + [Self.longSpan])
      for month in wanted { found.formUnion(eventsOfParticipant[Occasion(node: node, time: month)] ?? []) }
    }
    for case .existing(let node) in localities {
      for month in months { found.formUnion(eventsOfPlace[Occasion(node: node, time: month)] ?? []) }
    }
    if let day = days.day {
      for case .existing(let node) in places { found.formUnion(eventsOfDay[Occasion(node: node, time: Int32(day))] ?? []) }
    }
    return found.sorted().compactMap { events[$0] }
  }

  /// The months that the days span, counted from year 0; none where none is known.
  private static func months(_ days: DaySpan) -> [Int32] {
    guard let reach = days.reach else { return [] }
    let (first, last) = (month(reach.lowerBound), month(reach.upperBound))
    return last - first > longestMonthCount ? [longSpan] : Array(first...last)
  }

  private static func month(_ day: Int) -> Int32 {
    let day = CivilDay(daysSinceEpoch: day)
    return Int32(day.year * 12 + day.month)
  }
}
