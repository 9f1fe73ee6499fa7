// Which reading of a verb its company admits.
extension EventCandidateFinder {
  /// The lexicon's reading of a clause, with the end of the particle or object that is part of the trigger.
  func reading(of clause: Clause) -> (EventLexicon.Verb, Int?)? {
    if let phrase = phraseReading(of: clause) { return phrase }
    if clause.lemma == "fire", !clause.isPassive,
      clause.adjuncts.contains(where: {
        ["at", "on", "into", "toward", "towards"].contains($0.preposition) && annotations.phrases[$0.phrase].kind != .time
      }),
      entityKind(clause.objects.first) == nil
    {
      return (EventLexicon.Verb(type: "attack", subject: "agent", object: nil, count: nil), nil)
    }
    let behind = clause.verb.upperBound
    if clause.lemma == "be", behind < tokens.count, tokens[behind].lower == "dead" {
      return (EventLexicon.Verb(type: "death", subject: "victim", object: nil, count: "killed"), behind + 1)
    }
    if clause.lemma == "hold", clause.isPassive, isPeople(clause.subjects.first) {
      return (EventLexicon.Verb(type: "detention", subject: "agent", object: "victim", count: "detained"), nil)
    }
    if clause.lemma == "go", tokens[max(0, clause.mainVerb - 1)].lower == "let", !clause.subjects.isEmpty {
      return (EventLexicon.Verb(type: "departure", subject: "target", object: nil, count: nil), nil)
    }
    if ["name", "make", "declare"].contains(clause.lemma), isTitled(clause) {
      return (EventLexicon.Verb(type: "appointment", subject: "agent", object: "target", count: nil), nil)
    }
    if isWinning(clause) {
      let isBeating = ["beat", "defeat"].contains(clause.lemma)
      return (EventLexicon.Verb(type: "election", subject: "agent", object: isBeating ? "target" : nil, count: nil), nil)
    }
    if isParted(clause) || isDisparaging(clause) || isPricing(clause) { return nil }
    func admits(_ verb: EventLexicon.Verb) -> Bool { verb.company.allSatisfy { holds($0, clause) } }
    let found =
      EventLexicon.readings(of: clause.lemma).first(where: admits)
      ?? (isHabit(clause) ? nil : ActVerbs.readings(of: clause.lemma).first(where: admits) ?? datedDeed(clause))
    if found?.type == "other", isHabit(clause) { return nil }
    // "opened a review" is a review.
    if found?.type == "other", let object = undergoer(of: clause), isEventNoun(object), !Self.deferring.contains(clause.lemma) {
      return nil
    }
    // "Clashes broke out in the capital and two other towns": the happening is the noun's.
    if found?.type == "other", !clause.isPassive, Self.occurring.contains(clause.lemma),
      clause.subjects.contains(where: { isEventNoun($0) })
    {
      return nil
    }
    // "was handed a three-year sentence"
    if found?.type == "other", clause.isPassive, clause.objects.contains(where: { isEventNoun($0) }) { return nil }
    // "lifted their blockade" orders nothing.
    if found?.type == "order", let object = undergoer(of: clause), EventLexicon.nouns[head(object)] == "protest" { return nil }
    return found.map { ($0, nil) }
  }

  /// What keeps a happening from taking place yet is one itself.
  private static let deferring: Set<String> = ["postpone", "delay", "adjourn", "defer"]

  /// "ruled out", "gave up", "struck down": another verb.
  private func isParted(_ clause: Clause) -> Bool {
    let behind = clause.verb.upperBound
    guard behind < tokens.count else { return false }
    return Self.otherVerbs.contains(clause.lemma + " " + tokens[behind].lower) && !precedesTime(behind)
  }

  /// "dismissed the figures as rumours": no post is lost, unlike "was dismissed as director".
  private func isDisparaging(_ clause: Clause) -> Bool {
    guard clause.lemma == "dismiss" else { return false }
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    let behind = clause.verb.upperBound..<min(end, clause.verb.upperBound + 12)
    let stop = behind.first { [",", ";"].contains(tokens[$0].form) || tags[$0] == .verbPast } ?? behind.upperBound
    guard let role = (behind.lowerBound..<stop).first(where: { tokens[$0].lower == "as" }) else { return false }
    let noun = (role + 1..<max(role + 1, min(end, role + 8))).first {
      tags[$0].isNominal && !tags[min($0 + 1, end - 1)].isNominal
    }
    return noun.map { !EventCompany.officeHolders.contains(Suffixes.singular(tokens[$0].lower)) } ?? true
  }

