// Where people and organisations come from: adjectives of nationality, "from", "-based".
extension RelationCollector {
  mutating func readOrigins() {
    for mention in annotations.mentions where mention.form == .description || mention.form == .name {
      guard let entity = mention.entity, let phrase = mention.phrase else { continue }
      readNationality(of: entity, phrase, mention)
      if mention.form == .description { readFrom(entity, phrase, mention) }
    }
    for mention in annotations.mentions where mention.form == .name && mention.kind == .organization { readMother(of: mention) }
    for mention in annotations.mentions where mention.form == .adjective { readPapers(mention) }
    for token in tokens.indices where tokens[token].lower.utf8.contains(UInt8(ascii: "-")) { readCompound(token) }
  }

  /// "who holds a Maltese passport", "of Maltese nationality", "is a Cypriot".
  private mutating func readPapers(_ adjective: Mention) {
    guard let country = adjective.entity, kind(country) == .place else { return }
    // "Milan Kos, a Slovenian,"
    if let phrase = annotations.phrase(at: adjective.head), annotations.phrases[phrase].head == adjective.head,
      annotations.mentionOfPhrase[phrase] >= 0, let person = annotations.entity(ofPhrase: phrase), kind(person) == .person
    {
      return add("CITIZEN_OF", person, country, evidence: annotations.phrases[phrase].tokens)
    }
    // "Somali and British citizenship"
    var at = adjective.tokens.upperBound
    if at + 2 < tokens.count, tokens[at].lower == "and",
      let other = annotations.mentions(beginningIn: at + 1..<at + 2).first(where: { annotations.mentions[$0].form == .adjective })
    {
      at = annotations.mentions[other].tokens.upperBound
    }
    guard at < tokens.count else { return }
    let noun = tokens[at].lower
    guard ["passport", "nationality", "citizenship", "citizen", "national"].contains(noun) else { return }
    var begin = adjective.tokens.lowerBound
    while begin > 0, [.determiner, .adjective].contains(annotations.tags[begin - 1]) { begin -= 1 }
    let phrase = annotations.phraseOfToken[at]
    let clause = annotations.clauses(around: adjective.head).first { index in
      let clause = annotations.clauses[index]
      return Self.holding.contains(clause.lemma) && clause.objects.contains(phrase) && !clause.isNegated && clause.modal == nil
        && !clause.isFuture
    }
    var bearer = clause.flatMap { annotations.clauses[$0].subjects.first }.flatMap { annotations.entity(ofPhrase: $0) }
    if bearer == nil, begin > 1, annotations.phraseOfToken[begin - 2] >= 0,
      // "Ana Costa, a Portuguese national living in Ghent"
      ["of", "with"].contains(tokens[begin - 1].lower)
        || tokens[begin - 1].form == "," && ["national", "citizen"].contains(noun)
    {
      bearer = annotations.entity(ofPhrase: annotations.phraseOfToken[begin - 2])
    }
    guard let bearer, kind(bearer) == .person, !annotations.entities[bearer].isAnonymous else { return }
    add("CITIZEN_OF", bearer, country, evidence: begin..<(at + 1))
  }

  private static let holding: Set<String> = ["hold", "have", "carry", "obtain", "acquire", "take", "receive", "keep", "possess"]

