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
    guard let first = held.parts.first, held.parts.allSatisfy({ $0.weights == nil }) else { return nil }
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
    self.starts = starts
    if case .integers = first.numbers.storage { kind = .integers } else { kind = .floats }
    words = [UInt64](repeating: 0, count: held.count)
    precondition(starts[starts.count - 1] == held.count, "every number has its group")
    var next = starts
    for part in held.parts {
      switch (kind, part.numbers.storage) {
      case (.integers, .integers(let numbers)): put(numbers, part.groups, at: &next) { NumberWord.word(of: $0) }
      case (.floats, .floats(let numbers)): put(numbers, part.groups, at: &next) { NumberWord.word(of: $0) }
      default: return nil
      }
    }
  }

  /// Puts numbers where those of their groups go on.
  @inline(__always)
  private mutating func put<Number>(
    _ numbers: [Number], _ groups: [UInt32], at next: inout [Int], _ word: (Number) -> UInt64
  ) {
    words.withUnsafeMutableBufferPointer { words in
      next.withUnsafeMutableBufferPointer { next in
        for (number, group) in zip(numbers, groups) {
          words[next[Int(group)]] = word(number)
          next[Int(group)] &+= 1
        }
      }
    }
  }

  /// The percentile of each group, null for one without numbers.
  func results(_ targets: [PercentileTarget?], isContinuous: Bool) -> Vector {
    words.withUnsafeBufferPointer { words in
      Vector(
        packing: targets.enumerated().map { group, target in
          guard let target else { return .null }
          let numbers = UnsafeBufferPointer(rebasing: words[starts[group]..<starts[group + 1]])
          let lower = OrderStatistic.word(at: Int(target.lowerRank), of: numbers)
          if !isContinuous { return kind.value(of: lower) }
          let isBetween = target.fraction != 0 && target.upperRank != target.lowerRank
          let upper = isBetween ? OrderStatistic.word(at: Int(target.upperRank), of: numbers) : lower
          return .float(target.between(kind.float(of: lower), kind.float(of: upper)))
        })
    }
  }
}
