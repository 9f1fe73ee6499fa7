/// What somebody takes back: "The firm initially said nobody had been hurt. It later acknowledged that three had been treated."
/// Two claims of one voice, of which words of time or of mending say that the second stands in place of the first.
struct Corrections {
  private let annotations: Annotations
  private let traits: ClaimTraits
  /// In sentences.
  private static let reach = 3

  init(_ annotations: Annotations, _ traits: ClaimTraits) {
    self.annotations = annotations
    self.traits = traits
  }

  /// Complexity: linear in the claims, each of which is compared with those of a few sentences before it.
  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    for second in annotations.claims.indices {
      let claim = annotations.claims[second]
      guard claim.object == nil, Voice(claim, annotations) != nil, let words = attribution(of: claim) else { continue }
      let mends = words.contains { Self.mending.contains($0) }
      guard mends || words.contains(where: { Self.later.contains($0) }) else { continue }
      let first = annotations.claims[..<second].indices.last { first in
        let other = annotations.claims[first]
        guard other.object == nil, other.speaker == claim.speaker, Voice(other, annotations) != nil, isNear(other, claim) else {
          return false
        }
        let isFirst = attribution(of: other)?.contains { Self.earlier.contains($0) } ?? false
        // "first said … later admitted": both sides say that the one stands in place of the other.
        if isFirst, words.contains(where: { Self.conceding.contains($0) }) { return true }
        return (mends || isFirst || isPastPerfect(other)) && differ(first, second)
      }
      if let first { found.append(Contradiction(first: first, second: second, reason: .accounts)) }
    }
    return found
  }

  private func isNear(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    guard one.passage.upperBound <= other.passage.lowerBound,
      annotations.tokens[other.passage.lowerBound].block - annotations.tokens[one.passage.lowerBound].block <= 1
    else { return false }
    let (first, second) = (one.passage.lowerBound, other.passage.lowerBound)
    return annotations.sentenceIndex(ofToken: second) - annotations.sentenceIndex(ofToken: first) <= Self.reach
  }

  private func differ(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (traits[first], traits[second])
    return one.isNegative != other.isNegative || Opposites.areOpposed(one.sides, other.sides)
      || one.quantities.contains { mine in
        other.quantities.contains { theirs in
          let (a, b) = (annotations.quantities[mine], annotations.quantities[theirs])
          guard a.unit == b.unit, let first = a.interval, let second = b.interval else { return false }
          return !first.meets(second)
        }
      }
  }

  /// The words of a claim that do not belong to what is said.
  private func attribution(of claim: ClaimFinding) -> [String]? {
    guard let statement = claim.statement.map({ annotations.statements[$0] }), statement.form != .direct else { return nil }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: statement.passage.lowerBound)].tokens
    let low =
      sentence.lowerBound == statement.passage.lowerBound
      ? sentence.lowerBound : max(sentence.lowerBound, statement.passage.lowerBound - 4)
    return (low..<statement.passage.upperBound).filter { !statement.content.contains($0) }.map { annotations.tokens[$0].lower }
  }

  /// "had told the police that": said before what the text is about.
  private func isPastPerfect(_ claim: ClaimFinding) -> Bool {
    annotations.clauses[annotations.clauses(around: claim.passage.lowerBound)].contains { clause in
      clause.isPerfect && claim.passage.contains(clause.mainVerb) && annotations.tokens[clause.verb.lowerBound].lower == "had"
        && SpeechLexicon.isSpeech(clause.lemma) && !ClaimWords.content(of: claim, annotations).contains(clause.mainVerb)
    }
  }

  private static let conceding = WordList.set("acknowledged admitted conceded admits concedes acknowledges corrected retracted")
  private static let earlier = WordList.set("initially first originally earlier previously once still")
  private static let later = WordList.set(
    "later now since subsequently eventually finally then acknowledged admitted conceded court trial oath stand")
  private static let mending = WordList.set(
    "corrected revised amended retracted withdrew withdrawn backtracked reversed updated recanted clarified downgraded upgraded")
}
