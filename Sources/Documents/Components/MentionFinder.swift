/// Noun phrases → mentions: which of them name or describe a person, an organisation, people, a place.
struct MentionFinder: Component {
  let name = "mention finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .phrases, .clauses, .times]
  let assigns: Set<Layer> = [.mentions]

  func annotate(_ annotations: inout Annotations) {
    annotations.mentionOfPhrase = [Int](repeating: -1, count: annotations.phrases.count)
    var classifier = NameClassifier(annotations)
    let order = annotations.phrases.indices.sorted { a, b in
      let (one, other) = (annotations.phrases[a], annotations.phrases[b])
      return one.head != other.head ? one.head < other.head : one.tokens.count < other.tokens.count
    }
    let names: [Int: Range<Int>] = Dictionary(
      uniqueKeysWithValues: order.compactMap { phrase in
        PhraseShape(annotations.phrases[phrase], annotations).nameTokens.map { (phrase, $0) }
      })
    for phrase in order {
      if let range = names[phrase] { classifier.observe(range, phrase: phrase, annotations) }
    }
    for phrase in order where names[phrase] == nil { classifier.observeModifier(of: phrase, annotations) }
    classifier.settle(annotations)
    let speakers = Speakers(annotations)
    for phrase in order { add(phrase, name: names[phrase], classifier, speakers, to: &annotations) }
    sortInTextOrder(&annotations)
  }

  private func add(
    _ index: Int, name: Range<Int>?, _ classifier: NameClassifier, _ speakers: Speakers, to annotations: inout Annotations
  ) {
    let phrase = annotations.phrases[index]
    guard phrase.kind != .time else { return }
    addModifiers(of: index, name: name, classifier, to: &annotations)
    if phrase.kind == .pronoun {
      guard let kind = pronounKind(annotations.tokens[phrase.head].lower) else { return }
      append(Mention(tokens: phrase.tokens, head: phrase.head, kind: kind, form: .pronoun, phrase: index), to: &annotations)
    } else if let name, opensTitle(name, annotations) {
      return
    } else if let name, isCompatriot(name, phrase, annotations) {
      append(Mention(tokens: name, head: phrase.head, kind: .place, form: .adjective, phrase: nil), to: &annotations)
      append(
        Mention(tokens: phrase.tokens, head: phrase.head, kind: .person, form: .description, phrase: index), to: &annotations)
    } else if let name, isOffice(name, annotations) {
      append(
        Mention(tokens: phrase.tokens, head: phrase.head, kind: .person, form: .description, phrase: index), to: &annotations)
    } else if let name {
      guard
        let kind = isLettered(name, annotations) || isHonoured(name, annotations)
          ? .person : classifier.kind(of: name, annotations) ?? speakers.nameKind(of: index, annotations),
        !isAgency(name, annotations), !isAmount(name, annotations)
      else { return }
      append(Mention(tokens: name, head: name.upperBound - 1, kind: kind, form: .name, phrase: index), to: &annotations)
    } else if isShortBody(phrase, classifier, annotations) {
      append(
        Mention(tokens: phrase.tokens, head: phrase.head, kind: .organization, form: .description, phrase: index),
        to: &annotations)
    } else if let kind = spokenKind(descriptionKind(phrase, annotations), of: index, speakers, annotations) {
      append(Mention(tokens: phrase.tokens, head: phrase.head, kind: kind, form: .description, phrase: index), to: &annotations)
    }
  }

  /// "Mr Baltar" is nobody's firm, whatever "Baltar" is elsewhere.
  private func isHonoured(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    name.count == 1 && name.lowerBound > 0 && HumanNouns.isHonorific(annotations.tokens[name.lowerBound - 1].lower)
  }

  /// "Witness C"
  private func isLettered(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    name.count == 2 && annotations.tokens[name.upperBound - 1].form.utf8.count == 1
      && HumanNouns.isHuman(annotations.tokens[name.lowerBound].lower)
  }

  /// "Foreign Office Minister for the Middle East": an office in capitals is a description.
  private func isOffice(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    let words = name.map { annotations.tokens[$0].lower }
    return words.count > 1 && HumanNouns.rank(words[words.count - 1]) != nil && HumanNouns.rank(words[0]) == nil
      && GivenNames.gender(of: words[0]) == nil && words[0].utf8.count > 1 && !["of", "for"].contains(words[1])
  }

