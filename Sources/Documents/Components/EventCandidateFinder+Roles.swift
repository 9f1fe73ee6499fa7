// Who takes part, where and when: the phrases around a verb or an event noun.
extension EventCandidateFinder {
  func addRoles(_ verb: EventLexicon.Verb, _ clause: Clause, to candidate: inout EventCandidate) {
    let isPassive = clause.isPassive
    let undergoes = verb.object ?? verb.subject
    let subjectRole = isPassive ? undergoes : verb.subject
    if let subjectRole {
      // "Samples were taken": the noun of an idiom whose object has no role does nothing in the passive either.
      let isIdle = isPassive && verb.object == nil && subjectRole == "agent"
      for subject in clause.subjects where !isIdle || !isMereThing(subject) {
        addParticipant(subjectRole, subject, count: subjectRole == "victim" ? countName(verb) : nil, to: &candidate)
      }
    }
    if !isPassive, let objectRole = verb.object {
      for object in clause.objects {
        addParticipant(objectRole, object, count: objectRole == "victim" ? countName(verb) : nil, to: &candidate)
      }
    }
    // "its report, released in November": whose it is has written it.
    if verb.type == "publication", let work = undergoer(of: clause), isEventNoun(work), let author = owner(of: work) {
      candidate.participants.append(
        .init(role: "agent", entity: author, evidence: annotations.phrases[work].tokens, certainty: .confirmed))
    }
    if verb.object == "recipient", isPassive { addAmounts(clause, to: &candidate) }
    for adjunct in clause.adjuncts { addAdjunct(adjunct, verb, clause, to: &candidate) }
    // "claimed the life of the third soldier", "opened fire on traders" have their objects inside.
    if verb.subject == nil, let object = clause.objects.first, let inner = annotations.contained(in: object) {
      addParticipant("victim", inner, count: "killed", to: &candidate)
    }
    if verb.company.contains(.refusing), let refused = refused(by: clause) {
      for object in annotations.clauses[refused].objects { addParticipant("target", object, count: nil, to: &candidate) }
    }
    if candidate.type == "accident" { addLosses(clause, to: &candidate) }
    addStricken(clause, to: &candidate)
    if verb.company.contains(.flow) { addFlow(clause, to: &candidate) }
    addAmounts(clause, to: &candidate)
  }

  /// "refused to sign the accounts": the clause of the act that somebody will not do, unless it is to speak.
  func refused(by clause: Clause) -> Int? {
    annotations.clauses(around: clause.mainVerb).first { index in
      let other = annotations.clauses[index]
      return other.kind == .infinitive && other.verb.lowerBound == clause.verb.upperBound
        && !SpeechLexicon.isSpeech(other.lemma) && !Self.speaking.contains(other.lemma)
    }
  }

  private static let speaking = WordList.set("be have comment speak talk discuss answer elaborate name identify give provide go")

  /// "$4 million passed through its account", "the transfer had reached Pelagia": whose the ends of the way are.
  private func addFlow(_ clause: Clause, to candidate: inout EventCandidate) {
    let roles = [
      "to": "recipient", "for": "recipient", "into": "recipient", "with": "recipient", "from": "agent", "through": "target",
    ]
    for adjunct in clause.adjuncts where annotations.phrases[adjunct.phrase].kind != .time {
      if let role = roles[adjunct.preposition] { addParticipant(role, adjunct.phrase, count: nil, to: &candidate) }
    }
    for object in clause.objects {
      addParticipant(clause.lemma == "leave" ? "agent" : "recipient", object, count: nil, to: &candidate)
    }
    guard let quantity = clause.subjects.first.flatMap({ annotations.phrases[$0].quantity }) else { return }
    if annotations.quantities[quantity].unit != nil {
      candidate.counts.append(.init(name: "amount", quantity: annotations.quantities[quantity], counted: nil))
    }
  }

  /// "sank with the loss of 58 lives"
  private func addLosses(_ clause: Clause, to candidate: inout EventCandidate) {
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    let loss = (clause.verb.upperBound..<min(end, clause.verb.upperBound + 14)).first { at in
      at + 2 < end && tokens[at].lower == "loss" && tokens[at + 1].lower == "of" && tokens[at - 1].lower == "the"
    }
    guard let loss, annotations.phraseStartingAt[loss + 2] >= 0,
      case let phrase = annotations.phrases[annotations.phraseStartingAt[loss + 2]], let quantity = phrase.quantity,
      ["life", "life's", "crew"].contains(Suffixes.singular(tokens[phrase.head].lower)) || tokens[phrase.head].lower == "lives"
    else { return }
    candidate.counts.append(.init(name: "killed", quantity: annotations.quantities[quantity], counted: nil))
  }

