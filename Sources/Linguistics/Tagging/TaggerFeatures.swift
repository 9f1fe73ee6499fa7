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
    // Apostrophes and other marks are what they are by what they touch.
    let touch = glue(word)
    features.add(60, touch, this.lower)
    features.add(61, touch, this.lower, word[-1].suffix1)
    features.add(62, touch, this.shape, tag1)
    features.add(63, touch, this.lower, word[1].shape)
    // A sentence's first word has a capital for its place, and that of a headline for its company.
    let company = capitals(word)
    features.add(64, company, morphology)
    features.add(65, company, this.ambiguity)
    features.add(66, company, this.suffix3)
    features.add(67, company, morphology, after)
    features.add(68, company, this.lower)
    features.add(69, company, tag1, word[1].ambiguity)
  }

  /// What the second look adds: what the first made of this word and of those behind it.
  package static func extractSecond(_ sentence: SentenceForms, _ index: Int, into features: inout FeatureList) {
    let this = sentence.words[index]
    let tags = sentence.tags + index
    let (tag1, tag2, own, next1, next2) = (
      UInt64(tags[-1]), UInt64(tags[-2]), UInt64(tags[0]), UInt64(tags[1]), UInt64(tags[2])
    )
    let morphology = WordLexicon.morphology(this.lexicon)
    features.add(70, next1)
    features.add(71, next1, next2)
    features.add(72, tag1, next1)
    features.add(73, next1, this.lower)
    features.add(74, next1, this.ambiguity)
    features.add(75, next1, morphology)
    features.add(76, next1, this.suffix3)
    features.add(77, tag1, next1, morphology)
    features.add(78, tag1, next1, this.ambiguity)
    features.add(79, tag1, next1, next2)
    features.add(80, tag2, tag1, next1)
    features.add(81, own)
    features.add(82, own, tag1, next1)
    features.add(83, next1, next2, morphology)
    features.add(84, next1, next2, this.lower)
    features.add(85, tag1, next1, this.suffix2)
    features.add(86, next1, capitals(sentence.words + index), morphology)
  }

  /// Whether the word touches the one before it and the one after it.
  @inline(__always)
  private static func glue(_ word: UnsafePointer<WordForm>) -> UInt64 {
    (word[0].traits.contains(.glued) ? 1 : 0) | (word[1].traits.contains(.glued) ? 2 : 0)
  }

  /// Whether the word and its neighbours have capitals, and whether it is the first of its sentence.
  @inline(__always)
  private static func capitals(_ word: UnsafePointer<WordForm>) -> UInt64 {
    let kept: WordForm.Traits = [.capital, .allCapitals]
    let first: UInt64 = word[0].traits.contains(.first) ? 1 : 0
    return word[0].traits.intersection(kept).rawValue | word[1].traits.intersection(kept).rawValue << 2
      | word[-1].traits.intersection(kept).rawValue << 4 | first << 6
  }
}
