import Glibc
import Linguistics

/// Learns to revise voted trees, from sentences that none of the voters had seen.
struct RevisionTraining {
  let sentences: [TaggedSentence]
  let votes: [TreeVote]
  private let rootRelation: Int
  private let relationCount: Int

  init(_ sentences: [TaggedSentence], _ votes: [TreeVote], relationNames: NameSet) {
    self.sentences = sentences
    self.votes = votes
    rootRelation = relationNames.number(of: "root")!
    relationCount = relationNames.count
  }

  private func votedTree(_ number: Int) -> SentenceTree {
    var heads: [Int] = []
    var relations: [UInt8] = []
    votes[number].decide(rootRelation: UInt8(rootRelation), heads: &heads, relations: &relations)
    return SentenceTree(sentences[number].forms, heads: heads, relations: relations)
  }

  /// The voted tree with each head right that one of the voters got right: relations are learnt where heads are.
  private func bestTree(_ number: Int) -> SentenceTree {
    let tree = votedTree(number)
    let heads = tree.heads.indices.map { word in
      let gold = sentences[number].heads[word]
      return votes[number].heads.contains { Int($0[word]) == gold } ? gold : tree.heads[word]
    }
    return SentenceTree(sentences[number].forms, heads: heads, relations: tree.relations)
  }

  // MARK: Heads

  /// A word on which the voters differ.
  private struct Choice {
    /// The places of each candidate's features in the array of weights.
    var candidates: [[Int32]]
    var right: Int
  }

  /// The bytes of a `WeightArray`, learnt by likelihood among the candidates with AdaGrad (Duchi, Hazan & Singer 2011).
  func trainArcs(placeCount: Int, rounds: Int) -> [UInt8] {
    let choices = choices(placeCount)
    var weights = [Float](repeating: 0, count: placeCount)
    var squares = weights
    var sums = weights
    var random = SeededRandom(seed: 23)
    for round in 0..<rounds {
      for number in random.order(choices.count) { learn(choices[number], &weights, &squares) }
      if round > 0 { for index in sums.indices { sums[index] += weights[index] } }
    }
    return WeightArray.bytes(sums.map { $0 / Float(max(rounds - 1, 1)) })
  }

  private func choices(_ placeCount: Int) -> [Choice] {
    var features = FeatureList()
    var choices: [Choice] = []
    for number in sentences.indices {
      let tree = votedTree(number)
      for word in 0..<tree.count {
        let candidates = RevisionFeatures.candidates(word, votes[number], tree)
        guard candidates.count > 1, let right = candidates.firstIndex(of: sentences[number].heads[word]) else { continue }
        let places = candidates.map { head in
          features.removeAll()
          RevisionFeatures.arc(word, head, votes[number], tree, into: &features)
          return (0..<features.count).map { Int32(WeightArray.place(features.keys[$0], placeCount)) }
        }
        choices.append(Choice(candidates: places, right: right))
      }
    }
    return choices
  }

  private func learn(_ choice: Choice, _ weights: inout [Float], _ squares: inout [Float]) {
    var scores = choice.candidates.map { places in places.reduce(Float(0)) { $0 + weights[Int($1)] } }
    let top = scores.max()!
    for index in scores.indices { scores[index] = expf(scores[index] - top) }
    let sum = scores.reduce(0, +)
    for (index, places) in choice.candidates.enumerated() {
      let slope = scores[index] / sum - (index == choice.right ? 1 : 0)
      for place in places {
        let change = slope + 0.001 * weights[Int(place)]
        squares[Int(place)] += change * change
        weights[Int(place)] -= 0.05 * change / (0.1 + squares[Int(place)].squareRoot())
      }
    }
  }

  // MARK: Relations

  /// The bytes of a `LinearModel` of relations, a perceptron with margin.
  func trainRelations(rounds: Int, rowLimit: Int, leastWeight: Int) -> [UInt8] {
    let weights = FeatureWeights(classCount: relationCount)
    var features = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: relationCount)
    defer { scores.deallocate() }
    let trees = sentences.indices.map { bestTree($0) }
    var random = SeededRandom(seed: 29)
    for _ in 0..<rounds {
      for number in random.order(sentences.count) {
        for word in 0..<trees[number].count where trees[number].heads[word] < trees[number].count {
          let wanted = Int(sentences[number].relations[word])
          guard wanted != rootRelation, trees[number].heads[word] == sentences[number].heads[word] else { continue }
          features.removeAll()
          RevisionFeatures.relation(word, votes[number], trees[number], into: &features)
          weights.score(features, scores)
          var rival = wanted == 0 ? 1 : 0
          for relation in 0..<relationCount
          where relation != wanted && relation != rootRelation && scores[relation] > scores[rival] {
            rival = relation
          }
          if scores[wanted] <= scores[rival] + 1 {
            weights.update(features, wanted, 1)
            weights.update(features, rival, -1)
          }
          weights.advance()
        }
      }
    }
    return weights.packed(rowLimit: rowLimit, leastWeight: leastWeight)
  }
}
