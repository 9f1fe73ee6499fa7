import Graph

/// Picks the percentiles of groups from their numbers, which pass by in order.
struct PercentileSearch {
  /// What is looked for in one group, and what of it has been found.
  private struct Target {
    /// The ranks of the two numbers that the percentile lies between, from 0, and how far it is from the first to the second.
    let lowerRank: Int64
    let upperRank: Int64
    let fraction: Double
    var lower = Value.null
    var upper = Value.null
    var passedCount: Int64 = 0
  }

  private let isContinuous: Bool
  private var targets: [Target]

  /// - Parameters:
  ///   - percentiles: between 0 and 1, one a group; nil for a group without numbers.
  ///   - counts: how many numbers each group has.
  init(percentiles: [Double?], counts: [Int64], isContinuous: Bool) {
    self.isContinuous = isContinuous
    targets = zip(percentiles, counts).map { percentile, count in
      guard let percentile, count > 0 else { return Target(lowerRank: -1, upperRank: -1, fraction: 0) }
      if !isContinuous {
        let rank = max(0, Int64((percentile * Double(count)).rounded(.up)) - 1)
        return Target(lowerRank: rank, upperRank: rank, fraction: 0)
      }
      let place = percentile * Double(count - 1)
      let lower = Int64(place)
      return Target(lowerRank: lower, upperRank: min(lower + 1, count - 1), fraction: place - Double(lower))
    }
  }

  /// Takes in the next numbers: in the order of their groups, and of the numbers in each.
  mutating func pass(_ numbers: WeightedNumbers, in order: [UInt32]) {
    let values = numbers.numbers.snapshot()
    for place in order {
      let row = Int(place)
      let group = Int(numbers.groups[row])
      let passed = targets[group].passedCount..<targets[group].passedCount + numbers.weights[row]
      if passed.contains(targets[group].lowerRank) { targets[group].lower = values[row] }
      if passed.contains(targets[group].upperRank) { targets[group].upper = values[row] }
      targets[group].passedCount = passed.upperBound
    }
  }

  /// The percentile of each group, null for one without numbers.
  var results: Vector { Vector(packing: targets.map(result)) }

  private func result(of target: Target) -> Value {
    if !isContinuous { return target.lower }
    guard let a = target.lower.asDouble, let b = target.upper.asDouble else { return .null }
    return .float(target.fraction == 0 ? a : a + (b - a) * target.fraction)
  }
}
