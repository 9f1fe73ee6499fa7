import Cypher
import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Compares two vectors: picks a typed loop by their storage once, values of any type row by row only where no loop fits.
struct ComparisonKernel {
  private let `operator`: ComparisonOperator
  private let left: Vector
  private let right: Vector

  init(_ operator: ComparisonOperator, _ left: Vector, _ right: Vector) {
    // A constant stands on the right, so that half of the cases below need not be written.
    if left.isConstant && !right.isConstant {
      (self.operator, self.left, self.right) = (`operator`.flipped, right, left)
    } else {
      (self.operator, self.left, self.right) = (`operator`, left, right)
    }
  }

  func run<Sink: RowTestSink>(_ batch: Batch, _ sink: Sink) -> Sink.Output {
    if case .constant(.null, _) = right.storage { return sink.collectNull(batch) }
    let nulls = NullMask.union(left.nulls, right.nulls)
    switch (left.storage, right.storage) {
    case (.integers(let a), .integers(let b)): return order(batch, .column(a), .column(b), nulls, sink)
    case (.integers(let a), .constant(let value, _)):
      if let b = value.exactInteger { return order(batch, .column(a), .constant(b), nulls, sink) }
    case (.floats(let a), .floats(let b)): return order(batch, .column(a), .column(b), nulls, sink)
    case (.floats(let a), .constant(let value, _)):
      if let b = value.exactFloat { return order(batch, .column(a), .constant(b), nulls, sink) }
    case (.dates(let a), .dates(let b)): return order(batch, .column(a), .column(b), nulls, sink)
    case (.dates(let a), .constant(.date(let b), _)):
      return order(batch, .column(a), .constant(b.daysSinceEpoch), nulls, sink)
    case (.nodes(let a), .nodes(let b)) where `operator`.isEquality:
      return equate(batch, .column(a), .column(b), nulls, sink)
    case (.nodes(let a), .constant(.node(let b), _)) where `operator`.isEquality:
      return equate(batch, .column(a), .constant(b.id), nulls, sink)
    case (.relationships(let a), .relationships(let b)) where `operator`.isEquality:
      return equate(batch, .column(a), .column(b), nulls, sink)
    case (.strings(let a, let pool), .strings(let b, let other)) where pool === other:
      return text(batch, .column(a), .column(b), nulls, pool, sink)
    case (.strings(let a, let pool), .constant(.string(let b), _)): return text(batch, a, b, nulls, pool, sink)
    default: break
    }
    return sink.collect(batch) { Self.truth(`operator`, left[$0], right[$0]) }
  }

  /// What the operator says of two values, nil where that is unknown.
  static func truth(_ operator: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
    switch `operator` {
    case .equal: a.isEqual(to: b)
    case .notEqual: a.isEqual(to: b).map { !$0 }
    case .less: a.compared(to: b).isLess
    case .lessOrEqual: a.compared(to: b).isLessOrEqual
    case .greater: a.compared(to: b).isGreater
    case .greaterOrEqual: a.compared(to: b).isGreaterOrEqual
    }
  }

  // MARK: - Typed loops

  @inline(__always)
  private func order<Element: Comparable, Sink: RowTestSink>(
    _ batch: Batch, _ a: TypedRows<Element>, _ b: TypedRows<Element>, _ nulls: NullMask?, _ sink: Sink
  ) -> Sink.Output {
    switch `operator` {
    case .equal: sink.collect(batch, a, b, nulls: nulls) { $0 == $1 }
    case .notEqual: sink.collect(batch, a, b, nulls: nulls) { $0 != $1 }
    case .less: sink.collect(batch, a, b, nulls: nulls) { $0 < $1 }
    case .lessOrEqual: sink.collect(batch, a, b, nulls: nulls) { $0 <= $1 }
    case .greater: sink.collect(batch, a, b, nulls: nulls) { $0 > $1 }
    case .greaterOrEqual: sink.collect(batch, a, b, nulls: nulls) { $0 >= $1 }
    }
  }

  @inline(__always)
  private func equate<Element: Equatable, Sink: RowTestSink>(
    _ batch: Batch, _ a: TypedRows<Element>, _ b: TypedRows<Element>, _ nulls: NullMask?, _ sink: Sink
  ) -> Sink.Output {
    let wanted = `operator` == .equal
    return sink.collect(batch, a, b, nulls: nulls) { ($0 == $1) == wanted }
  }

  /// A column of codes against one text: equality asks the pool once, order looks at bytes.
  private func text<Sink: RowTestSink>(
    _ batch: Batch, _ codes: [StringPool.Code], _ text: String, _ nulls: NullMask?, _ pool: StringPool, _ sink: Sink
  ) -> Sink.Output {
    if `operator`.isEquality {
      guard let code = pool.code(of: text) else {
        let isDifferent = `operator` == .notEqual
        return sink.collect(batch, nulls: nulls) { _ in isDifferent }
      }
      return equate(batch, .column(codes), .constant(code), nulls, sink)
    }
    var text = text
    return text.withUTF8 { constant in
      sink.collect(batch, nulls: nulls) { accepts(compareBytes(pool.bytes(of: codes[$0]), constant)) }
    }
  }

  private func text<Sink: RowTestSink>(
    _ batch: Batch, _ a: TypedRows<StringPool.Code>, _ b: TypedRows<StringPool.Code>, _ nulls: NullMask?, _ pool: StringPool,
    _ sink: Sink
  ) -> Sink.Output {
    if `operator`.isEquality { return equate(batch, a, b, nulls, sink) }
    return sink.collect(batch, a, b, nulls: nulls) { accepts(compareBytes(pool.bytes(of: $0), pool.bytes(of: $1))) }
  }

  private func accepts(_ comparison: Int) -> Bool {
    switch `operator` {
    case .equal: comparison == 0
    case .notEqual: comparison != 0
    case .less: comparison < 0
    case .lessOrEqual: comparison <= 0
    case .greater: comparison > 0
    case .greaterOrEqual: comparison >= 0
    }
  }
}

/// Negative, zero or positive as `a` comes before, is, or comes after `b`. Byte order of UTF-8 is scalar order.
func compareBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  let common = min(a.count, b.count)
  if common > 0 {
    let difference = memcmp(a.baseAddress!, b.baseAddress!, common)
    if difference != 0 { return Int(difference) }
  }
  return a.count - b.count
}

extension ComparisonOperator {
  fileprivate var isEquality: Bool { self == .equal || self == .notEqual }
}

extension Value {
  /// From here on a double does not hold every integer.
  private static let largestExact: Double = 9_007_199_254_740_992

  /// The number as an integer, if comparing with that is comparing with the number.
  fileprivate var exactInteger: Int64? {
    switch self {
    case .integer(let value): value
    case .float(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The number as a double, if comparing doubles with that is comparing with the number.
  fileprivate var exactFloat: Double? {
    switch self {
    case .float(let value): value
    case .integer(let value): abs(Double(value)) < Self.largestExact ? Double(value) : nil
    default: nil
    }
  }
}
