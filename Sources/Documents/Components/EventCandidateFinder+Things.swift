// What kind of thing or party takes part, where a verb's meaning hangs on it.
extension EventCandidateFinder {
  /// Something that stands, explodes, floats, flows or burns.
  func isThing(_ company: EventCompany, _ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    let inner = annotations.contained(in: phrase) ?? phrase
    let words = [head(phrase), head(inner), measuredHead(phrase) ?? "", nameWords(phrase).last ?? ""]
    func isAny(of nouns: Set<String>) -> Bool { words.contains { nouns.contains($0) } }
    switch company {
    case .structure: return isAny(of: EventCompany.structures) || entityKind(phrase) == .place
    case .bomb: return isAny(of: EventCompany.bombs) && (isOfArms || !isAny(of: ["rocket", "projectile", "mine"]))
    case .explosive: return isAny(of: EventCompany.explosives) || isAny(of: EventCompany.vehicles)
    case .afloat: return isAny(of: EventCompany.vehicles) || entityKind(phrase) == .asset && isProperty(phrase)
    case .substance: return isAny(of: EventCompany.substances)
    case .blaze: return isAny(of: EventCompany.blazes)
    default: return isAny(of: ["volcano", "geyser"]) || nameWords(phrase).first == "mount"
    }
  }

  /// "30 tonnes of fuel": the head of what is measured.
  func measuredHead(_ phrase: Int) -> String? {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard ThingNouns.measures.contains(head(phrase)), end + 1 < tokens.count, tokens[end].lower == "of",
      let inner = annotations.phrase(startingAt: end + 1)
    else { return nil }
    return head(inner)
  }

  /// What neither lives nor is a body: a thing without a name, whatever its kind.
  func isMereThing(_ phrase: Int?) -> Bool {
    guard let phrase, annotations.phrases[phrase].kind == .common else { return false }
    if entityKind(phrase) == .asset { return true }
    return entityKind(phrase) == nil && ThingNouns.isThing(head(phrase)) && !isPeople(phrase)
  }

  /// A ship or an aircraft, or a thing by name: what is bought and sold as a firm is.
  func isProperty(_ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    return entityKind(phrase) == .organization
      || entityKind(phrase) == .asset
        && (!isMereThing(phrase) || CraftNouns.isCraft(head(phrase)) && tags[annotations.phrases[phrase].head] != .pluralNoun)
  }

  /// Weapons and what carries them act for those who use them: "Warplanes hit a depot".
  func isArmament(_ phrase: Int) -> Bool { EventCompany.armaments.contains(head(phrase)) }

  /// A plant, a school, a firm: what has an accident where one of its things breaks.
  func isSiteOrBody(_ phrase: Int) -> Bool {
    guard let entity = annotations.entity(ofPhrase: phrase) else { return false }
    let found = annotations.entities[entity]
    return found.kind == .organization
      || found.kind == .place
        && (found.placeKind.map { PlaceNouns.sites.contains($0) } ?? false
          || nameWords(phrase).last.map { PlaceNouns.sites.contains($0) } ?? false)
  }

  /// "A boiler burst at the Delmar mill", "the roof of the hall fell in": whose it was where nobody else takes part.
  func addStricken(_ clause: Clause, to candidate: inout EventCandidate) {
    guard candidate.type == "accident", candidate.participants.allSatisfy({ annotations.isUnnamedThing($0.entity) }) else {
      return
    }
    for adjunct in clause.adjuncts where ["at", "in", "of", "aboard"].contains(adjunct.preposition) {
      if isSiteOrBody(adjunct.phrase) { addParticipant("target", adjunct.phrase, count: nil, to: &candidate) }
    }
  }

  /// Nature at work, a disaster, an illness or a thing: it acts without a will.
  func isMindless(_ phrase: Int) -> Bool {
    let head = head(phrase)
    // "Sniper fire", "shots"
    if head == "fire", ofNoun[annotations.phrases[phrase].head] == nil { return false }
    if let type = ofNoun[annotations.phrases[phrase].head].map({ found[$0].type }) ?? EventLexicon.nouns[head] {
      return type == "accident" || EventCompany.ailments.contains(head)
    }
    // "Lightning" opens a sentence and names nobody.
    if annotations.phrases[phrase].tokens.count == 1, EventCompany.natural.contains(head) { return true }
    guard annotations.phrases[phrase].kind != .name || entityKind(phrase) == nil else { return false }
    return EventCompany.natural.contains(head) || EventCompany.ailments.contains(head) || EventCompany.toxins.contains(head)
      || annotations.phrases[phrase].kind == .common && !isArmament(phrase) && !isPeople(phrase)
        && (isMereThing(phrase) || ThingNouns.isThing(head))
  }

  /// The words of a name in the singular; the last says what kind of thing bears it: "Orsa Bridge".
  func nameWords(_ phrase: Int) -> [String] {
    guard let entity = annotations.entity(ofPhrase: phrase) else { return [head(phrase)] }
    return annotations.entities[entity].name.split(separator: " ").map { Suffixes.singular($0.lowercased()) }
  }

  /// People or a body that can be told something.
  func isParty(_ phrase: Int?) -> Bool { isPeople(phrase) || [.organization, .place].contains(entityKind(phrase)) }

