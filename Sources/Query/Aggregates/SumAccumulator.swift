import Cypher
import Graph

/// `sum` and `avg`: of integers, floats or durations.
///
/// The integers of a group are summed as integers, so that a sum that does not fit is an error and no digit is lost, floats as
/// doubles; the two meet at the end. Only the whole sum has to fit: in which order rows come must not decide. `avg` takes every
/// number as a double.
final class SumAccumulator: Accumulator {
  enum Result: Sendable { case sum, average }

  private let result: Result
  private var integerSums: [Int64] = []
  private var integerCounts: [Int64] = []
  /// How many times 2⁶⁴ the sum of a group is more than what `integerSums` says; few groups ever have an entry.
  private var carries: [Int: Int64] = [:]
  private var floatSums: [Double] = []
  private var floatCounts: [Int64] = []
  private var durationSums: [Int: CalendarDuration] = [:]
  private var durationCounts: [Int: Int64] = [:]

  init(_ result: Result) { self.result = result }

  var byteCount: Int {
    (integerSums.count + integerCounts.count + floatSums.count + floatCounts.count) * 8 + carries.count * 32
      + durationSums.count * 120
  }

  private func extend(to groupCount: Int) {
    integerSums.extend(to: groupCount, with: 0)
    integerCounts.extend(to: groupCount, with: 0)
    floatSums.extend(to: groupCount, with: 0)
    floatCounts.extend(to: groupCount, with: 0)
  }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    extend(to: input.groupCount)
    let values = arguments[0]
    switch values.storage {
    case .integers(let rows) where result == .average:
      precondition(rows.count >= input.rowCount, "an argument has a value for each row")
      try rows.withUnsafeBufferPointer { rows throws(CypherError) in
        try addFloats(values.nulls, input) { Double(rows[$0]) }
      }
    case .integers(let rows): try addIntegers(rows, values.nulls, input)
    case .floats(let rows):
      precondition(rows.count >= input.rowCount, "an argument has a value for each row")
      try rows.withUnsafeBufferPointer { rows throws(CypherError) in try addFloats(values.nulls, input) { rows[$0] } }
    default:
      try input.forEachRow { row, group, multiplicity throws(CypherError) in
        try add(values[row], group, multiplicity)
      }
    }
  }

  // MARK: - Typed loops

  private func addIntegers(_ rows: [Int64], _ nulls: NullMask?, _ input: AggregateInput) throws(CypherError) {
    try integerSums.withUnsafeMutableBufferPointer { sums throws(CypherError) in
      try integerCounts.withUnsafeMutableBufferPointer { counts throws(CypherError) in
        try input.forEachRow { row, group, multiplicity in
          if let nulls, nulls[row] { return }
          let (product, productOverflow) = rows[row].multipliedReportingOverflow(by: multiplicity)
          let (sum, sumOverflow) = sums[group].addingReportingOverflow(product)
          if productOverflow || sumOverflow { carry(rows[row], multiplicity, onto: sums[group], group) }
          sums[group] = sum
          counts[group] &+= multiplicity
        }
      }
    }
  }

  /// Keeps what a sum loses where it passes 64 bits.
  @inline(never)
  private func carry(_ number: Int64, _ multiplicity: Int64, onto sum: Int64, _ group: Int) {
    carries[group, default: 0] += Self.carry(of: Int128(sum) + Int128(number) * Int128(multiplicity))
  }

  /// What `wide` is more than its lower 64 bits say, in units of 2⁶⁴.
  private static func carry(of wide: Int128) -> Int64 {
    Int64((wide - Int128(Int64(truncatingIfNeeded: wide))) >> 64)
  }

  @inline(__always)
  private func addFloats(_ nulls: NullMask?, _ input: AggregateInput, _ element: (Int) -> Double) throws(CypherError) {
    if input.groups == nil && input.multiplicities == nil { return try addFloatsToOneGroup(nulls, input, element) }
    try floatSums.withUnsafeMutableBufferPointer { sums throws(CypherError) in
      try floatCounts.withUnsafeMutableBufferPointer { counts throws(CypherError) in
        guard let nulls else {
          return try input.forEachRow { row, group, multiplicity in
            sums[group] += element(row) * Double(multiplicity)
            counts[group] &+= multiplicity
          }
        }
        try input.forEachRow { row, group, multiplicity in
          if nulls[row] { return }
          sums[group] += element(row) * Double(multiplicity)
          counts[group] &+= multiplicity
        }
      }
    }
  }

  /// The same in registers: a sum in memory would be read back before each addition.
  @inline(__always)
  private func addFloatsToOneGroup(
    _ nulls: NullMask?, _ input: AggregateInput, _ element: (Int) -> Double
  ) throws(CypherError) {
    var sum = floatSums[0]
    var count = floatCounts[0]
    defer { (floatSums[0], floatCounts[0]) = (sum, count) }
    guard let nulls else {
      count &+= Int64(input.selectedCount)
      return try input.forEachRow { row, _, _ in sum += element(row) }
    }
    try input.forEachRow { row, _, _ in
      if nulls[row] { return }
      sum += element(row)
      count &+= 1
    }
  }

  // MARK: - Any value

  private static var overflow: CypherError { CypherError(ValueError.overflow(operation: "sum()")) }

  private func add(_ value: Value, _ group: Int, _ multiplicity: Int64) throws(CypherError) {
    switch value {
    case .null: return
    case .integer(let value) where result == .sum:
      add(integerSum: Int128(value) * Int128(multiplicity), count: multiplicity, to: group)
    case .integer, .float:
      floatSums[group] += (value.asDouble ?? 0) * Double(multiplicity)
      floatCounts[group] += multiplicity
    case .duration(let value):
      let product = try CypherError.translating { () throws(ValueError) in try value.multiplied(by: multiplicity) }
      try add(durationSum: product, count: multiplicity, to: group)
    default:
      throw CypherError(
        .typeError, .invalidArgumentType, phase: .runtime,
        "\(result == .sum ? "sum" : "avg")() takes numbers or durations, found \(value.type.phrase)",
        hint: "toInteger() and toFloat() read a number from text")
    }
  }

  private func add(integerSum: Int128, count: Int64, to group: Int) {
    let wide = Int128(integerSums[group]) + integerSum
    let carry = Self.carry(of: wide)
    if carry != 0 { carries[group, default: 0] += carry }
    integerSums[group] = Int64(truncatingIfNeeded: wide)
    integerCounts[group] += count
  }

  private func add(durationSum: CalendarDuration, count: Int64, to group: Int) throws(CypherError) {
    durationSums[group] = try CypherError.translating { () throws(ValueError) in
      try durationSums[group]?.adding(durationSum) ?? durationSum
    }
    durationCounts[group, default: 0] += count
  }

  // MARK: - State

  var stateColumnCount: Int { 7 }

  func state(groupCount: Int) -> [Vector] {
    extend(to: groupCount)
    let groups = 0..<groupCount
    return [
      Vector(.integers(integerSums)), Vector(.integers(integerCounts)),
      Vector(.integers(groups.map { carries[$0] ?? 0 })), Vector(.floats(floatSums)), Vector(.integers(floatCounts)),
      Vector(.values(groups.map { durationSums[$0].map { .duration($0) } ?? .null })),
      Vector(.integers(groups.map { durationCounts[$0] ?? 0 })),
    ]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = SumAccumulator(result)
    (restored.integerSums, restored.integerCounts) = (state[0].integerState, state[1].integerState)
    (restored.floatSums, restored.floatCounts) = (state[3].floatState, state[4].integerState)
    for (group, carry) in state[2].integerState.enumerated() where carry != 0 { restored.carries[group] = carry }
    let counts = state[6].integerState
    for group in counts.indices {
      guard case .duration(let sum) = state[5][group] else { continue }
      (restored.durationSums[group], restored.durationCounts[group]) = (sum, counts[group])
    }
    return restored
  }

  // MARK: - Results

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    extend(to: groupCount)
    mergeNumbers(other, groups)
    for (source, carry) in other.carries { carries[Int(groups[source]), default: 0] += carry }
    for (source, sum) in other.durationSums {
      try add(durationSum: sum, count: other.durationCounts[source] ?? 0, to: Int(groups[source]))
    }
  }

  private func mergeNumbers(_ other: SumAccumulator, _ groups: [UInt32]) {
    var (integers, integerCounts) = (integerSums.take(), self.integerCounts.take())
    var (floats, floatCounts) = (floatSums.take(), self.floatCounts.take())
    let (otherIntegers, otherIntegerCounts) = (other.integerSums, other.integerCounts)
    let (otherFloats, otherFloatCounts) = (other.floatSums, other.floatCounts)
    for source in 0..<min(groups.count, otherIntegers.count) {
      let group = Int(groups[source])
      let (sum, overflow) = integers[group].addingReportingOverflow(otherIntegers[source])
      if overflow { carries[group, default: 0] += Self.carry(of: Int128(integers[group]) + Int128(otherIntegers[source])) }
      integers[group] = sum
      integerCounts[group] += otherIntegerCounts[source]
      floats[group] += otherFloats[source]
      floatCounts[group] += otherFloatCounts[source]
    }
    (integerSums, self.integerCounts) = (integers, integerCounts)
    (floatSums, self.floatCounts) = (floats, floatCounts)
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    extend(to: groupCount)
    let areIntegers = !floatCounts.contains { $0 != 0 } && carries.isEmpty && durationSums.isEmpty
    if result == .sum && areIntegers { return Vector(.integers(Array(integerSums[..<groupCount]))) }
    var builder = VectorBuilder(capacity: groupCount)
    for group in 0..<groupCount { builder.append(try result(of: group)) }
    return builder.finish()
  }

  private func result(of group: Int) throws(CypherError) -> Value {
    let numberCount = integerCounts[group] + floatCounts[group]
    if !durationSums.isEmpty, let duration = durationSums[group], let count = durationCounts[group] {
      guard numberCount == 0 else { throw .invalidType("numbers and durations cannot be summed together") }
      guard result == .average else { return .duration(duration) }
      return try CypherError.translating { () throws(ValueError) in .duration(try duration.divided(by: count)) }
    }
    guard carries.isEmpty || carries[group, default: 0] == 0 else { throw Self.overflow }
    switch result {
    case .sum where floatCounts[group] == 0: return .integer(integerSums[group])
    case .sum: return .float(floatSums[group] + Double(integerSums[group]))
    case .average: return numberCount == 0 ? .null : .float(floatSums[group] / Double(numberCount))
    }
  }
}
