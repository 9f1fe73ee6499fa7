// Verbs that say how two entities stand to each other.
extension RelationCollector {
  mutating func readClauses() {
    for clause in annotations.clauses
    where !clause.isNegated && !clause.isFuture && clause.modal == nil && !isAsked(clause)
      && !isConditional(clause)
    {
      let clause = withAntecedent(clause)
      for subject in clause.subjects {
        let subject = described(by: clause) ?? subject
        let several = persons(behind: subject)
        let single = several.count > 1 ? nil : annotations.entity(ofPhrase: subject) ?? held(by: subject) ?? rest(subject)
        let low = annotations.phrases[subject].tokens.lowerBound
        for source in single.map({ [$0] }) ?? (several.count > 1 ? several : collective(subject)) {
          let reading = ClauseReading(clause: clause, verb: verb(of: clause), subject: subject, source: source, low: low)
          readObjects(reading)
          readNaming(reading)
          readAdjuncts(reading)
          readAgents(reading)
          readEmployment(reading)
          readHoldings(reading)
          readSupplies(reading)
          readCandidacy(reading)
          readErrand(reading)
          readSuccession(reading)
          readService(reading)
          readLeaving(reading)
        }
      }
      readPassiveSupplies(clause)
    }
    readPredicates()
  }

  /// "Mr Dunne, whom the union employs": the object for which "whom" or "which" stands before the subject.
  private func withAntecedent(_ clause: Clause) -> Clause {
    guard clause.objects.isEmpty, !clause.isPassive, let subject = clause.subjects.last,
      case let begin = annotations.phrases[subject].tokens.lowerBound, begin > 2, begin < clause.verb.lowerBound
    else { return clause }
    let pronoun = tokens[begin - 1].lower == "the" ? begin - 2 : begin - 1
    guard ["whom", "which"].contains(tokens[pronoun].lower) else { return clause }
    let before = tokens[pronoun - 1].form == "," ? pronoun - 2 : pronoun - 1
    guard before >= 0, let phrase = annotations.phrase(at: before), annotations.phrases[phrase].tokens.upperBound == before + 1
    else { return clause }
    var clause = clause
    clause.objects = [phrase]
    return clause
  }

  /// "Who owns it?"
  private func isAsked(_ clause: Clause) -> Bool {
    guard clause.verb.lowerBound > 0, ["who", "what"].contains(tokens[clause.verb.lowerBound - 1].lower) else { return false }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens
    return sentence.contains { tokens[$0].form == "?" }
  }

  /// "If Nora Best led the company"
  private func isConditional(_ clause: Clause) -> Bool {
    guard clause.kind == .adverbial || clause.kind == .complement, let subject = clause.subjects.first else { return false }
    let begin = min(annotations.phrases[subject].tokens.lowerBound, clause.verb.lowerBound)
    return begin > 0 && ["if", "unless", "whether"].contains(tokens[begin - 1].lower)
  }

  /// "a firm owned by his brother": a bare passive participle is said of the phrase right before it, whatever the tree says.
  private func described(by clause: Clause) -> Int? {
    let begin = clause.verb.lowerBound
    if let inserted = inserted(before: clause) { return inserted }
    guard clause.isPassive, clause.verb.count == 1, begin > 0, annotations.phraseOfToken[begin - 1] >= 0 else { return nil }
    let phrase = annotations.phraseOfToken[begin - 1]
    guard annotations.phrases[phrase].tokens.upperBound == begin, annotations.phrases[phrase].kind != .time else { return nil }
    // "a unit of the national police commanded by Major Vash"
    let first = annotations.phrases[phrase].tokens.lowerBound
    if first > 1, tokens[first - 1].lower == "of", annotations.phraseOfToken[first - 2] >= 0,
      annotations.phrases[annotations.phraseOfToken[first - 2]].kind == .common,
      let whole = annotations.entity(ofPhrase: annotations.phraseOfToken[first - 2]),
      [.organization, .asset].contains(kind(whole))
    {
      return annotations.phraseOfToken[first - 2]
    }
    return annotations.entity(ofPhrase: phrase) == nil ? nil : phrase
  }

  /// "the prison inspectorate, headed by Ann Lee, said": a body before the comma.
  private func inserted(before clause: Clause) -> Int? {
    let begin = clause.verb.lowerBound
    guard clause.isPassive, clause.kind == .participle, clause.verb.count == 1, begin > 1, tokens[begin - 1].form == ",",
      ["LEADS", "OWNS", "FOUNDED"].contains(RelationVerbs.passive[clause.lemma] ?? ""),
      let phrase = annotations.phrase(at: begin - 2), annotations.phrases[phrase].tokens.upperBound == begin - 1,
      let body = annotations.entity(ofPhrase: phrase), [.organization, .asset].contains(kind(body))
    else { return nil }
    return phrase
  }