  private func entityIsNameless(_ phrase: Int) -> Bool {
    annotations.entity(ofPhrase: phrase).map { annotations.entities[$0].isAnonymous } ?? true
  }

  func countName(_ verb: EventLexicon.Verb) -> String? { verb.count ?? (verb.type == "death" ? "killed" : nil) }

  func addAdjunct(
    _ adjunct: Clause.Adjunct, _ verb: EventLexicon.Verb, _ clause: Clause, to candidate: inout EventCandidate
  ) {
    if let role = verb.adjuncts[adjunct.preposition] {
      if annotations.phrases[adjunct.phrase].kind != .time { addParticipant(role, adjunct.phrase, count: nil, to: &candidate) }
      return
    }
    switch adjunct.preposition {
    case "by" where clause.isPassive && adjunct.token > clause.mainVerb:
      if annotations.phrases[adjunct.phrase].kind != .time { addParticipant("agent", adjunct.phrase, count: nil, to: &candidate) }
    case "on", "against",
      "at" where verb.type != "trial":
      if ["attack", "battle", "operation", "protest"].contains(verb.type),
        entityKind(adjunct.phrase) != .place || adjunct.preposition != "at"
      {
        if annotations.phrases[adjunct.phrase].kind != .time {
          addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
        }
      }
    case "with":
      if ["meeting", "agreement", "battle", "vote"].contains(verb.type) {
        addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
      }
    case "between":
      if ["agreement", "meeting", "battle"].contains(verb.type) || clause.lemma == "break" {
        addParticipant("agent", adjunct.phrase, count: nil, to: &candidate)
        if let other = annotations.phrase(joinedBehind: adjunct.phrase) {
          addParticipant("agent", other, count: nil, to: &candidate)
        }
      }
    // "stole the data from Medica"
    case "from" where ["steal", "loot", "snatch"].contains(clause.lemma):
      if entityKind(adjunct.phrase) != nil { addParticipant("target", adjunct.phrase, count: nil, to: &candidate) }
    case "from" where verb.type == "payment":
      addParticipant("agent", adjunct.phrase, count: nil, to: &candidate)
    case "for" where verb.type == "bid":
      addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
    case "into" where verb.type == "accident", "through" where verb.type == "accident", "with" where verb.type == "accident":
      addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
    case "into" where verb.type == "investigation":
      addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
    case "from" where EventCompany.post.nouns?.contains(head(adjunct.phrase)) ?? false && entityIsNameless(adjunct.phrase): break
    case "from" where ["rejection", "split", "departure", "acquisition", "contract"].contains(verb.type):
      addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
    case "of" where verb.type == "charge" || verb.type == "sentence": break
    // "bought a stake in the firm"
    case "in" where verb.type == "acquisition":
      if entityKind(adjunct.phrase) == .organization { addParticipant("target", adjunct.phrase, count: nil, to: &candidate) }
    case "at", "in", "before":
      // "a hearing at the Labour Court": who sits there holds it.
      if ["trial", "investigation"].contains(verb.type), entityKind(adjunct.phrase) == .organization {
        addParticipant("agent", adjunct.phrase, count: nil, to: &candidate)
      }
    case "to" where ["publication", "other", "statement", "order"].contains(verb.type):
      if isParty(adjunct.phrase), entityKind(adjunct.phrase) != .place {
        addParticipant("recipient", adjunct.phrase, count: nil, to: &candidate)
      }
    case "to" where verb.type == "payment" || verb.type == "contract" || verb.type == "acquisition":
      addParticipant("recipient", adjunct.phrase, count: nil, to: &candidate)
    case "as" where verb.type == "appointment" || verb.type == "departure": break
    default: break
    }
  }

