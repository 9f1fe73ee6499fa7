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

  /// "never received such a letter", "no such talk took place", "not a word of it is true", "“Not one crown,” he said"
  private func pointsBack(_ claim: ClaimFinding) -> Bool {
    let words = ClaimWords.content(of: claim, annotations).filter { annotations.tokens[$0].kind != .mark }
      .map { annotations.tokens[$0].lower }
    if words.contains("such") { return true }
    return words.count <= 8 && (words.first == "not" && words.count <= 4 || words.contains("true") || words.contains("word"))
  }

  /// "denied that", "would neither confirm nor deny it": nothing but a word for what has just been said.
  private func isPointing(_ denial: ClaimFinding) -> Bool {
    let words = ClaimWords.content(of: denial, annotations).lazy.filter { [annotations] in annotations.tokens[$0].kind != .mark }
    guard let first = words.first else { return false }
    return ["it", "that", "this"].contains(annotations.tokens[first].lower)
      && (annotations.phraseStartingAt[first] < 0 || annotations.phrases[annotations.phraseStartingAt[first]].tokens.count == 1)
  }

  /// Whether both are about somebody or something that is no speaker of theirs.
  private func haveTopic(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    one.subjects.contains { subject in
      if case .entity(let entity) = subject, entity == one.speaker || entity == other.speaker { return false }
      return other.subjects.contains(subject)
    }
  }

  /// The likeliest of the claims before, within two paragraphs.
  private func denied(by index: Int) -> Int? {
    let denial = annotations.claims[index]
    let block = annotations.tokens[denial.passage.lowerBound].block
    let isSpelt = spellsOut(denial) || pointsBack(denial)
    let isPointing = isPointing(denial)
    let objects = Set(ClaimWords.content(of: denial, annotations).prefix(8).map { annotations.tokens[$0].lower })
    var best: (claim: Int, score: Int)?
    for other in annotations.claims.indices {
      let claim = annotations.claims[other]
      guard claim.passage.lowerBound < denial.passage.lowerBound, !claim.passage.overlaps(denial.passage),
        block - annotations.tokens[claim.passage.lowerBound].block <= 1, isAssertion(claim, against: denial)
      else { continue }
      let shared = words.shared(index, other)
      if isSpelt, shared == 0, words.distance(claim, denial) > 1 { continue }
      if shared == 0, !words.areTogether(claim, denial), !haveTopic(claim, denial) { continue }
      if denial.certainty == .rumoured, namesPicture(objects), !standsInNamed(claim, objects) { continue }
      var score = score(claim, against: denial, of: objects, shared: shared)
      if isPointing, !annotations.claims[(other + 1)..<index].contains(where: { isAssertion($0, against: denial) }) { score += 8 }
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
    case .reported, .probable: return Voice(claim, annotations) != nil || isHeard(claim)
    case .rumoured: return claim.statement.map { ![.refusal, .denial].contains(annotations.statements[$0].form) } ?? false
    case .confirmed: return claim.speaker != nil || isCharge(claim, against: denial)
    case .denied: return false
    }
  }

  /// "Karr is charged with murder. He denies it.": what the text itself says that somebody is accused of.
  private func isCharge(_ claim: ClaimFinding, against denial: ClaimFinding) -> Bool {
    guard let speaker = denial.speaker, case .event(let event)? = claim.subjects.first,
      ["charge", "trial", "arrest", "investigation"].contains(annotations.events[event].type),
      annotations.events[event].participants.contains(where: { $0.entity == speaker })
    else { return false }
    return ClaimWords.content(of: denial, annotations).prefix(8).contains { token in
      let lower = annotations.tokens[token].lower
      return Self.accusationWords.contains(lower) || Self.blameWords.contains(lower)
        || ["it", "them", "count", "counts", "guilty", "offence", "offences", "offense", "offenses"].contains(lower)
        || EventLexicon.nouns[Suffixes.singular(lower)] != nil
    }
  }

  /// "The court heard that he had paid": of nobody who is named, but told all the same.
  private func isHeard(_ claim: ClaimFinding) -> Bool {
    claim.statement.map { annotations.statements[$0].form == .hearsay } ?? false
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
    // "disputed the ministry's figure": of what the ministry says.
    if let whose = owner(of: denial), whose == claim.speaker { score += 10 }
    // "dismissed the letter as a forgery": of what stands in it.
    if standsInNamed(claim, objects) { score += 8 }
    // Blame is refused by the one who is blamed.
    if !objects.isDisjoint(with: Self.blameWords), !isOfDenier { score -= 10 }
    if annotations.tokens[claim.passage.lowerBound].block != annotations.tokens[denial.passage.lowerBound].block { score -= 2 }
    return max(score, 0)
  }

  /// Whose words are denied: "rejected Penn's account", "the version of the police".
  private func owner(of denial: ClaimFinding) -> Int? {
    for token in ClaimWords.content(of: denial, annotations).prefix(8) {
      guard let phrase = annotations.phrase(startingAt: token) else { continue }
      if let possessor = annotations.phrases[phrase].possessor { return annotations.entity(ofPhrase: possessor) }
      return annotations.phrase(behind: ["by", "of", "from"], at: annotations.phrases[phrase].tokens.upperBound)
        .flatMap { annotations.entity(ofPhrase: $0) }
    }
    return nil
  }

  /// "In a letter of 14 May she wrote that": a claim told with the paper that a denial names.
  private func standsInNamed(_ claim: ClaimFinding, _ objects: Set<String>) -> Bool {
    let papers = objects.filter { Speakers.documents.contains($0) }
    guard !papers.isEmpty else { return false }
    let content = ClaimWords.content(of: claim, annotations)
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: claim.passage.lowerBound)].tokens
    return sentence.contains { token in
      let isOutside = !content.contains(token) || claim.statement.flatMap { annotations.statements[$0].source } == token
      return isOutside
        && papers.contains { ClaimWords.meaning(of: $0) == ClaimWords.meaning(of: annotations.tokens[token].lower) }
    }
  }

  /// "could not verify the images": nothing but what is to be seen in them.
  private func namesPicture(_ objects: Set<String>) -> Bool {
    objects.contains { Speakers.pictures.contains(Suffixes.singular($0)) }
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
