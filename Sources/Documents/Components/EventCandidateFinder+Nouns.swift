// Nouns that name a happening, alone or with a verb that tells of it.
extension EventCandidateFinder {
  mutating func readNoun(_ index: Int) {
    let phrase = annotations.phrases[index]
    guard phrase.kind == .common, isNoun(phrase) else { return }
    let head = Suffixes.singular(tokens[phrase.head].lower)
    guard var type = EventLexicon.nouns[head], ofNoun[phrase.head] == nil, !isWeaponOrMoney(head, phrase) else { return }
    if head == "strike", !isArmed(phrase), isOfLabour || !isOfArms && !isAimed(phrase) { type = "protest" }
    if ["blast", "explosion"].contains(head), isArmed(phrase) { type = "attack" }
    if let told = typeByCompany(head, phrase) { type = told }
    let first = tokens[phrase.tokens.lowerBound].lower
    var candidate = EventCandidate(type: type, trigger: triggerRange(phrase), clause: nil, isNoun: true, evidence: phrase.tokens)
    candidate.isDefinite =
      !isAnother(phrase) && (["any", "the", "this", "that", "these", "those"].contains(first) || phrase.possessor != nil)
    addOwnRoles(index, head, to: &candidate)
    addOwnAmount(phrase, to: &candidate)
    addOwnCount(phrase, to: &candidate)
    candidate.isAnother = isAnother(phrase)
    candidate.isBackground = phrase.tokens.lowerBound > 0 && Self.backgrounds.contains(tokens[phrase.tokens.lowerBound - 1].lower)
    candidate.isBare =
      candidate.participants.isEmpty
      && (candidate.places.isEmpty && !candidate.isTimeOfNoun
        || ["that", "this", "those", "these"].contains(first))
    if isUnreal(phrase) || isOffence(phrase) { return }
    candidate.clause = governing(phrase)
    if let clause = candidate.clause {
      let isPresupposed =
        candidate.isDefinite && !candidate.participants.isEmpty
        && ["contract", "agreement", "investigation", "trial"].contains(type)
      guard
        isPresupposed || !Self.unwanted.contains(annotations.clauses[clause].lemma) || ["bid", "acquisition"].contains(type)
      else { return }
      if isSupposed(annotations.clauses[clause], phrase, type) { return }
      if pointsAtSubject(annotations.clauses[clause], phrase) || isWishedFor(annotations.clauses[clause], phrase) { return }
      guard let reality = isPresupposed ? (false, false) : reality(clause),
        !reality.isNegated || candidate.isDefinite || isSaid(phrase.head)
      else { return }
      let isAwaited =
        annotations.clauses[clause].isPassive && ["expect", "await"].contains(annotations.clauses[clause].lemma)
        && annotations.clauses[clause].subjects.contains { annotations.phrases[$0].head == phrase.head }
      candidate.isPlanned = reality.isPlanned || isAwaited || Self.intending.contains(annotations.clauses[clause].lemma)
      candidate.isNegated = reality.isNegated && !candidate.isDefinite
    }
    if isNone(index) {
      guard isSaid(phrase.head) else { return }
      candidate.isNegated = true
    }
    // Attacks, operations in general tell of nothing that happened.
    let isGeneric =
      tags[phrase.head] == .pluralNoun && !candidate.isDefinite && phrase.quantity == nil && type != "meeting"
      && !candidate.isTimeOfNoun
    let isOfHabit = candidate.clause.map { isHabit(annotations.clauses[$0]) } ?? false
    candidate.isGeneric =
      (isGeneric && (candidate.participants.isEmpty || isOfHabit)) || isMassNoun(phrase) && candidate.participants.isEmpty
    found.append(candidate)
    ofNoun[phrase.head] = found.count - 1
    if let whole = series(before: phrase) { ofNoun[annotations.phrases[whole].head] = found.count - 1 }
  }

  /// "a new round of talks", "a string of attacks": the phrase that is what the clause says it of.
  private func series(before phrase: Phrase) -> Int? {
    let of = phrase.tokens.lowerBound - 1
    guard of > 0, tokens[of].lower == "of", let whole = annotations.phrase(at: of - 1), Self.series.contains(head(whole)) else {
      return nil
    }
    return whole
  }

