import Cypher
import Graph

/// `sum` and `avg`: of integers, floats or durations.
///
/// The integers of a group are summed as integers, so that a sum that does not fit is an error and no digit is lost; floats as
/// doubles; the two meet at the end. `avg` is always a float, or a duration.
final class SumAccumulator: Accumulator {
  enum Result: Sendable { case sum, average }

  private let result: Result
  private var integerSums: [Int64] = []
  private var floatSums: [Double] = []
  private var floatCounts: [Int64] = []
  private var counts: [Int64] = []
  private var durations: [Int: CalendarDuration] = [:]

  init(_ result: Result) { self.result = result }

  private func extend(to groupCount: Int) {
    integerSums.extend(to: groupCount, with: 0)
    floatSums.extend(to: groupCount, with: 0)
    floatCounts.extend(to: groupCount, with: 0)
    counts.extend(to: groupCount, with: 0)
  }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    extend(to: input.groupCount)
    let values = arguments[0]
    switch values.storage {
    case .integers(let rows):
      if result == .average { return try addFloats(values.nulls, input) { Double(rows[$0]) } }
      return try input.forEachRow { row, group, multiplicity throws(CypherError) in
        if let nulls = values.nulls, nulls[row] { return }
        try add(rows[row], group, multiplicity)
      }
    case .floats(let rows): return try addFloats(values.nulls, input) { rows[$0] }
    default:
      return try input.forEachRow { row, group, multiplicity throws(CypherError) in
        try add(values[row], group, multiplicity)
      }
    }
  }

  @inline(__always)
  private func addFloats(_ nulls: NullMask?, _ input: AggregateInput, _ element: (Int) -> Double) throws(CypherError) {
    guard input.groups == nil, input.multiplicities == nil else {
      return try input.forEachRow { row, group, multiplicity in
        if let nulls, nulls[row] { return }
        floatSums[group] += element(row) * Double(multiplicity)
        floatCounts[group] &+= multiplicity
        counts[group] &+= multiplicity
      }
    }
    var sum = 0.0
    var count: Int64 = 0
    try input.forEachRow { row, _, _ in
      if let nulls, nulls[row] { return }
      sum += element(row)
      count &+= 1
    }
    floatSums[0] += sum
    floatCounts[0] += count
    counts[0] += count
  }

  @inline(__always)
  private func add(_ value: Int64, _ group: Int, _ multiplicity: Int64) throws(CypherError) {
    let (product, productOverflow) = value.multipliedReportingOverflow(by: multiplicity)
    let (sum, sumOverflow) = integerSums[group].addingReportingOverflow(product)
    if productOverflow || sumOverflow { throw CypherError(ValueError.overflow(operation: "sum()")) }
    integerSums[group] = sum
    counts[group] &+= multiplicity
  }

  private func add(_ value: Value, _ group: Int, _ multiplicity: Int64) throws(CypherError) {
    switch value {
    case .null: return
    case .integer(let value) where result == .sum: try add(value, group, multiplicity)
    case .integer(let value): addFloat(Double(value), group, multiplicity)
    case .float(let value): addFloat(value, group, multiplicity)
    case .duration(let value):
      try CypherError.translating { () throws(ValueError) in
        try addDuration(try value.multiplied(by: multiplicity), group)
      }
      counts[group] &+= multiplicity
    default:
      throw .invalidType("\(result == .sum ? "sum" : "avg")() takes numbers or durations, found \(value.type.phrase)")
    }
  }

  private func addFloat(_ value: Double, _ group: Int, _ multiplicity: Int64) {
    floatSums[group] += value * Double(multiplicity)
    floatCounts[group] &+= multiplicity
    counts[group] &+= multiplicity
  }

  private func addDuration(_ value: CalendarDuration, _ group: Int) throws(ValueError) {
    durations[group] = try durations[group]?.adding(value) ?? value
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    guard let other = other as? SumAccumulator else { preconditionFailure("accumulators of one call are of one kind") }
    extend(to: groupCount)
    for (source, target) in groups.enumerated() where source < other.counts.count {
      let group = Int(target)
      try add(other.integerSums[source], group, 1)
      counts[group] += other.counts[source] - 1
      floatSums[group] += other.floatSums[source]
      floatCounts[group] += other.floatCounts[source]
      guard let duration = other.durations[source] else { continue }
      try CypherError.translating { () throws(ValueError) in try addDuration(duration, group) }
    }
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    extend(to: groupCount)
    var builder = VectorBuilder(capacity: groupCount)
    for group in 0..<groupCount { builder.append(try result(of: group)) }
    return builder.finish()
  }

  private func result(of group: Int) throws(CypherError) -> Value {
    if let duration = durations[group] {
      guard floatCounts[group] == 0, integerSums[group] == 0 else {
        throw .invalidType("numbers and durations cannot be summed together")
      }
      guard result == .average else { return .duration(duration) }
      return try CypherError.translating { () throws(ValueError) in
        .duration(try duration.divided(by: Double(counts[group])))
      }
    }
    switch result {
    case .sum:
      return floatCounts[group] == 0
        ? .integer(integerSums[group]) : .float(floatSums[group] + Double(integerSums[group]))
    case .average:
      return counts[group] == 0 ? .null : .float(floatSums[group] / Double(counts[group]))
    }
  }
}