  /// "a Slovenian": one human being by his country alone.
  private func isCompatriot(_ name: Range<Int>, _ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard name.count == 1, name.lowerBound > phrase.tokens.lowerBound,
      ["a", "an"].contains(annotations.tokens[phrase.tokens.lowerBound].lower),
      (phrase.tokens.lowerBound + 1..<name.lowerBound).allSatisfy({ annotations.tags[$0] == .adjective })
    else { return false }
    return Gazetteer.demonyms[annotations.tokens[name.lowerBound].lower].map { !Gazetteer.isContinent($0) } ?? false
  }

  /// "U.S. Secretary of State John Kerry": the title goes on behind "of" to the name that it belongs to.
  private func opensTitle(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    let next = name.upperBound + 1
    guard next < annotations.tokens.count, annotations.tokens[next - 1].lower == "of", annotations.phraseStartingAt[next] >= 0,
      HumanNouns.rank(annotations.tokens[name.upperBound - 1].lower) != nil
    else { return false }
    let shape = PhraseShape(annotations.phrases[annotations.phraseStartingAt[next]], annotations)
    return shape.nameTokens.map { $0.lowerBound == next + 1 } ?? false
  }

  /// "the Guard" of the "Presidential Guard": its capital tells it from a man of that trade.
  private func isShortBody(_ phrase: Phrase, _ classifier: NameClassifier, _ annotations: Annotations) -> Bool {
    guard phrase.kind == .common, phrase.tokens.count == 2, annotations.tokens[phrase.head].isCapitalised,
      annotations.tokens[phrase.tokens.lowerBound].lower == "the",
      annotations.sentences[annotations.sentenceIndex(ofToken: phrase.head)].kind == .paragraph
    else { return false }
    let noun = annotations.tokens[phrase.head].lower
    return HumanNouns.isHuman(noun) && classifier.namesBody(endingIn: noun)
  }

  /// A place that speaks is a body: "the hospital said".
  private func spokenKind(
    _ described: EntityKind?, of phrase: Int, _ speakers: Speakers, _ annotations: Annotations
  ) -> EntityKind? {
    guard let described, described != .place else { return speakers.kind(of: phrase, annotations) ?? described }
    return described
  }

  /// "PARIS (Reuters) –": who sells the text is no part of it.
  private func isAgency(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    name.lowerBound > 0 && annotations.tokens[name.lowerBound - 1].form == "("
      && annotations.sentences[annotations.sentenceIndex(ofToken: name.lowerBound)].kind == .dateline
  }

  /// "2.4mn", "14C": a number with its scale or unit, of which the tagger makes a name.
  private func isAmount(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    let form = annotations.tokens[name.lowerBound].lower
    return name.count == 1 && form.first?.isNumber == true
      && (["mn", "bn", "tn", "m", "k"].contains { form.hasSuffix($0) } || form.dropLast().allSatisfy(\.isNumber))
  }

  private func append(_ mention: Mention, to annotations: inout Annotations) {
    annotations.mentions.append(mention)
  }

  private func pronounKind(_ lower: String) -> EntityKind? {
    switch lower {
    case "he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "my", "me": .person
    case "they", "them", "their", "themselves", "we", "our", "us": .group
    case "it", "its", "itself": .organization
    default: nil
    }
  }

  /// Adjectives of nationality and names of organisations inside a phrase: "the Sorvian army", "the United Nations envoy".
  private func addModifiers(of index: Int, name: Range<Int>?, _ classifier: NameClassifier, to annotations: inout Annotations) {
    let phrase = annotations.phrases[index]
    let begin = phrase.possessor.map { annotations.phrases[$0].tokens.upperBound } ?? phrase.tokens.lowerBound
    var token = begin
    let end = name?.lowerBound ?? phrase.head
    while token < end {
      // "the Dublin-based charity"
      if annotations.tokens[token].isCapitalised, annotations.tokens[token].lower.hasSuffix("-based") {
        append(Mention(tokens: token..<(token + 1), head: token, kind: .place, form: .adjective, phrase: nil), to: &annotations)
        token += 1
        continue
      }
      guard annotations.tags[token] == .name else {
        token += 1
        continue
      }
      let last = NameRun.end(from: token, limit: end, tokens: annotations.tokens, tags: annotations.tags)
      let isOfPlace = name == nil && isNamedPlace(token..<last, phrase, classifier, annotations)
      modifiers(token..<last, ofPlace: isOfPlace, classifier, to: &annotations)
      token = last
    }
    if let name { leadingAdjective(of: name, classifier, to: &annotations) }
  }