  /// A clause with one of its subjects.
  struct ClauseReading {
    let clause: Clause
    /// The lemma with its particle: "set up".
    let verb: String
    let subject: Int
    let source: Int
    let low: Int
  }

  func evidence(_ reading: ClauseReading, _ phrase: Int) -> Range<Int> {
    let range = annotations.phrases[phrase].tokens
    return min(reading.low, range.lowerBound)..<max(reading.clause.verb.upperBound, range.upperBound)
  }

  func kind(_ entity: Int) -> EntityKind { annotations.entities[entity].kind }

  /// "set up", "took the firm over": the lemma with the particle right behind the verb or behind its object.
  func verb(of clause: Clause) -> String {
    let behind = [clause.verb.upperBound] + clause.objects.prefix(1).map { annotations.phrases[$0].tokens.upperBound }
    for index in behind where index < tokens.count && Self.particles.contains(tokens[index].lower) {
      let isParticle = annotations.tags[index] == .adverb || annotations.tags[index] == .preposition
      let combined = clause.lemma + " " + tokens[index].lower
      if isParticle, RelationVerbs.active[combined] != nil || RelationVerbs.employing.contains(combined) { return combined }
    }
    return clause.lemma
  }

  private static let particles: Set<String> = ["up", "over", "out", "off", "on"]

  private mutating func readObjects(_ reading: ClauseReading) {
    let clause = reading.clause
    guard let told = RelationVerbs.active[reading.verb], !clause.isPassive, !clause.objects.isEmpty,
      told != "FOUNDED" || !["start", "form"].contains(reading.verb) || isNamed(clause.objects[0]),
      told != "MEMBER_OF" || clause.kind != .infinitive && clause.kind != .participle,
      reading.verb != "defend" || isLegal(reading.source),
      !["acquire", "buy", "purchase", "take over", "buy out", "back", "support", "endorse"].contains(reading.verb)
        || clause.kind != .infinitive
    else { return }
    let type = told == "MEMBER_OF" ? membership(in: clause) ?? told : told
    // "fought alongside the general"
    let isBeside =
      clause.objects.first.map { object in
        let begin = annotations.phrases[object].tokens.lowerBound
        return begin > 0 && ["alongside", "beside"].contains(tokens[begin - 1].lower)
      } ?? false
    if type == "OPPOSES", isBeside {
      if let comrade = annotations.entity(ofPhrase: clause.objects[0]), comrade != reading.source,
        allows("ALLIED_WITH", kind(reading.source), kind(comrade))
      {
        add("ALLIED_WITH", reading.source, comrade, evidence: evidence(reading, clause.objects[0]))
      }
      return
    }
    // One thing, or several that "and" joins.
    for object in clause.objects.prefix(type == "SUPPLIES" ? 1 : 3) {
      guard let target = annotations.entity(ofPhrase: object), target != reading.source,
        allows(type, kind(reading.source), kind(target))
          || type == "OWNS" && isSite(target) && [.person, .organization].contains(kind(reading.source))
          || type == "REPRESENTS" && clause.lemma == "represent" && kind(reading.source) == .person && kind(target) == .place,
        !isVague(object, target, type)
      else { continue }
      add(type, reading.source, target, evidence: evidence(reading, object), share: share(of: object))
      readCompanions(reading, type, target)
    }
  }

  /// "owns the club with his wife", "founded Acme together with Tom Roe": who does it with the subject does it too.
  private mutating func readCompanions(_ reading: ClauseReading, _ type: String, _ target: Int) {
    guard ["OWNS", "FOUNDED", "LEADS"].contains(type) else { return }
    for adjunct in reading.clause.adjuncts where ["with", "alongside"].contains(adjunct.preposition) {
      for phrase in [adjunct.phrase] + joined(behind: adjunct.phrase) {
        guard let companion = annotations.entity(ofPhrase: phrase), companion != target, kind(companion) == kind(reading.source),
          allows(type, kind(companion), kind(target)) || type == "OWNS" && isSite(target)
        else { continue }
        add(type, companion, target, evidence: evidence(reading, phrase))
      }
    }
  }

  /// "defended his colleague" is no counsel’s work but a lawyer’s.
  func isLegal(_ source: Int) -> Bool {
    !annotations.entities[source].heads.isDisjoint(with: EventCompany.lawyers)
  }

