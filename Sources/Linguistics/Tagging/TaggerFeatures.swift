/// What the tagger looks at: the word, its ends and shape, two words on both sides, and the two tags before.
package enum TaggerFeatures {
  /// Features of the word at `index`; `tags` are known before it.
  package static func extract(_ sentence: SentenceForms, _ index: Int, into features: inout FeatureList) {
    let word = sentence.words + index
    let tags = sentence.tags + index
    let (tag1, tag2) = (UInt64(tags[-1]), UInt64(tags[-2]))
    let this = word[0]
    let traits = this.traits.rawValue & ~WordForm.Traits.glued.rawValue
    features.add(1, 0)
    features.add(2, this.lower)
    features.add(3, this.form)
    features.add(4, this.suffix1, traits)
    features.add(5, this.suffix2)
    features.add(6, this.suffix3)
    features.add(7, this.suffix4)
    features.add(8, this.prefix1)
    features.add(9, this.prefix2)
    features.add(10, this.prefix3)
    features.add(11, this.shape, traits)
    features.add(12, tag1)
    features.add(13, tag1, tag2)
    features.add(14, tag1, this.lower)
    features.add(15, word[-1].lower)
    features.add(16, word[-2].lower)
    features.add(17, word[1].lower)
    features.add(18, word[2].lower)
    features.add(19, word[-1].lower, this.lower)
    features.add(20, this.lower, word[1].lower)
    features.add(21, word[-1].lower, word[1].lower)
    features.add(22, word[-1].suffix3)
    features.add(23, word[1].suffix3)
    features.add(24, this.ambiguity)
    features.add(25, this.ambiguity, tag1)
    features.add(26, this.ambiguity, word[1].ambiguity)
    features.add(27, tag1, word[1].ambiguity)
    features.add(28, tag1, this.ambiguity, word[1].ambiguity)
    features.add(29, word[1].ambiguity, word[2].ambiguity)
    features.add(30, word[1].shape, this.traits.rawValue)
    features.add(31, word[-1].shape, traits)
    features.add(32, tag1, this.suffix3)
    features.add(33, tag1, tag2, this.ambiguity)
    let (morphology, before, after) = (
      WordLexicon.morphology(this.lexicon), WordLexicon.morphology(word[-1].lexicon), WordLexicon.morphology(word[1].lexicon)
    )
    features.add(34, morphology)
    features.add(35, morphology, tag1)
    features.add(36, morphology, this.suffix2, traits)
    features.add(37, after, morphology)
    features.add(45, morphology, tag1, tag2)
    features.add(46, morphology, tag1, after)
    features.add(47, before, morphology, after)
    features.add(48, morphology, word[-1].lower)
    features.add(49, morphology, word[1].lower)
    features.add(50, WordLexicon.lists(this.lexicon), traits)
    features.add(51, WordLexicon.nounClass(this.lexicon), WordLexicon.verbClass(this.lexicon), tag1)
    features.add(52, morphology, traits, tag1)
    features.add(53, after, this.ambiguity, tag1)
    features.add(54, WordLexicon.morphology(word[2].lexicon), after, morphology)
    features.add(38, this.suffix3, word[1].ambiguity)
    features.add(39, tag1, this.suffix2, word[1].suffix2)
    features.add(40, word[-1].lower, this.suffix3)
    features.add(41, tag1, this.lower, word[1].ambiguity)
    features.add(42, word[1].lower, word[2].lower)
    features.add(43, word[-2].lower, word[-1].lower)
    features.add(44, tag1, word[1].lower)
  }
}

/// Words → tags, from left to right, each knowing the two before it.
package struct PartOfSpeechTagger {
  private let model: LinearModel

  package init(model: LinearModel) {
    self.model = model
  }

  /// Fills `sentence.tags`. Complexity: O(words).
  package func tag(_ sentence: SentenceForms, _ features: inout FeatureList, _ scores: UnsafeMutablePointer<Int32>) {
    for index in 0..<sentence.count {
      features.removeAll()
      TaggerFeatures.extract(sentence, index, into: &features)
      scores.update(repeating: 0, count: model.classCount)
      model.score(features, into: scores)
      sentence.tags[index] = UInt8(LinearModel.best(scores, model.classCount))
    }
  }
}
