/// What the revision looks at when it chooses a word's head: each arc that may be, in the tree so far, and who voted for it.
package enum ArcFeatures {
  /// The heads that a word may have, the present one first: those that the voters named, and the words above its two
  /// neighbours, on which it can be hung without crossing an arc.
  package static func candidates(_ word: Int, _ votes: TreeVote, _ tree: SentenceTree) -> [Int] {
    let present = tree.heads[word]
    var candidates = [present]
    func add(_ head: Int) { if head != word, !candidates.contains(head) { candidates.append(head) } }
    for heads in votes.heads { add(Int(heads[word])) }
    // The root's next child hangs on the present one.
    if present < tree.count { add(tree.heads[present]) }
    for neighbour in [word - 1, word + 1] where neighbour >= 0 {
      var above = neighbour
      while above < tree.count, above != word {
        add(above)
        above = tree.heads[above]
      }
    }
    return candidates
  }

  /// How many candidates stand between a word and a head, and whether one of them has the head's tag.
  package static func rank(_ word: Int, _ head: Int, _ candidates: [Int], _ forms: SentenceForms) -> UInt64 {
    var (nearer, isRepeated): (UInt64, UInt64) = (0, 0)
    for other in candidates where (other < word) == (head < word) && abs(other - word) < abs(head - word) {
      nearer += 1
      if forms.tags[other] == forms.tags[head] { isRepeated = 1 }
    }
    return (head < word ? 16 : 0) | min(nearer, 7) << 1 | isRepeated
  }

  static func direction(_ word: Int, _ head: Int) -> UInt64 {
    let gap = abs(head - word)
    return (head > word ? 16 : 0) | (gap < 5 ? UInt64(gap) : gap < 7 ? 5 : gap < 11 ? 6 : gap < 20 ? 7 : 8)
  }

  /// Who voted for the arc, how surely, and the first of them's relation; the first voter's, marked, if nobody did.
  private static func support(
    _ word: Int, _ head: Int, _ votes: TreeVote
  ) -> (voters: UInt64, sureness: UInt64, relation: UInt64) {
    var voters: UInt64 = 0
    var margin: Float = 0
    var relation = 256 | UInt64(votes.relations[0][word])
    for voter in votes.heads.indices.reversed() where Int(votes.heads[voter][word]) == head {
      voters |= 1 << UInt64(voter)
      margin += votes.margins[voter][word]
      relation = UInt64(votes.relations[voter][word])
    }
    return (voters, UInt64(min(max(margin / 18, 0), 12)), relation)
  }

  /// An arc from `head` (the word count for the root) to `word`.
  package static func extract(
    _ word: Int, _ head: Int, rank: UInt64, _ votes: TreeVote, _ context: TreeContext, into features: inout FeatureList
  ) {
    let tree = context.tree
    let (forms, count) = (tree.forms, tree.count)
    let (d, h) = (forms.words[word], forms.words[head])
    let (dTag, hTag) = (UInt64(forms.tags[word]), UInt64(forms.tags[head]))
    let (dEntry, hEntry) = (context.entries[word], context.entries[head])
    let place = direction(word, head)
    let side = place & 16
    let (voters, sureness, relation) = support(word, head, votes)
    features.add(1, voters)
    features.add(2, voters, dTag)
    features.add(3, voters, dTag, hTag)
    features.add(4, voters, relation, dTag)
    features.add(5, voters, place)
    features.add(6, voters, sureness)
    features.add(7, voters, sureness, dTag)
    features.add(8, voters, relation, hTag)
    features.add(9, voters, rank, relation)
    features.add(10, hTag, dTag, place)
    features.add(11, h.lower, d.lower)
    features.add(12, h.lower, dTag, side)
    features.add(13, hTag, d.lower, side)
    features.add(14, relation, hTag, dTag)
    features.add(15, relation, d.lower)
    features.add(16, relation, h.lower)
    features.add(17, relation, place, dTag)
    words(word, head, relation, forms, into: &features)
    features.add(30, dEntry.marker, h.lower)
    features.add(31, dEntry.marker, hTag, place)
    features.add(
      32, dEntry.marker, WordLexicon.verbClass(h.lexicon), WordLexicon.nounClass(h.lexicon), WordLexicon.nounClass(d.lexicon))
    features.add(33, dEntry.marker, relation, hTag)
    features.add(34, dEntry.markerRelation, hTag, dTag, side)
    features.add(35, dEntry.marker, d.lower, hTag)
    let sibling = context.sibling(word, head)
    let (siblingTag, siblingRelation) =
      sibling.nearest < 0 ? (254, 255) : (UInt64(forms.tags[sibling.nearest]), UInt64(tree.relations[sibling.nearest]))
    features.add(40, siblingTag, hTag, dTag, side)
    features.add(41, siblingRelation, relation, hTag)
    features.add(42, UInt64(sibling.count), relation, hTag)
    features.add(43, siblingRelation, relation, dEntry.marker)
    let above = head < count ? tree.heads[head] : count + 1
    let aboveRelation = head < count ? UInt64(tree.relations[head]) : 255
    features.add(44, UInt64(forms.tags[above]), hTag, dTag)
    features.add(45, aboveRelation, hTag, dTag, relation)
    features.add(46, aboveRelation, relation, place)
    features.add(47, hEntry.marker, hTag, dTag, dEntry.marker)
    features.add(48, hEntry.markerRelation, relation, dEntry.markerRelation, dTag)
    let present = tree.heads[word] == head ? 254 : UInt64(forms.tags[tree.heads[word]])
    features.add(50, present, hTag, dTag)
    features.add(51, present, hTag, dEntry.marker)
    features.add(52, d.suffix3, relation, hTag)
    features.add(53, dEntry.childSet, hTag, dTag, side)
    features.add(54, dEntry.childSet, relation, hTag)
    let others = context.childSet(of: head, without: word)
    features.add(55, others, relation, hTag)
    features.add(56, others, hTag, dTag, side)
    features.add(57, dEntry.edges, relation, hTag)
    features.add(58, dEntry.edges, hTag, dTag, side)
    features.add(60, rank, relation, hTag)
    features.add(61, rank, hTag, dTag)
    features.add(62, rank, dEntry.marker, hTag)
    let alike = likeness(d, h, dTag == hTag, dEntry, hEntry)
    features.add(63, alike, relation, hTag)
    features.add(64, alike, dTag, side)
  }

  /// In what two words are alike, as conjuncts often are.
  private static func likeness(
    _ d: WordForm, _ h: WordForm, _ isSameTag: Bool, _ dEntry: TreeContext.Entry, _ hEntry: TreeContext.Entry
  ) -> UInt64 {
    var alike: UInt64 = isSameTag ? 1 : 0
    if d.suffix3 == h.suffix3 { alike |= 2 }
    if d.shape == h.shape { alike |= 4 }
    if dEntry.marker == hEntry.marker { alike |= 8 }
    if WordLexicon.nounClass(d.lexicon) == WordLexicon.nounClass(h.lexicon) { alike |= 16 }
    if WordLexicon.verbClass(d.lexicon) == WordLexicon.verbClass(h.lexicon) { alike |= 32 }
    return alike
  }

  private static func words(
    _ word: Int, _ head: Int, _ relation: UInt64, _ forms: SentenceForms, into features: inout FeatureList
  ) {
    let (d, h) = (forms.words[word], forms.words[head])
    let (dTag, hTag) = (UInt64(forms.tags[word]), UInt64(forms.tags[head]))
    let side: UInt64 = head > word ? 16 : 0
    features.add(18, UInt64(forms.tags[head + 1]), hTag, UInt64(forms.tags[word - 1]), dTag)
    features.add(19, UInt64(forms.tags[head - 1]), hTag, UInt64(forms.tags[word + 1]), dTag)
    let (low, high) = (min(word, head), max(word, head))
    features.add(20, ParserFeatures.between(forms, low, high), hTag, dTag)
    let marks = ParserFeatures.marks(forms, low, high)
    features.add(21, marks, hTag, dTag, side)
    features.add(22, marks, relation, side)
    let (hNoun, hVerb) = (WordLexicon.nounClass(h.lexicon), WordLexicon.verbClass(h.lexicon))
    let (dNoun, dVerb) = (WordLexicon.nounClass(d.lexicon), WordLexicon.verbClass(d.lexicon))
    features.add(23, hNoun, hVerb, dNoun, dTag)
    features.add(24, hVerb, dNoun, relation)
    features.add(25, hNoun, dNoun, relation)
    features.add(26, hVerb, dVerb, relation)
  }
}