  private func isNamed(_ phrase: Int) -> Bool {
    annotations.phrases[phrase].kind == .name
      && annotations.entity(ofPhrase: phrase).map { !annotations.entities[$0].isAnonymous } ?? false
  }

  /// "supplied it": not who; "runs the export business": a part of what it is said of.
  private func isVague(_ object: Int, _ target: Int, _ type: String) -> Bool {
    if type == "SUPPLIES", ["it", "them"].contains(tokens[annotations.phrases[object].head].lower) { return true }
    return annotations.entities[target].isAnonymous && tokens[annotations.phrases[object].head].lower == "business"
  }

  private mutating func readAdjuncts(_ reading: ClauseReading) {
    let (clause, source) = (reading.clause, reading.source)
    if clause.lemma == "belong", !clause.adjuncts.contains(where: { $0.preposition == "to" }), let owner = belated(clause) {
      readBelonging(reading, owner)
    }
    if clause.isPassive, Self.posting.contains(clause.lemma), kind(source) == .person,
      let post = clause.adjuncts.first(where: { $0.preposition == "to" }), let body = annotations.entity(ofPhrase: post.phrase),
      kind(body) == .organization
    {
      add("WORKS_FOR", source, body, evidence: evidence(reading, post.phrase))
    }
    // "runs for office" is no running of a campaign for somebody.
    if ["run", "stand", "sit"].contains(clause.lemma), !clause.objects.isEmpty { return }
    for adjunct in clause.adjuncts {
      let key = reading.verb + " " + adjunct.preposition
      if adjunct.preposition == "on", Self.pleading.contains(clause.lemma), let client = principal(adjunct),
        allows("REPRESENTS", kind(source), kind(client))
      {
        add("REPRESENTS", source, client, evidence: evidence(reading, adjunct.phrase))
      }
      // "The company belongs to Mr Haddour", "is part of the ministry"
      if ["belong to", "be of", "form of"].contains(key) { readBelonging(reading, adjunct) }
      guard let type = RelationVerbs.withPreposition[key] ?? RelationVerbs.withPreposition[particleKey(clause, adjunct)],
        let target = annotations.entity(ofPhrase: adjunct.phrase) ?? ownerOf(adjunct.phrase)
      else { continue }
      let owner = ownerOf(adjunct.phrase)
      let final = type == "WORKS_FOR" ? owner ?? target : target
      if clause.lemma == "work", adjunct.preposition == "with", kind(final) == .person { continue }
      // "resigned from the party"
      if type == "WORKS_FOR", ["resign", "retire"].contains(clause.lemma), kind(source) == .person, kind(final) == .organization,
        isParty(final)
      {
        add("MEMBER_OF", source, final, evidence: evidence(reading, adjunct.phrase))
        continue
      }
      // A firm that works for another supplies it.
      if clause.lemma == "work", type == "WORKS_FOR", kind(source) == .organization, kind(final) == .organization {
        add("SUPPLIES", source, final, evidence: evidence(reading, adjunct.phrase))
        continue
      }
      // An agency that reports to a ministry is part of it.
      if ["report", "answer"].contains(clause.lemma), kind(source) == .organization, kind(final) == .organization {
        add("PART_OF", source, final, evidence: evidence(reading, adjunct.phrase))
        continue
      }
      if clause.lemma == "speak", kind(source) == .person, kind(final) == .group {
        add("REPRESENTS", source, final, role: "spokesperson", evidence: evidence(reading, adjunct.phrase))
      } else if allows(type, kind(source), kind(final)) || type == "WORKS_FOR" && kind(source) == .person && isSite(final) {
        add(
          type, source, final, role: type == "WORKS_FOR" && clause.lemma == "speak" ? "spokesperson" : nil,
          evidence: evidence(reading, adjunct.phrase))
      }
    }
  }

  private static let posting: Set<String> = ["transfer", "post", "assign", "second", "reassign", "redeploy"]

  /// "belongs, 70 per cent of it, to the Northgate Group": what "to" says behind an insertion.
  private func belated(_ clause: Clause) -> Clause.Adjunct? {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens
    let reach = clause.verb.upperBound..<min(sentence.upperBound - 1, clause.verb.upperBound + 12)
    guard !reach.isEmpty, tokens[reach.lowerBound].form == ",",
      let to = reach.first(where: { tokens[$0].lower == "to" && tokens[$0 - 1].form == "," }),
      annotations.phraseStartingAt[to + 1] >= 0
    else { return nil }
    return Clause.Adjunct(preposition: "to", phrase: annotations.phraseStartingAt[to + 1], token: to)
  }

