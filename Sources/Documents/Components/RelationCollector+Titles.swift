// What stands right before a name: titles, kin, and places of work behind it.
extension RelationCollector {
  /// "AQIM regional leader X", "French President X", "Acme chief executive X": the words right before a name.
  mutating func readTitles() {
    for mention in annotations.mentions where mention.form == .name && mention.kind == .person {
      if let entity = mention.entity { readAffiliation(of: mention, entity) }
      if let entity = mention.entity, let phrase = mention.phrase { readKin(of: mention, entity, phrase) }
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
      for index in annotations.mentions(beginningIn: range.lowerBound..<title.lowerBound) {
        let modifier = annotations.mentions[index]
        guard modifier.phrase == nil, modifier.tokens.upperBound <= title.lowerBound else { continue }
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
      // "Prime Minister Nino Beridze of Orghia"
      let end = range.upperBound
      if owner == nil, end + 1 < tokens.count, tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0,
        let found = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1]),
        annotations.entities[found].kind == .place
      {
        owner = (found, title.lowerBound)
      }
      if owner == nil, !hasPart(entity, type), let found = impliedOwner(head, title) { owner = (found, title.lowerBound) }
      if let owner { addRole(type, entity, owner.entity, role, owner.begin..<mention.tokens.upperBound) }
      if owner == nil, ["president", "premier", "king", "queen"].contains(head) || heads.contains("prime"),
        let country = mainCountry()
      {
        add("LEADS", entity, country, role: role, evidence: title.lowerBound..<mention.tokens.upperBound)
      }
    }
  }

  /// "Her nephew Marcus": kin before the name, and whose.
  private mutating func readKin(of mention: Mention, _ entity: Int, _ phrase: Int) {
    let range = annotations.phrases[phrase].tokens
    guard mention.tokens.lowerBound > range.lowerBound, let possessor = annotations.phrases[phrase].possessor,
      let other = annotations.entity(ofPhrase: possessor), annotations.entities[other].kind == .person
    else { return }
    let noun = tokens[mention.tokens.lowerBound - 1].lower
    guard HumanNouns.familyNouns.contains(noun) else { return }
    add("RELATIVE_OF", entity, other, role: noun, evidence: range)
  }

  /// "Professor Hanno Vries of the Technical University", "Ann Lee from Acme": a name and where its bearer works.
  mutating func readAffiliation(of mention: Mention, _ entity: Int) {
    guard let phrase = mention.phrase else { return }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, ["of", "from", "at"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0
    else { return }
    let next = annotations.phraseStartingAt[end + 1]
    let named = annotations.mentionOfPhrase[next]
    guard named >= 0, annotations.mentions[named].form == .name, let target = annotations.mentions[named].entity,
      annotations.entities[target].kind == .organization
        || tokens[end].lower == "of" && annotations.entities[target].kind == .place
    else { return }
    if annotations.entities[target].kind == .place {
      let isCity = Gazetteer.places[NameFolding.folded(annotations.entities[target].name)] == .city
      let isOffice = PhraseShape(annotations.phrases[phrase], annotations).titleTokens != nil
      if !isCity, !isOffice { add("CITIZEN_OF", entity, target, evidence: mention.tokens.lowerBound..<(end + 2)) }
      return
    }
    let type = tokens[end].lower == "of" && isParty(target) ? "MEMBER_OF" : "WORKS_FOR"
    add(type, entity, target, evidence: mention.tokens.lowerBound..<annotations.phrases[next].tokens.upperBound)
  }

  /// Parties and unions have members.
  private func isParty(_ entity: Int) -> Bool {
    !view(entity).words.isDisjoint(with: [
      "party", "union", "alliance", "front", "movement", "coalition", "league", "rally", "greens", "democrats", "socialists",
      "bloc", "list",
      "left",
    ])
  }

  /// The country of the dateline, which "President X" without more leads.
  func mainCountry() -> Int? {
    guard let dateline = annotations.sentences.first(where: { $0.kind == .dateline }) else { return nil }
    let places = annotations.mentions.filter { dateline.tokens.contains($0.head) && $0.kind == .place }.compactMap(\.entity)
    return places.count >= 2 ? places.last : nil
  }
}
