import Graph

/// Numbers of groups in any order, each with how often it counts: kept as they came, a batch after the other.
struct WeightedNumbers {
  struct Part {
    var numbers: Vector
    /// The group of each number.
    var groups: [UInt32]
    /// How often each number counts; nil where each counts once.
    var weights: [Int64]?

    var count: Int { groups.count }

    @inline(__always)
    func weight(_ place: Int) -> Int64 { weights?[place] ?? 1 }
  }

  private(set) var parts: [Part] = []
  private(set) var count = 0

  /// Fewer numbers than this go to the part before.
  private static let leastPartCount = 512

  /// Roughly what the numbers, and putting them in order, take in memory.
  var byteCount: Int { count * Self.byteCountPerNumber }

  /// The number, its group and weight, a word and row twice while they are sorted, and its place.
  private static let byteCountPerNumber = 8 + 4 + 8 + 2 * MemoryLayout<WordAndRow>.stride + 4

  /// - Parameters:
  ///   - numbers: none of them null.
  ///   - groups: the group of each.
  ///   - weights: how often each counts; nil where each counts once.
  mutating func append(_ numbers: Vector, groups: [UInt32], weights: [Int64]? = nil) {
    guard !groups.isEmpty else { return }
    count += groups.count
    let part = Part(numbers: numbers, groups: groups, weights: weights)
    if let last = parts.last, last.count < Self.leastPartCount, part.count < Self.leastPartCount {
      parts[parts.count - 1] = Self.joined([last, part])
    } else {
      parts.append(part)
    }
  }

  /// Adds those of another one, whose group n is group `groups[n]` here.
  mutating func append(_ other: WeightedNumbers, groups: [UInt32]) {
    for part in other.parts { append(part.numbers, groups: part.groups.map { groups[Int($0)] }, weights: part.weights) }
  }

  /// All of them in one part.
  var joined: Part { parts.count == 1 ? parts[0] : Self.joined(parts) }

  private static func joined(_ parts: [Part]) -> Part {
    var numbers = VectorBuilder(capacity: parts.reduce(0) { $0 + $1.count })
    for part in parts { numbers.append(contentsOf: part.numbers) }
    let isWeighted = parts.contains { $0.weights != nil }
    let weights = isWeighted ? parts.flatMap { $0.weights ?? Array(repeating: 1, count: $0.count) } : nil
    return Part(numbers: numbers.finish(), groups: parts.flatMap(\.groups), weights: weights)
  }
}

extension WeightedNumbers.Part {
  /// The places of the numbers in the order of their groups, and of the numbers in each.
  func order() -> [UInt32] {
    let columns = [Vector(.integers(groups.map { Int64($0) })), numbers]
    return SortOrder(
      columns.map { SortOrder.Column(values: $0, isDescending: false, placesNullsFirst: false) }, rowCount: count
    ).sortedRows()
  }
}
