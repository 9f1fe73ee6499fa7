// What is said in a letter is also a letter: "conceded in a letter to the club of 30 August that".
extension EventCandidateFinder {
  private static let letters = WordList.set(
    "letter e-mail email memo message note post statement circular telegram memorandum submission affidavit")
  private static let publications = WordList.set("report study paper article book dossier bulletin")

  private static let charging: Set<String> = ["accuse", "blame", "warn", "criticise", "criticize", "condemn", "describe", "urge"]
  private static let sending: Set<String> = [
    "dated", "sent", "written", "posted", "published", "issued", "released", "signed", "read", "seen", "delivered",
  ]

  private func isPaper(_ phrase: Int) -> Bool {
    Self.letters.contains(head(phrase)) || Self.publications.contains(head(phrase))
  }

  /// "In an open letter last month, Ruth Yates accused": before the comma that the subject follows.
  private func openingPaper(before subject: Int) -> Int? {
    let begin = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.phrases[subject].head)].tokens.lowerBound
    guard let paper = annotations.phrase(behind: ["in"], at: begin), isPaper(paper),
      case let comma = annotations.phrases[subject].tokens.lowerBound - 1, comma > begin, tokens[comma].form == ",",
      !tokens[begin..<comma].contains(where: { $0.form == "," })
    else { return nil }
    return paper
  }

  /// A statement of its own where the text gives the letter a day or somebody who gets it.
  mutating func readLetter(_ clause: Clause) {
    guard SpeechLexicon.isSpeech(clause.lemma) || Self.charging.contains(clause.lemma), !clause.isPassive,
      let subject = clause.subjects.first,
      let phrase = clause.adjuncts.first(where: { $0.preposition == "in" && isPaper($0.phrase) })?.phrase
        ?? openingPaper(before: subject),
      ofNoun[annotations.phrases[phrase].head] == nil
    else { return }
    let letter = annotations.phrases[phrase]
    var candidate = EventCandidate(
      type: Self.letters.contains(head(phrase)) ? "statement" : "publication", trigger: letter.head..<letter.head + 1,
      clause: nil, isNoun: true, evidence: letter.tokens)
    addOwnRoles(phrase, head(phrase), to: &candidate)
    let end = letter.tokens.upperBound
    if candidate.time == nil, end + 1 < tokens.count, Self.sending.contains(tokens[end].lower) {
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
