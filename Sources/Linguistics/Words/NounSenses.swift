/// What WordNet says of a noun's three commonest senses: their classes (lexicographer files), and whether the first two are
/// derived from a verb, as an event's often is.
package struct NounSenses: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let firstIsFromVerb = NounSenses(rawValue: 1 << 27)
  package static let secondIsFromVerb = NounSenses(rawValue: 1 << 28)

  /// A class by its number in `WordLexicon`, 1…26.
  package mutating func insert(classNumber: Int) { formUnion(NounSenses(rawValue: 1 << UInt32(classNumber & 31))) }

  /// One class and no verb: the lexicon tells as much.
  package var isPlain: Bool { rawValue & (rawValue - 1) == 0 }

  /// Where a word's senses stand beside what the lexicon says of it (`WordForm.lexicon`).
  static let shift: UInt64 = 34

  /// The senses of a word; its class alone where the table has no more.
  @inline(__always)
  static func of(_ lexicon: UInt64) -> (classes: UInt64, fromVerb: UInt64) {
    let bits = lexicon >> shift
    return bits == 0 ? (1 << WordLexicon.nounClass(lexicon), 0) : (bits & 0x7FF_FFFF, bits >> 27)
  }
}
