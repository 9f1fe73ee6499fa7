import Graph
import Linguistics

/// Learns to revise voted trees, from sentences that none of the voters had seen.
struct RevisionTraining {
  struct Plan {
    /// How many weights a look has for arcs.
    var arcPlaces = 1 << 19
    var arcRounds = 6
    var arcRate: Float = 0.02
    var arcDecay: Float = 0.001
    var relationRounds = 5
    var relationRows = 37_500
    var relationLeastWeight = 25
    var relationRate: Float = 0.05
    var relationDecay: Float = 0.001
  }

  let sentences: [TaggedSentence]
  let votes: [TreeVote]
  /// The part of the treebank that a sentence belongs to.
  private let folds: [Int]
  let rootRelation: UInt8
  let relationCount: Int

  init(_ sentences: [TaggedSentence], _ votes: [TreeVote], folds: [Int], relationNames: NameSet) {
    self.sentences = sentences
    self.votes = votes
    self.folds = folds
    rootRelation = UInt8(relationNames.number(of: "root")!)
    relationCount = relationNames.count
  }

  /// The archive's contents. A later look learns from trees that the looks before it made without having seen them.
  func train(_ plan: Plan) -> [(name: String, bytes: [UInt8])] {
    var contents: [(name: String, bytes: [UInt8])] = []
    var trees = sentences.indices.map { votedTree($0) }
    reportHeads(trees, after: "voting")
    for (number, name) in TreeRevision.arcNames.enumerated() {
      let training = ArcTraining(self, trees, placeCount: plan.arcPlaces)
      contents.append((name, training.train(Array(sentences.indices), plan)))
      if number + 1 < TreeRevision.arcNames.count {
        trees = revised(trees, training, plan)
        reportHeads(trees, after: name)
      }
    }
    contents.append(("revised relations", RelationTraining(self, settled(trees)).train(plan)))
    return contents
  }

  /// How many heads are right in trees of sentences that their models had not seen: a cross-validation that costs nothing,
  /// and the figure to choose a plan by.
  private func reportHeads(_ trees: [SentenceTree], after step: String) {
    var (right, all) = (0, 0)
    for (tree, sentence) in zip(trees, sentences) {
      all += tree.count
      right += zip(tree.heads, sentence.heads).count { $0 == $1 }
    }
    report("after \(step): \(Double(right * 10_000 / max(all, 1)) / 100) of 100 heads right in unseen parts, marks left out")
  }

  private func votedTree(_ number: Int) -> SentenceTree {
    var heads: [Int] = []
    var relations: [UInt8] = []
    votes[number].decide(rootRelation: rootRelation, heads: &heads, relations: &relations)
    return SentenceTree(sentences[number].forms, heads: heads, relations: relations)
  }

  /// The trees after a look that has not seen them.
  private func revised(_ trees: [SentenceTree], _ training: ArcTraining, _ plan: Plan) -> [SentenceTree] {
    var result = trees
    let parts = (folds.max() ?? 0) + 1
    result.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let result = buffer.baseAddress!
      WorkerPool.shared.run(pieceCount: parts) { part, _ in
        let bytes = training.train(sentences.indices.filter { folds[$0] != part }, plan)
        bytes.withUnsafeBytes { bytes in
          var features = FeatureList()
          let arcs = WeightArray(bytes)!
          for number in sentences.indices where folds[number] == part {
            let heads = TreeRevision.heads(TreeContext(trees[number]), votes[number], arcs, &features)
            result[number] = tree(number, heads)
          }
        }
      }
    }
    return result
  }

  private func tree(_ number: Int, _ heads: [Int]) -> SentenceTree {
    SentenceTree(
      sentences[number].forms, heads: heads, relations: votes[number].relations(under: heads, rootRelation: rootRelation))
  }

  /// The trees that relations are learnt from: each head right that one of the voters got right.
  private func settled(_ trees: [SentenceTree]) -> [TreeContext] {
    sentences.indices.map { number in
      let heads = trees[number].heads.indices.map { word in
        let gold = sentences[number].heads[word]
        return votes[number].heads.contains { Int($0[word]) == gold } ? gold : trees[number].heads[word]
      }
      return TreeContext(tree(number, heads))
    }
  }
}
