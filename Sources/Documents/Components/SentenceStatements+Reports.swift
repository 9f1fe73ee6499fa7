// What others have said and a denial, a doubt or a verdict answers in the same breath: "denied a claim by the union that",
// "Rumours that … are untrue, the board said", "called suggestions that … “absurd”".
extension SentenceStatements {
  /// The report that a noun of saying introduces in a passage that answers it; of nobody in particular it is no more than talk.
  func answeredReport(in passage: Range<Int>) -> Statement? {
    for index in max(begin, passage.lowerBound - 2)..<passage.upperBound {
      guard tags[index].isNominal || index == begin, let certainty = SpeechLexicon.nouns[tokens[index].lower],
        !isMeansOfSpeech(index), !isAbsent(index), let start = contentOfNoun(index), passage.contains(start)
      else { continue }
      let limit = verdict(on: start..<passage.upperBound)
      guard start < limit, hasFiniteVerb(start..<limit) else { return nil }
      let speaker = nounSpeaker(index, start) ?? namedSpeaker(ofPhraseAt: index)
      let phrase = annotations.phraseOfToken[index]
      let low = phrase >= 0 ? annotations.phrases[phrase].tokens.lowerBound : index
      return Statement(
        content: start..<limit, passage: trimmed(low..<limit), speaker: speaker,
        certainty: speaker == nil && certainty == .reported ? .rumoured : certainty, form: .hearsay)
    }
    return nil
  }

  /// "no evidence that", "nothing in the claim that"
  private func isAbsent(_ index: Int) -> Bool {
    let phrase = annotations.phraseOfToken[index]
    return phrase >= 0 && isNobody(phrase)
  }

  /// "the police claim that": who is named before the noun.
  private func namedSpeaker(ofPhraseAt index: Int) -> Int? {
    let phrase = annotations.phraseOfToken[index]
    return phrase >= 0 && annotations.phrases[phrase].head == index ? issuer(phrase) : nil
  }

  /// Where what is reported ends: before "are untrue", "could not be confirmed" or a quotation that says what it is worth.
  private func verdict(on report: Range<Int>) -> Int {
    for token in report.dropFirst(2) {
      if ClosedClasses.forms[tokens[token].lower] == "be" || tags[token] == .modal, isVerdict(behind: token, report.upperBound) {
        return token
      }
      if ["“", "\"", "‘"].contains(tokens[token].form), !tags[token - 1].isVerb,
        let quotation = annotations.quotations.first(where: { $0.tokens.lowerBound == token }), quotation.isFragment,
        quotation.tokens.upperBound >= report.upperBound
      {
        return token
      }
    }
    if let last = report.last, report.count > 3, SpeechLexicon.isDenialWord(tokens[last].lower) { return last }
    return report.upperBound
  }

  private func isVerdict(behind be: Int, _ limit: Int) -> Bool {
    let words = (be + 1..<max(be + 1, min(limit, be + 5))).map { tokens[$0].lower }
    if let word = words.first(where: { SpeechLexicon.denialNouns.contains($0) }) {
      return !words.prefix { $0 != word }.contains { ["of", "that", "by"].contains($0) || ClosedClasses.forms[$0] == "be" }
    }
    let isNegated = words.contains("not") || words.contains("n't") || tokens[be].lower == "cannot"
    return isNegated && words.contains { ["true", "confirmed", "verified", "borne", "so", "correct"].contains($0) }
  }
}
