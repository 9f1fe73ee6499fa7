/// Where the parse gives a clause a wrong subject or none, positions that admit one reading only: the noun phrase right
/// before a finite verb, the one before an insertion that a comma closes right before the verb, and the one before a
/// relative pronoun. The parser attaches one subject in seven wrongly, mostly across insertions and quotations.
struct SubjectRepair {
  let annotations: Annotations
  let sentence: Sentence

  private var tokens: [Token] { annotations.tokens }
  private var tags: [Tag] { annotations.tags }
  private var begin: Int { sentence.tokens.lowerBound }

  func mend(_ clause: inout Clause, predicate: Int, earlier: ArraySlice<Clause>, later: ArraySlice<Clause>) {
    clause.subjects = clause.subjects.map { bearer(ofAge: $0) ?? $0 }
    if clause.objects.isEmpty, let accused = accused(by: clause) { clause.objects = [accused] }
    if let speaker = speaker(besideThing: clause) { clause.subjects = [speaker] }
    guard let left = lastWord(before: clause) else { return }
    if let culprit = culprit(of: clause, behind: left, earlier) {
      clause.isPassive = clause.isPassive && tokens[clause.verb.lowerBound].lower == "being"
      return setSubject(culprit, of: &clause)
    }
    if let happening = happeningBroughtAbout(by: clause, behind: left) {
      setSubject(annotations.phraseOfToken[left], of: &clause)
      (clause.kind, clause.isPassive, clause.objects) = (.relative, false, [happening])
      return
    }
    if let antecedent = antecedentAcrossSpeaker(left, earlier) {
      setSubject(antecedent, of: &clause)
      (clause.kind, clause.isPassive) = (.complement, clause.isPassive && clause.verb.count > 1)
      return
    }
    if let subject = described(by: clause, behind: left), later.contains(where: { isFinite($0) }) {
      return setSubject(subject, of: &clause)
    }
    if let subject = spokenOf(clause, behind: left, earlier) {
      setSubject(subject, of: &clause)
      clause.kind = .complement
      return
    }
    if let speaker = invertedSpeaker(of: clause, before: left) { return setSubject(speaker, of: &clause) }
    let isElliptic =
      clause.kind != .infinitive && clause.verb.count == 1 && tags[clause.mainVerb] == .verbParticiple && clause.isPassive
    if isFinite(clause) || isElliptic && tags[left] == .number, let phrase = neighbour(endingAt: left, of: clause) {
      return setSubject(phrase, of: &clause)
    }
    if let pronoun = relativePronoun(of: predicate, before: clause.verb.lowerBound) {
      return mendRelative(&clause, pronoun)
    }
    if tags[left] == .conjunction, isFinite(clause), clause.subjects.first.map({ isBefore($0, left) }) ?? true {
      return shareSubject(with: &clause, behind: left, earlier)
    }
    if let subject = openingSubject(of: clause, endingAt: left, earlier) { return setSubject(subject, of: &clause) }
    mendAcrossInsertion(&clause, closedAt: left, earlier, later)
  }

  /// "The firm was fined by the regulator for bribing officials": the deed is of whoever suffers for it. "Police accused him of
  /// having fled": of whoever is accused, which the parser takes for the subject of what he did alone.
  private func culprit(of clause: Clause, behind left: Int, _ earlier: ArraySlice<Clause>) -> Int? {
    let isPerfect = tokens[left].lower == "having"
    let link = isPerfect ? left - 1 : left
    guard isPerfect || tags[clause.verb.lowerBound] == .verbGerund || tokens[clause.verb.lowerBound].lower == "having",
      let outer = earlier.last(where: { isFinite($0) }), let before = phrase(endingAt: link - 1)
    else { return nil }
    if tokens[link].lower == "for", outer.isPassive {
      return outer.adjuncts.contains { $0.preposition == "by" && $0.phrase == before } ? outer.subjects.first : nil
    }
    return tokens[link].lower == "of" && accused(by: outer) == before ? before : nil
  }

