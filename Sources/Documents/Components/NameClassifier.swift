/// What each name of a document is. Lists and the name's own words decide where they can; otherwise every place where the name
/// stands has a vote, so that "withdrawing into Dalmar" tells what "Dalmar said" is.
struct NameClassifier {
  private var votes: [String: [EntityKind: Int]] = [:]
  private var kinds: [String: EntityKind] = [:]
  /// How often the mention model took the name for what.
  private var modelled: [String: [EntityKind: Int]] = [:]
  /// Lower-case adjective → the place that it is made of.
  private(set) var adjectives: [String: String] = [:]
  private var modifierWords: Set<String> = []
  /// Names that stand by themselves somewhere in the text.
  private(set) var independent: Set<String> = []

  init(_ annotations: Annotations) {
    // Capitalised words that modify a noun may be adjectives of a place that the text names.
    for (index, tag) in annotations.tags.enumerated() where tag == .name && index + 1 < annotations.tags.count {
      switch annotations.tags[index + 1] {
      case .noun, .pluralNoun, .name, .adjective: modifierWords.insert(annotations.tokens[index].lower)
      default: if annotations.tokens[index].lower.hasSuffix("s") { modifierWords.insert(annotations.tokens[index].lower) }
      }
    }
  }

  static func text(_ range: Range<Int>, _ annotations: Annotations) -> String {
    var words = range.map { annotations.tokens[$0].lower }
    if words.count > 1, words.first == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }

  // MARK: Evidence

