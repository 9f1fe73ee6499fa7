import Graph

/// What an index is on.
public struct IndexDescription: Hashable, Sendable {
  public var label: LabelID
  public var key: PropertyKeyID
  /// True for a unique constraint: no two nodes with the label have equal values.
  public var isUnique: Bool

  public init(label: LabelID, key: PropertyKeyID, isUnique: Bool) {
    self.label = label
    self.key = key
    self.isUnique = isUnique
  }
}

/// One end of a range of values.
public struct RangeBound: Sendable {
  public var value: Value
  public var isInclusive: Bool

  public init(_ value: Value, isInclusive: Bool) {
    self.value = value
    self.isInclusive = isInclusive
  }
}

/// The nodes of one label in the order of one property.
struct PropertyIndex: Sendable {
  var description: IndexDescription
  /// By `IndexKey.Family`.
  var trees: [IndexTree]
  let pool: StringPool

  init(_ description: IndexDescription, pool: StringPool) {
    self.init(description, pool: pool, trees: IndexKey.Family.allCases.map { IndexTree(family: $0, pool: pool) })
  }

  init(_ description: IndexDescription, pool: StringPool, trees: [IndexTree]) {
    self.description = description
    self.trees = trees
    self.pool = pool
  }

  /// An index of `keys`, in any order.
  init(_ description: IndexDescription, pool: StringPool, keys: [(key: IndexKey, node: UInt32)]) {
    var entries = [[IndexEntry]](repeating: [], count: IndexKey.Family.allCases.count)
    for (key, node) in keys {
      entries[key.family.rawValue].append(IndexEntry(order: key.order, detail: key.detail, node: node))
    }
    let trees = IndexKey.Family.allCases.map { family in
      let order = IndexOrder(pool: family == .strings ? pool : nil)
      var sorted = entries[family.rawValue]
      if !zip(sorted, sorted.dropFirst()).allSatisfy({ order.precedes($0, $1) }) { sorted.sort { order.precedes($0, $1) } }
      return IndexTree(family: family, pool: pool, sorted: sorted)
    }
    self.init(description, pool: pool, trees: trees)
  }

  var count: Int { trees.reduce(0) { $0 + $1.count } }
  var distinctCount: Int { trees.reduce(0) { $0 + $1.distinctCount } }

  mutating func insert(_ value: Value, node: UInt32) {
    guard let key = IndexKey(value, pool: pool) else { return }
    trees[key.family.rawValue].insert(IndexEntry(order: key.order, detail: key.detail, node: node))
  }

  mutating func remove(_ value: Value, node: UInt32) {
    guard let key = IndexKey(value, pool: pool) else { return }
    trees[key.family.rawValue].remove(IndexEntry(order: key.order, detail: key.detail, node: node))
  }

  /// Whether an index can hold `value`; lookups of other values have to scan.
  static func holds(_ value: Value) -> Bool {
    IndexKey.Probe(value) != nil
  }

  /// The nodes whose value equals `value`, ascending.
  func lookup(_ value: Value) -> [NodeID] {
    guard let probe = IndexKey.Probe(value) else { return [] }
    let order = self.order(of: probe.family)
    var found: [NodeID] = []
    trees[probe.family.rawValue].scan(from: { order.compare($0, probe) >= 0 }) { entry in
      guard order.compare(entry, probe) == 0 else { return false }
      found.append(NodeID(entry.node))
      return true
    }
    return found
  }

  /// Nodes whose value lies between the bounds, in the order of their values. Both bounds are of one family.
  func range(lower: RangeBound?, upper: RangeBound?) -> [NodeID] {
    let low = lower.flatMap { IndexKey.Probe($0.value) }
    let high = upper.flatMap { IndexKey.Probe($0.value) }
    guard let family = low?.family ?? high?.family, (lower == nil) == (low == nil), (upper == nil) == (high == nil),
      high == nil || high!.family == family
    else { return [] }
    let order = self.order(of: family)
    var found: [NodeID] = []
    let start: (IndexEntry) -> Bool = { entry in
      guard let low else { return true }
      let comparison = order.compare(entry, low)
      return comparison > 0 || (comparison == 0 && lower!.isInclusive)
    }
    trees[family.rawValue].scan(from: start) { entry in
      if let high {
        let comparison = order.compare(entry, high)
        guard comparison < 0 || (comparison == 0 && upper!.isInclusive) else { return false }
      }
      found.append(NodeID(entry.node))
      return true
    }
    return found
  }

  private func order(of family: IndexKey.Family) -> IndexOrder {
    IndexOrder(pool: family == .strings ? pool : nil)
  }
}
