/// Accounts of what brought one thing about: two causes ("a short circuit was the cause", "blamed stored chemicals"), two who are
/// blamed, two of whom each is said to have begun it ("opened fire first", "broke the truce"). By two voices they exclude each
/// other.
final class RivalCauses {
  private struct Cause {
    let claim: Int
    /// Whom or what it was brought about by.
    let phrase: Int
    /// The words for what was brought about, "fire", "delay"; none where the claim only points to it.
    let effect: Set<String>
    let isBlame: Bool
    /// The reason for what somebody has done.
    var isMotive = false
  }

  private let annotations: Annotations
  private let words: ClaimWords
  /// In sentences.
  private static let reach = 4

  init(_ annotations: Annotations, _ words: ClaimWords) {
    self.annotations = annotations
    self.words = words
  }

  /// Complexity: quadratic in the causes that the text names.
  func contradictions() -> [Contradiction] {
    let causes = annotations.claims.indices.flatMap { self.causes(of: $0) }
    var found: [Contradiction] = []
    var paired: Set<[Int]> = []
    for (index, cause) in causes.enumerated() {
      guard let rival = causes[..<index].last(where: { isRival($0, cause) }), paired.insert([rival.claim, cause.claim]).inserted
      else { continue }
      found.append(
        Contradiction(first: rival.claim, second: cause.claim, reason: rival.isBlame || cause.isBlame ? .agents : .accounts))
    }
    return found
  }

  private func isRival(_ one: Cause, _ other: Cause) -> Bool {
    let (mine, theirs) = (annotations.claims[one.claim], annotations.claims[other.claim])
    guard Voice.differ(mine, theirs, annotations), Voice(theirs, annotations) != nil, mine.certainty != .denied,
      theirs.certainty != .denied, !mine.passage.overlaps(theirs.passage), words.distance(mine, theirs) <= Self.reach,
      annotations.tokens[theirs.passage.lowerBound].block - annotations.tokens[mine.passage.lowerBound].block <= 1,
      one.effect.isEmpty || other.effect.isEmpty || !one.effect.isDisjoint(with: other.effect)
    else { return false }
    // Two reasons are of one deed only where both speak of the same people or things.
    guard one.isMotive == other.isMotive, !one.isMotive || words.shared(one.claim, other.claim) > 0 else { return false }
    if let first = annotations.entity(ofPhrase: one.phrase), first == annotations.entity(ofPhrase: other.phrase) { return false }
    return word(of: one.phrase) != word(of: other.phrase)
  }

  private func word(of phrase: Int) -> String { meaning(of: annotations.phrases[phrase].head) }
  private func meaning(of token: Int) -> String { ClaimWords.meaning(of: Suffixes.singular(annotations.tokens[token].lower)) }

  // MARK: What a claim names as the cause

  private func causes(of claim: Int) -> [Cause] {
    let finding = annotations.claims[claim]
    guard finding.object == nil else { return [] }
    if let statement = finding.statement.map({ annotations.statements[$0] }), statement.form == .blame {
      return statement.object.map { [Cause(claim: claim, phrase: $0, effect: [], isBlame: true)] } ?? []
    }
    let content = ClaimWords.content(of: finding, annotations)
    if let phrase = suspected(in: finding, content) {
      return [Cause(claim: claim, phrase: phrase, effect: [], isBlame: false)]
    }
    return annotations.clauses[annotations.clauses(around: content.lowerBound)].lazy
      .filter { content.contains($0.mainVerb) && !$0.isNegated }
      .compactMap { self.cause(in: $0, content, of: claim) }
      .prefix(1).map { $0 }
  }

  private func cause(in clause: Clause, _ content: Range<Int>, of claim: Int) -> Cause? {
    if let beginner = beginner(of: clause, content) { return Cause(claim: claim, phrase: beginner, effect: [], isBlame: true) }
    func cause(_ phrase: Int?, effect: Int?) -> Cause? {
      guard let phrase, annotations.phrases[phrase].kind != .pronoun, annotations.phrases[phrase].kind != .time else {
        return nil
      }
      let words = effect.map { annotations.phrases[$0].kind == .common ? Set([word(of: $0)]) : [] } ?? []
      return Cause(claim: claim, phrase: phrase, effect: words, isBlame: false)
    }
    if clause.lemma == "be" {
      // "corrosion was to blame"
      let words = content.filter { $0 >= clause.verb.upperBound }.prefix(2).map { annotations.tokens[$0].lower }
      if words == ["to", "blame"] { return cause(clause.subjects.first, effect: nil) }
      if let object = clause.objects.first, isCause(object) {
        return cause(clause.subjects.first, effect: effect(behind: object))
      }
      if let subject = clause.subjects.first, isCause(subject) {
        return cause(clause.objects.first, effect: effect(behind: subject))
      }
    }
    if Self.causing.contains(clause.lemma) {
      return clause.isPassive
        ? cause(clause.adjuncts.first { $0.preposition == "by" }?.phrase, effect: clause.subjects.first)
        : clause.objects.isEmpty ? nil : cause(clause.subjects.first, effect: clause.objects.first)
    }
    if Self.resulting.contains(clause.lemma),
      let from = clause.adjuncts.first(where: { ["from", "to", "on"].contains($0.preposition) })
    {
      let isTraced = ["attribute", "ascribe", "put", "trace", "blame"].contains(clause.lemma)
      return cause(from.phrase, effect: isTraced && !clause.isPassive ? clause.objects.first : clause.subjects.first)
    }
    if let reason = reason(behind: clause, content) { return cause(reason, effect: clause.subjects.first) }
    return motive(behind: clause, content).map { Cause(claim: claim, phrase: $0, effect: [], isBlame: false, isMotive: true) }
  }