  /// "charges $10", "charged drivers $3 more": for something and not in court.
  private func isPricing(_ clause: Clause) -> Bool {
    clause.lemma == "charge" && (hasMoney(clause) || clause.tokens.contains { ["$", "€", "£", "¥"].contains(tokens[$0].form) })
      && !hasAdjunct("with", clause) && !hasAdjunct("over", clause)
  }

  private static let otherVerbs = WordList.set(
    """
    rule_out give_up give_in give_back hit_out hit_back strike_down strike_out send_off fire_up die_down meet_up pass_on pass_by
    pass_out quit_over leave_out leave_behind run_out drop_in burn_out break_up charge_up try_out hold_up hold_on close_in
    settle_down kill_off cut_off cut_back cut_through bury_in provide_for provide_that
    """)

  /// "named her chief executive", "was named head of": with the office behind.
  private func isTitled(_ clause: Clause) -> Bool {
    let person = undergoer(of: clause)
    guard isPeople(person) else { return false }
    let behind = clause.isPassive ? clause.objects.first : clause.objects.dropFirst().first
    if let behind, HumanNouns.isHuman(Suffixes.singular(tokens[annotations.phrases[behind].head].lower)) { return true }
    return clause.adjuncts.contains {
      $0.preposition == "as" && HumanNouns.isHuman(Suffixes.singular(tokens[annotations.phrases[$0.phrase].head].lower))
    }
  }

  /// "won 51 percent of the vote", "claimed victory in the election", "lost his seat".
  func isWinning(_ clause: Clause) -> Bool {
    guard ["win", "lose", "claim", "concede", "secure", "contest", "beat", "defeat"].contains(clause.lemma) else { return false }
    let words = (clause.verb.upperBound..<min(tokens.count, max(clause.tokens.upperBound, clause.verb.upperBound))).map {
      Suffixes.singular(tokens[$0].lower)
    }
    return words.contains { EventLexicon.electionWords.contains($0) }
  }

  // MARK: Company

