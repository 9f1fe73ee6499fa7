import Cypher
import Graph

/// `min` and `max` under orderability: of all the types there are, a list is less than a string, a string less than a number.
///
/// As long as a call has met one type that a machine word holds, or strings of one pool, each group keeps such a word or a code;
/// the first value of another type turns them into `Value`s.
final class ExtremeAccumulator: Accumulator {
  private enum Kind { case undecided, integers, floats, dates, strings, values }

  private let wantsGreatest: Bool
  private var kind = Kind.undecided
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var codes: [StringPool.Code] = []
  private var pool: StringPool?
  private var values: [Value] = []
  /// True for groups that have met a value.
  private var isSet: [Bool] = []

  var byteCount: Int { (integers.count + floats.count) * 8 + codes.count * 4 + values.count * 40 + isSet.count }

  init(wantsGreatest: Bool) { self.wantsGreatest = wantsGreatest }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    let vector = arguments[0]
    decide(vector)
    extend(to: input.groupCount)
    switch (kind, vector.storage) {
    case (.integers, .integers(let rows)), (.dates, .dates(let rows)):
      let wantsGreatest = self.wantsGreatest
      try improve(&integers, rows, vector.nulls, input) { wantsGreatest ? $0 > $1 : $0 < $1 }
    case (.floats, .floats(let rows)):
      let wantsGreatest = self.wantsGreatest
      // NaN is the greatest of numbers.
      try improve(&floats, rows, vector.nulls, input) {
        wantsGreatest ? $0 > $1 || $0.isNaN : $0 < $1 || $1.isNaN
      }
    case (.strings, .strings(let rows, let pool)):
      let wantsGreatest = self.wantsGreatest
      try improve(&codes, rows, vector.nulls, input) { (pool.order($0, $1) > 0) == wantsGreatest && $0 != $1 }
    default:
      try input.forEachRow { row, group, _ in offer(vector[row], to: group) }
    }
  }

  @inline(__always)
  private func improve<Element>(
    _ stored: inout [Element], _ rows: [Element], _ nulls: NullMask?, _ input: AggregateInput,
    _ isBetter: (Element, Element) -> Bool
  ) throws(CypherError) {
    precondition(rows.count >= input.rowCount, "an argument has a value for each row")
    try rows.withUnsafeBufferPointer { rows throws(CypherError) in
      try stored.withUnsafeMutableBufferPointer { best throws(CypherError) in
        try isSet.withUnsafeMutableBufferPointer { isSet throws(CypherError) in
          try input.forEachRow { row, group, _ in
            if let nulls, nulls[row] { return }
            if !isSet[group] || isBetter(rows[row], best[group]) {
              best[group] = rows[row]
              isSet[group] = true
            }
          }
        }
      }
    }
  }

  private func offer(_ value: Value, to group: Int) {
    guard !value.isNull else { return }
    if isSet[group] {
      guard value.ordering(against: values[group]) == (wantsGreatest ? .greater : .less) else { return }
    }
    values[group] = value
    isSet[group] = true
  }

  // MARK: - Kinds

  private func decide(_ vector: Vector) {
    let wanted: Kind
    switch vector.storage {
    case .integers: wanted = .integers
    case .floats: wanted = .floats
    case .dates: wanted = .dates
    case .strings(_, let other) where pool == nil || pool === other:
      pool = other
      wanted = .strings
    case .constant(.null, _): return
    default: wanted = .values
    }
    if kind == .undecided {
      kind = wanted
    } else if kind != wanted {
      turnIntoValues()
    }
  }

  private func turnIntoValues() {
    guard kind != .values else { return }
    values = isSet.indices.map { value(of: $0) }
    kind = .values
  }

  private func extend(to groupCount: Int) {
    isSet.extend(to: groupCount, with: false)
    switch kind {
    case .undecided: break
    case .integers, .dates: integers.extend(to: groupCount, with: 0)
    case .floats: floats.extend(to: groupCount, with: 0)
    case .strings: codes.extend(to: groupCount, with: 0)
    case .values: values.extend(to: groupCount, with: .null)
    }
  }

  private func value(of group: Int) -> Value {
    guard group < isSet.count, isSet[group] else { return .null }
    switch kind {
    case .undecided: return .null
    case .integers: return .integer(integers[group])
    case .dates: return .date(CalendarDate(daysSinceEpoch: integers[group]))
    case .floats: return .float(floats[group])
    case .strings: return .string(pool!.string(of: codes[group]))
    case .values: return values[group]
    }
  }

  /// The values of groups 0 ..< `groupCount`, null for one that has met none.
  private func found(_ groupCount: Int) -> Vector {
    extend(to: groupCount)
    guard kind == .strings, let pool else { return Vector(packing: (0..<groupCount).map { value(of: $0) }) }
    var nulls = NullMask(count: groupCount)
    for group in 0..<groupCount where !isSet[group] { nulls[group] = true }
    return Vector(.strings(Array(codes[..<groupCount]), pool), nulls: nulls.hasNulls ? nulls : nil)
  }

  var stateColumnCount: Int { 1 }

  func state(groupCount: Int) -> [Vector] { [found(groupCount)] }

  func restored(from state: [Vector]) throws(CypherError) -> any Accumulator {
    let restored = ExtremeAccumulator(wantsGreatest: wantsGreatest)
    let count = state[0].count
    let input = AggregateInput(rowCount: count, groups: Array(0..<UInt32(count)), groupCount: count)
    try restored.accumulate(state, input)
    return restored
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let found = Self.same(other).found(groups.count)
    try accumulate([found], AggregateInput(rowCount: groups.count, groups: groups, groupCount: groupCount))
  }

  func results(groupCount: Int) throws(CypherError) -> Vector { found(groupCount) }
}

extension StringPool {
  /// Negative, zero or positive as the string of `a` comes before that of `b`, is, or comes after it.
  @inline(__always)
  fileprivate func order(_ a: Code, _ b: Code) -> Int {
    let (x, y) = (head(of: a).byteSwapped, head(of: b).byteSwapped)
    if x != y { return x < y ? -1 : 1 }
    return compareBytes(bytes(of: a), bytes(of: b))
  }
}
