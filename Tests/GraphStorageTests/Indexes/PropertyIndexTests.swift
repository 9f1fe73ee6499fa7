import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct PropertyIndexTests {
  /// Numbers on both sides of the point where a `Double` cannot hold every integer.
  static let numbers: [Value] = [
    .integer(.min), .float(-.infinity), .integer(-1), .float(-0.0), .integer(0), .float(0.5), .integer(1),
    .integer(1 << 53), .integer(1 << 53 + 1), .float(0x1p53), .integer(.max - 1), .integer(.max), .float(0x1p63),
    .float(.infinity),
  ]

  static func equal(_ a: Value, _ b: Value) -> Bool { !less(a, b) && !less(b, a) }

  static func less(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): x < y
    case (.float(let x), .float(let y)): x < y
    case (.integer(let x), .float(let y)):
      y >= 0x1p63 || (y >= -0x1p63 && (x < Int64(y) || (x == Int64(y) && y > y.rounded(.towardZero))))
    case (.float(let x), .integer(let y)): x < -0x1p63 || (x < 0x1p63 && (Int64(x.rounded(.down)) < y))
    default: false
    }
  }

  /// What is looked for in one index.
  private struct Index {
    let snapshot: GraphSnapshot
    let label: LabelID
    let key: PropertyKeyID

    func lookup(_ value: Value) -> [NodeID]? { snapshot.lookup(label, [key], [value]) }
    func range(from lower: RangeBound? = nil, to upper: RangeBound? = nil) -> [NodeID]? {
      snapshot.range(label, key, lower: lower, upper: upper)
    }
  }

  private static let definition = IndexDefinition(name: "i", owners: ["L"], keys: ["k"])

  private func indexed(_ values: [Value], kind: IndexDefinition.Kind = .range) throws -> (Index, [NodeID]) {
    let store = GraphStore()
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "L")
    let key = transaction.propertyKeyID(creating: "k")
    var definition = Self.definition
    definition.kind = kind
    try transaction.createIndex(definition)
    let nodes = try values.map { try transaction.createNode(labels: [label], properties: [(key, $0)]) }
    try transaction.commit()
    return (Index(snapshot: store.snapshot, label: label, key: key), nodes)
  }

  @Test("integers and floats are found by each other exactly, also beyond 2⁵³")
  func exactNumbers() throws {
    let (index, nodes) = try indexed(Self.numbers)
    for value in Self.numbers {
      let expected = zip(nodes, Self.numbers).filter { Self.equal($0.1, value) }.map(\.0)
      #expect(index.lookup(value) == expected, "\(value)")
      let below = zip(nodes, Self.numbers).filter { Self.less($0.1, value) }.map(\.0)
      #expect(index.range(to: RangeBound(value, isInclusive: false))?.sorted() == below, "\(value)")
      let from = zip(nodes, Self.numbers).filter { !Self.less($0.1, value) }.map(\.0)
      #expect(index.range(from: RangeBound(value, isInclusive: true))?.sorted() == from, "\(value)")
    }
  }

  @Test("no value equals NaN, so no lookup and no range finds it")
  func notANumber() throws {
    let (index, nodes) = try indexed([.float(.nan), .float(1)])
    #expect(index.lookup(.float(.nan)) == nil)
    #expect(index.range(from: RangeBound(.integer(0), isInclusive: true)) == [nodes[1]])
  }

  @Test("strings are ordered by their bytes and found though their first eight bytes agree")
  func strings() throws {
    let texts = ["", "a", "a\0", "ab", "abcdefgh", "abcdefgha", "abcdefghb", "abcdefghijkl", "b", "Łódź", "🙂"]
    let (index, nodes) = try indexed(texts.reversed().map { .string($0) })
    for (node, text) in zip(nodes, texts.reversed()) { #expect(index.lookup(.string(text)) == [node], "\(text)") }
    #expect(index.lookup(.string("abcdefg")) == [])
    let all = index.range(from: RangeBound(.string(""), isInclusive: true))
    #expect(all == nodes.reversed())
  }

  @Test("the index agrees with a scan through inserts and removals in many leaves and pages", arguments: seeds(2))
  func manyPages(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = GraphStore()
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "L")
    let key = transaction.propertyKeyID(creating: "k")
    try transaction.createIndex(Self.definition)
    var values: [NodeID: Int64] = [:]
    for _ in 0..<30_000 {
      let value = Int64.random(in: 0..<20_000, using: &generator)
      values[try transaction.createNode(labels: [label], properties: [(key, .integer(value))])] = value
    }
    for (node, value) in values where value % 5 < 3 {
      try transaction.set(.null, for: key, of: node)
      values[node] = nil
    }
    let expected = values.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    #expect(
      transaction.state.range(label, key, lower: RangeBound(.integer(0), isInclusive: true), upper: nil) == expected,
      "seed \(seed)")
    #expect(Int(transaction.state.distinctValueEstimate(label, key)) == Set(values.values).count)
  }

  static let durations: [Value] = [.duration(CalendarDuration(days: 1)), .duration(CalendarDuration(seconds: 86_400))]

  @Test("a range index finds values of every type that has equality, and ranges of those that have an order")
  func everyType() throws {
    let morning = LocalTime(nanosecondOfDay: 6 * 3_600_000_000_000)
    let day = LocalDateTime(date: CalendarDate(daysSinceEpoch: 19_000), time: morning)
    let ordered: [[Value]] = [
      [.boolean(false), .boolean(true)], [.date(CalendarDate(daysSinceEpoch: -1)), .date(CalendarDate(daysSinceEpoch: 1))],
      [.localTime(.midnight), .localTime(morning)],
      [
        .time(ZonedTime(localTime: morning, offsetSeconds: 7200)), .time(ZonedTime(localTime: morning, offsetSeconds: 3600)),
        .time(ZonedTime(localTime: LocalTime(nanosecondOfDay: 6 * 3_600_000_000_000 + 1), offsetSeconds: 3600)),
      ],
      [.localDateTime(LocalDateTime(date: day.date, time: .midnight)), .localDateTime(day)],
      [.dateTime(ZonedDateTime(local: day, offsetSeconds: 60)), .dateTime(ZonedDateTime(local: day, offsetSeconds: 0))],
    ]
    let lists: [Value] = [.list([.integer(1), .string("a")]), .list([.integer(1)]), .list([])]
    let (index, nodes) = try indexed(ordered.flatMap { $0 } + Self.durations + lists)
    var position = 0
    for values in ordered {
      for (rank, value) in values.enumerated() {
        #expect(index.lookup(value) == [nodes[position + rank]], "\(value)")
        let upTo = nodes[position...(position + rank)]
        #expect(index.range(to: RangeBound(value, isInclusive: true)) == Array(upTo), "\(value)")
      }
      position += values.count
    }
    for value in Self.durations + lists {
      #expect(index.lookup(value) == [nodes[position]], "\(value)")
      #expect(index.range(from: RangeBound(value, isInclusive: true)) == nil, "a scan has to look for what is beyond \(value)")
      position += 1
    }
    #expect(index.lookup(.list([.float(1), .string("a")])) == index.lookup(lists[0]))
  }

  @Test("an index over several properties finds elements that have all of the values, through changes of each")
  func composite() throws {
    let transaction = try GraphStore().begin()
    try transaction.createIndex(IndexDefinition(name: "i", owners: ["L"], keys: ["a", "b"]))
    let label = transaction.labelID(creating: "L")
    let (a, b) = (transaction.propertyKeyID(creating: "a"), transaction.propertyKeyID(creating: "b"))
    let node = try transaction.createNode(labels: [label], properties: [(a, .integer(1))])
    func found(_ x: Int64, _ y: String) -> [NodeID]? { transaction.state.lookup(label, [a, b], [.integer(x), .string(y)]) }
    #expect(found(1, "x") == [])
    try transaction.set(.string("x"), for: b, of: node)
    #expect(found(1, "x") == [node])
    try transaction.set(.integer(2), for: a, of: node)
    #expect(found(1, "x") == [] && found(2, "x") == [node])
    try transaction.removeLabel(label, from: node)
    #expect(found(2, "x") == [])
    try transaction.addLabel(label, to: node)
    #expect(found(2, "x") == [node] && transaction.state.lookup(label, [a], [.integer(2)]) == nil)
  }

  @Test("an index over relationships follows their properties and their end")
  func relationships() throws {
    let transaction = try GraphStore().begin()
    try transaction.createIndex(IndexDefinition(name: "i", element: .relationship, owners: ["T"], keys: ["k"]))
    let (type, key) = (try transaction.relationshipTypeID(creating: "T"), transaction.propertyKeyID(creating: "k"))
    let node = try transaction.createNode(labels: [])
    let relationship = try transaction.createRelationship(type, from: node, to: node, properties: [(key, .integer(1))])
    #expect(transaction.state.lookup(type, [key], [.integer(1)]) == [relationship])
    try transaction.set(.integer(2), for: key, of: relationship)
    #expect(transaction.state.lookup(type, [key], [.integer(1)]) == [])
    #expect(transaction.state.lookup(type, [key], [.float(2)]) == [relationship])
    transaction.delete(relationship)
    #expect(transaction.state.lookup(type, [key], [.integer(2)]) == [])
  }

  @Test("strings are found by their beginning, a part and their end", arguments: [IndexDefinition.Kind.range, .text])
  func parts(kind: IndexDefinition.Kind) throws {
    let texts = ["Mali", "Malta", "Somalia", "mal", "", "Male"]
    let (index, nodes) = try indexed(texts.map { .string($0) } + [.integer(1)], kind: kind)
    func found(_ match: StringMatch, _ text: String) -> Set<String> {
      let rows = index.snapshot.strings(index.label, index.key, match, text) ?? []
      return Set(rows.map { row in texts[nodes.firstIndex(of: row)!] })
    }
    #expect(found(.startsWith, "Mal") == ["Mali", "Malta", "Male"])
    #expect(found(.contains, "mal") == ["Somalia", "mal"])
    #expect(found(.endsWith, "al") == ["mal"])
    #expect(found(.contains, "").count == texts.count && found(.startsWith, "").count == texts.count)
    #expect(found(.startsWith, "Malix").isEmpty)
    #expect((index.lookup(.integer(1)) == nil) == (kind == .text), "a text index holds strings only")
  }

  @Test("an index has a name of its own, and what it is over once")
  func names() throws {
    let transaction = try GraphStore().begin()
    try transaction.createIndex(Self.definition)
    var other = Self.definition
    other.keys = ["other"]
    #expect(throws: StorageError.self, "the name is taken") { try transaction.createIndex(other) }
    other = Self.definition
    other.name = "j"
    #expect(throws: StorageError.self, "there is one over the same") { try transaction.createIndex(other) }
    #expect(transaction.freeName("i") == "i_2")
    try transaction.dropIndex(named: "i")
    #expect(transaction.state.indexDefinitions.isEmpty)
    let error = #expect(throws: StorageError.self) { try transaction.dropIndex(named: "i") }
    #expect(error?.code == .schema)
  }
}
