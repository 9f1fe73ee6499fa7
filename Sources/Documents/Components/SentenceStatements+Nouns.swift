// What nouns, adjectives and adverbs say of who says it and how sure it is.
extension SentenceStatements {
  /// "unconfirmed reports on Monday that he had died", "estimates by commanders that", "claims soldiers killed X".
  mutating func readNouns() {
    for index in sentence.tokens where tags[index] == .noun || tags[index] == .pluralNoun || isThereTalk(index) {
      guard let base = SpeechLexicon.nouns[tokens[index].lower], !isMeansOfSpeech(index), let start = contentOfNoun(index) else {
        continue
      }
      // A denial speaks for the noun that it denies.
      if found.contains(where: {
        $0.form == .denial && $0.content.contains(index) || $0.form == .denial && $0.content.lowerBound == start
      }) {
        continue
      }
      let phrase = annotations.phraseOfToken[index]
      if phrase >= 0, tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "no" {
        if ["doubt", "doubts", "question"].contains(tokens[index].lower) {
          readConviction(of: index, start)
        } else {
          readLack(of: index, start)
        }
        continue
      }
      let limit = nounContentEnd(start)
      var certainty = base
      if isUnconfirmed(index) || isLeftOpen(start..<limit) { certainty = .rumoured }
      let low = phrase >= 0 ? annotations.phrases[phrase].tokens.lowerBound : index
      let passage = min(low, existentialStart(low))..<limit
      add(start..<limit, passage, by: nounSpeaker(index, start), certainty, .hearsay, time: timeBetween(index, start))
    }
  }

  /// "Lee has no doubt that he knew": she says so. Without one who has none, the text says so itself.
  private mutating func readConviction(of index: Int, _ start: Int) {
    let bearer = annotations.clauses[clauses].last { $0.verb.upperBound <= index && ["have", "leave"].contains($0.lemma) }
    guard let subject = bearer?.subjects.first, let speaker = speaker(subject),
      !found.contains(where: { $0.speaker != nil && $0.content.contains(index) })
    else { return }
    add(start..<end, annotations.phrases[subject].tokens.lowerBound..<end, by: speaker, .reported, .indirect)
  }

  /// "There is no evidence that he knew", "found no proof that": who says so denies it; the text alone leaves it open.
  private mutating func readLack(of index: Int, _ start: Int) {
    let finder = annotations.clauses[clauses].last { clause in
      clause.verb.upperBound <= index && ["find", "see", "have", "know", "offer"].contains(clause.lemma)
        && hasFiniteSubject(clause)
    }
    let around = found.last { $0.speaker != nil && $0.content.contains(index) }
    let speaker = around?.speaker ?? finder?.subjects.first.flatMap { self.speaker($0) }
    let low = max(around?.content.lowerBound ?? begin, begin)
    add(start..<end, low..<end, by: speaker, speaker == nil ? .rumoured : .denied, speaker == nil ? .hearsay : .denial)
  }

  /// "said in a statement that": the verb has the speaker.
  func isMeansOfSpeech(_ index: Int) -> Bool {
    annotations.clauses[clauses].contains { clause in
      SpeechLexicon.isSpeech(clause.lemma) && clause.lemma != "comment" && !clause.subjects.isEmpty
        && clause.adjuncts.contains {
          annotations.phrases[$0.phrase].head == index && ["in", "on", "at", "with"].contains($0.preposition)
        }
    }
  }

  /// "There was talk that", of which the tagger makes a verb, and "Talk that", of which it makes a name.
  private func isThereTalk(_ index: Int) -> Bool {
    index == begin && index + 1 < end && tokens[index + 1].lower == "that"
      || index >= begin + 2 && tags[index].isVerb && ["talk", "speculation", "word"].contains(tokens[index].lower)
        && existentialStart(index) < index
  }

  func existentialStart(_ low: Int) -> Int {
    low >= begin + 2 && tags[low - 1] == .auxiliary && tokens[low - 2].lower == "there" ? low - 2 : low
  }

