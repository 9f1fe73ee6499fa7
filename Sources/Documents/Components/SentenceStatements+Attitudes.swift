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
    case "whisper", "gossip", "speculate", "murmur", "mutter": whispers(clause, index)
    default: nil
    }
  }

  private func attitude(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    var at = clause.verb.upperBound
    while at < end, tags[at] == .adverb || tags[at] == .negation || ["as", "so"].contains(tokens[at].lower) { at += 1 }
    guard at + 1 < end, let certainty = SpeechLexicon.attitudes[tokens[at].lower], hasFiniteSubject(clause),
      let subject = clause.subjects.first, let speaker = speaker(subject)
    else { return nil }
    let limit = contentEnd(after: index)
    let opensClause = annotations.phraseStartingAt[at + 1] >= 0 && tags[at + 1] != .preposition
    guard at + 2 < limit, tokens[at + 1].lower == "that" || opensClause else { return nil }
    let content = (tokens[at + 1].lower == "that" ? at + 2 : at + 1)..<limit
    guard hasFiniteVerb(content) else { return nil }
    let isSure = certainty == .reported || certainty == .probable
    let isNegated = (clause.verb.lowerBound..<at).contains { tags[$0] == .negation }
    return DenialRules.Reading(
      content: content, passage: annotations.phrases[subject].tokens.lowerBound..<limit, speaker: speaker,
      certainty: isNegated && isSure ? .rumoured : certainty, form: .indirect)
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
  func thatBehind(_ start: Int, within reach: Int) -> Int? {
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
      let source = annotations.phrase(startingAt: from + 1), let speaker = speaker(source),
      let that = thatBehind(from + 1, within: 9)
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

  /// "Brokers have been whispering about a buyer", "Residents speculate about who fired": talk that nobody stands behind.
  private func whispers(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    let start = clause.verb.upperBound
    guard !clause.isNegated, !clause.isPassive, hasFiniteSubject(clause), let subject = clause.subjects.first, start + 1 < end,
      ["about", "of", "over", "on"].contains(tokens[start].lower)
    else { return nil }
    let limit = contentEnd(after: index)
    guard start + 1 < limit else { return nil }
    return DenialRules.Reading(
      content: (start + 1)..<limit, passage: annotations.phrases[subject].tokens.lowerBound..<limit, speaker: speaker(subject),
      certainty: .rumoured, form: .hearsay)
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
}
