/// Denials that only point to what they deny ("Harland denies it", "dismissed the accusation") or will not confirm it. They
/// stand against what somebody else has said shortly before, of all that the likeliest.
struct Denials {
  private let annotations: Annotations
  private let words: ClaimWords
  private let settled: Set<Int>
  /// Whom each entity speaks for.
  private let voices: [Int: Set<Int>]

  /// `settled`: the contradictions that are known by what the claims are about.
  init(_ annotations: Annotations, _ words: ClaimWords, settled: [Contradiction]) {
    self.annotations = annotations
    self.words = words
    self.settled = Set(settled.flatMap { [$0.first, $0.second] })
    voices = Sides.voices(annotations)
  }

  func contradictions() -> [Contradiction] {
    annotations.claims.indices.compactMap { index in
      guard isDenial(index), !settled.contains(index), let other = denied(by: index) else { return nil }
      return Contradiction(first: other, second: index, reason: .denial)
    }
  }

  /// A claim whose words deny, and not what is said in it.
  private func isDenial(_ index: Int) -> Bool {
    let claim = annotations.claims[index]
    guard Voice(claim, annotations) != nil, claim.object == nil, let statement = claim.statement else { return false }
    let found = annotations.statements[statement]
    guard found.form == .denial else {
      return claim.certainty == .denied && (claim.predicate != "states" || pointsBack(claim))
    }
    return claim.certainty == .denied || claim.certainty == .rumoured
  }

  /// "never received such a letter", "no such talk took place"
  private func pointsBack(_ claim: ClaimFinding) -> Bool {
    ClaimWords.content(of: claim, annotations).contains { annotations.tokens[$0].lower == "such" }
  }

  /// The likeliest of the claims before, within two paragraphs.
  private func denied(by index: Int) -> Int? {
    let denial = annotations.claims[index]
    let block = annotations.tokens[denial.passage.lowerBound].block
    let isSpelt = spellsOut(denial) || pointsBack(denial)
    let objects = Set(ClaimWords.content(of: denial, annotations).prefix(8).map { annotations.tokens[$0].lower })
    var best: (claim: Int, score: Int)?
    for other in annotations.claims.indices {
      let claim = annotations.claims[other]
      guard claim.passage.lowerBound < denial.passage.lowerBound, !claim.passage.overlaps(denial.passage),
        block - annotations.tokens[claim.passage.lowerBound].block <= 1, isAssertion(claim, against: denial)
      else { continue }
      let shared = words.shared(index, other)
      if isSpelt, shared == 0, words.distance(claim, denial) > 1 { continue }
      let score = score(claim, against: denial, of: objects, shared: shared)
      if score > 0, best == nil || score >= best!.score { best = (other, score) }
    }
    return best.map { outermost($0.claim, against: denial) }
  }

  /// "The union says its members warned the firm that": of a report in a report the outer one.
  private func outermost(_ claim: Int, against denial: ClaimFinding) -> Int {
    let inner = annotations.claims[claim]
    let outer = annotations.claims.indices.first { index in
      let other = annotations.claims[index]
      guard index != claim, other.passage.count > inner.passage.count, other.passage.lowerBound < inner.passage.lowerBound,
        other.passage.upperBound >= inner.passage.upperBound, other.speaker != inner.speaker
      else { return false }
      return isAssertion(other, against: denial) && ClaimWords.content(of: other, annotations).contains(inner.passage.lowerBound)
    }
    return outer ?? claim
  }

  private func isAssertion(_ claim: ClaimFinding, against denial: ClaimFinding) -> Bool {
    guard claim.object == nil, Voice.differ(claim, denial, annotations), !areOnOneSide(claim.speaker, denial.speaker) else {
      return false
    }
    switch claim.certainty {
    case .reported, .probable: return Voice(claim, annotations) != nil
    case .rumoured: return claim.statement.map { ![.refusal, .denial].contains(annotations.statements[$0].form) } ?? false
    case .confirmed: return claim.speaker != nil
    case .denied: return false
    }
  }

  /// "said the company"; "that is a lie", its lawyer says: not of what the company said.
  private func areOnOneSide(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other else { return false }
    return voices[one]?.contains(other) ?? false || voices[other]?.contains(one) ?? false
  }

  /// Near, of the same things, of the one who denies; a rumour where rumours are denied, an accusation where one is.
  private func score(
    _ claim: ClaimFinding, against denial: ClaimFinding, of objects: Set<String>, shared: Int
  ) -> Int {
    let isOfDenier = denial.speaker.map { speaker in claim.subjects.contains { isOf($0, speaker) } } ?? false
    var score = 10 - 2 * words.distance(claim, denial) + 4 * min(shared, 3) + (isOfDenier ? 4 : 0)
    // A quotation colours what has been told before it.
    if let statement = claim.statement, annotations.statements[statement].form != .direct { score += 3 }
    if !objects.isDisjoint(with: Self.rumourWords) { score += claim.certainty == .rumoured ? 8 : 0 }
    if !objects.isDisjoint(with: Self.accusationWords) { score += claim.predicate == "responsible" && isOfDenier ? 6 : 0 }
    if !objects.isDisjoint(with: Self.figureWords) { score += claim.quantity == nil ? -4 : 6 }
    // "could not verify the footage": of what it shows.
    if let source = claim.statement.flatMap({ annotations.statements[$0].source }),
      objects.contains(where: {
        Speakers.documents.contains($0) && ClaimWords.meaning(of: $0) == ClaimWords.meaning(of: word(at: source))
      })
    {
      score += 8
    }
    // Blame is refused by the one who is blamed.
    if !objects.isDisjoint(with: Self.blameWords), !isOfDenier { score -= 10 }
    if annotations.tokens[claim.passage.lowerBound].block != annotations.tokens[denial.passage.lowerBound].block { score -= 2 }
    return max(score, 0)
  }

  /// Whether a claim's subject is the one who denies or whom he belongs to.
  private func isOf(_ subject: ClaimFinding.Subject, _ speaker: Int) -> Bool {
    switch subject {
    case .entity(let entity):
      return entity == speaker || annotations.relations.contains { $0.source == speaker && $0.target == entity }
    case .event(let event):
      return annotations.events[event].participants.contains { participant in
        participant.role == "agent"
          && (participant.entity == speaker
            || annotations.relations.contains { $0.source == speaker && $0.target == participant.entity })
      }
    }
  }

  private static let rumourWords: Set<String> = [
    "rumour", "rumours", "rumor", "rumors", "reports", "speculation", "gossip", "talk", "suggestion", "suggestions",
  ]
  private static let accusationWords: Set<String> = [
    "accusation", "accusations", "role", "involvement", "responsibility", "charge", "charges", "allegation", "allegations",
  ]
  private func word(at token: Int) -> String { Suffixes.singular(annotations.tokens[token].lower) }

  private static let blameWords: Set<String> = ["blame", "wrongdoing", "responsibility", "guilt", "liability", "fault"]
  private static let figureWords: Set<String> = ["figure", "figures", "number", "numbers", "estimate", "toll", "count", "sum"]

  private func spellsOut(_ denial: ClaimFinding) -> Bool {
    denial.passage.contains { annotations.tokens[$0].lower == "that" && annotations.tags[$0] == .subordinator }
  }
}
