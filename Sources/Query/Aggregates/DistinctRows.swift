import Cypher
import Graph

/// The pairs (group, value) that have been met: a hash table of machine words as long as all values are of one type that fits, of
/// `Value`s otherwise.
struct DistinctRows {
  private enum Kind { case undecided, nodes, relationships, booleans, integers, strings, dates, values }

  private struct Pair: Hashable {
    var group: UInt32
    var value: EquivalenceKey
  }

  private var kind = Kind.undecided
  private var words = WordSet()
  private var pairs: Set<Pair> = []
  private var pool: StringPool?

  /// Roughly what the table takes in memory; the values themselves count where they are kept.
  var byteCount: Int { words.byteCount + pairs.count * 64 }

  private mutating func prepare(for vector: Vector) {
    let wanted: Kind
    switch vector.storage {
    case .nodes: wanted = .nodes
    case .relationships: wanted = .relationships
    case .booleans: wanted = .booleans
    case .integers: wanted = .integers
    case .strings(_, let pool) where self.pool == nil || self.pool === pool:
      self.pool = pool
      wanted = .strings
    case .dates: wanted = .dates
    default: wanted = .values
    }
    if kind == .undecided {
      kind = wanted
    } else if kind != wanted, kind != .values {
      turnIntoPairs()
    }
  }

  /// Inserts the pairs of a batch; appends the row and the group of each that is new. Nulls are left out.
  mutating func insert(
    _ vector: Vector, _ input: AggregateInput, rows: inout [UInt32], groups: inout [UInt32]
  ) throws(CypherError) {
    prepare(for: vector)
    let nulls = vector.nulls
    switch vector.storage {
    case .nodes(let elements) where kind != .values:
      try insertWords(nulls, input, &rows, &groups) { UInt64(elements[$0].rawValue) }
    case .relationships(let elements) where kind != .values:
      try insertWords(nulls, input, &rows, &groups) { UInt64(elements[$0].rawValue) }
    case .booleans(let elements) where kind != .values:
      try insertWords(nulls, input, &rows, &groups) { elements[$0] ? 1 : 0 }
    case .integers(let elements) where kind != .values, .dates(let elements) where kind != .values:
      try insertWords(nulls, input, &rows, &groups) { UInt64(bitPattern: elements[$0]) }
    case .strings(let elements, _) where kind != .values:
      try insertWords(nulls, input, &rows, &groups) { UInt64(elements[$0]) }
    default:
      try input.forEachRow { row, group, _ in
        let value = vector[row]
        guard !value.isNull else { return }
        guard pairs.insert(Pair(group: UInt32(group), value: EquivalenceKey(value))).inserted else { return }
        rows.append(UInt32(row))
        groups.append(UInt32(group))
      }
    }
  }

  @inline(__always)
  private mutating func insertWords(
    _ nulls: NullMask?, _ input: AggregateInput, _ rows: inout [UInt32], _ groups: inout [UInt32], _ word: (Int) -> UInt64
  ) throws(CypherError) {
    try input.forEachRow { row, group, _ in
      if let nulls, nulls[row] { return }
      guard words.insert(word(row), group) else { return }
      rows.append(UInt32(row))
      groups.append(UInt32(group))
    }
  }

  private mutating func turnIntoPairs() {
    for (word, group) in words.entries { pairs.insert(Pair(group: group, value: EquivalenceKey(value(of: word)))) }
    words = WordSet()
    kind = .values
  }

  private func value(of word: UInt64) -> Value {
    switch kind {
    case .nodes: .node(Node(id: NodeID(UInt32(word))))
    case .relationships: .relationship(Relationship(id: RelationshipID(UInt32(word))))
    case .booleans: .boolean(word == 1)
    case .integers: .integer(Int64(bitPattern: word))
    case .dates: .date(CalendarDate(daysSinceEpoch: Int64(bitPattern: word)))
    case .strings: .string(pool.map { $0.string(of: UInt32(word)) } ?? "")
    case .undecided, .values: preconditionFailure("values are not kept as words")
    }
  }
}
