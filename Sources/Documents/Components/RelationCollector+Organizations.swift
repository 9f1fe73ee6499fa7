// What a description says of an organisation's standing to another.
extension RelationCollector {
  /// "a unit of X", "X's political office", "a faction of Y", "a subsidiary of Z".
  mutating func readOrganization(_ entity: Int, _ phrase: Int) {
    let range = annotations.phrases[phrase].tokens
    let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    if let possessor = annotations.phrases[phrase].possessor, let owner = annotations.entity(ofPhrase: possessor) {
      readStanding(of: entity, head, to: owner, isNamed: annotations.phrases[possessor].kind != .pronoun, range)
    }
    // "Torrent Mining said a subsidiary, Alto Verde, had stopped"
    let isOne = ["a", "an", "one"].contains(tokens[range.lowerBound].lower) && range.count == 2
    if isOne, ["subsidiary", "affiliate", "unit", "offshoot"].contains(head), !annotations.entities[entity].isAnonymous,
      range.upperBound < tokens.count, tokens[range.upperBound].form == ",",
      let owner = subjectOrganization(before: range.lowerBound, where: { $0.index != entity })
    {
      readStanding(of: entity, head, to: owner, isNamed: true, range)
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
    // "an AQIM splinter group", "a splinter group of AQIM"
    let isSplinter = range.contains { ["splinter", "breakaway", "dissident", "renegade"].contains(tokens[$0].lower) }
    if isSplinter {
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
    if isSplinter, ["of", "from", "within"].contains(tokens[end].lower), kind == .organization {
      return add("SPLIT_FROM", entity, target, evidence: evidence)
    }
    if ["of", "for", "to"].contains(tokens[end].lower) || tokens[end].lower == "in" && kind == .organization {
      readStanding(of: entity, head, to: target, isNamed: true, evidence)
    }
    if tokens[end].lower == "in", kind == .place {
      // "the company's office in Stanmoor" says where the company is.
      let owner = ["office", "headquarters"].contains(head) ? ownerOf(phrase) : nil
      let isOwned = owner.map { annotations.entities[$0].kind == .organization } ?? false
      add("BASED_IN", isOwned ? owner! : entity, target, evidence: evidence)
    }
  }

  /// "its larger rival Adria", "Acme’s subsidiary Norda": the noun between a possessor and a name.
  mutating func readTitled(_ mention: Mention) {
    guard let entity = mention.entity, let phrase = mention.phrase, let possessor = annotations.phrases[phrase].possessor,
      let owner = annotations.entity(ofPhrase: possessor), owner != entity,
      mention.tokens.lowerBound > annotations.phrases[phrase].tokens.lowerBound,
      annotations.tags[mention.tokens.lowerBound - 1] == .noun
    else { return }
    let noun = tokens[mention.tokens.lowerBound - 1].lower
    let isNamed = annotations.phrases[possessor].kind != .pronoun || tokens[annotations.phrases[possessor].head].lower == "whose"
    readStanding(of: entity, noun, to: owner, isNamed: isNamed, annotations.phrases[phrase].tokens)
  }

  /// Parts that an organisation has but once or that have a name: worth a relation without one.
  private static let organs = WordList.set(
    """
    wing unit subsidiary board branch arm division faction committee council secretariat cell section chapter panel mission agency
    tribunal body affiliate offshoot directorate
    """)

  /// "Sorel's firm", "Kepp's clinic": whose it is.
  private static let possessions: [String: String] = [
    "firm": "OWNS", "company": "OWNS", "business": "OWNS", "shop": "OWNS", "restaurant": "OWNS", "clinic": "LEADS",
    "practice": "LEADS",
    "charity": "LEADS", "foundation": "LEADS", "militia": "LEADS", "gang": "LEADS", "faction": "LEADS", "movement": "LEADS",
  ]

  /// "her party", "his former employer": what somebody is in, by name or by a pronoun.
  private static let memberships: [String: String] = [
    "party": "MEMBER_OF", "union": "MEMBER_OF", "club": "MEMBER_OF", "team": "MEMBER_OF", "regiment": "MEMBER_OF",
    "church": "MEMBER_OF", "list": "MEMBER_OF", "employer": "WORKS_FOR",
  ]

  /// What a noun for an organisation says of its standing to another: "a unit of X", "its parent", "their supplier".
  private mutating func readStanding(of entity: Int, _ head: String, to owner: Int, isNamed: Bool, _ evidence: Range<Int>) {
    if kind(owner) == .person, isNamed, ["front", "vehicle", "shell", "nominee", "brainchild", "creation"].contains(head) {
      let isWork = ["brainchild", "creation"].contains(head)
      return add(isWork ? "FOUNDED" : "OWNS", owner, entity, evidence: evidence)
    }
    guard
      kind(owner) == .organization || isPolice(owner) || kind(owner) == .person && ["rival", "opponent", "ally"].contains(head)
        || kind(owner) == .place && ["rival", "opponent", "ally", "enemy", "foe", "adversary"].contains(head)
    else {
      if kind(owner) == .person, isNamed, let type = Self.possessions[head] { add(type, owner, entity, evidence: evidence) }
      if kind(owner) == .person, let type = Self.memberships[head], !annotations.entities[entity].isAnonymous {
        add(type, owner, entity, evidence: evidence)
      }
      if ["owner", "proprietor"].contains(head), kind(owner) == .asset || isSite(owner) {
        add("OWNS", entity, owner, evidence: evidence)
      }
      if head == "operator", kind(owner) == .place || kind(owner) == .asset { add("LEADS", entity, owner, evidence: evidence) }
      return
    }
    if evidence.contains(where: { tokens[$0].lower == "sister" }) {
      return add("AFFILIATED_WITH", entity, owner, evidence: evidence)
    }
    if evidence.contains(where: { tokens[$0].lower == "parent" }), ["company", "group", "firm", "corporation"].contains(head) {
      return add("OWNS", entity, owner, evidence: evidence)
    }
    if head == "subsidiary", !annotations.entities[entity].isAnonymous { add("OWNS", owner, entity, evidence: evidence) }
    switch head {
    case let part where Self.organs.contains(part) || Self.partNouns.contains(part) && !annotations.entities[entity].isAnonymous:
      if isNamed || !annotations.entities[entity].isAnonymous { add("PART_OF", entity, owner, evidence: evidence) }
    case "partner", "sponsor": add("AFFILIATED_WITH", entity, owner, evidence: evidence)
    case "parent", "owner", "shareholder", "proprietor", "publisher": add("OWNS", entity, owner, evidence: evidence)
    case "supplier", "contractor", "subcontractor", "haulier", "caterer", "distributor", "vendor", "manufacturer", "hauler":
      add("SUPPLIES", entity, owner, evidence: evidence)
    case "customer", "client", "buyer": add("SUPPLIES", owner, entity, evidence: evidence)
    case "front", "vehicle", "shell", "nominee": add("OWNS", owner, entity, evidence: evidence)
    case "rival", "opponent", "enemy", "foe", "adversary", "competitor": add("OPPOSES", entity, owner, evidence: evidence)
    case "ally": add("ALLIED_WITH", entity, owner, evidence: evidence)
    default: break
    }
  }
}
