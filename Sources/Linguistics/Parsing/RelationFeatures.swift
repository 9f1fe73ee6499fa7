/// What the revision looks at when the heads are settled and it names a word's relation.
package enum RelationFeatures {
  package static func extract(_ word: Int, _ votes: TreeVote, _ context: TreeContext, into features: inout FeatureList) {
    let tree = context.tree
    let (forms, count) = (tree.forms, tree.count)
    let head = tree.heads[word]
    let (d, h) = (forms.words[word], forms.words[head])
    let (dTag, hTag) = (UInt64(forms.tags[word]), UInt64(forms.tags[head]))
    let (dEntry, hEntry) = (context.entries[word], context.entries[head])
    let place = ArcFeatures.direction(word, head)
    let side = place & 16
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
    features.add(13, d.lower, hTag, side)
    features.add(14, h.lower, dTag, side)
    features.add(15, d.lower, h.lower)
    features.add(16, d.suffix3, hTag, dTag)
    let (hNoun, hVerb) = (WordLexicon.nounClass(h.lexicon), WordLexicon.verbClass(h.lexicon))
    let (dNoun, dVerb) = (WordLexicon.nounClass(d.lexicon), WordLexicon.verbClass(d.lexicon))
    features.add(17, hVerb, dNoun, hTag, dTag)
    features.add(18, hNoun, dNoun, hTag, dTag)
    features.add(19, WordLexicon.lists(d.lexicon), hTag, dTag)
    features.add(20, hVerb, dVerb, dTag)
    features.add(21, dEntry.marker, hTag, dTag)
    features.add(22, dEntry.marker, h.lower)
    features.add(23, dEntry.markerRelation, dTag, hTag, side)
    features.add(24, dEntry.marker, hVerb, dNoun)
    features.add(25, dEntry.childSet, dTag, hTag)
    features.add(26, context.childSet(of: head, without: word), dTag, hTag, side)
    let sibling = context.sibling(word, head)
    features.add(27, sibling.nearest < 0 ? 255 : UInt64(tree.relations[sibling.nearest]), dTag, hTag, side)
    let aboveRelation = head < count ? UInt64(tree.relations[head]) : 255
    features.add(28, aboveRelation, dTag, hTag)
    features.add(29, d.marksBefore, dTag, hTag)
    features.add(30, UInt64(forms.tags[word - 1]), dTag, UInt64(forms.tags[word + 1]))
    features.add(31, forms.words[word - 1].lower, dTag, hTag)
    features.add(32, dEntry.marker, d.lower)
    features.add(33, dEntry.edges, dTag, hTag, side)
    features.add(34, hEntry.marker, dEntry.marker, dTag, hTag)
    features.add(35, d.lower, hVerb, side)
    features.add(36, said, dEntry.marker)
    features.add(37, said, h.lower)
    features.add(38, forms.words[word + 1].lower, dTag, hTag)
    let marks = ParserFeatures.marks(forms, min(word, head), max(word, head))
    features.add(39, marks, dTag, hTag, side)
    features.add(40, marks, said)
    features.add(41, marks, hEntry.edges, dTag, hTag)
  }
}
