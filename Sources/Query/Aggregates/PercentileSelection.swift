import Graph

/// Picks the percentiles of groups out of all their numbers without putting these in order: O(n) on average.
struct PercentileSelection {
  private enum Kind {
    case integers, floats

    func float(of word: UInt64) -> Double {
      self == .integers ? Double(NumberWord.integer(of: word)) : NumberWord.float(of: word)
    }

    func value(of word: UInt64) -> Value {
      self == .integers ? .integer(NumberWord.integer(of: word)) : .float(NumberWord.float(of: word))
    }
  }

  private let kind: Kind
  /// The numbers as words, one group after the other.
  private var words: [UInt64]
  /// Where each group begins in them, and the end of the last.
  private let starts: [Int]

  /// Nil where the numbers are not all integers or all floats, or one counts more than once.
  ///
  /// - Parameter counts: how many numbers each group has.
  init?(_ held: WeightedNumbers, counts: [Int64]) {
    guard held.weights.allSatisfy({ $0 == 1 }) else { return nil }
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
    self.starts = starts
    switch held.numbers.snapshot().storage {
    case .integers(let numbers):
      kind = .integers
      words = Self.grouped(numbers, held.groups, starts) { NumberWord.word(of: $0) }
    case .floats(let numbers):
      kind = .floats
      words = Self.grouped(numbers, held.groups, starts) { NumberWord.word(of: $0) }
    default: return nil
    }
  }

  @inline(__always)
  private static func grouped<Number>(
    _ numbers: [Number], _ groups: [UInt32], _ starts: [Int], _ word: (Number) -> UInt64
  ) -> [UInt64] {
    precondition(groups.count == numbers.count && starts[starts.count - 1] == numbers.count, "every number has its group")
    var next = starts
    return [UInt64](unsafeUninitializedCapacity: numbers.count) { words, count in
      for (number, group) in zip(numbers, groups) {
        words[next[Int(group)]] = word(number)
        next[Int(group)] += 1
      }
      count = numbers.count
    }
  }

  /// The percentile of each group, null for one without numbers.
  mutating func results(_ targets: [PercentileTarget?], isContinuous: Bool) -> Vector {
    let (kind, starts) = (kind, starts)
    return words.withUnsafeMutableBufferPointer { words in
      Vector(
        packing: targets.enumerated().map { group, target in
          guard let target else { return .null }
          let numbers = UnsafeMutableBufferPointer(rebasing: words[starts[group]..<starts[group + 1]])
          let lower = OrderStatistic.word(at: Int(target.lowerRank), in: numbers)
          if !isContinuous { return kind.value(of: lower) }
          let upper = target.upperRank == target.lowerRank ? lower : numbers[Int(target.upperRank)...].min()!
          return .float(target.between(kind.float(of: lower), kind.float(of: upper)))
        })
    }
  }
}
