/// A second look at the tree that the parsers voted for: each word's head is chosen anew among those that were named and
/// their neighbours, knowing the whole tree (Hall & Novák 2005, Attardi & Ciaramita 2007; the votes as features: Nivre &
/// McDonald 2008); then each relation.
package struct TreeRevision {
  private let arcs: WeightArray
  private let relationModel: LinearModel

  package init(arcs: WeightArray, relations: LinearModel) {
    self.arcs = arcs
    relationModel = relations
  }

  /// Heads and relations are the vote's before and the revised ones after. Complexity: O(words), O(words³) where the best
  /// heads make no tree.
  func revise(
    _ sentence: SentenceForms, _ votes: TreeVote, rootRelation: UInt8, _ features: inout FeatureList, heads: inout [Int],
    relations: inout [UInt8]
  ) {
    guard sentence.count > 0 else { return }
    let voted = SentenceTree(sentence, heads: heads, relations: relations)
    var scored: [(word: Int, candidates: [(head: Int, score: Float)])] = []
    for word in 0..<sentence.count {
      let candidates = RevisionFeatures.candidates(word, votes, voted)
      guard candidates.count > 1 else { continue }
      scored.append(
        (
          word,
          candidates.map { head in
            features.removeAll()
            RevisionFeatures.arc(word, head, votes, voted, into: &features)
            return (head, Float(arcs.score(features)) * arcs.scale)
          }
        ))
    }
    if !scored.isEmpty { choose(scored, votes, heads: &heads) }
    relate(SentenceTree(sentence, heads: heads, relations: relations), votes, rootRelation, &features, &relations)
  }

  private func choose(
    _ scored: [(word: Int, candidates: [(head: Int, score: Float)])], _ votes: TreeVote, heads: inout [Int]
  ) {
    let voted = heads
    for (word, candidates) in scored { heads[word] = candidates.max { $0.score < $1.score }!.head }
    if votes.isTree(heads) { return }
    guard votes.count <= 160 else {
      heads = voted
      return
    }
    let size = votes.count + 1
    // Arcs that nobody named are for need only.
    var scores = [Float](repeating: -1000, count: size * size)
    for word in heads.indices { scores[(voted[word] == votes.count ? 0 : voted[word] + 1) * size + word + 1] = 0 }
    for (word, candidates) in scored {
      for (head, score) in candidates { scores[(head == votes.count ? 0 : head + 1) * size + word + 1] = score }
    }
    var chart = EisnerChart(size: size, score: scores)
    heads = chart.heads().map { $0 == 0 ? votes.count : $0 - 1 }
  }

  private func relate(
    _ tree: SentenceTree, _ votes: TreeVote, _ rootRelation: UInt8, _ features: inout FeatureList, _ relations: inout [UInt8]
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: relationModel.classCount) { buffer in
      let scores = buffer.baseAddress!
      for word in 0..<tree.count {
        guard tree.heads[word] < tree.count else {
          relations[word] = rootRelation
          continue
        }
        features.removeAll()
        RevisionFeatures.relation(word, votes, tree, into: &features)
        scores.update(repeating: 0, count: relationModel.classCount)
        relationModel.score(features, into: scores)
        scores[Int(rootRelation)] = .min
        relations[word] = UInt8(LinearModel.best(scores, relationModel.classCount))
      }
    }
  }
}
