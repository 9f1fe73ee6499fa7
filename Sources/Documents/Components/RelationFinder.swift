/// Who leads, works for, belongs to, is where: from appositions, titles, possessors, the verbs that say so, and datelines.
struct RelationFinder: Component {
  let name = "relation finder"
  let requires: Set<Layer> = [.tokens, .phrases, .clauses, .mentions, .entities, .statements]
  let assigns: Set<Layer> = [.relations]

  func annotate(_ annotations: inout Annotations) {
    var collector = RelationCollector(annotations)
    collector.readDescriptions()
    collector.readTitles()
    collector.readClauses()
    collector.readPlaces()
    annotations.relations = collector.found
    joinFollowers(&annotations)
  }
}

extension RelationFinder {
  private static let followers: Set<String> = ["people", "men", "fighters", "forces", "supporters", "followers", "troops"]

  /// "Kolesar's people" are the organisation that Kolesar leads.
  private func joinFollowers(_ annotations: inout Annotations) {
    for index in annotations.mentions.indices
    where annotations.mentions[index].form == .description && annotations.mentions[index].kind == .group {
      guard let phrase = annotations.mentions[index].phrase, let possessor = annotations.phrases[phrase].possessor,
        Self.followers.contains(annotations.tokens[annotations.phrases[phrase].head].lower),
        annotations.phrases[possessor].kind == .name,
        let leader = annotations.entity(ofPhrase: possessor), let old = annotations.mentions[index].entity,
        let led = annotations.relations.first(where: { $0.type == "LEADS" && $0.source == leader })?.target,
        annotations.entities[led].kind == .organization, annotations.entities[old].mentions == [index]
      else { continue }
      annotations.entities[old].mentions = []
      annotations.join(index, to: led)
      annotations.entities[led].aliases.append(annotations.text(of: annotations.mentions[index].tokens))
    }
  }
}

/// Relations without duplicates, in the order found.
struct RelationCollector {
  let annotations: Annotations
  private(set) var found: [RelationFinding] = []

  var tokens: [Token] { annotations.tokens }

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  mutating func add(_ type: String, _ source: Int, _ target: Int, role: String? = nil, evidence: Range<Int>) {
    guard source != target, !found.contains(where: { $0.type == type && $0.source == source && $0.target == target }) else {
      return
    }
    if ["WORKS_FOR", "LEADS", "MEMBER_OF"].contains(type),
      found.contains(where: {
        ["WORKS_FOR", "LEADS", "MEMBER_OF"].contains($0.type) && $0.source == source && $0.target == target
      })
    {
      return
    }
    // What stands beside a name the document says itself, even inside what is reported.
    found.append(
      RelationFinding(type: type, source: source, target: target, role: role, certainty: .confirmed, evidence: evidence))
  }

  // MARK: Descriptions

  mutating func readDescriptions() {
    for mention in annotations.mentions where mention.form == .description {
      guard let phrase = mention.phrase, let entity = mention.entity else { continue }
      let kind = annotations.entities[entity].kind
      if kind == .person || kind == .group { readRole(of: entity, phrase: phrase, mention: mention) }
      if kind == .organization { readOrganization(entity, phrase) }
    }
  }

  /// The role noun with its modifiers: "regional leader", "foreign minister".
  private func role(_ phrase: Int) -> String {
    let range = annotations.phrases[phrase]
    var begin = range.head
    while begin > range.tokens.lowerBound, [.adjective, .noun].contains(annotations.tags[begin - 1]),
      annotations.tags[begin - 1] != .determiner
    {
      begin -= 1
    }
    return annotations.text(of: begin..<(range.head + 1))
  }

