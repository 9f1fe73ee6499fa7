/// Parts of speech as a set, a bit for each of `SyntaxNumbers.partsOfSpeech`: what a word may be.
package struct WordClasses: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(_ names: String...) {
    self.init(names.map { Self(partOfSpeech: UInt8(SyntaxNumbers.partsOfSpeech.firstIndex(of: $0)!)) })
  }

  /// `partOfSpeech`: index into `SyntaxNumbers.partsOfSpeech`.
  package init(partOfSpeech: UInt8) { self.init(rawValue: 1 << UInt32(partOfSpeech)) }

  /// How many bits are used.
  package static let bitCount = SyntaxNumbers.partsOfSpeech.count
  package static let all = Self(rawValue: 1 << UInt32(bitCount) - 1)
  private static let noun = Self("NOUN")
  private static let verb = Self("VERB")
  private static let adjective = Self("ADJ")
  private static let adverb = Self("ADV")
  private static let name = Self("PROPN")
  /// Those to which a language adds words.
  package static let open: Self = [noun, verb, adjective, adverb, name, Self("NUM", "SYM", "INTJ")]

  /// Tag → its class, given its part of speech.
  package static func ofTags(_ partOfSpeech: [UInt8]) -> [Self] { partOfSpeech.map { Self(partOfSpeech: $0) } }

  /// Function words that are too rare for the training texts.
  private static let rareFunctionWords = WordForm.keys(
    of: """
      amid amidst amongst versus via per whilst whereas whereby lest unto till notwithstanding whichever whomever whoever
      whosoever thy ye shall ought nor albeit vis qua sans astride atop beneath underneath opposite aboard concerning
      regarding excluding barring
      """)

  /// What a word may be: what the training texts show it as and what the lexicon knows it as; of some open class where neither
  /// knows it. Marks and the shortest words may be anything.
  @inline(__always)
  package static func allowed(for word: WordForm) -> Self {
    guard word.traits.contains(.letter), word.byteCount > 2, !rareFunctionWords.contains(word.lower) else { return .all }
    var allowed = word.classes
    let known = word.known
    if !known.isDisjoint(with: [.noun, .plural, .gerund]) { allowed.formUnion(noun) }
    if !known.isDisjoint(with: [.verb, .thirdPerson, .past, .participle, .gerund]) { allowed.formUnion(verb) }
    if !known.isDisjoint(with: [.adjective, .comparative, .superlative, .participle, .past, .gerund]) {
      allowed.formUnion(adjective)
    }
    if !known.isDisjoint(with: [.adverb, .comparative, .superlative]) { allowed.formUnion(adverb) }
    if allowed.isEmpty { return open }
    return word.traits.contains(.capital) ? allowed.union([name, adjective]) : allowed
  }
}
