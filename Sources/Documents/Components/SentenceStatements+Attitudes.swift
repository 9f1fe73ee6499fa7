// What somebody is sure of, has heard from somebody or puts to a witness: sayings whose verb alone is none.
extension SentenceStatements {
  /// "is convinced that he lied", "learned from a clerk that", "put it to him that", "legend has it that".
  func readAttitude(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    switch clause.lemma {
    case "be", "remain", "feel", "seem", "sound": attitude(clause, index)
    case "hear", "learn", "understand", "know", "gather": secondHand(clause, index)
    case "convince", "persuade", "satisfy": persuasion(clause, index)
    case "put": putToWitness(clause, index)
    case "have": hasItThat(clause, index)
    default: nil
    }
  }

  private func attitude(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    var at = clause.verb.upperBound
    while at < end, tags[at] == .adverb || tags[at] == .negation { at += 1 }
    guard at + 1 < end, let certainty = SpeechLexicon.attitudes[tokens[at].lower], hasFiniteSubject(clause),
      let subject = clause.subjects.first, let speaker = speaker(subject)
    else { return nil }
    let limit = contentEnd(after: index)
    let opensClause = annotations.phraseStartingAt[at + 1] >= 0 && tags[at + 1] != .preposition
    guard at + 2 < limit, tokens[at + 1].lower == "that" || opensClause else { return nil }
    let content = (tokens[at + 1].lower == "that" ? at + 2 : at + 1)..<limit
    guard hasFiniteVerb(content) else { return nil }
    let isSure = certainty == .reported || certainty == .probable
    return DenialRules.Reading(
      content: content, passage: annotations.phrases[subject].tokens.lowerBound..<limit, speaker: speaker,
      certainty: clause.isNegated && isSure ? .rumoured : certainty, form: .indirect)
  }

  /// "are convinced that the thief had help", of which the tagger makes a passive.
  private func persuasion(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    guard clause.isPassive, !clause.isNegated, clause.kind != .participle, let subject = clause.subjects.first,
      let speaker = speaker(subject), clause.verb.upperBound < end, tokens[clause.verb.upperBound].lower == "that"
    else { return nil }
    let limit = contentEnd(after: index)
    guard clause.verb.upperBound + 1 < limit else { return nil }
    return DenialRules.Reading(
      content: (clause.verb.upperBound + 1)..<limit, passage: annotations.phrases[subject].tokens.lowerBound..<limit,
      speaker: speaker, certainty: .reported, form: .indirect)
  }

  /// The place of "that" behind `start` with no verb before it.
  private func thatBehind(_ start: Int, within reach: Int) -> Int? {
    let range = start..<max(start, min(end, start + reach))
    guard let that = range.first(where: { tokens[$0].lower == "that" }), that + 1 < end,
      !(start..<that).contains(where: { tags[$0].isVerb || tags[$0] == .auxiliary })
    else { return nil }
    return that
  }

  /// "heard from the postman that the house had been sold": the postman says so.
  private func secondHand(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    guard !clause.isNegated, !clause.isPassive, let subject = clause.subjects.first,
      let from = (clause.verb.upperBound..<min(end, clause.verb.upperBound + 3)).first(where: { tokens[$0].lower == "from" }),
      let source = startingPhrase(from + 1), let speaker = speaker(source), let that = thatBehind(from + 1, within: 9)
    else { return nil }
    let limit = contentEnd(after: index)
    guard that + 1 < limit else { return nil }
    return DenialRules.Reading(
      content: (that + 1)..<limit, passage: min(annotations.phrases[subject].tokens.lowerBound, from)..<limit, speaker: speaker,
      certainty: .reported, form: .indirect)
  }

  /// "put it to the witness that the lock had been drilled"
  private func putToWitness(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    let start = clause.verb.upperBound
    guard let to = (start..<min(end, start + 2)).first(where: { tokens[$0].lower == "to" }),
      clause.isPassive ? to == start : tokens[start].lower == "it", let that = thatBehind(to, within: 8)
    else { return nil }
    let limit = contentEnd(after: index)
    guard that + 1 < limit else { return nil }
    let subject = clause.isPassive ? nil : clause.subjects.first
    return DenialRules.Reading(
      content: (that + 1)..<limit, passage: (subject.map { annotations.phrases[$0].tokens.lowerBound } ?? start)..<limit,
      speaker: subject.flatMap { speaker($0) }, certainty: .reported, form: subject == nil ? .hearsay : .indirect)
  }

  /// "Legend has it that": nobody in particular says so.
  private func hasItThat(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    let start = clause.verb.upperBound
    guard start + 2 < end, tokens[start].lower == "it", tokens[start + 1].lower == "that", let subject = clause.subjects.first
    else { return nil }
    let limit = contentEnd(after: index)
    guard start + 2 < limit else { return nil }
    let noun = tokens[annotations.phrases[subject].head].lower
    return DenialRules.Reading(
      content: (start + 2)..<limit, passage: annotations.phrases[subject].tokens.lowerBound..<limit, speaker: nil,
      certainty: SpeechLexicon.nouns[noun] == .reported ? .reported : .rumoured, form: .hearsay)
  }