  /// Adds who a phrase names, or whose the thing is that it names ("a checkpoint of the regiment"), and the number of people.
  func addParticipant(_ role: String, _ phrase: Int, count: String?, to candidate: inout EventCandidate) {
    let inner = annotations.contained(in: phrase) ?? phrase
    // "holding many of the 37 hostages" tells of fewer.
    let isPart = inner != phrase && annotations.phrases[phrase].kind == .pronoun && !["all", "both"].contains(head(phrase))
    if isNone(phrase) { return addEvidence(of: phrase, to: &candidate) }
    if let named = singledOut(by: phrase) {
      candidate.participants.append(
        .init(role: role, entity: named, evidence: annotations.phrases[phrase].tokens, certainty: .confirmed))
      return addEvidence(of: phrase, to: &candidate)
    }
    let quantity =
      (isPart ? nil : annotations.phrases[inner].quantity) ?? annotations.phrases[phrase].quantity ?? partQuantity(of: phrase)
    // "The collapse of the hall killed 19": it is no act of the hall's.
    // Who rejects an appeal by Ruiz decides on Ruiz.
    let isOwned = !isEventNoun(phrase) || role == "target" && Self.deciding.contains(candidate.type)
    let entity =
      annotations.entity(ofPhrase: phrase) ?? (isOwned ? owner(of: phrase) : nil)
      ?? (count == nil ? nil : elliptic(phrase)) ?? (isEventNoun(phrase) ? nil : named(in: phrase))
    // "A letter was sent": things get nothing.
    if role == "recipient", let entity, annotations.isUnnamedThing(entity) { return addEvidence(of: phrase, to: &candidate) }
    // A place is emptied as well as its people.
    if let entity, annotations.entities[entity].kind != .place || role != "victim" || candidate.type == "displacement" {
      // "The village was evacuated"
      let isInanimate = [.place, .asset].contains(annotations.entities[entity].kind)
      let role = isInanimate && role == "victim" ? "target" : role
      let evidence = annotations.phrases[phrase].tokens
      candidate.participants.append(.init(role: role, entity: entity, evidence: evidence, certainty: .confirmed))
      // "seized its cargo": whose the thing is takes part as well.
      if isOwned, annotations.entities[entity].kind == .asset, let owner = owner(of: phrase) ?? named(in: phrase),
        owner != entity, candidate.type == "accident" || ![.place, .asset].contains(annotations.entities[owner].kind)
      {
        candidate.participants.append(.init(role: role, entity: owner, evidence: evidence, certainty: .confirmed))
      }
    }
    for member in members(behind: phrase) where member != entity {
      candidate.participants.append(
        .init(role: role, entity: member, evidence: annotations.phrases[phrase].tokens, certainty: .confirmed))
    }
    if let quantity, let name = count ?? forceName(role, candidate.type), annotations.quantities[quantity].unit == nil {
      candidate.counts.append(.init(name: name, quantity: annotations.quantities[quantity], counted: entity))
    }
    addEvidence(of: phrase, to: &candidate)
  }

  private static let deciding: Set<String> = ["sentence", "rejection", "order"]

  private func addEvidence(of phrase: Int, to candidate: inout EventCandidate) {
    candidate.evidence =
      min(
        candidate.evidence.lowerBound, annotations.phrases[phrase].tokens.lowerBound)..<max(
        candidate.evidence.upperBound, annotations.phrases[phrase].tokens.upperBound)
  }

  /// "A third, Jorge Vega, died", "One of them, Leo Marks, is to testify": whom the name behind the comma singles out.
  private func singledOut(by phrase: Int) -> Int? {
    let found = annotations.phrases[phrase]
    guard found.tokens.count <= 2, Self.single.contains(tokens[found.head].lower) else { return nil }
    var at = found.tokens.upperBound
    if at + 1 < tokens.count, tokens[at].lower == "of", annotations.phraseStartingAt[at + 1] >= 0 {
      at = annotations.phrases[annotations.phraseStartingAt[at + 1]].tokens.upperBound
    }
    guard at + 1 < tokens.count, tokens[at].form == ",", annotations.phraseStartingAt[at + 1] >= 0 else { return nil }
    let next = annotations.phraseStartingAt[at + 1]
    guard annotations.phrases[next].kind == .name, let entity = annotations.entity(ofPhrase: next),
      annotations.entities[entity].kind == .person
    else { return nil }
    let end = annotations.phrases[next].tokens.upperBound
    return end < tokens.count && tokens[end].form == "," ? entity : nil
  }

  private static let single: Set<String> = ["one", "another", "second", "third", "fourth", "fifth", "other", "latter", "former"]

