/// Statements that stand against the one before: "soldiers had come", the farmers say; it "had no troops in the area", says the
/// ministry. One of the two says no, by another speaker, of the same people, things or acts.
struct Rebuttals {
  private let annotations: Annotations
  private let known: Set<Set<Int>>

  init(_ annotations: Annotations, known: [Contradiction]) {
    self.annotations = annotations
    self.known = Set(known.map { [$0.first, $0.second] })
  }

  /// Complexity: linear in the claims, each of which is compared with the few of the sentences around it.
  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    for second in annotations.claims.indices {
      let claim = annotations.claims[second]
      guard isStatement(claim), claim.speaker != nil, claim.certainty != .rumoured else { continue }
      var first = second - 1
      while first >= 0, isNear(annotations.claims[first], claim) {
        if isAgainst(annotations.claims[first], claim), !known.contains([first, second]) {
          found.append(Contradiction(first: first, second: second, reason: .denial))
          break
        }
        first -= 1
      }
    }
    return found
  }

  private func isStatement(_ claim: ClaimFinding) -> Bool {
    claim.object == nil && claim.quantity == nil && claim.predicate != "responsible"
  }

  private func isNear(_ first: ClaimFinding, _ second: ClaimFinding) -> Bool {
    annotations.tokens[first.passage.lowerBound].block == annotations.tokens[second.passage.lowerBound].block
      && annotations.sentenceIndex(ofToken: second.passage.lowerBound)
        - annotations.sentenceIndex(ofToken: first.passage.lowerBound) <= 2
  }

  private func isAgainst(_ first: ClaimFinding, _ second: ClaimFinding) -> Bool {
    guard isStatement(first), let speaker = first.speaker, speaker != second.speaker,
      !first.passage.overlaps(second.passage), first.certainty != .denied, second.certainty != .denied, first.certainty != .rumoured,
      saysNo(first) != saysNo(second)
    else { return false }
    return !words(first).isDisjoint(with: words(second))
  }

  private static let negative = WordList.set("no not n't never nothing nobody none neither nowhere")

  /// Whether the clause of what is said is negated, be it by "never" or by "no troops".
  private func saysNo(_ claim: ClaimFinding) -> Bool {
    claim.passage.contains { token in
      Self.negative.contains(annotations.tokens[token].lower)
        && !["longer", "more", "less", "fewer", "only"].contains(
          token + 1 < annotations.tokens.count ? annotations.tokens[token + 1].lower : "")
    }
  }

  private static let light = WordList.set(
    "be have do say tell add claim report people time day year week month hour morning evening night who which that person")
  /// Words for the same people.
  private static let armed: Set<String> = ["soldier", "troops", "force", "army", "serviceman", "trooper"]

  /// The nouns and verbs that what is said turns on.
  private func words(_ claim: ClaimFinding) -> Set<String> {
    var words: Set<String> = []
    let speakerHeads = claim.speaker.map { annotations.entities[$0].heads } ?? []
    for token in claim.passage {
      let tag = annotations.tags[token]
      let lower = annotations.tokens[token].lower
      guard tag.isVerb || tag == .noun || tag == .pluralNoun || tag == .name else { continue }
      let word = tag.isVerb ? VerbForms.lemma(of: lower) ?? lower : Suffixes.singular(lower)
      if Self.armed.contains(word) { words.insert("soldier") }
      guard !Self.light.contains(word), !speakerHeads.contains(word), SpeechLexicon.certainty(of: word) == nil else { continue }
      words.insert(word)
    }
    return words
  }
}
