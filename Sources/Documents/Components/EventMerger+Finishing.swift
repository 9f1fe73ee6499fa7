// What is said of an event as a whole once its mentions are together: type, dates, counts.
extension EventMerger {
  mutating func finish() {
    for event in events.indices {
      let sorted = members[event].sorted { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
      events[event].triggers = sorted.map { candidates[$0].trigger }
      dropStageProps(event)
      chooseType(event, sorted)
      let foreign = candidates.indices.filter { candidates[$0].isTimeOfNoun && eventOf[$0] != event && isFramed($0) }
        .compactMap { candidates[$0].time }
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
    for event in events.indices { dateByOther(event) }
    dateByDistances()
    EventDates.inherit(&events, annotations)
    mentions.sort { $0.trigger.lowerBound < $1.trigger.lowerBound }
  }

  /// "the water", "the roof": a thing of which the text says nothing but its name matters where nobody else takes part.
  private mutating func dropStageProps(_ event: Int) {
    let kept = events[event].participants.filter { !isStageProp($0) }
    if !kept.isEmpty { events[event].participants = kept }
  }

  private func isStageProp(_ participant: EventFinding.Participant) -> Bool {
    let entity = annotations.entities[participant.entity]
    return annotations.isUnnamedThing(participant.entity) && entity.modifiers.isEmpty
      && entity.mentions.allSatisfy { index in
        let words = annotations.mentions[index].tokens
        return words.count == 1 || annotations.tokens[words.lowerBound].lower == "the"
      }
  }

  /// "suspended him on the day of his arrest", "On the night of the fire a guard left": the day of the other event.
  mutating func dateByOther(_ event: Int) {
    for member in members[event] where !candidates[member].isNoun {
      let trigger = candidates[member].trigger
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: trigger.lowerBound)].tokens
      for at in sentence.dropLast(2) where Self.partsOfDay.contains(annotations.tokens[at].lower) {
        guard annotations.tokens[at + 1].lower == "of", at < trigger.lowerBound ? isFrame(at, sentence) : !isParted(trigger, at),
          let noun = happening(at + 2), eventOf[noun] != event, let days = ownDays(noun)
        else { continue }
        let shift = annotations.tokens[at].lower == "eve" ? -1 : 0
        events[event].from = CivilDay(days.from).adding(days: shift).calendarDate
        events[event].to = CivilDay(days.to).adding(days: shift).calendarDate
        events[event].dateText = annotations.text(of: at..<max(at + 2, candidates[noun].evidence.upperBound))
        return
      }
    }
  }

  private static let partsOfDay: Set<String> = ["day", "night", "morning", "evening", "eve", "week"]

  /// The noun that begins at a token and names an event, or the event that a relative clause tells of it.
  private func happening(_ begin: Int) -> Int? {
    candidates.indices.first { candidates[$0].isNoun && candidates[$0].evidence.lowerBound == begin }
      ?? annotations.phrase(startingAt: begin).flatMap { phrase in
        let end = annotations.phrases[phrase].tokens.upperBound
        return candidates.indices.first { candidate in
          !candidates[candidate].isNoun && (end..<end + 3).contains(candidates[candidate].trigger.lowerBound)
            && candidates[candidate].clause.map { annotations.clauses[$0].kind == .relative } ?? false
        }
      }
  }

  /// "On the day of the raid" opens the sentence.
  private func isFrame(_ at: Int, _ sentence: Range<Int>) -> Bool {
    at - sentence.lowerBound <= 2 && ["the", "that"].contains(annotations.tokens[max(0, at - 1)].lower)
  }

  /// Whether another verb with a subject of its own stands between.
  private func isParted(_ trigger: Range<Int>, _ at: Int) -> Bool {
    annotations.clauses(around: trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return clause.mainVerb > trigger.lowerBound && clause.mainVerb < at
        && [.main, .coordinated, .relative].contains(clause.kind)
    }
  }

  /// "since the ceasefire of May 20": a noun that is only named to say when or about what.
  func isFramed(_ candidate: Int) -> Bool {
    let before = annotations.tokens[max(0, candidates[candidate].evidence.lowerBound - 1)].lower
    return EventCandidateFinder.framing.contains(before)
  }

  /// Dated after the document.
  func isToCome(_ event: EventFinding) -> Bool {
    guard let from = event.from, let date = annotations.document.date else { return false }
    return from.daysSinceEpoch > date.daysSinceEpoch
  }

  /// What a disaster does as well as an attacker.
  static let harmWords: Set<String> = ["wound", "injure", "hurt", "burn", "strike", "hit"]

  /// Told in passing, in a relative clause or a participle of the text's own: no part of what the speaker of the sentence says.
  func isAside(_ candidate: EventCandidate) -> Bool {
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
      annotations.statements[statement].content.lowerBound + 1 >= clause.begin
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
  mutating func chooseType(_ event: Int, _ sorted: [Int]) {
    func isHarm(_ candidate: Int) -> Bool { Self.harmWords.contains(candidates[candidate].stem) }
    if sorted.contains(where: { candidates[$0].type == "attack" && !isHarm($0) }) {
      events[event].type = "attack"
      return
    }
    // "Protesters clashed with police; 14 were hurt": what somebody did says more than that people were hurt.
    let doings = sorted.filter { !isHarm($0) }
    let types = (doings.isEmpty ? sorted : doings).map { candidates[$0].type }
    for preferred in ["accident", "attack", "trial", "election", "battle"] where types.contains(preferred) {
      if preferred == "battle", types.contains("killing") || types.contains("operation") { continue }
      events[event].type = preferred
      return
    }
    events[event].type = types.first ?? events[event].type
  }
}
