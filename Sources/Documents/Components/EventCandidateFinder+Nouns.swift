// Nouns that name a happening, alone or with a verb that tells of it.
extension EventCandidateFinder {
  mutating func readNoun(_ index: Int) {
    let phrase = annotations.phrases[index]
    guard phrase.kind == .common, isNoun(phrase) else { return }
    let head = Suffixes.singular(tokens[phrase.head].lower)
    guard var type = EventLexicon.nouns[head], ofNoun[phrase.head] == nil, !isWeaponOrMoney(head, phrase) else { return }
    if head == "strike", isOfLabour, !isArmed(phrase) { type = "protest" }
    if ["blast", "explosion"].contains(head), isArmed(phrase) { type = "attack" }
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
    if isUnreal(phrase) { return }
    candidate.clause = governing(phrase)
    if let clause = candidate.clause {
      let isPresupposed =
        candidate.isDefinite && !candidate.participants.isEmpty && ["contract", "agreement", "investigation"].contains(type)
      guard
        isPresupposed || !Self.unwanted.contains(annotations.clauses[clause].lemma) || ["bid", "acquisition"].contains(type)
      else { return }
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
    let isGeneric = tags[phrase.head] == .pluralNoun && !candidate.isDefinite && phrase.quantity == nil && type != "meeting"
    let isOfHabit = candidate.clause.map { isHabit(annotations.clauses[$0]) } ?? false
    candidate.isGeneric =
      (isGeneric && (candidate.participants.isEmpty || isOfHabit)) || isMassNoun(phrase) && candidate.participants.isEmpty
    found.append(candidate)
    ofNoun[phrase.head] = found.count - 1
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

  /// "shells" are an attack only where they land; "a charge of $5" and "the vote" as a right are none.
  func isWeaponOrMoney(_ head: String, _ phrase: Phrase) -> Bool {
    switch head {
    case "shell":
      return !annotations.clauses.contains {
        ["land", "fall", "hit", "kill", "rain", "explode"].contains($0.lemma)
          && $0.subjects.contains { annotations.phrases[$0].head == phrase.head }
      }
    case "fire":
      return !annotations.clauses.contains {
        ["break", "sweep", "destroy", "kill", "rip", "engulf", "start"].contains($0.lemma)
          && $0.subjects.contains { annotations.phrases[$0].head == phrase.head }
      }
    // "sentenced to death", "put to death"
    case "death": return phrase.head > 0 && phrase.tokens.count == 1 && tokens[phrase.head - 1].lower == "to"
    // "won by nine votes" counts them.
    case "vote" where phrase.quantity != nil || tags[phrase.head] == .pluralNoun: return true
    // "said at a news conference": where it was said is no meeting.
    case "conference":
      return phrase.head > 0 && ["news", "press"].contains(tokens[phrase.head - 1].lower) && phrase.tokens.lowerBound > 0
        && tags[phrase.tokens.lowerBound - 1] == .preposition
    // "resumed operation", "an operation on her back", "a hip operation"
    case "operation", "surgery": return isOfBodyOrPlant(phrase)
    // "an appeal for money", "the appeal of the party to young voters"
    case "appeal":
      return phrase.tokens.upperBound < tokens.count && tokens[phrase.tokens.upperBound].lower == "for"
    // "on the orders of a foreman", never "in order to"
    case "order", "instruction":
      let behind = phrase.tokens.upperBound < tokens.count ? tokens[phrase.tokens.upperBound].lower : ""
      return !["of", "from", "by"].contains(behind) && phrase.possessor == nil
    // A report is a thing; that it is expected tells of a publication to come.
    case "report":
      return !annotations.clauses(around: phrase.head).contains { index in
        let clause = annotations.clauses[index]
        return clause.isPassive && ["expect", "schedule", "plan", "await"].contains(clause.lemma)
          && clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
      }
    // "received an approach from", "an approach to history"
    case "approach":
      let behind = phrase.tokens.upperBound < tokens.count ? tokens[phrase.tokens.upperBound].lower : ""
      return !["from", "by"].contains(behind) && (phrase.head == 0 || tokens[phrase.head - 1].lower != "takeover")
    case "charge", "vote", "search", "poll", "contract", "sentence", "talk", "march":
      return phrase.tokens.count == 1 && head != "talk"
    default: return false
    }
  }

  private func isOfBodyOrPlant(_ phrase: Phrase) -> Bool {
    if phrase.tokens.count == 1, tags[phrase.head] == .noun { return true }
    if (phrase.tokens.lowerBound..<phrase.head).contains(where: { Self.bodily.contains(tokens[$0].lower) }) { return true }
    let end = phrase.tokens.upperBound
    guard end + 1 < tokens.count, ["on", "to"].contains(tokens[end].lower) else { return false }
    if tokens[end].lower == "to" { return ["remove", "replace", "repair", "correct"].contains(tokens[end + 1].lower) }
    let next = annotations.phraseStartingAt[end + 1]
    return next >= 0 && Self.bodily.contains(head(next))
  }

  private static let bodily = WordList.set(
    """
    heart hip knee back eye brain spine leg arm hand foot shoulder kidney liver lung stomach bowel throat neck head bypass
    transplant cataract tumour tumor tonsil appendix prostate breast womb surgical emergency caesarean
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
      addParticipant(suffered ? undergoing : "agent", possessor, count: nil, to: &candidate)
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
    var end = phrase.tokens.upperBound
    var steps = 0
    while end + 1 < tokens.count, steps < 5, tokens[end].block == tokens[phrase.head].block {
      steps += 1
      // "the last earthquake, in 1987, …"
      if tokens[end].form == ",", tags[end + 1] == .preposition, annotations.time(startingAt: end + 2) != nil { end += 1 }
      let isPreposition = tags[end] == .preposition
      if let time = annotations.time(startingAt: end) ?? (isPreposition ? annotations.time(startingAt: end + 1) : nil) {
        candidate.time = candidate.time ?? time
        candidate.hasOwnTime = true
        candidate.isTimeOfNoun = true
        end = annotations.times[time].tokens.upperBound
        continue
      }
      guard tags[end] == .preposition, annotations.phraseStartingAt[end + 1] >= 0 else { break }
      var next = annotations.phraseStartingAt[end + 1]
      addTail(tokens[end].lower, next, suffered: suffered, undergoing: undergoing, to: &candidate)
      let preposition = tokens[end].lower
      // "claimed the attack in a message on its channel": what follows is the message's.
      if preposition == "in", annotations.phrases[next].kind == .common, annotations.entity(ofPhrase: next) == nil {
        break
      }
      end = annotations.phrases[next].tokens.upperBound
      // "between A and B"
      if preposition == "between" || preposition == "with", end + 1 < tokens.count, tokens[end].lower == "and",
        annotations.phraseStartingAt[end + 1] >= 0
      {
        next = annotations.phraseStartingAt[end + 1]
        addTail(preposition, next, suffered: suffered, undergoing: undergoing, to: &candidate)
        end = annotations.phrases[next].tokens.upperBound
      }
    }
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
      } else if !isPlace || suffered {
        let isSuffered = suffered || ["attack", "battle", "investigation", "search", "questioning"].contains(candidate.type)
        addParticipant(
          isSuffered ? undergoing : "agent", next,
          count: suffered ? Self.countOfSuffered[candidate.type] : nil, to: &candidate)
      }
    case "by": addParticipant("agent", next, count: nil, to: &candidate)
    case "from"
    where ["bid", "payment", "attack", "contract", "order", "statement", "publication", "other"].contains(candidate.type):
      addParticipant("agent", next, count: nil, to: &candidate)
    case "to" where !["payment", "contract", "acquisition", "statement"].contains(candidate.type): break
    case "into" where candidate.type != "investigation": break
    case "on", "against", "with", "for", "to", "into":
      addParticipant(preposition == "to" ? "recipient" : "target", next, count: nil, to: &candidate)
    case "between": addParticipant("agent", next, count: nil, to: &candidate)
    case "at", "before":
      if candidate.type == "trial", entityKind(next) == .organization {
        addParticipant("agent", next, count: nil, to: &candidate)
      }
    default: break
    }
    if isPlace, Self.locative.contains(preposition), let entity = annotations.entity(ofPhrase: next),
      !candidate.places.contains(entity)
    {
      candidate.places.append(entity)
    }
  }

  /// The clause whose subject, object or adjunct the phrase is.
  func governing(_ phrase: Phrase) -> Int? {
    annotations.clauses(around: phrase.head).first { index in
      let clause = annotations.clauses[index]
      return clause.objects.contains { annotations.phrases[$0].head == phrase.head }
        || clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
        || clause.adjuncts.contains { annotations.phrases[$0.phrase].head == phrase.head }
    }
  }

  // MARK: Verb and noun together

  /// "The attack killed 12", "was wounded in a drone strike": the verb tells of the noun's event.
  mutating func linkNouns(_ clause: Clause, candidate: Int) {
    let heads =
      clause.subjects.map { annotations.phrases[$0].head } + clause.objects.map { annotations.phrases[$0].head }
      + clause.adjuncts.filter { ["in", "during", "by"].contains($0.preposition) }.map { annotations.phrases[$0.phrase].head }
    for head in heads {
      guard let noun = ofNoun[head], !isRecent(head) else { continue }
      if let other = found[noun].sameAs {
        // "50 were slain in fighting that also claimed the life of": a second verb of the same noun.
        if other != candidate, found[candidate].sameAs == nil,
          EventFamilies.areCompatible(found[other].type, found[candidate].type)
        {
          found[candidate].sameAs = other
        }
        continue
      }
      let pairs =
        EventFamilies.areCompatible(found[noun].type, found[candidate].type) || found[noun].type == "accident"
        || found[noun].type == "protest" && ["attack", "battle", "killing", "death", "accident"].contains(found[candidate].type)
      // "overturned his conviction": a ruling on another.
      guard pairs, !Self.reversing.contains(clause.lemma) || found[noun].type != "sentence" else { continue }
      found[noun].sameAs = candidate
      if found[candidate].type != found[noun].type {
        found[candidate].type = found[noun].type == "death" ? found[candidate].type : found[noun].type
      }
      if found[noun].isDefinite, found[noun].isBare {
        found[candidate].pointsBack = true
        found[candidate].backWord = Suffixes.singular(tokens[head].lower)
      }
      if found[candidate].time == nil {
        found[candidate].time = found[noun].time
        found[candidate].hasOwnTime = found[noun].hasOwnTime
      }
    }
  }

  private static let reversing = WordList.set("overturn quash uphold annul reverse affirm commute appeal challenge")

  /// "died in recent battles": in some of several.
  private func isRecent(_ head: Int) -> Bool {
    tags[head] == .pluralNoun && head > 0
      && ["recent", "earlier", "previous", "past", "various", "separate"].contains(tokens[head - 1].lower)
  }

  /// "Acme rejected an offer": the offer was made to Acme.
  mutating func attachOffer(_ clause: Clause) {
    guard ["reject", "refuse", "rebuff", "accept", "decline", "spurn", "recommend", "consider"].contains(clause.lemma),
      !clause.isPassive
    else { return }
    for object in clause.objects {
      guard let noun = ofNoun[annotations.phrases[object].head], found[noun].type == "bid",
        !(found[noun].isDefinite && found[noun].isBare)
      else { continue }
      for subject in clause.subjects { addParticipant("target", subject, count: nil, to: &found[noun]) }
    }
  }

  /// "approached the company with a bid", "listed the plant for closure": the noun behind the preposition is what is done to
  /// the object.
  mutating func attachCarried(_ clause: Clause) {
    for adjunct in clause.adjuncts {
      guard let noun = ofNoun[annotations.phrases[adjunct.phrase].head], found[noun].sameAs == nil else { continue }
      let isCarried = adjunct.preposition == "with" && Self.carrying.contains(clause.lemma)
      let isMarked = adjunct.preposition == "for" && Self.marking.contains(clause.lemma)
      guard isCarried || isMarked, !found[noun].participants.contains(where: { $0.role == "agent" }) else { continue }
      if isCarried, let subject = doer(of: clause) { addParticipant("agent", subject, count: nil, to: &found[noun]) }
      if let object = undergoer(of: clause) { addParticipant("target", object, count: nil, to: &found[noun]) }
      if isMarked { found[noun].isPlanned = true }
      found[noun].isAnother = found[noun].isAnother || isFirst(clause)
      if found[noun].time == nil, isCarried { addSurroundings(clause, to: &found[noun]) }
      found[noun].isBare = false
      found[noun].isGeneric = false
    }
  }

  /// "had first approached", "had previously offered"
  func isFirst(_ clause: Clause) -> Bool {
    clause.verb.contains { ["first", "previously", "earlier", "initially", "originally"].contains(tokens[$0].lower) }
  }

  private static let carrying = WordList.set("approach respond react retaliate hit present serve greet threaten answer counter")
  private static let marking = WordList.set("list earmark schedule mark slate target tip propose select")

  /// "a stoppage cost the firm £600,000": whom it is done to.
  private static let burdening = WordList.set("cost hit affect cripple paralyse disrupt")

  /// What a happening does itself; its date is then the happening's.
  static let occurring = WordList.set(
    """
    begin start open happen occur erupt end last follow strike hit take break continue resume be cost affect cripple paralyse
    disrupt
    """
  )

  private static let judging = WordList.set(
    """
    welcome criticise criticize condemn denounce praise applaud deplore regret defend justify discuss debate mention describe
    recall remember mark commemorate mourn celebrate investigate examine study review question dispute
    """)
  private static let ending = WordList.set("lift end suspend halt stop abandon cancel avert")

  /// Place and date of a noun from the clause that it stands in; a date of its own stays.
  private mutating func surround(_ noun: Int, by clause: Clause) {
    let own = found[noun].time
    addSurroundings(clause, to: &found[noun])
    if let own { found[noun].time = own }
  }

  /// "Doyle was given a suspended sentence by a court": the noun is the object of a passive.
  mutating func attachGiven(_ clause: Clause) {
    guard clause.isPassive,
      ["give", "hand", "award", "offer", "grant", "deny", "serve", "promise", "refuse"].contains(clause.lemma)
    else { return }
    for object in clause.objects {
      guard let noun = ofNoun[annotations.phrases[object].head] else { continue }
      let isGot = ["payment", "contract", "bid", "other"].contains(found[noun].type)
      for subject in clause.subjects { addParticipant(isGot ? "recipient" : "target", subject, count: nil, to: &found[noun]) }
      if let giver = doer(of: clause) { addParticipant("agent", giver, count: nil, to: &found[noun]) }
      surround(noun, by: clause)
      (found[noun].isBare, found[noun].isGeneric) = (false, false)
    }
  }

  /// "chaired a meeting", "carried out the attack": a verb that says little gives its subject and adjuncts to the noun.
  mutating func attachLightVerb(_ index: Int) {
    let clause = annotations.clauses[index]
    let passive = clause.isPassive
    attachGiven(clause)
    for phrase in passive ? clause.subjects : clause.objects {
      guard let noun = ofNoun[annotations.phrases[phrase].head] else { continue }
      if EventLexicon.lightVerbs.contains(clause.lemma) {
        let type = found[noun].type
        let role = ["face", "receive", "survive"].contains(clause.lemma) ? (type == "payment" ? "recipient" : "target") : "agent"
        if !passive, clause.lemma != "be", clause.lemma != "have", clause.lemma != "call", clause.lemma != "announce" {
          for subject in clause.subjects { addParticipant(role, subject, count: nil, to: &found[noun]) }
        }
        for adjunct in clause.adjuncts {
          let verb = EventLexicon.Verb(type: type, subject: "agent", object: "target", count: nil)
          addAdjunct(adjunct, verb, clause, to: &found[noun])
        }
        if clause.lemma != "be" || !found[noun].participants.isEmpty { found[noun].isBare = false }
      }
      // The day on which a strike ends is not the day of the strike.
      if Self.ending.contains(clause.lemma) { continue }
      // Nor is the day on which the ruling is welcomed that of the ruling.
      if found[noun].isBare, found[noun].isDefinite, Self.judging.contains(clause.lemma) { continue }
      surround(noun, by: clause)
      addAmounts(clause, to: &found[noun])
    }
    attachCarried(clause)
    guard !passive else { return }
    for subject in clause.subjects {
      guard let noun = ofNoun[annotations.phrases[subject].head], clause.kind != .adverbial, Self.occurring.contains(clause.lemma)
      else {
        continue
      }
      addSurroundings(clause, to: &found[noun])
      if Self.burdening.contains(clause.lemma), !clause.isPassive {
        for object in clause.objects { addParticipant("target", object, count: nil, to: &found[noun]) }
      }
      // "Scuffles broke out on Sunday in Orsa" tells of some that took place.
      if found[noun].hasOwnTime || !found[noun].places.isEmpty { found[noun].isGeneric = false }
    }
  }
}