  /// "the Ostermark market hall": the name is the place's, not that of something in it; one that stands alone elsewhere, like
  /// the company of "the Orbex warehouse", is its own.
  private func isNamedPlace(_ name: Range<Int>, _ phrase: Phrase, _ classifier: NameClassifier, _ annotations: Annotations)
    -> Bool
  {
    guard phrase.kind == .common else { return false }
    let head = annotations.tokens[phrase.head].lower
    if OrganizationNouns.commonHeads.contains(Suffixes.singular(head)) { return false }
    return annotations.nominalTypes[phrase.head] == .place
      || PlaceNouns.sites.contains(head) && !classifier.independent.contains(NameClassifier.text(name, annotations))
  }

  private func modifiers(_ run: Range<Int>, ofPlace: Bool, _ classifier: NameClassifier, to annotations: inout Annotations) {
    var begin = run.lowerBound
    // Demonyms first, one by one; what is left is a name or a title.
    while begin < run.upperBound, let length = classifier.demonymLength(at: begin, limit: run.upperBound, annotations) {
      append(
        Mention(tokens: begin..<(begin + length), head: begin + length - 1, kind: .place, form: .adjective, phrase: nil),
        to: &annotations)
      begin += length
    }
    // "Mr Dervin lives", where "lives" passes for a noun
    if begin + 1 < run.upperBound, HumanNouns.isHonorific(annotations.tokens[begin].lower) { begin += 1 }
    guard begin < run.upperBound, !ofPlace else { return }
    var end = run.upperBound
    // "FCO Minister Ann Lee": behind the body stands the office.
    while end > begin + 1, isOfOffice(annotations.tokens[end - 1].lower) { end -= 1 }
    let rest = begin..<end
    if rest.count == 1, end < run.upperBound, isPortfolio(rest.lowerBound, annotations) { return }
    if rest.count == 1, isCommonWord(annotations.tokens[rest.lowerBound].lower) { return }
    // "North African"
    if rest.allSatisfy({ isCommonWord(annotations.tokens[$0].lower) || PlaceNouns.compass.contains(annotations.tokens[$0].lower) }
    ) {
      return
    }
    guard
      !rest.allSatisfy({
        HumanNouns.rank(annotations.tokens[$0].lower) != nil || OfficeWords.isPart(annotations.tokens[$0].lower)
      }),
      let kind = classifier.kind(of: rest, annotations), kind != .group
    else { return }
    // "the Halden family": nobody in it is meant.
    if kind == .person || !classifier.independent.contains(NameClassifier.text(rest, annotations)),
      run.upperBound < annotations.tokens.count, Self.kindred.contains(annotations.tokens[run.upperBound].lower)
    {
      return
    }
    append(Mention(tokens: rest, head: rest.upperBound - 1, kind: kind, form: .name, phrase: nil), to: &annotations)
  }

  /// A rank, or a word that only goes with one: "Chief Executive".
  private func isOfOffice(_ lower: String) -> Bool {
    HumanNouns.rank(lower) != nil || OfficeWords.isPart(lower) && !OrganizationNouns.nameHeads.contains(lower)
  }

  /// "Industry Minister Lea Marin": the field of an office is no body.
  private func isPortfolio(_ token: Int, _ annotations: Annotations) -> Bool {
    let (field, office) = (annotations.tokens[token].lower, annotations.tokens[token + 1].lower)
    return ["minister", "secretary", "commissioner"].contains(office) && LanguageModels.syntax.lexicon(of: field).contains(.noun)
      && OrganizationNouns.known[field] == nil && Gazetteer.places[field] == nil
  }

  /// A capital that a headline, a compass point or a creed gave to a common word.
  private func isCommonWord(_ lower: String) -> Bool {
    if let country = Gazetteer.demonyms[lower], Gazetteer.isContinent(country) { return true }
    return ClosedClasses.commonAdjectives.contains(lower) || PlaceNouns.nameHeads.contains(lower)
      || PlaceNouns.kinds.contains(lower)
  }

  /// "Sorvian Foreign Ministry", "Chadian President": the adjective at a name's beginning.
  private func leadingAdjective(of name: Range<Int>, _ classifier: NameClassifier, to annotations: inout Annotations) {
    guard name.count > 1, Gazetteer.places[NameClassifier.text(name, annotations)] == nil,
      let length = classifier.demonymLength(at: name.lowerBound, limit: name.upperBound - 1, annotations)
    else { return }
    let range = name.lowerBound..<(name.lowerBound + length)
    // The British of "British Virgin Islands" are no part of what it says, those of "Iraqi Kurdistan" are.
    if classifier.kind(of: name, annotations) == .place,
      Gazetteer.places[NameClassifier.text(range.upperBound..<name.upperBound, annotations)] == nil
    {
      return
    }
    append(Mention(tokens: range, head: range.upperBound - 1, kind: .place, form: .adjective, phrase: nil), to: &annotations)
  }

