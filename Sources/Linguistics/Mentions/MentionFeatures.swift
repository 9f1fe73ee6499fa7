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

  /// The feature that every nominal has.
  package static let bias: UInt64 = {
    var list = FeatureList(capacity: 1)
    list.add(0, 0)
    return list.keys[0]
  }()

  /// Few features, each of what most texts share – the word, its end, tags, relations, classes – with one other at most:
  /// with more of them the training texts are learnt by heart and others read no better.
  package func extract(_ word: Int, _ tree: SentenceTree, into features: inout FeatureList) {
    let this = tree.forms.words[word]
    let tag = UInt64(tree.forms.tags[word])
    let relation = UInt64(tree.relations[word])
    let nounClass = WordLexicon.nounClass(this.lexicon)
    let lists = WordLexicon.lists(this.lexicon)
    let senses = NounSenses.of(this.lexicon)
    features.add(0, 0)
    features.add(1, tag)
    features.add(2, this.lower)
    features.add(3, this.suffix2, tag)
    features.add(4, this.suffix4, tag)
    features.add(5, nounClass, tag)
    features.add(6, senses.classes, tag)
    features.add(7, senses.fromVerb, nounClass, tag)
    features.add(8, lists, tag)
    features.add(9, relation, tag)
    for bit in 0..<10 where lists >> UInt64(bit) & 1 == 1 { features.add(10, UInt64(bit), tag) }
    if this.lexicon & WordLexicon.organizationBit != 0 {
      features.add(11, tag)
      features.add(12, relation)
    }
    features.add(13, UInt64(min(nameEnd(of: word, tree) - tree.leftEdge(of: word), 6)), tag)
    governor(word, tree, tag, into: &features)
    modifiers(word, tree, tag, nounClass, into: &features)
  }

  @inline(__always)
  private func governor(_ word: Int, _ tree: SentenceTree, _ tag: UInt64, into features: inout FeatureList) {
    let head = tree.heads[word]
    let relation = tree.relations[word]
    guard head < tree.count else { return }
    let above = tree.forms.words[head]
    features.add(20, UInt64(partOfSpeech(head, tree)), UInt64(relation), tag)
    if relation == numbers.compound || relation == numbers.possessive {
      features.add(21, WordLexicon.nounClass(above.lexicon), WordLexicon.lists(above.lexicon), UInt64(relation), tag)
    }
  }

  @inline(__always)
  private func modifiers(
    _ word: Int, _ tree: SentenceTree, _ tag: UInt64, _ nounClass: UInt64, into features: inout FeatureList
  ) {
    var hasDeterminer: UInt64 = 0
    for child in tree.children(of: word) {
      let relation = tree.relations[child]
      let form = tree.forms.words[child]
      let label = UInt64(relation) << 1 | (child > word ? 1 : 0)
      if relation == numbers.punctuation || relation == numbers.coordinator { continue }
      if relation == numbers.determiner { hasDeterminer = 1 }
      features.add(30, label, tag)
      if relation == numbers.caseMarker {
        features.add(31, form.lower, tag)
      } else {
        features.add(32, label, WordLexicon.nounClass(form.lexicon), WordLexicon.lists(form.lexicon), tag)
        features.add(33, label, UInt64(tree.forms.tags[child]), tag)
      }
    }
    features.add(34, hasDeterminer, nounClass, tag)
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
