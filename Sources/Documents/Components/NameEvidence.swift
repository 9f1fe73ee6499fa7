/// What one place where a name stands says of what it names: each word around it votes for a kind.
struct NameEvidence {
  private(set) var votes: [EntityKind: Int] = [:]
  /// Whether a description beside the name makes an organisation of it.
  private(set) var isDescribedAsBody = false
  let annotations: Annotations
  let name: Range<Int>
  /// The tokens of the phrase that the name is in.
  let outer: Range<Int>
  /// The words before and behind the phrase; empty at the ends of the text.
  let (before, after, afterNext): (String, String, String)
  private let phrase: Int
  /// Whether the text tells of a ship.
  let hasCraft: Bool

  init(_ name: Range<Int>, phrase: Int, hasCraft: Bool, _ annotations: Annotations) {
    self.annotations = annotations
    self.phrase = phrase
    self.hasCraft = hasCraft
    self.name = name
    outer = annotations.phrases[phrase].tokens
    let (begin, end) = (outer.lowerBound, outer.upperBound)
    before = begin > 0 ? annotations.tokens[begin - 1].lower : ""
    after = end < annotations.tokens.count ? annotations.tokens[end].lower : ""
    afterNext = end + 1 < annotations.tokens.count ? annotations.tokens[end + 1].lower : ""
    readOwnWords()
    if name.lowerBound > begin { readModifier() } else if name.count <= 2 { readPreposition() }
    readGovernor()
    readOwner()
    readContinuation()
    readCompany()
    readDescriptions()
    readLine()
  }

