import Cypher
import Graph

/// `percentileCont` (between the two nearest numbers, linearly) and `percentileDisc` (the nearest number itself).
final class PercentileAccumulator: Accumulator {
  private struct Group {
    var numbers: [Value] = []
    var percentile: Double?
  }

  private let isContinuous: Bool
  private var groups: [Group] = []
  private var numberCount = 0

  var byteCount: Int { groups.count * 64 + numberCount * 24 }

  init(isContinuous: Bool) { self.isContinuous = isContinuous }

  private var name: String { isContinuous ? "percentileCont" : "percentileDisc" }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    groups.extend(to: input.groupCount, with: Group())
    let (values, percentiles) = (arguments[0], arguments[1])
    try input.forEachRow { row, group, multiplicity throws(CypherError) in
      let value = values[row]
      if value.isNull { return }
      guard value.isNumber else { throw .invalidType("\(name)() takes numbers, found \(value.type.phrase)") }
      groups[group].percentile = try percentile(percentiles[row])
      for _ in 0..<multiplicity { groups[group].numbers.append(value) }
      numberCount += Int(multiplicity)
    }
  }

  private func percentile(_ value: Value) throws(CypherError) -> Double {
    guard let percentile = value.asDouble else {
      throw .invalidType("the percentile of \(name)() is a number, found \(value.type.phrase)")
    }
    guard (0...1).contains(percentile) else {
      throw CypherError(
        .argumentError, .numberOutOfRange, phase: .runtime,
        "the percentile of \(name)() lies between 0.0 and 1.0, found \(percentile)")
    }
    return percentile
  }

  func merge(_ other: any Accumulator, groups targets: [UInt32], groupCount: Int) throws(CypherError) {
    guard let other = other as? PercentileAccumulator else { preconditionFailure("accumulators of one call are of one kind") }
    groups.extend(to: groupCount, with: Group())
    numberCount += other.numberCount
    for (target, group) in zip(targets, other.groups) {
      groups[Int(target)].numbers += group.numbers
      groups[Int(target)].percentile = groups[Int(target)].percentile ?? group.percentile
    }
  }

  var stateColumnCount: Int { 2 }

  func state(groupCount: Int) -> [Vector] {
    groups.extend(to: groupCount, with: Group())
    return [
      Vector(.values(groups.map { .list($0.numbers) })),
      Vector(.values(groups.map { $0.percentile.map { .float($0) } ?? .null })),
    ]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = PercentileAccumulator(isContinuous: isContinuous)
    for (group, numbers) in state[0].listState.enumerated() {
      restored.groups.append(Group(numbers: numbers, percentile: state[1][group].asDouble))
      restored.numberCount += numbers.count
    }
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    groups.extend(to: groupCount, with: Group())
    return Vector(packing: groups[..<groupCount].map(result))
  }

  private func result(of group: Group) -> Value {
    guard let percentile = group.percentile, !group.numbers.isEmpty else { return .null }
    let sorted = group.numbers.sorted { $0.ordering(against: $1) == .less }
    if !isContinuous {
      let rank = (percentile * Double(sorted.count)).rounded(.up)
      return sorted[max(0, Int(rank) - 1)]
    }
    let place = percentile * Double(sorted.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, sorted.count - 1)
    guard let a = sorted[lower].asDouble, let b = sorted[upper].asDouble else { return .null }
    let fraction = place - Double(lower)
    return .float(fraction == 0 ? a : a + (b - a) * fraction)
  }
}
