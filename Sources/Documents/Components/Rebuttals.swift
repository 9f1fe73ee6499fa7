/// Statements that stand against one before: "soldiers had come", the farmers say; it "had no troops in the area", says the
/// ministry. One of the two says no, by another speaker, of the same people, things or acts. "Maintains", "insists" and
/// "counters" say that what follows is disputed.
final class Rebuttals {
  private let annotations: Annotations
  private let words: ClaimWords
  private let traits: ClaimTraits
  private let known: Set<Set<Int>>
  private static let reach = 8

  init(_ annotations: Annotations, _ words: ClaimWords, _ traits: ClaimTraits, known: [Contradiction]) {
    self.annotations = annotations
    self.words = words
    self.traits = traits
    self.known = Set(known.map { [$0.first, $0.second] })
  }

  /// Complexity: linear in the claims, each of which is compared with those of a few sentences before it.
  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    for second in annotations.claims.indices {
      let claim = annotations.claims[second]
      guard isStatement(claim), Voice(claim, annotations) != nil,
        claim.certainty != .denied || !known.contains(where: { $0.contains(second) })
      else { continue }
      var best: (first: Int, score: Int)?
      var first = second - 1
      while first >= 0, isNear(annotations.claims[first], claim) {
        let score = score(first, second)
        if score > 0, best == nil || score > best!.score, !known.contains([first, second]) { best = (first, score) }
        first -= 1
      }
      if let best { found.append(Contradiction(first: best.first, second: second, reason: .denial)) }
    }
    return found
  }

  private func isStatement(_ claim: ClaimFinding) -> Bool {
    guard claim.object == nil, claim.predicate != "responsible", claim.certainty != .rumoured else { return false }
    guard let statement = claim.statement.map({ annotations.statements[$0] }), !annotations.isDirective(statement) else {
      return false
    }
    return statement.form != .denial || statement.certainty == .denied && tells(statement)
  }

  /// "denied that he had met her": a denial that says itself what was not so.
  private func tells(_ statement: Statement) -> Bool {
    statement.content.count > 4 && statement.content.contains { annotations.tokens[$0].lower == "that" }
  }

  private func isNear(_ first: ClaimFinding, _ second: ClaimFinding) -> Bool {
    annotations.tokens[second.passage.lowerBound].block - annotations.tokens[first.passage.lowerBound].block <= 1
      && words.distance(first, second) <= Self.reach
  }

  /// 0 where they do not stand against each other: the more words they share and the nearer they are the likelier they do.
  private func score(_ first: Int, _ second: Int) -> Int {
    let (one, other) = (annotations.claims[first], annotations.claims[second])
    guard isStatement(one) && Voice(one, annotations) != nil || isRumour(one) && traits[second].isNegative,
      Voice.differ(one, other, annotations), !one.passage.overlaps(other.passage)
    else { return 0 }
    let weight = words.weight(first, second) + (refusesMoney(of: first, second) ? 3 : 0)
    let distance = words.distance(one, other)
    guard weight > 0, distance <= 2 || weight > 2,
      one.quantity == nil && other.quantity == nil || words.sharesThing(first, second) || refusesMoney(of: first, second)
    else { return 0 }
    guard
      traits[first].isNegative != traits[second].isNegative
        || contrasts(other) && distance <= 2 && words.sharesThing(first, second)
    else { return 0 }
    guard standsBeside(first, second) else { return 0 }
    return 3 * weight - distance
  }

  /// Whether the second answers the first and does not only share a word with it: nothing else is said between, they say the
  /// contrary, or share what was done or several words.
  private func standsBeside(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (annotations.claims[first], annotations.claims[second])
    let isNext = !annotations.claims[(first + 1)..<second].contains { claim in
      claim.object == nil && claim.passage.lowerBound >= one.passage.upperBound
        && claim.passage.upperBound <= other.passage.lowerBound
    }
    if isNext || refusesMoney(of: first, second) || Opposites.areOpposed(traits[first].sides, traits[second].sides) {
      return true
    }
    if let deed = words.deed(of: one), deed == words.deed(of: other) { return true }
    if saysThereIsNone(other), words.weight(first, second) > 1 { return true }
    return words.weight(first, second) >= (words.areTogether(one, other) ? 3 : 4)
  }

  /// "there had never been any envelopes": the thing that it names is what the other has spoken of.
  private func saysThereIsNone(_ claim: ClaimFinding) -> Bool {
    let opening = ClaimWords.content(of: claim, annotations).prefix(7).map { annotations.tokens[$0].lower }
    return opening.prefix(3).contains("there") && opening.contains { ["no", "never", "n't", "not"].contains($0) }
  }

  /// "She says 410,000 euros went to him"; he "never took a cent": against any sum that somebody else names with the speaker.
  private func refusesMoney(of first: Int, _ second: Int) -> Bool {
    let (one, other) = (annotations.claims[first], annotations.claims[second])
    guard traits[second].isNegative, let speaker = other.speaker, one.quantity?.unit != nil, one.quantity?.unit != "percent"
    else { return false }
    return ClaimWords.content(of: other, annotations).contains { Self.coins.contains(annotations.tokens[$0].lower) }
      && words.names(speaker, in: first)
  }

  private static let coins = WordList.set("cent penny pence dime euro dollar crown franc kopek coin money payment bribe sou")

  /// "Rumours spread that the deal was off": nobody stands behind it, but a denial stands against it.
  private func isRumour(_ claim: ClaimFinding) -> Bool {
    claim.object == nil && claim.certainty == .rumoured && claim.speaker == nil
      && claim.statement.map { annotations.statements[$0].form == .hearsay } ?? false
  }

  /// Whether the attribution says that others say otherwise.
  private func contrasts(_ claim: ClaimFinding) -> Bool {
    let content = ClaimWords.content(of: claim, annotations)
    return claim.passage.contains { token in
      !content.contains(token) && annotations.tags[token].isVerb
        && ["maintain", "insist", "counter", "retort", "contend"].contains(
          VerbForms.lemma(of: annotations.tokens[token].lower) ?? "")
    }
  }
}

extension Annotations {
  /// "urged them to leave": nothing that could be false.
  func isDirective(_ statement: Statement) -> Bool { tags[statement.content.lowerBound] == .toParticle }
}
