/// Trigger words → event candidates with their roles from word order and voice.
struct EventCandidateFinder {
  let annotations: Annotations
  private(set) var found: [EventCandidate] = []
  /// Head token of an event noun → candidate.
  private var ofNoun: [Int: Int] = [:]

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  mutating func run() -> [EventCandidate] {
    for phrase in annotations.phrases.indices { readNoun(phrase) }
    for clause in annotations.clauses.indices { readClause(clause) }
    return found
  }

  // MARK: Reality

  /// Whether a clause tells of something that was, is or is planned; nil for what is only imagined.
  private func reality(_ index: Int) -> (isPlanned: Bool, isNegated: Bool)? {
    let clause = annotations.clauses[index]
    if isConditional(clause) { return nil }
    if clause.isFuture { return (true, clause.isNegated) }
    if let modal = clause.modal, !clause.isPerfect, !["will", "shall", "'ll"].contains(modal) { return nil }
    if clause.modal != nil, clause.isPerfect, clause.modal != "will" { return nil }
    if clause.kind == .infinitive { return realityOfInfinitive(clause) }
    // A participle is as real as the clause that it hangs on.
    if clause.kind == .participle, let governor = clause.governor, governor < index, !clause.isPassive,
      annotations.sentenceIndex(ofToken: annotations.clauses[governor].mainVerb) == annotations.sentenceIndex(ofToken: clause.mainVerb)
    {
      return reality(governor).map { ($0.isPlanned, false) }
    }
    return (false, clause.isNegated)
  }

  private func isConditional(_ clause: Clause) -> Bool {
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    var at = min(clause.tokens.lowerBound, clause.verb.lowerBound) - 1
    while at >= floor, tags[at] == .mark || tags[at] == .adverb { at -= 1 }
    return at >= floor && ["if", "unless", "whether", "lest"].contains(tokens[at].lower)
  }

  private func realityOfInfinitive(_ clause: Clause) -> (isPlanned: Bool, isNegated: Bool)? {
    guard let governor = clause.governor else { return nil }
    let outer = annotations.clauses[governor]
    let between = tokens[outer.verb.upperBound..<max(outer.verb.upperBound, clause.verb.lowerBound)].map(\.lower)
    if outer.isPassive, SpeechLexicon.hearsay[outer.lemma] != nil {
      return (outer.lemma == "expect" && !clause.isPerfect, outer.isNegated)
    }
    if clause.isPerfect { return (false, clause.isNegated) }
    if outer.lemma == "be", between.contains(where: { ["due", "set", "scheduled", "expected", "ready", "about", "rumoured", "rumored", "said"].contains($0) }) {
      return (!clause.isPerfect, false)
    }
    if ["plan", "intend", "agree", "expect", "schedule", "prepare", "vow", "promise", "pledge"].contains(outer.lemma), !outer.isNegated {
      return (true, false)
    }
    return ["manage", "begin", "start", "continue", "go", "help", "force"].contains(outer.lemma) && !outer.isNegated ? (false, false) : nil
  }

  // MARK: Verbs

  private mutating func readClause(_ index: Int) {
    let clause = annotations.clauses[index]
    guard let (verb, extra) = reading(of: clause) else { return attachLightVerb(index) }
    guard let reality = reality(index), !reality.isNegated || isDenied(clause) else { return }
    guard extra != nil || isPhrasal(clause) || fits(verb, clause) else { return }
    let last = max(clause.verb.upperBound, extra ?? clause.verb.upperBound)
    var candidate = EventCandidate(
      type: verb.type, trigger: clause.mainVerb..<last, clause: index, evidence: min(clause.tokens.lowerBound, clause.verb.lowerBound)..<max(clause.tokens.upperBound, last))
    candidate.isPlanned = reality.isPlanned
    candidate.isNegated = reality.isNegated
    adaptType(&candidate, clause)
    addRoles(verb, clause, to: &candidate)
    addSurroundings(clause, to: &candidate)
    found.append(candidate)
    linkNouns(clause, candidate: found.count - 1)
  }

  /// A party that expels a member ends his post; a country that expels people displaces them.
  private func adaptType(_ candidate: inout EventCandidate, _ clause: Clause) {
    let object = clause.isPassive ? clause.subjects.first : clause.objects.first
    if clause.lemma == "expel", entityKind(object) == .person { candidate.type = "departure" }
  }