  /// Where the content of a noun of saying begins: after "that", or at the subject of a clause right behind the noun.
  func contentOfNoun(_ index: Int) -> Int? {
    var at = index + 1
    while at < end, at - index < 12 {
      if tokens[at].lower == "that",
        tags[at] == .subordinator || tags[at] == .determiner || at == index + 1 && tags[at] != .relative
      {
        return at + 1
      }
      if tokens[at].lower == "that", tags[at] == .relative {
        // "allegations that dogs had been beaten": before another verb a plural, whatever the tagger makes of it.
        let isSubject =
          at + 2 < end && [.verbBase, .verbThird].contains(tags[at + 1])
          && [.auxiliary, .modal, .verbPast].contains(tags[at + 2])
        let isClause = at + 1 < end && !tags[at + 1].isVerb && ![.auxiliary, .modal, .adverb].contains(tags[at + 1])
        return isSubject || isClause ? at + 1 : nil
      }
      // "a rumour spread that ballot boxes had been burnt"
      if tags[at].isVerb, at + 1 < end, Self.spreading.contains(VerbForms.lemma(of: tokens[at].lower) ?? ""),
        let that = thatBehind(at + 1, within: 8)
      {
        return that + 1
      }
      if tags[at].isVerb || tags[at] == .auxiliary {
        guard tokens[index].lower == "claims" || tokens[index].lower == "reports" || tokens[index].lower == "rumours" else {
          return clauseAfterColon(index, at)
        }
        let subject = annotations.clauses[clauses].first { $0.verb.lowerBound == at }?.subjects.first
        guard let subject, annotations.phrases[subject].tokens.lowerBound == index + 1 else { return clauseAfterColon(index, at) }
        return index + 1
      }
      at += 1
    }
    return nil
  }

  private static let spreading = WordList.set(
    "spread circulate emerge surface persist arise reach appear swirl mount grow fly abound run begin come filter swell go travel"
  )

  /// "A third possibility is being discussed by diplomats: that the raid was …".
  func clauseAfterColon(_ index: Int, _ verb: Int) -> Int? {
    guard let colon = (verb..<end).first(where: { tokens[$0].form == ":" }), colon + 1 < end, tokens[colon + 1].lower == "that"
    else { return nil }
    return colon + 2
  }

  func nounContentEnd(_ start: Int) -> Int {
    for index in clauses {
      let clause = annotations.clauses[index]
      guard clause.verb.lowerBound > start, SpeechLexicon.certainty(of: clause.lemma) != nil, let subject = clause.subjects.first
      else { continue }
      if let cut = conjunction(before: annotations.phrases[subject].tokens.lowerBound, after: start) { return cut }
    }
    if let dash = (start..<end).first(where: { tokens[$0].form == "—" || tokens[$0].form == ";" }) { return dash }
    return end
  }

  func isUnconfirmed(_ index: Int) -> Bool {
    let words = max(begin, index - 4)..<index
    return words.contains { SpeechLexicon.rumouredWords.contains(tokens[$0].lower) }
  }

  /// "Unconfirmed reports said", "Rumours say"
  func isTalk(_ subject: Int) -> Bool {
    let head = annotations.phrases[subject].head
    return isUnconfirmed(head) || ["rumour", "rumours", "rumor", "rumors", "gossip"].contains(tokens[head].lower)
  }

  /// "Reports that a grave had been found could not be confirmed."
  private func isLeftOpen(_ content: Range<Int>) -> Bool {
    guard let last = content.last, let lemma = VerbForms.lemma(of: tokens[last].lower), SpeechLexicon.confirming.contains(lemma)
    else { return false }
    let words = content.suffix(6).map { tokens[$0].lower }
    return words.contains("be") && words.contains { ["could", "can", "cannot"].contains($0) }
      && (words.contains("not") || words.contains("cannot"))
  }

