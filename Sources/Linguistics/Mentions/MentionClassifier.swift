/// A nominal mention: its head and words by their place in the document, and its type.
package struct NominalMention: Sendable, Hashable {
  package var words: Range<Int>
  package var head: Int
  package var type: NominalType
  package var isName: Bool

  package init(words: Range<Int>, head: Int, type: NominalType, isName: Bool) {
    (self.words, self.head, self.type, self.isName) = (words, head, type, isName)
  }
}

/// What a nominal is, as GUM tells entities apart; `none` is no entity.
package enum NominalType: UInt8, Sendable, CaseIterable {
  case none, person, organization, place, event, time, object, abstract, animal, plant, substance
}

/// Nominal heads → mentions.
package struct MentionClassifier {
  private let model: LinearModel
  private let features: MentionFeatures
  private let span: MentionSpan

  package init(model: LinearModel, numbers: SyntaxNumbers) {
    self.model = model
    features = MentionFeatures(numbers: numbers)
    span = MentionSpan(features)
  }

  /// Appends the mentions of a sentence that begins at word `offset` of the document. Complexity: O(words).
  package func classify(_ tree: SentenceTree, offset: Int, _ list: inout FeatureList, into mentions: inout [NominalMention]) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: model.classCount) { buffer in
      let scores = buffer.baseAddress!
      for word in 0..<tree.count where features.isCandidate(word, tree) {
        list.removeAll()
        features.extract(word, tree, into: &list)
        scores.update(repeating: 0, count: model.classCount)
        model.score(list, into: scores)
        guard let type = NominalType(rawValue: UInt8(LinearModel.best(scores, model.classCount))), type != .none else { continue }
        let words = span.words(of: word, isTime: type == .time, tree)
        mentions.append(
          NominalMention(
            words: (words.lowerBound + offset)..<(words.upperBound + offset), head: word + offset, type: type,
            isName: features.partOfSpeech(word, tree) == SyntaxNumbers.name))
      }
    }
  }
}
