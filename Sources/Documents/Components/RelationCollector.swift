/// Relations without duplicates, in the order found.
struct RelationCollector {
  let annotations: Annotations
  private(set) var found: [RelationFinding] = []
  private var known: Set<Key> = []

  private struct Key: Hashable {
    let type: String
    let source: Int
    let target: Int
  }

  /// A person has one part in an organisation.
  private static let parts: Set<String> = ["WORKS_FOR", "LEADS", "MEMBER_OF"]

  var tokens: [Token] { annotations.tokens }

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  mutating func add(
    _ type: String, _ source: Int, _ target: Int, role: String? = nil, evidence: Range<Int>, share: Double? = nil,
    inside statement: Int? = nil
  ) {
    let kind = Self.parts.contains(type) ? "part" : type
    guard source != target, known.insert(Key(type: kind, source: source, target: target)).inserted else { return }
    // What stands beside a name the document says itself, even inside what is reported.
    var relation = RelationFinding(
      type: type, source: source, target: target, role: role, certainty: .confirmed, evidence: evidence)
    relation.share = share
    if let statement, annotations.statements[statement].certainty != .denied {
      relation.statement = statement
      relation.certainty = annotations.statements[statement].certainty
    }
    found.append(relation)
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
  func role(_ phrase: Int) -> String {
    let range = annotations.phrases[phrase]
    var begin = range.head
    while begin > range.tokens.lowerBound, [.adjective, .noun].contains(annotations.tags[begin - 1]),
      annotations.tags[begin - 1] != .determiner
    {
      begin -= 1
    }
    return annotations.text(of: begin..<(range.head + 1))
  }

  mutating func readRole(of entity: Int, phrase: Int, mention: Mention) {
    var head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    let range = annotations.phrases[phrase].tokens
    // A general secretary leads, other secretaries serve.
    if head == "secretary", range.contains(where: { ["general", "first"].contains(tokens[$0].lower) }) { head = "leader" }
    let isNamed = !annotations.entities[entity].isAnonymous
    readStaff(of: entity, phrase, head)
    readField(of: entity, phrase, head)
    if HumanNouns.familyNouns.contains(head) { return readRelative(of: entity, phrase, head) }
    var isOwned = false
    let evidence = range.lowerBound..<evidenceEnd(entity, range)
    // "its commander", "France's president", "Kestrel's founder and chief executive"
    if let possessor = annotations.phrases[phrase].possessor ?? possessorOfFirst(phrase, entity) {
      isOwned = true
      if let owner = annotations.entity(ofPhrase: possessor), let type = RoleNouns.type(head),
        isNamed || type == "LEADS" || isPost(entity, type, head) && kind(owner) == .organization || type == "REPRESENTS"
      {
        addRole(type, entity, owner, role(phrase), evidence)
      }
    }
    // "the United Nations envoy", "the French foreign minister", "a BRS spokesman"
    for index in annotations.mentions(beginningIn: range) where annotations.mentions[index].phrase == nil {
      guard let owner = annotations.mentions[index].entity, let type = RoleNouns.type(head),
        isNamed || kind(owner) == .organization && isPost(entity, type, head)
      else { continue }
      isOwned = true
      addRole(type, entity, owner, role(phrase), evidence)
    }
    if readTail(of: entity, phrase, head, isNamed: isNamed) || isOwned { return }
    guard kind(entity) == .person, isNamed || !annotations.isInHeadline(range.lowerBound), let type = RoleNouns.type(head),
      type != "REPRESENTS", head != "worker", head != "employee",
      let owner = ownerByNoun(phrase)
        ?? (isNamed && !hasPart(entity, type) || head.hasPrefix("spokes") ? impliedOwner(head, range) : nil)
    else { return }
    addRole(type, entity, owner, role(phrase), evidence)
  }

  /// Whether the text has already said where somebody has a part of this type.
  func hasPart(_ entity: Int, _ type: String) -> Bool {
    found.contains { $0.source == entity && ($0.type == type || Self.parts.contains($0.type) && Self.parts.contains(type)) }
  }

  /// Whether an unnamed person's office is worth a relationship: not that a company has workers, or a firm an owner.
  private func isPost(_ entity: Int, _ type: String, _ head: String) -> Bool {
    kind(entity) == .person && ["LEADS", "WORKS_FOR", "MEMBER_OF"].contains(type)
      && !["employee", "worker", "supporter", "fighter", "soldier"].contains(head)
  }

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
  mutating func readTail(of entity: Int, _ phrase: Int, _ head: String, isNamed: Bool) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0, annotations.tags[end] == .preposition else {
      return false
    }
    let isOwner = ["of", "for", "at", "with"].contains(tokens[end].lower) && tokens[end + 1].lower != "staff"
    let next = annotations.phraseStartingAt[end + 1]
    guard let target = annotations.entity(ofPhrase: next) ?? ownerOf(next) else { return isOwner }
    let begin = evidenceBegin(entity, annotations.phrases[phrase].tokens)
    let evidence = begin..<annotations.phrases[next].tokens.upperBound
    let kind = annotations.entities[target].kind
    switch tokens[end].lower {
    case "of", "for", "at", "with", "to":
      // An ambassador to a country works for another.
      if tokens[end].lower == "to", ["ambassador", "envoy", "candidate", "threat", "heir", "successor"].contains(head) {
        return true
      }
      let isAt = ["at", "with"].contains(tokens[end].lower)
      let isAtWork = isAt && HumanNouns.describesHuman(head) && !Occupations.visitors.contains(head)
      guard let type = RoleNouns.type(head) ?? (isAtWork ? "WORKS_FOR" : nil),
        !isAt || isNamed || type == "WORKS_FOR",
        isNamed || type == "LEADS" || head.hasPrefix("spokes") || type == "REPRESENTS"
          || isPost(entity, type, head) && [.organization, .asset].contains(kind)
          || isAt && annotations.entities[target].isAnonymous
      else { return isOwner }
      addRole(type, entity, target, role(phrase), evidence)
    case "in":
      let isLeader = isNamed && RoleNouns.type(head) == "LEADS"
      if kind == .place, annotations.entities[target].isAnonymous == false, isLeader || !isNamed && annotations.isSubject(phrase)
      {
        add(isLeader ? "LEADS" : "LOCATED_IN", entity, target, role: isLeader ? role(phrase) : nil, evidence: evidence)
      }
    default: break
    }
    return isOwner
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

  /// Who works for a person and speaks for him.
  private static let servants = WordList.set(
    "spokesman spokeswoman spokesperson aide adviser advisor assistant secretary bodyguard driver agent deputy")

  mutating func addRole(_ type: String, _ entity: Int, _ owner: Int, _ role: String, _ evidence: Range<Int>) {
    let kind = annotations.entities[owner].kind
    switch type {
    case "CITIZEN_OF", "LOCATED_IN":
      if kind == .place { add(type, entity, owner, role: role, evidence: evidence) }
      return
    case "OPPOSES", "ALLIED_WITH":
      if kind == .person || kind == .organization { add(type, entity, owner, role: role, evidence: evidence) }
      return
    case "LEADS" where kind == .asset, "OWNS" where kind == .asset:
      add(type, entity, owner, role: role, evidence: evidence)
      return
    case "MEMBER_OF" where kind == .place: return
    default: break
    }
    guard kind == .organization || kind == .place else {
      if type == "REPRESENTS", kind == .person || kind == .group {
        add("REPRESENTS", entity, owner, role: role, evidence: evidence)
      }
      let isServant = Self.servants.contains(Suffixes.singular(role.split(separator: " ").last.map { $0.lowercased() } ?? ""))
      if kind == .person, role.lowercased().hasSuffix("agent") {
        add("REPRESENTS", entity, owner, role: role, evidence: evidence)
      } else if type == "WORKS_FOR", kind == .person, isServant {
        add("WORKS_FOR", entity, owner, role: role, evidence: evidence)
      }
      return
    }
    add(type == "REPRESENTS" ? "WORKS_FOR" : type, entity, owner, role: role, evidence: evidence)
  }

  mutating func readRelative(of entity: Int, _ phrase: Int, _ head: String) {
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
  mutating func readOrganization(_ entity: Int, _ phrase: Int) {
    let range = annotations.phrases[phrase].tokens
    let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    if let possessor = annotations.phrases[phrase].possessor, let owner = annotations.entity(ofPhrase: possessor) {
      readStanding(of: entity, head, to: owner, isNamed: annotations.phrases[possessor].kind != .pronoun, range)
    }
    // "an Orbex subsidiary"
    for index in annotations.mentions(beginningIn: range)
    where annotations.mentions[index].phrase == nil
      && ["subsidiary", "affiliate", "unit", "offshoot", "mission", "agency", "panel", "tribunal", "body"].contains(head)
    {
      if let owner = annotations.mentions[index].entity, kind(owner) == .organization {
        readStanding(of: entity, head, to: owner, isNamed: true, range)
      }
    }
    // "an AQIM splinter group"
    if range.contains(where: { ["splinter", "breakaway", "dissident"].contains(tokens[$0].lower) }) {
      for index in annotations.mentions(beginningIn: range) where annotations.mentions[index].form == .name {
        if let parent = annotations.mentions[index].entity, annotations.entities[parent].kind == .organization {
          add("SPLIT_FROM", entity, parent, evidence: range)
        }
      }
    }
    let end = range.upperBound
    guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0,
      let target = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
    else { return }
    let evidence = evidenceBegin(entity, range)..<annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
    let kind = annotations.entities[target].kind
    if ["of", "for", "to"].contains(tokens[end].lower) { readStanding(of: entity, head, to: target, isNamed: true, evidence) }
    if tokens[end].lower == "in", kind == .place {
      // "the company's office in Stanmoor" says where the company is.
      let owner = ["office", "headquarters"].contains(head) ? ownerOf(phrase) : nil
      let isOwned = owner.map { annotations.entities[$0].kind == .organization } ?? false
      add("BASED_IN", isOwned ? owner! : entity, target, evidence: evidence)
    }
  }

  /// "Sorel's firm", "Kepp's clinic": whose it is.
  private static let possessions: [String: String] = [
    "firm": "OWNS", "company": "OWNS", "business": "OWNS", "shop": "OWNS", "restaurant": "OWNS", "clinic": "LEADS",
    "practice": "LEADS",
    "charity": "LEADS", "foundation": "LEADS", "militia": "LEADS", "gang": "LEADS", "faction": "LEADS", "movement": "LEADS",
  ]

  /// What a noun for an organisation says of its standing to another: "a unit of X", "its parent", "their supplier".
  private mutating func readStanding(of entity: Int, _ head: String, to owner: Int, isNamed: Bool, _ evidence: Range<Int>) {
    guard kind(owner) == .organization || kind(owner) == .person && ["rival", "opponent", "ally"].contains(head) else {
      if kind(owner) == .person, isNamed, let type = Self.possessions[head] { add(type, owner, entity, evidence: evidence) }
      if head == "operator", kind(owner) == .place || kind(owner) == .asset { add("LEADS", entity, owner, evidence: evidence) }
      return
    }
    switch head {
    case "wing", "unit", "subsidiary", "board", "branch", "arm", "division", "faction", "committee", "council", "secretariat",
      "cell",
      "section", "chapter", "panel", "mission", "agency", "tribunal", "body":
      if isNamed || !annotations.entities[entity].isAnonymous { add("PART_OF", entity, owner, evidence: evidence) }
      if head == "subsidiary", isNamed { add("OWNS", owner, entity, evidence: evidence) }
    case "offshoot", "affiliate": add("AFFILIATED_WITH", entity, owner, evidence: evidence)
    case "parent", "owner", "shareholder", "proprietor": add("OWNS", entity, owner, evidence: evidence)
    case "supplier": add("SUPPLIES", entity, owner, evidence: evidence)
    case "rival", "opponent", "enemy", "foe", "adversary": add("OPPOSES", entity, owner, evidence: evidence)
    case "ally": add("ALLIED_WITH", entity, owner, evidence: evidence)
    default: break
    }
  }
}
