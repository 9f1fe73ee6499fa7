/// The tree of one sentence, for those who ask of children and spans. Words by their place in the sentence.
package struct SentenceTree {
  package let forms: SentenceForms
  /// `count` for the root.
  package let heads: [Int]
  package let relations: [UInt8]
  package let count: Int
  /// Children of each word in text order: `children[childrenStart[i] ..< childrenStart[i + 1]]`.
  private var children: [Int]
  private var childrenStart: [Int]

  package init(_ forms: SentenceForms, heads: [Int], relations: [UInt8]) {
    self.forms = forms
    self.heads = heads
    self.relations = relations
    count = heads.count
    childrenStart = [Int](repeating: 0, count: count + 2)
    for head in heads { childrenStart[head + 1] += 1 }
    for index in 0...count { childrenStart[index + 1] += childrenStart[index] }
    children = [Int](repeating: 0, count: count)
    var next = childrenStart
    for word in 0..<count {
      children[next[heads[word]]] = word
      next[heads[word]] += 1
    }
  }

  package func children(of word: Int) -> ArraySlice<Int> { children[childrenStart[word]..<childrenStart[word + 1]] }

  /// The first word of a word's subtree. Complexity: O(depth × children).
  package func leftEdge(of word: Int) -> Int {
    var edge = word
    while let first = children(of: edge).first, first < edge { edge = first }
    return edge
  }

  /// The last word of a word's subtree.
  package func rightEdge(of word: Int) -> Int {
    var edge = word
    while let last = children(of: edge).last, last > edge { edge = last }
    return edge
  }
}

/// The relations and tags that mention rules ask for, by number; 255 for one that the treebank lacks.
package struct SyntaxNumbers: Sendable {
  package let determiner, caseMarker, adjective, compound, flat, title, number, possessive, conjunct, apposition,
    punctuation: UInt8
  package let modifier, unmarked, coordinator, relativeClause: UInt8
  /// Tag → its part of speech as an index into `partsOfSpeech`.
  package let partOfSpeech: [UInt8]
  package static let partsOfSpeech = [
    "NOUN", "PROPN", "NUM", "ADJ", "VERB", "AUX", "PRON", "DET", "ADP", "ADV", "PUNCT", "SYM", "X", "CCONJ", "SCONJ", "PART",
    "INTJ",
  ]
  package static let (noun, name, numeral, adjectiveWord): (UInt8, UInt8, UInt8, UInt8) = (0, 1, 2, 3)

  /// Tag → whether it is one of punctuation.
  package var isMark: [Bool] { partOfSpeech.map { Self.partsOfSpeech[Int($0)] == "PUNCT" } }

  package init(tags: NameSet, relations: NameSet) {
    func relation(_ name: String) -> UInt8 { UInt8(relations.number(of: name) ?? 255) }
    determiner = relation("det")
    caseMarker = relation("case")
    adjective = relation("amod")
    compound = relation("compound")
    flat = relation("flat")
    title = relation("nmod:desc")
    number = relation("nummod")
    possessive = relation("nmod:poss")
    conjunct = relation("conj")
    apposition = relation("appos")
    punctuation = relation("punct")
    modifier = relation("nmod")
    unmarked = relation("nmod:unmarked")
    coordinator = relation("cc")
    relativeClause = relation("acl:relcl")
    partOfSpeech = Self.partOfSpeech(tags)
  }

  /// Tag → the index of its universal part of speech in `partsOfSpeech`.
  package static func partOfSpeech(_ tags: NameSet) -> [UInt8] {
    tags.names.map { name in UInt8(partsOfSpeech.firstIndex(of: String(name.prefix { $0 != "|" })) ?? 12) }
  }
}