  mutating func observe(_ name: Range<Int>, phrase: Int, _ annotations: Annotations) {
    let key = Self.text(name, annotations)
    votes[key] = votes[key] ?? [:]
    independent.insert(key)
    func vote(_ kind: EntityKind, _ weight: Int) { votes[key, default: [:]][kind, default: 0] += weight }
    for token in name {
      switch annotations.nominalTypes[token] {
      case .person: modelled[key, default: [:]][.person, default: 0] += 1
      case .organization: modelled[key, default: [:]][.organization, default: 0] += 1
      case .place: modelled[key, default: [:]][.place, default: 0] += 1
      default: break
      }
    }
    let (tokens, tags) = (annotations.tokens, annotations.tags)
    let outer = annotations.phrases[phrase].tokens
    let before = outer.lowerBound > 0 ? tokens[outer.lowerBound - 1].lower : ""
    let after = outer.upperBound < tokens.count ? tokens[outer.upperBound].lower : ""
    let afterNext = outer.upperBound + 1 < tokens.count ? tokens[outer.upperBound + 1].lower : ""
    if name.lowerBound > outer.lowerBound {
      let previous = tokens[name.lowerBound - 1].lower
      let isOffice = HumanNouns.rank(previous) != nil || OfficeWords.isPart(previous)
      if isOffice, !Self.anybody.contains(previous), !Self.isSpatial(previous) { vote(.person, 6) }
      if previous == "the" { vote(.organization, 2) }
      if let kind = Self.kind(ofHead: previous), kind != .person { vote(kind, kind == .asset ? 10 : 6) }
      if previous == "the", CraftNouns.doings.contains(after) || after == "ran" && afterNext == "aground" { vote(.asset, 8) }
    } else if name.count <= 2 {
      if ["into", "near", "outside", "across", "throughout", "toward", "towards", "off"].contains(before) { vote(.place, 5) }
      if before == "in" {
        let verb = outer.lowerBound > 1 ? tokens[outer.lowerBound - 2].lower : ""
        vote(.place, Self.seated.contains(verb) ? 8 : 4)
      }
      if before == "at" {
        // "the transport manager at Lindqvist"
        let isPost = outer.lowerBound > 1 && HumanNouns.describesHuman(Suffixes.singular(tokens[outer.lowerBound - 2].lower))
        if isPost { vote(.organization, 5) } else { vote(.place, 3) }
      }
      if before == "from" || before == "to" { vote(.place, 1) }
      if before == "aboard" { vote(.asset, 6) }
    }
    if name.count == 1, let lemma = VerbForms.lemma(of: before), Self.spatialVerbs.contains(lemma) { vote(.place, 3) }
    if before == "of", outer.lowerBound > 1, PlaceNouns.kinds.contains(Suffixes.singular(tokens[outer.lowerBound - 2].lower)) {
      vote(.place, 6)
    }
    if before == "of", outer.lowerBound > 1,
      Self.townsfolk.contains(tokens[outer.lowerBound - 2].lower)
    {
      vote(.place, 6)
    }
    // "Mayor Piers Oxley of Lower Halden", "Bandara's justice minister"
    if before == "of", isOfficeHolder(endingAt: outer.lowerBound - 2, annotations) { vote(.place, 6) }
    if before == "of", outer.lowerBound > 1, Kinship.isRelative(tokens[outer.lowerBound - 2].lower) { vote(.person, 6) }
    if outer.upperBound < tags.count, tags[outer.upperBound] == .possessiveMark,
      (outer.upperBound + 1..<min(outer.upperBound + 4, tokens.count)).contains(where: {
        Self.stateOffices.contains(tokens[$0].lower)
      })
    {
      vote(.place, 5)
    }
    // "a pension fund called Larkspur"
    if ["called", "named"].contains(before), outer.lowerBound > 1,
      let kind = Self.kind(ofHead: tokens[outer.lowerBound - 2].lower)
    {
      vote(kind, 8)
    }
    // "the Aurora, owned by Baltline"
    if after == ",", Self.ruled.contains(afterNext) { vote(.organization, 4) }
    if before == "by", outer.lowerBound > 1,
      ["owned", "operated", "run", "made", "published"].contains(tokens[outer.lowerBound - 2].lower),
      name.count == 1 || name.count == 2 && tokens[outer.lowerBound - 2].lower == "published"
    {
      vote(.organization, 6)
    }
    if before == "to", soldBefore(outer.lowerBound - 1, annotations) { vote(.organization, 5) }
    // "the Red Scarves, who had been hired"
    let isPlural =
      name.lowerBound > outer.lowerBound && tokens[name.lowerBound - 1].lower == "the"
      && Suffixes.isPlural(tokens[name.upperBound - 1].lower)
    if isPlural { vote(.organization, 3) }
    if after == ",", afterNext == "who", !isPlural { vote(.person, 6) }
    if before == "(", after == ")", standsForName(outer, annotations) { vote(.organization, 8) }
    if after == "who" && !isPlural || after == "," && Int(afterNext) != nil { vote(.person, 5) }
    if after == ",", afterNext == "which" { vote(.organization, 1) }
    if outer.upperBound < tags.count, tags[outer.upperBound].isVerb, let lemma = VerbForms.lemma(of: after) {
      if SpeechLexicon.isSpeech(lemma) { vote(.person, name.count >= 2 && name.count <= 3 ? 3 : 1) }
      if Self.publishingVerbs.contains(lemma) { vote(.organization, 4) }
    }
    if name.count > 1, CraftNouns.prefixes.contains(tokens[name.lowerBound].lower), tokens[name.lowerBound].isInCapitals {
      vote(.asset, 12)
    }
    observeCompany(name, outer, annotations)
    if name.count >= 2, name.count <= 4, GivenNames.gender(of: tokens[name.lowerBound].lower) != nil { vote(.person, 5) }
    if after == ",", let kind = appositionKind(at: outer.upperBound + 1, annotations) { vote(kind, 5) }
    // "Open Wards (OW), a rights organisation"
    if after == "(", outer.upperBound + 4 < tokens.count, tokens[outer.upperBound + 2].form == ")",
      tokens[outer.upperBound + 3].form == ",", let kind = appositionKind(at: outer.upperBound + 4, annotations)
    {
      vote(kind, 5)
    }
    if before == ",", let kind = descriptionBefore(outer.lowerBound - 1, annotations) {
      // "A liquidator appointed by the court, Grace Lim, said"
      let isPersonal = (2...4).contains(name.count) && GivenNames.gender(of: tokens[name.lowerBound].lower) != nil
      if kind != .organization || !isPersonal { vote(kind, 5) }
    }
    if after == ",", afterNext == "whose", outer.upperBound + 2 < tokens.count,
      Self.personal.contains(tokens[outer.upperBound + 2].lower)
    {
      vote(.person, 6)
    }
    if annotations.sentences[annotations.sentenceIndex(ofToken: name.lowerBound)].kind == .dateline, before != "(" {
      vote(.place, 8)
    }
    let line = annotations.sentences[annotations.sentenceIndex(ofToken: name.lowerBound)]
    if line.kind == .byline {
      // "Mirko Sandell in Lassa, Ozera"
      let isPlace =
        before == "in" || before == "," && (line.tokens.lowerBound..<name.lowerBound).contains { tokens[$0].lower == "in" }
      vote(isPlace ? .place : .person, 8)
    }
  }

