/// "The president was well, he said.": a pronoun behind what is said is who has been speaking, not whom the words are about.
enum SpeakingPronouns {
  static func settle(_ annotations: inout Annotations) {
    annotations.statements.sort { $0.content.lowerBound < $1.content.lowerBound }
    for index in annotations.statements.indices {
      guard let speaker = annotations.statements[index].speaker,
        let pronoun = closingPronoun(of: annotations.statements[index], speaker, annotations),
        let last = lastSpeaker(before: index, as: annotations.tokens[pronoun].lower, annotations), last.speaker != speaker,
        isNamed(speaker, in: annotations.statements[index].content.lowerBound..<pronoun, annotations)
          || goesOn(annotations.statements[index], behind: last.passage, speaker, annotations)
      else { continue }
      annotations.statements[index].speaker = last.speaker
    }
  }

  /// "A crane driver said he had not decided. “I knew him,” he said.": words quoted in the same paragraph, in which nobody
  /// else that the pronoun could be has been named since.
  private static func goesOn(
    _ statement: Statement, behind last: Range<Int>, _ speaker: Int, _ annotations: Annotations
  ) -> Bool {
    statement.form == .direct
      && annotations.tokens[last.lowerBound].block == annotations.tokens[statement.passage.lowerBound].block
      && annotations.sentenceIndex(ofToken: statement.passage.lowerBound) - annotations.sentenceIndex(ofToken: last.lowerBound)
        <= 1
      && !isNamed(speaker, in: last.lowerBound..<statement.passage.lowerBound, annotations)
  }

  private static let genders: [String: GivenNames.Gender] = ["he": .male, "she": .female]

  /// The "he" of ", he said" in or behind what is said.
  private static func closingPronoun(of statement: Statement, _ speaker: Int, _ annotations: Annotations) -> Int? {
    guard statement.form == .indirect || statement.form == .direct else { return nil }
    return statement.passage.dropFirst(2).first { token in
      guard genders[annotations.tokens[token].lower] != nil, [",", "”", "\""].contains(annotations.tokens[token - 1].form),
        token + 1 < statement.passage.upperBound
      else { return false }
      let lemma = VerbForms.lemma(of: annotations.tokens[token + 1].lower) ?? ""
      let next = token + 2
      let closes =
        next >= statement.passage.upperBound || annotations.tokens[next].kind == .mark
        || (next..<min(next + 4, statement.passage.upperBound)).contains { annotations.tokens[$0].form == "," }
        || annotations.tags[next] == .preposition || annotations.time(startingAt: next) != nil
      return closes && (SpeechLexicon.isSpeech(lemma) || SpeechLexicon.quoting.contains(lemma))
        && annotations.phraseStartingAt[token] >= 0
        && annotations.entity(ofPhrase: annotations.phraseStartingAt[token]) == speaker
    }
  }

  private static func isNamed(_ entity: Int, in range: Range<Int>, _ annotations: Annotations) -> Bool {
    annotations.mentions(beginningIn: range).contains {
      annotations.mentions[$0].entity == entity && annotations.mentions[$0].form != .pronoun
    }
  }

  /// Who spoke last before a statement, within the paragraph or the one before, if the pronoun may be that person.
  private static func lastSpeaker(
    before index: Int, as pronoun: String, _ annotations: Annotations
  ) -> (speaker: Int, passage: Range<Int>)? {
    let statement = annotations.statements[index]
    let block = annotations.tokens[statement.content.lowerBound].block
    let before = annotations.statements[..<index].last { other in
      other.speaker != nil && other.passage.upperBound <= statement.passage.lowerBound
        && block - annotations.tokens[other.passage.lowerBound].block <= 1
    }
    guard let before, let speaker = before.speaker, annotations.entities[speaker].kind == .person,
      let gender = genders[pronoun], annotations.entities[speaker].gender.map({ $0 == gender }) ?? true
    else { return nil }
    return (speaker, before.passage)
  }
}
