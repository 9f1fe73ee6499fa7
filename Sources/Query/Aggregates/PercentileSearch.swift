import Graph

/// Picks the percentiles of groups from their numbers, which pass by in order.
struct PercentileSearch {
  /// What was found of one group.
  private struct Found {
    var lower = Value.null
    var upper = Value.null
    var passedCount: Int64 = 0
  }

  private let isContinuous: Bool
  private let targets: [PercentileTarget?]
  private var found: [Found]

  /// - Parameter targets: one a group, nil for a group without numbers.
  init(targets: [PercentileTarget?], isContinuous: Bool) {
    self.isContinuous = isContinuous
    self.targets = targets
    found = Array(repeating: Found(), count: targets.count)
  }

  /// Takes in the next numbers: in the order of their groups, and of the numbers in each.
  mutating func pass(_ numbers: WeightedNumbers.Part, in order: [UInt32]) {
    let values = numbers.numbers
    for place in order {
      let row = Int(place)
      let group = Int(numbers.groups[row])
      let passed = found[group].passedCount..<found[group].passedCount + numbers.weight(row)
      if let target = targets[group] {
        if passed.contains(target.lowerRank) { found[group].lower = values[row] }
        if passed.contains(target.upperRank) { found[group].upper = values[row] }
      }
      found[group].passedCount = passed.upperBound
    }
  }

  /// The percentile of each group, null for one without numbers.
  var results: Vector { Vector(packing: targets.indices.map(result)) }

  private func result(of group: Int) -> Value {
    if !isContinuous { return found[group].lower }
    guard let target = targets[group], let a = found[group].lower.asDouble, let b = found[group].upper.asDouble else {
      return .null
    }
    return .float(target.between(a, b))
  }
}