  /// "broke away from": the particle between verb and preposition.
  private func particleKey(_ clause: Clause, _ adjunct: Clause.Adjunct) -> String {
    let at = clause.verb.upperBound
    guard at < tokens.count, at < adjunct.token, annotations.tags[at] == .adverb || annotations.tags[at] == .preposition else {
      return ""
    }
    return clause.lemma + " " + tokens[at].lower + " " + adjunct.preposition
  }

  private mutating func readBelonging(_ reading: ClauseReading, _ adjunct: Clause.Adjunct) {
    let (clause, source) = (reading.clause, reading.source)
    guard let target = annotations.entity(ofPhrase: adjunct.phrase) ?? ownerOf(adjunct.phrase) else { return }
    if clause.lemma == "belong", let company = rest(reading.subject), allows("OWNS", kind(target), kind(company)) {
      return add("OWNS", target, company, evidence: evidence(reading, adjunct.phrase))
    }
    let isPart = clause.objects.contains {
      ["part", "arm", "wing", "branch"].contains(tokens[annotations.phrases[$0].head].lower)
    }
    let isProperty = clause.objects.contains {
      ["property", "possession"].contains(tokens[annotations.phrases[$0].head].lower)
    }
    if clause.lemma == "belong" || isProperty, [.organization, .asset, .place].contains(kind(source)),
      [.person, .organization, .group].contains(kind(target))
    {
      let said = evidence(reading, adjunct.phrase)
      add("OWNS", target, source, evidence: said, share: percentage(in: said))
    } else if isPart, kind(source) == .organization, kind(target) == .organization {
      add("PART_OF", source, target, evidence: evidence(reading, adjunct.phrase))
    } else if isPart, isSite(source), kind(target) == .organization {
      add("OWNS", target, source, evidence: evidence(reading, adjunct.phrase))
    } else if isPart, kind(source) == .place, kind(target) == .place {
      add("LOCATED_IN", source, target, evidence: evidence(reading, adjunct.phrase))
    }
  }

  /// What one does "on behalf of" a client.
  private static let pleading = WordList.set("act appear speak write argue plead sue file lodge petition intervene")

  private mutating func readAgents(_ reading: ClauseReading) {
    let clause = reading.clause
    guard clause.isPassive, let type = RelationVerbs.passive[reading.verb] ?? RelationVerbs.passive[clause.lemma] else { return }
    for agent in clause.adjuncts where agent.preposition == "by" {
      for phrase in [agent.phrase] + joined(behind: agent.phrase) {
        guard let target = annotations.entity(ofPhrase: phrase), target != reading.source,
          allows(type, kind(target), kind(reading.source))
        else { continue }
        add(type, target, reading.source, evidence: evidence(reading, phrase))
      }
    }
  }

  /// "by Mr Roe and his brother Tom": the phrase that "and" joins.
  private func joined(behind phrase: Int) -> [Int] {
    annotations.phrase(joinedBehind: phrase).map { [$0] } ?? []
  }

  /// "TSH employs Mr Roe", "Mr Roe was suspended by TSH".
  private mutating func readEmployment(_ reading: ClauseReading) {
    let (clause, source) = (reading.clause, reading.source)
    guard RelationVerbs.employing.contains(reading.verb) else { return }
    let verb = clause.mainVerb
    func employ(_ employee: Int, _ employer: Int, _ phrase: Int) {
      guard kind(employee) == .person, kind(employer) == .organization, !isBench(employer) else { return }
      // What he is appointed to is not who appoints him: "as joint administrators", "to the board".
      if Self.naming.contains(reading.verb),
        clause.adjuncts.contains(where: { ["to", "as"].contains($0.preposition) && $0.token > verb }),
        clause.adjuncts.contains(where: { $0.preposition == "to" })
      {
        return
      }
      add("WORKS_FOR", employee, employer, evidence: evidence(reading, phrase))
    }
    if clause.isPassive {
      for agent in clause.adjuncts where agent.preposition == "by" {
        if let employer = annotations.entity(ofPhrase: agent.phrase) { employ(source, employer, agent.phrase) }
      }
    } else {
      for object in clause.objects { if let employee = annotations.entity(ofPhrase: object) { employ(employee, source, object) } }
    }
  }

  private static let naming: Set<String> = ["appoint", "transfer"]

  /// Courts and parliaments that appoint others' servants.
  func isBench(_ entity: Int) -> Bool {
    NameFolding.folded(annotations.entities[entity].name).split(separator: " ").contains { word in
      [
        "court", "tribunal", "parliament", "senate", "congress", "assembly", "jury", "panel", "committee", "union", "federation",
        "party",
        "league", "commission", "inquiry",
      ].contains(word)
    }
  }