  func holds(_ company: EventCompany, _ clause: Clause) -> Bool {
    let object = undergoer(of: clause)
    switch company {
    case .object: return clause.isPassive || object != nil
    case .intransitive: return !clause.isPassive && clause.objects.isEmpty
    case .passive: return clause.isPassive
    case .civil: return !(doer(of: clause).map { EventMerger.stateHeads.contains(head($0)) } ?? false)
    case .finite: return clause.kind != .infinitive
    case .told: return clause.kind != .participle && !(clause.isPassive && clause.verb.count == 1)
    case .sum: return hasMoney(clause) || object != nil
    case .vehicle: return doer(of: clause).map { isThing(.afloat, $0) } ?? false
    case .people: return isPeople(object)
    case .party: return isParty(object)
    case .body:
      return isProperty(object) || isHolding(object)
        || object.map { annotations.phrases[$0].kind == .name && entityKind($0) != .place } ?? false
    case .site: return isSite(object ?? clause.subjects.first)
    case .cabinet:
      return clause.subjects.first.map { ["government", "cabinet", "coalition", "administration"].contains(head($0)) } ?? false
    case .bomb, .volcanic: return isThing(company, clause.subjects.first)
    case .structure, .explosive, .afloat, .substance, .blaze:
      // "A dam gave way": what is part of the idiom is no object.
      return isThing(company, object ?? clause.subjects.first)
        || !clause.isPassive && object.map { entityKind($0) == nil } ?? false && isThing(company, clause.subjects.first)
    case .mindless: return doer(of: clause).map { isMindless($0) } ?? false
    case .unwilled: return doer(of: clause).map { isMindless($0) } ?? clause.isPassive
    case .inanimate: return !isPeople(object)
    case .wrongdoer: return doer(of: clause).map { EventCompany.wrongdoers.contains(head($0)) } ?? false
    case .thing: return isMereThing(object ?? clause.subjects.first)
    case .arms: return isOfArms
    case .combat: return isOfArms || isBetween(clause, EventCompany.fightHeads)
    case .living:
      return clause.isPassive ? clause.subjects.contains { isAlive($0) || isEventNoun($0) } : isAlive(object)
    case .namedRecipient:
      return clause.adjuncts.contains { $0.preposition == "to" && entityKind($0.phrase) != nil && isParty($0.phrase) }
    case .peopleSubject: return isPeople(clause.isPassive ? nil : clause.subjects.first) || clause.isPassive && isPeople(object)
    case .court, .inspector, .detective: return isOfficer(company, clause)
    case .ofWhat: return clause.adjuncts.contains { $0.preposition == "of" }
    case .instructed: return isInstructed(clause, object)
    case .licensing: return isOfState(.agency, clause, nil) && !isOfState(.legislature, clause, object)
    case .warned:
      return (!isSaying(clause) || isOnRecord(clause)) && !hasInfinitive(clause, directly: true)
    case .dated: return isDated(clause)
    case .sent:
      return object.map { entityKind($0) != nil } ?? false || isDated(clause)
        || clause.adjuncts.contains { $0.preposition == "to" }
    case .witness: return !clause.isPassive && isPeople(clause.subjects.first) && !isLawyer(clause.subjects.first)
    case .term: return isForTerm(clause)
    case .firm: return entityKind(object ?? clause.subjects.first) == .organization
    case .place:
      return entityKind(object) == .place || isOfArms && object.map { EventCompany.strongholds.contains(head($0)) } ?? false
    case .animate: return canAct(doer(of: clause)) ?? (clause.isPassive || [.infinitive, .participle].contains(clause.kind))
    case .alive: return isAlive(clause.subjects.first)
    case .police, .agency, .legislature: return isOfState(company, clause, object)
    case .nature: return doer(of: clause).map { isNature($0) } ?? false
    case .happening: return doer(of: clause).map { isEventNoun($0) } ?? false && !(object.map { isEventNoun($0) } ?? false)
    case .labour:
      return isOfLabour
        || clause.subjects.first.map { ["worker", "staff", "employee", "union"].contains(head($0)) } ?? false
    case .money: return hasMoney(clause)
    case .price:
      return hasMoney(clause) && !hasInfinitive(clause, directly: true)
        || clause.adjuncts.contains {
          $0.preposition == "for" && isProperty($0.phrase)
        }
    case .agreement: return ["agreement", "contract"].contains(object.flatMap { paper(of: $0) } ?? "")
    case .contract: return object.flatMap { paper(of: $0) } == "contract"
    case .goods: return isGoods(object, clause)
    case .command:
      return hasInfinitive(clause, directly: false)
        || object.map { ["closure", "arrest", "evacuation", "release", "inquiry", "investigation", "review"].contains(head($0)) }
          ?? false
    case .agreeing: return isAgreeing(clause)
    case .leaving: return isLeaving(clause)
    // "offered to take over the plant"
    case .takeover:
      return annotations.clauses(around: clause.mainVerb).contains { index in
        let other = annotations.clauses[index]
        return other.kind == .infinitive && other.verb.lowerBound == clause.verb.upperBound
          && (["buy", "acquire", "purchase"].contains(other.lemma)
            || other.lemma == "take" && other.verb.upperBound < tokens.count && tokens[other.verb.upperBound].lower == "over")
      }
    case .ofFirms:
      return entityKind(clause.subjects.first) == .organization || isHolding(clause.subjects.first)
        || isHolding(clause.objects.first)
    case .courtAppeal:
      return clause.adjuncts.contains {
        $0.preposition == "against"
          || $0.preposition == "to" && (nameWords($0.phrase).contains { EventCompany.courts.contains($0) })
      } || object.map { noun($0, isOf: .ruling) } ?? false
    case .happened: return object.map { isEventNoun($0) } ?? false
    case .ballots: return isOfBallots
    case .jury: return doer(of: clause).map { ["jury", "juror"].contains(head($0)) } ?? false
    case .flow: return clause.subjects.first.map { isMoney($0) } ?? false
    case .remains: return object.map { ["body", "corpse", "remain", "remains"].contains(head($0)) } ?? false
    case .lone:
      return clause.objects.isEmpty && !hasInfinitive(clause, directly: true)
        && !clause.adjuncts.contains { ["for", "to"].contains($0.preposition) }
    case .noDemand: return !(object.map { EventCompany.demands.contains(head($0)) } ?? false)
    case .bodySubject: return doer(of: clause).map { entityKind($0) == .organization } ?? false
    case .plain: return isPlain(clause)
    case .score: return hasScore(clause)
    case .employer:
      return isDated(clause)
        && clause.adjuncts.contains {
          $0.preposition == "to" && entityKind($0.phrase) == .organization && !isEventNoun($0.phrase)
        }
    case .toPost: return isChosen(clause)
    case .byVotes:
      return clause.adjuncts.contains { $0.preposition == "by" && ["vote", "majority", "margin"].contains(head($0.phrase)) }
    case .stoppage:
      return object.map { head($0) == "strike" || EventLexicon.nouns[head($0)] == "protest" } ?? false
    case .requesting: return isDoneInWords(clause) && (isInstructed(clause, object) || hasAdjunct("for", clause))
    case .vowing: return isSaying(clause) ? isOnRecord(clause) || clause.isPerfect : isDoneInWords(clause)
    case .refusing: return refused(by: clause) != nil
    case .from: return clause.adjuncts.contains { $0.preposition == "from" }
    case .post:
      return object.map { noun($0, isOf: .post) || isWorkplace($0) } ?? false
    default: return object.map { noun($0, isOf: company) } ?? false
    }
  }

