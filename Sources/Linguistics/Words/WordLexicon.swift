/// What the lexicon knows of a word, packed into 32 bits: how it may be inflected and what it may mean (WordNet), and in which of
/// the program's own lists it stands.
package struct WordLexicon: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  // Parts of speech of the base form.
  package static let noun = WordLexicon(rawValue: 1 << 0)
  package static let verb = WordLexicon(rawValue: 1 << 1)
  package static let adjective = WordLexicon(rawValue: 1 << 2)
  package static let adverb = WordLexicon(rawValue: 1 << 3)
  // Inflected forms.
  package static let plural = WordLexicon(rawValue: 1 << 4)
  package static let thirdPerson = WordLexicon(rawValue: 1 << 5)
  package static let past = WordLexicon(rawValue: 1 << 6)
  package static let participle = WordLexicon(rawValue: 1 << 7)
  package static let gerund = WordLexicon(rawValue: 1 << 8)
  package static let comparative = WordLexicon(rawValue: 1 << 9)
  package static let superlative = WordLexicon(rawValue: 1 << 10)
  // Lists.
  package static let givenName = WordLexicon(rawValue: 1 << 22)
  package static let placeName = WordLexicon(rawValue: 1 << 23)
  package static let demonym = WordLexicon(rawValue: 1 << 24)
  package static let rank = WordLexicon(rawValue: 1 << 25)
  package static let human = WordLexicon(rawValue: 1 << 26)
  package static let people = WordLexicon(rawValue: 1 << 27)
  package static let organizationName = WordLexicon(rawValue: 1 << 28)
  package static let organization = WordLexicon(rawValue: 1 << 29)
  package static let place = WordLexicon(rawValue: 1 << 30)
  package static let time = WordLexicon(rawValue: 1 << 31)

  /// The commoner part of speech in texts: 0 unknown, else 1 + noun, verb, adjective, adverb. Two bits and the
  /// unknown by absence.
  package static func commonest(_ number: Int) -> WordLexicon { WordLexicon(rawValue: UInt32(number & 3) << 11) }
  /// WordNet's class (lexicographer file) of the commonest sense as a noun: 0 none, 1…26.
  package static func nounClass(_ number: Int) -> WordLexicon { WordLexicon(rawValue: UInt32(number & 31) << 13) }
  /// The same as a verb: 0 none, 1…15.
  package static func verbClass(_ number: Int) -> WordLexicon { WordLexicon(rawValue: UInt32(number & 15) << 18) }

  /// How the word is inflected: what the tagger asks.
  @inline(__always) static func morphology(_ value: UInt64) -> UInt64 { value & 0x1FFF }
  @inline(__always) static func nounClass(_ value: UInt64) -> UInt64 { value >> 13 & 31 }
  @inline(__always) static func verbClass(_ value: UInt64) -> UInt64 { value >> 18 & 15 }
  @inline(__always) static func lists(_ value: UInt64) -> UInt64 { value >> 22 & 0x3FF }

  /// Set beside the 32 bits for the name of a known organisation.
  static let organizationBit: UInt64 = 1 << 32
}
