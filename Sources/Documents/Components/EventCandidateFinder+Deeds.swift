// Deeds of which no lexicon knows more than that they are deeds.
extension EventCandidateFinder {
  /// "The mission jammed the station on Tuesday": lexicons end, deeds do not. What a clause gives a day to and what is no state,
  /// thought, word or beginning of something else has happened, whatever the verb; its type is `other`.
  func datedDeed(_ clause: Clause) -> EventLexicon.Verb? {
    guard isDated(clause), !clause.isNegated, clause.modal == nil, clause.kind != .infinitive || isFixed(clause),
      clause.kind != .participle || opensSentence(clause),
      !ActVerbs.states.contains(clause.lemma), !SpeechLexicon.isSpeech(clause.lemma), !carriesNoun(clause)
    else { return nil }
    return EventLexicon.Verb(type: "other", subject: "agent", object: "target", count: nil, isSlight: true)
  }

  /// "is due to open on 4 June", "plans to swim the strait in May": what is to be done on a day.
  private func isFixed(_ clause: Clause) -> Bool {
    guard clause.kind == .infinitive, let governor = clause.governor.map({ annotations.clauses[$0] }), !governor.isNegated,
      clause.verb.lowerBound > governor.verb.upperBound - 1
    else { return false }
    let between = tokens[governor.verb.upperBound..<max(governor.verb.upperBound, clause.verb.lowerBound)].map(\.lower)
    return ["plan", "intend", "schedule"].contains(governor.lemma) && between.count <= 1
      || governor.lemma == "expect" && governor.isPassive
      || governor.lemma == "be" && between.contains { ["due", "set", "scheduled", "expected"].contains($0) }
  }

  /// "Visiting the port on Thursday, she promised help": as much of a deed as what follows.
  private func opensSentence(_ clause: Clause) -> Bool {
    tags[clause.mainVerb] == .verbGerund
      && clause.mainVerb == annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
  }

  /// "Clashes erupted", "approached the firm with a bid": the happening is the noun's.
  private func carriesNoun(_ clause: Clause) -> Bool {
    let carried = clause.adjuncts.filter { ["with", "for"].contains($0.preposition) }.map(\.phrase)
    return (clause.subjects + clause.objects + carried).contains { ofNoun[annotations.phrases[$0].head] != nil }
  }

  /// "sells cars", "is registered in Oslo": a present tense without a day tells what is always so.
  func isHabit(_ clause: Clause) -> Bool {
    guard clause.kind != .infinitive, clause.kind != .participle, !isDated(clause) else { return false }
    if clause.isPassive {
      return clause.verb.contains { ["is", "are"].contains(tokens[$0].lower) }
        && !clause.verb.contains { ["being", "been"].contains(tokens[$0].lower) }
    }
    return clause.verb.count == 1 && (tags[clause.mainVerb] == .verbThird || tags[clause.mainVerb] == .verbBase)
  }
}