  /// "was chosen to lead the party", "picked him as captain", "selected for the post"
  private func isChosen(_ clause: Clause) -> Bool {
    let end = undergoer(of: clause).map { max(clause.verb.upperBound, annotations.phrases[$0].tokens.upperBound) }
    let isToLead = annotations.clauses(around: clause.mainVerb).contains { index in
      let other = annotations.clauses[index]
      return other.kind == .infinitive && Self.leading.contains(other.lemma)
        && (0...1).contains(other.verb.lowerBound - (end ?? clause.verb.upperBound))
    }
    return isToLead
      || clause.adjuncts.contains { adjunct in
        adjunct.preposition == "as" || adjunct.preposition == "for" && noun(adjunct.phrase, isOf: .post)
      }
  }

  private static let leading = WordList.set(
    "lead head run chair captain manage succeed replace command direct coach oversee serve")

  /// A body, or a building in which one works: "joined the hospital".
  private func isWorkplace(_ phrase: Int) -> Bool {
    guard !isEventNoun(phrase), let entity = annotations.entity(ofPhrase: phrase) else { return false }
    let kind = annotations.entities[entity].kind
    return kind == .organization
      || kind == .place && ["hospital", "clinic", "school", "university", "college", "newspaper"].contains(head(phrase))
  }

  /// What an act is done to: the object, or the subject of a passive.
  func undergoer(of clause: Clause) -> Int? { clause.isPassive ? clause.subjects.first : clause.objects.first }

  /// Who does it: the subject, or what a passive has behind "by".
  func doer(of clause: Clause) -> Int? {
    clause.isPassive
      ? clause.adjuncts.first { $0.preposition == "by" && $0.token > clause.mainVerb }?.phrase : clause.subjects.first
  }

  func head(_ phrase: Int) -> String { Suffixes.singular(tokens[annotations.phrases[phrase].head].lower) }

  func isEventNoun(_ phrase: Int) -> Bool { EventLexicon.nouns[head(phrase)] != nil }

  /// The type of what a noun names; for "it" that of the last agreement or contract before it in this sentence or the one
  /// before.
  private func paper(of phrase: Int) -> String? {
    let at = annotations.phrases[phrase].head
    guard tokens[at].lower == "it" else { return EventLexicon.nouns[head(phrase)] }
    let sentence = annotations.sentenceIndex(ofToken: at)
    let begin = annotations.sentences[max(0, sentence - 1)].tokens.lowerBound
    return (begin..<at).reversed().lazy.compactMap { (token) -> String? in
      guard self.tags[token] == .noun, let type = EventLexicon.nouns[self.tokens[token].lower] else { return nil }
      return ["agreement", "contract"].contains(type) ? type : nil
    }.first
  }

  private func noun(_ phrase: Int, isOf company: EventCompany) -> Bool {
    guard let nouns = company.nouns else { return false }
    return nouns.contains(head(phrase)) || annotations.contained(in: phrase).map { nouns.contains(head($0)) } ?? false
  }

