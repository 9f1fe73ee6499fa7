import Cypher
import Graph

/// `stDev` (of a sample) and `stDevP` (of a population), in one pass: mean and sum of squared differences are carried along (B.
/// P. Welford, Technometrics 4, 1962) and put together as T. F. Chan, G. H. Golub and R. J. LeVeque do (1979).
final class DeviationAccumulator: Accumulator {
  private struct Moments {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ other: Moments) {
      guard other.count > 0 else { return }
      let total = count + other.count
      let difference = other.mean - mean
      mean += difference * other.count / total
      squares += other.squares + difference * difference * count * other.count / total
      count = total
    }
  }

  private let isPopulation: Bool
  // One thread at a time adds numbers, so no access needs to be tracked.
  @exclusivity(unchecked) private var groups: [Moments] = []

  var byteCount: Int { groups.count * 24 }

  init(isPopulation: Bool) { self.isPopulation = isPopulation }

  func accumulate(_ arguments: [Vector], _ input: AggregateInput) throws(CypherError) {
    groups.extend(to: input.groupCount, with: Moments())
    let values = arguments[0]
    switch values.storage {
    case .integers(let numbers): try add(input, values.nulls) { Double(numbers[$0]) }
    case .floats(let numbers): try add(input, values.nulls) { numbers[$0] }
    default:
      try input.forEachRow { row, group, multiplicity throws(CypherError) in
        let value = values[row]
        if value.isNull { return }
        guard let number = value.asDouble else { throw .invalidType("stDev() takes numbers, found \(value.type.phrase)") }
        groups[group].add(Moments(count: Double(multiplicity), mean: number))
      }
    }
  }

  @inline(__always)
  private func add(_ input: AggregateInput, _ nulls: NullMask?, _ number: (Int) -> Double) throws(CypherError) {
    try groups.withUnsafeMutableBufferPointer { groups throws(CypherError) in
      try input.forEachRow { row, group, multiplicity in
        if let nulls, nulls[row] { return }
        groups[group].add(Moments(count: Double(multiplicity), mean: number(row)))
      }
    }
  }

  func merge(_ other: any Accumulator, groups targets: [UInt32], groupCount: Int) throws(CypherError) {
    let other = Self.same(other)
    groups.extend(to: groupCount, with: Moments())
    for (target, moments) in zip(targets, other.groups) { groups[Int(target)].add(moments) }
  }

  var stateColumnCount: Int { 3 }

  func state(groupCount: Int) -> [Vector] {
    groups.extend(to: groupCount, with: Moments())
    return [
      Vector(.floats(groups.map(\.count))), Vector(.floats(groups.map(\.mean))), Vector(.floats(groups.map(\.squares))),
    ]
  }

  func restored(from state: [Vector]) -> any Accumulator {
    let restored = DeviationAccumulator(isPopulation: isPopulation)
    let (counts, means, squares) = (state[0].floatState, state[1].floatState, state[2].floatState)
    restored.groups = counts.indices.map { Moments(count: counts[$0], mean: means[$0], squares: squares[$0]) }
    return restored
  }

  func results(groupCount: Int) throws(CypherError) -> Vector {
    groups.extend(to: groupCount, with: Moments())
    let results = groups[..<groupCount].map { moments in
      let divisor = isPopulation ? moments.count : moments.count - 1
      return divisor > 0 ? (moments.squares / divisor).squareRoot() : 0
    }
    return Vector(.floats(results))
  }
}
