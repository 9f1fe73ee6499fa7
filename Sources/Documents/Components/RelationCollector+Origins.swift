// Where people and organisations come from: adjectives of nationality, "from", "-based".
extension RelationCollector {
  mutating func readOrigins() {
    for mention in annotations.mentions where mention.form == .description || mention.form == .name {
      guard let entity = mention.entity, let phrase = mention.phrase else { continue }
      readNationality(of: entity, phrase, mention)
      if mention.form == .description { readFrom(entity, phrase, mention) }
    }
    for mention in annotations.mentions where mention.form == .name && mention.kind == .organization { readMother(of: mention) }
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
          between.contains(where: { isTrade($0) })
        {
          add("CITIZEN_OF", entity, place, evidence: evidence)
        }
      } else if between.contains(where: { isBusiness(tokens[$0].lower) }) {
        add("BASED_IN", entity, place, evidence: evidence)
      }
    }
  }

  private func isTrade(_ token: Int) -> Bool { HumanNouns.describesHuman(Suffixes.singular(tokens[token].lower)) }

  private static let publicOffices = WordList.set(
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
    guard annotations.phrases[next].kind == .name, let place = annotations.entity(ofPhrase: next), kind(place) == .place else {
      return
    }
    let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
    let isDweller = ["resident", "inhabitant", "villager", "people", "citizen"].contains(head) && tokens[end].lower == "of"
    guard tokens[end].lower == "from" || isDweller, head != "citizen" else { return }
    let evidence = annotations.phrases[phrase].tokens.lowerBound..<annotations.phrases[next].tokens.upperBound
    let isCountry = Gazetteer.places[NameFolding.folded(annotations.entities[place].name)] == .country
    let type = isCountry && kind(entity) == .person && !isDweller ? "CITIZEN_OF" : "LOCATED_IN"
    add(type, entity, place, evidence: evidence)
  }

  /// "the UN Panel of Experts": a body that bears the name of the one that it is part of.
  private mutating func readMother(of mention: Mention) {
    guard let entity = mention.entity else { return }
    // "the WTU’s Integrity Unit"
    if let phrase = mention.phrase, let owner = ownerOf(phrase), kind(owner) == .organization,
      annotations.phrases[annotations.phrases[phrase].possessor!].kind == .name,
      OrganizationNouns.isPointer(tokens[mention.head].lower)
        || OrganizationNouns.commonHeads.contains(tokens[mention.head].lower)
    {
      add("PART_OF", entity, owner, evidence: annotations.phrases[phrase].tokens)
    }
    guard mention.tokens.count > 1 else { return }
    let first = tokens[mention.tokens.lowerBound].lower
    guard ["un", "u.n.", "eu", "au", "nato"].contains(first), let mother = OrganizationNouns.known[first],
      let target = annotations.entities.firstIndex(where: { $0.kind == .organization && $0.name == mother })
    else { return }
    add("PART_OF", entity, target, evidence: mention.tokens)
  }
}
