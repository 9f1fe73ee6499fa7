// What lies where.
extension RelationCollector {
  /// "KESSARA, Sorvia", "Gao, Mali,", "Tarsa, a town on the Ulmen River", "the hospital in Tarsa", "X-based".
  mutating func readPlaces() {
    for mention in annotations.mentions where mention.form != .adjective && mention.form != .pronoun {
      if mention.kind == .asset { readVessel(mention) } else { readSite(mention) }
    }
    for mention in annotations.mentions where mention.kind == .place && mention.form != .adjective && mention.form != .pronoun {
      guard let source = mention.entity, let phrase = mention.phrase, !annotations.isInHeadline(mention.head) else { continue }
      let end = annotations.phrases[phrase].tokens.upperBound
      guard end + 1 < tokens.count else { continue }
      // "at Ndoro, in the highlands of Kasanga"
      let isApart = tokens[end].form == ","
      let inserted = area(behind: isApart ? end + 1 : end)
      let next = inserted ?? annotations.phraseStartingAt[end + 1]
      guard next >= 0, let target = annotations.entity(ofPhrase: next), annotations.entities[target].kind == .place,
        target != source
      else {
        continue
      }
      let evidence = mention.tokens.lowerBound..<annotations.phrases[next].tokens.upperBound
      // "Orlenia, whose port of Zhelnik"
      if isApart, tokens[annotations.phrases[next].tokens.lowerBound].lower == "whose" {
        add("LOCATED_IN", target, source, evidence: evidence)
        continue
      }
      let isComma =
        tokens[end].form == "," && mention.form == .name && closes(next)
        && (isLarger(target, than: source) || follows(mention) || isInDateline(mention))
      let named = annotations.mentionOfPhrase[next]
      let isPreposition =
        ["in", "at", "on", "of"].contains(tokens[end].lower) && named >= 0
        && (annotations.mentions[named].form == .name
          || annotations.mentions[named].form == .description
            && annotations.phrases[next].tokens.contains { annotations.tags[$0] == .name })
      if isComma || isPreposition || inserted != nil && (mention.form == .name || !isApart) {
        add("LOCATED_IN", source, target, evidence: evidence)
      }
    }
  }

  /// "the Lassa prison", "Orto's hospital": the town whose name a site bears; "Porto Claro, the Bandaran capital", "Lassa, the
  /// capital of Ozera".
  private mutating func readSite(_ mention: Mention) {
    guard let source = mention.entity, let phrase = mention.phrase, [.place, .organization].contains(kind(source)) else { return }
    let noun = tokens[mention.head].lower
    let isCapital = noun == "capital" && !annotations.entities[source].isAnonymous && kind(source) == .place
    guard isCapital || PlaceNouns.sites.contains(noun) && !annotations.isInHeadline(mention.head) else { return }
    let range = annotations.phrases[phrase].tokens
    if let owner = ownerOf(phrase), kind(owner) == .place { return add("LOCATED_IN", source, owner, evidence: range) }
    // "the firm’s Wick plant", "Acme’s refinery"
    if let owner = ownerOf(phrase), kind(owner) == .organization, kind(source) == .place, Self.works.contains(noun),
      !Description.isState(annotations.entities[owner].name)
    {
      add("OWNS", owner, source, evidence: range)
    }
    for index in annotations.mentions(beginningIn: range.lowerBound..<mention.head) {
      if let place = annotations.mentions[index].entity, kind(place) == .place, annotations.mentions[index].phrase == nil,
        isCapital || annotations.mentions[index].form == .name
      {
        add("LOCATED_IN", source, place, evidence: range)
      }
    }
    if isCapital {
      if range.upperBound + 1 < tokens.count, tokens[range.upperBound].lower == "of",
        annotations.phraseStartingAt[range.upperBound + 1] >= 0,
        let country = annotations.entity(ofPhrase: annotations.phraseStartingAt[range.upperBound + 1]), kind(country) == .place
      {
        add("LOCATED_IN", source, country, evidence: range)
      }
    } else if mention.tokens.count > 1 {
      let name = NameFolding.folded(annotations.entities[source].name)
      let town = annotations.entities.indices.first { index in
        annotations.entities[index].kind == .place && index != source && !annotations.entities[index].mentions.isEmpty
          && name.hasPrefix(NameFolding.folded(annotations.entities[index].name) + " ")
      }
      if let town { add("LOCATED_IN", source, town, evidence: range) }
    }
  }

  /// What a firm has where something is made, kept or sold.
  private static let works = WordList.set(
    """
    factory plant mine quarry pit mill sawmill works workshop warehouse refinery shipyard yard depot terminal smelter foundry
    brickworks ironworks steelworks vineyard winery distillery brewery slaughterhouse abattoir hotel restaurant casino nightclub
    pub shop store supermarket farm ranch bakery colliery well rig platform pipeline substation landfill incinerator showroom
    garage marina oilfield gasfield coalmine goldmine boatyard hatchery greenhouse cannery tannery creamery clinic cinema
    """)

  /// "Kolar Shipping's tanker Aurora Star"
  private mutating func readVessel(_ mention: Mention) {
    guard mention.form == .name, let vessel = mention.entity, let phrase = mention.phrase, let owner = ownerOf(phrase),
      kind(owner) == .organization
        || kind(owner) == .person && annotations.phrases[annotations.phrases[phrase].possessor!].kind == .name
    else { return }
    add("OWNS", owner, vessel, evidence: annotations.phrases[phrase].tokens)
  }

  /// The named place of "in the highlands of Kasanga", which begins at a token.
  private func area(behind index: Int) -> Int? {
    guard index + 1 < tokens.count, ["in", "on", "at"].contains(tokens[index].lower) else { return nil }
    var phrase = annotations.phraseStartingAt[index + 1]
    if phrase >= 0, annotations.phrases[phrase].kind == .common {
      let end = annotations.phrases[phrase].tokens.upperBound
      guard end + 1 < tokens.count, tokens[end].lower == "of" else { return nil }
      phrase = annotations.phraseStartingAt[end + 1]
    }
    return phrase >= 0 && annotations.phrases[phrase].kind == .name ? phrase : nil
  }

  func isInDateline(_ mention: Mention) -> Bool {
    annotations.sentences[annotations.sentenceIndex(ofToken: mention.head)].kind == .dateline
  }

  /// "in Denver, Colorado, …": a place after a preposition, and a second one that no list goes on from.
  func follows(_ mention: Mention) -> Bool {
    mention.tokens.lowerBound > 0
      && ["in", "near", "at", "outside", "from", "to"].contains(tokens[mention.tokens.lowerBound - 1].lower)
  }

  /// After "City, Country" a comma, a stop, a bracket or the block's end.
  func closes(_ phrase: Int) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end < tokens.count, tokens[end].block == tokens[end - 1].block else { return true }
    let goesOn = end + 1 < tokens.count && (annotations.tags[end + 1] == .name || annotations.tags[end + 1] == .conjunction)
    let isDate = end + 1 < tokens.count && DateText.month(tokens[end + 1].lower) != nil
    if tokens[end].form == ",", goesOn, !isDate { return false }
    return annotations.tags[end] == .mark || annotations.tags[end] == .preposition || annotations.tags[end] == .verbPast
  }

  func isLarger(_ target: Int, than source: Int) -> Bool {
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
