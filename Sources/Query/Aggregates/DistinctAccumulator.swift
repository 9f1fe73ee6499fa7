import Cypher
import Graph

/// Any aggregate over DISTINCT values: keeps the first of equivalent values of each group and hands them on at the end, so that
/// what several workers found can be put together before it is counted. What it holds can go to temporary space.
final class DistinctAccumulator: SpillingAccumulator {
  private let argumentCount: Int
  private let makeInner: @Sendable () -> any Accumulator
  /// True where only the number of values is wanted: then they are kept nowhere else.
  private let countsOnly: Bool
  private var counts: [Int64] = []
  private var seen = DistinctRows()
  /// What is new, in the order in which it came: one builder an argument, and the group of each row.
  private var arguments: [VectorBuilder] = []
  private var groups: [UInt32] = []
  private var valueByteCount = 0
  /// What is in temporary space, and how many rows came before those in memory.
  private var overflow: DistinctOverflow?
  private var earlierCount: Int64 = 0
  /// What the values were handed on to, where they came from temporary space.
  private var finished: (any Accumulator)?

  var byteCount: Int { seen.byteCount + groups.count * 4 + counts.count * 8 + valueByteCount }

  init(argumentCount: Int, _ makeInner: @escaping @Sendable () -> any Accumulator) {
    self.argumentCount = argumentCount
    self.makeInner = makeInner
    countsOnly = makeInner() is CountAccumulator
  }

  func accumulate(_ vectors: [Vector], _ input: AggregateInput) throws(CypherError) {
    if countsOnly {
      counts.extend(to: input.groupCount, with: 0)
      return try counts.withUnsafeMutableBufferPointer { (counts) throws(CypherError) in
        try seen.insert(vectors[0], input, counts: counts)
      }
    }
    var newRows: [UInt32] = []
    try seen.insert(vectors[0], input, rows: &newRows, groups: &groups)
    if arguments.isEmpty { arguments = vectors.map { _ in VectorBuilder() } }
    guard !newRows.isEmpty else { return }
    for (index, vector) in vectors.enumerated() {
      let new = vector.gathered(newRows)
      arguments[index].append(contentsOf: new)
      valueByteCount += new.byteCount
    }
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    if countsOnly {
      counts.extend(to: groupCount, with: 0)
      return try counts.withUnsafeMutableBufferPointer { (counts) throws(CypherError) in
        try seen.formUnion(other.seen, groups: groups, counts: counts)
      }
    }
    guard !other.groups.isEmpty else { return }
    let vectors = other.gathered()
    let targets = other.groups.map { groups[Int($0)] }
    try accumulate(vectors, AggregateInput(rowCount: targets.count, groups: targets, groupCount: groupCount))
  }

  /// A list of values for each argument.
  var stateColumnCount: Int { argumentCount }

  func state(groupCount: Int) -> [Vector] {
    let (columns, groups) = held
    return (0..<argumentCount).map { argument in
      var lists = [[Value]](repeating: [], count: groupCount)
      for (row, group) in groups.enumerated() { lists[Int(group)].append(columns[argument][row]) }
      return Vector(.values(lists.map { .list($0) }))
    }
  }

  func restored(from state: [Vector]) throws(CypherError) -> any Accumulator {
    let restored = DistinctAccumulator(argumentCount: argumentCount, makeInner)
    let lists = state.map(\.listState)
    let groups = lists[0].enumerated().flatMap { Array(repeating: UInt32($0.offset), count: $0.element.count) }
    let input = AggregateInput(rowCount: groups.count, groups: groups, groupCount: lists[0].count)
    if !groups.isEmpty { try restored.accumulate(lists.map { Vector(packing: $0.joined()) }, input) }
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    if let finished { return try finished.results(groupCount: groupCount) }
    if countsOnly {
      counts.extend(to: groupCount, with: 0)
      return Vector(.integers(Array(counts[..<groupCount])))
    }
    let inner = makeInner()
    if !groups.isEmpty {
      try inner.accumulate(gathered(), AggregateInput(rowCount: groups.count, groups: groups, groupCount: groupCount))
    }
    return try inner.results(groupCount: groupCount)
  }

  private func gathered() -> [Vector] { arguments.map { $0.snapshot() } }

  /// What is in memory: a vector an argument, and the group of each row.
  private var held: (arguments: [Vector], groups: [UInt32]) {
    guard countsOnly else { return (gathered(), groups) }
    let (values, groups) = seen.entries
    return ([values], groups)
  }

  // MARK: - Temporary space

  var groupCount: Int { countsOnly ? counts.count : groups.max().map { Int($0) + 1 } ?? 0 }

  func spill(_ context: ExecutionContext) throws(CypherError) {
    if overflow == nil { overflow = try DistinctOverflow(argumentCount: argumentCount, context) }
    let (vectors, held) = self.held
    if !held.isEmpty { try overflow!.append(vectors, groups: held, firstPlace: earlierCount, context) }
    earlierCount += Int64(held.count)
    (seen, arguments, groups, counts, valueByteCount) = (DistinctRows(), [], [], [], 0)
  }

  func takeOverflow(of other: any Accumulator, groups: [UInt32], _ context: ExecutionContext) throws(CypherError) {
    let other = Self.same(other)
    guard let others = other.overflow else { return }
    try spill(context)
    try overflow!.append(contentsOf: others, groups: groups, shift: earlierCount, context)
    earlierCount += other.earlierCount
    other.overflow = nil
  }

  func forEachPart(
    _ context: ExecutionContext, _ body: (any SpillingAccumulator) throws(CypherError) -> Void
  ) throws(CypherError) {
    try overflow?.forEachBatch(context) { (vectors, groups) throws(CypherError) in
      let part = DistinctAccumulator(argumentCount: self.argumentCount, self.makeInner)
      try part.accumulate(vectors, AggregateInput(rowCount: groups.count, groups: groups))
      try body(part)
    }
    overflow = nil
  }

  func finish(groupCount: Int, _ context: ExecutionContext) throws(CypherError) {
    guard overflow != nil else { return }
    try spill(context)
    let inner = makeInner()
    let spilling = inner as? any SpillingAccumulator
    try overflow!.forEachFirst(keepsOrder: !(inner is CountAccumulator), context) { (vectors, groups) throws(CypherError) in
      try inner.accumulate(vectors, AggregateInput(rowCount: groups.count, groups: groups, groupCount: groupCount))
      if inner.byteCount > context.spillShare { try spilling?.spill(context) }
      try context.keep(byteCount: inner.byteCount)
      context.release(byteCount: inner.byteCount)
    }
    try spilling?.finish(groupCount: groupCount, context)
    finished = inner
  }
}
