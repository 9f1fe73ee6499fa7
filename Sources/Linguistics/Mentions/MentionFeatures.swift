/// What the mention classifier looks at: a nominal head, its modifiers, what governs it, its neighbours, and what lexicons say of
/// each of them.
package struct MentionFeatures {
  package let numbers: SyntaxNumbers

  package init(numbers: SyntaxNumbers) {
    self.numbers = numbers
  }

  /// Whether a word can be the head of a mention: a noun, a name that is not a part of a longer flat one, a number, or an
  /// adjective that stands for a noun.
  package func isCandidate(_ word: Int, _ tree: SentenceTree) -> Bool {
    let relation = tree.relations[word]
    guard relation != numbers.flat else { return false }
    switch partOfSpeech(word, tree) {
    case SyntaxNumbers.noun, SyntaxNumbers.name, 12: return true
    case SyntaxNumbers.numeral: return relation != numbers.number
    case SyntaxNumbers.adjectiveWord:
      return relation != numbers.adjective && tree.children(of: word).contains { tree.relations[$0] == numbers.determiner }
    default: return false
    }
  }

  @inline(__always)
  package func partOfSpeech(_ word: Int, _ tree: SentenceTree) -> UInt8 { partOfSpeech(ofTag: tree.forms.tags[word]) }

  @inline(__always)
  private func partOfSpeech(ofTag tag: UInt8) -> UInt8 { tag == 255 ? 12 : numbers.partOfSpeech[Int(tag)] }

  /// - Parameter isLexical: false leaves out what names a word or its ends, and keeps grammar and lexicons.
  package func extract(_ word: Int, _ tree: SentenceTree, isLexical: Bool = true, into features: inout FeatureList) {
    let this = tree.forms.words[word]
    let tag = UInt64(tree.forms.tags[word])
    let relation = UInt64(tree.relations[word])
    let traits = this.traits.rawValue
    let nounClass = WordLexicon.nounClass(this.lexicon)
    let lists = WordLexicon.lists(this.lexicon)
    features.add(1, tag)
    if isLexical {
      features.add(2, this.lower)
      features.add(3, this.form)
      features.add(4, this.suffix3, tag)
      features.add(5, this.suffix4, tag)
      features.add(6, this.prefix3, tag)
      features.add(14, this.suffix2, tag)
    }
    features.add(7, this.shape, tag)
    features.add(8, nounClass, tag)
    features.add(9, lists, tag)
    features.add(10, this.lexicon, tag)
    features.add(11, relation, tag)
    features.add(12, relation, nounClass, lists)
    features.add(13, traits, tag)
    for bit in 0..<10 where lists >> UInt64(bit) & 1 == 1 { features.add(15, UInt64(bit), tag) }
    if this.lexicon & WordLexicon.organizationBit != 0 {
      features.add(16, tag)
      features.add(17, relation)
    }
    neighbours(word, tree, tag, isLexical, into: &features)
    governor(word, tree, tag, nounClass, lists, isLexical, into: &features)
    modifiers(word, tree, tag, nounClass, isLexical, into: &features)
  }

  @inline(__always)
  private func neighbours(
    _ word: Int, _ tree: SentenceTree, _ tag: UInt64, _ isLexical: Bool, into features: inout FeatureList
  ) {
    let left = tree.leftEdge(of: word)
    let end = nameEnd(of: word, tree)
    let (before, after) = (tree.forms.words[left - 1], tree.forms.words[end])
    if isLexical {
      features.add(20, before.lower, tag)
      features.add(21, after.lower, tag)
      features.add(23, tree.forms.words[word - 1].lower, tree.forms.words[word].lower)
      features.add(24, tree.forms.words[word - 1].lower, tag)
      features.add(25, tree.forms.words[word + 1].lower, tag)
    }
    features.add(22, UInt64(tree.forms.tags[left - 1]), UInt64(tree.forms.tags[end]), tag)
    features.add(26, WordLexicon.lists(after.lexicon), WordLexicon.nounClass(after.lexicon), tag)
    features.add(27, WordLexicon.verbClass(after.lexicon), UInt64(tree.forms.tags[end]), tag)
    features.add(28, UInt64(min(end - left, 6)), tag)
    let last = tree.forms.words[end - 1]
    if end - 1 > word {
      if isLexical {
        features.add(29, last.lower)
        features.add(31, last.shape, last.suffix3)
      }
      features.add(30, WordLexicon.lists(last.lexicon), WordLexicon.nounClass(last.lexicon))
      features.add(32, tree.forms.words[word + 1].shape, tag)
    }
  }

  @inline(__always)
  private func governor(
    _ word: Int, _ tree: SentenceTree, _ tag: UInt64, _ nounClass: UInt64, _ lists: UInt64, _ isLexical: Bool,
    into features: inout FeatureList
  ) {
    let head = tree.heads[word]
    let relation = UInt64(tree.relations[word])
    guard head < tree.count else { return }
    let above = tree.forms.words[head]
    let aboveTag = UInt64(partOfSpeech(head, tree))
    if isLexical {
      features.add(40, above.lower, relation)
      features.add(43, above.lower, relation, tag)
    }
    features.add(41, aboveTag, relation, tag)
    features.add(42, WordLexicon.verbClass(above.lexicon), WordLexicon.nounClass(above.lexicon), relation, aboveTag)
    features.add(44, WordLexicon.verbClass(above.lexicon), relation, nounClass, lists)
    features.add(45, WordLexicon.lists(above.lexicon), relation, tag)
    if tree.relations[word] == numbers.compound || tree.relations[word] == numbers.possessive {
      features.add(46, WordLexicon.nounClass(above.lexicon), WordLexicon.lists(above.lexicon), relation, tag)
    }
  }

  @inline(__always)
  private func modifiers(
    _ word: Int, _ tree: SentenceTree, _ tag: UInt64, _ nounClass: UInt64, _ isLexical: Bool, into features: inout FeatureList
  ) {
    var hasDeterminer: UInt64 = 0
    for child in tree.children(of: word) {
      let relation = tree.relations[child]
      let form = tree.forms.words[child]
      let label = UInt64(relation) << 1 | (child > word ? 1 : 0)
      if relation == numbers.punctuation || relation == numbers.coordinator { continue }
      if relation == numbers.determiner { hasDeterminer = form.lower }
      features.add(50, label, tag)
      if relation == numbers.caseMarker {
        features.add(51, form.lower, tag)
        features.add(52, form.lower, nounClass, WordLexicon.lists(tree.forms.words[word].lexicon))
        if isLexical, tree.heads[word] < tree.count {
          features.add(53, form.lower, tree.forms.words[tree.heads[word]].lower, tag)
        }
        continue
      }
      if isLexical {
        features.add(54, label, form.lower)
        if relation == numbers.compound { features.add(58, form.lower, tree.forms.words[word].lower) }
      }
      features.add(55, label, WordLexicon.nounClass(form.lexicon), WordLexicon.lists(form.lexicon), tag)
      features.add(56, label, form.shape)
      features.add(57, label, UInt64(tree.forms.tags[child]), tag)
    }
    features.add(59, hasDeterminer, tag)
    features.add(60, hasDeterminer == 0 ? 0 : 1, nounClass, tag)
  }

  /// The place after the last flat part of a name.
  package func nameEnd(of word: Int, _ tree: SentenceTree) -> Int {
    var end = word + 1
    for child in tree.children(of: word) where child >= end && tree.relations[child] == numbers.flat {
      let edge = tree.rightEdge(of: child)
      if edge - end < 6 { end = edge + 1 }
    }
    return end
  }
}
