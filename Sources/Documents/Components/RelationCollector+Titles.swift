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
        let type = heads.contains("prime") ? "LEADS" : RoleNouns.type(head)
      else { continue }
      let role = annotations.text(of: title)
      let range = annotations.phrases[phrase].tokens
      var owner: (entity: Int, begin: Int)?
      let office = title.last { RoleNouns.type(Suffixes.singular(tokens[$0].lower)) != nil } ?? title.lowerBound
      for index in annotations.mentions(beginningIn: range.lowerBound..<max(range.lowerBound, office)) {
        let modifier = annotations.mentions[index]
        guard modifier.phrase == nil, modifier.tokens.upperBound <= office else { continue }
        if let found = modifier.entity, isOffice(head, type, of: found) { owner = (found, modifier.tokens.lowerBound) }
      }
      // "Border Agency officer Lucy Tran"; but whose a rank is its bearer’s name does not say.
      if RoleNouns.isRank(head), head != "captain" {
        if let owner, kind(owner.entity) == .organization, !annotations.entities[owner.entity].isAnonymous {
          addRole(type, entity, owner.entity, role, owner.begin..<mention.tokens.upperBound)
        }
        continue
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
      // "school board President Aileen Tolbert"
      if owner == nil, let at = (range.lowerBound..<title.upperBound).last(where: { bodyNoun(at: $0) != nil }),
        let found = self.owner(named: tokens[at].lower, before: at)
      {
        owner = (found, range.lowerBound)
      }
      if owner == nil, !hasPart(entity, type), let found = impliedOwner(head, title) { owner = (found, title.lowerBound) }
      // "Oslo United captain Tom Reed", but an army captain leads no army.
      if head == "captain", owner.map({ annotations.entities[$0.entity].isAnonymous || kind($0.entity) != .organization }) ?? true
      {
        continue
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
  mutating func readAffiliation(of mention: Mention, _ entity: Int) {
    guard let phrase = mention.phrase else { return }
    var end = annotations.phrases[phrase].tokens.upperBound
    // "Ana Costa, 34, from Porto"
    if end + 3 < tokens.count, tokens[end].form == ",", tokens[end + 1].kind == .number, tokens[end + 2].form == "," { end += 2 }
    let isAged = end > annotations.phrases[phrase].tokens.upperBound
    // "Daniel Roth, for the Civic Union, said"; "Ann Lee, formerly of Acme,"; "Rhona Beck, Port Sallow" where nothing else is
    // said.
    if end + 2 < tokens.count, tokens[end].form == ",", Self.times.contains(tokens[end + 1].lower),
      ["of", "from", "with", "at"].contains(tokens[end + 2].lower)
    {
      end += 1
    }
    let isInserted =
      end + 2 < tokens.count && (tokens[end].form == "," || Self.times.contains(tokens[end].lower))
      && (["for", "of", "from"].contains(tokens[end + 1].lower) || Self.times.contains(tokens[end].lower))
    if isInserted { end += 1 }
    let isErrand =
      !isInserted && end < tokens.count && tokens[end].lower == "for"
      && annotations.clauses(around: end).contains { ["sign", "appear"].contains(annotations.clauses[$0].lemma) }
    let isListed = !isInserted && end + 1 < tokens.count && tokens[end].form == "," && isVerbless(end)
    var role: Int?
    if isListed, annotations.phraseStartingAt[end + 1] >= 0 {
      // "Lucie Amrein, press officer, Open Wards"
      let office = annotations.phrases[annotations.phraseStartingAt[end + 1]]
      if office.kind == .common, office.tokens.upperBound + 1 < tokens.count, tokens[office.tokens.upperBound].form == ",",
        HumanNouns.describesHuman(Suffixes.singular(tokens[office.head].lower))
      {
        role = annotations.phraseStartingAt[end + 1]
        end = office.tokens.upperBound
      }
    }
    guard end + 1 < tokens.count, isInserted || isListed || isErrand || ["of", "from", "at", "("].contains(tokens[end].lower),
      annotations.phraseStartingAt[end + 1] >= 0
    else { return }
    let next = annotations.phraseStartingAt[end + 1]
    var behind = annotations.phrases[next].tokens.upperBound
    // "of the Union for Reform (UR),"
    if isInserted, behind + 3 < tokens.count, tokens[behind].form == "(", tokens[behind + 2].form == ")" { behind += 3 }
    // "of the Halden First list"
    let modifier = annotations.mentions(beginningIn: annotations.phrases[next].tokens).first {
      annotations.mentions[$0].phrase == nil && annotations.mentions[$0].kind == .organization
    }
    let isOfBody = annotations.phrases[next].kind == .common && isParty(tokens[annotations.phrases[next].head].lower)
    let named = isOfBody ? modifier ?? annotations.mentionOfPhrase[next] : annotations.mentionOfPhrase[next]
    guard named >= 0, annotations.mentions[named].form == .name || isErrand || tokens[end].lower == "of" && isBody(named),
      let target = annotations.mentions[named].entity,
      annotations.mentions[named].tokens.lowerBound <= end + 2 || isQualified(annotations.mentions[named], behind: end),
      annotations.entities[target].kind == .organization || isPolice(target)
        || ["of", "from", ","].contains(tokens[end].lower) && annotations.entities[target].kind == .place
        || isInserted && tokens[end].lower == "for" && annotations.entities[target].kind == .person,
      !isInserted && tokens[end].form != "(" || behind < tokens.count && [",", ")"].contains(tokens[behind].form)
    else { return }
    let evidence = mention.tokens.lowerBound..<behind
    if annotations.entities[target].kind == .place {
      let isCity = Gazetteer.places[NameFolding.folded(annotations.entities[target].name)] == .city
      let isOffice = PhraseShape(annotations.phrases[phrase], annotations).titleTokens != nil
      if tokens[end].lower == "from" || isAged && tokens[end].lower == "of" {
        let isCountry = Gazetteer.places[NameFolding.folded(annotations.entities[target].name)] == .country
        add(isCountry ? "CITIZEN_OF" : "LOCATED_IN", entity, target, evidence: evidence)
      } else if isListed {
        if behind >= tokens.count || tokens[behind].form != "," { add("LOCATED_IN", entity, target, evidence: evidence) }
      } else if !isCity, !isOffice {
        add("CITIZEN_OF", entity, target, evidence: evidence)
      }
      return
    }
    if annotations.entities[target].kind == .person { return add("REPRESENTS", entity, target, evidence: evidence) }
    if let role, let type = RoleNouns.typeAtWork(Suffixes.singular(tokens[annotations.phrases[role].head].lower)) {
      return addRole(type, entity, target, self.role(role), evidence)
    }
    let isMember = ["of", "("].contains(tokens[end].lower) || isInserted
    add(isMember && (isOfBody || isParty(target)) ? "MEMBER_OF" : "WORKS_FOR", entity, target, evidence: evidence)
  }

  /// "of the ruling Unity Party": nothing but an article and adjectives before the name.
  private func isQualified(_ mention: Mention, behind token: Int) -> Bool {
    mention.kind == .organization
      && (token + 1..<mention.tokens.lowerBound).allSatisfy {
        [.determiner, .adjective, .verbGerund, .noun].contains(annotations.tags[$0])
      }
  }

  private static let times: Set<String> = [
    "formerly", "previously", "lately", "late", "once", "now", "then", "currently", "originally",
  ]

  /// "of the border police", "of the water company": a body that the text only describes.
  private func isBody(_ mention: Int) -> Bool {
    guard let phrase = annotations.mentions[mention].phrase, let entity = annotations.mentions[mention].entity else {
      return false
    }
    return (kind(entity) == .organization || isPolice(entity))
      && (annotations.phrases[phrase].possessor != nil || tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "the")
  }

  /// A line of a list: no verb between the semicolons, dashes or stops around it.
  private func isVerbless(_ token: Int) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: token)].tokens
    func isEdge(_ index: Int) -> Bool { [";", "–", "—", "•", "-", ":"].contains(tokens[index].form) }
    let begin = (sentence.lowerBound..<token).last { isEdge($0) } ?? sentence.lowerBound
    let end = (token..<sentence.upperBound).first { isEdge($0) } ?? sentence.upperBound
    return end - begin < 24
      && !(begin..<end).contains {
        annotations.tags[$0].isVerb || [.auxiliary, .modal, .relative].contains(annotations.tags[$0])
      }
  }

  /// Parties and unions have members.
  func isParty(_ entity: Int) -> Bool { !view(entity).words.isDisjoint(with: Self.parties) }

  private func isParty(_ noun: String) -> Bool { Self.parties.contains(noun) }

  private static let parties: Set<String> = [
    "party", "union", "alliance", "front", "movement", "coalition", "league", "rally", "greens", "democrats", "socialists",
    "bloc", "list", "left", "slate", "ticket", "faction", "caucus",
  ]

  /// The country of the dateline, which "President X" without more leads.
  func mainCountry() -> Int? {
    guard let dateline = annotations.sentences.first(where: { $0.kind == .dateline }) else { return nil }
    let places = annotations.mentions.filter { dateline.tokens.contains($0.head) && $0.kind == .place }.compactMap(\.entity)
    return places.count >= 2 ? places.last : nil
  }
}