  /// A court, an inspector or a detective who is named as the one who does it.
  func isOfficer(_ company: EventCompany, _ clause: Clause) -> Bool {
    guard let doer = doer(of: clause) else { return company == .court && clause.isPassive }
    let heads =
      company == .court ? EventCompany.courts : company == .inspector ? EventCompany.inspectors : EventCompany.detectives
    if heads.contains(head(doer)) { return true }
    guard let entity = annotations.entity(ofPhrase: doer) else { return false }
    return !annotations.entities[entity].heads.isDisjoint(with: heads)
      || annotations.entities[entity].name.lowercased().split(separator: " ").contains {
        heads.contains(Suffixes.singular(String($0)))
      }
  }

  /// "told the crew to close the valve": the infinitive right behind the object.
  func isInstructed(_ clause: Clause, _ object: Int?) -> Bool {
    guard let object else { return false }
    let end = clause.isPassive ? clause.verb.upperBound : annotations.phrases[object].tokens.upperBound
    return annotations.clauses(around: end).contains { index in
      let other = annotations.clauses[index]
      return other.kind == .infinitive && (0...1).contains(other.verb.lowerBound - end) && other.governor != nil
    }
  }

  /// A lawyer or a judge, by a description or by what stands right behind the name: "Peter Vaux KC, defending".
  func isLawyer(_ phrase: Int?) -> Bool {
    guard let phrase, let entity = annotations.entity(ofPhrase: phrase) else { return false }
    if !annotations.entities[entity].heads.isDisjoint(with: EventCompany.lawyers) { return true }
    return annotations.entities[entity].mentions.contains { index in
      let end = annotations.mentions[index].tokens.upperBound
      let behind = tokens[end..<min(tokens.count, end + 4)].map(\.lower)
      let before = tokens[max(0, annotations.mentions[index].tokens.lowerBound - 1)].lower
      return behind.contains { ["prosecuting", "defending", "kc", "qc", "sc"].contains($0) }
        || EventCompany.lawyers.contains(before)
        || behind.first == "," && behind.dropFirst().prefix(2).contains("for")
    }
  }

  /// "called him at home", but not "called him a liar".
  func isPlain(_ clause: Clause) -> Bool {
    guard clause.objects.count == 1, !clause.isPassive else { return false }
    let behind = annotations.phrases[clause.objects[0]].tokens.upperBound
    return behind < tokens.count
      && (tags[behind] == .preposition || tags[behind] == .mark || tags[behind] == .adverb
        || annotations.time(startingAt: behind) != nil)
  }

  /// "beat Chelsea 3-1", "lost 2-0 to Rovers"
  func hasScore(_ clause: Clause) -> Bool {
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    return (clause.verb.upperBound..<min(end, clause.verb.upperBound + 6)).contains { at in
      // "3-0" is one word or three.
      let form = tokens[at].form + (at + 2 < end && ["-", "–"].contains(tokens[at + 1].form) ? "-" + tokens[at + 2].form : "")
      let parts = form.split(whereSeparator: { $0 == "-" || $0 == "–" })
      return parts.count == 2 && parts.allSatisfy { $0.count < 4 && $0.allSatisfy(\.isNumber) }
    }
  }

  /// "warned in writing that", "warned on Feb. 12 that": what was said is itself something that happened.
  func isOnRecord(_ clause: Clause) -> Bool {
    if isDated(clause) { return true }
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    let behind = clause.verb.upperBound..<min(end, clause.verb.upperBound + 10)
    return behind.prefix { tokens[$0].lower != "that" && tokens[$0].form != ":" }.contains {
      annotations.time(startingAt: $0) != nil
        || ["in", "by"].contains(tokens[$0 - 1].lower) && Self.records.contains(tokens[$0].lower)
        || ["twice", "repeatedly"].contains(tokens[$0].lower)
    }
  }

  private static let records = WordList.set("writing letter e-mail email memo memorandum note report telegram cable post")

  /// "said he had asked the ministry for money": words that the text tells of as of something done, because somebody speaks of
  /// them, because they came before something else, or because they have a day.
  func isDoneInWords(_ clause: Clause) -> Bool {
    clause.isPerfect || isOnRecord(clause)
      || annotations.statements.contains { $0.content.contains(clause.mainVerb) && $0.form != .ownVoice }
  }

  func hasAdjunct(_ preposition: String, _ clause: Clause) -> Bool {
    clause.adjuncts.contains { $0.preposition == preposition && annotations.phrases[$0.phrase].kind != .time }
  }

  func isDated(_ clause: Clause) -> Bool { clause.adjuncts.contains { annotations.phrases[$0.phrase].kind == .time } }

  /// Whether the clause opens what somebody says: "warned that".
  func isSaying(_ clause: Clause) -> Bool {
    annotations.statements.contains {
      $0.passage.contains(clause.mainVerb) && !$0.content.contains(clause.mainVerb) && $0.form != .ownVoice
    }
  }

  /// "jailed for six years", "for life"
  func isForTerm(_ clause: Clause) -> Bool {
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    return (clause.verb.upperBound..<min(end, clause.verb.upperBound + 8)).contains { at in
      guard tokens[at].lower == "for", at + 1 < end else { return false }
      // "jailed for bribing doctors"
      if tags[at + 1] == .verbGerund { return true }
      return (at + 1..<min(end, at + 5)).contains {
        ["year", "month", "life", "week"].contains(Suffixes.singular(tokens[$0].lower))
      }
    }
  }

  /// Whether the subject of a clause, its object or whom it is with or against is one of these.
  func isBetween(_ clause: Clause, _ heads: Set<String>) -> Bool {
    let others = clause.adjuncts.filter { ["with", "against", "between", "by"].contains($0.preposition) }.map(\.phrase)
    return (clause.subjects + clause.objects + others).contains { heads.contains(head($0)) }
  }
}
