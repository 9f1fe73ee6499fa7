/// Words that a tagger took for verbs where only a noun can stand: behind an article, and before a finite verb at the beginning
/// of a sentence ("Witnesses saw", "Shelling killed four"). Such words are mostly rare ones, of which the tagger knows only
/// that the lexicon has them as both.
struct NounReading: Sendable {
  private static let articles = Set(["the", "a", "an"].map { WordForm.key(of: $0) })

  /// Words that let a bare infinitive stand behind a noun: "to", "made the firm pay".
  private static let licensers = Set(
    """
    to will would can could may might must shall should do does did not n't 'll 'd let lets make makes made help helps
    helped see sees saw hear hears heard watch watches watched have that than rather and or but
    """.split(whereSeparator: \.isWhitespace).map { WordForm.key(of: String($0)) })
  private static let perceptions = Set(
    "see sees saw seen seeing hear hears heard hearing watch watches watched watching let lets"
      .split(separator: " ").map { WordForm.key(of: String($0)) })

  /// "Unconfirmed are claims that …": no verb of the third person stands behind them.
  private static let copulas = Set(["is", "are", "was", "were"].map { WordForm.key(of: $0) })

  private let noun: UInt8
  private let plural: UInt8
  private let past: UInt8
  /// Tag → whether it is a base form's or a present's, a third person's, an -ing form's, a participle's.
  private let isBase: [Bool]
  private let isSymbol: [Bool]
  private let isInfinitive: [Bool]
  private let isSingular: [Bool]
  private let isName: [Bool]
  private let isDeterminer: [Bool]
  private let infinitive: UInt8
  private let isThirdPerson: [Bool]
  private let isGerund: [Bool]
  private let isParticiple: [Bool]
  /// Tag → whether it is a finite verb's or auxiliary's, an adverb's, a mark's.
  private let isFinite: [Bool]
  private let isAdverb: [Bool]
  private let isMark: [Bool]

  /// Nil if the treebank has no common nouns.
  init?(tags: NameSet) {
    guard let noun = tags.number(of: "NOUN|NN"), let plural = tags.number(of: "NOUN|NNS"),
      let past = tags.number(of: "VERB|VBD"), let infinitive = tags.number(of: "VERB|VB")
    else { return nil }
    self.infinitive = UInt8(infinitive)
    self.noun = UInt8(noun)
    self.plural = UInt8(plural)
    self.past = UInt8(past)
    func holds(_ names: [String]) -> [Bool] { tags.names.map { names.contains($0) } }
    isBase = holds(["VERB|VB", "VERB|VBP"])
    isSymbol = holds(["SYM|SYM"])
    isInfinitive = holds(["VERB|VB"])
    isSingular = holds(["NOUN|NN"])
    isName = holds(["PROPN|NNP"])
    isDeterminer = holds(["DET|DT", "PRON|PRP$"])
    isThirdPerson = holds(["VERB|VBZ"])
    isGerund = holds(["VERB|VBG"])
    isParticiple = holds(["VERB|VBN"])
    isFinite = holds(["VERB|VBD", "VERB|VBZ", "AUX|VBD", "AUX|VBZ", "AUX|VBP", "AUX|MD"])
    isAdverb = tags.names.map { $0.hasPrefix("ADV|") }
    isMark = tags.names.map { $0.hasPrefix("PUNCT|") }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<forms.count {
      let tag = forms.tags[index]
      if isSeen(forms, index) { forms.tags[index] = infinitive }
      if holds(isSymbol, tag), forms.words[index].traits.contains(.letter), forms.words[index].byteCount > 2 {
        // A rare plural such as "gunmen".
        forms.tags[index] = plural
        continue
      }
      guard holds(isBase, tag) || holds(isThirdPerson, tag) || holds(isGerund, tag), isNoun(forms.words[index]) else { continue }
      if isUnlicensed(forms, index) {
        forms.tags[index] = noun
      } else if index > 0, holds(isThirdPerson, tag), Self.copulas.contains(forms.words[index - 1].lower) {
        forms.tags[index] = plural
      } else if index > 0, Self.articles.contains(forms.words[index - 1].lower), !holds(isGerund, tag) {
        forms.tags[index] = nominal(forms, index)
      } else if !holds(isBase, tag), opensSentence(index, forms), let verb = verb(behind: index, forms) {
        forms.tags[index] = nominal(forms, index)
        if !holds(isFinite, forms.tags[verb]) { forms.tags[verb] = past }
      }
    }
  }

  /// "A takeover offer from Calloway": an infinitive behind a noun that nothing asks for.
  private func isUnlicensed(_ forms: SentenceForms, _ index: Int) -> Bool {
    holds(isInfinitive, forms.tags[index]) && index > 0 && holds(isSingular, forms.tags[index - 1])
      && !(max(0, index - 7)..<index).contains { Self.licensers.contains(forms.words[$0].lower) }
  }

  /// "Saw Jon Karr hand the bag to her": a noun between a name and another noun phrase, where somebody is seen to do something.
  private func isSeen(_ forms: SentenceForms, _ index: Int) -> Bool {
    guard holds(isSingular, forms.tags[index]), index > 1, index + 1 < forms.count, holds(isName, forms.tags[index - 1]),
      holds(isDeterminer, forms.tags[index + 1])
    else { return false }
    let known = WordLexicon(rawValue: UInt32(truncatingIfNeeded: WordLexicon.morphology(forms.words[index].lexicon)))
    var begin = index - 1
    while begin > 0, holds(isName, forms.tags[begin]) { begin -= 1 }
    return known.contains(.verb) && Self.perceptions.contains(forms.words[begin].lower)
  }

  private func holds(_ flags: [Bool], _ tag: UInt8) -> Bool { tag != 255 && flags[Int(tag)] }

  /// Whether the lexicon has the word as a noun; an -ing form names what is done.
  private func isNoun(_ word: WordForm) -> Bool {
    let known = WordLexicon(rawValue: UInt32(truncatingIfNeeded: WordLexicon.morphology(word.lexicon)))
    return !known.isDisjoint(with: [.noun, .plural, .gerund])
  }

  private func nominal(_ forms: SentenceForms, _ index: Int) -> UInt8 { holds(isThirdPerson, forms.tags[index]) ? plural : noun }

  private func opensSentence(_ index: Int, _ forms: SentenceForms) -> Bool {
    (0..<index).allSatisfy { holds(isMark, forms.tags[$0]) }
  }

  /// The verb whose subject a word is: right behind it, adverbs aside, and finite, or a participle where nothing else is.
  private func verb(behind index: Int, _ forms: SentenceForms) -> Int? {
    var next = index + 1
    while next < forms.count, holds(isAdverb, forms.tags[next]) { next += 1 }
    guard next < forms.count else { return nil }
    if holds(isFinite, forms.tags[next]) { return next }
    let isOnly = holds(isParticiple, forms.tags[next]) && !(0..<forms.count).contains { holds(isFinite, forms.tags[$0]) }
    return isOnly ? next : nil
  }
}