  private func isPhrasal(_ clause: Clause) -> Bool { EventLexicon.verbs[clause.lemma] == nil }

  private func isDenied(_ clause: Clause) -> Bool {
    annotations.statements.contains { $0.form == .denial && $0.content.contains(clause.mainVerb) }
  }

  /// The lexicon's reading of a clause, with the end of the particle or object that is part of the trigger.
  private func reading(of clause: Clause) -> (EventLexicon.Verb, Int?)? {
    let end = min(tokens.count, max(clause.tokens.upperBound, clause.verb.upperBound + 4))
    for entry in EventLexicon.phrasal where entry.lemma == clause.lemma {
      guard let at = (clause.verb.upperBound..<max(end, clause.verb.upperBound)).first(where: { tokens[$0].lower == entry.word }) else { continue }
      if ["on", "at", "from", "away", "down", "up"].contains(entry.word), at != clause.verb.upperBound { continue }
      return (entry.verb, ["on", "at", "from"].contains(entry.word) ? nil : at - clause.verb.upperBound < 3 ? at + 1 : nil)
    }
    if clause.lemma == "fire", clause.adjuncts.contains(where: { ["at", "on", "into", "toward", "towards"].contains($0.preposition) }),
      entityKind(clause.objects.first) == nil
    {
      return (EventLexicon.Verb(type: "attack", subject: "agent", object: nil, count: nil), nil)
    }
    if clause.lemma == "be", clause.verb.upperBound < tokens.count, tokens[clause.verb.upperBound].lower == "dead" {
      return (EventLexicon.Verb(type: "death", subject: "victim", object: nil, count: "killed"), clause.verb.upperBound + 1)
    }
    if isWinning(clause) { return (EventLexicon.Verb(type: "election", subject: "agent", object: nil, count: nil), nil) }
    return EventLexicon.verbs[clause.lemma].map { ($0, nil) }
  }

  /// "won 51 percent of the vote", "claimed victory in the election", "lost his seat".
  private func isWinning(_ clause: Clause) -> Bool {
    guard ["win", "lose", "claim", "concede", "secure", "contest"].contains(clause.lemma) else { return false }
    let words = (clause.verb.upperBound..<min(tokens.count, max(clause.tokens.upperBound, clause.verb.upperBound))).map { tokens[$0].lower }
    return words.contains { EventLexicon.electionWords.contains($0) }
  }

  /// Verbs with other meanings count only with the company that makes them events.
  private func fits(_ verb: EventLexicon.Verb, _ clause: Clause) -> Bool {
    let objectHead = clause.objects.first.map { Suffixes.singular(tokens[annotations.phrases[$0].head].lower) } ?? ""
    let subjectHead = clause.subjects.first.map { Suffixes.singular(tokens[annotations.phrases[$0].head].lower) } ?? ""
    if verb.object == "victim", !clause.isPassive, clause.objects.isEmpty, verb.subject != "victim" { return false }
    switch clause.lemma {
    case "win", "lose", "claim", "concede", "secure", "contest", "be": return true
    case "reject": return EventLexicon.offers.contains(objectHead) || clause.isPassive && EventLexicon.offers.contains(subjectHead)
    case "dismiss", "sack", "oust", "suspend", "fire":
      return entityKind(clause.isPassive ? clause.subjects.first : clause.objects.first) == .person
    case "sign", "ratify", "broker", "negotiate":
      let head = clause.isPassive || clause.kind == .participle ? subjectHead : objectHead
      return ["agreement", "contract"].contains(EventLexicon.nouns[head] ?? "")
    case "order": return hasInfinitive(clause) || ["closure", "arrest", "evacuation", "release"].contains(objectHead)
    case "question", "try": return clause.isPassive || entityKind(clause.objects.first) == .person || entityKind(clause.objects.first) == .group
    case "strike", "hit": return !clause.objects.isEmpty && EventLexicon.nouns[objectHead] == nil
    case "close", "shut", "sell", "buy", "purchase", "acquire":
      let phrase = clause.isPassive ? clause.subjects.first : clause.objects.first
      return [.organization, .asset].contains(entityKind(phrase)) || Self.holdings.contains(clause.isPassive ? subjectHead : objectHead)
    case "award": return objectHead == "contract" || subjectHead == "contract" || EventLexicon.nouns[objectHead] == "contract"
    case "vote": return true
    case "charge": return clause.isPassive || [.person, .organization, .group].contains(entityKind(clause.objects.first))
    case "protest", "march", "rally": return clause.kind != .infinitive
    case "sink", "explode": return true
    case "shelter": return !clause.objects.isEmpty && entityKind(clause.objects.first) == .group
    case "name": return false
    case "split": return clause.adjuncts.contains { $0.preposition == "from" }
    case "meet": return !(["demand", "target", "condition", "deadline", "need", "criterion", "requirement", "expectation", "goal"].contains(objectHead))
    case "search": return !clause.objects.isEmpty || clause.isPassive
    case "gun": return false
    case "bury": return false
    default: return true
    }
  }

