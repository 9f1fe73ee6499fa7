// Verbs of joining, leaving, following and acting for.
extension RelationCollector {
  /// "quit the Labour Party": who leaves a party was in it.
  mutating func readLeaving(_ reading: ClauseReading) {
    let clause = reading.clause
    readOrigin(reading)
    guard ["quit", "leave", "desert"].contains(clause.lemma), !clause.isPassive, kind(reading.source) == .person,
      let object = clause.objects.first, let target = annotations.entity(ofPhrase: object)
    else { return }
    // "left Medisoft for Carelink"
    if clause.lemma != "desert", kind(target) == .organization,
      let next = clause.adjuncts.first(where: { $0.preposition == "for" }).flatMap({ annotations.entity(ofPhrase: $0.phrase) }),
      kind(next) == .organization
    {
      for body in [target, next] {
        add(isParty(body) ? "MEMBER_OF" : "WORKS_FOR", reading.source, body, evidence: evidence(reading, object))
      }
    }
    if kind(target) == .organization, !annotations.entities[target].isAnonymous {
      // "left the bank last year"
      let isWork = !isParty(target) && EventCompany.post.nouns?.isDisjoint(with: view(target).words) == false
      if isParty(target) || isWork || view(target).isCompany {
        add(isParty(target) ? "MEMBER_OF" : "WORKS_FOR", reading.source, target, evidence: evidence(reading, object))
      }
    }
  }

  /// "joined the hospital from the Saint Luke Clinic", "came to Orbex from Kolar Bank": where somebody worked before.
  private mutating func readOrigin(_ reading: ClauseReading) {
    guard ["join", "come", "move", "switch"].contains(reading.clause.lemma), !reading.clause.isPassive,
      kind(reading.source) == .person
    else { return }
    for adjunct in reading.clause.adjuncts where adjunct.preposition == "from" {
      guard let origin = annotations.entity(ofPhrase: adjunct.phrase), kind(origin) == .organization || isSite(origin) else {
        continue
      }
      add("WORKS_FOR", reading.source, origin, evidence: evidence(reading, adjunct.phrase))
    }
  }

  /// "Norda named Peter Hahn chief executive": the office behind the object; "heads Norda’s shipping division": a part of it.
  mutating func readNaming(_ reading: ClauseReading) {
    let clause = reading.clause
    guard !clause.isPassive, let object = clause.objects.first else { return }
    if ["name", "make", "appoint", "elect"].contains(clause.lemma), kind(reading.source) == .organization,
      let person = annotations.entity(ofPhrase: object), kind(person) == .person,
      case let end = annotations.phrases[object].tokens.upperBound, end < tokens.count, annotations.phraseStartingAt[end] >= 0,
      case let office = annotations.phraseStartingAt[end], annotations.phrases[office].kind == .common,
      let type = RoleNouns.typeAtWork(Suffixes.singular(tokens[annotations.phrases[office].head].lower)), !isBench(reading.source)
    {
      addRole(type, person, reading.source, role(office), evidence(reading, office))
    }
    if ["head", "lead", "run", "manage", "direct"].contains(clause.lemma), kind(reading.source) == .person,
      annotations.entity(ofPhrase: object) == nil, let owner = ownerOf(object), kind(owner) == .organization,
      Self.partNouns.contains(tokens[annotations.phrases[object].head].lower)
    {
      add("WORKS_FOR", reading.source, owner, evidence: evidence(reading, object))
    }
  }

  /// "joined Orbex as finance director", "joined Orbex": who joins a company works for it.
  func membership(in clause: Clause) -> String? {
    guard let object = clause.objects.first, let target = annotations.entity(ofPhrase: object) else { return nil }
    if let office = clause.adjuncts.first(where: { $0.preposition == "as" })?.phrase,
      let type = RoleNouns.typeAtWork(Suffixes.singular(tokens[annotations.phrases[office].head].lower))
    {
      return type
    }
    return view(target).isCompany && !isAssembly(target) ? "WORKS_FOR" : nil
  }

  /// "was elected to parliament for the Free List", "stood for the Greens"
  mutating func readCandidacy(_ reading: ClauseReading) {
    guard kind(reading.source) == .person,
      ["elect", "re-elect", "stand", "run", "sit", "campaign"].contains(reading.clause.lemma)
    else { return }
    for adjunct in reading.clause.adjuncts where adjunct.preposition == "for" {
      guard let party = annotations.entity(ofPhrase: adjunct.phrase), kind(party) == .organization, isParty(party) else {
        continue
      }
      add("MEMBER_OF", reading.source, party, evidence: evidence(reading, adjunct.phrase))
    }
  }

