import Cypher
import Graph

/// Takes in what is new in a set of pairs.
private protocol NewPairs {
  mutating func add(_ row: Int, _ group: Int)
}

private struct NewRows: NewPairs {
  var rows: [UInt32]
  var groups: [UInt32]

  @inline(__always)
  mutating func add(_ row: Int, _ group: Int) {
    rows.append(UInt32(row))
    groups.append(UInt32(group))
  }
}

private struct NewCounts: NewPairs {
  let counts: UnsafeMutableBufferPointer<Int64>

  @inline(__always)
  mutating func add(_ row: Int, _ group: Int) { counts[group] &+= 1 }
}

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
  /// True where strings of several pools were put into one of this set's own.
  private var ownsPool = false

  /// Roughly what the table takes in memory; the values themselves count where they are kept.
  var byteCount: Int { words.byteCount + pairs.count * 64 + (pool?.keptByteCount ?? 0) }

  private mutating func prepare(for vector: Vector) {
    let wanted: Kind
    switch vector.storage {
    case .nodes: wanted = .nodes
    case .relationships: wanted = .relationships
    case .booleans: wanted = .booleans
    case .integers: wanted = .integers
    case .strings(_, let pool):
      if kind == .undecided { self.pool = pool }
      if kind == .strings, self.pool !== pool, !ownsPool { takeIntoOwnPool() }
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
    var new = NewRows(rows: rows.take(), groups: groups.take())
    defer { (rows, groups) = (new.rows, new.groups) }
    try insert(vector, input, &new)
  }

  /// Inserts the pairs of a batch, and counts those that are new for each group. Nulls are left out.
  mutating func insert(
    _ vector: Vector, _ input: AggregateInput, counts: UnsafeMutableBufferPointer<Int64>
  ) throws(CypherError) {
    var new = NewCounts(counts: counts)
    try insert(vector, input, &new)
  }

  private mutating func insert<New: NewPairs>(_ vector: Vector, _ input: AggregateInput, _ new: inout New) throws(CypherError) {
    prepare(for: vector)
    words.prepare(groupCount: input.groupCount)
    let nulls = vector.nulls
    switch vector.storage {
    case .nodes(let elements) where kind != .values:
      try insertWords(nulls, input, &new) { UInt64(elements[$0].rawValue) }
    case .relationships(let elements) where kind != .values:
      try insertWords(nulls, input, &new) { UInt64(elements[$0].rawValue) }
    case .booleans(let elements) where kind != .values:
      try insertWords(nulls, input, &new) { elements[$0] ? 1 : 0 }
    case .integers(let elements) where kind != .values, .dates(let elements) where kind != .values:
      try insertWords(nulls, input, &new) { UInt64(bitPattern: elements[$0]) }
    case .strings(let elements, let other) where kind != .values:
      let elements = pool === other ? elements : pool!.intern(elements, of: other)
      try insertWords(nulls, input, &new) { UInt64(elements[$0]) }
    default:
      try input.forEachRow { row, group, _ in
        let value = vector[row]
        guard !value.isNull else { return }
        guard pairs.insert(Pair(group: UInt32(group), value: EquivalenceKey(value))).inserted else { return }
        new.add(row, group)
      }
    }
  }

  @inline(__always)
  private mutating func insertWords<New: NewPairs>(
    _ nulls: NullMask?, _ input: AggregateInput, _ new: inout New, _ word: (Int) -> UInt64
  ) throws(CypherError) {
    // A set that lies in this method's own memory is asked without a look at who else uses it.
    var words = WordSet()
    swap(&words, &self.words)
    defer { swap(&words, &self.words) }
    try input.forEachRow { row, group, _ in
      if let nulls, nulls[row] { return }
      if words.insert(word(row), group) { new.add(row, group) }
    }
  }

  /// Inserts all pairs of another one, whose group n is group `groups[n]` here, and counts those that are new.
  mutating func formUnion(
    _ other: DistinctRows, groups: [UInt32], counts: UnsafeMutableBufferPointer<Int64>
  ) throws(CypherError) {
    if other.kind == .undecided { return }
    if kind == .undecided { (kind, pool, ownsPool) = (other.kind, other.pool, false) }
    if kind == other.kind, kind != .values {
      guard kind == .strings, let theirs = other.pool, theirs !== pool else {
        return words.formUnion(other.words, groups: groups, counts: counts)
      }
      if !ownsPool { takeIntoOwnPool() }
      for (word, group) in other.words.entries where words.insert(own(word, of: theirs), Int(groups[Int(group)])) {
        counts[Int(groups[Int(group)])] &+= 1
      }
      return
    }
    if kind != .values { turnIntoPairs() }
    for pair in other.allPairs {
      let group = groups[Int(pair.group)]
      if pairs.insert(Pair(group: group, value: pair.value)).inserted { counts[Int(group)] &+= 1 }
    }
  }

  private mutating func takeIntoOwnPool() {
    guard let foreign = pool else { return }
    (pool, ownsPool) = (.unshared(), true)
    let entries = words.entries
    words = WordSet()
    words.prepare(groupCount: Int(entries.map(\.group).max() ?? 0) + 1)
    for (word, group) in entries { _ = words.insert(own(word, of: foreign), Int(group)) }
  }

  private func own(_ word: UInt64, of foreign: StringPool) -> UInt64 {
    UInt64(pool!.intern(foreign.bytes(of: StringPool.Code(word))))
  }

  private var allPairs: Set<Pair> {
    if kind == .values { return pairs }
    var copy = self
    copy.turnIntoPairs()
    return copy.pairs
  }

  /// What has been inserted, in no order.
  var entries: (values: Vector, groups: [UInt32]) {
    if kind == .values { return (Vector(packing: pairs.map(\.value.value)), pairs.map(\.group)) }
    let entries = words.entries
    return (Vector(packing: entries.map { value(of: $0.word) }), entries.map(\.group))
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