  /// "accused Jon Karr of …": whoever stands right behind the verb.
  private func accused(by clause: Clause) -> Int? {
    guard Self.accusing.contains(clause.lemma), !clause.isPassive, clause.verb.upperBound < sentence.tokens.upperBound,
      let phrase = annotations.phrase(startingAt: clause.verb.upperBound),
      case let end = annotations.phrases[phrase].tokens.upperBound, end < sentence.tokens.upperBound, tokens[end].lower == "of"
    else { return nil }
    return phrase
  }

  private static let accusing: Set<String> = ["accuse", "suspect", "convict", "acquit", "absolve"]

  /// "an inquiry that the council opened on Monday": a noun for a happening before "that", whoever holds it, and a verb for
  /// holding it that has no object of its own; the parser takes the clause for what the noun says.
  private func happeningBroughtAbout(by clause: Clause, behind left: Int) -> Int? {
    guard clause.verb.count == 1, [.verbPast, .verbParticiple, .verbThird].contains(tags[clause.mainVerb]),
      EventLexicon.lightVerbs.contains(clause.lemma), clause.lemma != "be", let subject = phrase(endingAt: left),
      annotations.phrases[subject].kind != .time,
      case let that = annotations.phrases[subject].tokens.lowerBound - 1, that > begin, tokens[that].lower == "that",
      let noun = phrase(endingAt: that - 1), annotations.phrases[noun].kind == .common,
      EventLexicon.nouns[Suffixes.singular(tokens[annotations.phrases[noun].head].lower)] != nil
    else { return nil }
    let next = clause.verb.upperBound
    guard next < sentence.tokens.upperBound else { return noun }
    let hasObject = annotations.phrase(startingAt: next).map { annotations.phrases[$0].kind != .time } ?? false
    return hasObject || tokens[next].lower == "that" ? nil : noun
  }

  /// "said a motorcycle rigged with explosives and left there by the rebels had killed 12": what stands between the two verbs
  /// is the subject of the second, where no conjunction makes it the speaker's.
  private func spokenOf(_ clause: Clause, behind left: Int, _ earlier: ArraySlice<Clause>) -> Int? {
    guard clause.kind == .coordinated, clause.verb.count > 1, isFinite(clause), tags[left] != .conjunction, tags[left] != .mark,
      let speech = earlier.last(where: { isFinite($0) && SpeechLexicon.isSpeech($0.lemma) }), speech.objects.isEmpty,
      speech.subjects == clause.subjects, speech.verb.upperBound < clause.verb.lowerBound,
      case let phrase = annotations.phraseStartingAt[speech.verb.upperBound], phrase >= 0,
      annotations.phrases[phrase].kind != .time, annotations.phrases[phrase].tokens.upperBound < clause.verb.lowerBound
    else { return nil }
    let behind = annotations.phrases[phrase].tokens.upperBound
    return tags[behind].isVerb && tags[behind] != .verbThird || tags[behind] == .preposition ? phrase : nil
  }

  /// "Montefaro, owned since 2017 by a fund, builds ships": a passive participle behind a comma is said of what stands before.
  private func described(by clause: Clause, behind left: Int) -> Int? {
    guard clause.subjects.isEmpty, clause.kind == .participle, clause.isPassive, clause.verb.count == 1, tokens[left].form == ",",
      left > begin, let phrase = phrase(endingAt: left - 1), annotations.phrases[phrase].kind == .name
    else { return nil }
    return phrase
  }

  /// "A villager reached by telephone said": things do not speak.
  private func speaker(besideThing clause: Clause) -> Int? {
    guard clause.subjects.count == 1, isFinite(clause), SpeechLexicon.isSpeech(clause.lemma) else { return nil }
    let subject = clause.subjects[0]
    guard annotations.phrases[subject].tokens.upperBound == clause.verb.lowerBound, annotations.phrases[subject].kind == .common,
      !isHuman(subject)
    else { return nil }
    return outerPhrase(of: subject)
  }