  /// "a pro-government militia", "the Iran-backed group", "the Kolar-owned mill".
  private mutating func readCompound(_ token: Int) {
    let parts = tokens[token].lower.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return }
    let (type, name): (String, String)
    if parts[0] == "pro" {
      (type, name) = ("AFFILIATED_WITH", parts[1])
    } else if parts[0] == "anti" {
      (type, name) = ("OPPOSES", parts[1])
    } else if let told = Self.compounds[parts[1]] {
      (type, name) = (told, parts[0])
    } else {
      return
    }
    guard let other = body(named: name), annotations.phraseOfToken[token] >= 0,
      let bearer = annotations.entity(ofPhrase: annotations.phraseOfToken[token]), bearer != other,
      [.organization, .asset].contains(kind(bearer)) || kind(bearer) == .person && type != "OWNS",
      !annotations.entities[bearer].isAnonymous
    else { return }
    let evidence = annotations.phrases[annotations.phraseOfToken[token]].tokens
    if ["AFFILIATED_WITH", "OPPOSES"].contains(type) {
      add(type, bearer, other, evidence: evidence)
    } else {
      add(type, other, bearer, evidence: evidence)
    }
  }

  private static let compounds: [String: String] = [
    "backed": "ALLIED_WITH", "sponsored": "ALLIED_WITH", "funded": "ALLIED_WITH", "financed": "ALLIED_WITH",
    "supported": "ALLIED_WITH", "aligned": "AFFILIATED_WITH", "linked": "AFFILIATED_WITH", "affiliated": "AFFILIATED_WITH",
    "allied": "AFFILIATED_WITH", "owned": "OWNS", "controlled": "OWNS",
  ]

  /// The organisation or the country that a lower-case word means.
  private func body(named lower: String) -> Int? {
    let country = Gazetteer.demonyms[lower].map { NameFolding.folded($0) }
    return annotations.entities.indices.first { index in
      let entity = annotations.entities[index]
      guard entity.kind == .organization || entity.kind == .place, !entity.mentions.isEmpty else { return false }
      let name = NameFolding.folded(entity.name)
      return name == lower || name == country || entity.aliases.contains { NameFolding.folded($0) == lower }
        || entity.kind == .organization && entity.heads.contains(lower)
          && ["government", "army", "opposition", "regime"].contains(lower)
    }
  }

  /// "a Velstani businessman", "a Greek company", "a London fund".
  private mutating func readNationality(of entity: Int, _ phrase: Int, _ mention: Mention) {
    let range = annotations.phrases[phrase].tokens
    guard [.person, .organization].contains(kind(entity)), !annotations.entities[entity].isAnonymous else { return }
    let end = mention.form == .name ? mention.tokens.lowerBound : annotations.phrases[phrase].head
    for index in annotations.mentions(beginningIn: range.lowerBound..<max(range.lowerBound, end)) {
      let modifier = annotations.mentions[index]
      guard modifier.phrase == nil, let place = modifier.entity, kind(place) == .place, modifier.tokens.upperBound <= end else {
        continue
      }
      let between = modifier.tokens.upperBound..<max(modifier.tokens.upperBound, mention.form == .name ? end : end + 1)
      let evidence = range.lowerBound..<range.upperBound
      if kind(entity) == .person {
        // An office of the country is none of its citizens' trades.
        let holdsOffice = between.contains { token in
          let type = RoleNouns.type(Suffixes.singular(tokens[token].lower))
          return ["LEADS", "WORKS_FOR"].contains(type ?? "")
            && Self.publicOffices.contains(Suffixes.singular(tokens[token].lower))
        }
        if !holdsOffice, modifier.form == .adjective, !tokens[modifier.head].lower.hasSuffix("-based"),
          mention.form == .name && between.isEmpty || between.contains(where: { isTrade($0) })
        {
          add("CITIZEN_OF", entity, place, evidence: evidence)
        }
      } else if tokens[modifier.head].lower.hasSuffix("-based") || between.contains(where: { isBusiness(tokens[$0].lower) }) {
        add("BASED_IN", entity, place, evidence: evidence)
      }
    }
  }

  private func isTrade(_ token: Int) -> Bool {
    HumanNouns.describesHuman(Suffixes.singular(tokens[token].lower)) || annotations.nominalTypes[token] == .person
      || Occupations.isMade(tokens[token].lower)
  }

  static let publicOffices = WordList.set(
    """
    president vice-president premier minister secretary ambassador envoy consul king queen prince princess emir sultan
    governor general
    colonel major captain lieutenant commander officer official soldier spokesman spokeswoman spokesperson diplomat prosecutor
    judge
    negotiator mediator delegate lawmaker senator congressman legislator deputy leader chief chancellor
    """)

  private func isBusiness(_ lower: String) -> Bool {
    OrganizationNouns.commonHeads.contains(lower) && !Self.organs.contains(lower)
      || OrganizationNouns.pointers.contains(lower)
        && !Self.organs.contains(lower)
  }

  private static let organs = WordList.set(
    """
    army navy government ministry parliament cabinet court tribunal council police military opposition regime administration
    congress
    senate judiciary prosecution embassy consulate legislature treasury delegation mission force board committee commission jury
    movement faction militia brigade battalion regiment coalition alliance front junta group
    """
  ).subtracting(["group"])

  /// "a welder from Gdynia", "residents of Low Street".
  private mutating func readFrom(_ entity: Int, _ phrase: Int, _ mention: Mention) {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard [.person, .group].contains(kind(entity)), end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0 else {
      return
    }
    let next = annotations.phraseStartingAt[end + 1]
    // "a farmer from Lhota", "a farmer from the village of Lhota"
    guard let place = annotations.entity(ofPhrase: next), kind(place) == .place,
      annotations.phrases[next].kind == .name || tokens[end].lower == "from" && !annotations.entities[place].isAnonymous
    else { return }
    let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    let isDweller =
      tokens[end].lower == "of"
      && (["resident", "inhabitant", "villager", "people", "native"].contains(head)
        || kind(entity) == .group && Self.townsfolk.contains(head))
    guard tokens[end].lower == "from" || isDweller, head != "citizen" else { return }
    let evidence = annotations.phrases[phrase].tokens.lowerBound..<annotations.phrases[next].tokens.upperBound
    let isCountry = Gazetteer.places[NameFolding.folded(annotations.entities[place].name)] == .country
    let type = isCountry && kind(entity) == .person && !isDweller ? "CITIZEN_OF" : "LOCATED_IN"
    add(type, entity, place, evidence: evidence)
  }

  private static let townsfolk = WordList.set(
    "person woman man farmer fisherman family child parent elder voter mother villager trader shopkeeper herder neighbour people")

  /// "the African Union, whose Peace and Security Council", "Prime Minister Leo Ferrand, whose Centre Party",
  /// "Finland’s Elisata":
  /// a body by name behind whose it is.
  private mutating func readHolder(of entity: Int, _ phrase: Int) {
    guard let possessor = annotations.phrases[phrase].possessor, let owner = annotations.entity(ofPhrase: possessor) else {
      return
    }
    let evidence = annotations.phrases[phrase].tokens
    let isWhose = tokens[annotations.phrases[possessor].head].lower == "whose"
    switch kind(owner) {
    case .organization where isWhose:
      if view(entity).isCompany {
        add("OWNS", owner, entity, evidence: evidence)
      } else {
        add("PART_OF", entity, owner, evidence: evidence)
      }
    case .person where isParty(entity):
      add(governs(owner) ? "LEADS" : "MEMBER_OF", owner, entity, evidence: evidence)
    case .place
    where annotations.phrases[possessor].kind == .name && !evidence.contains(where: { Self.isOrgan(tokens[$0].lower) }):
      add("BASED_IN", entity, owner, evidence: evidence)
    default: break
    }
  }

  /// Whether the text calls somebody by an office that goes to whoever leads the party in power.
  private func governs(_ person: Int) -> Bool {
    found.contains { $0.source == person && $0.type == "LEADS" && kind($0.target) == .place }
      || !annotations.entities[person].heads.isDisjoint(with: ["premier", "chancellor"])
      || annotations.entities[person].mentions.contains { index in
        let begin = annotations.mentions[index].tokens.lowerBound
        return begin > 1 && tokens[begin - 1].lower == "minister" && tokens[begin - 2].lower == "prime"
      }
  }

  private static func isOrgan(_ lower: String) -> Bool {
    organs.contains(lower) || ["party", "union", "bank", "agency", "office", "service", "guard", "corps", "team"].contains(lower)
  }

  /// "the UN Panel of Experts": a body that bears the name of the one that it is part of.
  private mutating func readMother(of mention: Mention) {
    guard let entity = mention.entity else { return }
    // "the WTU’s Integrity Unit"
    if let phrase = mention.phrase, let owner = ownerOf(phrase), kind(owner) == .organization,
      annotations.phrases[annotations.phrases[phrase].possessor!].kind == .name,
      OrganizationNouns.isPointer(tokens[mention.head].lower) || Self.partNouns.contains(tokens[mention.head].lower)
        || OrganizationNouns.commonHeads.contains(tokens[mention.head].lower)
    {
      add("PART_OF", entity, owner, evidence: annotations.phrases[phrase].tokens)
    }
    if let phrase = mention.phrase { readHolder(of: entity, phrase) }
    guard mention.tokens.count > 1 else { return }
    let first = tokens[mention.tokens.lowerBound].lower
    guard ["un", "u.n.", "eu", "au", "nato"].contains(first), let mother = OrganizationNouns.known[first],
      let target = annotations.entities.firstIndex(where: { $0.kind == .organization && $0.name == mother })
    else { return }
    add("PART_OF", entity, target, evidence: mention.tokens)
  }
}
