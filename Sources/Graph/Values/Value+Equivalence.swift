/// Equivalence, the relation of `DISTINCT`, grouping and `UNION` (CIP2016-06-14): as equality, but two-valued – null is
/// equivalent to null and NaN to NaN, also inside lists and maps.
extension Value {
  public func isEquivalent(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b || a.isNaN && b.isNaN
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): ExactNumber.compare(a, b) == .equal
    case (.string(let a), .string(let b)): ExactText.isSame(a, b)
    case (.list(let a), .list(let b)): a.count == b.count && a.elementsEqual(b) { $0.isEquivalent(to: $1) }
    case (.map(let a), .map(let b)): a.isEquivalent(to: b)
    default: isSameElementOrTemporal(as: other)
    }
  }

  /// Feeds `hasher` so that equivalent values hash alike. O(size of the value).
  func hashForEquivalence(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .float(let value):
      if let whole = ExactNumber.integer(value) {
        hasher.combine(whole)
      } else {
        hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
      }
    case .string(let value): ExactText.hash(value, into: &hasher)
    case .list(let elements):
      hasher.combine(elements.count)
      for element in elements { element.hashForEquivalence(into: &hasher) }
    case .map(let map): map.hashForEquivalence(into: &hasher)
    case .node(let node): hasher.combine(node.id)
    case .relationship(let relationship): hasher.combine(relationship.id)
    case .path(let path):
      for node in path.nodes { hasher.combine(node.id) }
      for relationship in path.relationships { hasher.combine(relationship.id) }
    case .date(let value): hasher.combine(value)
    case .localTime(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    }
  }
}

extension PropertyMap {
  func isEquivalent(to other: PropertyMap) -> Bool {
    count == other.count
      && entries.allSatisfy { entry in other[entry.key].map { entry.value.isEquivalent(to: $0) } ?? false }
  }

  /// Independent of the order of the entries.
  fileprivate func hashForEquivalence(into hasher: inout Hasher) {
    var sum = 0
    for entry in entries {
      var entryHasher = Hasher()
      ExactText.hash(entry.key, into: &entryHasher)
      entry.value.hashForEquivalence(into: &entryHasher)
      sum &+= entryHasher.finalize()
    }
    hasher.combine(count)
    hasher.combine(sum)
  }
}

/// A value as a dictionary key: equal keys are equivalent values. Several values make one key as `.list`.
public struct EquivalenceKey: Hashable, Sendable {
  public let value: Value

  public init(_ value: Value) {
    self.value = value
  }

  public static func == (a: EquivalenceKey, b: EquivalenceKey) -> Bool { a.value.isEquivalent(to: b.value) }
  public func hash(into hasher: inout Hasher) { value.hashForEquivalence(into: &hasher) }
}
