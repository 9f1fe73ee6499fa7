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

  private func indexed(_ values: [Value]) throws -> (GraphSnapshot, IndexDescription, [NodeID]) {
    let store = GraphStore()
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "L")
    let key = transaction.propertyKeyID(creating: "k")
    try transaction.createIndex(label, key)
    let nodes = try values.map { try transaction.createNode(labels: [label], properties: [(key, $0)]) }
    try transaction.commit()
    return (store.snapshot, store.snapshot.index(label, key)!, nodes)
  }

  @Test("integers and floats are found by each other exactly, also beyond 2⁵³")
  func exactNumbers() throws {
    let (snapshot, index, nodes) = try indexed(Self.numbers)
    for value in Self.numbers {
      let expected = zip(nodes, Self.numbers).filter { Self.equal($0.1, value) }.map(\.0)
      #expect(snapshot.lookup(index, value) == expected, "\(value)")
      let below = zip(nodes, Self.numbers).filter { Self.less($0.1, value) }.map(\.0)
      #expect(snapshot.range(index, lower: nil, upper: RangeBound(value, isInclusive: false)).sorted() == below, "\(value)")
      let from = zip(nodes, Self.numbers).filter { !Self.less($0.1, value) }.map(\.0)
      #expect(snapshot.range(index, lower: RangeBound(value, isInclusive: true), upper: nil).sorted() == from, "\(value)")
    }
  }

  @Test("no value equals NaN, so no lookup and no range finds it")
  func notANumber() throws {
    let (snapshot, index, nodes) = try indexed([.float(.nan), .float(1)])
    #expect(snapshot.lookup(index, .float(.nan)).isEmpty)
    #expect(snapshot.range(index, lower: RangeBound(.integer(0), isInclusive: true), upper: nil) == [nodes[1]])
  }

  @Test("strings are ordered by their bytes and found though their first eight bytes agree")
  func strings() throws {
    let texts = ["", "a", "a\0", "ab", "abcdefgh", "abcdefgha", "abcdefghb", "abcdefghijkl", "b", "Łódź", "🙂"]
    let (snapshot, index, nodes) = try indexed(texts.reversed().map { .string($0) })
    for (node, text) in zip(nodes, texts.reversed()) { #expect(snapshot.lookup(index, .string(text)) == [node], "\(text)") }
    #expect(snapshot.lookup(index, .string("abcdefg")).isEmpty)
    let all = snapshot.range(index, lower: RangeBound(.string(""), isInclusive: true), upper: nil)
    #expect(all == nodes.reversed())
  }

  @Test("the index agrees with a scan through inserts and removals in many leaves and pages", arguments: seeds(2))
  func manyPages(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = GraphStore()
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "L")
    let key = transaction.propertyKeyID(creating: "k")
    try transaction.createIndex(label, key)
    var values: [NodeID: Int64] = [:]
    for _ in 0..<30_000 {
      let value = Int64.random(in: 0..<20_000, using: &generator)
      values[try transaction.createNode(labels: [label], properties: [(key, .integer(value))])] = value
    }
    for (node, value) in values where value % 5 < 3 {
      try transaction.set(.null, for: key, of: node)
      values[node] = nil
    }
    let index = transaction.state.index(label, key)!
    let expected = values.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    #expect(
      transaction.state.range(index, lower: RangeBound(.integer(0), isInclusive: true), upper: nil) == expected, "seed \(seed)")
    #expect(Int(transaction.state.distinctValueEstimate(label, key)) == Set(values.values).count)
  }

  @Test("a unique constraint refuses the second node with a value, and lets the first change it")
  func unique() throws {
    let transaction = try GraphStore().begin()
    let label = transaction.labelID(creating: "Person")
    let key = transaction.propertyKeyID(creating: "id")
    try transaction.createIndex(label, key, isUnique: true)
    let first = try transaction.createNode(labels: [label], properties: [(key, .integer(1))])
    let before = transaction.state.lines()
    for attempt in [Value.integer(1), .float(1)] {
      let error = #expect(throws: StorageError.self) { try transaction.createNode(labels: [label], properties: [(key, attempt)]) }
      #expect(error?.code == .constraintViolated)
    }
    #expect(transaction.state.lines() == before)
    let other = try transaction.createNode(labels: [], properties: [(key, .integer(1))])
    #expect(throws: StorageError.self) { try transaction.addLabel(label, to: other) }
    try transaction.set(.integer(1), for: key, of: first)
    try transaction.set(.integer(2), for: key, of: first)
    try transaction.addLabel(label, to: other)
    #expect(throws: StorageError.self) { try transaction.set(.integer(2), for: key, of: other) }
  }

  @Test("a unique constraint on nodes that share a value is refused")
  func uniqueOverExisting() throws {
    let transaction = try GraphStore().begin()
    let label = transaction.labelID(creating: "Person")
    let key = transaction.propertyKeyID(creating: "id")
    for _ in 0..<2 { try transaction.createNode(labels: [label], properties: [(key, .string("x"))]) }
    #expect(throws: StorageError.self) { try transaction.createIndex(label, key, isUnique: true) }
    #expect(transaction.state.indexDescriptions.isEmpty)
    try transaction.createIndex(label, key)
    #expect(throws: StorageError.self) { try transaction.createIndex(label, key) }
    try transaction.dropIndex(label, key)
    #expect(transaction.state.indexDescriptions.isEmpty)
  }
}
