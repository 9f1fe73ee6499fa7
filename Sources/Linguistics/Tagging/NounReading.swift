/// Words that a tagger took for verbs where only a noun can stand: behind an article, and before a finite verb at the beginning
/// of a sentence ("Witnesses saw", "Shelling killed four"). Such words are mostly rare ones, of which the tagger knows only
/// that the lexicon has them as both.
struct NounReading: Sendable {
  private static let articles = WordForm.keys(of: "the a an")

  /// Words that let a bare infinitive stand behind a noun: "to", "made the firm pay".
  private static let licensers = WordForm.keys(
    of: """
      to will would can could may might must shall should do does did not n't 'll 'd let lets make makes made help helps
      helped see sees saw hear hears heard watch watches watched have that than rather and or but
      """)
  private static let perceptions = WordForm.keys(
    of: "see sees saw seen seeing hear hears heard hearing watch watches watched watching let lets")

  /// "Unconfirmed are claims that …": no verb of the third person stands behind them.
  private static let copulas = WordForm.keys(of: "is are was were")

  private let noun, plural, past, infinitive: UInt8
  /// Tag → whether it is a symbol's, a name's, an article's or possessive's.
  private let isSymbol: [Bool]
  private let isName: [Bool]
  private let isDeterminer: [Bool]
  /// Tag → whether it is a base form's or a present's, a third person's, an -ing form's, a participle's.
  private let isBase: [Bool]
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
    func flags(_ names: [String]) -> [Bool] { tags.names.map { names.contains($0) } }
    isBase = flags(["VERB|VB", "VERB|VBP"])
    isSymbol = flags(["SYM|SYM"])
    isName = flags(["PROPN|NNP"])
    isDeterminer = flags(["DET|DT", "PRON|PRP$"])
    isThirdPerson = flags(["VERB|VBZ"])
    isGerund = flags(["VERB|VBG"])
    isParticiple = flags(["VERB|VBN"])
    isFinite = flags(["VERB|VBD", "VERB|VBZ", "AUX|VBD", "AUX|VBZ", "AUX|VBP", "AUX|MD"])
    isAdverb = tags.names.map { $0.hasPrefix("ADV|") }
    isMark = tags.names.map { $0.hasPrefix("PUNCT|") }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<forms.count {
      let tag = forms.tags[index]
      if isSeen(forms, index) { forms.tags[index] = infinitive }
      if isSymbol.holds(tag), forms.words[index].traits.contains(.letter), forms.words[index].byteCount > 2 {
        // A rare plural such as "gunmen".
        forms.tags[index] = plural
        continue
      }
      guard isBase.holds(tag) || isThirdPerson.holds(tag) || isGerund.holds(tag), isNoun(forms.words[index]) else { continue }
      if isUnlicensed(forms, index) {
        forms.tags[index] = noun
      } else if index > 0, isThirdPerson.holds(tag), Self.copulas.contains(forms.words[index - 1].lower) {
        forms.tags[index] = plural
      } else if index > 0, Self.articles.contains(forms.words[index - 1].lower), !isGerund.holds(tag) {
        forms.tags[index] = nominal(forms, index)
      } else if !isBase.holds(tag), opensSentence(index, forms), let verb = verb(behind: index, forms) {
        forms.tags[index] = nominal(forms, index)
        if !isFinite.holds(forms.tags[verb]) { forms.tags[verb] = past }
      }
    }
  }

  /// "A takeover offer from Calloway": an infinitive behind a noun that nothing asks for.
  private func isUnlicensed(_ forms: SentenceForms, _ index: Int) -> Bool {
    forms.tags[index] == infinitive && index > 0 && forms.tags[index - 1] == noun
      && !(max(0, index - 7)..<index).contains { Self.licensers.contains(forms.words[$0].lower) }
  }

  /// "Saw Jon Karr hand the bag to her": a noun between a name and another noun phrase, where somebody is seen to do something.
  private func isSeen(_ forms: SentenceForms, _ index: Int) -> Bool {
    guard forms.tags[index] == noun, index > 1, index + 1 < forms.count, isName.holds(forms.tags[index - 1]),
      isDeterminer.holds(forms.tags[index + 1])
    else { return false }
    let known = forms.words[index].known
    var begin = index - 1
    while begin > 0, isName.holds(forms.tags[begin]) { begin -= 1 }
    return known.contains(.verb) && Self.perceptions.contains(forms.words[begin].lower)
  }

  /// Whether the lexicon has the word as a noun; an -ing form names what is done.
  private func isNoun(_ word: WordForm) -> Bool {
    let known = word.known
    return !known.isDisjoint(with: [.noun, .plural, .gerund])
  }

  private func nominal(_ forms: SentenceForms, _ index: Int) -> UInt8 { isThirdPerson.holds(forms.tags[index]) ? plural : noun }

  private func opensSentence(_ index: Int, _ forms: SentenceForms) -> Bool {
    (0..<index).allSatisfy { isMark.holds(forms.tags[$0]) }
  }

  /// The verb whose subject a word is: right behind it, adverbs aside, and finite, or a participle where nothing else is.
  private func verb(behind index: Int, _ forms: SentenceForms) -> Int? {
    var next = index + 1
    while next < forms.count, isAdverb.holds(forms.tags[next]) { next += 1 }
    guard next < forms.count else { return nil }
    if isFinite.holds(forms.tags[next]) { return next }
    let isOnly = isParticiple.holds(forms.tags[next]) && !(0..<forms.count).contains { isFinite.holds(forms.tags[$0]) }
    return isOnly ? next : nil
  }
}
