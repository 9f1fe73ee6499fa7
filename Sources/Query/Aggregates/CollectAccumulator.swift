import Cypher
import Graph

/// `collect`: the values of a group that are not null, in the order in which they come.
final class CollectAccumulator: Accumulator {
  // One thread at a time adds values, so no access needs to be tracked.
  @exclusivity(unchecked) private var lists: [[Value]] = []
  @exclusivity(unchecked) private var valueByteCount = 0

  var byteCount: Int { lists.count * 40 + valueByteCount }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    lists.extend(to: input.groupCount, with: [])
    let values = arguments[0]
    try input.forEachRow { row, group, multiplicity in
      let value = values[row]
      guard !value.isNull else { return }
      for _ in 0..<multiplicity { lists[group].append(value) }
      valueByteCount += value.byteCount * Int(multiplicity)
    }
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    lists.extend(to: groupCount, with: [])
    for (group, list) in zip(groups, other.lists) { lists[Int(group)] += list }
    valueByteCount += other.valueByteCount
  }

  var stateColumnCount: Int { 1 }

  func state(groupCount: Int) -> [Vector] {
    lists.extend(to: groupCount, with: [])
    return [Vector(.values(lists.map { .list($0) }))]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = CollectAccumulator()
    restored.lists = state[0].listState
    restored.valueByteCount = state[0].byteCount
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    lists.extend(to: groupCount, with: [])
    return Vector(.values(lists[..<groupCount].map { .list($0) }))
  }
}
