/// Quotations that no verb of their own sentence introduces: they go on with the last speaker of their paragraph, or belong to
/// the one who is named where the quotation ends. Then "we" and "I" inside are the speaker.
enum QuotationSpeakers {
  static func attribute(_ annotations: inout Annotations) {
    for quotation in annotations.quotations where !quotation.isFragment {
      let speaker = speaker(of: quotation, annotations)
      for piece in pieces(of: quotation, annotations) where !isCovered(piece, annotations) {
        annotations.statements.append(
          Statement(content: piece, passage: piece, speaker: speaker, certainty: .reported, form: .direct, object: nil, time: nil)
        )
      }
      if let speaker { FirstPerson.join(quotation.tokens, to: speaker, &annotations) }
    }
    annotations.statements.sort { $0.content.lowerBound < $1.content.lowerBound }
  }

  /// The quotation cut at sentence ends.
  private static func pieces(of quotation: Quotation, _ annotations: Annotations) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var sentence = annotations.sentenceIndex(ofToken: quotation.tokens.lowerBound)
    while sentence < annotations.sentences.count, annotations.sentences[sentence].tokens.lowerBound < quotation.tokens.upperBound
    {
      let piece = annotations.sentences[sentence].tokens.clamped(to: quotation.tokens)
      if piece.count > 2 { pieces.append(piece) }
      sentence += 1
    }
    return pieces
  }

  private static func isCovered(_ piece: Range<Int>, _ annotations: Annotations) -> Bool {
    annotations.statements.contains { statement in
      statement.content.overlaps(piece) && statement.content.clamped(to: piece).count * 2 >= piece.count
        && (statement.form != .hearsay && statement.form != .denial || statement.speaker != nil)
    }
  }

  private static func speaker(of quotation: Quotation, _ annotations: Annotations) -> Int? {
    // Named in one of the quotation's own sentences.
    let own = annotations.statements.first { statement in
      statement.speaker != nil && statement.content.overlaps(quotation.tokens)
        && !quotation.tokens.contains(statement.passage.upperBound - 1)
        || statement.speaker != nil && statement.content.overlaps(quotation.tokens)
          && !quotation.tokens.contains(statement.passage.lowerBound)
    }
    if let own { return own.speaker }
    if let speaker = speaker(parting: quotation, annotations) { return speaker }
    let block = annotations.tokens[quotation.tokens.lowerBound].block
    let previous = annotations.statements.filter { statement in
      statement.speaker != nil && statement.passage.upperBound <= quotation.tokens.lowerBound
        && block - annotations.tokens[statement.passage.lowerBound].block <= 1
    }.max { $0.passage.upperBound < $1.passage.upperBound }
    if let previous, annotations.tokens[previous.passage.lowerBound].block == block { return previous.speaker }
    if let subject = lastPersonSubject(before: quotation, annotations) { return subject }
    return previous?.speaker
  }

  /// "“The bank knew,” she said, “and did nothing.”": who stands between two parts of what is quoted.
  private static func speaker(parting quotation: Quotation, _ annotations: Annotations) -> Int? {
    annotations.statements.first { statement in
      statement.speaker != nil && statement.passage.lowerBound == quotation.tokens.upperBound
        && statement.content.lowerBound > statement.passage.lowerBound
        && statement.content.prefix(2).contains { ["“", "\"", "‘"].contains(annotations.tokens[$0].form) }
    }?.speaker
  }

  /// "A Western diplomat was more blunt. “If …": the subject of the sentence before, in the same paragraph.
  private static func lastPersonSubject(before quotation: Quotation, _ annotations: Annotations) -> Int? {
    let block = annotations.tokens[quotation.tokens.lowerBound].block
    let clause = annotations.clauses.last { clause in
      clause.verb.upperBound <= quotation.tokens.lowerBound && annotations.tokens[clause.mainVerb].block == block
        && clause.kind == .main
    }
    guard let subject = clause?.subjects.first, let entity = annotations.entity(ofPhrase: subject) else { return nil }
    return annotations.entities[entity].kind == .person ? entity : nil
  }
}

/// What is "said to be so" inside somebody's words is said by him: "He is suspected of fraud, two officials said".
enum NestedHearsay {
  static func attribute(_ annotations: inout Annotations) {
    for index in annotations.statements.indices {
      let statement = annotations.statements[index]
      guard statement.form == .hearsay, statement.speaker == nil else { continue }
      let outer = annotations.statements.first { other in
        other.speaker != nil && [.indirect, .direct, .accordingTo].contains(other.form)
          && other.content.lowerBound <= statement.content.lowerBound && statement.content.upperBound <= other.content.upperBound
          && statement.content.count * 2 >= other.content.count
      }
      annotations.statements[index].speaker = outer?.speaker
    }
  }
}

