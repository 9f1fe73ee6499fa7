import Cypher
import Graph

/// `count(*)` and `count(expression)`, which leaves nulls out.
final class CountAccumulator: Accumulator {
  @exclusivity(unchecked) private var counts: [Int64] = []

  var byteCount: Int { counts.count * 8 }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    counts.extend(to: input.groupCount, with: 0)
    if input.groups == nil, input.multiplicities == nil {
      counts[0] += Int64(countRows(arguments.first, input))
      return
    }
    try counts.withUnsafeMutableBufferPointer { counts throws(CypherError) in
      guard let values = arguments.first, values.mayHaveNulls else {
        return try input.forEachRow { _, group, multiplicity in counts[group] &+= multiplicity }
      }
      try input.forEachRow { row, group, multiplicity in
        if !values.isNull(row) { counts[group] &+= multiplicity }
      }
    }
  }

  private func countRows(_ values: Vector?, _ input: AggregateInput) -> Int {
    guard let values, values.mayHaveNulls else { return input.selectedCount }
    if let nulls = values.nulls, input.selection == nil, nulls.count == input.rowCount { return nulls.count - nulls.nullCount }
    var count = 0
    if let selection = input.selection {
      for row in selection where !values.isNull(Int(row)) { count += 1 }
    } else {
      for row in 0..<input.rowCount where !values.isNull(row) { count += 1 }
    }
    return count
  }

  func merge(_ other: any Accumulator, groups: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    counts.extend(to: groupCount, with: 0)
    for (group, count) in zip(groups, other.counts) { counts[Int(group)] += count }
  }

  var stateColumnCount: Int { 1 }

  func state(groupCount: Int) -> [Vector] {
    counts.extend(to: groupCount, with: 0)
    return [Vector(.integers(counts))]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = CountAccumulator()
    restored.counts = state[0].integerState
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    counts.extend(to: groupCount, with: 0)
    return Vector(.integers(Array(counts[..<groupCount])))
  }
}

extension Vector {
  /// False if it is plain from the storage that no row is null.
  var mayHaveNulls: Bool {
    switch storage {
    case .values: true
    case .constant(let value, _): value.isNull
    default: nulls != nil
    }
  }
}