  /// What only a person has: "Arno Beek, whose company".
  private static let personal = WordList.set(
    """
    company firm wife husband son daughter father mother brother sister family parents lawyer lawyers house home body widow
    """)
  /// What is done to organisations, behind their name.
  private static let ruled: Set<String> = ["owned", "operated", "run", "led", "headed", "chaired", "founded"]
  /// What opens the names of companies and bodies in other languages.
  private static let openers = WordList.set(
    """
    banque banco banca banka compagnie société sociedad società groupe grupo gruppo gruppe fondation fundación fondazione
    stiftung universidad université universität università instituto institut istituto ministerio ministère partido parti partito
    asociación association associazione federación fédération confédération sindicato syndicat editorial radio télé
    """)

  /// Who is of a town or a country.
  private static let townsfolk = WordList.set(
    """
    mayor governor bishop archbishop sheriff native natives resident residents inhabitant inhabitants citizen citizens villagers
    outskirts suburb suburbs streets capital
    """)
  private static let stateOffices: Set<String> = [
    "minister", "ministers", "president", "premier", "ambassador", "parliament", "capital", "border", "coast", "king", "queen",
  ]

  /// Whether the words up to a token are the name of a mayor or a minister with his office before it.
  private func isOfficeHolder(endingAt token: Int, _ annotations: Annotations) -> Bool {
    var at = token
    while at >= 0, annotations.tags[at] == .name, token - at < 5 {
      if ["mayor", "governor", "minister", "president", "king", "queen", "prince", "premier", "bishop"]
        .contains(annotations.tokens[at].lower)
      {
        return at < token
      }
      at -= 1
    }
    return at >= 0 && at < token && ["mayor", "minister", "president", "governor"].contains(annotations.tokens[at].lower)
  }