  /// "was dismissed because she had complained about the air": what the clause behind "because" is about.
  private func motive(behind clause: Clause, _ content: Range<Int>) -> Int? {
    guard let because = content.first(where: { annotations.tokens[$0].lower == "because" && $0 > clause.mainVerb }),
      because + 1 < content.upperBound, annotations.tokens[because + 1].lower != "of"
    else { return nil }
    let inner = annotations.clauses[annotations.clauses(around: content.lowerBound)].first {
      $0.mainVerb > because && content.contains($0.mainVerb)
    }
    guard let inner else { return nil }
    let phrases = inner.objects + inner.adjuncts.map(\.phrase) + inner.subjects
    return phrases.first { annotations.phrases[$0].kind != .pronoun && annotations.phrases[$0].kind != .time }
  }

  /// "suspects a broken bolt", "attributed it to a ban": the verb stands before what is said.
  private func suspected(in claim: ClaimFinding, _ content: Range<Int>) -> Int? {
    guard let verb = claim.passage.prefix(while: { $0 < content.lowerBound }).last, annotations.tags[verb].isVerb else {
      return nil
    }
    switch VerbForms.lemma(of: annotations.tokens[verb].lower) ?? "" {
    case "suspect": return annotations.phrase(startingAt: content.lowerBound)
    case "attribute", "ascribe":
      guard let to = content.first(where: { annotations.tokens[$0].lower == "to" }), to + 1 < content.upperBound else {
        return nil
      }
      return annotations.phrase(startingAt: to + 1)
    default: return nil
    }
  }

  /// "opened fire first", "started the shooting", "broke the truce": who did.
  private func beginner(of clause: Clause, _ content: Range<Int>) -> Int? {
    guard !clause.isPassive, let subject = clause.subjects.first else { return nil }
    let behind = clause.verb.upperBound..<max(clause.verb.upperBound, min(content.upperBound, clause.verb.upperBound + 5))
    let words = behind.map { annotations.tokens[$0].lower }
    if Self.fighting.contains(clause.lemma), words.contains("first") { return subject }
    let isBeginning = Self.beginning.contains(clause.lemma)
    guard isBeginning || Self.breaking.contains(clause.lemma), let object = clause.objects.first else { return nil }
    let head = Suffixes.singular(annotations.tokens[annotations.phrases[object].head].lower)
    return isBeginning && Self.fights.contains(head) || !isBeginning && Self.truces.contains(head) ? subject : nil
  }

  /// "was due to", "happened because of", "came as a result of": what stands behind.
  private func reason(behind clause: Clause, _ content: Range<Int>) -> Int? {
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(content.upperBound, clause.verb.upperBound + 6))
    for token in reach where token + 2 < annotations.tokens.count {
      let (lower, next) = (annotations.tokens[token].lower, annotations.tokens[token + 1].lower)
      switch lower {
      case "because" where next == "of", "due" where next == "to", "owing" where next == "to", "down" where next == "to":
        return annotations.phrase(startingAt: token + 2)
      case "result" where next == "of", "consequence" where next == "of", "fault" where next == "of", "work" where next == "of":
        return annotations.phrase(startingAt: token + 2)
      default: continue
      }
    }
    return nil
  }

  private func isCause(_ phrase: Int) -> Bool {
    Self.causeNouns.contains(annotations.tokens[annotations.phrases[phrase].head].lower)
  }

  /// "the cause of the fire"
  private func effect(behind phrase: Int) -> Int? {
    annotations.phrase(behind: ["of", "for", "behind"], at: annotations.phrases[phrase].tokens.upperBound)
  }

  private static let causeNouns = WordList.set(
    "cause causes reason reasons culprit origin source trigger catalyst factor blame explanation")
  private static let causing = WordList.set("cause trigger spark ignite provoke prompt precipitate produce induce bring start")
  private static let resulting = WordList.set(
    "result stem arise originate attribute ascribe put trace blame derive spring follow")
  private static let beginning = WordList.set("start begin provoke initiate launch instigate open unleash")
  private static let fights = WordList.set(
    "fight fighting shooting firing fire clash brawl violence war hostility trouble battle attack scuffle riot conflict unrest"
  )
  private static let breaking = WordList.set("break violate breach ignore flout infringe contravene")
  private static let truces = WordList.set("truce ceasefire cease-fire armistice agreement accord deal pact contract promise")
  private static let fighting = WordList.set("open fire shoot attack strike hit punch swing push draw throw")
}
