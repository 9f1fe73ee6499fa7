import Graph

/// Numbers of groups in any order, each with how often it counts.
struct WeightedNumbers {
  var numbers = VectorBuilder()
  /// The group of each number.
  var groups: [UInt32] = []
  var weights: [Int64] = []

  var count: Int { groups.count }

  /// Roughly what the numbers, and putting them in order, take in memory.
  var byteCount: Int { count * Self.byteCountPerNumber }

  /// The number, its group and weight, a word and row twice while they are sorted, and its place.
  private static let byteCountPerNumber = 8 + 4 + 8 + 2 * MemoryLayout<WordAndRow>.stride + 4

  /// Adds those of another one, whose group n is group `groups[n]` here.
  mutating func append(_ other: WeightedNumbers, groups: [UInt32]) {
    numbers.append(contentsOf: other.numbers.snapshot())
    self.groups += other.groups.map { groups[Int($0)] }
    weights += other.weights
  }

  /// The places of the numbers in the order of their groups, and of the numbers in each.
  func order() -> [UInt32] {
    let columns = [Vector(.integers(groups.map { Int64($0) })), numbers.snapshot()]
    return SortOrder(
      columns.map { SortOrder.Column(values: $0, isDescending: false, placesNullsFirst: false) }, rowCount: count
    ).sortedRows()
  }
}