  // MARK: What the tree does not show

  /// A verb of saying that stands between somebody and what is said though the parser made nothing of it: "a nurse who works
  /// there said the number was nine", "a letter, signed by the treasurer, states that".
  mutating func readOverlooked() {
    for token in sentence.tokens where token > begin && token + 1 < end {
      guard isOverlookedVerb(token), let subject = speakingPhrase(before: token) else { continue }
      guard !found.contains(where: { $0.passage.contains(token) && ($0.speaker != nil || $0.form == .denial) }) else { continue }
      let isFollowed = tokens[token + 1].lower == "that"
      var start = isFollowed ? token + 2 : token + 1
      if !isFollowed, let that = thatBehind(token + 1, within: 7) { start = that + 1 }
      guard start < end, hasFiniteVerb(start..<end), let speaker = speaker(subject) else { continue }
      guard isFollowed || start > token + 1 || opensStatement(start) else { continue }
      let certainty = SpeechLexicon.certainty(of: VerbForms.lemma(of: tokens[token].lower) ?? "") ?? .reported
      add(
        start..<end, annotations.phrases[subject].tokens.lowerBound..<end, by: speaker, certainty,
        certainty == .denied ? .denial : form(start..<end))
    }
  }

  /// "…, a clerk at the courthouse whispered.": a verb of speaking at the end of a sentence, of which the parser makes a
  /// participle.
  mutating func readClosing() {
    var verb = end - 1
    if verb > begin, ["me", "us", "reporters"].contains(tokens[verb].lower) { verb -= 1 }
    guard verb > begin + 4, tags[verb].isVerb, let lemma = VerbForms.lemma(of: tokens[verb].lower),
      SpeechLexicon.quoting.contains(lemma) || SpeechLexicon.isSpeech(lemma),
      !found.contains(where: { $0.passage.contains(verb) && $0.speaker != nil }), let phrase = speakingPhrase(before: verb)
    else { return }
    let subject = governing(phrase)
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    guard comma > begin, tokens[comma].form == ",", let speaker = speaker(subject) else { return }
    let content = unitStart(before: comma)..<comma
    guard hasFiniteVerb(content) else { return }
    add(content, content.lowerBound..<end, by: speaker, SpeechLexicon.certainty(of: lemma) ?? .reported, form(content))
  }

  private func isOverlookedVerb(_ token: Int) -> Bool {
    guard Self.plainSayings.contains(tokens[token].lower), !isInQuotation(token, started: begin) else { return false }
    let before = tags[token - 1]
    return before != .auxiliary && before != .modal && before != .determiner && before != .possessive && before != .adjective
      && before != .toParticle && before != .preposition
  }

  /// Behind a verb of saying without "that": somebody or something, and a finite verb soon after.
  private func opensStatement(_ start: Int) -> Bool {
    guard annotations.phraseStartingAt[start] >= 0 else { return false }
    return hasFiniteVerb(start..<min(end, start + 9))
  }

  /// The phrase that a verb at `token` has for its subject: right before it, or before a relative clause, a participle or an
  /// apposition between commas that ends there.
  func speakingPhrase(before token: Int) -> Int? {
    var at = token
    while at > begin, tags[at - 1] == .adverb { at -= 1 }
    guard at > begin else { return nil }
    if tokens[at - 1].form == "," {
      guard let comma = (begin..<(at - 1)).last(where: { tokens[$0].form == "," }), at - comma < 16, comma > begin else {
        return nil
      }
      let isAppositional = (begin..<comma).contains { tokens[$0].form == "," } && annotations.phraseStartingAt[comma + 1] >= 0
      let outer = isAppositional ? (begin..<comma).last { tokens[$0].form == "," } ?? comma : comma
      return phraseEnding(at: outer) ?? phraseEnding(at: comma)
    }
    if let relative = (max(begin, at - 9)..<at).last(where: { ["who", "which"].contains(tokens[$0].lower) }), relative > begin,
      tokens[relative - 1].form != ","
    {
      return phraseEnding(at: relative)
    }
    return phraseEnding(at: at)
  }

  private func phraseEnding(at end: Int) -> Int? {
    guard end > begin else { return nil }
    let phrase = annotations.phraseOfToken[end - 1]
    guard phrase >= 0, annotations.phrases[phrase].tokens.upperBound == end, annotations.phrases[phrase].kind != .time else {
      return nil
    }
    return phrase
  }

  /// Forms that are hardly anything but verbs of saying.
  private static let plainSayings = WordList.set(
    """
    said says told tells claimed insisted insists argued argues denied denies admitted admits testified testifies maintained
    maintains alleged alleges stated states replied explained added warned warns believes believed announced confirmed asserts
    asserted contends contended acknowledged concedes conceded thinks thought writes wrote
    """)
}