  func allows(_ type: String, _ source: EntityKind, _ target: EntityKind) -> Bool {
    switch type {
    case "LEADS":
      // "Varzan Energy runs the plant"
      return source == .person && [.organization, .place, .asset].contains(target)
        || [.organization, .group].contains(source) && [.place, .asset].contains(target)
    case "OWNS": return source != .place && source != .asset && (target == .organization || target == .asset)
    case "FOUNDED": return [.person, .organization, .group].contains(source) && target == .organization
    case "BASED_IN": return source == .organization && target == .place
    case "MEMBER_OF": return (source == .person || source == .group) && target == .organization
    case "WORKS_FOR":
      return source != .place && source != .asset && (target == .organization || target == .person && source == .person)
    case "LOCATED_IN": return target == .place && source != .asset
    case "CITIZEN_OF": return target == .place && source == .person
    case "SPLIT_FROM": return [.organization, .person].contains(source) && target == .organization
    case "REPRESENTS":
      return [.person, .organization].contains(source) && [.person, .group, .organization].contains(target)
    case "RELATIVE_OF": return source == .person && target == .person
    case "SUPPLIES": return source != .place && (target == .organization || target == .place)
    case "ALLIED_WITH", "OPPOSES", "AFFILIATED_WITH":
      return [.person, .organization].contains(source) && [.person, .organization].contains(target)
    default: return source != .place && target != .group
    }
  }

  // MARK: Predicates

  /// "is married to X", "an armed group allied with Y", "Z, based in Leeds": participles and adjectives with a preposition.
  private mutating func readPredicates() {
    for token in tokens.indices.dropLast(2) {
      if tokens[token + 1].lower == "by" { readOwned(token) }
      guard annotations.phraseStartingAt[token + 2] >= 0,
        let type = RelationVerbs.predicates[tokens[token].lower + " " + tokens[token + 1].lower],
        let target = annotations.entity(ofPhrase: annotations.phraseStartingAt[token + 2]),
        let source = (isInserted(token) ? [neighbour(of: token), bearer(of: token)] : [bearer(of: token), neighbour(of: token)])
          .lazy.compactMap({ $0 })
          .first(where: { $0 != target && allows(type, kind($0), kind(target)) })
      else { continue }
      let end = annotations.phrases[annotations.phraseStartingAt[token + 2]].tokens.upperBound
      add(type, source, target, evidence: token..<end)
    }
  }

  /// "is majority-owned by the Kolar Group"
  private mutating func readOwned(_ token: Int) {
    guard ["-owned", "-controlled", "-held"].contains(where: { tokens[token].lower.hasSuffix($0) }),
      annotations.phraseStartingAt[token + 2] >= 0,
      let owner = annotations.entity(ofPhrase: annotations.phraseStartingAt[token + 2]), let held = bearer(of: token),
      held != owner,
      allows("OWNS", kind(owner), kind(held))
    else { return }
    add("OWNS", owner, held, evidence: token..<annotations.phrases[annotations.phraseStartingAt[token + 2]].tokens.upperBound)
  }

  /// Of whom a predicate is said: the subject of the "be" before it, or the phrase right before it or before its comma.
  private func bearer(of token: Int) -> Int? {
    for index in annotations.clauses(around: token) {
      let clause = annotations.clauses[index]
      let isVerb = clause.mainVerb == token
      let isBehind =
        clause.lemma == "be" && clause.verb.upperBound <= token && token - clause.verb.upperBound <= 2
        && (clause.verb.upperBound..<token).allSatisfy { annotations.tags[$0] == .adverb }
      guard isVerb || isBehind, let subject = clause.subjects.first else { continue }
      return clause.isNegated || clause.modal != nil ? nil : annotations.entity(ofPhrase: subject)
    }
    return neighbour(of: token)
  }

  /// ", based in Falmouth": said of what stands before the comma.
  private func isInserted(_ token: Int) -> Bool { token > 0 && tokens[token - 1].form == "," }

  /// What stands right before a predicate or before its comma.
  private func neighbour(of token: Int) -> Int? {
    var before = token - 1
    if before > 0, tokens[before].form == "," { before -= 1 }
    guard before >= 0, annotations.phraseOfToken[before] >= 0,
      annotations.sentenceIndex(ofToken: before) == annotations.sentenceIndex(ofToken: token)
    else { return nil }
    let phrase = annotations.phraseOfToken[before]
    return annotations.phrases[phrase].tokens.upperBound == before + 1 ? annotations.entity(ofPhrase: phrase) : nil
  }
}