  /// The word before the verb, adverbs and opening quotation marks aside; nil at the begin of the sentence.
  private func lastWord(before clause: Clause) -> Int? {
    var left = clause.verb.lowerBound - 1
    while left >= begin, tags[left] == .adverb || tags[left] == .negation || ["“", "‘"].contains(tokens[left].form) {
      left -= 1
    }
    return left >= begin ? left : nil
  }

  private func mendRelative(_ clause: inout Clause, _ pronoun: Int) {
    if let antecedent = antecedent(of: pronoun) {
      let isWho = tokens[pronoun].lower == "who"
      // "the relatives of Albert Finn, who died": behind a comma the name is meant.
      let isOfName =
        pronoun > begin && tokens[pronoun - 1].form == "," && (isWho || tokens[pronoun].lower == "which")
        && annotations.phrases[antecedent].kind == .name
        && (isWho || [.organization, .place].contains(annotations.nominalTypes[annotations.phrases[antecedent].head]))
      // "Three are foreigners, according to an official, who put …": far from the pronoun stands nobody that it means.
      let isNext =
        isWho && isHuman(antecedent)
        && clause.subjects.first.map {
          annotations.phrases[$0].tokens.upperBound + 3 < annotations.phrases[antecedent].tokens.lowerBound
        } ?? false
      if clause.subjects.isEmpty || isOfName || isNext { clause.subjects = [antecedent] }
    }
    if let subject = clause.subjects.first, let event = happening(around: subject, clause) { clause.subjects = [event] }
  }

  /// A subject never stands before the conjunction of its clause: it is that of the verb before.
  private func shareSubject(with clause: inout Clause, behind conjunction: Int, _ earlier: ArraySlice<Clause>) {
    let bearing = earlier.filter { isFinite($0) && !$0.subjects.isEmpty }
    let isSpeech = SpeechLexicon.certainty(of: clause.lemma) != nil
    let speech = isSpeech ? bearing.last { SpeechLexicon.isSpeech($0.lemma) } : nil
    let isBehindComma = conjunction > begin && tokens[conjunction - 1].form == ","
    let shared = speech ?? bearing.last { !($0.kind == .relative && isBehindComma) }
    if let shared { clause.subjects = shared.subjects }
  }

  /// The phrase at the begin of a clause that ends right before its verb.
  private func openingSubject(of clause: Clause, endingAt left: Int, _ earlier: ArraySlice<Clause>) -> Int? {
    guard isFinite(clause), var subject = phrase(endingAt: left), clause.subjects.isEmpty || clause.subjects == [subject] else {
      return nil
    }
    while let outer = outerPhrase(of: subject) { subject = outer }
    let start = annotations.phrases[subject].tokens.lowerBound
    guard annotations.phrases[subject].kind != .time, isOpening(start), !hasFiniteVerb(earlier, between: start, left) else {
      return nil
    }
    return subject
  }

  private func mendAcrossInsertion(
    _ clause: inout Clause, closedAt left: Int, _ earlier: ArraySlice<Clause>, _ later: ArraySlice<Clause>
  ) {
    let isBareForm = clause.kind == .participle && clause.verb.count == 1 && tags[clause.mainVerb] != .verbGerund
    guard isFinite(clause) || isBareForm, let subject = subjectAcrossInsertion(closedAt: left, earlier) else { return }
    if let first = clause.subjects.first {
      let start = annotations.phrases[first].tokens.lowerBound
      let isLost = start > annotations.phrases[subject].tokens.lowerBound
      guard isLost, start < left || start > clause.verb.upperBound else { return }
    }
    // "Its commander, Jon Karr, known as the Baker, was seen": the sentence's verb is still to come.
    let isBeforeVerb = later.contains { other in
      isFinite(other) && (other.subjects.isEmpty || other.subjects == [subject])
        && !(clause.mainVerb..<other.mainVerb).contains { Self.subordinating.contains(tokens[$0].lower) }
    }
    if isBareForm, isBeforeVerb { return }
    setSubject(subject, of: &clause)
    if isBareForm { (clause.kind, clause.isPassive) = (.main, false) }
  }

