import Graph

/// A condition on the values of one property that a scan asks where they are stored, without making vectors of them.
///
/// Whether a value of each kind meets it is whether the value lies in an interval, which is found once.
package struct ColumnTest: Sendable {
  package enum Relation: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

  /// What the values of a kind must lie in, or outside of.
  struct Interval<Bound: Comparable & Sendable>: Sendable {
    var least: Bound
    var greatest: Bound
    var isOutside = false
  }

  /// What is decided of all rows of a block that have the property.
  enum Verdict { case none, some, all }

  private let relation: Relation
  private let operand: Value
  /// What rows without the property are told.
  let passesAbsent: Bool
  /// True where what cannot be compared passes: an order puts it somewhere, a condition does not.
  private let passesOthers: Bool
  // Nil where values of the kind cannot be compared with the operand.
  private let integers: Interval<Int64>?
  private let floats: Interval<Double>?
  private let dates: Interval<Int64>?
  private let codes: Interval<Int64>?

  /// Nil where the comparison is not one of intervals: of composite values, of strings by their order, and of numbers that a
  /// double does not hold exactly.
  package init?(_ relation: Relation, _ operand: Value, in snapshot: GraphSnapshot) {
    var integers: Interval<Int64>?
    var floats: Interval<Double>?
    var dates: Interval<Int64>?
    var codes: Interval<Int64>?
    switch operand {
    case .integer(let number):
      guard number.magnitude < Self.exactMagnitude else { return nil }
      integers = .init(relation, number)
      floats = .init(relation, Double(number))
    case .float(let number):
      guard number.isNaN || number.magnitude < Double(Self.exactMagnitude) else { return nil }
      integers = .init(relation, rounding: number)
      floats = .init(relation, number)
    case .date(let date): dates = .init(relation, date.daysSinceEpoch)
    case .string(let text):
      guard relation == .equal || relation == .notEqual else { return nil }
      codes = snapshot.pool.code(of: text).map { Interval(relation, Int64($0)) } ?? .empty(isOutside: relation == .notEqual)
    case .boolean: break
    default: return nil
    }
    self.relation = relation
    self.operand = operand
    (self.integers, self.floats, self.dates, self.codes) = (integers, floats, dates, codes)
    (passesAbsent, passesOthers) = (false, false)
  }

  /// That a value does not come after `bound` in an order.
  ///
  /// - Parameter passesOthers: what is said of values of other kinds than the bound's, which may come before it or after it.
  package init(notAfter bound: OrderBound, isDescending: Bool, passesAbsent: Bool, passesOthers: Bool = true) {
    self.passesAbsent = passesAbsent
    self.passesOthers = passesOthers
    relation = isDescending ? .greaterOrEqual : .lessOrEqual
    operand = .null
    codes = nil
    switch bound {
    case .integer(let number):
      (integers, floats, dates) = (.init(relation, number), nil, nil)
    case .date(let days):
      (integers, floats, dates) = (nil, nil, .init(relation, days))
    case .float(let number):
      // NaN is the greatest number: not being less is another thing than being as great.
      var interval = Interval(isDescending ? .less : .lessOrEqual, number)
      interval.isOutside = isDescending
      (integers, floats, dates) = (nil, interval, nil)
    }
  }

  private init() {
    (relation, operand, passesAbsent, passesOthers) = (.notEqual, .null, true, true)
    (integers, floats, dates, codes) = (nil, nil, nil, nil)
  }

  /// What every row passes.
  package static let everything = ColumnTest()

  /// From here on a double does not hold every integer.
  private static let exactMagnitude: UInt64 = 1 << 53

  func integerInterval(_ kind: ColumnSegment.Kind) -> Interval<Int64>? {
    switch kind {
    case .integers: integers
    case .dates: dates
    case .strings: codes
    case .floats, .booleans, .values: nil
    }
  }

  var floatInterval: Interval<Double>? { floats }

  /// What is true of all values of a kind that cannot be compared with the operand.
  var passesIncomparable: Bool { passesOthers || relation == .notEqual }

  /// What is true of one value, for segments in which the kinds are mixed.
  func accepts(_ value: Value) -> Bool {
    if passesOthers { return true }
    switch relation {
    case .equal: return value.isEqual(to: operand) ?? false
    case .notEqual: return value.isEqual(to: operand).map { !$0 } ?? false
    case .less: return value.compared(to: operand).isLess ?? false
    case .lessOrEqual: return value.compared(to: operand).isLessOrEqual ?? false
    case .greater: return value.compared(to: operand).isGreater ?? false
    case .greaterOrEqual: return value.compared(to: operand).isGreaterOrEqual ?? false
    }
  }
}

