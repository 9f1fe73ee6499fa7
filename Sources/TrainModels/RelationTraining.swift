import Glibc
import Linguistics

/// Learns the relations of words whose heads are settled: by likelihood, with AdaGrad (Duchi, Hazan & Singer 2011). Features that
/// occur once are left out.
final class RelationTraining {
  private struct Example {
    /// Numbers of features in `features`.
    var range: Range<Int>
    var wanted: Int
  }

  private let classCount: Int
  private let impossible: Int
  private var examples: [Example] = []
  private var features: [Int32] = []
  private var keys: [UInt64] = []

  /// Relations are learnt where `contexts` have the right head.
  init(_ revision: RevisionTraining, _ contexts: [TreeContext]) {
    classCount = revision.relationCount
    impossible = Int(revision.rootRelation)
    var list = FeatureList()
    var gathered: [UInt64] = []
    for (number, context) in contexts.enumerated() {
      let (sentence, tree) = (revision.sentences[number], context.tree)
      for word in 0..<tree.count where tree.heads[word] == sentence.heads[word] && tree.heads[word] < tree.count {
        guard Int(sentence.relations[word]) != impossible else { continue }
        list.removeAll()
        RelationFeatures.extract(word, revision.votes[number], context, into: &list)
        examples.append(
          Example(range: gathered.count..<(gathered.count + list.count), wanted: Int(sentence.relations[word])))
        for index in 0..<list.count { gathered.append(list.keys[index]) }
      }
    }
    number(gathered)
  }

  /// Numbers the features that occur twice; the others are −1.
  private func number(_ gathered: [UInt64]) {
    var numbers: [UInt64: Int32] = [:]
    numbers.reserveCapacity(gathered.count / 8)
    for key in gathered {
      if let known = numbers[key] {
        guard known < 0 else { continue }
        numbers[key] = Int32(keys.count)
        keys.append(key)
      } else {
        numbers[key] = -1
      }
    }
    features = gathered.map { numbers[$0]! }
  }

  /// The bytes of a `LinearModel`: the weights' mean over all rounds but the first.
  func train(_ plan: RevisionTraining.Plan) -> [UInt8] {
    var weights = [Float](repeating: 0, count: keys.count * classCount)
    var squares = weights
    var sums = weights
    var random = SeededRandom(seed: 29)
    for round in 0..<plan.relationRounds {
      weights.withUnsafeMutableBufferPointer { weights in
        squares.withUnsafeMutableBufferPointer { squares in
          for number in random.order(examples.count) {
            learn(examples[number], weights.baseAddress!, squares.baseAddress!, plan)
          }
        }
      }
      if round > 0 { for index in sums.indices { sums[index] += weights[index] } }
    }
    return ModelPacking.pack(
      sums.map { $0 / Float(max(plan.relationRounds - 1, 1)) }, classCount: classCount, keys: keys,
      rowLimit: plan.relationRows, leastWeight: plan.relationLeastWeight)
  }

  private func learn(
    _ example: Example, _ weights: UnsafeMutablePointer<Float>, _ squares: UnsafeMutablePointer<Float>,
    _ plan: RevisionTraining.Plan
  ) {
    let count = classCount
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { slopes in
      slopes.update(repeating: 0)
      for place in example.range where features[place] >= 0 {
        let row = weights + Int(features[place]) * count
        for number in 0..<count { slopes[number] += row[number] }
      }
      slopes[impossible] = -.infinity
      let top = slopes.max()!
      for number in 0..<count { slopes[number] = expf(slopes[number] - top) }
      let sum = slopes.reduce(0, +)
      for number in 0..<count {
        let slope = slopes[number] / sum - (number == example.wanted ? 1 : 0)
        // What is all but sure teaches little.
        guard abs(slope) > 0.002 else { continue }
        for place in example.range where features[place] >= 0 {
          let weight = Int(features[place]) * count + number
          let change = slope + plan.relationDecay * weights[weight]
          squares[weight] += change * change
          weights[weight] -= plan.relationRate * change / (0.1 + squares[weight].squareRoot())
        }
      }
    }
  }
}
