/// What the revision of a tree looks at: an arc in the tree that the parsers voted for, and who voted for it.
package enum RevisionFeatures {
  /// The heads that a word may have: those that the voters named, the winning one first, then that one's own head and its nearest
  /// child before the word, between which and itself most mistakes are made.
  package static func candidates(_ word: Int, _ votes: TreeVote, _ tree: SentenceTree) -> [Int] {
    let voted = tree.heads[word]
    var candidates = [voted]
    func add(_ head: Int) { if head != word, !candidates.contains(head) { candidates.append(head) } }
    for heads in votes.heads { add(Int(heads[word])) }
    if voted < tree.count { add(tree.heads[voted]) }
    if let sibling = tree.children(of: voted).last(where: { $0 < word }) { add(sibling) }
    return candidates
  }

  private static func direction(_ word: Int, _ head: Int) -> UInt64 {
    let gap = abs(head - word)
    return (head > word ? 16 : 0) | (gap < 5 ? UInt64(gap) : gap < 7 ? 5 : gap < 11 ? 6 : gap < 20 ? 7 : 8)
  }

  /// Who voted for the arc, how surely, and the first of them's relation.
  private static func support(
    _ word: Int, _ head: Int, _ votes: TreeVote
  ) -> (voters: UInt64, sureness: UInt64, relation: UInt64) {
    var voters: UInt64 = 0
    var margin: Float = 0
    var relation: UInt64 = 255
    for voter in votes.heads.indices.reversed() where Int(votes.heads[voter][word]) == head {
      voters |= 1 << UInt64(voter)
      margin += votes.margins[voter][word]
      relation = UInt64(votes.relations[voter][word])
    }
    return (voters, UInt64(min(max(margin / 40, 0), 12)), relation)
  }

  /// The preposition, subordinator or coordinator of a word: its first child's form where that is one.
  private static func marker(_ word: Int, _ tree: SentenceTree) -> (form: UInt64, relation: UInt64) {
    guard word < tree.count, let first = tree.children(of: word).first, first < word else { return (0, 255) }
    return (tree.forms.words[first].lower, UInt64(tree.relations[first]))
  }

  /// The child of `head` that stands nearest to `word` between the two, −1 without one; and how many stand there.
  private static func sibling(_ word: Int, _ head: Int, _ tree: SentenceTree) -> (nearest: Int, count: Int) {
    var (nearest, count) = (-1, 0)
    for child in tree.children(of: head) where child != word {
      guard head < word ? head < child && child < word : word < child && child < head else { continue }
      count += 1
      if nearest < 0 || head < word { nearest = child }
    }
    return (nearest, count)
  }

  /// An arc from `head` (the word count for the root) to `word`.
  package static func arc(_ word: Int, _ head: Int, _ votes: TreeVote, _ tree: SentenceTree, into features: inout FeatureList) {
    let (forms, count) = (tree.forms, tree.count)
    let (d, h) = (forms.words[word], forms.words[head])
    let (dTag, hTag) = (UInt64(forms.tags[word]), UInt64(forms.tags[head]))
    let place = direction(word, head)
    let (voters, sureness, relation) = support(word, head, votes)
    features.add(1, voters)
    features.add(2, voters, dTag)
    features.add(3, voters, dTag, hTag)
    features.add(4, voters, relation, dTag)
    features.add(5, voters, place)
    features.add(6, voters, sureness)
    features.add(7, voters, sureness, dTag)
    features.add(8, voters, relation, hTag)
    features.add(10, hTag, dTag, place)
    features.add(11, h.lower, d.lower)
    features.add(12, h.lower, dTag, place & 16)
    features.add(13, hTag, d.lower, place & 16)
    features.add(14, relation, hTag, dTag)
    features.add(15, relation, d.lower)
    features.add(16, relation, h.lower)
    features.add(17, relation, place, dTag)
    features.add(18, UInt64(forms.tags[head + 1]), hTag, UInt64(forms.tags[word - 1]), dTag)
    features.add(19, UInt64(forms.tags[head - 1]), hTag, UInt64(forms.tags[word + 1]), dTag)
    let (low, high) = (min(word, head), max(word, head))
    features.add(20, ParserFeatures.between(forms, low, high), hTag, dTag)
    features.add(21, ParserFeatures.marks(forms, low, high), hTag, dTag, place & 16)
    features.add(22, ParserFeatures.marks(forms, low, high), relation, place & 16)
    let (hNoun, hVerb) = (WordLexicon.nounClass(h.lexicon), WordLexicon.verbClass(h.lexicon))
    let (dNoun, dVerb) = (WordLexicon.nounClass(d.lexicon), WordLexicon.verbClass(d.lexicon))
    features.add(23, hNoun, hVerb, dNoun, dTag)
    features.add(24, hVerb, dNoun, relation)
    features.add(25, hNoun, dNoun, relation)
    features.add(26, hVerb, dVerb, relation)
    let mark = marker(word, tree)
    features.add(30, mark.form, h.lower)
    features.add(31, mark.form, hTag, place)
    features.add(32, mark.form, hVerb, hNoun, dNoun)
    features.add(33, mark.form, relation, hTag)
    features.add(34, mark.relation, hTag, dTag, place & 16)
    features.add(35, mark.form, d.lower, hTag)
    let sibling = sibling(word, head, tree)
    let (siblingTag, siblingRelation) =
      sibling.nearest < 0 ? (254, 255) : (UInt64(forms.tags[sibling.nearest]), UInt64(tree.relations[sibling.nearest]))
    features.add(40, siblingTag, hTag, dTag, place & 16)
    features.add(41, siblingRelation, relation, hTag)
    features.add(42, UInt64(sibling.count), relation, hTag)
    features.add(43, siblingRelation, relation, mark.form)
    let above = head < count ? tree.heads[head] : count + 1
    let aboveRelation = head < count ? UInt64(tree.relations[head]) : 255
    features.add(44, UInt64(forms.tags[above]), hTag, dTag)
    features.add(45, aboveRelation, hTag, dTag, relation)
    features.add(46, aboveRelation, relation, place)
    let headMark = marker(head, tree)
    features.add(47, headMark.form, hTag, dTag, mark.form)
    features.add(48, headMark.relation, relation, mark.relation, dTag)
    features.add(49, d.suffix3 == h.suffix3 ? 1 : 0, relation, hTag, dTag)
    let rival = tree.heads[word] == head ? 254 : UInt64(forms.tags[tree.heads[word]])
    features.add(50, rival, hTag, dTag)
    features.add(51, rival, hTag, mark.form)
    features.add(52, d.suffix3, relation, hTag)
  }

  /// The relation of a word in a tree whose heads are settled.
  package static func relation(_ word: Int, _ votes: TreeVote, _ tree: SentenceTree, into features: inout FeatureList) {
    let (forms, count) = (tree.forms, tree.count)
    let head = tree.heads[word]
    let (d, h) = (forms.words[word], forms.words[head])
    let (dTag, hTag) = (UInt64(forms.tags[word]), UInt64(forms.tags[head]))
    let place = direction(word, head)
    var said: UInt64 = 0
    for voter in votes.heads.indices {
      let relation = UInt64(votes.relations[voter][word])
      let isSame = Int(votes.heads[voter][word]) == head
      features.add(1 + UInt64(voter), relation, isSame ? 1 : 0)
      features.add(5 + UInt64(voter), relation, isSame ? 1 : 0, dTag, hTag)
      said = said << 8 | relation
    }
    features.add(10, said)
    features.add(11, said, dTag)
    features.add(12, hTag, dTag, place)
    features.add(13, d.lower, hTag, place & 16)
    features.add(14, h.lower, dTag, place & 16)
    features.add(15, d.lower, h.lower)
    features.add(16, d.suffix3, hTag, dTag)
    let (hNoun, hVerb) = (WordLexicon.nounClass(h.lexicon), WordLexicon.verbClass(h.lexicon))
    let (dNoun, dVerb) = (WordLexicon.nounClass(d.lexicon), WordLexicon.verbClass(d.lexicon))
    features.add(17, hVerb, dNoun, hTag, dTag)
    features.add(18, hNoun, dNoun, hTag, dTag)
    features.add(19, WordLexicon.lists(d.lexicon), hTag, dTag)
    features.add(20, hVerb, dVerb, dTag)
    let mark = marker(word, tree)
    features.add(21, mark.form, hTag, dTag)
    features.add(22, mark.form, h.lower)
    features.add(23, mark.relation, dTag, hTag, place & 16)
    features.add(24, mark.form, hVerb, dNoun)
    var set: UInt64 = 0
    for child in tree.children(of: word) { set |= 1 << UInt64(tree.relations[child] & 63) }
    features.add(25, set, dTag, hTag)
    set = 0
    if head < count {
      for child in tree.children(of: head) where child != word { set |= 1 << UInt64(tree.relations[child] & 63) }
    }
    features.add(26, set, dTag, hTag, place & 16)
    let sibling = sibling(word, head, tree)
    let siblingRelation = sibling.nearest < 0 ? 255 : UInt64(tree.relations[sibling.nearest])
    features.add(27, siblingRelation, dTag, hTag, place & 16)
    let aboveRelation = head < count ? UInt64(tree.relations[head]) : 255
    features.add(28, aboveRelation, dTag, hTag)
    features.add(29, d.marksBefore, dTag, hTag)
    features.add(30, UInt64(forms.tags[word - 1]), dTag, UInt64(forms.tags[word + 1]))
    features.add(31, forms.words[word - 1].lower, dTag, hTag)
  }
}
