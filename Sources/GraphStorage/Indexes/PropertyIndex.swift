import Graph

/// One end of a range of values.
public struct RangeBound: Sendable {
  public var value: Value
  public var isInclusive: Bool

  public init(_ value: Value, isInclusive: Bool) {
    self.value = value
    self.isInclusive = isInclusive
  }
}

/// How a string is looked for in an index.
public enum StringMatch: Sendable, Hashable {
  case startsWith, contains, endsWith
}

/// A range or text index: the elements of one label or type in the order of one property, or by the values of several.
struct PropertyIndex: Sendable {
  /// What never changes, behind one reference, so that a copy of the index costs two reference counts and not one for each part.
  private final class Description: Sendable {
    let definition: IndexDefinition
    let target: SchemaTarget
    let pool: StringPool

    init(_ definition: IndexDefinition, _ target: SchemaTarget, _ pool: StringPool) {
      (self.definition, self.target, self.pool) = (definition, target, pool)
    }
  }

  private let description: Description
  /// By `IndexKey.Family`.
  var trees: [IndexTree]

  var definition: IndexDefinition { description.definition }
  var target: SchemaTarget { description.target }
  var pool: StringPool { description.pool }

  init(_ definition: IndexDefinition, _ target: SchemaTarget, pool: StringPool) {
    self.init(definition, target, pool: pool, trees: IndexKey.Family.allCases.map { IndexTree(family: $0, pool: pool) })
  }

  init(_ definition: IndexDefinition, _ target: SchemaTarget, pool: StringPool, trees: [IndexTree]) {
    description = Description(definition, target, pool)
    self.trees = trees
  }

  /// An index of what a snapshot has. O(n log n) in the elements.
  init(_ definition: IndexDefinition, _ target: SchemaTarget, of snapshot: GraphSnapshot) {
    let pool = snapshot.pool
    var entries = [[IndexEntry]](repeating: [], count: IndexKey.Family.allCases.count)
    func add(_ key: IndexKey?, _ row: UInt32) {
      guard let key, definition.holds(key.family) else { return }
      entries[key.family.rawValue].append(IndexEntry(order: key.order, detail: key.detail, element: row))
    }
    snapshot.forEachBatch(target.element, target.owner) { rows in
      if target.keys.count > 1 {
        for row in rows { add(IndexKey(snapshot.values(target.keys, target.element, at: row), pool: pool), row) }
        return
      }
      let values: Vector =
        switch target.element {
        case .node: snapshot.gather(target.keys[0], of: rows.map { NodeID($0) })
        case .relationship: snapshot.gather(target.keys[0], of: rows.map { RelationshipID($0) })
        }
      if case .integers(let numbers) = values.storage, values.nulls == nil, definition.holds(.numbers) {
        if entries[IndexKey.Family.numbers.rawValue].isEmpty, target.element == .node {
          entries[IndexKey.Family.numbers.rawValue].reserveCapacity(snapshot.nodeCount(LabelID(target.owner)))
        }
        for place in 0..<rows.count {
          let key = IndexKey(integer: numbers[place])
          entries[IndexKey.Family.numbers.rawValue].append(
            IndexEntry(order: key.order, detail: key.detail, element: rows[place]))
        }
        return
      }
      for (place, row) in rows.enumerated() where !values.isNull(place) { add(IndexKey(values, place, pool: pool), row) }
    }
    let trees = IndexKey.Family.allCases.map { family in
      let order = IndexOrder(pool: family == .strings ? pool : nil)
      var sorted = entries[family.rawValue]
      entries[family.rawValue] = []
      if !(1..<max(sorted.count, 1)).allSatisfy({ order.precedes(sorted[$0 - 1], sorted[$0]) }) {
        sorted.sort { order.precedes($0, $1) }
      }
      return IndexTree(family: family, pool: pool, sorted: sorted)
    }
    self.init(definition, target, pool: pool, trees: trees)
  }

  var count: Int { trees.reduce(0) { $0 + $1.count } }
  var distinctCount: Int { trees.reduce(0) { $0 + $1.distinctCount } }

  /// The elements at the ends of the order; nil where there are values of several families, or of one that has no exact order.
  var ends: (least: UInt32, greatest: UInt32)? {
    guard let family = IndexKey.Family.allCases.first(where: { trees[$0.rawValue].count > 0 }), family.isExact,
      trees[family.rawValue].count == count, let least = trees[family.rawValue].first,
      let last = trees[family.rawValue].last
    else { return nil }
    let order = self.order(of: family)
    var greatest = last.element
    trees[family.rawValue].scan(from: { order.compareKeys($0, last) >= 0 }) { entry in
      greatest = entry.element
      return false
    }
    return (least.element, greatest)
  }

  // MARK: - Changing