/// The last value of an order that is still of interest.
package enum OrderBound: Sendable, Equatable {
  case integer(Int64)
  case float(Double)
  /// Days since 1970-01-01.
  case date(Int64)
}

// MARK: - Intervals

extension ColumnTest.Interval {
  /// What is known of values that lie between two bounds.
  @inline(__always) func verdict(_ zone: ZoneBounds<Bound>) -> ColumnTest.Verdict {
    if least > greatest || zone.greatest < least || zone.least > greatest { return isOutside ? .all : .none }
    if zone.least >= least && zone.greatest <= greatest { return isOutside ? .none : .all }
    return .some
  }
}

extension ColumnTest.Interval<Int64> {
  static func empty(isOutside: Bool = false) -> Self { Self(least: 1, greatest: 0, isOutside: isOutside) }

  init(_ relation: ColumnTest.Relation, _ number: Int64) {
    switch relation {
    case .equal: self.init(least: number, greatest: number)
    case .notEqual: self.init(least: number, greatest: number, isOutside: true)
    case .less: self = number == .min ? .empty() : Self(least: .min, greatest: number - 1)
    case .lessOrEqual: self.init(least: .min, greatest: number)
    case .greater: self = number == .max ? .empty() : Self(least: number + 1, greatest: .max)
    case .greaterOrEqual: self.init(least: number, greatest: .max)
    }
  }

  /// Integers compared with a number between two of them. Its magnitude is small enough for both to be exact.
  init(_ relation: ColumnTest.Relation, rounding number: Double) {
    guard !number.isNaN else {
      self = .empty(isOutside: relation == .notEqual)
      return
    }
    let (floor, ceiling) = (Int64(number.rounded(.down)), Int64(number.rounded(.up)))
    switch relation {
    case .equal: self = floor == ceiling ? Self(least: floor, greatest: floor) : .empty()
    case .notEqual: self = floor == ceiling ? Self(least: floor, greatest: floor, isOutside: true) : .empty(isOutside: true)
    case .less: self.init(.less, ceiling)
    case .lessOrEqual: self.init(.lessOrEqual, floor)
    case .greater: self.init(.greater, floor)
    case .greaterOrEqual: self.init(.greaterOrEqual, ceiling)
    }
  }
}

extension ColumnTest.Interval<Double> {
  static func empty(isOutside: Bool = false) -> Self { Self(least: 1, greatest: 0, isOutside: isOutside) }

  /// NaN lies in no interval and outside of each.
  init(_ relation: ColumnTest.Relation, _ number: Double) {
    guard !number.isNaN else {
      self = .empty(isOutside: relation == .notEqual)
      return
    }
    switch relation {
    case .equal: self.init(least: number, greatest: number)
    case .notEqual: self.init(least: number, greatest: number, isOutside: true)
    case .less: self = number == -.infinity ? .empty() : Self(least: -.infinity, greatest: number.nextDown)
    case .lessOrEqual: self.init(least: -.infinity, greatest: number)
    case .greater: self = number == .infinity ? .empty() : Self(least: number.nextUp, greatest: .infinity)
    case .greaterOrEqual: self.init(least: number, greatest: .infinity)
    }
  }
}
