/// Words against a witness: "said she had mistaken the car", "the boy was lying", "called Penn a fantasist". They stand against
/// what that witness has said last.
struct Discredits {
  private let annotations: Annotations
  private let words: ClaimWords
  /// In sentences.
  private static let reach = 6

  init(_ annotations: Annotations, _ words: ClaimWords) {
    self.annotations = annotations
    self.words = words
  }

  /// Complexity: linear in the claims, each of which is compared with those of a few sentences before it.
  func contradictions() -> [Contradiction] {
    annotations.claims.indices.compactMap { index in
      let claim = annotations.claims[index]
      guard claim.object == nil, Voice(claim, annotations) != nil, let accused = discredited(by: claim) else { return nil }
      let last = annotations.claims[..<index].indices.last { first in
        let other = annotations.claims[first]
        guard other.object == nil, other.speaker == accused, other.passage.upperBound <= claim.passage.lowerBound,
          other.certainty != .denied || other.statement != nil
        else { return false }
        return words.distance(other, claim) <= Self.reach
      }
      return last.map { Contradiction(first: $0, second: index, reason: .denial) }
    }
  }

  /// Who, another than the speaker, is said to err or to lie.
  private func discredited(by claim: ClaimFinding) -> Int? {
    let content = ClaimWords.content(of: claim, annotations)
    for clause in annotations.clauses[annotations.clauses(around: content.lowerBound)]
    where content.contains(clause.mainVerb) && !clause.isNegated {
      guard isErring(clause, content), let subject = clause.subjects.first, let entity = annotations.entity(ofPhrase: subject),
        entity != claim.speaker
      else { continue }
      return entity
    }
    return nil
  }

  private func isErring(_ clause: Clause, _ content: Range<Int>) -> Bool {
    if Self.erring.contains(clause.lemma) { return !clause.isPassive || clause.lemma == "mistake" }
    guard clause.lemma == "be" else { return false }
    return (clause.verb.upperBound..<max(clause.verb.upperBound, min(content.upperBound, clause.verb.upperBound + 3))).contains {
      Self.unreliable.contains(annotations.tokens[$0].lower)
    }
  }

  private static let erring = WordList.set(
    "mistake lie misremember misread misunderstand mishear misjudge invent fabricate imagine exaggerate err misreport misstate")
  private static let unreliable = WordList.set(
    "wrong mistaken lying untruthful dishonest confused unreliable liar fantasist deluded misinformed misled exaggerating")
}
