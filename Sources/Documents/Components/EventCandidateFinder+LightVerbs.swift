// Verb and noun together: who does what a noun names, and whether the verb tells of the noun’s happening.
extension EventCandidateFinder {
  /// "The attack killed 12", "was wounded in a drone strike": the verb tells of the noun's event.
  mutating func linkNouns(_ clause: Clause, candidate: Int) {
    let heads =
      clause.subjects.map { annotations.phrases[$0].head } + clause.objects.map { annotations.phrases[$0].head }
      + clause.adjuncts.filter { isScene($0, clause) || isPurpose($0, candidate) }
      .map { annotations.phrases[$0.phrase].head }
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
      // "Landslides have driven 5,000 families from their homes": what a disaster brings about is another happening.
      let pairs =
        EventFamilies.areCompatible(found[noun].type, found[candidate].type)
        || found[noun].type == "accident" && !Self.consequences.contains(found[candidate].type)
        || found[noun].type == "protest" && ["attack", "battle", "killing", "death", "accident"].contains(found[candidate].type)
      // "overrode the president's veto": it was made before.
      if Self.reversing.contains(clause.lemma), found[noun].isDefinite { found[noun].isBackground = true }
      // "overturned his conviction": a ruling on another. "accepted the offer": an answer to it.
      guard pairs, !Self.reversing.contains(clause.lemma) || found[noun].type != "sentence",
        clause.lemma != "accept" || found[noun].type != "bid"
      else { continue }
      found[noun].sameAs = candidate
      if found[candidate].type != found[noun].type {
        found[candidate].type = found[noun].type == "death" ? found[candidate].type : found[noun].type
      }
      if found[noun].isDefinite, found[noun].isBare {
        found[candidate].pointsBack = true
        found[candidate].backWord = Suffixes.singular(tokens[head].lower)
      }
      if found[candidate].participants.isEmpty { found[candidate].participants = found[noun].participants }
      if found[candidate].time == nil {
        found[candidate].time = found[noun].time
        found[candidate].hasOwnTime = found[noun].hasOwnTime
      }
    }
  }

  /// "was wounded in a drone strike"; but "shot him during a scuffle" tells of more than the scuffle.
  private func isScene(_ adjunct: Clause.Adjunct, _ clause: Clause) -> Bool {
    switch adjunct.preposition {
    case "in", "by": true
    case "during": clause.isPassive || clause.objects.isEmpty
    default: false
    }
  }

  private static let consequences: Set<String> = ["displacement", "closure", "operation", "order", "search", "investigation"]

  /// "is due to meet him for talks", "put its name to the truce": the noun is of the verb's own kind.
  private func isPurpose(_ adjunct: Clause.Adjunct, _ candidate: Int) -> Bool {
    ["for", "to"].contains(adjunct.preposition)
      && ["meeting", "agreement"].contains(found[candidate].type)
      && EventLexicon.nouns[head(adjunct.phrase)] == found[candidate].type
  }

  private static let reversing = WordList.set(
    "overturn quash uphold annul reverse affirm commute appeal challenge override overrule")

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
    begin start open happen occur erupt flare rage end last follow strike hit take break continue resume be cost affect cripple
    paralyse disrupt
    """
  )

  private static let judging = WordList.set(
    """
    welcome criticise criticize condemn denounce praise applaud deplore regret defend justify discuss debate mention describe
    recall remember mark commemorate mourn celebrate investigate examine study review question dispute
    """)
  /// "On Monday the general called his death probable": what is only spoken of happened on another day.
  private func isVerdict(_ clause: Clause, on noun: Int) -> Bool {
    found[noun].isDefinite && ["call", "confirm", "deny", "label", "term", "brand"].contains(clause.lemma)
  }

  private static let ending = WordList.set("lift end suspend halt stop abandon cancel avert")

  /// Place and date of a noun from the clause that it stands in; a date of its own stays.
  private mutating func surround(_ noun: Int, by clause: Clause) {
    let own = found[noun].time
    addSurroundings(clause, to: &found[noun])
    if let own { found[noun].time = own }
  }

  /// Held by a company, a union or a board and not by a people.
  private func isOfBody(_ candidate: EventCandidate) -> Bool {
    candidate.participants.contains { $0.role == "agent" && annotations.entities[$0.entity].kind == .organization }
  }

  /// "is building four ships under a contract worth 520 million", "pleaded guilty under a deal with prosecutors", "said in an
  /// interview with detectives": the subject takes part in what the adjunct names.
  mutating func attachFrame(_ clause: Clause) {
    attachShared(clause)
    guard !clause.isPassive, !clause.isNegated, clause.modal == nil, let subject = clause.subjects.first else { return }
    for adjunct in clause.adjuncts {
      guard let noun = ofNoun[annotations.phrases[adjunct.phrase].head], found[noun].sameAs == nil,
        !found[noun].participants.contains(where: { $0.role == "agent" }) || found[noun].type == "questioning"
      else { continue }
      switch (adjunct.preposition, found[noun].type) {
      case ("under", "contract"), ("under", "agreement"):
        addParticipant("agent", subject, count: nil, to: &found[noun])
        for other in clause.adjuncts where other.preposition == "for" && entityKind(other.phrase) == .organization {
          addParticipant("target", other.phrase, count: nil, to: &found[noun])
        }
        (found[noun].isBare, found[noun].isBackground) = (false, true)
      case ("in", "questioning"), ("during", "questioning"):
        addParticipant("target", subject, count: nil, to: &found[noun])
      default: break
      }
    }
  }

  /// "8,000 people took part in a rally on Sunday": the happening is theirs and of that day.
  private mutating func attachShared(_ clause: Clause) {
    let takesPart =
      clause.lemma == "take" && clause.verb.upperBound < tokens.count && tokens[clause.verb.upperBound].lower == "part"
    guard takesPart || clause.lemma == "participate", !clause.isNegated, clause.modal == nil else { return }
    for adjunct in clause.adjuncts where adjunct.preposition == "in" {
      guard let noun = ofNoun[annotations.phrases[adjunct.phrase].head], found[noun].sameAs == nil else { continue }
      for subject in clause.subjects { addParticipant("agent", subject, count: nil, to: &found[noun]) }
      surround(noun, by: clause)
      (found[noun].isBare, found[noun].isGeneric) = (false, false)
    }
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
      // "Two commissioners did not sign the declaration": it is there, and not by them.
      if clause.isNegated, found[noun].isDefinite { continue }
      if EventLexicon.lightVerbs.contains(clause.lemma) {
        let type = found[noun].type
        let role = ["face", "receive", "survive"].contains(clause.lemma) ? (type == "payment" ? "recipient" : "target") : "agent"
        // "making the strike open-ended"
        let isRemaking = clause.lemma == "make" && found[noun].isDefinite
        if !passive, !isRemaking, clause.lemma != "be", clause.lemma != "have", clause.lemma != "call", clause.lemma != "announce"
        {
          for subject in clause.subjects { addParticipant(role, subject, count: nil, to: &found[noun]) }
        }
        for adjunct in clause.adjuncts {
          let verb = EventLexicon.Verb(type: type, subject: "agent", object: "target", count: nil)
          addAdjunct(adjunct, verb, clause, to: &found[noun])
        }
        if clause.lemma != "be" || !found[noun].participants.isEmpty { found[noun].isBare = false }
        // "The union will hold a ballot"
        if type == "election", ["ballot", "poll"].contains(head(phrase)), isOfBody(found[noun]) { found[noun].type = "vote" }
      }
      // The day on which a strike ends is not the day of the strike.
      if Self.ending.contains(clause.lemma) { continue }
      if isVerdict(clause, on: noun) { continue }
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
      // "Clashes erupted between police and farmers"
      if ["trial", "investigation", "battle", "meeting"].contains(found[noun].type) {
        let verb = EventLexicon.Verb(type: found[noun].type, subject: nil, object: nil, count: nil)
        for adjunct in clause.adjuncts { addAdjunct(adjunct, verb, clause, to: &found[noun]) }
      }
      if Self.burdening.contains(clause.lemma), !clause.isPassive {
        for object in clause.objects { addParticipant("target", object, count: nil, to: &found[noun]) }
      }
      // "Scuffles broke out on Sunday in Orsa" tells of some that took place.
      if found[noun].hasOwnTime || !found[noun].places.isEmpty { found[noun].isGeneric = false }
    }
  }
}