  /// "the head of mission", "its head of personnel"
  private func isFieldOfRole(_ token: Int, _ annotations: Annotations) -> Bool {
    token > 1 && annotations.tokens[token - 1].lower == "of" && Description.hasField(annotations.tokens[token - 2].lower)
  }

  private static let fieldsOfWork: Set<String> = ["mission", "personnel", "staff", "delegation", "security", "administration"]

  private static let masses: Set<String> = ["media", "press", "police", "authorities", "people", "troops", "forces", "personnel"]

  private func descriptionKind(_ phrase: Phrase, _ annotations: Annotations) -> EntityKind? {
    guard phrase.kind == .common, !isContainer(phrase, annotations) else { return nil }
    let head = annotations.tokens[phrase.head].lower
    let singular = Suffixes.singular(head)
    // "No group has claimed", "in contact with": nobody.
    let begin = phrase.tokens.lowerBound
    if ["no", "neither"].contains(annotations.tokens[begin].lower),
      begin + 1 == phrase.tokens.upperBound || !["more", "fewer", "less"].contains(annotations.tokens[begin + 1].lower)
    {
      return nil
    }
    if phrase.tokens.count == 1, singular == head, begin > 0, annotations.tags[begin - 1] == .preposition,
      annotations.tags[begin] == .noun, HumanNouns.isHuman(head), annotations.tokens[begin - 1].lower == "in"
    {
      return nil
    }
    // "offered each worker a payment"
    if singular == head, ["each", "every", "any"].contains(annotations.tokens[begin].lower), HumanNouns.describesHuman(head) {
      return nil
    }
    if phrase.tokens.count == 1, Self.fieldsOfWork.contains(head), isFieldOfRole(begin, annotations) { return nil }
    if AnimalNouns.contains(singular) { return nil }
    // "a bigger media and political production": a mass that "a" counts is part of something else.
    if Self.masses.contains(head), ["a", "an"].contains(annotations.tokens[begin].lower) { return nil }
    if head == "figure" || head == "figures", !hasModifier(phrase, annotations) { return nil }
    if Self.ownPaper.contains(singular), annotations.tokens[phrase.tokens.lowerBound].lower == "this" { return nil }
    if head.hasSuffix("-year-old") { return .person }
    if annotations.tags[phrase.head] == .adjective {
      return HumanNouns.isAfflicted(head) ? .group : nil
    }
    if HumanNouns.isAfflicted(head) { return .group }
    if head == "head", isPartOfPerson(phrase, annotations) { return nil }
    // "at the head of the movement"
    if head == "head", begin > 0, annotations.tokens[begin - 1].lower == "at" { return nil }
    if HumanNouns.isPeople(head) || HumanNouns.isCollective(head) && head != "military" && head != "opposition" { return .group }
    if Self.overseers.contains(singular) { return singular == head ? .organization : .group }
    if isGuard(phrase, annotations) { return .organization }
    if HumanNouns.isHuman(singular) { return singular == head ? .person : .group }
    if PlaceNouns.sites.contains(singular), singular != "university" { return .place }
    if singular == "cell", !hasModifier(phrase, annotations), begin > 0, annotations.tags[begin - 1] == .preposition {
      return nil
    }
    if singular == "operator", worksMachine(phrase, annotations) { return singular == head ? .person : .group }
    if OrganizationNouns.commonHeads.contains(singular) {
      return isBare(phrase, annotations) ? nil : singular == head ? .organization : .group
    }
    if singular == head, isService(phrase, annotations) { return .organization }
    if Occupations.nouns.contains(singular) { return singular == head ? .person : .group }
    if CraftNouns.isCraft(singular) { return singular == head ? .asset : nil }
    if CraftNouns.machines.contains(singular) { return nil }
    if PlaceNouns.kinds.contains(singular) { return .place }
    return modelledKind(phrase, annotations)
  }

  /// "the coast guard", "Norland’s national guard"; "a prison guard" is a man.
  private func isGuard(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard annotations.tokens[phrase.head].lower == "guard", phrase.head > phrase.tokens.lowerBound else { return false }
    return Self.guarded.contains(annotations.tokens[phrase.head - 1].lower)
      && !["a", "an", "one"].contains(annotations.tokens[phrase.tokens.lowerBound].lower)
  }

  private static let guarded: Set<String> = ["coast", "national", "home", "republican", "presidential", "revolutionary", "royal"]

