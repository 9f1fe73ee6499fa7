// Whether words speak of what is to come, and from when: "will meet on Friday", "promised in November to pay by March".
extension TimeParser {
  /// Whether the words before `index` speak of what is to come.
  func looksAhead(_ index: Int) -> Bool {
    if lower(index - 1) == "next" || lower(index) == "next" { return true }
    if lower(index - 1) == "last" || lower(index) == "last" { return false }
    // "called an election for July 5": what is fixed for a day is to come.
    if lower(index - 1) == "for" { return true }
    var at = index - 1
    while at >= sentence.tokens.lowerBound, index - at < 24 {
      if tags[at] == .modal, ["will", "shall", "'ll", "would"].contains(lower(at)) { return true }
      if ["is", "are"].contains(lower(at)), lower(at + 1) == "to" { return true }
      if tags[at].isVerb, ["faces", "face", "awaits", "await"].contains(lower(at)) { return true }
      let isPlan = Self.planning.contains(lower(at))
      // "approved plans for 200 homes on Tuesday"
      let isThing = tags[at].isNominal && lower(at + 1) == "for"
      if isPlan && !isThing && ["to", "for"].contains(lower(at + 1))
        || (["due", "likely", "scheduled"].contains(lower(at)) || isPlan && ["is", "are"].contains(lower(at - 1)))
          && ["in", "on", "by", "before", "next", "at", "from"].contains(lower(at + 1))
      {
        return true
      }
      let isPresent = tags[at] == .verbThird || tags[at] == .verbBase && at > 0 && tags[at - 1].isNominal
      if isPresent, Self.scheduled.contains(VerbForms.lemma(of: lower(at)) ?? "") { return true }
      if tags[at] == .verbPast || tags[at] == .verbParticiple, isPutOff(at, until: index) { return true }
      if tags[at] == .verbPast || tags[at] == .verbThird { return false }
      if tags[at] == .auxiliary, ["was", "were", "had", "has"].contains(lower(at)) { return false }
      at -= 1
    }
    // The verb may stand behind the date: "On Tuesday the court will".
    at = index + 1
    while at < sentence.tokens.upperBound, at - index < 10 {
      if tags[at] == .modal { return lower(at) == "will" }
      if tags[at].isVerb || tags[at] == .auxiliary { return false }
      at += 1
    }
    return false
  }

  /// "adjourned the case until June 9", "agreed to leave by March": the day of what a past verb puts off or undertakes.
  func isPutOff(_ verb: Int, until index: Int) -> Bool {
    guard let lemma = VerbForms.lemma(of: lower(verb)), lower(verb - 1) != "had" else { return false }
    if Self.deferring.contains(lemma), ["until", "till", "to", "by"].contains(lower(index - 1)) { return true }
    return Self.undertaking.contains(lemma)
      && (verb + 1..<index).contains { tags[$0] == .toParticle && tags[$0 + 1] == .verbBase }
  }

  /// "promised in November to pay by March": the past day from which a verb looks ahead.
  func startAhead(_ index: Int) -> CivilDay? {
    guard let today, let start = sentencePeriod ?? sentenceDay, start < today,
      (sentence.tokens.lowerBound..<index).contains(where: { tags[$0] == .verbPast && isPutOff($0, until: index) })
    else { return nil }
    return start
  }

  private static let planning = WordList.set(
    """
    due scheduled expected planned set plans plan upcoming likely intends intend hopes hope aims aim wants want promises promise
    vows vow threatens threaten
    """)

  private static let deferring = WordList.set(
    "adjourn postpone defer delay suspend extend remand reschedule push put ban give order tell ask")
  private static let undertaking = WordList.set(
    "agree vow promise pledge decide plan threaten offer order undertake resolve vote intend prepare instruct")

  /// What is said in the present tense of a day to come: "the contract expires in December".
  private static let scheduled = WordList.set(
    """
    expire meet begin start open close end resume convene vote leave arrive go return sit reopen retire run lapse hear continue
    elect play face expect anticipate plan
    """)
}
