import Graph

/// Which of the numbers of a group a percentile lies between.
struct PercentileTarget {
  /// The ranks of the two numbers, from 0, and how far the percentile is from the first to the second.
  let lowerRank: Int64
  let upperRank: Int64
  let fraction: Double

  /// - Parameters:
  ///   - percentile: between 0 and 1; nil for a group without numbers.
  ///   - count: how many numbers the group has.
  ///   - isContinuous: false where the percentile is one of the numbers.
  init?(_ percentile: Double?, count: Int64, isContinuous: Bool) {
    guard let percentile, count > 0 else { return nil }
    if isContinuous {
      let place = percentile * Double(count - 1)
      lowerRank = Int64(place)
      upperRank = min(lowerRank + 1, count - 1)
      fraction = place - Double(lowerRank)
    } else {
      lowerRank = max(0, Int64((percentile * Double(count)).rounded(.up)) - 1)
      upperRank = lowerRank
      fraction = 0
    }
  }

  /// The percentile between two numbers.
  func between(_ lower: Double, _ upper: Double) -> Double {
    fraction == 0 ? lower : lower + (upper - lower) * fraction
  }
}