  /// "Two directors, Ruth Yates and Simon Lowe, left", "one, Awa Diallo, died": who is named behind the comma.
  private func members(behind phrase: Int) -> [Int] {
    let found = annotations.phrases[phrase]
    guard found.kind == .number || tags[found.head] == .pluralNoun || found.quantity != nil else { return [] }
    var at = found.tokens.upperBound
    var members: [Int] = []
    guard at < tokens.count, tokens[at].form == "," else { return [] }
    while at + 1 < tokens.count, [",", "and"].contains(tokens[at].lower), members.count < 6 {
      let next = annotations.phraseStartingAt[at + 1]
      guard next >= 0, annotations.phrases[next].kind == .name, let entity = annotations.entity(ofPhrase: next),
        annotations.entities[entity].kind == .person
      else { break }
      members.append(entity)
      at = annotations.phrases[next].tokens.upperBound
    }
    let isClosed = at < tokens.count && tags[at] == .mark
    return isClosed ? members : []
  }

  /// "another Baltline ferry": whose it is by the name before the noun.
  func named(in phrase: Int) -> Int? {
    let found = annotations.phrases[phrase]
    guard found.kind == .common else { return nil }
    return annotations.mentions(beginningIn: found.tokens.lowerBound..<found.head).last { index in
      let mention = annotations.mentions[index]
      return mention.form == .name && mention.phrase == nil
        && mention.entity.map { annotations.entities[$0].kind == .organization } ?? false
    }.flatMap { annotations.mentions[$0].entity }
  }