  private mutating func readRole(of entity: Int, phrase: Int, mention: Mention) {
    var head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    let range = annotations.phrases[phrase].tokens
    // A general secretary leads, other secretaries serve.
    if head == "secretary", range.contains(where: { ["general", "first"].contains(tokens[$0].lower) }) { head = "leader" }
    let isNamed = !annotations.entities[entity].isAnonymous
    if HumanNouns.familyNouns.contains(head) { return readRelative(of: entity, phrase, head) }
    // "its commander", "France's president", "Kestrel's founder and chief executive"
    if let possessor = annotations.phrases[phrase].possessor ?? possessorOfFirst(phrase, entity),
      let owner = annotations.entity(ofPhrase: possessor)
    {
      if let type = RoleNouns.type(head), isNamed || type == "LEADS" {
        addRole(type, entity, owner, role(phrase), range.lowerBound..<evidenceEnd(entity, range))
      }
    }
    // "the United Nations envoy", "the French foreign minister"
    for modifier in annotations.mentions where modifier.phrase == nil && range.contains(modifier.tokens.lowerBound) {
      guard let owner = modifier.entity, let type = RoleNouns.type(head), isNamed else { continue }
      addRole(type, entity, owner, role(phrase), range.lowerBound..<evidenceEnd(entity, range))
    }
    readTail(of: entity, phrase, head, isNamed: isNamed)
  }

  /// The possessor of the description that this one is joined to.
  private func possessorOfFirst(_ phrase: Int, _ entity: Int) -> Int? {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, tokens[begin - 1].lower == "and", annotations.phraseOfToken[begin - 2] >= 0 else { return nil }
    let other = annotations.phraseOfToken[begin - 2]
    return annotations.entity(ofPhrase: other) == entity ? annotations.phrases[other].possessor : nil
  }

  private func evidenceEnd(_ entity: Int, _ range: Range<Int>) -> Int {
    let name = annotations.entities[entity].mentions.map { annotations.mentions[$0] }.first { mention in
      mention.form == .name && mention.tokens.lowerBound >= range.upperBound && mention.tokens.lowerBound - range.upperBound < 3
    }
    return name?.tokens.upperBound ?? range.upperBound
  }

  /// "a spokesman for the army", "leader of an AQIM splinter group", "aid workers in Tarsa".
  private mutating func readTail(of entity: Int, _ phrase: Int, _ head: String, isNamed: Bool) {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0, annotations.tags[end] == .preposition else {
      return
    }
    let next = annotations.phraseStartingAt[end + 1]
    guard let target = annotations.entity(ofPhrase: next) ?? ownerOf(next) else { return }
    let begin = evidenceBegin(entity, annotations.phrases[phrase].tokens)
    let evidence = begin..<annotations.phrases[next].tokens.upperBound
    let kind = annotations.entities[target].kind
    switch tokens[end].lower {
    case "of", "for", "at", "with", "to":
      guard tokens[end].lower != "at" || isNamed, let type = RoleNouns.type(head), kind == .organization || kind == .place,
        isNamed || type == "LEADS" || head.hasPrefix("spokes")
      else { return }
      addRole(type, entity, target, role(phrase), evidence)
    case "in":
      if kind == .place, annotations.entities[target].isAnonymous == false, annotations.isSubject(phrase) || isNamed {
        let isLeader = isNamed && RoleNouns.type(head) == "LEADS"
        add(isLeader ? "LEADS" : "LOCATED_IN", entity, target, role: isLeader ? role(phrase) : nil, evidence: evidence)
      }
    default: break
    }
  }

