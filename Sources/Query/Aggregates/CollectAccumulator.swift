import Cypher
import Graph

/// `collect`: the values of a group that are not null, in the order in which they come.
///
/// The values of all groups are gathered in one column, of one type where they agree, and put in the order of their groups at the
/// end.
final class CollectAccumulator: Accumulator {
  // One thread at a time adds values, so no access needs to be tracked.
  @exclusivity(unchecked) private var values = VectorBuilder()
  /// The group of each value.
  @exclusivity(unchecked) private var groups: [UInt32] = []
  /// How many values each group has.
  @exclusivity(unchecked) private var counts: [Int] = []
  @exclusivity(unchecked) private var valueByteCount = 0

  var byteCount: Int { groups.count * 4 + counts.count * 8 + valueByteCount }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    counts.extend(to: input.groupCount, with: 0)
    let new = arguments[0]
    let mayHaveNulls = new.mayHaveNulls
    var rows: [UInt32] = []
    rows.reserveCapacity(input.selectedCount)
    try counts.withUnsafeMutableBufferPointer { (counts) throws(CypherError) in
      try input.forEachRow { row, group, multiplicity in
        if mayHaveNulls && new.isNull(row) { return }
        for _ in 0..<multiplicity {
          rows.append(UInt32(row))
          groups.append(UInt32(group))
        }
        counts[group] += Int(multiplicity)
      }
    }
    let isWhole = input.selection == nil && input.multiplicities == nil && rows.count == new.count
    append(isWhole ? new : new.gathered(rows))
  }

  private func append(_ new: Vector) {
    values.append(contentsOf: new)
    if case .constant(let value, let count) = new.storage {
      valueByteCount += value.byteCount * count
    } else {
      valueByteCount += new.byteCount
    }
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    counts.extend(to: groupCount, with: 0)
    for (group, count) in zip(groups, other.counts) { counts[Int(group)] += count }
    for group in other.groups { self.groups.append(groups[Int(group)]) }
    append(other.values.snapshot())
  }

  var stateColumnCount: Int { 1 }

  func state(groupCount: Int) -> [Vector] { [lists(groupCount)] }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = CollectAccumulator()
    for (group, list) in state[0].listState.enumerated() {
      restored.counts.append(list.count)
      restored.groups += repeatElement(UInt32(group), count: list.count)
      restored.append(Vector(packing: list))
    }
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector { lists(groupCount) }

  private func lists(_ groupCount: Int) -> Vector {
    counts.extend(to: groupCount, with: 0)
    let counts = self.counts[..<groupCount]
    let values = self.values.snapshot()
    guard groupCount > 1 else { return Vector(listsOf: values, counts: counts) }
    var next: [Int] = []
    next.reserveCapacity(groupCount)
    var start = 0
    for count in counts {
      next.append(start)
      start += count
    }
    // By group, those of one in the order in which they came.
    var places = [UInt32](repeating: 0, count: groups.count)
    for (place, group) in groups.enumerated() {
      places[next[Int(group)]] = UInt32(place)
      next[Int(group)] += 1
    }
    return Vector(listsOf: values.gathered(places), counts: counts)
  }
}
