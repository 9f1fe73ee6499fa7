import Glibc
import Linguistics

/// A log-linear classifier in training: features by number, each with a row of weights, learnt by steps that shrink where a
/// weight has moved much (AdaGrad; Duchi, Hazan & Singer 2011). An example may allow several classes: then their sum is made
/// likely. A share of an example's features may be hidden each time that it is met, so that none is relied on where others
/// tell the same (Hinton et al. 2012; Wager, Wang & Liang 2013).
struct LogLinearTraining {
  struct Example {
    var features: [Int32]
    /// Bits by class.
    var allowed: UInt32
    /// How much it counts.
    var weight: Float
  }

  let classCount: Int
  private var weights: [Float]
  private var squares: [Float]
  private var sums: [Float]
  private var sumCount = 0
  private let rate: Float = 0.1
  private let decay: Float = 0.03
  /// The share of features that is hidden.
  private let dropout: Float

  init(classCount: Int, featureCount: Int, dropout: Float = 0) {
    self.classCount = classCount
    self.dropout = dropout
    weights = [Float](repeating: 0, count: featureCount * classCount)
    squares = weights
    sums = weights
  }

  /// The weights' mean over all rounds but the first, taken four times a round (Polyak & Juditsky 1992), less by as much as
  /// features were hidden.
  var averages: [Float] {
    let share = (1 - dropout) / Float(max(sumCount, 1))
    return (sumCount == 0 ? weights : sums).map { $0 * share }
  }

  /// Complexity: O(rounds × features of all examples × classes).
  mutating func train(_ examples: [Example], rounds: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var change = [Float](repeating: 0, count: classCount)
    let quarter = max(1, examples.count / 4)
    for round in 0..<rounds {
      for (place, number) in random.order(examples.count).enumerated() {
        var example = examples[number]
        if dropout > 0 { example.features.removeAll { _ in Float(random.unit()) < dropout } }
        gradient(example, &change)
        step(example, change)
        if round > 0, (place + 1) % quarter == 0 {
          for index in sums.indices { sums[index] += weights[index] }
          sumCount += 1
        }
      }
    }
  }

  /// What the model expects less what is allowed, one a class.
  private func gradient(_ example: Example, _ change: inout [Float]) {
    for number in 0..<classCount { change[number] = 0 }
    for feature in example.features {
      for number in 0..<classCount { change[number] += weights[Int(feature) * classCount + number] }
    }
    let top = change.max() ?? 0
    var (all, right): (Float, Float) = (0, 0)
    for number in 0..<classCount {
      change[number] = expf(change[number] - top)
      all += change[number]
      if example.allowed >> UInt32(number) & 1 == 1 { right += change[number] }
    }
    right = max(right, .leastNormalMagnitude)
    for number in 0..<classCount {
      let isAllowed = example.allowed >> UInt32(number) & 1 == 1
      change[number] = example.weight * (change[number] / all - (isAllowed ? change[number] / right : 0))
    }
  }

  private mutating func step(_ example: Example, _ change: [Float]) {
    for feature in example.features {
      let row = Int(feature) * classCount
      for number in 0..<classCount {
        let slope = change[number] + decay * weights[row + number]
        squares[row + number] += slope * slope
        weights[row + number] -= rate * slope / (0.01 + squares[row + number].squareRoot())
      }
    }
  }
}