  private static let holdings = WordList.set(
    """
    stake share company firm business unit subsidiary stock asset plant factory mine bank airline newspaper brand division chain store shop
    school hospital office branch border airport mill shipyard club
    """)

  private func hasInfinitive(_ clause: Clause) -> Bool {
    annotations.clauses.contains { $0.kind == .infinitive && $0.verb.lowerBound > clause.mainVerb && $0.verb.lowerBound - clause.mainVerb < 14 }
      || clause.objects.isEmpty == false
  }

  private func entityKind(_ phrase: Int?) -> EntityKind? {
    phrase.flatMap { annotations.entity(ofPhrase: $0) }.map { annotations.entities[$0].kind }
  }

  private func addRoles(_ verb: EventLexicon.Verb, _ clause: Clause, to candidate: inout EventCandidate) {
    let isPassive = clause.isPassive
    let undergoes = verb.object ?? verb.subject
    let subjectRole = isPassive ? undergoes : verb.subject
    if let subjectRole {
      for subject in clause.subjects { addParticipant(subjectRole, subject, count: subjectRole == "victim" ? countName(verb) : nil, to: &candidate) }
    }
    if !isPassive, let objectRole = verb.object {
      for object in clause.objects { addParticipant(objectRole, object, count: objectRole == "victim" ? countName(verb) : nil, to: &candidate) }
    }
    if verb.object == "recipient", isPassive { addAmounts(clause, to: &candidate) }
    for adjunct in clause.adjuncts { addAdjunct(adjunct, verb, clause, to: &candidate) }
    // "claimed the life of the third soldier", "opened fire on traders" have their objects inside.
    if verb.subject == nil, let object = clause.objects.first, let inner = annotations.contained(in: object) {
      addParticipant("victim", inner, count: "killed", to: &candidate)
    }
    addAmounts(clause, to: &candidate)
  }

  private func countName(_ verb: EventLexicon.Verb) -> String? { verb.count ?? (verb.type == "death" ? "killed" : nil) }

  private func addAdjunct(_ adjunct: Clause.Adjunct, _ verb: EventLexicon.Verb, _ clause: Clause, to candidate: inout EventCandidate) {
    switch adjunct.preposition {
    case "by" where clause.isPassive:
      if annotations.phrases[adjunct.phrase].kind != .time { addParticipant("agent", adjunct.phrase, count: nil, to: &candidate) }
    case "on", "at", "against":
      if ["attack", "battle", "operation", "protest"].contains(verb.type), entityKind(adjunct.phrase) != .place || adjunct.preposition != "at" {
        if annotations.phrases[adjunct.phrase].kind != .time { addParticipant("target", adjunct.phrase, count: nil, to: &candidate) }
      }
    case "with":
      if ["meeting", "agreement", "battle", "vote"].contains(verb.type) { addParticipant("target", adjunct.phrase, count: nil, to: &candidate) }
    case "between":
      if ["agreement", "meeting", "battle"].contains(verb.type) { addParticipant("agent", adjunct.phrase, count: nil, to: &candidate) }
    case "from" where verb.type == "rejection" || verb.type == "split" || verb.type == "departure" || verb.type == "acquisition":
      addParticipant("target", adjunct.phrase, count: nil, to: &candidate)
    case "of" where verb.type == "charge" || verb.type == "sentence": break
    case "to" where verb.type == "payment" || verb.type == "contract" || verb.type == "acquisition":
      addParticipant("recipient", adjunct.phrase, count: nil, to: &candidate)
    case "as" where verb.type == "appointment" || verb.type == "departure": break
    default: break
    }
  }