  mutating func insert(_ values: [Value], element: UInt32) {
    guard let key = IndexKey(values, pool: pool), definition.holds(key.family) else { return }
    trees[key.family.rawValue].insert(IndexEntry(order: key.order, detail: key.detail, element: element))
  }

  mutating func remove(_ values: [Value], element: UInt32) {
    guard let key = IndexKey(values, pool: pool), definition.holds(key.family) else { return }
    trees[key.family.rawValue].remove(IndexEntry(order: key.order, detail: key.detail, element: element))
  }

  // MARK: - Searching

  /// Whether the index holds the elements with these values; if not, a scan has to look for them.
  func holds(_ values: [Value]) -> Bool {
    guard let probe = IndexKey.Probe(values) else { return false }
    return definition.holds(probe.family)
  }

  /// The elements with these values, ascending; with others of the same hash among them.
  func lookup(_ values: [Value]) -> [UInt32] {
    IndexKey.Probe(values).map { lookup($0) } ?? []
  }

  func lookup(_ probe: IndexKey.Probe) -> [UInt32] { lookup(probe) { $0 } }

  func lookup<Element>(_ probe: IndexKey.Probe, _ make: (UInt32) -> Element) -> [Element] {
    let order = self.order(of: probe.family)
    var found: [Element] = []
    trees[probe.family.rawValue].scan(from: { order.compare($0, probe) >= 0 }) { entry in
      guard order.compare(entry, probe) == 0 else { return false }
      found.append(make(entry.element))
      return true
    }
    return found
  }

  /// The elements whose value lies between the bounds, in the order of their values; nil where the index cannot tell. At
  /// least one bound is given; bounds of different families have nothing between them.
  func range(lower: RangeBound?, upper: RangeBound?) -> [UInt32]? {
    let low = lower.flatMap { IndexKey.Probe([$0.value]) }
    let high = upper.flatMap { IndexKey.Probe([$0.value]) }
    guard (lower == nil) == (low == nil), (upper == nil) == (high == nil), let family = low?.family ?? high?.family,
      family.isOrdered, high?.family.isOrdered ?? true, definition.holds(family)
    else { return nil }
    guard high == nil || high!.family == family else { return [] }
    let order = self.order(of: family)
    let takesLow = family.isCoarse || lower?.isInclusive ?? true
    let takesHigh = family.isCoarse || upper?.isInclusive ?? true
    var found: [UInt32] = []
    let start: (IndexEntry) -> Bool = { entry in
      guard let low else { return true }
      let comparison = order.compare(entry, low)
      return comparison > 0 || (comparison == 0 && takesLow)
    }
    trees[family.rawValue].scan(from: start) { entry in
      if let high {
        let comparison = order.compare(entry, high)
        guard comparison < 0 || (comparison == 0 && takesHigh) else { return false }
      }
      found.append(entry.element)
      return true
    }
    return found
  }

  /// The elements whose string has `text` at its beginning, anywhere or at its end, in the order of the strings.
  ///
  /// - Complexity: a beginning O(log n + result); the others O(different strings + result).
  func strings(_ match: StringMatch, _ text: String) -> [UInt32] {
    let part = Array(text.utf8)
    let tree = trees[IndexKey.Family.strings.rawValue]
    var found: [UInt32] = []
    // Entries of equal strings follow each other, so each string is looked at once.
    var last: (code: UInt32, isFound: Bool)?
    func isFound(_ code: UInt32) -> Bool {
      if let last, last.code == code { return last.isFound }
      let isFound = match.holds(for: pool.bytes(of: code), part)
      last = (code, isFound)
      return isFound
    }
    if match == .startsWith, let probe = IndexKey.Probe([.string(text)]) {
      let order = self.order(of: .strings)
      tree.scan(from: { order.compare($0, probe) >= 0 }) { entry in
        guard isFound(entry.detail) else { return false }
        found.append(entry.element)
        return true
      }
      return found
    }
    tree.scan(from: { _ in true }) { entry in
      if isFound(entry.detail) { found.append(entry.element) }
      return true
    }
    return found
  }

  private func order(of family: IndexKey.Family) -> IndexOrder {
    IndexOrder(pool: family == .strings ? pool : nil)
  }
}

extension IndexDefinition {
  /// A text index holds strings and nothing else.
  func holds(_ family: IndexKey.Family) -> Bool { kind == .range || family == .strings }
}

extension StringMatch {
  /// Bytes decide: no character of UTF-8 begins inside another.
  fileprivate func holds(for text: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    switch self {
    case .startsWith: return text.starts(with: part)
    case .endsWith: return text.suffix(part.count).elementsEqual(part)
    case .contains:
      guard let first = part.first else { return true }
      for start in 0...(text.count - part.count) where text[start] == first {
        if text[start...].starts(with: part) { return true }
      }
      return false
    }
  }
}
