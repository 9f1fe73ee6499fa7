/// Claims that cannot both be true: numbers of one thing that do not meet, a happening asserted and denied or not confirmed,
/// blame laid and refused. Events with such claims are disputed.
struct ContradictionFinder: Component {
  let name = "contradiction finder"
  let requires: Set<Layer> = [.claims]
  let assigns: Set<Layer> = [.contradictions]

  func annotate(_ annotations: inout Annotations) {
    var found: [Contradiction] = []
    for first in annotations.claims.indices {
      for second in annotations.claims.indices.dropFirst(first + 1) {
        if let reason = reason(annotations.claims[first], annotations.claims[second], annotations) {
          found.append(Contradiction(first: first, second: second, reason: reason))
        }
      }
    }
    let words = ClaimWords(annotations)
    let traits = ClaimTraits(annotations)
    found += NumberRivals(annotations, words, traits).contradictions().filter { rival in
      !found.contains { Set([$0.first, $0.second]) == Set([rival.first, rival.second]) }
    }
    found += Denials(annotations, words, settled: found).contradictions()
    found += Rebuttals(annotations, words, traits, known: found).contradictions()
    found += RivalAccounts(annotations, words, traits, known: found).contradictions()
    let pairs = Set(found.map { Set([$0.first, $0.second]) })
    found += Corrections(annotations, traits).contradictions().filter { !pairs.contains([$0.first, $0.second]) }
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

  private func reason(_ a: ClaimFinding, _ b: ClaimFinding, _ annotations: Annotations) -> Contradiction.Reason? {
    if let mine = a.quantity?.interval, let other = b.quantity?.interval {
      guard a.predicate == b.predicate, counts(a, b, annotations), !mine.meets(other), a.quantity!.unit == b.quantity!.unit else {
        return nil
      }
      return Voice.differ(a, b, annotations) || a.speaker == nil ? .numbers : nil
    }
    if blamesAnother(a, b, annotations) { return .agents }
    guard let event = a.subjects.first, case .event = event, b.subjects.first == event else { return nil }
    if a.predicate == "occurred", b.predicate == "occurred", Voice.differ(a, b, annotations) { return occurrence(a, b) }
    if a.predicate == "responsible", b.predicate == "responsible" { return responsibility(a, b, annotations) }
    return nil
  }

  /// "The firm blamed a gas leak, the union worn cables": two causes in one paragraph.
  private func blamesAnother(_ a: ClaimFinding, _ b: ClaimFinding, _ annotations: Annotations) -> Bool {
    guard let one = a.statement.map({ annotations.statements[$0] }), let other = b.statement.map({ annotations.statements[$0] }),
      one.form == .blame, other.form == .blame, let mine = one.object, let theirs = other.object, a.predicate == b.predicate,
      Voice.differ(a, b, annotations),
      annotations.tokens[a.passage.lowerBound].block == annotations.tokens[b.passage.lowerBound].block,
      abs(annotations.sentenceIndex(ofToken: a.passage.lowerBound) - annotations.sentenceIndex(ofToken: b.passage.lowerBound))
        <= 2
    else { return false }
    if let first = annotations.entity(ofPhrase: mine), first == annotations.entity(ofPhrase: theirs) { return false }
    return annotations.tokens[annotations.phrases[mine].head].lower != annotations.tokens[annotations.phrases[theirs].head].lower
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