  func isPeople(_ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    if let kind = entityKind(phrase) { return kind == .person || kind == .group }
    let head = tokens[annotations.phrases[phrase].head].lower
    if annotations.phrases[phrase].kind == .pronoun, ["he", "him", "she", "her", "who", "whom"].contains(head) { return true }
    // "crushed the arm of an apprentice"
    if Self.limbs.contains(Suffixes.singular(head)), let owner = owner(of: phrase) {
      return [.person, .group].contains(annotations.entities[owner].kind)
    }
    if annotations.phrases[phrase].kind == .number {
      // "two of the payments"
      if let inner = annotations.contained(in: phrase) { return isPeople(inner) }
      return annotations.phrases[phrase].quantity.map { annotations.quantities[$0].unit == nil } ?? true
    }
    return HumanNouns.isPeople(head) || HumanNouns.isHuman(head)
      || annotations.nominalTypes[annotations.phrases[phrase].head] == .person
  }

  private static let limbs = WordList.set(
    "arm leg hand foot finger toe thumb head face neck back chest stomach eye skull shoulder thigh knee ankle wrist spine throat")

  /// Nil where there is nobody to ask about.
  private func canAct(_ phrase: Int?) -> Bool? {
    guard let phrase else { return nil }
    let found = annotations.phrases[phrase]
    if isEventNoun(phrase) { return false }
    if isMereThing(phrase) { return isArmament(phrase) || CraftNouns.ships.contains(head(phrase)) }
    if let kind = entityKind(phrase) {
      return kind != .place || found.kind == .name || found.kind == .pronoun
    }
    return found.kind == .pronoun && !["it", "this", "that", "which"].contains(tokens[found.head].lower) || isPeople(phrase)
      || OrganizationNouns.commonHeads.contains(head(phrase))
  }

  func isAlive(_ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    return canAct(phrase) == true || annotations.phrases[phrase].kind == .number || annotations.phrases[phrase].kind == .name
      || AnimalNouns.contains(head(phrase)) || measuredHead(phrase).map { AnimalNouns.contains($0) } ?? false
  }

  private func isNature(_ phrase: Int) -> Bool {
    EventLexicon.nouns[head(phrase)] == "accident" || EventCompany.natural.contains(head(phrase))
      || nameWords(phrase).first.map { EventLexicon.nouns[$0] == "accident" } ?? false
      || annotations.contained(in: phrase).map { EventCompany.natural.contains(head($0)) } ?? false
  }

  private func isOfState(_ company: EventCompany, _ clause: Clause, _ object: Int?) -> Bool {
    if company == .legislature, object.map({ Self.bills.contains(head($0)) }) ?? false { return true }
    guard let doer = doer(of: clause) else { return clause.isPassive && company == .police }
    let heads =
      company == .police ? EventCompany.investigators : company == .agency ? EventCompany.agencies : EventCompany.legislatures
    if heads.contains(head(doer)) { return true }
    guard let entity = annotations.entity(ofPhrase: doer), annotations.entities[entity].kind != .person else { return false }
    return annotations.entities[entity].name.lowercased().split(separator: " ").contains {
      heads.contains(Suffixes.singular(String($0)))
    }
  }

  private static let bills = WordList.set("bill law budget resolution motion amendment act legislation treaty ordinance")

  private func isHolding(_ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    return Self.holdings.contains(head(phrase)) || OrganizationNouns.commonHeads.contains(head(phrase))
      || annotations.contained(in: phrase).map { Self.holdings.contains(head($0)) } ?? false
  }

  private func isSite(_ phrase: Int?) -> Bool {
    guard let phrase else { return false }
    if isProperty(phrase) || entityKind(phrase) == .place { return true }
    let inner = annotations.contained(in: phrase) ?? phrase
    return isHolding(phrase)
      || [phrase, inner].contains { PlaceNouns.kinds.contains(head($0)) || Self.plants.contains(head($0)) }
  }