/// "A spokesman said he could not confirm that": the pronoun with which what is said begins is who says it, where it denies,
/// doubts or refuses something.
enum OwnDenials {
  static func attribute(_ annotations: inout Annotations) {
    for index in annotations.statements.indices {
      let statement = annotations.statements[index]
      guard [.denial, .refusal].contains(statement.form),
        ["he", "she", "it", "they"].contains(annotations.tokens[statement.passage.lowerBound].lower)
      else { continue }
      let outer = annotations.statements.first { other in
        other.form == .indirect && other.speaker != nil && other.content.lowerBound == statement.passage.lowerBound
          && other.passage.lowerBound < other.content.lowerBound
      }
      if let outer { annotations.statements[index].speaker = outer.speaker }
    }
  }
}

/// Words inside what is said that make it less sure: "probably", "may well", "likely".
enum CertaintyWords {
  static func adjust(_ annotations: inout Annotations) {
    for index in annotations.statements.indices where annotations.statements[index].certainty == .reported {
      let content = annotations.statements[index].content
      if opensWithTalk(content, annotations) || isSuspicion(annotations.statements[index], annotations) {
        annotations.statements[index].certainty = .rumoured
      } else if content.contains(where: { isDoubt($0, annotations) }) || opensWithBelief(content, annotations)
        || hasLikelihood(annotations.statements[index].passage, annotations)
      {
        annotations.statements[index].certainty = .probable
      } else if announcesOwnAct(annotations.statements[index], annotations) {
        annotations.statements[index].certainty = .confirmed
      }
    }
  }

  /// "There was talk on the quay, she said, that fitters had removed it": told by her, and no more than talk.
  private static func opensWithTalk(_ content: Range<Int>, _ annotations: Annotations) -> Bool {
    let opening = annotations.firstWords(of: content, 5)
    guard opening.count == 5, opening[0] == "there", ClosedClasses.forms[opening[1]] == "be" else { return false }
    return opening[2...].contains { SpeechLexicon.nouns[$0] == .rumoured && $0 != "charge" && $0 != "doubt" }
  }

  /// "He is suspected of having fled, a source said": told by the source, and no more than a suspicion.
  private static func isSuspicion(_ statement: Statement, _ annotations: Annotations) -> Bool {
    guard statement.form != .direct,
      let clause = annotations.clauses(around: statement.content.lowerBound).lazy
        .map({ annotations.clauses[$0] }).first(where: { statement.content.contains($0.mainVerb) })
    else { return false }
    return clause.isPassive && !clause.isNegated && ["suspect", "rumour", "rumor"].contains(clause.lemma)
  }

  /// "In all likelihood, the police said, it was a drone".
  private static func hasLikelihood(_ passage: Range<Int>, _ annotations: Annotations) -> Bool {
    passage.contains { token in
      ["likelihood", "probability"].contains(annotations.tokens[token].lower) && token >= passage.lowerBound + 2
        && annotations.tokens[token - 1].lower == "all"
    }
  }

  /// "I believe so", "said she expected to win": the speaker says that it is no more than that.
  private static func opensWithBelief(_ content: Range<Int>, _ annotations: Annotations) -> Bool {
    let words = annotations.firstWords(of: content, 4)
    guard let subject = words.firstIndex(where: { ["i", "we", "he", "she", "they", "it"].contains($0) }),
      subject + 1 < words.endIndex, let verb = VerbForms.lemma(of: words[subject + 1])
    else { return false }
    return beliefs.contains(verb)
  }

  private static let beliefs = WordList.set(
    "believe think suppose guess expect reckon imagine assume suspect fear hope anticipate presume doubt")

  /// "The company said it would attend": who says what he will do himself speaks of his own act.
  private static func announcesOwnAct(_ statement: Statement, _ annotations: Annotations) -> Bool {
    guard statement.form == .indirect, let speaker = statement.speaker, statement.content.count > 2 else { return false }
    let first = statement.content.lowerBound
    guard ["he", "she", "it", "they"].contains(annotations.tokens[first].lower), annotations.phraseStartingAt[first] >= 0,
      annotations.entity(ofPhrase: annotations.phraseStartingAt[first]) == speaker,
      ["would", "will"].contains(annotations.tokens[first + 1].lower)
    else { return false }
    return annotations.tags[first + 2].isVerb && annotations.tokens[first + 2].lower != "be"
  }

  private static func isDoubt(_ token: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[token].lower
    if SpeechLexicon.probableWords.contains(lower) { return true }
    let isPassive = token > 0 && ClosedClasses.forms[annotations.tokens[token - 1].lower] == "be"
    if isPassive, ["expected", "believed", "thought", "feared", "presumed", "assumed"].contains(lower) { return true }
    if ["appears", "appeared", "seems", "seemed"].contains(lower), token + 1 < annotations.tokens.count {
      return annotations.tags[token + 1] == .toParticle
    }
    return (lower == "may" || lower == "might" || lower == "could") && token + 1 < annotations.tokens.count
      && annotations.tokens[token + 1].lower == "well"
  }
}
