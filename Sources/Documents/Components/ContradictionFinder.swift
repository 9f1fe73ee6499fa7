/// Claims that cannot both be true: numbers of one thing that do not meet, a happening asserted and denied or not confirmed,
/// blame laid and refused. Events with such claims are disputed.
struct ContradictionFinder: Component {
  let name = "contradiction finder"
  let requires: Set<Layer> = [.claims]
  let assigns: Set<Layer> = [.contradictions]

  func annotate(_ annotations: inout Annotations) {
    var found: [Contradiction] = []
    // Only what is said of one thing can be at odds.
    let claimsOfSubject = Dictionary(grouping: annotations.claims.indices) { annotations.claims[$0].subjects.first }
    for (first, claim) in annotations.claims.enumerated() {
      for second in claimsOfSubject[claim.subjects.first, default: []] where second > first {
        if let reason = reason(claim, annotations.claims[second], annotations) {
          found.append(Contradiction(first: first, second: second, reason: reason))
        }
      }
    }
    let words = ClaimWords(annotations)
    let traits = ClaimTraits(annotations)
    found = nearestOnly(found, words, annotations)
    found += NumberRivals(annotations, words, traits).contradictions().filter { !isKnown($0, in: found) }
    found += RivalCauses(annotations, words).contradictions().filter { !isKnown($0, in: found) }
    found += Discredits(annotations, words).contradictions().filter { !isKnown($0, in: found) }
    found += Denials(annotations, words, settled: found).contradictions()
    found += Rebuttals(annotations, words, traits, known: found).contradictions()
    found = RivalAccounts(annotations, words, traits, proposed: found).contradictions()
    found += Whereabouts(annotations, words).contradictions().filter { !isKnown($0, in: found) }
    found += Corrections(annotations, traits).contradictions().filter { !isKnown($0, in: found) }
    found += answeredReports(annotations).filter { !isKnown($0, in: found) }
    annotations.contradictions = found
    defer { Topics.widen(in: &annotations) }
    for pair in found
    where annotations.claims[pair.first].predicate != "states" || annotations.claims[pair.second].predicate != "states" {
      for subject in annotations.claims[pair.first].subjects {
        if case .event(let event) = subject, annotations.claims[pair.second].subjects.contains(subject) {
          annotations.events[event].isDisputed = true
        }
      }
    }
  }

  /// "denied a report that …": the report against the denial.
  private func answeredReports(_ annotations: Annotations) -> [Contradiction] {
    annotations.claims.indices.compactMap { index in
      guard let answer = annotations.claims[index].answer else { return nil }
      let denial = annotations.claims.indices.first { other in
        other != index && annotations.claims[other].passage == answer && annotations.claims[other].object == nil
          && [.denied, .rumoured].contains(annotations.claims[other].certainty)
      }
      return denial.map { Contradiction(first: index, second: $0, reason: .denial) }
    }
  }

  /// Of the claims of one happening a denial answers those near it, or else the last one before it; and sums of money far apart
  /// are seldom of one thing, whatever happening they are told with.
  private func nearestOnly(
    _ found: [Contradiction], _ words: ClaimWords, _ annotations: Annotations
  ) -> [Contradiction] {
    found.filter { pair in
      let (one, other) = (annotations.claims[pair.first], annotations.claims[pair.second])
      if words.distance(one, other) <= Self.near { return true }
      switch pair.reason {
      case .denial: return !found.contains { $0.reason == .denial && $0.second == pair.second && $0.first > pair.first }
      case .numbers: return one.predicate != "amount" || words.areTogether(one, other)
      default: return true
      }
    }
  }

  /// In sentences.
  private static let near = 2

  private func isKnown(_ pair: Contradiction, in found: [Contradiction]) -> Bool {
    found.contains { Set([$0.first, $0.second]) == [pair.first, pair.second] }
  }

  private func reason(_ a: ClaimFinding, _ b: ClaimFinding, _ annotations: Annotations) -> Contradiction.Reason? {
    // What the text says in its own voice and what it reports in one breath go together.
    if a.speaker == nil || b.speaker == nil, a.passage.overlaps(b.passage), a.object == nil, b.object == nil { return nil }
    if let mine = a.quantity?.interval, let other = b.quantity?.interval {
      guard a.predicate == b.predicate, counts(a, b, annotations), mine.differs(from: other), a.quantity!.unit == b.quantity!.unit
      else { return nil }
      return Voice.differ(a, b, annotations) || a.speaker == nil ? .numbers : nil
    }
    guard let event = a.subjects.first, case .event = event, b.subjects.first == event else { return nil }
    // Who denies what another says in the same breath answers a report (`answeredReports`), and nobody else.
    if a.predicate == "occurred", b.predicate == "occurred", !a.passage.overlaps(b.passage), Voice.differ(a, b, annotations) {
      return occurrence(a, b)
    }
    if a.predicate == "responsible", b.predicate == "responsible" { return responsibility(a, b, annotations) }
    return nil
  }

  /// Whether both numbers are of the same people of the same event; "people" may be anybody.
  private func counts(_ a: ClaimFinding, _ b: ClaimFinding, _ annotations: Annotations) -> Bool {
    guard a.subjects.first == b.subjects.first else { return false }
    guard a.subjects.count > 1, b.subjects.count > 1 else { return true }
    if a.subjects[1] == b.subjects[1] { return true }
    return [a, b].contains { claim in
      if case .entity(let entity) = claim.subjects[1] { annotations.entities[entity].heads == ["person"] } else { false }
    }
  }

  /// Asserted against denied, or against "cannot confirm" by somebody who would know.
  private func occurrence(_ a: ClaimFinding, _ b: ClaimFinding) -> Contradiction.Reason? {
    let asserted: Set<Certainty> = [.confirmed, .probable, .reported]
    if a.certainty == .denied || b.certainty == .denied { return a.certainty == b.certainty ? nil : .denial }
    let doubts: (ClaimFinding) -> Bool = { $0.certainty == .rumoured && $0.speaker != nil }
    return doubts(a) && asserted.contains(b.certainty) || doubts(b) && asserted.contains(a.certainty) ? .denial : nil
  }

  private func responsibility(_ a: ClaimFinding, _ b: ClaimFinding, _ annotations: Annotations) -> Contradiction.Reason? {
    guard a.certainty == .denied || b.certainty == .denied else {
      let (mine, other) = (Set(a.subjects), Set(b.subjects))
      return mine == other ? nil : .agents
    }
    guard a.certainty != b.certainty else { return nil }
    let (denial, blame) = a.certainty == .denied ? (a, b) : (b, a)
    let blamed: [Int] = blame.subjects.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
    guard let speaker = denial.speaker else { return nil }
    let speaksFor = annotations.relations.contains { $0.source == speaker && blamed.contains($0.target) }
    return blamed.contains(speaker) || speaksFor ? .denial : nil
  }
}
