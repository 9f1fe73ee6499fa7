import Cypher
import Graph

/// Any aggregate over DISTINCT values: keeps the first of equivalent values of each group and hands them on at the end, so that
/// what several workers found can be put together before it is counted.
final class DistinctAccumulator: Accumulator {
  private let argumentCount: Int
  private let makeInner: @Sendable () -> any Accumulator
  private var seen = DistinctRows()
  /// What is new, in the order in which it came: one builder an argument, and the group of each row.
  private var arguments: [VectorBuilder] = []
  private var groups: [UInt32] = []
  private var valueByteCount = 0

  var byteCount: Int { seen.byteCount + groups.count * 4 + valueByteCount }

  init(argumentCount: Int, _ makeInner: @escaping @Sendable () -> any Accumulator) {
    self.argumentCount = argumentCount
    self.makeInner = makeInner
  }

  func accumulate(_ vectors: [Vector], _ input: AggregateInput) throws(CypherError) {
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
    guard let other = other as? DistinctAccumulator else { preconditionFailure("accumulators of one call are of one kind") }
    guard !other.groups.isEmpty else { return }
    let vectors = other.gathered()
    let targets = other.groups.map { groups[Int($0)] }
    try accumulate(vectors, AggregateInput(rowCount: targets.count, groups: targets, groupCount: groupCount))
  }

  /// A list of values for each argument.
  var stateColumnCount: Int { argumentCount }

  func state(groupCount: Int) -> [Vector] {
    let columns = gathered()
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
    let inner = makeInner()
    if !groups.isEmpty {
      try inner.accumulate(gathered(), AggregateInput(rowCount: groups.count, groups: groups, groupCount: groupCount))
    }
    return try inner.results(groupCount: groupCount)
  }

  private func gathered() -> [Vector] { arguments.map { $0.snapshot() } }
}
