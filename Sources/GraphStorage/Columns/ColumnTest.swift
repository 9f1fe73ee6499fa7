import Graph

/// A condition on the values of one property that a scan asks where they are stored, without making vectors of them.
///
/// Whether a value of each kind meets it is whether the value lies in an interval, or among some values of it, which are found
/// once.
package struct ColumnTest: Sendable {
  package enum Relation: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

  /// What the values of a kind must lie in, or outside of.
  struct Interval<Bound: Comparable & Sendable>: Sendable {
    var least: Bound
    var greatest: Bound
    var isOutside = false
    /// Where only some values between the bounds count, all of them, ascending.
    var members: [Bound]?
  }

  /// What is asked of a value, for segments in which the kinds are mixed.
  private enum Question: Sendable {
    case compared(Relation, Value)
    case among([Value])
    /// Whatever the value is.
    case always(Bool)
  }

  /// What is decided of all rows of a block that have the property.
  enum Verdict { case none, some, all }

  private let question: Question
  /// What rows without the property are told.
  let passesAbsent: Bool
  /// What is true of all values of a kind that cannot be compared with the operand: an order puts them somewhere, a condition
  /// does not.
  var passesIncomparable: Bool {
    switch question {
    case .compared(let relation, _): relation == .notEqual
    case .among: false
    case .always(let answer): answer
    }
  }
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
    question = .compared(relation, operand)
    (self.integers, self.floats, self.dates, self.codes) = (integers, floats, dates, codes)
    passesAbsent = false
  }

  /// That a value equals one of some. Nil where one of them is a number that a double does not hold exactly.
  package init?(among values: [Value], in snapshot: GraphSnapshot) {
    var integers: [Int64] = []
    var floats: [Double] = []
    var dates: [Int64] = []
    var codes: [Int64] = []
    for value in values {
      switch value {
      case .integer(let number):
        guard number.magnitude < Self.exactMagnitude else { return nil }
        integers.append(number)
        floats.append(Double(number))
      case .float(let number):
        guard number.isNaN || number.magnitude < Double(Self.exactMagnitude) else { return nil }
        if let whole = Int64(exactly: number) { integers.append(whole) }
        if !number.isNaN { floats.append(number) }
      case .date(let date): dates.append(date.daysSinceEpoch)
      case .string(let text): if let code = snapshot.pool.code(of: text) { codes.append(Int64(code)) }
      default: break
      }
    }
    question = .among(values)
    (self.integers, self.floats) = (.init(among: integers), .init(among: floats))
    (self.dates, self.codes) = (.init(among: dates), .init(among: codes))
    passesAbsent = false
  }

  /// That a value does not come after `bound` in an order.
  ///
  /// - Parameter passesOthers: what is said of values of other kinds than the bound's, which may come before it or after it.
  package init(notAfter bound: OrderBound, isDescending: Bool, passesAbsent: Bool, passesOthers: Bool = true) {
    self.passesAbsent = passesAbsent
    question = .always(passesOthers)
    codes = nil
    let relation: Relation = isDescending ? .greaterOrEqual : .lessOrEqual
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

  private init(passesPresent: Bool, passesAbsent: Bool) {
    (question, self.passesAbsent) = (.always(passesPresent), passesAbsent)
    (integers, floats, dates, codes) = (nil, nil, nil, nil)
  }

  /// What every row passes.
  package static let everything = ColumnTest(passesPresent: true, passesAbsent: true)
  /// That a row has the property.
  package static let present = ColumnTest(passesPresent: true, passesAbsent: false)
  /// That a row does not have the property.
  package static let absent = ColumnTest(passesPresent: false, passesAbsent: true)

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

  /// True where no value need be looked at, whatever its kind.
  var isAlike: Bool {
    if case .always = question { integers == nil && floats == nil && dates == nil } else { false }
  }

  /// What is true of one value, for segments in which the kinds are mixed.
  func accepts(_ value: Value) -> Bool {
    switch question {
    case .always(let answer): answer
    case .among(let values): values.contains { value.isEqual(to: $0) ?? false }
    case .compared(let relation, let operand): Self.compare(value, relation, operand)
    }
  }

  private static func compare(_ value: Value, _ relation: Relation, _ operand: Value) -> Bool {
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
    if let members { return verdict(zone, members) }
    if least > greatest || zone.greatest < least || zone.least > greatest { return isOutside ? .all : .none }
    if zone.least >= least && zone.greatest <= greatest { return isOutside ? .none : .all }
    return .some
  }

  private func verdict(_ zone: ZoneBounds<Bound>, _ members: [Bound]) -> ColumnTest.Verdict {
    // NaN is not ordered.
    guard zone.least == zone.least else { return .some }
    let first = members.withUnsafeBufferPointer { $0.firstPlace(from: zone.least) }
    guard first < members.count, members[first] <= zone.greatest else { return .none }
    return zone.least == zone.greatest ? .all : .some
  }

  /// A single value of an interval needs no list, nor do none.
  fileprivate init?(sorted members: [Bound], isWhole: Bool) {
    guard let least = members.first, let greatest = members.last else { return nil }
    self.init(least: least, greatest: greatest, members: isWhole || members.count == 1 ? nil : members)
  }
}

extension UnsafeBufferPointer where Element: Comparable {
  /// The place of the first element of an ascending list that is not below `value`. O(log of the list).
  @inline(__always) func firstPlace(from value: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) &>> 1
      if self[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}

extension ColumnTest.Interval<Int64> {
  /// Nil for no values.
  fileprivate init?(among values: [Int64]) {
    let sorted = Set(values).sorted()
    self.init(sorted: sorted, isWhole: !sorted.isEmpty && sorted[sorted.count - 1] - sorted[0] == sorted.count - 1)
  }

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
  /// Nil for no values.
  fileprivate init?(among values: [Double]) { self.init(sorted: Set(values).sorted(), isWhole: false) }

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
