// What a description says of somebody's office and of whose it is.
extension RelationCollector {
  mutating func readRole(of entity: Int, phrase: Int, mention: Mention) {
    var head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    let range = annotations.phrases[phrase].tokens
    // A general secretary leads, other secretaries serve.
    if head == "secretary", range.contains(where: { ["general", "first"].contains(tokens[$0].lower) }) { head = "leader" }
    if head == "partner", range.contains(where: { ["managing", "senior", "founding"].contains(tokens[$0].lower) }) {
      head = "leader"
    }
    let modifier = annotations.phrases[phrase].head > range.lowerBound ? tokens[annotations.phrases[phrase].head - 1].lower : ""
    if head == "teacher", ["head", "principal"].contains(modifier) { head = "headteacher" }
    if head == "officer", ["commanding", "presiding"].contains(modifier) { head = "commander" }
    if head == "man" || head == "woman", modifier == "right-hand" { head = "right-hand-" + head }
    let isNamed = !annotations.entities[entity].isAnonymous
    if isKin(head, range) { return readRelative(of: entity, phrase, head) }
    var isOwned = false
    let evidence = range.lowerBound..<evidenceEnd(entity, range)
    if let owner = ownerOf(phrase), kind(owner) == .person, let type = servitude(phrase, head) {
      let isMaster = Self.masters.contains(head)
      return add(
        type, isMaster ? owner : entity, isMaster ? entity : owner, role: isMaster ? nil : role(phrase), evidence: evidence)
    }
    // "its commander", "France's president", "Kestrel's founder and chief executive"
    if let possessor = annotations.phrases[phrase].possessor ?? possessorOfFirst(phrase, entity) {
      isOwned = true
      if let owner = annotations.entity(ofPhrase: possessor),
        let type = isHeadOfField(phrase, head) ? "WORKS_FOR" : part(head, owner),
        isNamed || type == "LEADS" || isPost(entity, type, head) && (kind(owner) == .organization || isSite(owner))
          || type == "REPRESENTS"
      {
        addRole(type, entity, owner, role(phrase), evidence)
      }
    }
    // "the United Nations envoy", "the French foreign minister", "a BRS spokesman"
    for index in annotations.mentions(beginningIn: range) where annotations.mentions[index].phrase == nil {
      guard let owner = annotations.mentions[index].entity, let type = part(head, owner),
        isOffice(head, type, of: owner),
        isNamed || kind(owner) == .organization && isPost(entity, type, head)
      else { continue }
      isOwned = true
      addRole(type, entity, owner, role(phrase), evidence)
    }
    if readTail(of: entity, phrase, head, isNamed: isNamed, isOwned: isOwned) || isOwned { return }
    if let body = bodyBefore(phrase), let type = RoleNouns.typeAtWork(head) {
      return addRole(type, entity, body, role(phrase), evidence)
    }
    // "a court spokesman" speaks for some court, and for no other body that is near.
    if owningNoun(phrase) != nil, ownerByNoun(phrase) == nil, head.hasPrefix("spokes") { return }
    // "Two board members", "three commission clerks"
    if kind(entity) == .group, head == "member" || Self.servicemen.contains(head), owningNoun(phrase) != "police",
      let owner = ownerByNoun(phrase)
    {
      return addRole(head == "member" ? "MEMBER_OF" : "WORKS_FOR", entity, owner, role(phrase), evidence)
    }
    guard kind(entity) == .person, isNamed || !annotations.isInHeadline(range.lowerBound), let type = RoleNouns.type(head),
      type != "REPRESENTS", head != "worker", head != "employee",
      let owner = ownerByNoun(phrase) ?? ownerByField(phrase)
        ?? (isNamed && !hasPart(entity, type) || head.hasPrefix("spokes") ? impliedOwner(head, range) : nil)
    else { return }
    addRole(type, entity, owner, role(phrase), evidence)
  }

  /// "her deputy": in the body that she has an office in, wherever the text says so.
  mutating func readDeputies() {
    for (deputy, superior, role, evidence) in deputies {
      let post = found.last { $0.source == superior && Self.parts.contains($0.type) && kind($0.target) == .organization }
      if let post { add("WORKS_FOR", deputy, post.target, role: role, evidence: evidence) }
    }
  }

