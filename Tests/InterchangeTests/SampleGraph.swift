import Graph

/// Small graphs that several tests write and read.
enum SampleGraph {
  static func node(_ id: Int, _ labels: [String], _ properties: PropertyMap) -> GraphElement {
    .node(Node(id: NodeID(UInt32(id)), labels: labels, properties: properties))
  }

  static func relationship(
    _ id: Int, _ type: String, _ source: Int, _ target: Int, _ properties: PropertyMap = [:]
  ) -> GraphElement {
    .relationship(
      Relationship(
        id: RelationshipID(UInt32(id)), type: type, source: NodeID(UInt32(source)), target: NodeID(UInt32(target)),
        properties: properties))
  }

  /// A claim about a death, denied, with the sentence that says so.
  static let report: [GraphElement] = [
    node(0, ["Document"], ["title": .string("Quay Post"), "uri": .string("https://example.org/a?b=1&c=2")]),
    node(1, ["Entity", "Person"], ["name": .string("Zoë Müller"), "aliases": .list([.string("Zoë"), .string("the \"Owl\"")])]),
    node(2, ["Event"], ["name": .string("death of Müller"), "certainty": .string("rumoured"), "killed": .integer(1)]),
    node(3, ["Claim"], ["key": .string("q:c1"), "text": .string("she is dead"), "certainty": .string("denied")]),
    node(4, ["Entity", "Place"], ["name": .string("Quay"), "aliases": .list([])]),
    relationship(0, "STATED_IN", 3, 0, ["quote": .string("“She is alive,” he said."), "begin": .integer(3)]),
    relationship(1, "ABOUT", 3, 2),
    relationship(2, "PARTICIPANT", 2, 1, ["role": .string("victim"), "certainty": .float(0.4), "claim": .string("q:c1")]),
    relationship(3, "LOCATED_IN", 2, 4, ["certainty": .float(0.95)]),
  ]

  /// Values that hardly any format has a type for.
  static let values: [GraphElement] = [
    node(
      0, ["A b", "`"],
      [
        "date": .date(CalendarDate(daysSinceEpoch: 15_716)),
        "dates": .list([.date(CalendarDate(daysSinceEpoch: 0)), .date(CalendarDate(daysSinceEpoch: 1))]),
        "duration": .duration(CalendarDuration(months: 1, days: 2, seconds: 3)), "large": .integer(.min), "nan": .float(.nan),
        "infinite": .list([.float(-.infinity), .float(1)]), "mixed": .list([.integer(1), .string("a'b\\c\n")]),
        "a b`": .boolean(true),
      ]),
    node(1, [], [:]),
    relationship(
      0, "has it", 0, 1,
      [
        "at": .dateTime(
          ZonedDateTime(
            local: LocalDateTime(date: CalendarDate(daysSinceEpoch: 15_716), time: LocalTime(nanosecondOfDay: 1_000_000_000)),
            offsetSeconds: 3_600, zoneName: "Europe/Stockholm")), "text": .string("<a & \"b\">\u{0}\t\n"),
      ]),
  ]
}
