import Glibc
import Linguistics

/// Learns which head of several a word has in a tree so far: by likelihood among the candidates, with AdaGrad (Duchi, Hazan &
/// Singer 2011).
final class ArcTraining: @unchecked Sendable {
  /// A word that has several candidates, one of them its head.
  private struct Choice {
    /// Where the places of its features begin.
    var start: Int
    var candidateCount: Int
    var right: Int
  }

  private let placeCount: Int
  /// Every candidate has as many.
  private var featureCount = 0
  /// The features' places in the array of weights, candidate after candidate.
  private var places: [Int32] = []
  private var choices: [Choice] = []
  /// Sentence → its choices.
  private var ranges: [Range<Int>] = []

  /// Complexity: O(words × candidates × features) in time and memory.
  init(_ revision: RevisionTraining, _ trees: [SentenceTree], placeCount: Int) {
    self.placeCount = placeCount
    var features = FeatureList()
    for (number, tree) in trees.enumerated() {
      let start = choices.count
      let context = TreeContext(tree)
      for word in 0..<tree.count {
        let candidates = ArcFeatures.candidates(word, revision.votes[number], tree)
        guard candidates.count > 1, let right = candidates.firstIndex(of: revision.sentences[number].heads[word]) else {
          continue
        }
        choices.append(Choice(start: places.count, candidateCount: candidates.count, right: right))
        for head in candidates {
          features.removeAll()
          let rank = ArcFeatures.rank(word, head, candidates, tree.forms)
          ArcFeatures.extract(word, head, rank: rank, revision.votes[number], context, into: &features)
          featureCount = features.count
          for index in 0..<featureCount { places.append(Int32(WeightArray.place(features.keys[index], placeCount))) }
        }
      }
      ranges.append(start..<choices.count)
    }
  }

  /// The bytes of a `WeightArray` learnt from some of the sentences.
  func train(_ sentences: [Int], _ plan: RevisionTraining.Plan) -> [UInt8] {
    let numbers = sentences.flatMap { ranges[$0] }
    var weights = [Float](repeating: 0, count: placeCount)
    var squares = weights
    var sums = weights
    var random = SeededRandom(seed: 23)
    for round in 0..<plan.arcRounds {
      let order = random.order(numbers.count)
      weights.withUnsafeMutableBufferPointer { weights in
        squares.withUnsafeMutableBufferPointer { squares in
          for number in order { learn(choices[numbers[number]], weights.baseAddress!, squares.baseAddress!, plan) }
        }
      }
      if round > 0 { for index in sums.indices { sums[index] += weights[index] } }
    }
    return WeightArray.bytes(sums.map { $0 / Float(max(plan.arcRounds - 1, 1)) })
  }

  private func learn(
    _ choice: Choice, _ weights: UnsafeMutablePointer<Float>, _ squares: UnsafeMutablePointer<Float>,
    _ plan: RevisionTraining.Plan
  ) {
    places.withUnsafeBufferPointer { all in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: choice.candidateCount) { scores in
        var place = all.baseAddress! + choice.start
        for index in 0..<choice.candidateCount {
          var sum: Float = 0
          for feature in 0..<featureCount { sum += weights[Int(place[feature])] }
          scores[index] = sum
          place += featureCount
        }
        let top = scores.max()!
        for index in scores.indices { scores[index] = expf(scores[index] - top) }
        let sum = scores.reduce(0, +)
        place = all.baseAddress! + choice.start
        for index in 0..<choice.candidateCount {
          let slope = scores[index] / sum - (index == choice.right ? 1 : 0)
          defer { place += featureCount }
          // What is all but sure teaches little.
          guard abs(slope) > 0.002 else { continue }
          for feature in 0..<featureCount {
            let weight = Int(place[feature])
            let change = slope + plan.arcDecay * weights[weight]
            squares[weight] += change * change
            weights[weight] -= plan.arcRate * change / (0.1 + squares[weight].squareRoot())
          }
        }
      }
    }
  }
}