  /// Adds who a phrase names, or whose the thing is that it names ("a checkpoint of the regiment"), and the number of people.
  private func addParticipant(_ role: String, _ phrase: Int, count: String?, to candidate: inout EventCandidate) {
    let inner = annotations.contained(in: phrase) ?? phrase
    let quantity = annotations.phrases[inner].quantity ?? annotations.phrases[phrase].quantity
    let entity = annotations.entity(ofPhrase: phrase) ?? owner(of: phrase)
    if let entity, annotations.entities[entity].kind != .place || role == "agent" || role == "target" {
      let evidence = annotations.phrases[phrase].tokens
      candidate.participants.append(.init(role: role, entity: entity, evidence: evidence, certainty: .confirmed))
    }
    if let quantity, let name = count ?? forceName(role, candidate.type), annotations.quantities[quantity].unit == nil {
      candidate.counts.append(.init(name: name, quantity: annotations.quantities[quantity], counted: entity))
    }
    candidate.evidence = min(candidate.evidence.lowerBound, annotations.phrases[phrase].tokens.lowerBound)..<max(candidate.evidence.upperBound, annotations.phrases[phrase].tokens.upperBound)
  }

  private func forceName(_ role: String, _ type: String) -> String? {
    guard role == "agent" else { return nil }
    return ["attack", "battle", "operation", "protest", "killing", "vote"].contains(type) ? "force" : nil
  }

