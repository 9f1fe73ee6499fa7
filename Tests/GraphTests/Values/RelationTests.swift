import Graph
import Testing
import TestSupport

/// The four relations of values: equality, comparability, orderability, equivalence.
@Suite struct RelationTests {
  private static let count = 20_000

  @Test(arguments: [
    ("[1, 2]", "[1]", "false"), ("[null]", "[1]", "null"), ("['a']", "[1]", "false"), ("[[1]]", "[[1], [null]]", "false"),
    ("[[1], [2]]", "[[1], [null]]", "null"), ("[[1], [2, 3]]", "[[1], [null]]", "false"), ("{}", "{k: null}", "false"),
    ("{k: null}", "{k: null}", "null"), ("{k: 1, l: null}", "{k: null, l: 1}", "null"), ("{k: 1}", "{k: 1, l: null}", "false"),
    ("{a: 1, b: 2}", "{b: 2, a: 1}", "true"), ("1", "1.0", "true"), ("'1'", "1", "false"), ("NaN", "NaN", "false"),
    ("null", "null", "null"), ("9007199254740993", "9007199254740992.0", "false"), ("-0.0", "0", "true"),
  ])
  func `equality is unknown exactly where a null decides`(left: String, right: String, expected: String) throws {
    let result = try Value(literal: left).isEqual(to: Value(literal: right))
    #expect((result.map(Value.boolean) ?? .null).literal == expected)
  }

  @Test(arguments: [
    ("[1, 0]", "[1]", "true"), ("[1, null]", "[1]", "true"), ("[1, 2]", "[1, null]", "null"), ("[1, 'a']", "[1, null]", "null"),
    ("[1, 2]", "[3, null]", "false"), ("1", "'a'", "null"), ("NaN", "1", "false"), ("NaN", "'a'", "null"), ("'b'", "'a'", "true"),
    ("true", "false", "true"), ("{}", "{}", "null"), ("9007199254740993", "9007199254740992.0", "true"),
  ])
  func `comparing says greater or equal, or that the types have no order`(left: String, right: String, expected: String) throws {
    let result = try Value(literal: left).compared(to: Value(literal: right)).isGreaterOrEqual
    #expect((result.map(Value.boolean) ?? .null).literal == expected)
  }

  @Test func `nodes are the same by id whatever their content`() {
    let bare = Value.node(Node(id: NodeID(7)))
    let full = Value.node(Node(id: NodeID(7), labels: ["A"], properties: [:]))
    #expect(bare.isEqual(to: full) == true)
    #expect(bare.isEqual(to: .node(Node(id: NodeID(8)))) == false)
    #expect(bare.isEqual(to: .relationship(Relationship(id: RelationshipID(7)))) == false)
  }

  @Test func `the order of types is that of the TCK`() throws {
    let node = Node(id: NodeID(0))
    let ascending: [Value] = [
      try Value(literal: "{a: 'map'}"), .node(node), .relationship(Relationship(id: RelationshipID(0))),
      try Value(literal: "['list']"),
      .path(Path(nodes: [node], relationships: [])), .date(CalendarDate(daysSinceEpoch: 0)), .string("text"), .boolean(false),
      .float(1.5),
      .float(.nan), .null,
    ]
    let sorted = ascending.reversed().sorted { $0.ordering(against: $1) == .less }
    #expect(sorted.map(\.literal) == ascending.map(\.literal))
  }

  @Test func `lists sort element by element, a prefix first`() throws {
    let ascending = ["[]", "['a']", "['a', 1]", "[1]", "[1, 'a']", "[1, null]", "[null, 1]", "[null, 2]"]
    let sorted = try ascending.shuffled().map { try Value(literal: $0) }.sorted { $0.ordering(against: $1) == .less }
    #expect(sorted.map(\.literal) == ascending)
  }

  @Test func `the order is total and agrees with equivalence, equality and comparison`() {
    var generator = SeededGenerator.random()
    for _ in 0..<Self.count {
      let (a, b, c) = (generator.value(), generator.value(), generator.value())
      let comment: Comment = "seed \(generator.seed): \(a.literal), \(b.literal), \(c.literal)"
      let order = a.ordering(against: b)
      #expect(b.ordering(against: a) == order.reversed, comment)
      #expect(a.ordering(against: a) == .equal, comment)
      #expect((order == .equal) == a.isEquivalent(to: b), comment)
      if order != .greater, b.ordering(against: c) != .greater { #expect(a.ordering(against: c) != .greater, comment) }
      if a.isEqual(to: b) == true { #expect(a.isEquivalent(to: b), comment) }
      if a.compared(to: b) == .less { #expect(order == .less, comment) }
      if a.compared(to: b) == .greater { #expect(order == .greater, comment) }
    }
  }

  @Test func `equivalent values are one dictionary key`() {
    var generator = SeededGenerator.random()
    for _ in 0..<Self.count {
      let (a, b) = (EquivalenceKey(generator.value()), EquivalenceKey(generator.value()))
      let comment: Comment = "seed \(generator.seed): \(a.value.literal), \(b.value.literal)"
      #expect((a == b) == a.value.isEquivalent(to: b.value), comment)
      if a == b { #expect(a.hashValue == b.hashValue, comment) }
    }
    let keys: Set = [EquivalenceKey(.integer(1)), EquivalenceKey(.float(1)), EquivalenceKey(.null), EquivalenceKey(.null)]
    #expect(keys.count == 2)
  }
}