  /// "Vittor Salani, 63, who …, was taken": an age stands for its bearer.
  private func bearer(ofAge phrase: Int) -> Int? {
    let range = annotations.phrases[phrase].tokens
    guard annotations.phrases[phrase].kind == .number, range.count == 1, range.lowerBound > begin + 1,
      tokens[range.lowerBound - 1].form == ",", range.upperBound < sentence.tokens.upperBound,
      tokens[range.upperBound].form == ",",
      let age = Int(tokens[range.lowerBound].lower), (1..<120).contains(age)
    else { return nil }
    let before = annotations.phraseOfToken[range.lowerBound - 2]
    return before >= 0 && annotations.phrases[before].kind != .time ? before : nil
  }

  private static let subordinating: Set<String> = ["that", "after", "before", "when", "while", "because", "although", "since"]

  private func setSubject(_ phrase: Int, of clause: inout Clause) {
    clause.subjects = [phrase]
    clause.objects.removeAll { $0 == phrase }
    clause.adjuncts.removeAll { $0.phrase == phrase }
    clause.extend(to: annotations.phrases[phrase].tokens)
  }

  private func isFinite(_ clause: Clause) -> Bool {
    guard clause.kind != .infinitive, clause.kind != .participle else { return false }
    switch tags[clause.verb.lowerBound] {
    case .auxiliary, .modal, .verbPast, .verbThird, .verbBase: return true
    case .verbParticiple: return clause.verb.count == 1
    default: return false
    }
  }

  /// "“…,” said Jan Meers, a shop steward": who stands right behind a verb of saying that follows a quotation or a comma.
  private func invertedSpeaker(of clause: Clause, before left: Int) -> Int? {
    guard ["”", "\"", ","].contains(tokens[left].form), clause.verb.count == 1, SpeechLexicon.isSpeech(clause.lemma),
      [.verbPast, .verbThird].contains(tags[clause.mainVerb]) || tags[clause.mainVerb] == .verbParticiple,
      clause.verb.upperBound < sentence.tokens.upperBound
    else { return nil }
    let phrase = annotations.phraseStartingAt[clause.verb.upperBound]
    guard phrase >= 0, [.name, .common].contains(annotations.phrases[phrase].kind),
      tokens[left].form != "," || clause.lemma == "say" && isHuman(phrase)
    else { return nil }
    var end = annotations.phrases[phrase].tokens.upperBound
    // "said Acme “delivered every machine”": the quotation opens with the verb.
    if end + 1 < sentence.tokens.upperBound, ["“", "\""].contains(tokens[end].form) { end += 1 }
    // "said a man with a wound had died": he has a verb of his own.
    end = max(end, AppositionFinder.endWithTail(phrase, annotations))
    let isOpen = end < sentence.tokens.upperBound && (tags[end].isVerb || tags[end] == .auxiliary || tags[end] == .modal)
    return isOpen ? nil : phrase
  }

  /// The phrase whose last token is `end`.
  private func phrase(endingAt end: Int) -> Int? {
    guard end >= begin else { return nil }
    let phrase = annotations.phraseOfToken[end]
    return phrase >= 0 && annotations.phrases[phrase].tokens.upperBound == end + 1 ? phrase : nil
  }

