/// Trigger words → event candidates with their roles from word order and voice.
struct EventCandidateFinder {
  let annotations: Annotations
  var found: [EventCandidate] = []
  /// Head token of an event noun → candidate.
  var ofNoun: [Int: Int] = [:]

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }

  /// Whether the text is of work and those who do it, where a strike is no attack.
  let isOfLabour: Bool

  init(_ annotations: Annotations) {
    self.annotations = annotations
    isOfLabour = annotations.tokens.filter { EventLexicon.labourWords.contains($0.lower) }.count >= 3
  }

  mutating func run() -> [EventCandidate] {
    for phrase in annotations.phrases.indices { readNoun(phrase) }
    for clause in annotations.clauses.indices { readClause(clause) }
    return found
  }

  // MARK: Reality

  /// Whether a clause tells of something that was, is or is planned; nil for what is only imagined.
  func reality(_ index: Int) -> (isPlanned: Bool, isNegated: Bool)? {
    let clause = annotations.clauses[index]
    if isConditional(clause) { return nil }
    if clause.isFuture { return (true, clause.isNegated) }
    // "announced that she would resign"
    if clause.modal == "would", clause.kind == .complement, annotations.statement(around: clause.mainVerb) != nil {
      return (true, clause.isNegated)
    }
    if let modal = clause.modal, !clause.isPerfect, !["will", "shall", "'ll"].contains(modal) { return nil }
    if clause.modal != nil, clause.isPerfect, clause.modal != "will" { return nil }
    if clause.kind == .infinitive { return realityOfInfinitive(clause) }
    // A participle is as real as the clause that it hangs on.
    if clause.kind == .participle, let governor = clause.governor, governor < index, !clause.isPassive,
      annotations.sentenceIndex(ofToken: annotations.clauses[governor].mainVerb)
        == annotations.sentenceIndex(ofToken: clause.mainVerb)
    {
      return reality(governor).map { ($0.isPlanned, false) }
    }
    return (false, clause.isNegated)
  }

  func isConditional(_ clause: Clause) -> Bool {
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    var at = min(clause.tokens.lowerBound, clause.verb.lowerBound) - 1
    while at >= floor, tags[at] == .mark || tags[at] == .adverb { at -= 1 }
    return at >= floor && ["if", "unless", "whether", "lest"].contains(tokens[at].lower)
  }

  func realityOfInfinitive(_ clause: Clause) -> (isPlanned: Bool, isNegated: Bool)? {
    guard let governor = clause.governor else { return nil }
    let outer = annotations.clauses[governor]
    let between = tokens[outer.verb.upperBound..<max(outer.verb.upperBound, clause.verb.lowerBound)].map(\.lower)
    if outer.isPassive, SpeechLexicon.hearsay[outer.lemma] != nil {
      return (outer.lemma == "expect" && !clause.isPerfect, outer.isNegated)
    }
    if clause.isPerfect { return (false, clause.isNegated) }
    if outer.lemma == "be",
      between.contains(where: {
        ["due", "set", "scheduled", "expected", "ready", "about", "rumoured", "rumored", "said"].contains($0)
      })
    {
      return (!clause.isPerfect, false)
    }
    if ["plan", "intend", "agree", "expect", "schedule", "prepare", "vow", "promise", "pledge"].contains(outer.lemma),
      !outer.isNegated
    {
      return (true, false)
    }
    return ["manage", "begin", "start", "continue", "go", "help", "force"].contains(outer.lemma) && !outer.isNegated
      ? (false, false) : nil
  }

  // MARK: Verbs

  mutating func readClause(_ index: Int) {
    let clause = annotations.clauses[index]
    attachOffer(clause)
    guard let (verb, extra) = reading(of: clause) else { return attachLightVerb(index) }
    guard let reality = reality(index), !reality.isNegated || isDenied(clause) else { return }
    guard extra != nil || isPhrasal(clause) || fits(verb, clause) else { return }
    let last = max(clause.verb.upperBound, extra ?? clause.verb.upperBound)
    var candidate = EventCandidate(
      type: verb.type, trigger: clause.mainVerb..<last, clause: index,
      evidence: min(clause.tokens.lowerBound, clause.verb.lowerBound)..<max(clause.tokens.upperBound, last))
    candidate.isPlanned = reality.isPlanned
    candidate.isNegated = reality.isNegated
    adaptType(&candidate, clause)
    addRoles(verb, clause, to: &candidate)
    addSurroundings(clause, to: &candidate)
    found.append(candidate)
    linkNouns(clause, candidate: found.count - 1)
  }

  /// A party that expels a member ends his post; a country that expels people displaces them.
  func adaptType(_ candidate: inout EventCandidate, _ clause: Clause) {
    let object = clause.isPassive ? clause.subjects.first : clause.objects.first
    if clause.lemma == "expel", entityKind(object) == .person { candidate.type = "departure" }
  }

  func isPhrasal(_ clause: Clause) -> Bool { EventLexicon.verbs[clause.lemma] == nil }

  func isDenied(_ clause: Clause) -> Bool {
    annotations.statements.contains { $0.form == .denial && $0.content.contains(clause.mainVerb) }
  }

  /// The lexicon's reading of a clause, with the end of the particle or object that is part of the trigger.
  func reading(of clause: Clause) -> (EventLexicon.Verb, Int?)? {
    let end = min(tokens.count, max(clause.tokens.upperBound, clause.verb.upperBound + 4))
    for entry in EventLexicon.phrasal where entry.lemma == clause.lemma {
      guard let at = (clause.verb.upperBound..<max(end, clause.verb.upperBound)).first(where: { tokens[$0].lower == entry.word })
      else { continue }
      if ["life", "lives"].contains(entry.word), clause.objects.first.map({ annotations.phrases[$0].head }) != at { continue }
      if ["on", "at", "from", "away", "down", "up"].contains(entry.word), at != clause.verb.upperBound { continue }
      return (entry.verb, ["on", "at", "from"].contains(entry.word) ? nil : at - clause.verb.upperBound < 3 ? at + 1 : nil)
    }
    if clause.lemma == "fire",
      clause.adjuncts.contains(where: { ["at", "on", "into", "toward", "towards"].contains($0.preposition) }),
      entityKind(clause.objects.first) == nil
    {
      return (EventLexicon.Verb(type: "attack", subject: "agent", object: nil, count: nil), nil)
    }
    if clause.lemma == "be", clause.verb.upperBound < tokens.count, tokens[clause.verb.upperBound].lower == "dead" {
      return (EventLexicon.Verb(type: "death", subject: "victim", object: nil, count: "killed"), clause.verb.upperBound + 1)
    }
    if clause.lemma == "hold", clause.isPassive, [.person, .group].contains(entityKind(clause.subjects.first)) {
      return (EventLexicon.Verb(type: "detention", subject: "agent", object: "victim", count: "detained"), nil)
    }
    if EventLexicon.takingVerbs.contains(clause.lemma),
      entityKind(clause.isPassive ? clause.subjects.first : clause.objects.first) == .place
    {
      return (EventLexicon.Verb(type: "attack", subject: "agent", object: "target", count: nil), nil)
    }
    if isWinning(clause) { return (EventLexicon.Verb(type: "election", subject: "agent", object: nil, count: nil), nil) }
    return EventLexicon.verbs[clause.lemma].map { ($0, nil) }
  }

  /// "won 51 percent of the vote", "claimed victory in the election", "lost his seat".
  func isWinning(_ clause: Clause) -> Bool {
    guard ["win", "lose", "claim", "concede", "secure", "contest"].contains(clause.lemma) else { return false }
    let words = (clause.verb.upperBound..<min(tokens.count, max(clause.tokens.upperBound, clause.verb.upperBound))).map {
      tokens[$0].lower
    }
    return words.contains { EventLexicon.electionWords.contains($0) }
  }

  /// Verbs with other meanings count only with the company that makes them events.
  func fits(_ verb: EventLexicon.Verb, _ clause: Clause) -> Bool {
    let objectHead = clause.objects.first.map { Suffixes.singular(tokens[annotations.phrases[$0].head].lower) } ?? ""
    let subjectHead = clause.subjects.first.map { Suffixes.singular(tokens[annotations.phrases[$0].head].lower) } ?? ""
    if verb.object == "victim", !clause.isPassive, clause.objects.isEmpty, verb.subject != "victim" { return false }
    switch clause.lemma {
    case "hold", "find", "nationalise", "nationalize", "win", "lose", "claim", "concede", "secure", "contest", "be": return true
    case "reject":
      return EventLexicon.offers.contains(objectHead) || clause.isPassive && EventLexicon.offers.contains(subjectHead)
    case "dismiss", "sack", "oust", "suspend", "fire":
      return entityKind(clause.isPassive ? clause.subjects.first : clause.objects.first) == .person
    case "sign", "ratify", "broker", "negotiate":
      let head = clause.isPassive || clause.kind == .participle ? subjectHead : objectHead
      return ["agreement", "contract"].contains(EventLexicon.nouns[head] ?? "")
    case "order": return hasInfinitive(clause) || ["closure", "arrest", "evacuation", "release"].contains(objectHead)
    case "question", "try":
      return clause.isPassive || entityKind(clause.objects.first) == .person || entityKind(clause.objects.first) == .group
    case "strike", "hit": return !clause.objects.isEmpty && EventLexicon.nouns[objectHead] == nil
    case "close", "shut", "sell", "buy", "purchase", "acquire":
      let phrase = clause.isPassive ? clause.subjects.first : clause.objects.first
      return [.organization, .asset].contains(entityKind(phrase))
        || Self.holdings.contains(clause.isPassive ? subjectHead : objectHead)
    case "award": return objectHead == "contract" || subjectHead == "contract" || EventLexicon.nouns[objectHead] == "contract"
    case "vote": return true
    case "charge": return clause.isPassive || [.person, .organization, .group].contains(entityKind(clause.objects.first))
    case "protest", "march", "rally": return clause.kind != .infinitive
    case "sink", "explode": return true
    case "shelter": return !clause.objects.isEmpty && entityKind(clause.objects.first) == .group
    case "name": return false
    case "split": return clause.adjuncts.contains { $0.preposition == "from" }
    case "meet":
      return
        !(["demand", "target", "condition", "deadline", "need", "criterion", "requirement", "expectation", "goal"].contains(
          objectHead))
    case "search": return !clause.objects.isEmpty || clause.isPassive
    case "gun": return false
    case "bury": return false
    default: return true
    }
  }

  static let holdings = WordList.set(
    """
    stake share company firm business unit subsidiary stock asset plant factory mine bank airline newspaper brand
    division chain store shop
    school hospital office branch border airport mill shipyard club
    """)

  func hasInfinitive(_ clause: Clause) -> Bool {
    annotations.clauses.contains {
      $0.kind == .infinitive && $0.verb.lowerBound > clause.mainVerb && $0.verb.lowerBound - clause.mainVerb < 14
    }
      || clause.objects.isEmpty == false
  }

  func entityKind(_ phrase: Int?) -> EntityKind? {
    phrase.flatMap { annotations.entity(ofPhrase: $0) }.map { annotations.entities[$0].kind }
  }
}
