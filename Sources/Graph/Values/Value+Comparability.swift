/// openCypher's `<`, `<=`, `>`, `>=` (CIP2016-06-14, "Comparability").
extension Value {
  /// How two values compare, before one of the four operators is asked.
  public enum Comparison: Sendable {
    case less, equal, greater
    /// Comparable types, but NaN is involved: all four operators say false.
    case unordered
    /// Null or types without an order between them: all four operators say null.
    case incomparable

    init(_ ordering: Ordering) {
      switch ordering {
      case .less: self = .less
      case .equal: self = .equal
      case .greater: self = .greater
      }
    }

    /// `<`, nil where unknown.
    public var isLess: Bool? { self == .incomparable ? nil : self == .less }
    /// `<=`, nil where unknown.
    public var isLessOrEqual: Bool? { self == .incomparable ? nil : self == .less || self == .equal }
    /// `>`, nil where unknown.
    public var isGreater: Bool? { self == .incomparable ? nil : self == .greater }
    /// `>=`, nil where unknown.
    public var isGreaterOrEqual: Bool? { self == .incomparable ? nil : self == .greater || self == .equal }
  }

  /// Compares two values of types that have an order: numbers, strings, Booleans, instants of one type, and lists of such.
  ///
  /// Lists compare element by element, the first that differs decides, a prefix is less. Nodes, relationships, paths, maps and
  /// durations have no order here – `orderability` has one for all.
  public func compared(to other: Value) -> Comparison {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): Comparison(.of(a, b))
    case (.float(let a), .float(let b)): a.isNaN || b.isNaN ? .unordered : Comparison(.of(a, b))
    case (.integer(let a), .float(let b)): ExactNumber.compare(a, b).map(Comparison.init) ?? .unordered
    case (.float(let a), .integer(let b)): ExactNumber.compare(b, a).map { Comparison($0.reversed) } ?? .unordered
    case (.string(let a), .string(let b)): Comparison(.ofText(a, b))
    case (.boolean(let a), .boolean(let b)): Comparison(.of(a ? 1 : 0, b ? 1 : 0))
    case (.list(let a), .list(let b)): Self.compare(a, b)
    case (.date(let a), .date(let b)): Comparison(.of(a, b))
    case (.localTime(let a), .localTime(let b)): Comparison(.of(a, b))
    case (.time(let a), .time(let b)): Comparison(.of(a, b))
    case (.localDateTime(let a), .localDateTime(let b)): Comparison(.of(a, b))
    case (.dateTime(let a), .dateTime(let b)): Comparison(.of(a, b))
    default: .incomparable
    }
  }

  private static func compare(_ a: [Value], _ b: [Value]) -> Comparison {
    for (x, y) in zip(a, b) {
      let comparison = x.compared(to: y)
      if comparison != .equal { return comparison }
    }
    return Comparison(.of(a.count, b.count))
  }
}
