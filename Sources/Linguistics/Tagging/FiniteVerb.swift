/// Settles which words are finite verbs, where a tagger has taken them for something of the same spelling.
///
/// A participle behind its noun has no object ("a man killed by soldiers"): one that has is the past tense ("soldiers killed a
/// man"), verbs with two objects aside. And sentences that end with a stop have a finite verb; where one is left without, a
/// word behind its subject that may be a verb is it: "Orbex Systems controls Varzan Energy."
struct FiniteVerb: Sendable {
  private static let relatives = WordForm.keys(of: "who which that whose whom where when")
  private static let auxiliaries = WordForm.keys(
    of: """
      be is are was were been being am 's 're have has had having get gets got getting
      """)
  /// Their participles have an object left, or a name.
  private static let ditransitives = WordForm.keys(
    of: """
      given offered paid sold called named elected appointed made awarded sent shown told asked granted denied handed allowed
      fined charged taught lent loaned promised owed left dubbed declared considered deemed ordered forced set put let cost
      """)
  private static let approximators = WordForm.keys(
    of: """
      about around some nearly almost over under only just more less fewer than up to at least most roughly approximately another
      """)
  private static let days = WordForm.keys(
    of: """
      monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
      november december jan. feb. mar. apr. aug. sept. oct. nov. dec. last this next
      """)
  private static let by = WordForm.key(of: "by")
  private static let having = WordForm.key(of: "having")

  private let past: UInt8
  private let thirdPerson: UInt8
  private let isFinite: [Bool]
  private let isVerb: [Bool]
  private let isParticiple: [Bool]
  private let isNoun: [Bool]
  private let isPlural: [Bool]
  /// Tag → whether it is a noun's, a name's or a pronoun's, which a subject ends with.
  private let endsSubject: [Bool]
  private let isName: [Bool]
  /// Tag → whether an object begins with it.
  private let beginsObject: [Bool]
  /// The same where it cannot be the rest of the subject.
  private let isObject: [Bool]
  private let isRelative: [Bool]
  private let isConjunction: [Bool]
  private let isAdverb: [Bool]
  private let isComma: [Bool]
  private let isStop: [Bool]

  /// Nil if the treebank has no verbs.
  init?(tags: NameSet) {
    guard let past = tags.number(of: "VERB|VBD"), let thirdPerson = tags.number(of: "VERB|VBZ") else { return nil }
    self.past = UInt8(past)
    self.thirdPerson = UInt8(thirdPerson)
    func ends(_ tails: [String]) -> [Bool] { tags.names.map { name in tails.contains { name.hasSuffix("|" + $0) } } }
    isFinite = ends(["VBD", "VBZ", "VBP", "MD"])
    isVerb = tags.names.map { $0.hasPrefix("VERB|") || $0.hasPrefix("AUX|") }
    isParticiple = ends(["VBN"])
    isNoun = ends(["NN"])
    isPlural = ends(["NNS"])
    endsSubject = ends(["NN", "NNS", "NNP", "NNPS", "PRP"])
    isName = ends(["NNP", "NNPS"])
    beginsObject = ends(["DT", "PDT", "NNP", "NNPS", "PRP", "PRP$", "CD", "NN", "NNS", "JJ", "RP"])
    isObject = ends(["DT", "PDT", "NNP", "NNPS", "PRP", "PRP$", "CD"])
    isRelative = ends(["WDT", "WP"])
    isConjunction = ends(["CC"])
    isAdverb = ends(["RB"])
    isComma = ends([","])
    isStop = ends(["."])
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    let count = forms.count
    for index in 1..<max(count, 1) where isActive(forms, index) { forms.tags[index] = past }
    guard count > 2, (count - 2..<count).contains(where: { holds(isStop, forms, $0) }), !hasMainVerb(forms) else { return }
    for index in 1..<count {
      if isPastAlone(forms, index) {
        forms.tags[index] = past
        return
      }
      if let tag = noun(forms, index) {
        forms.tags[index] = tag
        return
      }
    }
  }

  private func holds(_ flags: [Bool], _ forms: SentenceForms, _ index: Int) -> Bool {
    flags.holds(forms.tags[index])
  }

  /// A participle of the form of the past that has an object: "soldiers killed a man", "that killed 37", "stormed a camp and
  /// killed at least 12".
  private func isActive(_ forms: SentenceForms, _ index: Int) -> Bool {
    guard holds(isParticiple, forms, index), forms.words[index].known.contains(.past), index + 1 < forms.count,
      !Self.ditransitives.contains(forms.words[index].lower), hasObject(forms, index)
    else { return false }
    let place = before(forms, index)
    if Self.auxiliaries.contains(forms.words[place].lower) { return false }
    if holds(isConjunction, forms, place) {
      let verb = (0..<place).last { holds(isVerb, forms, $0) }
      return verb.map { forms.tags[$0] == past } ?? false
    }
    return holds(endsSubject, forms, place) || holds(isRelative, forms, place)
      || Self.relatives.contains(forms.words[place].lower)
      || holds(isFinite, forms, place)
  }

  private func hasObject(_ forms: SentenceForms, _ index: Int) -> Bool {
    var next = index + 1
    // "killed about 15 militants", "killed more than four"
    while next + 1 < forms.count, next < index + 4, Self.approximators.contains(forms.words[next].lower) { next += 1 }
    // "released Monday", "published March 5"
    return holds(isObject, forms, next) && !Self.days.contains(forms.words[next].lower)
  }

  /// Whether a finite verb stands outside relative clauses.
  private func hasMainVerb(_ forms: SentenceForms) -> Bool {
    var isRelative = false
    for index in 0..<forms.count {
      if holds(isComma, forms, index) { isRelative = false }
      if index > 0, Self.relatives.contains(forms.words[index].lower) { isRelative = true }
      if holds(isFinite, forms, index), !isRelative { return true }
    }
    return false
  }

  /// The word before, adverbs left aside.
  private func before(_ forms: SentenceForms, _ index: Int) -> Int {
    var place = index - 1
    while place > 0, holds(isAdverb, forms, place) { place -= 1 }
    return place
  }

  /// "Police, who had waited, arrested Karr", "the minister, General Tarim, denied having": a participle that is the past as
  /// well, with an object of its own.
  private func isPastAlone(_ forms: SentenceForms, _ index: Int) -> Bool {
    guard holds(isParticiple, forms, index), forms.words[index].known.contains(.past), index + 1 < forms.count,
      forms.words[index + 1].lower != Self.by
    else { return false }
    let place = before(forms, index)
    guard !Self.auxiliaries.contains(forms.words[place].lower), holds(endsSubject, forms, place) || holds(isComma, forms, place)
    else { return false }
    let isIntransitive = holds(isName, forms, place)
    return isIntransitive || holds(beginsObject, forms, index + 1) || forms.words[index + 1].lower == Self.having
  }

  /// "Orbex Systems controls Varzan Energy", "Ann Lee of the Unity Party won": a noun behind a name that is a verb as well.
  private func noun(_ forms: SentenceForms, _ index: Int) -> UInt8? {
    guard holds(isName, forms, index - 1) else { return nil }
    let known = forms.words[index].known
    if holds(isPlural, forms, index), known.contains(.thirdPerson), holds(beginsObject, forms, index + 1) { return thirdPerson }
    if holds(isNoun, forms, index), known.contains(.past) { return past }
    return nil
  }
}
