/// A tree with what its revision asks of each word again and again, gathered once.
package struct TreeContext {
  struct Entry {
    /// The first child where it stands before the word: its preposition, subordinator or coordinator.
    var marker: UInt64 = 0
    var markerRelation: UInt64 = 255
    /// The relations of the children, as bits.
    var childSet: UInt64 = 0
    /// The marks before and after all that hangs on the word.
    var edges: UInt64 = 0
  }

  package let tree: SentenceTree
  /// One a word and one for the root.
  let entries: [Entry]

  /// Complexity: O(words × depth).
  package init(_ tree: SentenceTree) {
    self.tree = tree
    let (forms, count) = (tree.forms, tree.count)
    entries = (0...count).map { word in
      guard word < count else { return Entry() }
      var entry = Entry()
      let children = tree.children(of: word)
      if let first = children.first, first < word {
        entry.marker = forms.words[first].lower
        entry.markerRelation = UInt64(tree.relations[first])
      }
      for child in children { entry.childSet |= 1 << UInt64(tree.relations[child] & 63) }
      let (left, right) = (tree.leftEdge(of: word), tree.rightEdge(of: word))
      let before = left == 0 ? 1 : forms.words[left].marksBefore
      entry.edges = FeatureKey.pair(before, right + 1 == count ? 1 : forms.words[right + 1].marksBefore)
      return entry
    }
  }

  /// The relations of a word's children but one, as bits.
  func childSet(of head: Int, without word: Int) -> UInt64 {
    guard head < tree.count else { return 0 }
    guard tree.heads[word] == head else { return entries[head].childSet }
    var set: UInt64 = 0
    for child in tree.children(of: head) where child != word { set |= 1 << UInt64(tree.relations[child] & 63) }
    return set
  }

  /// The child of `head` that stands nearest to `word` between the two, −1 without one; and how many stand there.
  func sibling(_ word: Int, _ head: Int) -> (nearest: Int, count: Int) {
    var (nearest, count) = (-1, 0)
    for child in tree.children(of: head) where child != word {
      guard head < word ? head < child && child < word : word < child && child < head else { continue }
      count += 1
      if nearest < 0 || head < word { nearest = child }
    }
    return (nearest, count)
  }
}