  private func ownerOf(_ phrase: Int) -> Int? {
    annotations.phrases[phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
  }

  private func evidenceBegin(_ entity: Int, _ range: Range<Int>) -> Int {
    let name = annotations.entities[entity].mentions.map { annotations.mentions[$0] }.last { mention in
      mention.form == .name && mention.tokens.upperBound <= range.lowerBound && range.lowerBound - mention.tokens.upperBound < 3
    }
    return name?.tokens.lowerBound ?? range.lowerBound
  }

  private mutating func addRole(_ type: String, _ entity: Int, _ owner: Int, _ role: String, _ evidence: Range<Int>) {
    let kind = annotations.entities[owner].kind
    guard kind == .organization || kind == .place else {
      if type == "REPRESENTS", kind == .person { add("REPRESENTS", entity, owner, role: role, evidence: evidence) }
      return
    }
    add(type == "REPRESENTS" ? "WORKS_FOR" : type, entity, owner, role: role, evidence: evidence)
  }

  private mutating func readRelative(of entity: Int, _ phrase: Int, _ head: String) {
    let range = annotations.phrases[phrase].tokens
    var other = annotations.phrases[phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
    let end = range.upperBound
    if other == nil, end + 1 < tokens.count, tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0 {
      other = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
    }
    guard let other, annotations.entities[other].kind == .person, annotations.entities[entity].kind == .person else { return }
    add("RELATIVE_OF", entity, other, role: head, evidence: evidenceBegin(entity, range)..<evidenceEnd(entity, range))
  }

  /// "a unit of X", "X's political office", "a faction of Y", "a subsidiary of Z".
  private mutating func readOrganization(_ entity: Int, _ phrase: Int) {
    let range = annotations.phrases[phrase].tokens
    let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    if let possessor = annotations.phrases[phrase].possessor, annotations.phrases[possessor].kind != .pronoun,
      let owner = annotations.entity(ofPhrase: possessor), annotations.entities[owner].kind == .organization,
      ["office", "wing", "unit", "subsidiary", "board"].contains(head)
    {
      add("PART_OF", entity, owner, evidence: range)
    }
    let end = range.upperBound
    guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0,
      let target = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
    else { return }
    let evidence = evidenceBegin(entity, range)..<annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
    let kind = annotations.entities[target].kind
    if tokens[end].lower == "of", kind == .organization,
      ["subsidiary", "unit", "branch", "arm", "wing", "division", "affiliate", "offshoot", "faction"].contains(head)
    {
      add(head == "offshoot" || head == "affiliate" ? "AFFILIATED_WITH" : "PART_OF", entity, target, evidence: evidence)
    }
    if tokens[end].lower == "in", kind == .place { add("BASED_IN", entity, target, evidence: evidence) }
  }

  // MARK: Titles

  /// "AQIM regional leader X", "French President X", "Acme chief executive X": the words right before a name.
  mutating func readTitles() {
    for mention in annotations.mentions where mention.form == .name && mention.kind == .person {
      if let entity = mention.entity { readAffiliation(of: mention, entity) }
      guard let entity = mention.entity, let phrase = mention.phrase,
        let title = PhraseShape(annotations.phrases[phrase], annotations).titleTokens
      else { continue }
      let heads = title.map { Suffixes.singular(tokens[$0].lower) }
      guard let head = heads.last(where: { RoleNouns.type($0) != nil }),
        let type = heads.contains("prime") ? "LEADS" : RoleNouns.type(head), !RoleNouns.isRank(head)
      else { continue }
      let role = annotations.text(of: title)
      let range = annotations.phrases[phrase].tokens
      var owner: (entity: Int, begin: Int)?
      for modifier in annotations.mentions
      where modifier.phrase == nil && modifier.tokens.lowerBound >= range.lowerBound
        && modifier.tokens.upperBound <= title.lowerBound
      {
        if let found = modifier.entity { owner = (found, modifier.tokens.lowerBound) }
      }
      if owner == nil, let possessor = annotations.phrases[phrase].possessor, let found = annotations.entity(ofPhrase: possessor)
      {
        owner = (found, annotations.phrases[possessor].tokens.lowerBound)
      }
      if owner == nil, range.lowerBound >= 4, tokens[range.lowerBound - 1].form == ")",
        annotations.phraseOfToken[range.lowerBound - 4] >= 0,
        let found = annotations.entity(ofPhrase: annotations.phraseOfToken[range.lowerBound - 4])
      {
        owner = (found, annotations.phrases[annotations.phraseOfToken[range.lowerBound - 4]].tokens.lowerBound)
      }
      if let owner { addRole(type, entity, owner.entity, role, owner.begin..<mention.tokens.upperBound) }
      if owner == nil, ["president", "premier", "king", "queen"].contains(head) || heads.contains("prime"),
        let country = mainCountry()
      {
        add("LEADS", entity, country, role: role, evidence: title.lowerBound..<mention.tokens.upperBound)
      }
    }
  }

  /// "Professor Hanno Vries of the Technical University", "Ann Lee from Acme": a name and where its bearer works.
  private mutating func readAffiliation(of mention: Mention, _ entity: Int) {
    guard let phrase = mention.phrase else { return }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, ["of", "from", "at"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0
    else { return }
    let next = annotations.phraseStartingAt[end + 1]
    let named = annotations.mentionOfPhrase[next]
    guard named >= 0, annotations.mentions[named].form == .name, let target = annotations.mentions[named].entity,
      annotations.entities[target].kind == .organization
    else { return }
    add("WORKS_FOR", entity, target, evidence: mention.tokens.lowerBound..<annotations.phrases[next].tokens.upperBound)
  }

  /// The country of the dateline, which "President X" without more leads.
  private func mainCountry() -> Int? {
    guard let dateline = annotations.sentences.first(where: { $0.kind == .dateline }) else { return nil }
    let places = annotations.mentions.filter { dateline.tokens.contains($0.head) && $0.kind == .place }.compactMap(\.entity)
    return places.count >= 2 ? places.last : nil
  }

  // MARK: Verbs

  mutating func readClauses() {
    for clause in annotations.clauses where !clause.isNegated && !clause.isFuture && clause.modal == nil {
      guard let subject = clause.subjects.first, let source = annotations.entity(ofPhrase: subject) else { continue }
      let sourceKind = annotations.entities[source].kind
      let low = annotations.phrases[subject].tokens.lowerBound
      func evidence(_ phrase: Int) -> Range<Int> {
        let range = annotations.phrases[phrase].tokens
        return min(low, range.lowerBound)..<max(clause.verb.upperBound, range.upperBound)
      }
      if let type = RelationVerbs.active[clause.lemma], !clause.isPassive, let object = clause.objects.first,
        let target = annotations.entity(ofPhrase: object), allows(type, sourceKind, annotations.entities[target].kind)
      {
        add(type, source, target, evidence: evidence(object))
      }
      for adjunct in clause.adjuncts {
        guard let type = RelationVerbs.withPreposition[clause.lemma + " " + adjunct.preposition],
          let target = annotations.entity(ofPhrase: adjunct.phrase) ?? ownerOf(adjunct.phrase)
        else { continue }
        let owner = annotations.phrases[adjunct.phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
        let final = ["WORKS_FOR"].contains(type) ? owner ?? target : target
        if allows(type, sourceKind, annotations.entities[final].kind) {
          add(
            type, source, final, role: type == "WORKS_FOR" && clause.lemma == "speak" ? "spokesperson" : nil,
            evidence: evidence(adjunct.phrase))
        }
      }
      // "holds a third of the shares", "owns 21 percent of Kestrel"
      if ["hold", "own", "control"].contains(clause.lemma), !clause.isPassive, let object = clause.objects.first,
        ["percent", "stake", "share", "shares", "third", "half", "quarter", "stock"].contains(
          tokens[annotations.phrases[object].head].lower),
        let target = annotations.contained(in: object).flatMap({ annotations.entity(ofPhrase: $0) }),
        allows("OWNS", sourceKind, annotations.entities[target].kind)
      {
        add("OWNS", source, target, evidence: evidence(object))
      }
      if ["employ", "hire"].contains(clause.lemma), !clause.isPassive, let object = clause.objects.first,
        let employee = annotations.entity(ofPhrase: object), allows("WORKS_FOR", annotations.entities[employee].kind, sourceKind)
      {
        add("WORKS_FOR", employee, source, evidence: evidence(object))
      }
      if let type = RelationVerbs.passive[clause.lemma], clause.isPassive,
        let agent = clause.adjuncts.first(where: { $0.preposition == "by" }),
        let target = annotations.entity(ofPhrase: agent.phrase), allows(type, annotations.entities[target].kind, sourceKind)
      {
        add(type, target, source, evidence: evidence(agent.phrase))
      }
    }
  }

  private func allows(_ type: String, _ source: EntityKind, _ target: EntityKind) -> Bool {
    switch type {
    case "LEADS": return source == .person && (target == .organization || target == .place)
    case "OWNS": return target == .organization || target == .asset
    case "FOUNDED": return source == .person && target == .organization
    case "BASED_IN": return source == .organization && target == .place
    case "MEMBER_OF", "WORKS_FOR": return (source == .person || source == .group) && target == .organization
    case "SPLIT_FROM": return source == .organization && target == .organization
    case "REPRESENTS": return source == .person && target == .person
    case "SUPPLIES": return target == .organization || target == .place
    default: return source != .place && target != .group
    }
  }

  // MARK: Places

  /// "KESSARA, Sorvia", "Gao, Mali,", "Tarsa, a town on the Ulmen River", "the hospital in Tarsa", "X-based".
  mutating func readPlaces() {
    for mention in annotations.mentions where mention.kind == .place && mention.form != .adjective && mention.form != .pronoun {
      guard let source = mention.entity, let phrase = mention.phrase, !annotations.isInHeadline(mention.head) else { continue }
      let end = annotations.phrases[phrase].tokens.upperBound
      guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0 else { continue }
      let next = annotations.phraseStartingAt[end + 1]
      guard let target = annotations.entity(ofPhrase: next), annotations.entities[target].kind == .place, target != source else {
        continue
      }
      let evidence = mention.tokens.lowerBound..<annotations.phrases[next].tokens.upperBound
      let isComma =
        tokens[end].form == "," && mention.form == .name && closes(next) && (isLarger(target, than: source) || follows(mention))
      let named = annotations.mentionOfPhrase[next]
      let isPreposition =
        ["in", "at", "on", "of"].contains(tokens[end].lower) && named >= 0 && annotations.mentions[named].form == .name
      if isComma || isPreposition { add("LOCATED_IN", source, target, evidence: evidence) }
    }
  }

  /// "in Denver, Colorado, …": a place after a preposition, and a second one that no list goes on from.
  private func follows(_ mention: Mention) -> Bool {
    mention.tokens.lowerBound > 0
      && ["in", "near", "at", "outside", "from", "to"].contains(tokens[mention.tokens.lowerBound - 1].lower)
  }

  /// After "City, Country" a comma, a stop, a bracket or the block's end.
  private func closes(_ phrase: Int) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end < tokens.count, tokens[end].block == tokens[end - 1].block else { return true }
    let goesOn = end + 1 < tokens.count && (annotations.tags[end + 1] == .name || annotations.tags[end + 1] == .conjunction)
    let isDate = end + 1 < tokens.count && DateText.month(tokens[end + 1].lower) != nil
    if tokens[end].form == ",", goesOn, !isDate { return false }
    return annotations.tags[end] == .mark || annotations.tags[end] == .preposition || annotations.tags[end] == .verbPast
  }

  private func isLarger(_ target: Int, than source: Int) -> Bool {
    let name = NameFolding.folded(annotations.entities[target].name)
    if Gazetteer.places[name] == .country {
      return Gazetteer.places[NameFolding.folded(annotations.entities[source].name)] != .country
    }
    let sentence = annotations.entities[target].mentions.first.map {
      annotations.sentenceIndex(ofToken: annotations.mentions[$0].head)
    }
    let isDateline = sentence.map { annotations.sentences[$0].kind == .dateline } ?? false
    return isDateline || annotations.mentions.contains { $0.entity == target && $0.form == .adjective }
  }
}