  private static let series = WordList.set(
    "round series wave string spate flurry raft campaign succession sequence rash spell barrage")

  /// "a gas leak" is published by nobody, "a dawn raid by police" looks for something.
  private func typeByCompany(_ head: String, _ phrase: Phrase) -> String? {
    let before = (phrase.tokens.lowerBound..<phrase.head).map { tokens[$0].lower }
    switch head {
    case "fire" where isShot(phrase): return "attack"
    case "appeal" where isLaunched(phrase): return "statement"
    case "leak" where before.contains { EventCompany.substances.contains($0) || $0 == "pipe" || $0 == "pipeline" }:
      return "accident"
    case "raid" where before.contains { ["police", "customs", "drug", "drugs"].contains($0) } && !isOfArms: return "search"
    default: return nil
    }
  }

  /// "launched an appeal for $2.5 million"
  func isLaunched(_ phrase: Phrase) -> Bool {
    let end = phrase.tokens.upperBound
    return end < tokens.count && tokens[end].lower == "for"
      && annotations.clauses(around: phrase.head).contains { index in
        let clause = annotations.clauses[index]
        return ["launch", "issue", "make"].contains(clause.lemma)
          && (clause.objects + clause.subjects).contains { annotations.phrases[$0].head == phrase.head }
      }
  }

  /// "the ruling" is one, whatever the tagger says.
  private func isNoun(_ phrase: Phrase) -> Bool {
    tags[phrase.head] == .noun || tags[phrase.head] == .pluralNoun
      || tags[phrase.head] == .verbGerund && tags[phrase.tokens.lowerBound] == .determiner
  }

  /// "guilty of manslaughter", "put up for sale": a word for any such act and none in particular.
  private func isMassNoun(_ phrase: Phrase) -> Bool {
    phrase.tokens.count == 1 && tags[phrase.head] == .noun && phrase.head > 0
      && ["of", "for", "with", "on", "without"].contains(tokens[phrase.head - 1].lower)
  }

  /// "rumours of a sale", "talks on a merger", "the threat of a strike": one that is only spoken of.
  private func isUnreal(_ phrase: Phrase) -> Bool {
    let begin = phrase.tokens.lowerBound
    guard begin >= 2, tags[begin - 1] == .preposition,
      ["a", "an", "any", "another"].contains(tokens[begin].lower) || phrase.tokens.count == 1
    else { return false }
    return Self.unrealFrames.contains(Suffixes.singular(tokens[begin - 2].lower))
  }

  /// "The death of the leader would not decide the war": a death that is only thought of.
  private func isSupposed(_ clause: Clause, _ phrase: Phrase, _ type: String) -> Bool {
    ["death", "killing"].contains(type) && clause.modal == "would" && !clause.isPerfect && !Self.occurring.contains(clause.lemma)
      && clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
  }

  /// "one count of grand theft", "on suspicion of murder": an offence that somebody is accused of, without the words for one
  /// that was done.
  private func isOffence(_ phrase: Phrase) -> Bool {
    let begin = phrase.tokens.lowerBound
    guard begin >= 2, ["of", "with"].contains(tokens[begin - 1].lower), phrase.possessor == nil, tags[begin] != .determiner else {
      return false
    }
    // "charged with homicide by the prosecutor"
    if tokens[begin - 1].lower == "with", tokens[begin - 2].lower == "charged" {
      return phrase.tokens.upperBound == tokens.count || tokens[phrase.tokens.upperBound].lower != "of"
    }
    return Self.accusing.contains(Suffixes.singular(tokens[begin - 2].lower))
      || tokens[begin - 1].lower == "of" && Self.accused.contains(tokens[begin - 2].lower)
  }

  private static let accusing: Set<String> = ["count", "charge", "suspicion", "accusation", "allegation", "crime", "offence"]
  private static let accused: Set<String> = ["guilty", "convicted", "accused", "acquitted", "suspected", "cleared", "innocent"]

  private static let unrealFrames = WordList.set(
    """
    rumour rumor talk negotiation plan proposal idea possibility threat risk fear hope prospect speculation suggestion chance
    danger call demand request likelihood option question thought dream
    """)

