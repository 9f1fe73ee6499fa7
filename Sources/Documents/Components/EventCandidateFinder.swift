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
  /// Whether it is of arms, where "came under fire" is meant as it is said.
  let isOfArms: Bool

  /// Whether it is of elections, where to concede is to lose one.
  let isOfBallots: Bool

  init(_ annotations: Annotations) {
    self.annotations = annotations
    isOfBallots =
      annotations.tokens.filter { ["election", "elections", "ballot", "ballots", "votes", "voters"].contains($0.lower) }.count
      >= 3
    isOfLabour = annotations.tokens.filter { EventLexicon.labourWords.contains($0.lower) }.count >= 3
    isOfArms = annotations.tokens.filter { EventLexicon.armsWords.contains($0.lower) }.count >= 2
  }

  mutating func run() -> [EventCandidate] {
    for phrase in annotations.phrases.indices { readNoun(phrase) }
    for clause in annotations.clauses.indices { readClause(clause) }
    linkOutcomes()
    return found
  }

  // MARK: Reality

  /// Whether a clause tells of something that was, is or is planned; nil for what is only imagined.
  func reality(_ index: Int) -> (isPlanned: Bool, isNegated: Bool)? {
    let clause = annotations.clauses[index]
    if isConditional(clause) || isOfTimesToCome(clause) { return nil }
    if clause.isFuture { return isOnCondition(clause) ? nil : (true, clause.isNegated) }
    // "announced that she would resign"
    if clause.modal == "would", clause.kind != .relative, !clause.isPerfect,
      let statement = annotations.statement(around: clause.mainVerb), annotations.statements[statement].form == .indirect
    {
      return (true, clause.isNegated)
    }
    if clause.modal == "must", !clause.isNegated, isDue(clause) { return (true, false) }
    if let modal = clause.modal, !clause.isPerfect, !["will", "shall", "'ll"].contains(modal) { return nil }
    if clause.modal != nil, clause.isPerfect, clause.modal != "will" { return nil }
    if clause.kind == .infinitive { return realityOfInfinitive(clause) }
    // A participle is as real as the clause that it hangs on.
    // "radicals holding 15 citizens": what is said of people is as real as they are, whatever befalls them.
    if clause.kind == .participle, !clause.isPassive, annotations.tree.dependencies[clause.mainVerb] == .adnominalClause,
      clause.subjects.contains(where: { isPeople($0) })
    {
      return (false, false)
    }
    if clause.kind == .participle, let governor = clause.governor, governor < index, !clause.isPassive,
      annotations.sentenceIndex(ofToken: annotations.clauses[governor].mainVerb)
        == annotations.sentenceIndex(ofToken: clause.mainVerb)
    {
      // "ruled out joining", "avoids paying", "was cleared of leaking"
      if Self.shunning.contains(annotations.clauses[governor].lemma) || isTopic(clause) { return nil }
      return reality(governor).map { ($0.isPlanned, false) }
    }
    return (false, clause.isNegated)
  }

  /// "a referendum on joining the union": what people vote or talk on has not been done.
  private func isTopic(_ clause: Clause) -> Bool {
    let begin = clause.verb.lowerBound
    guard begin > 1, tags[clause.mainVerb] == .verbGerund, Self.topical.contains(tokens[begin - 1].lower) else { return false }
    return Self.questions.contains(Suffixes.singular(tokens[begin - 2].lower))
  }

  private static let topical: Set<String> = ["on", "about", "over", "of", "for", "against"]
  private static let questions = WordList.set(
    """
    referendum vote ballot talk debate negotiation idea plan proposal decision question discussion motion prospect risk
    possibility option chance
    """)

  /// "will die fighting if necessary": without a day that is no plan.
  private func isOnCondition(_ clause: Clause) -> Bool {
    guard !clause.adjuncts.contains(where: { annotations.phrases[$0.phrase].kind == .time }) else { return false }
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    return (clause.verb.upperBound..<end).contains { ["if", "unless"].contains(tokens[$0].lower) }
  }

  /// "The court must rule by June 15": a duty with a day to come is a plan.
  private func isDue(_ clause: Clause) -> Bool {
    guard let today = annotations.document.date, !clause.isPerfect else { return false }
    return clause.adjuncts.contains { adjunct in
      let time = annotations.times.first { $0.tokens == annotations.phrases[adjunct.phrase].tokens }
      return time?.to.map { $0.daysSinceEpoch >= today.daysSinceEpoch } ?? false
    }
  }

  /// What is done to an act that does not take place or not yet.
  private static let shunning = WordList.set(
    """
    rule avoid refuse oppose consider propose discuss suggest resist reject mull contemplate favour favor recommend risk clear
    acquit exonerate absolve
    """)

  func isConditional(_ clause: Clause) -> Bool {
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    var at = clause.begin - 1
    while at >= floor, tags[at] == .mark || tags[at] == .adverb { at -= 1 }
    return at >= floor && ["if", "unless", "whether", "lest"].contains(tokens[at].lower)
  }

  /// "until the next people die", "before she retires": what the present tense puts behind these is yet to come.
  private func isOfTimesToCome(_ clause: Clause) -> Bool {
    guard clause.verb.count == 1, [.verbThird, .verbBase].contains(tags[clause.mainVerb]),
      !annotations.isInHeadline(clause.mainVerb)
    else { return false }
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    var at = clause.begin - 1
    while at >= floor, tags[at] == .adverb { at -= 1 }
    return at >= floor && Self.opening.contains(tokens[at].lower)
  }

  private static let opening: Set<String> = ["until", "till", "before", "once", "when", "whenever", "after"]

  func realityOfInfinitive(_ clause: Clause) -> (isPlanned: Bool, isNegated: Bool)? {
    // "are to vote on Friday", where the parser takes the copula for the verb's.
    if clause.verb.prefix(2).dropLast(clause.verb.count < 2 ? 1 : 0).contains(where: {
      ClosedClasses.forms[tokens[$0].lower] == "be" && tags[$0 + 1] == .toParticle
    }) {
      return (true, clause.isNegated)
    }
    // "in a report to be published on June 4"
    if clause.isPassive, annotations.tree.dependencies[clause.mainVerb] == .adnominalClause, isDated(clause) {
      return (true, false)
    }
    // "has yet to be sentenced"
    let begin = max(2, clause.verb.lowerBound - 2)
    if (begin...max(begin, clause.mainVerb)).contains(where: { tokens[$0].lower == "to" && tokens[$0 - 1].lower == "yet" }) {
      return nil
    }
    guard let governor = clause.governor else { return nil }
    let outer = annotations.clauses[governor]
    let between = tokens[outer.verb.upperBound..<max(outer.verb.upperBound, clause.verb.lowerBound)].map(\.lower)
    if outer.isPassive, SpeechLexicon.hearsay[outer.lemma] != nil {
      return (outer.lemma == "expect" && !clause.isPerfect, outer.isNegated)
    }
    // "saw the doctor hand her a bag"
    if Self.perceiving.contains(outer.lemma), clause.verb.count == 1 {
      return reality(governor).map { ($0.isPlanned, outer.isNegated) }
    }
    if clause.isPerfect { return (false, clause.isNegated) }
    // "are to vote on Friday"
    if outer.lemma == "be", between.isEmpty || between == ["not"], !clause.isPerfect { return (true, !between.isEmpty) }
    if outer.lemma == "be",
      between.contains(where: {
        ["due", "set", "scheduled", "expected", "likely", "ready", "about", "rumoured", "rumored", "said"].contains($0)
      })
    {
      return (!clause.isPerfect, false)
    }
    if [
      "plan", "intend", "agree", "resolve", "expect", "schedule", "prepare", "vow", "promise", "pledge", "aim", "decide", "set",
      "undertake", "threaten", "offer", "volunteer",
    ]
    .contains(outer.lemma),
      !outer.isNegated
    {
      return (true, false)
    }
    // "had to be evacuated"
    if outer.lemma == "have", between.isEmpty, tags[outer.mainVerb] == .verbPast { return reality(governor) }
    return Self.bringingAbout.contains(outer.lemma) && !outer.isNegated ? reality(governor).map { ($0.isPlanned, false) } : nil
  }

  /// What follows behind them came to pass: "managed to flee", "caused a crane to fall".
  private static let bringingAbout = WordList.set(
    """
    fly travel
    manage begin start continue go help force proceed cause lead drive compel prompt enable trigger appoint elect
    """)

  /// Their object does what the bare infinitive behind it says.
  private static let perceiving = WordList.set("see hear watch notice observe witness feel spot let make help")

  // MARK: Verbs

  mutating func readClause(_ index: Int) {
    let clause = withParticle(annotations.clauses[index])
    // "visited the injured in hospital"
    if clause.verb.count == 1, clause.mainVerb > 0, tags[clause.mainVerb - 1] == .determiner { return }
    // "the operator, Fenline, counts 67 injured": a number is hurt and no body.
    if clause.kind == .participle, clause.mainVerb > 0, tags[clause.mainVerb - 1] == .number,
      let subject = clause.subjects.first, entityKind(subject) == .organization
    {
      return
    }
    // "declared the mayor re-elected"
    if let whole = found.lastIndex(where: { !$0.isNoun }), found[whole].trigger.contains(clause.mainVerb) {
      if found[whole].time == nil { addSurroundings(clause, to: &found[whole]) }
      return
    }
    attachOffer(clause)
    readLetter(clause)
    attachFrame(clause)
    if readToll(clause) { return }
    guard let (verb, extra) = reading(of: clause) else { return attachLightVerb(index) }
    guard let reality = reality(index) else { return }
    // "was not published until 9.40"
    let isLate = reality.isNegated && clause.adjuncts.contains { ["until", "till", "before"].contains($0.preposition) }
    let isNegated = reality.isNegated && !isLate || (clause.subjects + clause.objects).contains { isNone($0) }
    guard !isNegated || isDenied(clause) || isSaid(clause.mainVerb) else { return }
    let last = max(clause.verb.upperBound, extra ?? clause.verb.upperBound)
    var candidate = EventCandidate(
      type: verb.type, trigger: clause.mainVerb..<last, clause: index,
      evidence: clause.begin..<max(clause.tokens.upperBound, last))
    candidate.isPlanned = reality.isPlanned || verb.type != "statement" && Self.promising.contains(clause.lemma)
    candidate.isNegated = isNegated
    candidate.isSlight = verb.isSlight
    // "offered to open two crossings": of what is only offered there must be more to tell.
    if verb.type == "other", clause.kind == .infinitive, let governor = clause.governor,
      Self.proposing.contains(annotations.clauses[governor].lemma)
    {
      return
    }
    // "a rocket built by Orbis exploded on Thursday": what only describes has its own day or none.
    if verb.type == "other", isDescribing(clause) {
      if verb.isSlight { return }
      candidate.isBackground = true
    }
    // "as traders were setting up their stalls": what was going on is the background of what happened.
    if verb.type == "other", clause.kind == .adverbial, tags[clause.mainVerb] == .verbGerund, !isDated(clause) { return }
    candidate.isAnother =
      isFirst(clause) || undergoer(of: clause).map { isAnother(annotations.phrases[$0]) && isPeople($0) } ?? false
    adaptType(&candidate, clause)
    addRoles(verb, clause, to: &candidate)
    if candidate.type == "departure" {
      for index in candidate.participants.indices where candidate.participants[index].role == "victim" {
        candidate.participants[index].role = "target"
      }
    }
    addSurroundings(clause, to: &candidate)
    // "was appointed to succeed him in April": one happening in two verbs.
    if candidate.type == "appointment", clause.kind == .infinitive, let governor = clause.governor,
      let above = found.indices.last(where: { found[$0].clause == governor && found[$0].type == "appointment" })
    {
      candidate.sameAs = above
      if found[above].time == nil { (found[above].time, found[above].hasOwnTime) = (candidate.time, candidate.hasOwnTime) }
      candidate.isPlanned = found[above].isPlanned
      candidate.participants.removeAll { one in found[above].participants.contains { $0.entity == one.entity } }
    }
    found.append(candidate)
    linkNouns(clause, candidate: found.count - 1)
    // "changed his plea": the noun of an idiom is no happening of its own, unless it points back: "told the inquiry".
    for at in clause.verb.upperBound..<last {
      guard let noun = ofNoun[at], found[noun].sameAs == nil, !(found[noun].isDefinite && found[noun].isBare) else { continue }
      found[noun].sameAs = found.count - 1
    }
  }

  /// A participle that says which one is meant.
  private func isDescribing(_ clause: Clause) -> Bool {
    clause.kind == .participle && annotations.tree.dependencies[clause.mainVerb] == .adnominalClause && !isDated(clause)
  }

  /// A party that expels a member ends his post; a country that expels people displaces them.
  func adaptType(_ candidate: inout EventCandidate, _ clause: Clause) {
    let object = clause.isPassive ? clause.subjects.first : clause.objects.first
    let isAbroad = clause.adjuncts.contains {
      $0.preposition == "from" && (entityKind($0.phrase) == .place || PlaceNouns.kinds.contains(head($0.phrase)))
    }
    if clause.lemma == "expel", entityKind(object) == .person, !isAbroad { candidate.type = "departure" }
    // "the driver fled": one who runs from a place is not displaced.
    if clause.lemma == "flee", entityKind(clause.subjects.first) == .person, clause.objects.isEmpty,
      !clause.adjuncts.contains(where: {
        ["to", "into", "from", "across", "for"].contains($0.preposition) && annotations.phrases[$0.phrase].kind != .time
      })
    {
      candidate.type = "other"
    }
    // "A crane fell, killing two", "A fire left 20 dead": what no will stands behind is an accident.
    if ["attack", "killing"].contains(candidate.type), !Self.willed.contains(clause.lemma),
      let doer = doer(of: clause), isMindless(doer)
    {
      candidate.type = EventCompany.ailments.contains(head(doer)) ? "death" : "accident"
    }
    // "war broke out"
    if clause.lemma == "break", candidate.type == "accident", let subject = clause.subjects.first {
      let noun = head(subject)
      candidate.type = noun == "war" ? "battle" : EventLexicon.nouns[noun] ?? candidate.type
    }
    // "was ordered to pay damages"
    if clause.lemma == "order", clause.isPassive || holds(.court, clause),
      annotations.clauses(around: clause.mainVerb).contains(where: { index in
        let other = annotations.clauses[index]
        return other.kind == .infinitive && ["pay", "compensate", "reimburse", "refund", "forfeit"].contains(other.lemma)
          && (0..<10).contains(other.mainVerb - clause.mainVerb)
      })
    {
      candidate.type = "sentence"
    }
  }

  /// What nobody does without meaning to.
  private static let willed = WordList.set(
    "fire shoot open attack raid storm bomb shell ambush assault bombard besiege invade strafe launch murder assassinate execute")

  private static let proposing: Set<String> = ["offer", "threaten", "volunteer", "agree"]

  /// Verbs whose act is still to come when they have been said.
  private static let promising: Set<String> = ["promise", "pledge", "expect"]

  /// "no earlier offer", "not one worker": there is none of it.
  func isNone(_ phrase: Int) -> Bool {
    let first = annotations.phrases[phrase].tokens.lowerBound
    let second = first + 1 < tokens.count ? tokens[first + 1].lower : ""
    if ["no", "none", "neither", "nobody", "nothing"].contains(tokens[first].lower) {
      return !["more", "less", "fewer", "longer", "later", "other"].contains(second)
    }
    return first > 0 && tokens[first].lower == "one" && (tags[first - 1] == .negation || tokens[first - 1].lower == "no")
  }

  /// Whether somebody says it and not the document.
  func isSaid(_ token: Int) -> Bool {
    annotations.statement(around: token).map { annotations.statements[$0].speaker != nil } ?? false
  }

  func isDenied(_ clause: Clause) -> Bool {
    annotations.statements.contains { $0.form == .denial && $0.content.contains(clause.mainVerb) }
  }

  func entityKind(_ phrase: Int?) -> EntityKind? {
    phrase.flatMap { annotations.entity(ofPhrase: $0) }.map { annotations.entities[$0].kind }
  }
}