  func nounSpeaker(_ index: Int, _ start: Int) -> Int? {
    let phrase = annotations.phraseOfToken[index]
    if phrase >= 0, let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) {
      return entity
    }
    for at in index..<start where ["by", "from"].contains(tokens[at].lower) {
      if let source = annotations.phrase(startingAt: at + 1), let entity = speaker(source) { return entity }
    }
    // "gave evidence that", "raised the possibility that"
    let giver = annotations.clauses[clauses].last { clause in
      clause.verb.upperBound <= index && index - clause.verb.upperBound < 5 && !clause.isPassive && !clause.isNegated
        && Self.giving.contains(clause.lemma) && hasFiniteSubject(clause)
    }
    return giver?.subjects.first.flatMap { speaker(governing($0)) }
  }

  private static let giving = WordList.set(
    """
    give make issue offer present provide publish release voice express raise level file lodge repeat renew advance float put
    """)

  func timeBetween(_ low: Int, _ high: Int) -> Int? {
    annotations.times.firstIndex { $0.tokens.lowerBound >= low && $0.tokens.upperBound <= high }
  }

  /// "There were reports of shots", "unconfirmed reports of a coup", "amid rumours of a split": what nobody stands behind.
  mutating func readReported() {
    for index in sentence.tokens where index + 2 < end && tokens[index + 1].lower == "of" {
      guard tags[index] == .noun || tags[index] == .pluralNoun, let base = SpeechLexicon.nouns[tokens[index].lower],
        base == .rumoured || Self.reporting.contains(tokens[index].lower), isOpen(index),
        !found.contains(where: {
          $0.content.contains(index) && $0.speaker == nil
        })
      else { continue }
      let phrase = annotations.phraseStartingAt[index + 2]
      let low =
        annotations.phraseOfToken[index] >= 0
        ? annotations.phrases[annotations.phraseOfToken[index]].tokens.lowerBound : index
      let limit = phrase >= 0 ? tailEnd(of: phrase) : end
      guard index + 2 < limit else { continue }
      let passage = min(low, existentialStart(low))..<limit
      add((index + 2)..<limit, passage, by: nounSpeaker(index, index + 1), isUnconfirmed(index) ? .rumoured : base, .hearsay)
    }
  }

  private static let reporting: Set<String> = ["report", "reports", "word", "news", "claims"]

  /// Whether a noun of saying brings something new: there is such talk, it is unconfirmed, it is about.
  private func isOpen(_ index: Int) -> Bool {
    let phrase = annotations.phraseOfToken[index]
    let low = phrase >= 0 ? annotations.phrases[phrase].tokens.lowerBound : index
    if isUnconfirmed(index) || existentialStart(low) < low { return true }
    return low > begin && ["amid", "despite", "after", "following"].contains(tokens[low - 1].lower)
  }

  /// "the alleged attack", "a suspected poisoning": the noun is no surer than its adjective.
  mutating func readAdjectives() {
    for index in sentence.tokens where tags[index] == .adjective && SpeechLexicon.rumouredWords.contains(tokens[index].lower) {
      let phrase = annotations.phraseOfToken[index]
      guard phrase >= 0, annotations.phrases[phrase].head > index,
        EventLexicon.nouns[Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)] != nil
      else { continue }
      let range = annotations.phrases[phrase].tokens
      add(range, range, by: nil, .rumoured, .hearsay)
    }
  }

  /// "may well have left"
  private func isMayWell(_ index: Int) -> Bool {
    index > begin && tokens[index].lower == "well" && ["may", "might", "could"].contains(tokens[index - 1].lower)
  }

  /// "reportedly", "allegedly", "purportedly" colour the clause that they stand in.
  mutating func readAdverbs() {
    for index in sentence.tokens where tags[index] == .adverb {
      let lower = tokens[index].lower
      let certainty: Certainty
      if SpeechLexicon.reportedWords.contains(lower) {
        certainty = .reported
      } else if SpeechLexicon.rumouredWords.contains(lower) {
        certainty = .rumoured
      } else if SpeechLexicon.probableWords.contains(lower) || isMayWell(index),
        !found.contains(where: { $0.passage.contains(index) })
      {
        // Inside what somebody says it makes that less sure.
        certainty = .probable
      } else {
        continue
      }
      guard
        let clause = annotations.clauses[clauses].first(where: {
          // "reportedly fled", "was apparently drugged"
          $0.verb.contains(index) || $0.verb.lowerBound == index + 1 || $0.lemma == "be" && $0.verb.upperBound == index
        }),
        clause.kind != .participle
      else { continue }
      let low = clause.begin
      let reach = max(clause.tokens.upperBound, min(index + 2, end))
      let limit = max(clause.verb.upperBound, min(unitEnd(after: clause.verb.upperBound), reach))
      add(low..<limit, low..<limit, by: nil, certainty, .hearsay)
    }
  }
}
