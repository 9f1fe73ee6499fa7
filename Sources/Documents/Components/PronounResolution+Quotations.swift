// Who says a quotation is not the "he" or the "she" that it holds: “He told me so,” she said.
extension PronounResolution {
  /// Whoever says what a mention is quoted in: the subject of a verb of saying beside the quotation, or beside the one that
  /// opened in the same paragraph before; nil where nobody is known yet.
  func quotingSpeaker(of mention: Mention) -> Int? {
    guard let own = annotations.quotations.firstIndex(where: { !$0.isFragment && $0.tokens.contains(mention.head) }) else {
      return nil
    }
    let block = annotations.tokens[mention.head].block
    var index = own
    while index >= 0 {
      let quotation = annotations.quotations[index]
      guard annotations.tokens[quotation.tokens.lowerBound].block == block else { return nil }
      if let speaker = speaker(beside: quotation.tokens) { return speaker }
      index -= 1
    }
    return nil
  }

  private func speaker(beside quotation: Range<Int>) -> Int? {
    let first = annotations.sentences[annotations.sentenceIndex(ofToken: quotation.lowerBound)].tokens
    let last = annotations.sentences[annotations.sentenceIndex(ofToken: quotation.upperBound - 1)].tokens
    for sentence in first == last ? [first] : [first, last] {
      for index in annotations.clauses(around: sentence.lowerBound) {
        let clause = annotations.clauses[index]
        guard !quotation.contains(clause.mainVerb), SpeechLexicon.isSpeech(clause.lemma), !clause.isPassive,
          let subject = clause.subjects.first, !quotation.contains(annotations.phrases[subject].head)
        else { continue }
        if let entity = annotations.entity(ofPhrase: subject) { return entity }
      }
    }
    return nil
  }
}