  /// "It is the first strike since 1989": a word for what is told of already.
  func pointsAtSubject(_ clause: Clause, _ phrase: Phrase) -> Bool {
    guard clause.lemma == "be", let subject = clause.subjects.first,
      clause.objects.contains(where: { annotations.phrases[$0].head == phrase.head })
    else { return false }
    return ["it", "this", "that"].contains(tokens[annotations.phrases[subject].head].lower)
  }

  /// "called for the minister's resignation", "is pressing for a recount"
  private func isWishedFor(_ clause: Clause, _ phrase: Phrase) -> Bool {
    Self.wishing.contains(clause.lemma)
      && clause.adjuncts.contains { $0.preposition == "for" && annotations.phrases[$0.phrase].head == phrase.head }
  }

  private static let wishing = WordList.set(
    "call push press campaign plead appeal lobby hope wait ask argue beg wish fight clamour")

  /// "the last earthquake", "an earlier attack": another one than the one told of.
  func isAnother(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains {
      Self.otherwise.contains(tokens[$0].lower)
    }
  }

  private static let otherwise: Set<String> = [
    "last", "previous", "earlier", "another", "second", "new", "next", "third", "similar", "other", "further", "fresh", "fourth",
  ]

  /// What frames a sentence need not be of its day: "sentenced for the murder of".
  static let backgrounds: Set<String> = ["for", "over", "after", "since", "following", "of", "about"]

  /// "reported five unexplained deaths", "17 arrests"
  func addOwnCount(_ phrase: Phrase, to candidate: inout EventCandidate) {
    guard let quantity = phrase.quantity.map({ annotations.quantities[$0] }), quantity.unit == nil, quantity.value != 1,
      let name = Self.countOfSuffered[candidate.type], tags[phrase.head] == .pluralNoun
    else { return }
    candidate.counts.append(.init(name: name, quantity: quantity, counted: nil))
  }

  /// "a $3.1 billion offer"
  func addOwnAmount(_ phrase: Phrase, to candidate: inout EventCandidate) {
    guard
      let quantity = annotations.quantities.first(where: {
        $0.unit != nil && $0.unit != "percent" && phrase.tokens.contains($0.tokens.lowerBound)
      })
    else { return }
    candidate.counts.append(.init(name: "amount", quantity: quantity, counted: nil))
  }

  /// What somebody prepares is still to come.
  static let intending = WordList.set("prepare plan consider weigh mull schedule discuss contemplate envisage promise pledge")

  /// What is rejected, demanded or feared has not happened.
  static let unwanted = WordList.set(
    """
    reject refuse cancel oppose demand urge avoid prevent threaten fear favour favor want support propose
    discourage rule boycott postpone
    """)

  /// "a drone strike", "the missile strikes": said to be with arms.
  func isArmed(_ phrase: Phrase) -> Bool {
    (phrase.tokens.lowerBound..<phrase.head).contains { EventLexicon.arms.contains(tokens[$0].lower) }
  }

  /// "drone strike": with the noun before the head.
  func triggerRange(_ phrase: Phrase) -> Range<Int> {
    let before = phrase.head - 1
    return before >= phrase.tokens.lowerBound && tags[before] == .noun
      ? before..<(phrase.head + 1) : phrase.head..<(phrase.head + 1)
  }