  /// "a crane operator"
  private func worksMachine(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard phrase.head > phrase.tokens.lowerBound else { return false }
    let before = annotations.tokens[phrase.head - 1].lower
    return CraftNouns.machines.contains(before) || Self.devices.contains(before)
  }

  private static let devices = WordList.set(
    """
    camera radio drone radar sonar switchboard telephone phone machine winch pump plant press signal boom hoist loader telegraph
    projector dozer computer keyboard chainsaw hotline
    """)

  /// "in front of", "on board", "up front": a noun in a set phrase is no body.
  private func isBare(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard phrase.tokens.count == 1, phrase.head > 0,
      ["front", "board", "office", "house", "parish", "association"].contains(annotations.tokens[phrase.head].lower)
    else { return false }
    return ["in", "on", "up", "out", "of", "to", "from", "at", "by"].contains(annotations.tokens[phrase.head - 1].lower)
  }

  /// "the regional health service", "the border command": bodies by the field that stands before a noun of no body's own.
  private func isService(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard phrase.head > phrase.tokens.lowerBound, annotations.tags[phrase.head] == .noun,
      Self.services.contains(annotations.tokens[phrase.head].lower)
    else { return false }
    return Self.fields.contains(annotations.tokens[phrase.head - 1].lower)
  }

  private static let services: Set<String> = [
    "service", "command", "inspectorate", "guard", "patrol", "corps", "fleet", "academy",
  ]
  private static let fields = WordList.set(
    """
    health prison police fire ambulance customs border intelligence security postal secret civil park weather forest rescue coast
    emergency immigration probation prosecution social diplomatic meteorological geological statistical tax coastguard lifeboat
    mountain transport rail national federal regional military naval air army high central strategic
    """)

  /// What the models make of a noun that no list has.
  private func modelledKind(_ phrase: Phrase, _ annotations: Annotations) -> EntityKind? {
    let isPlural = annotations.tags[phrase.head] == .pluralNoun
    switch annotations.nominalTypes[phrase.head] {
    case .person: return isPlural ? .group : .person
    case .organization: return isPlural ? .group : .organization
    case .place: return .place
    default: return nil
    }
  }

  /// "Abou Zeid's head" leads nothing.
  private func isPartOfPerson(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    guard let possessor = phrase.possessor, annotations.phrases[possessor].kind == .name else { return false }
    return annotations.phrases[possessor].tokens.contains { annotations.nominalTypes[$0] == .person }
  }

  /// The publication that speaks: "seen by this newspaper".
  private static let ownPaper: Set<String> = ["newspaper", "paper", "magazine", "publication", "reporter", "correspondent"]

  private func hasModifier(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    phrase.head > phrase.tokens.lowerBound
      && [.adjective, .noun, .name].contains(annotations.tags[phrase.head - 1])
  }

  /// "a group of traders": the traders are meant.
  private func isContainer(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    let end = phrase.tokens.upperBound
    guard end + 1 < annotations.tokens.count, annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0
    else {
      return false
    }
    let inner = annotations.phrases[annotations.phraseStartingAt[end + 1]]
    return Self.containers.contains(annotations.tokens[phrase.head].lower) && annotations.tags[inner.head] == .pluralNoun
  }

  /// Bodies that sound like people.
  private static let overseers: Set<String> = ["watchdog", "regulator"]

  private static let kindred: Set<String> = ["family", "families", "brothers", "sisters", "clan", "dynasty", "siblings"]

  private static let containers = WordList.set(
    """
    group number team crowd band handful pair couple series thousands hundreds dozens scores millions tens majority most half
    """)

  private func sortInTextOrder(_ annotations: inout Annotations) {
    annotations.mentions.sort { a, b in
      a.tokens.lowerBound != b.tokens.lowerBound ? a.tokens.lowerBound < b.tokens.lowerBound : a.tokens.count > b.tokens.count
    }
    for (index, mention) in annotations.mentions.enumerated() {
      if let phrase = mention.phrase { annotations.mentionOfPhrase[phrase] = index }
    }
  }
}

/// Words that make an office of a title: "Foreign Minister", "Prime Minister", "Chief Executive".
enum OfficeWords {
  private static let parts = WordList.set(
    """
    prime foreign interior defence defense finance home vice deputy former acting chief executive financial
    operating attorney lord
    high first second special general state secretary police army justice health education transport energy trade labour
    labor opposition party leader head co-founder founder regional national senior retired then ex-president ex-minister
    """)

  static func isPart(_ lower: String) -> Bool { parts.contains(lower) || HumanNouns.isHuman(lower) }
}
