/// Puts the candidates of one document together.
struct EventMerger {
  private let annotations: Annotations
  private let candidates: [EventCandidate]
  private var events: [EventFinding] = []
  private var mentions: [EventMention] = []
  /// Candidate → event.
  private var eventOf: [Int?]
  /// Event → the candidates in it.
  private var members: [[Int]] = []

  init(_ annotations: Annotations, candidates: [EventCandidate]) {
    self.annotations = annotations
    self.candidates = candidates
    eventOf = Array(repeating: nil, count: candidates.count)
  }

  mutating func merge() -> ([EventFinding], [EventMention]) {
    let inText = candidates.indices.sorted { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
    let isHead: (Int) -> Bool = { [annotations, candidates] index in
      let kind = annotations.sentences[annotations.sentenceIndex(ofToken: candidates[index].trigger.lowerBound)].kind
      return kind == .title || kind == .standfirst || kind == .heading
    }
    // The body first: headlines are short, and point to what it tells.
    for index in inText where !isHead(index) { place(index) }
    for index in inText where eventOf[index] == nil && !isHead(index) { placeDenied(index) }
    for index in inText where eventOf[index] == nil && !isHead(index) && candidates[index].isNegated { placeNegated(index) }
    for index in inText where isHead(index) { place(index) }
    finish()
    return (events, mentions)
  }

  private mutating func place(_ index: Int) {
    let candidate = candidates[index]
    if let other = candidate.sameAs {
      if let event = eventOf[other] { return add(index, to: event) }
      place(other)
      if let event = eventOf[other] { return add(index, to: event) }
      return
    }
    guard eventOf[index] == nil, !candidate.isGeneric, !candidate.isNegated || isDenied(candidate) else { return }
    if let event = earlier(index) { return add(index, to: event) }
    let isPlaced = !candidate.places.isEmpty && candidate.hasOwnTime
    guard !candidate.participants.isEmpty || !candidate.counts.isEmpty || isPlaced || isDatedHarm(candidate),
      !candidate.isHeadless
    else { return }
    guard !isInHeadline(index), candidate.type != "other" || isNotable(candidate) else { return }
    events.append(EventFinding(type: candidate.type, name: ""))
    members.append([])
    add(index, to: events.count - 1)
  }

  /// "denied that any money had been paid" may come before what it denies.
  private mutating func placeDenied(_ index: Int) {
    let candidate = candidates[index]
    guard candidate.participants.isEmpty, !candidate.isNoun, isDenied(candidate) else { return }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let near = events.indices.filter { event in
      EventFamilies.areCompatible(events[event].type, candidate.type) && abs(lastSentence(event) - sentence) <= 3
    }
    if let event = near.min(by: { abs(lastSentence($0) - sentence) < abs(lastSentence($1) - sentence) }) { add(index, to: event) }
  }

  /// "The dam burst on Monday": a disaster needs nobody who takes part.
  private func isDatedHarm(_ candidate: EventCandidate) -> Bool {
    ["accident", "attack", "battle"].contains(candidate.type) && candidate.hasOwnTime && !candidate.isNoun
  }

  /// What has no type of its own is worth an event where somebody by name does it or undergoes it, or a day or a place fixes
  /// it.
  private func isNotable(_ candidate: EventCandidate) -> Bool {
    guard !candidate.participants.isEmpty else { return false }
    let isFixed = candidate.hasOwnTime || !candidate.places.isEmpty
    return isFixed || candidate.participants.contains { !annotations.entities[$0.entity].isAnonymous }
  }

  /// "said that no earlier offer had been made": what somebody says did not happen is what others say did.
  private mutating func placeNegated(_ index: Int) {
    let candidate = candidates[index]
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let mine = roles(candidate.participants)
    var best: (event: Int, score: Int)?
    for event in events.indices where EventFamilies.areCompatible(events[event].type, candidate.type) {
      let theirs = roles(events[event].participants)
      let distance =
        members[event].map { abs(annotations.sentenceIndex(ofToken: candidates[$0].trigger.lowerBound) - sentence) }.min() ?? 0
      guard distance <= 4, let undergoing = compareUndergoing(mine.undergoing, theirs.undergoing), daysMeet(candidate, event),
        candidate.type != "other" || sharesWord(candidate, event)
      else { continue }
      let score =
        4 * undergoing + (candidate.type == events[event].type ? 3 : 0) + (sharesWord(candidate, event) ? 2 : 0) - distance
        + (candidate.isAnother && isAnother(event) ? 6 : 0)
      if best == nil || score > best!.score || score == best!.score && event > best!.event { best = (event, score) }
    }
    if let best { add(index, to: best.event) }
  }

  private func isInHeadline(_ index: Int) -> Bool {
    annotations.sentences[annotations.sentenceIndex(ofToken: candidates[index].trigger.lowerBound)].kind != .paragraph
  }

  private mutating func add(_ index: Int, to event: Int) {
    eventOf[index] = event
    members[event].append(index)
    guard !isInHeadline(index), !candidates[index].isNegated || members[event].count == 1 else { return }
    for participant in candidates[index].participants { note(participant, of: event) }
    for place in candidates[index].places where !events[event].places.contains(place) { events[event].places.append(place) }
  }

  private mutating func note(_ participant: EventFinding.Participant, of event: Int) {
    let known = events[event].participants.contains { $0.entity == participant.entity }
    if !known { events[event].participants.append(participant) }
  }

  // MARK: The same happening

  /// The event before `index` that it is another word for.
  private func earlier(_ index: Int) -> Int? {
    let candidate = candidates[index]
    var best: (event: Int, score: Int)?
    for event in events.indices {
      guard let score = likeness(candidate, index, event) else { continue }
      if best == nil || score > best!.score
        || score == best!.score && (members[event].last ?? 0) > (members[best!.event].last ?? 0)
      {
        best = (event, score)
      }
    }
    return best?.event
  }

  /// How much speaks for `event`; nil where it cannot be the same or nothing speaks for it.
  private func likeness(_ candidate: EventCandidate, _ index: Int, _ event: Int) -> Int? {
    let other = events[event]
    let coordinated = isCoordinated(candidate, event)
    let isHarm = ["attack", "killing", "death", "displacement"].contains(candidate.type)
    guard
      coordinated && isHarm
        || members[event].contains(where: { EventFamilies.areCompatible(candidates[$0].type, candidate.type) })
    else {
      return nil
    }
    let isPointer = candidate.isNoun && candidate.isDefinite && candidate.isBare
    // "the truce" is no meeting, "the contract" no offer.
    if isPointer, Self.onPaper.contains(candidate.type), !members[event].contains(where: { candidates[$0].type == candidate.type }) {
      return nil
    }
    guard isPlanned(event) == candidate.isPlanned || isPointer, daysMeet(candidate, event) else { return nil }
    if candidate.isAnother != isAnother(event), !(candidate.isNoun && candidate.isDefinite) { return nil }
    if candidate.type == "other", !sharesWord(candidate, event) { return nil }
    var score = 0
    let mine = roles(candidate.participants)
    let theirs = roles(other.participants)
    if isWounding(event), ["death", "killing"].contains(candidate.type), !mine.undergoing.isEmpty { return nil }
    let isShared =
      candidate.type == "election"
      || candidate.type == "vote" && (candidate.isNoun || stem(candidate) == "vote" || sharesWord(candidate, event))
    let isRetold =
      candidate.type == other.type && mine.acting.contains { theirs.acting.contains($0) }
      && annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound) - lastSentence(event) <= 3
      && theirs.undergoing.allSatisfy { isSomeone($0) } && mine.undergoing.allSatisfy { !isSomeone($0) }
    guard let undergoing = isRetold ? 1 : compareUndergoing(mine.undergoing, theirs.undergoing),
      let acting = isShared || candidate.pointsBack
        ? compare(mine.acting, theirs.acting) ?? 0
        : compare(
          mine.acting, theirs.acting, isPointing: candidate.isNoun && candidate.isDefinite && candidate.type == other.type),
      placesMeet(candidate, other)
    else { return nil }
    if undergoing == 0, isAnotherAct(candidate, event) { return nil }
    if candidate.pointsBack {
      let isSameWord = members[event].contains { stem(candidates[$0]) == candidate.backWord }
      return 8 + (candidate.type == other.type ? 2 : 0) + (isSameWord ? 3 : 0) + undergoing
    }
    if isShared { return score + 4 }
    score += undergoing * 3 + acting * 2
    if candidate.type == other.type { score += 1 }
    if areArmed(mine.acting), areArmed(theirs.acting) { score += 2 }
    if sharesWord(candidate, event) { score += candidate.isDefinite ? 3 : 1 }
    if candidate.places.contains(where: { other.places.contains($0) }) { score += 2 }
    let distance = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound) - lastSentence(event)
    if candidate.isNoun, candidate.isBare, candidate.type == "operation", other.type != "operation" { return nil }
    if candidate.isNoun, candidate.isDefinite, candidate.isBare {
      return score + 6 - min(4, max(0, distance) / 4) + min(4, members[event].count)
    }
    if candidate.isNoun, candidate.isBare, isInHeadline(index) { return score + 3 + min(4, members[event].count) }
    if coordinated { return score + 6 }
    // Two nameless accounts near each other in the text are of the same fight.
    let isPointing = candidate.isNoun && candidate.isDefinite && candidate.type == other.type
    if undergoing == 0, acting == 0, !isPointing, !(candidate.participants.isEmpty && isDenied(candidate)) {
      guard isNameless(mine.acting), isNameless(theirs.acting), distance <= 3, candidate.time == nil || !candidate.hasOwnTime
      else { return nil }
      guard !(mine.undergoing.isEmpty && mine.acting.isEmpty) || !candidate.counts.isEmpty else { return nil }
    }
    let isOpen =
      mine.undergoing.isEmpty || theirs.undergoing.isEmpty || isAnybody(mine.undergoing) || isAnybody(theirs.undergoing)
    let isTally = !candidate.counts.isEmpty && !candidate.isNoun && distance <= 3 && isOpen
    // "denied that anyone had died": who is nobody in particular died where people did.
    if candidate.participants.isEmpty, !candidate.isNoun, distance <= 3, isDenied(candidate) { return score + 4 }
    let enough = isTally ? 1 : candidate.isDefinite ? 2 : 3
    return score + (distance <= 3 ? 1 : 0) >= enough ? score : nil
  }

  private static let onPaper: Set<String> = ["agreement", "contract", "bid", "acquisition", "investment"]

  private func isDenied(_ candidate: EventCandidate) -> Bool {
    annotations.statements.contains { $0.form == .denial && $0.content.contains(candidate.trigger.lowerBound) }
  }

  private func isPlanned(_ event: Int) -> Bool { members[event].allSatisfy { candidates[$0].isPlanned } }

  /// "rejected an application", "approved a grant": two verbs for two acts of one body, where nothing says to whom they are done.
  private func isAnotherAct(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard !candidate.isNoun, !candidate.pointsBack, stem(candidate) != "vote", Self.acts.contains(candidate.type) else {
      return false
    }
    let verbs = members[event].filter { !candidates[$0].isNoun }
    return !verbs.isEmpty && !verbs.contains { stem(candidates[$0]) == stem(candidate) }
  }

  private static let acts: Set<String> = [
    "vote", "rejection", "payment", "contract", "order", "closure", "bid", "acquisition", "appointment", "departure",
    "publication",
  ]

  private func isAnother(_ event: Int) -> Bool { members[event].contains { candidates[$0].isAnother } }

  private func lastSentence(_ event: Int) -> Int {
    annotations.sentenceIndex(ofToken: candidates[members[event].last!].trigger.lowerBound)
  }

  private func roles(_ participants: [EventFinding.Participant]) -> (acting: [Int], undergoing: [Int]) {
    (participants.filter { $0.role == "agent" }.map(\.entity), participants.filter { $0.role != "agent" }.map(\.entity))
  }

  /// Nameless people under two descriptions may be the same where a definite noun points back.
  /// 1 for a participant in common, 0 where one side says nothing or both are nameless groups, nil for a contradiction.
  private func compare(_ mine: [Int], _ theirs: [Int], isPointing: Bool = false) -> Int? {
    if mine.isEmpty || theirs.isEmpty { return 0 }
    if mine.contains(where: { theirs.contains($0) }) { return 1 }
    if areOfState(mine), areOfState(theirs) { return 0 }
    if isPointing, (mine + theirs).allSatisfy({ annotations.entities[$0].isAnonymous }) { return 0 }
    return isNameless(mine) && isNameless(theirs) ? 0 : nil
  }

  /// Like `compare`, but only two persons or two organisations by name exclude each other: an attack has many targets.
  private func compareUndergoing(_ mine: [Int], _ theirs: [Int]) -> Int? {
    if mine.contains(where: { theirs.contains($0) }) { return 1 }
    let named: (Int) -> Bool = { [annotations] in
      !annotations.entities[$0].isAnonymous && annotations.entities[$0].kind == .person
    }
    let hasName: (Int) -> Bool = { [annotations] in !annotations.entities[$0].isAnonymous }
    if !mine.isEmpty, !theirs.isEmpty, mine.allSatisfy(hasName), theirs.allSatisfy(hasName) { return nil }
    return mine.contains(where: named) && !theirs.isEmpty || theirs.contains(where: named) && !mine.isEmpty ? nil : 0
  }

  /// A single person without a name: "convicted the owner of a firm", before the text names him.
  private func isSomeone(_ entity: Int) -> Bool {
    annotations.entities[entity].isAnonymous && annotations.entities[entity].kind == .person
  }

  private static let armedHeads: Set<String> = [
    "gunman", "fighter", "militant", "rebel", "attacker", "insurgent", "assailant", "jihadist", "jihadi", "extremist",
    "terrorist", "bomber",
    "guerrilla", "raider", "militiaman", "islamist", "radical",
  ]

  /// Nameless armed people under any of their names.
  private func areArmed(_ entities: [Int]) -> Bool {
    !entities.isEmpty
      && entities.allSatisfy { entity in
        annotations.entities[entity].isAnonymous && !annotations.entities[entity].heads.isDisjoint(with: Self.armedHeads)
      }
  }

  private static let stateHeads: Set<String> = ["soldier", "troops", "army", "military", "police", "force", "officer"]

  /// Soldiers and the army are one side.
  private func areOfState(_ entities: [Int]) -> Bool {
    entities.allSatisfy {
      annotations.entities[$0].isAnonymous && !annotations.entities[$0].heads.isDisjoint(with: Self.stateHeads)
    }
  }

  /// "people", who may be any of those told of.
  private func isAnybody(_ entities: [Int]) -> Bool { entities.allSatisfy { annotations.entities[$0].heads == ["person"] } }

  private func placesMeet(_ candidate: EventCandidate, _ event: EventFinding) -> Bool {
    let mine = candidate.places.filter { !annotations.entities[$0].isAnonymous }
    let theirs = event.places.filter { !annotations.entities[$0].isAnonymous }
    return mine.isEmpty || theirs.isEmpty || mine.contains { theirs.contains($0) }
      || annotations.relations.contains {
        $0.type == "LOCATED_IN"
          && (mine.contains($0.source) && theirs.contains($0.target) || mine.contains($0.target) && theirs.contains($0.source))
      }
  }

  private func isWounding(_ event: Int) -> Bool {
    members[event].contains { ["wound", "injure"].contains(stem(candidates[$0])) }
      && !members[event].contains { candidates[$0].type == "killing" }
  }

  private func isNameless(_ entities: [Int]) -> Bool {
    entities.allSatisfy { entity in
      let found = annotations.entities[entity]
      return found.kind == .place || found.isAnonymous && found.kind == .group && found.modifiers.isEmpty
    }
  }

  private func daysMeet(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard candidate.hasOwnTime, let time = candidate.time.map({ annotations.times[$0] }) else { return true }
    for member in members[event] where candidates[member].hasOwnTime {
      guard let other = candidates[member].time.map({ annotations.times[$0] }) else { continue }
      let low = time.from?.daysSinceEpoch ?? .min
      let high = time.to?.daysSinceEpoch ?? .max
      // A night has two days.
      if (other.from?.daysSinceEpoch ?? .min) > (high == .max ? high : high + 1)
        || (other.to?.daysSinceEpoch ?? .max) < (low == .min ? low : low - 1)
      {
        return false
      }
    }
    return true
  }

  private func sharesWord(_ candidate: EventCandidate, _ event: Int) -> Bool {
    let word = stem(candidate)
    return members[event].contains { stem(candidates[$0]) == word }
  }

  private func stem(_ candidate: EventCandidate) -> String {
    let lower = annotations.tokens[candidate.isNoun ? candidate.trigger.upperBound - 1 : candidate.trigger.lowerBound].lower
    return VerbForms.lemma(of: lower) ?? Suffixes.singular(lower)
  }

  /// "stormed a landing and killed 11": verbs of one subject in one sentence.
  private func isCoordinated(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard let clause = candidate.clause.map({ annotations.clauses[$0] }),
      clause.kind == .coordinated || clause.kind == .participle,
      !candidate.isNoun
    else { return false }
    return members[event].contains { member in
      guard !candidates[member].isNoun, let other = candidates[member].clause.map({ annotations.clauses[$0] }) else {
        return false
      }
      return other.subjects == clause.subjects && !clause.subjects.isEmpty
        && annotations.sentenceIndex(ofToken: other.mainVerb) == annotations.sentenceIndex(ofToken: clause.mainVerb)
    }
  }

  // MARK: Finishing

  private mutating func finish() {
    for event in events.indices {
      let sorted = members[event].sorted { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
      events[event].triggers = sorted.map { candidates[$0].trigger }
      chooseType(event, sorted)
      let foreign = candidates.indices.filter { candidates[$0].isTimeOfNoun && eventOf[$0] != event }.compactMap { candidates[$0].time }
      EventDates.date(&events[event], sorted.map { candidates[$0] }, foreign: Set(foreign), annotations)
      events[event].isPlanned = isPlanned(event) || isToCome(events[event])
      for member in sorted {
        for count in candidates[member].counts
        where !isInHeadline(member)
          && !events[event].counts.contains(where: { $0.name == count.name && $0.counted == count.counted })
        {
          events[event].counts.append(count)
        }
        let candidate = candidates[member]
        mentions.append(
          EventMention(
            event: event, trigger: candidate.trigger, evidence: candidate.evidence, counts: candidate.counts,
            isNegated: candidate.isNegated,
            isNoun: candidate.isNoun, isBare: candidate.isBare, isAside: isAside(candidate)))
      }
      events[event].name = EventNaming.name(events[event], annotations)
    }
    EventDates.inherit(&events, annotations)
    mentions.sort { $0.trigger.lowerBound < $1.trigger.lowerBound }
  }

  /// Dated after the document.
  private func isToCome(_ event: EventFinding) -> Bool {
    guard let from = event.from, let date = annotations.document.date else { return false }
    return from.daysSinceEpoch > date.daysSinceEpoch
  }

  /// What a disaster does as well as an attacker.
  private static let harmWords: Set<String> = ["wound", "injure", "strike", "hit"]

  /// Told in passing, in a relative clause or a participle of the text's own: no part of what the speaker of the sentence says.
  private func isAside(_ candidate: EventCandidate) -> Bool {
    guard !candidate.isNoun, let clause = candidate.clause.map({ annotations.clauses[$0] }) else { return false }
    guard clause.kind == .relative || clause.kind == .participle && clause.isPassive else { return false }
    // "five people were hurt and three arrested" has no participle.
    if clause.subjects.contains(where: { annotations.phrases[$0].kind == .number }) { return false }
    // "It is rumoured that he will leave"
    if let governor = clause.governor.map({ annotations.clauses[$0] }), governor.isPassive,
      SpeechLexicon.hearsay[governor.lemma] != nil
    {
      return false
    }
    // "reports that he had died": what is said is no aside, though it hangs on a noun.
    if let statement = annotations.statement(around: candidate.trigger.lowerBound),
      annotations.statements[statement].content.lowerBound + 1 >= min(clause.tokens.lowerBound, clause.verb.lowerBound)
    {
      return false
    }
    // "It was the army that opened fire" is the assertion itself.
    let isCleft =
      clause.governor.map { governor in
        annotations.clauses[governor].lemma == "be"
          && annotations.clauses[governor].subjects.contains { annotations.tokens[annotations.phrases[$0].head].lower == "it" }
      } ?? false
    return !isCleft
  }

  /// Of an attack in which people were killed the attack is the event; otherwise the first word decides.
  private mutating func chooseType(_ event: Int, _ sorted: [Int]) {
    let types = sorted.map { candidates[$0].type }
    let isMeant = sorted.contains { candidates[$0].type == "attack" && !Self.harmWords.contains(stem(candidates[$0])) }
    if isMeant {
      events[event].type = "attack"
      return
    }
    for preferred in ["accident", "attack", "trial", "election", "battle"] where types.contains(preferred) {
      if preferred == "battle", types.contains("killing") || types.contains("operation") { continue }
      events[event].type = preferred
      return
    }
    events[event].type = types.first ?? events[event].type
  }
}