  /// What one is to a person whose "chief of staff", "boss" or "business partner" he is.
  private func servitude(_ phrase: Int, _ head: String) -> String? {
    let range = annotations.phrases[phrase].tokens
    if Self.masters.contains(head) { return "WORKS_FOR" }
    if head == "chief", range.upperBound + 1 < tokens.count, tokens[range.upperBound].lower == "of",
      tokens[range.upperBound + 1].lower == "staff"
    {
      return "WORKS_FOR"
    }
    let isPartner = head == "partner" && annotations.phrases[phrase].head > range.lowerBound
    return isPartner && ["business", "trading"].contains(tokens[annotations.phrases[phrase].head - 1].lower)
      ? "AFFILIATED_WITH" : nil
  }

  private static let masters: Set<String> = ["boss", "employer", "superior", "supervisor", "line-manager", "paymaster"]

  /// "the yard’s head of safety": whoever leads a part of it works for it.
  private func isHeadOfField(_ phrase: Int, _ head: String) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard ["head", "chief", "director", "manager", "leader"].contains(head), end + 1 < tokens.count, tokens[end].lower == "of",
      annotations.phraseStartingAt[end + 1] >= 0
    else { return false }
    let field = annotations.phraseStartingAt[end + 1]
    return annotations.phrases[field].kind == .common && annotations.tags[end + 1] != .determiner && ownerOf(field) == nil
  }

  /// "an official there": of the body that the sentence has just named.
  private func bodyBefore(_ phrase: Int) -> Int? {
    let range = annotations.phrases[phrase].tokens
    guard range.upperBound < tokens.count, tokens[range.upperBound].lower == "there" else { return nil }
    let begin = annotations.sentences[max(0, annotations.sentenceIndex(ofToken: range.lowerBound) - 1)].tokens.lowerBound
    return annotations.mentions(beginningIn: begin..<range.lowerBound).last { index in
      annotations.mentions[index].entity.map { kind($0) == .organization || isSite($0) } ?? false
    }.flatMap { annotations.mentions[$0].entity }
  }

  /// "the French foreign minister" serves France, "a French engineer" does not.
  func isOffice(_ head: String, _ type: String, of owner: Int) -> Bool {
    kind(owner) != .place || isSite(owner) || !["WORKS_FOR", "LEADS", "REPRESENTS"].contains(type)
      || Self.publicOffices.contains(head)
  }

  /// What the noun for an office makes of its bearer and a possible owner.
  func part(_ head: String, _ owner: Int) -> String? {
    kind(owner) == .organization || isSite(owner) ? RoleNouns.typeAtWork(head) : RoleNouns.type(head)
  }

  /// A prison, a hospital, a hotel: a place where people work.
  func isSite(_ entity: Int) -> Bool {
    guard kind(entity) == .place else { return false }
    let last = NameFolding.folded(annotations.entities[entity].name).split(separator: " ").last.map(String.init) ?? ""
    return PlaceNouns.sites.contains(annotations.entities[entity].placeKind ?? last) || PlaceNouns.sites.contains(last)
  }

  /// Whether an unnamed person's office is worth a relationship: not that a company has workers, or a firm an owner.
  private func isPost(_ entity: Int, _ type: String, _ head: String) -> Bool {
    if kind(entity) == .group { return type == "WORKS_FOR" && Self.servicemen.contains(head) }
    return kind(entity) == .person && ["LEADS", "WORKS_FOR", "MEMBER_OF"].contains(type)
      && !["supporter", "fighter", "soldier"].contains(head)
  }

  /// Those who act for a body several at once.
  private static let servicemen = WordList.set(
    """
    official inspector investigator officer negotiator prosecutor diplomat delegate adviser advisor aide detective expert observer
    monitor auditor representative scientist researcher spokesman spokeswoman envoy lawyer agent guard clerk technician engineer
    """)

  /// The possessor of the description that this one is joined to.
  func possessorOfFirst(_ phrase: Int, _ entity: Int) -> Int? {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, tokens[begin - 1].lower == "and", annotations.phraseOfToken[begin - 2] >= 0 else { return nil }
    let other = annotations.phraseOfToken[begin - 2]
    return annotations.entity(ofPhrase: other) == entity ? annotations.phrases[other].possessor : nil
  }

  func evidenceEnd(_ entity: Int, _ range: Range<Int>) -> Int {
    let name = annotations.entities[entity].mentions.map { annotations.mentions[$0] }.first { mention in
      mention.form == .name && mention.tokens.lowerBound >= range.upperBound && mention.tokens.lowerBound - range.upperBound < 3
    }
    return name?.tokens.upperBound ?? range.upperBound
  }

  /// "a spokesman for the army", "leader of an AQIM splinter group", "aid workers in Tarsa".
  /// Gives whether something hangs on the office that may be its owner.
  @discardableResult
  mutating func readTail(of entity: Int, _ phrase: Int, _ head: String, isNamed: Bool, isOwned: Bool = false) -> Bool {
    guard let tail = tail(of: phrase) else { return false }
    let preposition = tokens[tail.preposition].lower
    let isOwner = ["of", "for", "at", "with"].contains(preposition)
    guard let target = annotations.entity(ofPhrase: tail.phrase) ?? ownerOf(tail.phrase) else { return isOwner }
    let begin = evidenceBegin(entity, annotations.phrases[phrase].tokens)
    let evidence = begin..<annotations.phrases[tail.phrase].tokens.upperBound
    let kind = annotations.entities[target].kind
    switch preposition {
    case "of", "for", "at", "with", "to":
      // An ambassador to a country works for another.
      if preposition == "to", Self.reaching.contains(head) { return true }
      let isAt = ["at", "with"].contains(preposition)
      let isAtWork = isAt && HumanNouns.describesHuman(head) && !Occupations.visitors.contains(head)
      guard var type = part(head, target) ?? (isAtWork ? "WORKS_FOR" : nil),
        !isAt || isNamed || type == "WORKS_FOR",
        isNamed || type == "LEADS" || head.hasPrefix("spokes") || type == "REPRESENTS"
          || isPost(entity, type, head) && ([.organization, .asset].contains(kind) || isSite(target))
          || isAt && annotations.entities[target].isAnonymous
      else { return isOwner }
      // The head of a department works for the whole.
      if tail.isIndirect, type == "LEADS" { type = "WORKS_FOR" }
      addRole(type, entity, target, role(phrase), evidence)
    case "from":
      guard kind == .organization, let type = RoleNouns.typeAtWork(head), ["WORKS_FOR", "MEMBER_OF"].contains(type),
        isNamed || isPost(entity, type, head)
      else { return isOwner }
      addRole(type, entity, target, role(phrase), evidence)
    case "on":
      // "the only woman on the Electoral Council"
      guard kind == .organization, self.kind(entity) == .person, isAssembly(target) else { return false }
      addRole("MEMBER_OF", entity, target, role(phrase), evidence)
    case "in":
      if kind == .organization || isSite(target) && RoleNouns.type(head) == "WORKS_FOR", let type = RoleNouns.typeAtWork(head),
        type == "OWNS" || isNamed && type != "LEADS"
      {
        addRole(type, entity, target, role(phrase), evidence)
        return true
      }
      let isLeader = isNamed && RoleNouns.type(head) == "LEADS"
      // "its director in Britain" leads what it is of.
      if isLeader, isOwned { return false }
      if kind == .place, annotations.entities[target].isAnonymous == false,
        isLeader || !isNamed && (annotations.isSubject(phrase) || self.kind(entity) == .person)
      {
        add(isLeader ? "LEADS" : "LOCATED_IN", entity, target, role: isLeader ? role(phrase) : nil, evidence: evidence)
      }
    default: break
    }
    return isOwner
  }

  /// A body of several who sit on it.
  func isAssembly(_ entity: Int) -> Bool {
    !view(entity).words.isDisjoint(with: [
      "council", "committee", "board", "commission", "panel", "jury", "court", "bench", "tribunal", "subcommittee", "senate",
    ])
  }

  private static let reaching: Set<String> = [
    "ambassador", "envoy", "candidate", "threat", "heir", "successor", "witness", "emissary", "visitor",
  ]

  /// What hangs on an office: "of the army", in "professor of pathology at the University" the university, in "president and
  /// founder of the Union" that of the second.
  private func tail(of phrase: Int) -> (preposition: Int, phrase: Int, isIndirect: Bool)? {
    var end = annotations.phrases[phrase].tokens.upperBound
    let block = tokens[annotations.phrases[phrase].head].block
    let isBare = !["a", "an"].contains(tokens[annotations.phrases[phrase].tokens.lowerBound].lower)
    while isBare, end + 1 < tokens.count, tokens[end].lower == "and", annotations.phraseStartingAt[end + 1] >= 0 {
      let next = annotations.phrases[annotations.phraseStartingAt[end + 1]]
      guard next.kind == .common, annotations.tags[next.tokens.lowerBound] != .determiner, next.possessor == nil,
        HumanNouns.describesHuman(Suffixes.singular(tokens[next.head].lower))
      else { break }
      end = next.tokens.upperBound
    }
    var isIndirect = false
    while end + 1 < tokens.count, annotations.tags[end] == .preposition, annotations.phraseStartingAt[end + 1] >= 0,
      tokens[end].block == block
    {
      let next = annotations.phraseStartingAt[end + 1]
      let behind = annotations.phrases[next].tokens.upperBound
      let isField =
        ["of", "for", "in"].contains(tokens[end].lower)
        && (tokens[end + 1].lower == "staff" || annotations.entity(ofPhrase: next) == nil && ownerOf(next) == nil
          || isGoverning(next, behind: end))
      guard isField, behind + 1 < tokens.count, ["at", "of", "for", "in", "with"].contains(tokens[behind].lower),
        annotations.phraseStartingAt[behind + 1] >= 0
      else { return (end, next, isIndirect) }
      isIndirect = tokens[end + 1].lower != "staff" && !isGoverning(next, behind: end)
      end = behind
    }
    return nil
  }

  /// "chair of governors", "chair of the trustees": those over whom one presides lead what stands behind.
  private func isGoverning(_ phrase: Int, behind preposition: Int) -> Bool {
    guard tokens[preposition].lower == "of" else { return false }
    return ["governors", "trustees", "directors", "regents", "elders", "magistrates"]
      .contains(tokens[annotations.phrases[phrase].head].lower)
  }

  func ownerOf(_ phrase: Int) -> Int? {
    annotations.phrases[phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
  }

  func evidenceBegin(_ entity: Int, _ range: Range<Int>) -> Int {
    let name = annotations.entities[entity].mentions.map { annotations.mentions[$0] }.last { mention in
      mention.form == .name && mention.tokens.upperBound <= range.lowerBound && range.lowerBound - mention.tokens.upperBound < 3
    }
    return name?.tokens.lowerBound ?? range.lowerBound
  }

  mutating func addRole(_ type: String, _ entity: Int, _ owner: Int, _ role: String, _ evidence: Range<Int>) {
    let kind = annotations.entities[owner].kind
    switch type {
    case "CITIZEN_OF", "LOCATED_IN":
      if kind == .place { add(type, entity, owner, role: role, evidence: evidence) }
      return
    case "WORKS_FOR" where kind == .person && role.hasSuffix("business partner"):
      add("AFFILIATED_WITH", entity, owner, role: role, evidence: evidence)
      return
    case "OPPOSES", "ALLIED_WITH", "AFFILIATED_WITH":
      if kind == .person || kind == .organization { add(type, entity, owner, role: role, evidence: evidence) }
      return
    case "LEADS" where kind == .asset, "OWNS" where kind == .asset:
      add(type, entity, owner, role: role, evidence: evidence)
      return
    case "MEMBER_OF" where kind == .place:
      let noun = role.split(separator: " ").last.map { Suffixes.singular($0.lowercased()) } ?? ""
      if RoleNouns.isDeputy(noun), !isSite(owner) { add("REPRESENTS", entity, owner, role: role, evidence: evidence) }
      return
    default: break
    }
    guard kind == .organization || kind == .place else {
      let noun = Suffixes.singular(role.split(separator: " ").last.map { $0.lowercased() } ?? "")
      if type == "REPRESENTS" && kind == .group || kind == .person && (type == "REPRESENTS" || noun == "agent") {
        add("REPRESENTS", entity, owner, role: role, evidence: evidence)
      } else if kind == .person || kind == .group && noun.hasPrefix("spokes"), self.kind(entity) == .person,
        RoleNouns.isServant(noun)
      {
        if noun == "deputy" {
          deputies.append((entity, owner, role, evidence))
        } else {
          add("WORKS_FOR", entity, owner, role: role, evidence: evidence)
        }
      }
      return
    }
    add(type == "REPRESENTS" ? "WORKS_FOR" : type, entity, owner, role: role, evidence: evidence)
  }
}
