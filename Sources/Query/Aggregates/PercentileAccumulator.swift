import Cypher
import Graph

/// `percentileCont` (between the two nearest numbers, linearly) and `percentileDisc` (the nearest number itself).
///
/// What counts for a group is the percentile of its first number.
final class PercentileAccumulator: SpillingAccumulator {
  private let isContinuous: Bool
  // One thread at a time adds numbers, so no access needs to be tracked.
  @exclusivity(unchecked) private var percentiles: [Double?] = []
  @exclusivity(unchecked) private var held = WeightedNumbers()
  private var overflow: PercentileOverflow?
  /// How many numbers each group has, those in temporary space included.
  @exclusivity(unchecked) private var counts: [Int64] = []
  /// What was read from temporary space.
  private var finished: Vector?

  var byteCount: Int { percentiles.count * 24 + held.byteCount }

  init(isContinuous: Bool) { self.isContinuous = isContinuous }

  private var name: String { isContinuous ? "percentileCont" : "percentileDisc" }

  private func extend(to groupCount: Int) {
    percentiles.extend(to: groupCount, with: nil)
    counts.extend(to: groupCount, with: 0)
  }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    extend(to: input.groupCount)
    let (values, percentiles) = (arguments[0], arguments[1])
    let areNumbers = Self.holdsNumbers(values)
    if areNumbers, values.nulls == nil, percentiles.isConstant, input.multiplicities == nil, input.selectedCount > 0 {
      return add(values, input, try percentile(percentiles[0]))
    }
    var known: Double?
    var rows: [UInt32] = []
    var groups: [UInt32] = []
    var weights: [Int64] = []
    try input.forEachRow { row, group, multiplicity throws(CypherError) in
      if values.isNull(row) { return }
      if !areNumbers { try checkNumber(values[row]) }
      if known == nil || !percentiles.isConstant { known = try percentile(percentiles[row]) }
      if self.percentiles[group] == nil { self.percentiles[group] = known }
      rows.append(UInt32(row))
      groups.append(UInt32(group))
      weights.append(multiplicity)
      counts[group] += multiplicity
    }
    held.append(
      rows.count == values.count ? values : values.gathered(rows), groups: groups,
      weights: input.multiplicities == nil ? nil : weights)
  }

  /// Adds numbers none of which is null, and each of which counts once.
  private func add(_ values: Vector, _ input: AggregateInput, _ percentile: Double) {
    let count = input.selectedCount
    let numbers = input.selection.map { values.gathered($0) } ?? values
    guard let groups = input.groups else {
      held.append(numbers, groups: Array(repeating: 0, count: count))
      counts[0] += Int64(count)
      percentiles[0] = percentiles[0] ?? percentile
      return
    }
    held.append(numbers, groups: groups)
    counts.withUnsafeMutableBufferPointer { counts in
      for group in groups {
        if counts[Int(group)] == 0 { percentiles[Int(group)] = percentile }
        counts[Int(group)] &+= 1
      }
    }
  }

  private static func holdsNumbers(_ values: Vector) -> Bool {
    switch values.storage {
    case .integers, .floats: true
    default: false
    }
  }

  private func checkNumber(_ value: Value) throws(CypherError) {
    guard value.isNumber else { throw .invalidType("\(name)() takes numbers, found \(value.type.phrase)") }
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
    let other = Self.same(other)
    extend(to: groupCount)
    held.append(other.held, groups: targets)
    for (source, target) in zip(other.percentiles.indices, targets) {
      counts[Int(target)] += other.counts[source]
      percentiles[Int(target)] = percentiles[Int(target)] ?? other.percentiles[source]
    }
  }

  // MARK: - State

  var stateColumnCount: Int { 3 }

  func state(groupCount: Int) -> [Vector] {
    extend(to: groupCount)
    var lists = [[Value]](repeating: [], count: groupCount)
    var weights = lists
    for part in held.parts {
      for (place, group) in part.groups.enumerated() {
        lists[Int(group)].append(part.numbers[place])
        weights[Int(group)].append(.integer(part.weight(place)))
      }
    }
    return [
      Vector(.values(lists.map { .list($0) })), Vector(.values(weights.map { .list($0) })),
      Vector(.values(percentiles.prefix(groupCount).map { $0.map { .float($0) } ?? .null })),
    ]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = PercentileAccumulator(isContinuous: isContinuous)
    let (numbers, weights) = (state[0].listState, state[1].listState)
    for group in numbers.indices {
      let weights = Vector(packing: weights[group])
      restored.add(
        Vector(packing: numbers[group]), weights: weights.count == 0 ? [] : weights.integerState, to: group,
        percentile: state[2][group].asDouble)
    }
    return restored
  }

  private func add(_ numbers: Vector, weights: [Int64], to group: Int, percentile: Double?) {
    extend(to: group + 1)
    percentiles[group] = percentile
    held.append(numbers, groups: Array(repeating: UInt32(group), count: numbers.count), weights: weights)
    counts[group] += weights.reduce(0, +)
  }

  // MARK: - Temporary space

  var groupCount: Int { held.parts.reduce(0) { max($0, $1.groups.max().map { Int($0) + 1 } ?? 0) } }

  func spill(_ context: ExecutionContext) throws(CypherError) {
    if overflow == nil { overflow = PercentileOverflow() }
    try overflow!.append(held, context)
    held = WeightedNumbers()
  }

  func takeOverflow(of other: any Accumulator, groups: [UInt32], _ context: ExecutionContext) throws(CypherError) {
    let other = Self.same(other)
    guard let others = other.overflow else { return }
    try spill(context)
    try overflow!.append(contentsOf: others, groups: groups, context)
    other.overflow = nil
  }

  func forEachPart(
    _ context: ExecutionContext, _ body: (any SpillingAccumulator) throws(CypherError) -> Void
  ) throws(CypherError) {
    try overflow?.forEachBatch(context) { (numbers) throws(CypherError) in
      let part = PercentileAccumulator(isContinuous: self.isContinuous)
      part.held = numbers
      part.extend(to: part.groupCount)
      let numbers = numbers.joined
      for (place, group) in numbers.groups.enumerated() { part.counts[Int(group)] += numbers.weight(place) }
      try body(part)
    }
    overflow = nil
  }

  func finish(groupCount: Int, _ context: ExecutionContext) throws(CypherError) {
    guard overflow != nil else { return }
    try spill(context)
    var search = PercentileSearch(targets: targets(groupCount), isContinuous: isContinuous)
    try overflow!.forEachBatch(context) { (numbers) throws(CypherError) in
      search.pass(numbers.joined, in: Array(0..<UInt32(numbers.count)))
    }
    overflow = nil
    finished = search.results
  }

  // MARK: - Results

  private func targets(_ groupCount: Int) -> [PercentileTarget?] {
    extend(to: groupCount)
    return (0..<groupCount).map { PercentileTarget(percentiles[$0], count: counts[$0], isContinuous: isContinuous) }
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    if let finished { return finished }
    let targets = targets(groupCount)
    if let selection = PercentileSelection(held, counts: Array(counts.prefix(groupCount))) {
      return selection.results(targets, isContinuous: isContinuous)
    }
    var search = PercentileSearch(targets: targets, isContinuous: isContinuous)
    let numbers = held.joined
    search.pass(numbers, in: numbers.order())
    return search.results
  }
}
