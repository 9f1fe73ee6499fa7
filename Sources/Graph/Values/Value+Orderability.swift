/// The total order of `ORDER BY` (CIP2016-06-14, "Orderability"), consistent with equivalence: values are equal in it exactly
/// if they are equivalent.
extension Value {
  /// The order of two values, of any types: map < node < relationship < list < path < DateTime < LocalDateTime < Date < Time
  /// < LocalTime < Duration < string < Boolean < number < null.
  ///
  /// NaN is greater than every other number. Nodes and relationships go by id, maps by size, then keys, then values, lists
  /// and paths element by element, durations by their average length (a month is 30.436875 days).
  public func ordering(against other: Value) -> Ordering {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): .of(a, b)
    case (.float(let a), .float(let b)): Self.order(a, b)
    case (.integer(let a), .float(let b)): ExactNumber.compare(a, b) ?? .less
    case (.float(let a), .integer(let b)): ExactNumber.compare(b, a)?.reversed ?? .greater
    case (.string(let a), .string(let b)): .ofText(a, b)
    case (.boolean(let a), .boolean(let b)): .of(a ? 1 : 0, b ? 1 : 0)
    case (.list(let a), .list(let b)): Self.order(a, b)
    case (.map(let a), .map(let b)): Self.order(a, b)
    case (.node(let a), .node(let b)): .of(a.id, b.id)
    case (.relationship(let a), .relationship(let b)): .of(a.id, b.id)
    case (.path(let a), .path(let b)): Self.order(a, b)
    case (.date(let a), .date(let b)): .of(a, b)
    case (.localTime(let a), .localTime(let b)): .of(a, b)
    case (.time(let a), .time(let b)): .of(a, b)
    case (.localDateTime(let a), .localDateTime(let b)): .of(a, b)
    case (.dateTime(let a), .dateTime(let b)): .of(a, b)
    case (.duration(let a), .duration(let b)): a.ordering(against: b)
    default: .of(orderRank, other.orderRank)
    }
  }

  private var orderRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  private static func order(_ a: Double, _ b: Double) -> Ordering {
    switch (a.isNaN, b.isNaN) {
    case (true, true): .equal
    case (true, false): .greater
    case (false, true): .less
    case (false, false): .of(a, b)
    }
  }

  private static func order(_ a: [Value], _ b: [Value]) -> Ordering {
    for (x, y) in zip(a, b) {
      let ordering = x.ordering(against: y)
      if ordering != .equal { return ordering }
    }
    return .of(a.count, b.count)
  }

  private static func order(_ a: PropertyMap, _ b: PropertyMap) -> Ordering {
    if a.count != b.count { return .of(a.count, b.count) }
    let left = a.entriesSortedByKey
    let right = b.entriesSortedByKey
    for (x, y) in zip(left, right) {
      let ordering = Ordering.ofText(x.key, y.key)
      if ordering != .equal { return ordering }
    }
    for (x, y) in zip(left, right) {
      let ordering = x.value.ordering(against: y.value)
      if ordering != .equal { return ordering }
    }
    return .equal
  }

  private static func order(_ a: Path, _ b: Path) -> Ordering {
    for index in 0..<min(a.nodes.count, b.nodes.count) {
      if a.nodes[index].id != b.nodes[index].id { return .of(a.nodes[index].id, b.nodes[index].id) }
      guard index < a.length, index < b.length else { break }
      if a.relationships[index].id != b.relationships[index].id {
        return .of(a.relationships[index].id, b.relationships[index].id)
      }
    }
    return .of(a.length, b.length)
  }
}

extension PropertyMap {
  /// The entries by key, in the text order of openCypher. O(n log n).
  var entriesSortedByKey: [Entry] {
    entries.sorted { Ordering.ofText($0.key, $1.key) == .less }
  }
}