  /// Roles that stand around the noun itself: possessor, of, by, on, against, between, with, in, at.
  func addOwnRoles(_ index: Int, _ head: String, to candidate: inout EventCandidate) {
    let phrase = annotations.phrases[index]
    let suffered = EventLexicon.sufferedNouns.contains(head)
    let undergoing = EventLexicon.sufferedRole(candidate.type)
    if let possessor = phrase.possessor, annotations.phrases[possessor].kind != .time {
      addParticipant(
        suffered && !hasVictimBehind(phrase) ? undergoing : "agent", possessor, count: nil, to: &candidate)
    }
    for index in annotations.mentions(beginningIn: phrase.tokens.lowerBound..<phrase.head) {
      let modifier = annotations.mentions[index]
      guard modifier.tokens.upperBound <= phrase.head, let entity = modifier.entity, modifier.form == .name,
        modifier.phrase == nil,
        annotations.entities[entity].kind != .place
      else { continue }
      candidate.participants.append(
        .init(role: suffered ? undergoing : "agent", entity: entity, evidence: modifier.tokens, certainty: .confirmed))
    }
    addLeader(phrase, to: &candidate)
    var end = phrase.tokens.upperBound
    var steps = 0
    while end + 1 < tokens.count, steps < 5, tokens[end].block == tokens[phrase.head].block {
      steps += 1
      // "the last earthquake, in 1987, …"
      if tokens[end].form == ",", tags[end + 1] == .preposition, annotations.time(startingAt: end + 2) != nil { end += 1 }
      // "The trial, before Judge Okafor, resumes", "A second trial, of four clerks, opens"
      if tokens[end].form == ",", candidate.type == "trial", ["before", "of"].contains(tokens[end + 1].lower),
        end + 2 < tokens.count
      {
        end += 1
      }
      let isPreposition = tags[end] == .preposition
      if let time = annotations.time(startingAt: end) ?? (isPreposition ? annotations.time(startingAt: end + 1) : nil),
        !EventDates.isComparison(annotations.times[time].tokens, annotations)
      {
        candidate.time = candidate.time ?? time
        candidate.hasOwnTime = true
        candidate.isTimeOfNoun = true
        end = annotations.times[time].tokens.upperBound
        continue
      }
      guard tags[end] == .preposition || tokens[end].lower == "before", annotations.phraseStartingAt[end + 1] >= 0 else { break }
      var next = annotations.phraseStartingAt[end + 1]
      addTail(tokens[end].lower, next, suffered: suffered, undergoing: undergoing, to: &candidate)
      let preposition = tokens[end].lower
      // "claimed the attack in a message on its channel": what follows is the message's.
      if preposition == "in", annotations.phrases[next].kind == .common, annotations.entity(ofPhrase: next) == nil {
        break
      }
      end = annotations.phrases[next].tokens.upperBound
      // "between A and B"
      if preposition == "between" || preposition == "with", let other = annotations.phrase(joinedBehind: next) {
        next = other
        addTail(preposition, next, suffered: suffered, undergoing: undergoing, to: &candidate)
        end = annotations.phrases[next].tokens.upperBound
      }
    }
    addParticiples(behind: phrase, to: &candidate)
    addRelative(behind: end, to: &candidate)
    addPurpose(behind: phrase.tokens.upperBound, to: &candidate)
    if let possessor = phrase.possessor, annotations.phrases[possessor].kind == .time {
      candidate.time = annotations.times.firstIndex { $0.tokens == annotations.phrases[possessor].tokens }
      candidate.hasOwnTime = true
    }
    if candidate.time == nil, let time = annotations.times.first(where: { phrase.tokens.contains($0.tokens.lowerBound) }) {
      candidate.time = annotations.times.firstIndex { $0.tokens == time.tokens }
      candidate.hasOwnTime = true
    }
    // "the January strike"
    let begin = phrase.tokens.lowerBound
    if candidate.time == nil,
      let time = annotations.times.firstIndex(where: { $0.tokens.upperBound == begin && $0.tokens.lowerBound > 0 }),
      tags[annotations.times[time].tokens.lowerBound - 1] == .determiner
    {
      (candidate.time, candidate.hasOwnTime) = (time, true)
    }
  }

  /// "the French-led offensive", "a UN-brokered truce": whose it is.
  private func addLeader(_ phrase: Phrase, to candidate: inout EventCandidate) {
    for at in phrase.tokens.lowerBound..<phrase.head {
      let parts = tokens[at].lower.split(separator: "-").map(String.init)
      guard parts.count == 2,
        ["led", "brokered", "mediated", "ordered", "sponsored", "organised", "organized"].contains(parts[1])
      else { continue }
      let name = (Gazetteer.demonyms[parts[0]] ?? parts[0]).lowercased()
      let leader = annotations.entities.firstIndex { entity in
        !entity.mentions.isEmpty && ([entity.name] + entity.aliases).contains { [name, parts[0]].contains($0.lowercased()) }
      }
      guard let leader else { continue }
      candidate.participants.append(
        .init(role: "agent", entity: leader, evidence: at..<at + 1, certainty: .confirmed))
    }
  }

  /// "Norda’s purchase of Velta": "of" says to whom it happens, so that the possessor does it.
  private func hasVictimBehind(_ phrase: Phrase) -> Bool {
    let end = phrase.tokens.upperBound
    return end + 1 < tokens.count && tokens[end].lower == "of" && annotations.phraseStartingAt[end + 1] >= 0
      && annotations.phrases[annotations.phraseStartingAt[end + 1]].kind != .time
  }