  /// The phrase right before the verb, where it can be nothing but the subject and is not known as it.
  private func neighbour(endingAt end: Int, of clause: Clause) -> Int? {
    guard let phrase = phrase(endingAt: end), annotations.phrases[phrase].kind != .time else { return nil }
    if clause.subjects.contains(phrase) {
      // "a figure a French officer calls": two side by side are no pair.
      let begin = annotations.phrases[phrase].tokens.lowerBound
      let isBehindOther =
        tokens[begin].lower == "whose" && clause.subjects.count > 1
        || clause.subjects.contains { other in
          let end = annotations.phrases[other].tokens.upperBound
          return end == begin || end < begin && (end..<begin).contains { ["”", "\""].contains(tokens[$0].form) }
        }
      return isBehindOther ? phrase : nil
    }
    let before = annotations.phrases[phrase].tokens.lowerBound - 1
    guard before >= begin else { return phrase }
    if annotations.phrases[phrase].kind == .number { return tags[before] == .conjunction ? phrase : nil }
    if tags[before] == .preposition && !["after", "before", "since", "until", "as", "than"].contains(tokens[before].lower) {
      return nil
    }
    if tags[before] == .possessiveMark
      || tags[before] == .conjunction && clause.subjects.contains(where: { isBefore($0, before) })
    {
      return nil
    }
    // "The box, Ann Lee says, never left": a verb of saying between commas is of the one right before it.
    if tokens[before].form == ",", SpeechLexicon.isSpeech(clause.lemma), clause.verb.upperBound < sentence.tokens.upperBound,
      tokens[clause.verb.upperBound].form == ","
    {
      return phrase
    }
    // The subject may stand farther left, with this phrase in apposition or as its last part.
    if tokens[before].form == ",", clause.subjects.contains(where: { isBefore($0, before) }),
      tokens[annotations.phrases[phrase].tokens.lowerBound].lower != "whose"
    {
      return nil
    }
    if tags[before].isVerb, !SpeechLexicon.isSpeech(VerbForms.lemma(of: tokens[before].lower) ?? "") { return nil }
    return phrase
  }

  private func isBefore(_ phrase: Int, _ token: Int) -> Bool { annotations.phrases[phrase].tokens.upperBound <= token }

  /// "skirmishes that officials say killed 93": what the pronoun before the speaker stands for.
  private func antecedentAcrossSpeaker(_ left: Int, _ earlier: ArraySlice<Clause>) -> Int? {
    guard tags[left].isVerb, let speech = earlier.last, speech.mainVerb == left, SpeechLexicon.isSpeech(speech.lemma),
      let speaker = speech.subjects.first
    else { return nil }
    let pronoun = annotations.phrases[speaker].tokens.lowerBound - 1
    guard pronoun > begin, ["that", "which", "who"].contains(tokens[pronoun].lower), tags[pronoun - 1] != .verbPast else {
      return nil
    }
    return antecedent(of: pronoun)
  }

  private func relativePronoun(of predicate: Int, before verb: Int) -> Int? {
    annotations.tree.dependents(of: predicate).first { token in
      token < verb && ["who", "which", "that"].contains(tokens[token].lower)
        && [.subject, .passiveSubject].contains(annotations.tree.dependencies[token])
    }
  }

  /// What a relative pronoun stands for: the phrase before it or, where that is no person and "who" asks for one, the one
  /// before its prepositions.
  private func antecedent(of pronoun: Int) -> Int? {
    var end = pronoun - 1
    if end >= begin, tokens[end].form == "," { end -= 1 }
    guard var found = phrase(endingAt: end) else { return nil }
    while annotations.phrases[found].kind == .time || tokens[pronoun].lower == "who" && !isHuman(found) {
      guard let outer = outerPhrase(of: found) else { break }
      found = outer
    }
    return found
  }

  /// "the collapse of the hall, which killed 19": what kills is the happening, not the place.
  private func happening(around phrase: Int, _ clause: Clause) -> Int? {
    guard EventLexicon.readings(of: clause.lemma).contains(where: { $0.object == "victim" }), !clause.isPassive,
      let outer = outerPhrase(of: phrase)
    else {
      return nil
    }
    return EventLexicon.nouns[Suffixes.singular(tokens[annotations.phrases[outer].head].lower)] == nil ? nil : outer
  }

