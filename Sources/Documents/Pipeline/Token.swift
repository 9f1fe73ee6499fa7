/// One word, number or mark of a text.
public struct Token: Sendable {
  public enum Kind: Sendable, Hashable {
    case word, number, mark
  }

  public let span: Span
  public let kind: Kind
  /// The characters as written, apostrophes straightened.
  public let form: String
  /// `form` in lower case: what lexicons are asked with.
  public let lower: String
  public let isCapitalised: Bool
  /// The block (`Document.blocks`) that it stands in.
  public let block: Int

  /// Two letters or more, all of them capitals.
  public var isInCapitals: Bool {
    form.utf8.count >= 2 && form != lower && form.utf8.allSatisfy { !(0x61...0x7A).contains($0) }
  }
}

/// A part of speech, as fine as the rules need it.
public enum Tag: UInt8, Sendable {
  case noun, pluralNoun, name
  case verbBase, verbThird, verbPast, verbParticiple, verbGerund, auxiliary, modal
  case adjective, adverb, determiner, possessive, preposition, conjunction, subordinator, relative, pronoun, number
  case toParticle, negation, possessiveMark, mark, other

  var isVerb: Bool {
    switch self {
    case .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund: true
    default: false
    }
  }

  var isNominal: Bool { self == .noun || self == .pluralNoun || self == .name }
}
