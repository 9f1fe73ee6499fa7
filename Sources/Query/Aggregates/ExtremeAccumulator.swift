import Cypher
import Graph

/// `min` and `max` under orderability: of all the types there are, a list is less than a string, a string less than a number.
///
/// As long as a call has met one type that a machine word holds, each group keeps such a word; the first value of another type
/// turns the words into `Value`s.
final class ExtremeAccumulator: Accumulator {
  private enum Kind { case undecided, integers, floats, dates, values }

  private let wantsGreatest: Bool
  private var kind = Kind.undecided
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var values: [Value] = []
  /// True for groups that have met a value.
  private var isSet: [Bool] = []

  var byteCount: Int { (integers.count + floats.count) * 8 + values.count * 40 + isSet.count }

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
    case .values: return values[group]
    }
  }

  var stateColumnCount: Int { 1 }

  func state(groupCount: Int) -> [Vector] { [Vector(packing: (0..<groupCount).map { value(of: $0) })] }

  func restored(from state: [Vector]) throws(CypherError) -> any Accumulator {
    let restored = ExtremeAccumulator(wantsGreatest: wantsGreatest)
    let count = state[0].count
    let input = AggregateInput(rowCount: count, groups: Array(0..<UInt32(count)), groupCount: count)
    try restored.accumulate(state, input)
    return restored
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    var found = VectorBuilder(capacity: groups.count)
    for group in groups.indices { found.append(other.value(of: group)) }
    let input = AggregateInput(rowCount: groups.count, groups: groups, groupCount: groupCount)
    try accumulate([found.finish()], input)
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    var builder = VectorBuilder(capacity: groupCount)
    for group in 0..<groupCount { builder.append(value(of: group)) }
    return builder.finish()
  }
}
