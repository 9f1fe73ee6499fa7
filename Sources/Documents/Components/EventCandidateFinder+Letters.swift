// What is said in a letter is also a letter: "conceded in a letter to the club of 30 August that".
extension EventCandidateFinder {
  private static let letters = WordList.set(
    "letter e-mail email memo message note post statement circular telegram memorandum submission affidavit")

  /// A statement of its own where the text gives the letter a day or somebody who gets it.
  mutating func readLetter(_ clause: Clause) {
    guard SpeechLexicon.isSpeech(clause.lemma), !clause.isPassive, let subject = clause.subjects.first,
      let phrase = clause.adjuncts.first(where: { $0.preposition == "in" && Self.letters.contains(head($0.phrase)) })?.phrase,
      ofNoun[annotations.phrases[phrase].head] == nil
    else { return }
    let letter = annotations.phrases[phrase]
    var candidate = EventCandidate(
      type: "statement", trigger: letter.head..<letter.head + 1, clause: nil, isNoun: true, evidence: letter.tokens)
    addOwnRoles(phrase, head(phrase), to: &candidate)
    let end = letter.tokens.upperBound
    if candidate.time == nil, end + 1 < tokens.count, ["dated", "sent", "written", "posted"].contains(tokens[end].lower) {
      let begin = tags[end + 1] == .preposition ? end + 2 : end + 1
      candidate.time = annotations.time(startingAt: begin)
      candidate.hasOwnTime = candidate.time != nil
    }
    guard candidate.hasOwnTime || candidate.participants.contains(where: { $0.role == "recipient" }) else { return }
    addParticipant("agent", subject, count: nil, to: &candidate)
    if !candidate.hasOwnTime { addSurroundings(clause, to: &candidate) }
    found.append(candidate)
    ofNoun[letter.head] = found.count - 1
  }
}
