/// Which words belong to a mention besides its head.
package struct MentionSpan {
  private let features: MentionFeatures
  private var numbers: SyntaxNumbers { features.numbers }

  package init(_ features: MentionFeatures) {
    self.features = features
  }

  /// The head with what stands before it – without its article – and the parts after it: a name's flat parts, "of" with a
  /// name, the numbers of a date.
  package func words(of head: Int, isTime: Bool, _ tree: SentenceTree) -> Range<Int> {
    var begin = head
    // Children before the head, from the nearest out, as long as they are modifiers.
    for child in tree.children(of: head).reversed() where child < begin {
      let relation = tree.relations[child]
      guard isLeftModifier(relation) else { break }
      // In "two NATO ships" the number is the ships'.
      if relation == numbers.number, tree.relations[head] == numbers.compound { break }
      guard tree.rightEdge(of: child) == begin - 1 else { break }
      begin = tree.leftEdge(of: child)
    }
    while begin < head, isOutside(begin, tree) { begin += 1 }
    return begin..<end(of: head, isTime: isTime, tree)
  }

  private func isLeftModifier(_ relation: UInt8) -> Bool {
    [
      numbers.adjective, numbers.compound, numbers.flat, numbers.title, numbers.number, numbers.possessive, numbers.determiner,
      numbers.punctuation, numbers.unmarked,
    ].contains(relation)
  }

  /// Articles, marks, and what hangs on the first modifier but belongs to what is before: "and", "with".
  private func isOutside(_ word: Int, _ tree: SentenceTree) -> Bool {
    let relation = tree.relations[word]
    return relation == numbers.punctuation || relation == numbers.coordinator || relation == numbers.caseMarker
      || relation == numbers.determiner && [Self.the, Self.a, Self.an].contains(tree.forms.words[word].lower)
  }

  private static let the = WordForm.key(of: "the")
  private static let a = WordForm.key(of: "a")
  private static let an = WordForm.key(of: "an")
  private static let of = WordForm.key(of: "of")

  private func end(of head: Int, isTime: Bool, _ tree: SentenceTree) -> Int {
    var end = features.nameEnd(of: head, tree)
    for child in tree.children(of: head) where child >= end {
      let relation = tree.relations[child]
      if isTime {
        let isNumeral = features.partOfSpeech(child, tree) == SyntaxNumbers.numeral
        guard relation == numbers.number || relation == numbers.unmarked || isNumeral || relation == numbers.punctuation
        else { break }
        if relation == numbers.punctuation { continue }
        guard child - end <= 1 else { break }
        end = child + 1
      } else if relation == numbers.modifier, tree.leftEdge(of: child) == end,
        tree.forms.words[end].lower == Self.of, tree.rightEdge(of: child) - end < 8,
        features.partOfSpeech(child, tree) == SyntaxNumbers.name
      {
        end = features.nameEnd(of: child, tree)
        break
      } else {
        break
      }
    }
    return end
  }
}
