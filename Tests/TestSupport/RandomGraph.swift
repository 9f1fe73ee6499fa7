import Graph

/// Graphs with everything in them that a format may trip over.
package struct RandomGraph {
  package var generator: SeededGenerator

  static let names = [
    "Person", "name", "a b", "`tick`", "quote\"s", "semi;colon", "back\\slash", "Überwacht", "日本", "comma,comma", "line\nfeed",
    "_x",
    "ID", "LABEL", "MATCH", "$tag", "a:b", "labels", "née",
  ]
  static let texts = [
    "", " ", "plain", "O'Brien", "say \"hi\"", "a,b;c", "line\nfeed", "carriage\rreturn", "both\r\n", "tab\tbed", "\\", "\\N",
    "&lt;",
    "<b>", "-->", "日本語", "e\u{301}", "👨‍👩‍👧", "\u{202E}abc", "\u{1}", "123", "1.5", "true", "2013-01-11", "null", "$Date", "NaN",
    "{\"$Date\": 1}", "\u{FEFF}mark",
  ]

  package init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  package mutating func elements(nodeCount: Int, relationshipCount: Int) -> [GraphElement] {
    var elements: [GraphElement] = []
    for id in 0..<nodeCount {
      var labels: Set<String> = []
      for _ in 0..<Int.random(in: 0...2, using: &generator) { labels.insert(Self.names.randomElement(using: &generator)!) }
      elements.append(.node(Node(id: NodeID(UInt32(id)), labels: labels.sorted(), properties: properties())))
    }
    guard nodeCount > 0 else { return elements }
    for id in 0..<relationshipCount {
      let source = NodeID(UInt32.random(in: 0..<UInt32(nodeCount), using: &generator))
      let target = NodeID(UInt32.random(in: 0..<UInt32(nodeCount), using: &generator))
      elements.append(
        .relationship(
          Relationship(
            id: RelationshipID(UInt32(id)), type: Self.names.randomElement(using: &generator)!, source: source, target: target,
            properties: properties())))
    }
    return elements
  }

  mutating func properties() -> PropertyMap {
    var properties = PropertyMap()
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      properties[Self.names.randomElement(using: &generator)!] = value()
    }
    return properties
  }

  mutating func value() -> Value {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      let kind = Int.random(in: 0..<11, using: &generator)
      let count = Int.random(in: 0...3, using: &generator)
      return .list((0..<count).map { _ in scalar(kind) })
    case 1:
      return .list((0..<2).map { _ in scalar(Int.random(in: 0..<11, using: &generator)) })
    default:
      return scalar(Int.random(in: 0..<11, using: &generator))
    }
  }

  private mutating func scalar(_ kind: Int) -> Value {
    switch kind {
    case 0: return .boolean(Bool.random(using: &generator))
    case 1: return .integer(Int64.random(in: -5...5, using: &generator))
    case 2: return .integer([.min, .max, 1 << 53, (1 << 53) + 1].randomElement(using: &generator)!)
    case 3:
      return .float(
        [0, -0.0, 1, -1.5, 0.1, 1e300, .leastNonzeroMagnitude, .nan, .infinity, -.infinity].randomElement(using: &generator)!)
    case 4: return .float(Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &generator)))
    case 5: return .date(date())
    case 6: return .localTime(time())
    case 7: return .time(ZonedTime(localTime: time(), offsetSeconds: offset()))
    case 8: return .localDateTime(LocalDateTime(date: date(), time: time()))
    case 9: return .dateTime(ZonedDateTime(local: LocalDateTime(date: date(), time: time()), offsetSeconds: offset()))
    default:
      if Bool.random(using: &generator) {
        return .duration(
          CalendarDuration(
            months: Int64.random(in: -30...30, using: &generator), days: Int64.random(in: -40...40, using: &generator),
            seconds: Int64.random(in: 0...100_000, using: &generator), nanoseconds: Int32.random(in: 0..<1_000, using: &generator)
          ))
      }
      return .string(Self.texts.randomElement(using: &generator)!)
    }
  }

  private mutating func date() -> CalendarDate {
    CalendarDate(daysSinceEpoch: Int64.random(in: -1_000_000...1_000_000, using: &generator))
  }

  private mutating func time() -> LocalTime {
    LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &generator))
  }

  private mutating func offset() -> Int32 {
    [0, 3_600, -16_200, 19_800].randomElement(using: &generator)!
  }
}

extension GraphElement {
  /// All that an element says, in a form in which equal means equal; properties in any order.
  package var text: String {
    switch self {
    case .node(let node): "(\(node.id.rawValue) \(node.labels) \(Self.text(node.properties)))"
    case .relationship(let relationship):
      "[\(relationship.content!.source.rawValue) \(relationship.content!.type) \(relationship.content!.target.rawValue) "
        + "\(Self.text(relationship.content!.properties))]"
    }
  }

  private static func text(_ properties: PropertyMap) -> String {
    properties.entries.map { "\($0.key)=\($0.value.type.rawValue):\($0.value.literal)" }.sorted().joined(separator: "|")
  }
}