  var tokens: [Token] { annotations.tokens }
  private var tags: [Tag] { annotations.tags }
  private var isFollowed: Bool { outer.upperBound < tags.count }
  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].lower : "" }
  /// The word before the one before the phrase.
  var beforeLast: String { word(outer.lowerBound - 2) }
  /// "the Red Scarves"
  var isPlural: Bool {
    name.lowerBound > outer.lowerBound && word(name.lowerBound - 1) == "the" && Suffixes.isPlural(word(name.upperBound - 1))
  }

  mutating func vote(_ kind: EntityKind, _ weight: Int) { votes[kind, default: 0] += weight }

  // MARK: The words of the phrase

  private mutating func readOwnWords() {
    if name.count > 1, CraftNouns.prefixes.contains(word(name.lowerBound)), tokens[name.lowerBound].isInCapitals {
      vote(.asset, 12)
    }
    if name.count >= 2, name.count <= 4, GivenNames.gender(of: word(name.lowerBound)) != nil { vote(.person, 5) }
    if isPlural { vote(.organization, 3) }
    // "Goldbank"
    if name.count == 1, name.lowerBound == outer.lowerBound, case let lower = word(name.lowerBound),
      Self.tradeEndings.contains(where: { lower.utf8.count > $0.utf8.count + 2 && lower.hasSuffix($0) }),
      LanguageModels.syntax.lexicon(of: lower).isEmpty
    {
      vote(.organization, 4)
    }
    // "Ahmed and Karim Sabri"
    if name.count == 1, GivenNames.gender(of: word(name.lowerBound)) != nil, after == "and",
      GivenNames.gender(of: afterNext) != nil, tokens[outer.upperBound + 1].isCapitalised
    {
      vote(.person, 6)
    }
    // "KT4471"
    if name.count == 1, isCode(name.lowerBound) { vote(.asset, 8) }
    // "UNMISS": initials in a line that is not all in capitals.
    if name.count == 1, isAcronym(name.lowerBound) { vote(.organization, 5) }
    if before == "(", after == ")", standsForName(outer) { vote(.organization, 8) }
  }

  /// Letters and three digits or more.
  private func isCode(_ token: Int) -> Bool {
    let form = tokens[token].form
    return form.filter(\.isNumber).count > 2 && form.contains(where: \.isLetter)
      && form.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  private func isAcronym(_ token: Int) -> Bool {
    let form = tokens[token].form
    guard form.utf8.count >= 3, form.allSatisfy({ $0.isUppercase || $0 == "-" }) else { return false }
    let line = annotations.sentences[annotations.sentenceIndex(ofToken: token)]
    return line.kind == .paragraph && line.tokens.contains { tokens[$0].kind == .word && !tokens[$0].isInCapitals }
  }

  /// The word of the phrase right before the name.
  private mutating func readModifier() {
    let previous = word(name.lowerBound - 1)
    let isOffice = HumanNouns.rank(previous) != nil || OfficeWords.isPart(previous)
    if isOffice, !Self.anybody.contains(previous), !Self.ambiguous.contains(previous) { vote(.person, 6) }
    // "Secretary of State John Kerry"
    let isTitle = word(name.lowerBound - 2) == "of" && tokens[name.lowerBound - 1].isCapitalised
    if !isTitle, let kind = NameClassifier.kind(ofHead: previous), kind != .person {
      let isShip = kind == .asset || CraftNouns.isCarrier(name.lowerBound - 1, tokens)
      vote(isShip ? .asset : kind, isShip ? 10 : 6)
    }
    // "its smaller rival Lowe Finch"
    if ["rival", "competitor", "partner"].contains(previous), word(outer.lowerBound) == "its" {
      vote(.organization, 6)
      vote(.person, -4)
    }
    // "nearby Kitoro", "the builder De Wilde"
    if Self.locating.contains(previous) { vote(.place, before == "in" ? 8 : 5) }
    if Occupations.trades.contains(previous), !tokens[name.lowerBound - 1].isCapitalised,
      !Self.anybody.contains(previous) || name.count == 1
    {
      vote(.organization, 4)
    }
    if let owner = annotations.phrases[phrase].possessor, tags[name.lowerBound - 1] == .possessiveMark,
      GivenNames.gender(of: word(name.lowerBound)) == nil, isCountry(owner)
    {
      vote(.organization, 3)
    }
    guard previous == "the" else { return }
    readArticle()
    // "in the Scottish Borders"
    if before == "in", isPlural, name.count <= 2, !OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)) {
      vote(.place, 6)
    }
    readVoyage()
    vote(.organization, 2)
  }

  /// "Italy’s Guardia di Finanza"
  private func isCountry(_ phrase: Int) -> Bool {
    let range = annotations.phrases[phrase].tokens
    return Gazetteer.places[NameClassifier.text(range, annotations)] == .country
  }

  // MARK: The words before

  private mutating func readPreposition() {
    switch before {
    case "into", "near", "outside", "across", "throughout", "toward", "towards", "off": vote(.place, 5)
    case "in": vote(.place, Self.seated.contains(beforeLast) ? 8 : 4)
    case "at":
      // "the transport manager at Lindqvist"
      let isPost = outer.lowerBound > 1 && HumanNouns.describesHuman(Suffixes.singular(beforeLast))
      if isPost { vote(.organization, 5) } else { vote(.place, 3) }
    case "from", "to": vote(.place, 1)
    case "aboard": vote(.asset, 6)
    default: break
    }
  }

  /// What the name hangs on: a verb, or a noun and its preposition.
  private mutating func readGovernor() {
    if name.count == 1, let lemma = VerbForms.lemma(of: before), Self.spatialVerbs.contains(lemma) { vote(.place, 3) }
    if before == "of", outer.lowerBound > 1 {
      if PlaceNouns.kinds.contains(Suffixes.singular(beforeLast)) { vote(.place, 6) }
      if Self.townsfolk.contains(beforeLast) { vote(.place, 6) }
      if Kinship.isRelative(beforeLast) { vote(.person, 6) }
      // "Ronan Kelly of Killbeg"
      if tags[outer.lowerBound - 2] == .name, name.count == 1, outer.count == 1, !tokens[name.lowerBound].isInCapitals {
        vote(.place, 3)
      }
    }
    // "the MP for Wexcombe"
    if ["for", "of"].contains(before), outer.lowerBound > 1, RoleNouns.isDeputy(beforeLast),
      !["member", "delegate", "representative"].contains(beforeLast), outer.count == name.count
    {
      vote(.place, 6)
    }
    // "a couple from Delft", but "lawyers from Orbex"
    if before == "from", outer.lowerBound > 1, name.count == 1, outer.count == 1, isDweller(Suffixes.singular(beforeLast)) {
      vote(.place, 4)
    }
    if before == "to", ["adviser", "advisor", "consultant", "supplier", "lender", "contractor"].contains(beforeLast) {
      vote(.organization, 2)
    }
    // "Mayor Piers Oxley of Lower Halden"
    if before == "of", isOfficeHolder(endingAt: outer.lowerBound - 2) { vote(.place, 6) }
    // "a pension fund called Larkspur"
    if ["called", "named"].contains(before), outer.lowerBound > 1, let kind = NameClassifier.kind(ofHead: beforeLast) {
      vote(kind, 8)
    }
    if name.count > 1, isPlaceOfWork {
      vote(.organization, before == "of" ? 6 : 12)
      vote(.person, -6)
    }
    // "admitted to Harnwick General"
    if name.count == 2, word(name.upperBound - 1) == "general", ["at", "to", "in"].contains(before),
      !OfficeWords.isPart(word(name.lowerBound)), HumanNouns.rank(word(name.lowerBound)) == nil
    {
      vote(.organization, 8)
      vote(.person, -8)
    }
    if before == "by", outer.lowerBound > 1, ["owned", "operated", "run", "made", "published"].contains(beforeLast),
      name.count == 1 || name.count == 2 && beforeLast == "published"
    {
      vote(.organization, 6)
    }
    if before == "to", isSold(before: outer.lowerBound - 1) { vote(.organization, 5) }
  }

  /// "Gareth Pryce of Pryce Latham", "a partner in Reeve Dalton": what one is of is no person.
  private var isPlaceOfWork: Bool {
    if before == "in" || before == "at",
      ["partner", "solicitor", "consultant", "trainee"].contains(Suffixes.singular(beforeLast))
    {
      return true
    }
    guard before == "of", outer.lowerBound > 2, case let phrase = annotations.phraseOfToken[outer.lowerBound - 2], phrase >= 0,
      annotations.phrases[phrase].kind == .name, annotations.phrases[phrase].tokens.upperBound == outer.lowerBound - 1
    else { return false }
    let words = annotations.phrases[phrase].tokens
    return words.count > 1 && words.contains { GivenNames.gender(of: word($0)) != nil }
      && !words.contains { OrganizationNouns.nameHeads.contains(word($0)) }
  }

  /// A human being who comes from somewhere rather than from some body.
  private func isDweller(_ singular: String) -> Bool {
    ["couple", "family"].contains(singular)
      || HumanNouns.describesHuman(singular) && RoleNouns.type(singular) == nil && !Occupations.trades.contains(singular)
      || ["resident", "native", "farmer", "nurse", "teacher", "doctor"].contains(singular)
  }

  /// Whether the words up to a token are the name of a mayor or a minister with his office before it.
  private func isOfficeHolder(endingAt token: Int) -> Bool {
    var at = token
    while at >= 0, tags[at] == .name, token - at < 5 {
      if ["mayor", "governor", "minister", "president", "king", "queen", "prince", "premier", "bishop", "archbishop", "cardinal"]
        .contains(tokens[at].lower)
      {
        return at < token
      }
      at -= 1
    }
    return at >= 0 && at < token && ["mayor", "minister", "president", "governor"].contains(tokens[at].lower)
  }

  /// "sold its dairy division to Nordmilk"
  private func isSold(before index: Int) -> Bool {
    (max(0, index - 8)..<max(0, index)).contains { token in
      tags[token].isVerb
        && ["sell", "award", "transfer", "lease"].contains(VerbForms.lemma(of: tokens[token].lower) ?? "")
    }
  }

  // MARK: The words behind

  /// "Bandara's justice minister"
  private mutating func readOwner() {
    guard isFollowed, tags[outer.upperBound] == .possessiveMark else { return }
    let reach = outer.upperBound + 1..<min(outer.upperBound + 4, tokens.count)
    if reach.contains(where: { Self.stateOffices.contains(word($0)) }) { vote(.place, 5) }
  }

  /// "the leader of the opposition Renewal Party, who", "a nurse in Tarsa, who": the clause is of whom the name belongs to.
  private var belongsToPerson: Bool {
    if ["in", "at", "near"].contains(before) { return true }
    // "the MP for Harnwick, who"
    if ["for", "of", "from"].contains(before), name.count == outer.count, HumanNouns.describesHuman(beforeLast) { return true }
    guard OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)) else { return false }
    var begin = name.lowerBound
    while begin > 0, [.determiner, .adjective, .noun].contains(tags[begin - 1]) { begin -= 1 }
    return begin > 1 && tags[begin - 1] == .preposition && HumanNouns.isHuman(word(begin - 2))
  }

  private mutating func readContinuation() {
    if after == "," {
      // "the Aurora, owned by Baltline"
      if Self.ruled.contains(afterNext) { vote(.organization, 4) }
      if afterNext == "who", !isPlural, !belongsToPerson { vote(.person, 6) }
      // "X, 43, a doctor", "Kitoro, 30 km to the west"
      if Int(afterNext) != nil { vote(Self.lengths.contains(word(outer.upperBound + 2)) ? .place : .person, 5) }
      // "Sutton Grey, which": no person.
      if afterNext == "which" {
        vote(.organization, 1)
        vote(.person, -6)
      }
      if afterNext == "whose", Self.personal.contains(word(outer.upperBound + 2)) { vote(.person, 6) }
    }
    if after == "who", !isPlural { vote(.person, 5) }
    if isFollowed, tags[outer.upperBound].isVerb, let lemma = VerbForms.lemma(of: after) {
      if SpeechLexicon.isSpeech(lemma) { vote(.person, name.count >= 2 && name.count <= 3 ? 3 : 1) }
      if Self.publishingVerbs.contains(lemma) { vote(.organization, 4) }
      // "Ocean Harvest said its chief executive"
      if SpeechLexicon.isSpeech(lemma), afterNext == "its" {
        vote(.organization, 6)
        vote(.person, -8)
      }
    }
  }

  /// What only companies and other organisations have and undergo: a board, shares, a chief executive; being bought,
  /// founded, owned by the percent.
  private mutating func readCompany() {
    let end = outer.upperBound
    if isFollowed, tags[end] == .possessiveMark {
      let reach = (end + 1)..<min(end + 5, tokens.count)
      if reach.contains(where: { Self.corporate.contains(word($0)) }) { vote(.organization, 5) }
    }
    if ["of", "in", "for", "at"].contains(before) {
      if Self.corporate.contains(beforeLast) { vote(.organization, 4) }
      let isVague = ["share", "third", "half", "quarter"].contains(beforeLast) && before != "of"
      if Self.portions.contains(beforeLast), !isVague { vote(.organization, 6) }
    }
    if name.lowerBound == outer.lowerBound, let lemma = VerbForms.lemma(of: before), Self.trading.contains(lemma) {
      vote(.organization, 4)
    }
    if ["was", "were"].contains(word(end)),
      ["founded", "acquired", "bought", "sold", "nationalised", "privatised", "listed"].contains(word(end + 1))
    {
      vote(.organization, 6)
    }
    if ClosedClasses.forms[word(end)] == "be", ["owned", "controlled", "run", "operated", "headed"].contains(word(end + 1)),
      word(end + 2) == "by"
    {
      vote(.organization, 5)
    }
    if word(end) == "declined", word(end + 1) == "to" { vote(.organization, 1) }
    // "Hollis Grain has agreed to buy its smaller rival"
    if isFollowed, tags[end].isVerb || tags[end] == .auxiliary,
      let its = (end + 1..<min(end + 7, tokens.count)).first(where: { word($0) == "its" }),
      !(end..<its).contains(where: { annotations.tags[$0] == .name || tags[$0] == .mark }),
      (end..<its).contains(where: { VerbForms.lemma(of: word($0)).map { Self.trading.contains($0) } ?? false })
    {
      vote(.organization, 6)
      vote(.person, -4)
    }
  }

  // MARK: Descriptions, and the line

  private mutating func readDescriptions() {
    if after == ",", let kind = appositionKind(at: outer.upperBound + 1) {
      vote(kind, 5)
      isDescribedAsBody = kind == .organization
    }
    // "Open Wards (OW), a rights organisation"
    if after == "(", outer.upperBound + 4 < tokens.count, tokens[outer.upperBound + 2].form == ")",
      tokens[outer.upperBound + 3].form == ",", let kind = appositionKind(at: outer.upperBound + 4)
    {
      vote(kind, 5)
    }
    if before == ",", let kind = descriptionBefore(outer.lowerBound - 1) {
      // "A liquidator appointed by the court, Grace Lim, said"
      let isPersonal = (2...4).contains(name.count) && GivenNames.gender(of: word(name.lowerBound)) != nil
      if kind != .organization || !isPersonal {
        vote(kind, 5)
        isDescribedAsBody = isDescribedAsBody || kind == .organization
      }
    }
  }

  private mutating func readLine() {
    let line = annotations.sentences[annotations.sentenceIndex(ofToken: name.lowerBound)]
    if line.kind == .dateline, before != "(" { vote(.place, 8) }
    guard line.kind == .byline else { return }
    // "Mirko Sandell in Lassa, Ozera"
    let isPersonal = (2...4).contains(name.count) && GivenNames.gender(of: word(name.lowerBound)) != nil
    let isPlace =
      before == "in"
      || before == "," && !isPersonal && (line.tokens.lowerBound..<name.lowerBound).contains { word($0) == "in" }
    // "By Dana Whitlock, Pine Harbor Ledger"
    if !isPlace, before == ",", name.count > 1, OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)) {
      return vote(.organization, 10)
    }
    if !isPlace, isPaper(in: line) { return vote(.organization, 10) }
    vote(isPlace ? .place : .person, 8)
  }

  /// "By Tomas Reyn, Interpress", "Lena Ruud, Court Correspondent — The Harbour Post", "Delta Press Service, by Irma Sand": of a
  /// byline's names the one that is no person's and no town's.
  private func isPaper(in line: Sentence) -> Bool {
    let isBehind = [",", "—", "–", "|"].contains(before)
    let isFirst = name.lowerBound == line.tokens.lowerBound && word(name.upperBound - 1) != "by"
    guard isBehind || isFirst, Gazetteer.places[NameClassifier.text(name, annotations)] == nil,
      GivenNames.gender(of: word(name.lowerBound)) == nil, !annotations.tokens[name.lowerBound].isInCapitals || name.count > 1,
      !HumanNouns.describesHuman(word(name.upperBound - 1))
    else { return false }
    if isFirst { return OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)) }
    return !(line.tokens.lowerBound..<name.lowerBound).contains { word($0) == "in" }
  }

  /// "X, a market town …": what the description after a comma makes of X.
  private func appositionKind(at index: Int) -> EntityKind? {
    guard index < tokens.count, annotations.phraseStartingAt[index] >= 0, tokens[index].lower != "whose" else { return nil }
    let phrase = annotations.phraseStartingAt[index]
    guard
      tags[index] == .determiner || tags[index] == .possessive || tags[index] == .noun
        || tags[index] == .adjective || tags[index] == .name
    else { return nil }
    // "in Port Said, its deputy head, Amr Fathy"
    if ["its", "their"].contains(word(index)), word(annotations.phrases[phrase].tokens.upperBound) == ",",
      tokens[min(annotations.phrases[phrase].tokens.upperBound + 1, tokens.count - 1)].isCapitalised
    {
      return nil
    }
    // "Stellan Roark, a developer who …"
    let end = annotations.phrases[phrase].tokens.upperBound
    if end < tokens.count, tokens[end].lower == "who" { return .person }
    return NameClassifier.kind(ofHead: tokens[annotations.phrases[phrase].head].lower)
  }

  /// "its commander, X": what the description before the comma at `comma` makes of X.
  private func descriptionBefore(_ comma: Int) -> EntityKind? {
    guard comma > 0 else { return nil }
    let phrase = annotations.phraseOfToken[comma - 1]
    guard phrase >= 0, annotations.phrases[phrase].kind == .common, annotations.phrases[phrase].tokens.upperBound == comma else {
      return nil
    }
    let head = tokens[annotations.phrases[phrase].head].lower
    let kind = NameClassifier.kind(ofHead: head)
    // "the capital, Tavo"
    return kind == .place && !["capital", "city", "town", "village", "port"].contains(head) ? nil : kind
  }

  /// Whether capitals in brackets are the initials of the phrase before: "Northern Resistance Front (NRF)".
  private func standsForName(_ capitals: Range<Int>) -> Bool {
    guard capitals.count == 1, capitals.lowerBound >= 2, tokens[capitals.lowerBound].isInCapitals else {
      return false
    }
    let phrase = annotations.phraseOfToken[capitals.lowerBound - 2]
    guard phrase >= 0 else { return false }
    let acronym = tokens[capitals.lowerBound].lower
    return Initials.match(acronym, tokens[annotations.phrases[phrase].tokens])
  }

  // MARK: Words

  /// With which the names of companies end that are one word.
  private static let tradeEndings: Set<String> = [
    "bank", "soft", "tech", "corp", "media", "petrol", "steel", "pharma", "telecom", "rail", "invest", "agro", "chem",
  ]

  /// What only a person has: "Arno Beek, whose company".
  private static let personal = WordList.set(
    """
    company firm wife husband son daughter father mother brother sister family parents lawyer lawyers house home body widow
    """)
  /// What is done to organisations, behind their name.
  private static let ruled: Set<String> = ["owned", "operated", "run", "led", "headed", "chaired", "founded"]
  /// Who is of a town or a country.
  private static let townsfolk = WordList.set(
    """
    mayor governor bishop archbishop sheriff native natives resident residents inhabitant inhabitants citizen citizens villagers
    outskirts suburb suburbs streets capital
    """)
  private static let stateOffices: Set<String> = [
    "minister", "ministers", "president", "premier", "ambassador", "parliament", "capital", "border", "coast", "king", "queen",
  ]

  /// What one holds of a company.
  private static let portions: Set<String> = [
    "percent", "cent", "%", "stake", "shares", "share", "third", "half", "quarter", "shareholding", "shareholder", "shareholders",
    "subsidiary", "takeover",
  ]

  private static let corporate = WordList.set(
    """
    board shares share stock founder chairman chairwoman executive shareholders subsidiary headquarters factory factories
    owner owners director directors creditors trustees
    employees workers profits profit revenue sales customers investors stake management plant plants takeover acquisition
    members membership headquarters
    """)
  /// What a company can be as well as a person: "its rival Kestrel".
  private static let anybody: Set<String> = ["rival", "partner", "ally", "owner", "opponent", "client", "customer", "member"]

  private static let trading: Set<String> = [
    "acquire", "buy", "purchase", "sell", "nationalise", "nationalize", "rescue", "merge",
  ]

  /// Parts of offices that stand before the names of bodies and places as well.
  private static let ambiguous: Set<String> = ["state", "regional", "national", "general"]

  /// What one is in a town.
  private static let seated: Set<String> = [
    "based", "headquartered", "born", "lives", "lived", "living", "located", "held", "resident", "registered",
  ]

  /// What papers and stations do.
  private static let publishingVerbs: Set<String> = ["publish", "print", "broadcast", "air"]

  /// Before a place that the reader may not know.
  private static let locating = WordList.set(
    """
    nearby neighbouring neighboring downtown northern southern eastern western northeastern northwestern southeastern
    southwestern central upstate rural
    """)

  private static let lengths: Set<String> = [
    "km", "kilometres", "kilometers", "miles", "metres", "meters", "mi", "minutes", "hours",
  ]

  /// What one does to a town rather than to a person.
  private static let spatialVerbs: Set<String> = [
    "attack", "bomb", "shell", "storm", "capture", "leave", "enter", "reach", "visit", "cross", "invade", "besiege", "bombard",
  ]
}
