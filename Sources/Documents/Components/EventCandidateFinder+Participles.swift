// What participles right behind a noun say of it: "an audit ordered by the board and released in January by Hartwell & Dunn".
extension EventCandidateFinder {
  /// Who does what the noun names, and the day of those participles that tell of nothing else.
  func addParticiples(behind phrase: Phrase, to candidate: inout EventCandidate) {
    var at = phrase.tokens.upperBound
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: phrase.head)].tokens
    // "the vote, held on June 4, …"
    if at + 3 < sentence.upperBound, tokens[at].form == ",", tags[at + 2] == .preposition,
      annotations.time(startingAt: at + 3) != nil
    {
      at += 1
    }
    while at < sentence.upperBound, tags[at] == .verbParticiple || tags[at] == .verbPast,
      let lemma = VerbForms.lemma(of: tokens[at].lower), Self.conducting.contains(lemma)
    {
      at = readParticiple(from: at + 1, to: sentence.upperBound, &candidate)
      guard at + 1 < sentence.upperBound, tokens[at].lower == "and" else { return }
      at += 1
    }
  }

  /// The agent and the day behind a participle; gives where its words end.
  private func readParticiple(from begin: Int, to end: Int, _ candidate: inout EventCandidate) -> Int {
    var at = begin
    while at + 1 < end {
      let begin = tags[at] == .preposition ? at + 1 : at
      if let time = annotations.time(startingAt: begin) {
        if candidate.time == nil { (candidate.time, candidate.hasOwnTime, candidate.isTimeOfNoun) = (time, true, true) }
        at = annotations.times[time].tokens.upperBound
        continue
      }
      guard tags[at] == .preposition, annotations.phraseStartingAt[at + 1] >= 0 else { return at }
      let next = annotations.phraseStartingAt[at + 1]
      switch tokens[at].lower {
      case "by": addParticipant("agent", next, count: nil, to: &candidate)
      case "in", "at", "on", "near":
        if let place = annotations.entity(ofPhrase: next), annotations.entities[place].kind == .place,
          !candidate.places.contains(place)
        {
          candidate.places.append(place)
        }
      default: return at
      }
      at = annotations.phrases[next].tokens.upperBound
    }
    return at
  }

  /// "The accident, which occurred on Friday in Orsa, injured nine": day and place that a relative clause gives to the noun
  /// right before it.
  func addRelative(behind end: Int, to candidate: inout EventCandidate) {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)].tokens
    var at = end
    if at < sentence.upperBound, tokens[at].form == "," { at += 1 }
    guard at + 1 < sentence.upperBound, ["which", "that"].contains(tokens[at].lower) else { return }
    at += 1
    while at < sentence.upperBound, [.auxiliary, .adverb].contains(tags[at]) { at += 1 }
    guard at < sentence.upperBound, tags[at].isVerb, let lemma = VerbForms.lemma(of: tokens[at].lower),
      Self.occurring.contains(lemma) || Self.conducting.contains(lemma)
    else { return }
    _ = readParticiple(from: at + 1, to: sentence.upperBound, &candidate)
  }

  private static let conducting = WordList.set(
    """
    order commission conduct carry perform make undertake lead write prepare publish release issue sign broker mediate organise
    organize hold host launch open start begin stage mount file lodge bring submit convene call chair head request demand plan
    announce schedule sponsor fund agree negotiate reach impose award grant pay offer record film tape broadcast televise
    """)
}