  private static let holdings = WordList.set(
    """
    stake share company firm business unit subsidiary stock asset plant factory mine bank airline newspaper brand
    division chain store shop rival competitor brewery supplier
    dairy bakery cooperative school hospital office branch border airport mill shipyard club land farm
    estate house building property restaurant
    """)
  private static let plants = WordList.set(
    """
    turbine reactor line quarry yard works kitchen surgery practice canteen nursery prison ferry service track runway gallery
    shop store route road section department wing counter consulate embassy highway railway tunnel bridge brewery bakery
    furnace smelter pit colliery beach park pool
    theatre theater museum library pub bar restaurant cinema gate well platform rig facility depot site venue ward clinic account
    centre center outlet outpost agency
    """)

  /// Things sold, shipped or ordered: a number of them, or some that go to somebody.
  private func isGoods(_ phrase: Int?, _ clause: Clause) -> Bool {
    guard let phrase, !isPeople(phrase), !isEventNoun(phrase), !isHolding(phrase), annotations.phrases[phrase].kind == .common
    else {
      return false
    }
    if let quantity = annotations.phrases[phrase].quantity, annotations.quantities[quantity].unit == nil { return true }
    return tags[annotations.phrases[phrase].head] == .pluralNoun
      && clause.adjuncts.contains { ["to", "from"].contains($0.preposition) && entityKind($0.phrase) != nil }
  }

  /// "agreed to stop the fighting", but an agreement to buy is a purchase to come.
  private func isAgreeing(_ clause: Clause) -> Bool {
    guard canAct(clause.subjects.first) == true else { return false }
    return annotations.clauses(around: clause.mainVerb).contains { index in
      let other = annotations.clauses[index]
      // "agreed to speak on condition of anonymity"
      let between = clause.verb.upperBound..<max(clause.verb.upperBound, other.verb.lowerBound)
      let isNext = between.isEmpty || between.count < 5 && clause.adjuncts.contains { isTime($0.phrase, filling: between) }
      return other.kind == .infinitive && other.verb.lowerBound >= clause.verb.upperBound && isNext
        && EventLexicon.readings(of: other.lemma).allSatisfy { $0.type == "other" }
        && !SpeechLexicon.isSpeech(other.lemma) && !["speak", "talk", "comment", "discuss"].contains(other.lemma)
    }
  }

  /// "agreed on Friday to swap"
  private func isTime(_ phrase: Int, filling range: Range<Int>) -> Bool {
    annotations.phrases[phrase].kind == .time && annotations.phrases[phrase].tokens.upperBound == range.upperBound
  }

  private func hasMoney(_ clause: Clause) -> Bool {
    let begin = clause.isPassive ? clause.tokens.lowerBound : clause.verb.lowerBound
    let reach = min(begin, clause.verb.lowerBound)..<max(clause.tokens.upperBound, clause.verb.upperBound)
    if clause.objects.contains(where: { Self.cash.contains(head($0)) }) { return true }
    return hasSum(in: reach)
  }

  private func hasSum(in range: Range<Int>) -> Bool {
    annotations.quantities.contains { $0.unit != nil && $0.unit != "percent" && range.contains($0.tokens.lowerBound) }
  }

  /// "$4.3 million", "the first transfer", "money marked “harbour”"
  private func isMoney(_ phrase: Int) -> Bool {
    let found = annotations.phrases[phrase]
    if ["money", "cash", "sum", "fund", "transfer", "payment", "amount", "fee", "proceeds"].contains(head(phrase)) {
      return true
    }
    return hasSum(in: found.tokens)
  }

  private static let cash: Set<String> = ["cash", "money", "cheque", "envelope", "banknote"]

  /// "will leave at the end of the year": somebody with a day and no destination.
  private func isLeaving(_ clause: Clause) -> Bool {
    guard !clause.isPassive, clause.objects.isEmpty,
      [.person, .group].contains(entityKind(clause.subjects.first))
    else { return false }
    return clause.adjuncts.contains { annotations.phrases[$0.phrase].kind == .time }
      && !clause.adjuncts.contains { ["for", "from", "to", "with", "without"].contains($0.preposition) }
  }

  func hasInfinitive(_ clause: Clause, directly: Bool) -> Bool {
    annotations.clauses(around: clause.mainVerb).contains { index in
      let other = annotations.clauses[index]
      return other.kind == .infinitive && other.verb.lowerBound > clause.mainVerb
        && other.verb.lowerBound - clause.mainVerb < (directly ? 2 : 14)
    }
      || !directly && !clause.objects.isEmpty
  }
}