  private func owner(of phrase: Int) -> Int? {
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) { return entity }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0 else { return nil }
    return annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
  }

  private func addAmounts(_ clause: Clause, to candidate: inout EventCandidate) {
    guard ["payment", "contract", "bid", "acquisition", "investment", "sentence", "agreement"].contains(candidate.type) else { return }
    let reach = clause.verb.lowerBound..<max(clause.tokens.upperBound, clause.verb.upperBound)
    for quantity in annotations.quantities where quantity.unit != nil && quantity.unit != "percent" && reach.contains(quantity.tokens.lowerBound) {
      guard !candidate.counts.contains(where: { $0.name == "amount" }) else { return }
      candidate.counts.append(.init(name: "amount", quantity: quantity, counted: nil))
    }
  }

  private static let locative: Set<String> = ["in", "at", "near", "outside", "on", "inside", "around", "across", "throughout", "of"]

  /// Place and date from a clause's adjuncts.
  private func addSurroundings(_ clause: Clause, to candidate: inout EventCandidate) {
    for adjunct in clause.adjuncts {
      let phrase = annotations.phrases[adjunct.phrase]
      if phrase.kind == .time {
        candidate.time = candidate.time ?? annotations.times.firstIndex { $0.tokens == phrase.tokens }
        candidate.hasOwnTime = candidate.time != nil
      } else if Self.locative.contains(adjunct.preposition), let entity = annotations.entity(ofPhrase: adjunct.phrase),
        annotations.entities[entity].kind == .place, !candidate.places.contains(entity)
      {
        candidate.places.append(entity)
      }
    }
    for object in clause.objects {
      if let entity = annotations.entity(ofPhrase: object), annotations.entities[entity].kind == .place, ["attack", "battle", "search"].contains(candidate.type),
        !candidate.places.contains(entity)
      {
        candidate.places.append(entity)
      }
    }
  }

  // MARK: Nouns

  private mutating func readNoun(_ index: Int) {
    let phrase = annotations.phrases[index]
    guard phrase.kind == .common, tags[phrase.head] == .noun || tags[phrase.head] == .pluralNoun else { return }
    let head = Suffixes.singular(tokens[phrase.head].lower)
    guard let type = EventLexicon.nouns[head], ofNoun[phrase.head] == nil, !isWeaponOrMoney(head, phrase) else { return }
    let first = tokens[phrase.tokens.lowerBound].lower
    var candidate = EventCandidate(type: type, trigger: triggerRange(phrase), clause: nil, isNoun: true, evidence: phrase.tokens)
    candidate.isDefinite = !isAnother(phrase) && (["any", "the", "this", "that", "these", "those"].contains(first) || phrase.possessor != nil)
    addOwnRoles(index, head, to: &candidate)
    addOwnAmount(phrase, to: &candidate)
    candidate.isBare = candidate.participants.isEmpty
    candidate.clause = governing(phrase)
    if let clause = candidate.clause {
      guard !Self.unwanted.contains(annotations.clauses[clause].lemma) || type == "bid" || ["acquisition"].contains(type) else { return }
      guard let reality = reality(clause), !reality.isNegated || candidate.isDefinite else { return }
      candidate.isPlanned = reality.isPlanned
    }
    // Attacks, operations in general tell of nothing that happened.
    let isGeneric = tags[phrase.head] == .pluralNoun && !candidate.isDefinite && phrase.quantity == nil && type != "meeting"
    candidate.isGeneric = isGeneric && candidate.participants.isEmpty
    found.append(candidate)
    ofNoun[phrase.head] = found.count - 1
  }

  /// "the last earthquake", "an earlier attack": another one than the one told of.
  private func isAnother(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { ["last", "previous", "earlier", "another", "second", "new", "next", "third", "similar", "other"].contains(tokens[$0].lower) }
  }

  /// "a $3.1 billion offer"
  private func addOwnAmount(_ phrase: Phrase, to candidate: inout EventCandidate) {
    guard let quantity = annotations.quantities.first(where: { $0.unit != nil && $0.unit != "percent" && phrase.tokens.contains($0.tokens.lowerBound) })
    else { return }
    candidate.counts.append(.init(name: "amount", quantity: quantity, counted: nil))
  }

  /// What is rejected, demanded or feared has not happened.
  private static let unwanted = WordList.set(
    "reject refuse cancel oppose demand urge avoid prevent threaten fear favour favor want support propose discourage rule boycott postpone")

  /// "shells" are an attack only where they land; "a charge of $5" and "the vote" as a right are none.
  private func isWeaponOrMoney(_ head: String, _ phrase: Phrase) -> Bool {
    switch head {
    case "shell":
      return !annotations.clauses.contains { ["land", "fall", "hit", "kill", "rain", "explode"].contains($0.lemma) && $0.subjects.contains { annotations.phrases[$0].head == phrase.head } }
    case "fire": return !annotations.clauses.contains { ["break", "sweep", "destroy", "kill", "rip", "engulf", "start"].contains($0.lemma) && $0.subjects.contains { annotations.phrases[$0].head == phrase.head } }
    case "charge", "vote", "search", "poll", "contract", "sentence", "talk", "march": return phrase.tokens.count == 1 && head != "talk"
    default: return false
    }
  }

  /// "drone strike": with the noun before the head.
  private func triggerRange(_ phrase: Phrase) -> Range<Int> {
    let before = phrase.head - 1
    return before >= phrase.tokens.lowerBound && tags[before] == .noun ? before..<(phrase.head + 1) : phrase.head..<(phrase.head + 1)
  }

  /// Roles that stand around the noun itself: possessor, of, by, on, against, between, with, in, at.
  private func addOwnRoles(_ index: Int, _ head: String, to candidate: inout EventCandidate) {
    let phrase = annotations.phrases[index]
    let suffered = EventLexicon.sufferedNouns.contains(head)
    let undergoing = EventLexicon.sufferedRole(candidate.type)
    if let possessor = phrase.possessor, annotations.phrases[possessor].kind != .time {
      addParticipant(suffered ? undergoing : "agent", possessor, count: nil, to: &candidate)
    }
    for modifier in annotations.mentions where modifier.tokens.lowerBound >= phrase.tokens.lowerBound && modifier.tokens.upperBound <= phrase.head {
      guard let entity = modifier.entity, modifier.form == .name, modifier.phrase == nil, annotations.entities[entity].kind != .place else { continue }
      candidate.participants.append(.init(role: suffered ? undergoing : "agent", entity: entity, evidence: modifier.tokens, certainty: .confirmed))
    }
    var end = phrase.tokens.upperBound
    var steps = 0
    while end + 1 < tokens.count, steps < 5, tokens[end].block == tokens[phrase.head].block {
      steps += 1
      // "the last earthquake, in 1987, …"
      if tokens[end].form == ",", tags[end + 1] == .preposition, annotations.times.contains(where: { $0.tokens.lowerBound == end + 2 }) { end += 1 }
      if let time = annotations.times.firstIndex(where: { $0.tokens.lowerBound == end || $0.tokens.lowerBound == end + 1 && tags[end] == .preposition }) {
        candidate.time = candidate.time ?? time
        candidate.hasOwnTime = true
        candidate.isTimeOfNoun = true
        candidate.isTimeOfNoun = true
        end = annotations.times[time].tokens.upperBound
        continue
      }
      guard tags[end] == .preposition, annotations.phraseStartingAt[end + 1] >= 0 else { break }
      var next = annotations.phraseStartingAt[end + 1]
      addTail(tokens[end].lower, next, suffered: suffered, undergoing: undergoing, to: &candidate)
      let preposition = tokens[end].lower
      end = annotations.phrases[next].tokens.upperBound
      // "between A and B"
      if preposition == "between" || preposition == "with", end + 1 < tokens.count, tokens[end].lower == "and", annotations.phraseStartingAt[end + 1] >= 0 {
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
  }

  private func addTail(_ preposition: String, _ next: Int, suffered: Bool, undergoing: String, to candidate: inout EventCandidate) {
    let isPlace = entityKind(next) == .place
    switch preposition {
    case "of":
      if candidate.type == "meeting" { addParticipant("agent", next, count: nil, to: &candidate) } else if !isPlace || suffered {
        addParticipant(suffered || ["attack", "battle"].contains(candidate.type) ? undergoing : "agent", next, count: suffered ? "killed" : nil, to: &candidate)
      }
    case "by": addParticipant("agent", next, count: nil, to: &candidate)
    case "from" where ["bid", "payment", "attack", "contract"].contains(candidate.type): addParticipant("agent", next, count: nil, to: &candidate)
    case "on", "against", "with", "for", "to": addParticipant(preposition == "to" ? "recipient" : "target", next, count: nil, to: &candidate)
    case "between": addParticipant("agent", next, count: nil, to: &candidate)
    default: break
    }
    if isPlace, Self.locative.contains(preposition), let entity = annotations.entity(ofPhrase: next), !candidate.places.contains(entity) {
      candidate.places.append(entity)
    }
  }

  /// The clause whose subject, object or adjunct the phrase is.
  private func governing(_ phrase: Phrase) -> Int? {
    annotations.clauses.indices.first { index in
      let clause = annotations.clauses[index]
      return clause.objects.contains { annotations.phrases[$0].head == phrase.head } || clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
        || clause.adjuncts.contains { annotations.phrases[$0.phrase].head == phrase.head }
    }
  }

  // MARK: Verb and noun together

  /// "The attack killed 12", "was wounded in a drone strike": the verb tells of the noun's event.
  private mutating func linkNouns(_ clause: Clause, candidate: Int) {
    let heads = clause.subjects.map { annotations.phrases[$0].head } + clause.objects.map { annotations.phrases[$0].head }
      + clause.adjuncts.filter { ["in", "during", "by"].contains($0.preposition) }.map { annotations.phrases[$0.phrase].head }
    for head in heads {
      guard let noun = ofNoun[head], found[noun].sameAs == nil else { continue }
      let pairs = EventFamilies.areCompatible(found[noun].type, found[candidate].type) || found[noun].type == "accident"
        || found[noun].type == "protest"
      guard pairs else { continue }
      found[noun].sameAs = candidate
      if found[candidate].type != found[noun].type { found[candidate].type = found[noun].type == "death" ? found[candidate].type : found[noun].type }
      if found[noun].isDefinite, found[noun].isBare { found[candidate].pointsBack = true }
      if found[candidate].time == nil {
        found[candidate].time = found[noun].time
        found[candidate].hasOwnTime = found[noun].hasOwnTime
      }
    }
  }

  /// What a happening does itself; its date is then the happening's.
  private static let occurring = WordList.set("begin start happen occur erupt end last follow strike hit take break continue resume be")

  /// "chaired a meeting", "carried out the attack": a verb that says little gives its subject and adjuncts to the noun.
  private mutating func attachLightVerb(_ index: Int) {
    let clause = annotations.clauses[index]
    let passive = clause.isPassive
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
        found[noun].isBare = false
      }
      let had = found[noun].time
      addSurroundings(clause, to: &found[noun])
      if let had { found[noun].time = had }
      addAmounts(clause, to: &found[noun])
    }
    guard !passive else { return }
    for subject in clause.subjects {
      guard let noun = ofNoun[annotations.phrases[subject].head], clause.kind != .adverbial, Self.occurring.contains(clause.lemma) else {
        continue
      }
      addSurroundings(clause, to: &found[noun])
    }
  }
}
