// What somebody calls something by a verb that is none of saying, and what somebody urges or owns up to.
extension SentenceStatements {
  /// "turned it down as “hush money”", "voted no, calling the suit “good money after bad”": what is picked out of somebody's
  /// words.
  func verdictInPassing(_ clause: Clause, _ index: Int) -> Range<Int>? {
    let start = clause.verb.upperBound
    let isCalling = clause.kind == .participle && Self.calling.contains(clause.lemma)
    guard isCalling || Self.judging.contains(clause.lemma) && !clause.isPassive && hasFiniteSubject(clause),
      clause.kind != .infinitive, start < end
    else { return nil }
    guard
      let quotation = annotations.quotations.first(where: { quotation in
        quotation.tokens.lowerBound > start && quotation.tokens.lowerBound < min(end, start + 14)
      })
    else { return nil }
    let opening = quotation.tokens.lowerBound
    let words = start..<opening
    guard !words.contains(where: { [";", ":"].contains(tokens[$0].form) || tags[$0] == .relative }) else { return nil }
    if isCalling { return start..<min(end, quotation.tokens.upperBound) }
    guard words.contains(where: { tokens[$0].lower == "as" && opening - $0 <= 3 }), !hasFiniteVerb(words) else { return nil }
    return start..<min(end, max(quotation.tokens.upperBound, opening + 1))
  }

  private static let calling = WordList.set(
    """
    call describe label brand term dub deem dismiss denounce deride characterise characterize portray depict hail praise condemn
    criticise criticize decry ridicule mock
    """)
  private static let judging = WordList.set(
    """
    turn reject dismiss praise hail condemn criticise criticize denounce deride mock attack slam decry welcome defend lambast
    lambaste blast brush wave celebrate ridicule write refuse pan assail castigate applaud laud tout bill lament
    deplore bemoan explain justify
    """)

  /// The subject of the last main verb before a participle.
  func mainSubject(before clause: Clause) -> Int? {
    annotations.clauses[clauses].last { other in
      other.mainVerb < clause.mainVerb && [.main, .coordinated].contains(other.kind) && hasFiniteSubject(other)
    }?.subjects.first
  }

  /// "condemned the raid", "praised the design", "called for a boycott", "expects normal service": what somebody thinks of a
  /// thing or wants of it.
  func stance(_ clause: Clause, _ index: Int) -> Range<Int>? {
    guard !clause.isPassive, !clause.isNegated, [.main, .coordinated].contains(clause.kind), hasFiniteSubject(clause),
      clause.modal == nil
    else { return nil }
    let start = clause.verb.upperBound
    let limit = contentEnd(after: index)
    guard start < limit else { return nil }
    if clause.lemma == "call" {
      return tokens[start].lower == "for" && start + 1 < limit ? start..<limit : nil
    }
    // "The service expects to call off the search"
    if ["expect", "hope"].contains(clause.lemma), tags[start] == .toParticle, start + 1 < limit { return start..<limit }
    guard Self.taking.contains(clause.lemma), let object = annotations.phrase(startingAt: start), clause.objects.contains(object),
      annotations.phrases[object].kind == .common || annotations.phrases[object].kind == .name,
      !(start..<limit).contains(where: { tokens[$0].lower == "that" || tags[$0] == .toParticle })
    else { return nil }
    return start..<limit
  }

  private static let taking = WordList.set(
    """
    condemn denounce deplore criticise criticize praise applaud welcome hail commend laud regret lament expect predict forecast
    anticipate fear demand promise pledge recommend propose defend
    """)

  /// "suspect an electrical fault": a cause that somebody thinks possible.
  func suspicion(_ clause: Clause, _ index: Int) -> Range<Int>? {
    guard clause.lemma == "suspect", !clause.isPassive, !clause.isNegated, clause.kind != .infinitive, hasFiniteSubject(clause),
      let object = annotations.phrase(startingAt: clause.verb.upperBound), annotations.phrases[object].kind == .common,
      !HumanNouns.isHuman(tokens[annotations.phrases[object].head].lower)
    else { return nil }
    return clause.verb.upperBound..<contentEnd(after: index)
  }

  /// "He resigned, “to see more of his family,” the firm said": a few words quoted behind a clause of the text's own are all
  /// that is said.
  func closingFragment(of content: Range<Int>) -> Range<Int> {
    guard
      let quotation = annotations.quotations.last(where: { quotation in
        isPhrase(quotation) && content.contains(quotation.tokens.lowerBound)
          && quotation.tokens.upperBound >= content.upperBound - 1
      }), quotation.tokens.lowerBound > content.lowerBound + 2, tokens[quotation.tokens.lowerBound - 1].form == ",",
      hasFiniteVerb(content.lowerBound..<quotation.tokens.lowerBound)
    else { return content }
    return quotation.tokens.lowerBound..<content.upperBound
  }

  /// A few words, or an infinitive.
  private func isPhrase(_ quotation: Quotation) -> Bool {
    quotation.isFragment || tags[quotation.tokens.lowerBound + 1] == .toParticle
  }

  /// "is expected to tell the jury that", "plans to argue that": what somebody is going to say.
  func readForthcoming(_ clause: Clause, _ index: Int) -> DenialRules.Reading? {
    guard clause.kind == .infinitive, SpeechLexicon.isSpeech(clause.lemma), let governor = clause.governor else { return nil }
    let outer = annotations.clauses[governor]
    guard ["expect", "plan", "intend", "prepare", "schedule", "set", "be", "anticipate"].contains(outer.lemma), !outer.isNegated,
      hasFiniteSubject(outer), let subject = outer.subjects.first, let speaker = speaker(subject),
      let that = thatBehind(clause.verb.upperBound, within: 8)
    else { return nil }
    let limit = contentEnd(after: index)
    guard that + 1 < limit else { return nil }
    return DenialRules.Reading(
      content: (that + 1)..<limit, passage: annotations.phrases[subject].tokens.lowerBound..<limit, speaker: speaker,
      certainty: .probable, form: .indirect)
  }

  /// "admitted to the theft", "confessed to having paid": owning up.
  func admitsTo(_ clause: Clause) -> Bool {
    let next = clause.verb.upperBound
    return ["admit", "confess", "own"].contains(clause.lemma) && !clause.isPassive && next + 1 < end && tokens[next].lower == "to"
      && tags[next] != .toParticle && !hasThat(clause)
  }

  /// "urged people to vote no", "called on the mayor to resign", "appealed to drivers to stay at home": somebody, and what is
  /// asked of him.
  func urges(_ clause: Clause) -> Bool {
    guard Self.urging.contains(clause.lemma), !clause.isPassive, [.main, .coordinated].contains(clause.kind),
      hasFiniteSubject(clause)
    else { return false }
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(end, clause.verb.upperBound + 10))
    guard let to = reach.first(where: { tags[$0] == .toParticle }), to > reach.lowerBound else { return false }
    let words = reach.lowerBound..<to
    // "begged me not to print his name"
    if (to..<min(end, to + 5)).contains(where: { ["name", "named", "identified", "quoted"].contains(tokens[$0].lower) }) {
      return false
    }
    if clause.lemma == "call", !["on", "upon", "for"].contains(tokens[reach.lowerBound].lower) { return false }
    return words.contains { tags[$0].isNominal || tags[$0] == .pronoun } && !words.contains { tags[$0].isVerb }
  }

  private static let urging = WordList.set(
    "urge appeal call implore beseech beg exhort plead advise encourage warn instruct caution")
}