  /// "signed for the ministry", "led the inquiry for the Leam police", "ran Ms Roe's campaign": on whose errand somebody acts.
  mutating func readErrand(_ reading: ClauseReading) {
    let clause = reading.clause
    guard kind(reading.source) == .person, !annotations.entities[reading.source].isAnonymous, !clause.isPassive,
      Self.errands.contains(clause.lemma)
    else { return }
    let campaign = clause.objects.first { Self.affairs.contains(tokens[annotations.phrases[$0].head].lower) }
    for adjunct in clause.adjuncts where adjunct.preposition == "for" || adjunct.preposition == "of" && campaign != nil {
      guard let target = annotations.entity(ofPhrase: adjunct.phrase) else { continue }
      let isBody = kind(target) == .organization || isPolice(target)
      guard isBody && adjunct.preposition == "for" || campaign != nil && kind(target) == .person else { continue }
      add("WORKS_FOR", reading.source, target, evidence: evidence(reading, adjunct.phrase))
    }
    if let campaign, let target = ownerOf(campaign), kind(target) == .person || kind(target) == .organization {
      add("WORKS_FOR", reading.source, target, evidence: evidence(reading, campaign))
    }
  }

  private static let errands = WordList.set(
    """
    lead sign act play write report drive fly sail compete ride race score scout film investigate prosecute appear negotiate
    handle manage run oversee attend inspect organise organize direct coordinate conduct head examine
    """)
  private static let affairs = WordList.set("campaign bid affairs estate finances diary office household defence defense")

  /// "succeeded Lena Falk as director of Y": what one becomes the other was.
  mutating func readSuccession(_ reading: ClauseReading) {
    let clause = reading.clause
    guard ["succeed", "replace", "follow", "oust", "take"].contains(clause.lemma),
      let office = clause.adjuncts.first(where: { $0.preposition == "as" })?.phrase
    else { return }
    let other =
      clause.isPassive || clause.lemma == "take"
      ? clause.adjuncts.first { $0.preposition == (clause.isPassive ? "by" : "from") }?.phrase : clause.objects.first
    guard let other, let predecessor = annotations.entity(ofPhrase: other), kind(predecessor) == .person else { return }
    for person in [reading.source, predecessor] where kind(person) == .person { readOffice(office, of: person, reading) }
  }

  /// "served as principal of Elm School", "spent six years at Brandt & Lowe".
  mutating func readService(_ reading: ClauseReading) {
    let clause = reading.clause
    guard kind(reading.source) == .person, !annotations.entities[reading.source].isAnonymous, !clause.isPassive else { return }
    if Self.serving.contains(clause.lemma), let office = clause.adjuncts.first(where: { $0.preposition == "as" })?.phrase,
      RoleNouns.typeAtWork(Suffixes.singular(tokens[annotations.phrases[office].head].lower)) != nil
    {
      readOffice(office, of: reading.source, reading)
    }
    guard clause.lemma == "spend" else { return }
    let years = clause.verb.upperBound..<min(clause.verb.upperBound + 6, tokens.count)
    guard years.contains(where: { ["year", "years", "decade", "decades", "career"].contains(tokens[$0].lower) }) else { return }
    for adjunct in clause.adjuncts where ["at", "with"].contains(adjunct.preposition) {
      guard let target = annotations.entity(ofPhrase: adjunct.phrase), kind(target) == .organization else { continue }
      add("WORKS_FOR", reading.source, target, evidence: evidence(reading, adjunct.phrase))
    }
  }

  private static let serving: Set<String> = ["serve", "work", "act", "start", "begin", "continue", "remain", "stay"]

  /// What an office behind "as" makes of a person: the owner stands before it, or behind "of" and "at".
  private mutating func readOffice(_ office: Int, of person: Int, _ reading: ClauseReading) {
    let head = Suffixes.singular(tokens[annotations.phrases[office].head].lower)
    if let owner = ownerOf(office), let type = part(head, owner) {
      addRole(type, person, owner, role(office), evidence(reading, office))
    } else {
      readTail(of: person, office, head, isNamed: !annotations.entities[person].isAnonymous)
    }
  }
}
