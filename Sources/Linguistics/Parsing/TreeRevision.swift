/// A second and a third look at the tree that the parsers voted for: each word's head is chosen anew among those that were named
/// and those that it can be hung on, knowing the whole tree (Hall & Novák 2005, Attardi & Ciaramita 2007; the votes as features:
/// Nivre & McDonald 2008); then each relation.
package struct TreeRevision {
  /// The names of the weights for heads, a model a look.
  package static let arcNames = ["revised arcs 1", "revised arcs 2"]

  private let looks: [WeightArray]
  private let relationModel: LinearModel

  package init(looks: [WeightArray], relations: LinearModel) {
    self.looks = looks
    relationModel = relations
  }

  /// Heads and relations are the vote's before and the revised ones after. Complexity: O(words × depth), O(words³) where the best
  /// heads make no tree.
  func revise(
    _ sentence: SentenceForms, _ votes: TreeVote, rootRelation: UInt8, _ features: inout FeatureList, heads: inout [Int],
    relations: inout [UInt8]
  ) {
    guard sentence.count > 0 else { return }
    for arcs in looks {
      let tree = SentenceTree(sentence, heads: heads, relations: relations)
      heads = Self.heads(TreeContext(tree), votes, arcs, &features)
      relations = votes.relations(under: heads, rootRelation: rootRelation)
    }
    relate(TreeContext(SentenceTree(sentence, heads: heads, relations: relations)), votes, rootRelation, &features, &relations)
  }

  /// The heads that `arcs` prefers in a tree so far.
  package static func heads(
    _ context: TreeContext, _ votes: TreeVote, _ arcs: WeightArray, _ features: inout FeatureList
  ) -> [Int] {
    let tree = context.tree
    var heads = tree.heads
    var scored: [(word: Int, head: Int, score: Float)] = []
    for word in 0..<tree.count {
      let candidates = ArcFeatures.candidates(word, votes, tree)
      guard candidates.count > 1 else { continue }
      var most = -Float.infinity
      for head in candidates {
        features.removeAll()
        let rank = ArcFeatures.rank(word, head, candidates, tree.forms)
        ArcFeatures.extract(word, head, rank: rank, votes, context, into: &features)
        let score = Float(arcs.score(features)) * arcs.scale
        scored.append((word, head, score))
        if score > most { (heads[word], most) = (head, score) }
      }
    }
    return votes.isTree(heads) ? heads : projective(tree, scored)
  }

  private static func projective(_ tree: SentenceTree, _ scored: [(word: Int, head: Int, score: Float)]) -> [Int] {
    guard tree.count <= 160 else { return tree.heads }
    let size = tree.count + 1
    func place(_ head: Int, _ word: Int) -> Int { (head == tree.count ? 0 : head + 1) * size + word + 1 }
    // Arcs that nobody named are for need only.
    var scores = [Float](repeating: -1000, count: size * size)
    for word in 0..<tree.count { scores[place(tree.heads[word], word)] = 0 }
    for (word, head, score) in scored { scores[place(head, word)] = score }
    let chart = EisnerChart(size: size, score: scores)
    return chart.heads().map { $0 == 0 ? tree.count : $0 - 1 }
  }

  private func relate(
    _ context: TreeContext, _ votes: TreeVote, _ rootRelation: UInt8, _ features: inout FeatureList, _ relations: inout [UInt8]
  ) {
    let tree = context.tree
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: relationModel.classCount) { buffer in
      let scores = buffer.baseAddress!
      for word in 0..<tree.count {
        guard tree.heads[word] < tree.count else {
          relations[word] = rootRelation
          continue
        }
        features.removeAll()
        RelationFeatures.extract(word, votes, context, into: &features)
        scores.update(repeating: 0, count: relationModel.classCount)
        relationModel.score(features, into: scores)
        scores[Int(rootRelation)] = .min
        relations[word] = UInt8(LinearModel.best(scores, relationModel.classCount))
      }
    }
  }
}