  private func isHuman(_ phrase: Int) -> Bool {
    let found = annotations.phrases[phrase]
    let head = tokens[found.head].lower
    // "the founder of the fertiliser group Agrovolt, who"
    let isBody =
      annotations.nominalTypes[found.head] == .organization
      && found.tokens.contains { !tokens[$0].isCapitalised && OrganizationNouns.commonHeads.contains(tokens[$0].lower) }
    return found.kind == .name && !isBody || HumanNouns.isHuman(Suffixes.singular(head)) || HumanNouns.isPeople(head)
  }

  /// The phrase before the preposition (and a participle before that) on which a phrase hangs.
  private func outerPhrase(of phrase: Int) -> Int? {
    var before = annotations.phrases[phrase].tokens.lowerBound - 1
    guard before > begin, tags[before] == .preposition || annotations.phrases[phrase].kind == .time else { return nil }
    if tags[before] == .preposition {
      if Self.subordinating.contains(tokens[before].lower) { return nil }
      before -= 1
    }
    while before > begin, tags[before].isVerb || tags[before] == .adverb || tags[before] == .adjective { before -= 1 }
    guard let outer = self.phrase(endingAt: before), annotations.phrases[outer].kind != .time else { return nil }
    return outer
  }

  /// "Lina Orsova, who speaks for the office in Geneva, called …": the noun before the insertion that the comma at `comma`
  /// closes, provided that nothing but what opens a clause stands before it.
  private func subjectAcrossInsertion(closedAt comma: Int, _ earlier: ArraySlice<Clause>) -> Int? {
    let mark = tokens[comma].form
    guard mark == "," || mark == "—" else { return nil }
    var open = comma - 1
    while open > begin {
      if tokens[open].form == mark, opensInsertion(open + 1), var subject = phrase(endingAt: beforeBrackets(open - 1)) {
        while let outer = outerPhrase(of: subject) { subject = outer }
        let start = annotations.phrases[subject].tokens.lowerBound
        if annotations.phrases[subject].kind != .time, isOpening(start), !hasFiniteVerb(earlier, between: start, open) {
          return subject
        }
      }
      open -= 1
    }
    return nil
  }

  /// "Tolland Holdings (TH), which …": the token before the brackets that close at `end`.
  private func beforeBrackets(_ end: Int) -> Int {
    guard end > begin, tokens[end].form == ")" else { return end }
    var at = end
    while at > begin, tokens[at].form != "(" { at -= 1 }
    return at - 1
  }

  private func hasFiniteVerb(_ clauses: ArraySlice<Clause>, between start: Int, _ end: Int) -> Bool {
    clauses.contains { isFinite($0) && $0.mainVerb > start && $0.mainVerb < end }
  }

  /// What stands between commas after a noun: a relative clause, an apposition, an age, a participle, a phrase of place.
  private func opensInsertion(_ index: Int) -> Bool {
    switch tags[index] {
    case .relative, .determiner, .possessive, .preposition, .verbGerund, .number, .adjective, .noun, .name, .verbParticiple,
      .verbPast, .adverb, .pluralNoun:
      true
    case .pronoun: ["who", "which", "whom"].contains(tokens[index].lower)
    default: false
    }
  }

  /// Whether a clause can begin with the token at `index`.
  private func isOpening(_ index: Int) -> Bool {
    guard index > begin else { return true }
    let before = index - 1
    let phrase = annotations.phraseOfToken[before]
    if phrase >= 0, annotations.phrases[phrase].kind == .time {
      // "but on March 4 the head …"
      let start = annotations.phrases[phrase].tokens.lowerBound
      return isOpening(start > begin && tags[start - 1] == .preposition ? start - 1 : start)
    }
    return [.conjunction, .subordinator].contains(tags[before])
      || [",", "“", ":", ";", "—", "”"].contains(tokens[before].form)
      || ["after", "before", "that"].contains(tokens[before].lower)
      || tags[before].isVerb && VerbForms.lemma(of: tokens[before].lower).map { SpeechLexicon.isSpeech($0) } ?? false
  }
}