  /// "the vote to impeach President Luna", "a bid to buy Velta": what the infinitive is done to.
  private func addPurpose(behind end: Int, to candidate: inout EventCandidate) {
    guard end + 1 < tokens.count, tags[end] == .toParticle, Self.purposeful.contains(candidate.type) else { return }
    let clause = annotations.clauses(around: end).first { index in
      annotations.clauses[index].kind == .infinitive && (end...end + 2).contains(annotations.clauses[index].mainVerb)
    }
    for object in clause.map({ annotations.clauses[$0].objects }) ?? [] {
      addParticipant("target", object, count: nil, to: &candidate)
    }
  }

  private static let purposeful: Set<String> = ["vote", "bid", "contract", "order", "agreement", "acquisition"]

  /// What the number of those to whom it happens is called.
  static let countOfSuffered = [
    "killing": "killed", "death": "killed", "arrest": "detained", "detention": "detained", "abduction": "detained",
    "displacement": "displaced",
  ]

  func addTail(_ preposition: String, _ next: Int, suffered: Bool, undergoing: String, to candidate: inout EventCandidate) {
    let isPlace = entityKind(next) == .place
    switch preposition {
    case "of":
      if candidate.type == "meeting" {
        addParticipant("agent", next, count: nil, to: &candidate)
      } else if !isPlace || suffered || candidate.type == "attack" {
        let isSuffered = suffered || ["attack", "battle", "investigation", "search", "questioning"].contains(candidate.type)
        addParticipant(
          isSuffered ? (isPlace ? "target" : undergoing) : "agent", next,
          count: suffered ? Self.countOfSuffered[candidate.type] : nil, to: &candidate)
        // "the bombardment of its camp"
        if isPlace, let owner = owner(of: next) {
          candidate.participants.append(
            .init(role: "target", entity: owner, evidence: annotations.phrases[next].tokens, certainty: .confirmed))
        }
      }
    case "by": addParticipant("agent", next, count: nil, to: &candidate)
    case "from"
    where ["bid", "payment", "attack", "contract", "order", "statement", "publication", "other"].contains(candidate.type):
      addParticipant("agent", next, count: nil, to: &candidate)
    case "to" where !["payment", "contract", "acquisition", "statement"].contains(candidate.type): break
    case "into" where candidate.type != "investigation": break
    // "an avalanche on Mont Blanc"
    case "on"
    where ["accident", "death"].contains(candidate.type) || isPlace && ["protest", "meeting"].contains(candidate.type): break
    case "with" where candidate.type == "questioning": addParticipant("agent", next, count: nil, to: &candidate)
    case "on", "against", "with", "for", "to", "into":
      addParticipant(preposition == "to" ? "recipient" : "target", next, count: nil, to: &candidate)
    case "in" where candidate.type == "vote" && !isPlace: addParticipant("target", next, count: nil, to: &candidate)
    case "between": addParticipant("agent", next, count: nil, to: &candidate)
    case "at", "before":
      if candidate.type == "trial", entityKind(next) == .organization || preposition == "before" && isPeople(next) {
        addParticipant("agent", next, count: nil, to: &candidate)
      }
    default: break
    }
    // "a blaze at a chemical works", "a blast in a factory": what it struck.
    if candidate.type == "accident", ["at", "in", "aboard"].contains(preposition), isSiteOrBody(next) {
      addParticipant("target", next, count: nil, to: &candidate)
    }
    if isPlace, Self.locative.contains(preposition), let entity = annotations.entity(ofPhrase: next),
      !candidate.places.contains(entity)
    {
      candidate.places.append(entity)
    }
  }

  /// The clause whose subject, object or adjunct the phrase is.
  func governing(_ phrase: Phrase) -> Int? {
    let phrase = series(before: phrase).map { annotations.phrases[$0] } ?? phrase
    return annotations.clauses(around: phrase.head).first { index in
      let clause = annotations.clauses[index]
      return clause.objects.contains { annotations.phrases[$0].head == phrase.head }
        || clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
        || clause.adjuncts.contains { annotations.phrases[$0.phrase].head == phrase.head }
    }
  }
}