  /// What only companies and other organisations have and undergo: a board, shares, a chief executive; being bought,
  /// founded, owned by the percent.
  private mutating func observeCompany(_ name: Range<Int>, _ outer: Range<Int>, _ annotations: Annotations) {
    let tokens = annotations.tokens
    let key = Self.text(name, annotations)
    func vote(_ weight: Int) { votes[key, default: [:]][.organization, default: 0] += weight }
    func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].lower : "" }
    let end = outer.upperBound
    if annotations.tags.indices.contains(end), annotations.tags[end] == .possessiveMark {
      let reach = (end + 1)..<min(end + 5, tokens.count)
      if reach.contains(where: { Self.corporate.contains(word($0)) }) { vote(5) }
    }
    if ["of", "in", "for", "at"].contains(word(outer.lowerBound - 1)) {
      let before = word(outer.lowerBound - 2)
      if Self.corporate.contains(before) { vote(4) }
      if Self.portions.contains(before),
        !["share", "third", "half", "quarter"].contains(before) || word(outer.lowerBound - 1) == "of"
      {
        vote(6)
      }
    }
    if name.lowerBound == outer.lowerBound, let lemma = VerbForms.lemma(of: word(outer.lowerBound - 1)),
      Self.trading.contains(lemma)
    {
      vote(4)
    }
    if ["was", "were"].contains(word(end)),
      ["founded", "acquired", "bought", "sold", "nationalised", "privatised", "listed"].contains(word(end + 1))
    {
      vote(6)
    }
    if word(end) == "declined", word(end + 1) == "to" { vote(1) }
  }

  /// "sold its dairy division to Nordmilk"
  private func soldBefore(_ index: Int, _ annotations: Annotations) -> Bool {
    (max(0, index - 8)..<max(0, index)).contains { token in
      annotations.tags[token].isVerb
        && ["sell", "award", "transfer", "lease"].contains(VerbForms.lemma(of: annotations.tokens[token].lower) ?? "")
    }
  }

  /// What one holds of a company.
  private static let portions: Set<String> = [
    "percent", "cent", "%", "stake", "shares", "share", "third", "half", "quarter", "shareholding", "shareholder", "shareholders",
    "subsidiary", "takeover",
  ]

  private static let corporate = WordList.set(
    """
    board shares share stock founder chairman chairwoman executive shareholders subsidiary headquarters factory factories
    employees workers profits profit revenue sales customers investors stake management plant plants takeover acquisition
    members membership headquarters
    """)
  /// What a company can be as well as a person: "its rival Kestrel".
  private static let anybody: Set<String> = ["rival", "partner", "ally", "owner", "opponent", "client", "customer", "member"]

  private static let trading: Set<String> = [
    "acquire", "buy", "purchase", "sell", "nationalise", "nationalize", "rescue", "merge",
  ]

  /// "the Krasna coal mine", "the Silex company": a name before such a noun is the thing's own.
  mutating func observeModifier(of phrase: Int, _ annotations: Annotations) {
    let range = annotations.phrases[phrase]
    guard range.kind == .common, range.possessor == nil else { return }
    let head = Suffixes.singular(annotations.tokens[range.head].lower)
    let isSite = PlaceNouns.sites.contains(head) && annotations.tags[range.head] == .noun
    let isPossession =
      !HumanNouns.isHuman(head) && !HumanNouns.isCollective(head) && !OrganizationNouns.commonHeads.contains(head)
    guard isSite || isPossession else { return }
    var begin = range.tokens.lowerBound
    while begin < range.head, annotations.tags[begin] != .name { begin += 1 }
    var end = begin
    while end < range.head, annotations.tags[end] == .name { end += 1 }
    guard begin < end, Gazetteer.demonyms[annotations.tokens[begin].lower] == nil else { return }
    if isSite {
      votes[Self.text(begin..<end, annotations), default: [:]][.place, default: 0] += 4
    } else if end - begin == 1, end == range.head, votes[Self.text(begin..<end, annotations)] != nil {
      // "all Baltline ships": things are a company's.
      votes[Self.text(begin..<end, annotations), default: [:]][.organization, default: 0] += 2
    }
  }

  /// "the East", "in central Lorne": words that stand before a person's name as well as before a place's.
  private static func isSpatial(_ lower: String) -> Bool { ["state", "regional", "national", "general"].contains(lower) }

  /// What one is in a town.
  private static let seated: Set<String> = [
    "based", "headquartered", "born", "lives", "lived", "living", "located", "held", "resident", "registered",
  ]

  /// What papers and stations do.
  private static let publishingVerbs: Set<String> = ["publish", "print", "broadcast", "air"]

  /// Whether capitals in brackets are the initials of the phrase before: "Northern Resistance Front (NRF)".
  private func standsForName(_ capitals: Range<Int>, _ annotations: Annotations) -> Bool {
    guard capitals.count == 1, capitals.lowerBound >= 2, annotations.tokens[capitals.lowerBound].isInCapitals else {
      return false
    }
    let phrase = annotations.phraseOfToken[capitals.lowerBound - 2]
    guard phrase >= 0 else { return false }
    let acronym = annotations.tokens[capitals.lowerBound].lower
    return Initials.match(acronym, annotations.tokens[annotations.phrases[phrase].tokens])
  }

  /// What one does to a town rather than to a person.
  private static let spatialVerbs: Set<String> = [
    "attack", "bomb", "shell", "storm", "capture", "leave", "enter", "reach", "visit", "cross", "invade", "besiege", "bombard",
  ]

  /// "X, a market town …": what the description after a comma makes of X.
  private func appositionKind(at index: Int, _ annotations: Annotations) -> EntityKind? {
    guard index < annotations.tokens.count, let phrase = outermost(startingAt: index, annotations) else { return nil }
    guard
      annotations.tags[index] == .determiner || annotations.tags[index] == .possessive || annotations.tags[index] == .noun
        || annotations.tags[index] == .adjective || annotations.tags[index] == .name
    else { return nil }
    // "Stellan Roark, a developer who …"
    let end = annotations.phrases[phrase].tokens.upperBound
    if end < annotations.tokens.count, annotations.tokens[end].lower == "who" { return .person }
    return Self.kind(ofHead: annotations.tokens[annotations.phrases[phrase].head].lower)
  }

  /// "its commander, X": what the description before the comma at `comma` makes of X.
  private func descriptionBefore(_ comma: Int, _ annotations: Annotations) -> EntityKind? {
    guard comma > 0 else { return nil }
    let phrase = annotations.phraseOfToken[comma - 1]
    guard phrase >= 0, annotations.phrases[phrase].kind == .common, annotations.phrases[phrase].tokens.upperBound == comma else {
      return nil
    }
    let kind = Self.kind(ofHead: annotations.tokens[annotations.phrases[phrase].head].lower)
    return kind == .place ? nil : kind
  }

  private func outermost(startingAt index: Int, _ annotations: Annotations) -> Int? {
    let phrase = annotations.phraseStartingAt[index]
    return phrase >= 0 ? phrase : nil
  }

  static func kind(ofHead lower: String) -> EntityKind? {
    if ["contractor", "supplier", "operator"].contains(lower) { return .organization }
    if Occupations.trades.contains(lower), !OrganizationNouns.commonHeads.contains(lower) { return nil }
    if HumanNouns.isHuman(lower) || Kinship.isRelative(lower) { return .person }
    if OrganizationNouns.commonHeads.contains(lower) || OrganizationNouns.pointers.contains(lower) { return .organization }
    if HumanNouns.describesHuman(lower) { return .person }
    if CraftNouns.isCraft(lower) { return .asset }
    if PlaceNouns.kinds.contains(lower) { return .place }
    return nil
  }

  // MARK: Decision

  mutating func settle(_ annotations: Annotations) {
    // The model has one voice however often a name stands in the text: it errs alike in like places.
    for (key, counts) in modelled {
      let best = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key.rawValue > $1.key.rawValue }
      if let best { votes[key, default: [:]][best.key, default: 0] += 4 }
    }
    let places = votes.keys.filter { decided($0) == .place }
    for word in modifierWords where Gazetteer.demonyms[word] == nil && Gazetteer.places[word] == nil {
      if let place = places.first(where: { Gazetteer.isAdjective(word, of: $0) }) {
        adjectives[word] = place
      } else if let name = votes.keys.sorted().first(where: {
        $0.utf8.count >= 4 && !$0.utf8.contains(0x20) && Gazetteer.isAdjective(word, of: $0)
      }) {
        adjectives[word] = name
        kinds[name] = .place
      }
    }
    // An adjective of nationality whose country the text does not name: "the Halvian police", never "Halvian said".
    for word in modifierWords
    where votes[word] == nil && adjectives[word] == nil && Gazetteer.demonyms[word] == nil && isNationality(word) {
      adjectives[word] = word
    }
    for key in votes.keys where kinds[key] == nil { kinds[key] = decided(key) }
    settleShortNames()
  }

  private func isNationality(_ word: String) -> Bool {
    word.utf8.count >= 5 && ["ian", "ean", "ese", "ani", "ish", "ovan"].contains { word.hasSuffix($0) }
      && LanguageModels.syntax.lexicon(of: word).isEmpty && GivenNames.gender(of: word) == nil
      && !["christian", "olympian", "martian", "victorian", "edwardian", "georgian"].contains(word)
      && !votes.keys.contains { $0.hasSuffix(" " + word) }
  }

  /// "Orbex" of "Orbex Systems" is the company, whatever it says; a surname stays a person's.
  private mutating func settleShortNames() {
    for (key, kind) in kinds where kind != .person && !key.utf8.contains(0x20) && Gazetteer.places[key] == nil {
      // What the models or a preposition made of a surname counts for less than the full name.
      let isSurname = kinds.contains { $0.value == .person && $0.key.hasSuffix(" " + key) }
      let opensName = kinds.contains { $0.value == .organization && $0.key.hasPrefix(key + " ") }
      let isCompany = opensName && (votes[key]?[.organization] ?? 0) >= (votes[key]?[.person] ?? 0)
      if isSurname, !isCompany, (votes[key]?[kind] ?? 0) < 8 { kinds[key] = .person }
    }
    for (key, kind) in kinds where kind != .organization && kind != .asset && Gazetteer.places[key] == nil {
      let opens = kinds.contains { $0.value == .organization && $0.key.hasPrefix(key + " ") }
      let isSurname = kinds.contains { $0.value == .person && $0.key.hasSuffix(" " + key) }
      let isCompany = (votes[key]?[.organization] ?? 0) >= max(5, votes[key]?[.person] ?? 0)
      if opens, !isSurname || isCompany, (votes[key]?[.place] ?? 0) < 5 { kinds[key] = .organization }
    }
  }

  private func decided(_ key: String) -> EntityKind? {
    let words = key.split(separator: " ").map(String.init)
    guard let last = words.last, let first = words.first else { return nil }
    if let asset = votes[key]?[.asset], asset >= 5, (votes[key] ?? [:]).allSatisfy({ $0.value <= asset }) { return .asset }
    if OrganizationNouns.known[key] != nil || words.count > 2 && OrganizationNouns.known[first] != nil { return .organization }
    if Gazetteer.places[key] != nil { return .place }
    if words.count == 1, Gazetteer.demonyms[key] != nil || adjectives[key] != nil { return .group }
    var tally = votes[key] ?? [:]
    if words.count == 1, key.hasSuffix("stan"), key.utf8.count > 6 { tally[.place, default: 0] += 6 }
    let person = tally[.person] ?? 0
    if words.count >= 2, OrganizationNouns.nameHeads.contains(last), person < 8 { return .organization }
    if words.contains("&") || words.count > 1 && Self.openers.contains(first), person < 8 { return .organization }
    // "Corbel Glass", "Valmont Copper": a trade behind what is nobody's given name.
    if words.count == 2, person < 5, OrganizationNouns.isTrade(last), GivenNames.gender(of: first) == nil { return .organization }
    // "Port Authority of Veldt"
    if let of = words.firstIndex(of: "of"), of > 1, OrganizationNouns.nameHeads.contains(words[of - 1]),
      !PlaceNouns.nameHeads.contains(words[of - 1])
    {
      return .organization
    }
    if words.count >= 2,
      PlaceNouns.nameHeads.contains(last) || ["mount", "lake", "river", "cape", "port", "fort", "gulf"].contains(first)
    {
      return .place
    }
    if words.count >= 3, words.contains("of"), OrganizationNouns.nameHeads.contains(first) { return .organization }
    let best = tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key.rawValue > $1.key.rawValue }
    if let best, best.value >= 3 { return best.key }
    if OrganizationNouns.nameHeads.contains(last) { return .organization }
    // "Public Prosecutions": abstract nouns end no person's name.
    if words.count >= 2,
      ["tion", "tions", "ment", "ments", "ness", "ship", "ings", "ities"].contains(where: { last.hasSuffix($0) })
    {
      return .organization
    }
    if words.count >= 2, words.count <= 3, (tally[.organization] ?? 0) < 2 { return .person }
    return best?.key
  }

  /// What the name is; nil for a capitalised word that names nothing we keep.
  func kind(of name: Range<Int>, _ annotations: Annotations) -> EntityKind? {
    let key = Self.text(name, annotations)
    if DateText.weekdays[key] != nil || DateText.months[key] != nil || key.count < 2 { return nil }
    if CultureNames.contains(key) { return nil }
    if key.hasSuffix("s"), DateText.weekdays[String(key.dropLast())] != nil || DateText.months[String(key.dropLast())] != nil {
      return nil
    }
    if ["no.", "no", "nos.", "nos", "art.", "sec.", "fig.", "vol.", "p.", "pp.", "p.m.", "a.m."].contains(key) { return nil }
    if let kind = kinds[key] { return kind }
    if let kind = decided(key) { return kind }
    if name.count == 1, annotations.tokens[name.lowerBound].isInCapitals, annotations.tokens[name.lowerBound].form.utf8.count <= 7
    {
      return .organization
    }
    if HumanNouns.isHuman(Suffixes.singular(key)) { return Suffixes.isPlural(key) ? .group : .person }
    return partKind(key) ?? .organization
  }

  /// A part of a longer name is what the longer name is: "Kolesar" of "Davit Kolesar".
  private func partKind(_ key: String) -> EntityKind? {
    for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) where name.hasSuffix(" " + key) || name.hasPrefix(key + " ") {
      return kind
    }
    return nil
  }

  /// How many tokens from `index` are an adjective of nationality; nil for none. Continents are none.
  func demonymLength(at index: Int, limit: Int, _ annotations: Annotations) -> Int? {
    for length in [2, 1] where index + length <= limit {
      let word = (index..<(index + length)).map { annotations.tokens[$0].lower }.joined(separator: " ")
      if let country = Gazetteer.demonyms[word] { return Gazetteer.isContinent(country) ? nil : length }
      if length == 1, adjectives[word] != nil { return 1 }
    }
    return nil
  }
}
