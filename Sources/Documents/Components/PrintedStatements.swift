/// A statement to the press that a text prints whole: behind a paragraph that ends with who said it and a colon, paragraphs
/// without quotation marks in which "I" or "we" speak.
enum PrintedStatements {
  static func attribute(_ annotations: inout Annotations) {
    for (index, sentence) in annotations.sentences.enumerated() where sentence.kind == .paragraph {
      guard let speaker = speaker(announcedBy: sentence, annotations), let words = words(behind: index, annotations) else {
        continue
      }
      annotations.addDirectStatements(words, by: speaker)
      FirstPerson.join(words, to: speaker, &annotations)
    }
  }

  /// "Ann Lee, the minister, said:"
  private static func speaker(announcedBy sentence: Sentence, _ annotations: Annotations) -> Int? {
    let last = sentence.tokens.upperBound - 1
    guard annotations.tokens[last].form == ":" else { return nil }
    let clause = annotations.clauses.last { sentence.tokens.contains($0.mainVerb) }
    guard let clause, clause.kind == .main, SpeechLexicon.isSpeech(clause.lemma), clause.subjects.count == 1,
      last - clause.verb.upperBound < 12
    else { return nil }
    return annotations.entity(ofPhrase: clause.subjects[0])
  }

  /// The tokens of the paragraphs behind a sentence that are the statement; nil where nobody speaks of himself in them.
  private static func words(behind sentence: Int, _ annotations: Annotations) -> Range<Int>? {
    let block = annotations.sentences[sentence].block
    var end = sentence + 1
    while end < annotations.sentences.count {
      let next = annotations.sentences[end]
      guard next.kind == .paragraph, next.block != block, !isQuotation(next, annotations), !isNote(next, annotations) else {
        break
      }
      end += 1
    }
    guard end > sentence + 1 else { return nil }
    let words = annotations.sentences[sentence + 1].tokens.lowerBound..<annotations.sentences[end - 1].tokens.upperBound
    return words.contains { FirstPerson.words.contains(annotations.tokens[$0].lower) } ? words : nil
  }

  /// What stands in marks of its own speaks for itself, and another colon begins something else.
  private static func isQuotation(_ sentence: Sentence, _ annotations: Annotations) -> Bool {
    ["“", "\"", "‘"].contains(annotations.tokens[sentence.tokens.lowerBound].form)
      || annotations.tokens[sentence.tokens.upperBound - 1].form == ":"
  }

  /// "Notes to editors", "Further information"
  private static func isNote(_ sentence: Sentence, _ annotations: Annotations) -> Bool {
    sentence.opensBlock
      && ["notes", "note", "background", "further", "contact", "contacts", "media", "follow", "ends"]
        .contains(annotations.tokens[sentence.tokens.lowerBound].lower)
  }
}