  /// "Five people were hurt and three arrested": a number alone is of the people last spoken of.
  func elliptic(_ phrase: Int) -> Int? {
    let found = annotations.phrases[phrase]
    guard found.kind == .number, found.quantity.map({ annotations.quantities[$0].unit == nil }) ?? true else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: found.head)
    let begin = annotations.sentences[max(0, sentence - 1)].tokens.lowerBound
    return annotations.mentions(beginningIn: begin..<found.head).last { index in
      let mention = annotations.mentions[index]
      return mention.kind == .group && mention.form == .description && mention.entity != nil
    }.flatMap { annotations.mentions[$0].entity }
  }

  /// "4,000 of its members": the number of which the phrase is a part.
  func partQuantity(of phrase: Int) -> Int? {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, tokens[begin - 1].lower == "of" else { return nil }
    return annotations.quantities.firstIndex { $0.tokens.upperBound == begin - 1 && $0.unit == nil }
  }

  func forceName(_ role: String, _ type: String) -> String? {
    guard role == "agent" else { return nil }
    return ["attack", "battle", "operation", "protest", "killing", "vote"].contains(type) ? "force" : nil
  }

  func owner(of phrase: Int) -> Int? {
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) {
      return entity
    }
    var end = annotations.phrases[phrase].tokens.upperBound
    // "a freighter operated by Sable Cargo"
    if end + 2 < tokens.count, Self.owning.contains(tokens[end].lower), tokens[end + 1].lower == "by" { end += 1 }
    // "an invitation to director Leo Marchetti", "a plan from the mayor"
    let links: Set<String> =
      EventCompany.offers.contains(head(phrase))
      ? ["of", "by", "from", "to"]
      : EventCompany.securities.nouns?.contains(head(phrase)) ?? false
        ? ["of", "in"]
        // "work at the mine", "flights from the airport"
        : EventCompany.running.nouns?.contains(head(phrase)) ?? false ? ["of", "by", "at", "in", "from", "on"] : ["of", "by"]
    return annotations.phrase(behind: links, at: end).flatMap { annotations.entity(ofPhrase: $0) }
  }

  private static let owning: Set<String> = ["operated", "owned", "run", "chartered", "leased", "managed", "built"]

  func addAmounts(_ clause: Clause, to candidate: inout EventCandidate) {
    guard ["payment", "contract", "bid", "acquisition", "investment", "sentence", "agreement"].contains(candidate.type) else {
      return
    }
    // "agreed to buy it for $2 million": the sum may hang on the verb above.
    let above = clause.kind == .infinitive ? clause.governor.map { annotations.clauses[$0].tokens.upperBound } : nil
    // "£4.2 million had been transferred"
    let begin = clause.isPassive ? min(clause.begin, clause.verb.lowerBound) : clause.verb.lowerBound
    let reach = begin..<max(clause.tokens.upperBound, clause.verb.upperBound, above ?? 0)
    for quantity in annotations.quantities
    where quantity.unit != nil && quantity.unit != "percent" && reach.contains(quantity.tokens.lowerBound) {
      guard !candidate.counts.contains(where: { $0.name == "amount" }) else { return }
      candidate.counts.append(.init(name: "amount", quantity: quantity, counted: nil))
    }
  }

  /// "since the ceasefire of May 20", "is examining the deaths in January": the date of a noun and not of the verb.
  private func isOwned(_ time: Int, _ candidate: EventCandidate) -> Bool {
    guard !candidate.isNoun else { return false }
    return found.contains { noun in
      guard noun.isNoun, noun.isTimeOfNoun, noun.time == time else { return false }
      let before = tokens[max(0, noun.evidence.lowerBound - 1)].lower
      let isHarm = ["death", "killing", "accident", "attack", "battle"].contains(noun.type)
      let isJudged = ["investigation", "questioning", "charge", "sentence", "trial", "testimony"].contains(candidate.type)
      return Self.framing.contains(before) || isHarm && isJudged
    }
  }

  /// What stands behind these is another happening with a date of its own.
  static let framing: Set<String> = ["since", "until", "about", "over", "than"]

  /// The date right before the "when" that opens a clause.
  private func timeBeforeWhen(_ clause: Clause) -> Int? {
    let begin = clause.begin
    guard let when = (max(0, begin - 2)...begin).last(where: { tokens[$0].lower == "when" }), when >= 2 else { return nil }
    let end = tokens[when - 1].form == "," ? when - 1 : when
    return annotations.times.firstIndex { $0.tokens.upperBound == end && $0.from != nil }
  }

  /// Between the commas of a relative clause before the verb; behind one where it is no day: the day may be that of both.
  private func isOfRelative(_ time: Int, _ clause: Clause) -> Bool {
    let words = annotations.phrases[time].tokens
    let dayCount = annotations.times.first { $0.tokens == words }?.dayCount ?? 1
    guard words.upperBound <= clause.mainVerb || dayCount > 2 else { return false }
    return EventDates.isInsideRelative(words, clause.mainVerb..<(clause.mainVerb + 1), annotations)
      || EventDates.isInsideParticiple(words, before: clause.mainVerb, annotations)
  }

  static let locative: Set<String> = [
    "in", "at", "near", "outside", "on", "inside", "around", "across", "throughout", "of", "off",
  ]

  /// Place and date from a clause's adjuncts.
  func addSurroundings(_ clause: Clause, to candidate: inout EventCandidate) {
    for adjunct in clause.adjuncts {
      let phrase = annotations.phrases[adjunct.phrase]
      if phrase.kind == .time {
        if EventDates.isBeforeDistance(phrase.tokens, clause.mainVerb..<(clause.mainVerb + 1), annotations)
          || isOfRelative(adjunct.phrase, clause) || EventDates.isComparison(phrase.tokens, annotations)
          || EventDates.isOfNext(phrase.tokens, clause.mainVerb, annotations)
        {
          continue
        }
        let time = annotations.times.firstIndex { $0.tokens == phrase.tokens }
        candidate.time = candidate.time ?? (time.map { isOwned($0, candidate) } ?? false ? nil : time)
        candidate.hasOwnTime = candidate.time != nil
      } else if Self.locative.contains(adjunct.preposition)
        || candidate.isSlight && ["to", "into"].contains(adjunct.preposition),
        let entity = annotations.entity(ofPhrase: adjunct.phrase),
        annotations.entities[entity].kind == .place, !candidate.places.contains(entity)
      {
        candidate.places.append(entity)
      }
    }
    if candidate.places.isEmpty, clause.kind == .participle, ["accident", "attack", "killing"].contains(candidate.type) {
      candidate.places = placesOfFall(clause)
    }
    // "until 2006, when she handed it to Dan"
    if candidate.time == nil, let time = timeBeforeWhen(clause) {
      (candidate.time, candidate.hasOwnTime, candidate.isTimeClosed) = (time, true, true)
    }
    for object in clause.objects {
      if let entity = annotations.entity(ofPhrase: object), annotations.entities[entity].kind == .place,
        ["attack", "battle", "search"].contains(candidate.type),
        !candidate.places.contains(entity)
      {
        candidate.places.append(entity)
      }
    }
  }

  /// "fell into the mosque, killing two": where it happened is said of what brought it about.
  private func placesOfFall(_ clause: Clause) -> [Int] {
    guard let governor = clause.governor, annotations.clauses[governor].mainVerb < clause.mainVerb else { return [] }
    return annotations.clauses[governor].adjuncts.compactMap { adjunct in
      guard Self.locative.contains(adjunct.preposition) || Self.falling.contains(adjunct.preposition),
        let entity = annotations.entity(ofPhrase: adjunct.phrase), annotations.entities[entity].kind == .place
      else { return nil }
      return entity
    }
  }

  private static let falling: Set<String> = ["into", "onto", "off", "through", "over", "under", "beneath", "against"]
}
