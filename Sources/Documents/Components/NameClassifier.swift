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
  /// Names beside which a description makes organisations of them.
  private var described: Set<String> = []
  /// Names that stand by themselves somewhere in the text.
  private(set) var independent: Set<String> = []

  /// Whether the text tells of a ship.
  private let hasCraft: Bool

  init(_ annotations: Annotations) {
    hasCraft = annotations.tokens.contains { !$0.isCapitalised && CraftNouns.ships.contains(Suffixes.singular($0.lower)) }
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
    independent.insert(key)
    let evidence = NameEvidence(name, phrase: phrase, hasCraft: hasCraft, annotations)
    votes[key, default: [:]].merge(evidence.votes, uniquingKeysWith: +)
    if evidence.isDescribedAsBody { described.insert(key) }
    for token in name {
      switch annotations.nominalTypes[token] {
      case .person: modelled[key, default: [:]][.person, default: 0] += 1
      case .organization: modelled[key, default: [:]][.organization, default: 0] += 1
      case .place: modelled[key, default: [:]][.place, default: 0] += 1
      default: break
      }
    }
  }

  /// What opens the names of companies and bodies in other languages.
  private static let openers = WordList.set(
    """
    banque banco banca banka compagnie société sociedad società groupe grupo gruppo gruppe fondation fundación fondazione
    stiftung universidad université universität università instituto institut istituto ministerio ministère partido
    parti partito guardia guardie polizia policía policia gendarmerie ejército esercito armée
    fc afc rfc hc sc fk nk kk bk vfb vfl tsv ssc dynamo dinamo spartak lokomotiv sporting olympique deportivo atletico borussia
    hapoel maccabi credit crédit kredit caja cassa sparkasse
    asociación association associazione federación fédération confédération sindicato syndicat editorial radio télé
    """)

  /// "the Krasna coal mine", "the Silex company": a name before such a noun is the thing's own.
  mutating func observeModifier(of phrase: Int, _ annotations: Annotations) {
    let range = annotations.phrases[phrase]
    guard range.kind == .common, range.possessor == nil else { return }
    let head = Suffixes.singular(annotations.tokens[range.head].lower)
    observeKind(head, range, annotations)
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

  /// "the Zentra news agency"
  private mutating func observeKind(_ head: String, _ phrase: Phrase, _ annotations: Annotations) {
    guard DescriptionResolution.kinds.contains(head), let end = DescriptionResolution.endOfName(before: phrase.head, annotations),
      end > phrase.tokens.lowerBound
    else { return }
    var begin = end
    while begin > phrase.tokens.lowerBound, annotations.tags[begin - 1] == .name { begin -= 1 }
    let key = Self.text(begin..<end, annotations)
    guard begin < end, Gazetteer.demonyms[key] == nil, Gazetteer.places[key] == nil, votes[key] != nil else { return }
    votes[key]![.organization, default: 0] += 6
  }

  /// What a noun that describes a name makes of it.
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
    let names = votes.keys.sorted()
    let places = names.filter { decided($0) == .place }
    let roots = names.filter { $0.utf8.count >= 4 && !$0.utf8.contains(0x20) }
    for word in modifierWords where Gazetteer.demonyms[word] == nil && Gazetteer.places[word] == nil {
      if let place = places.first(where: { Gazetteer.isAdjective(word, of: $0) }) {
        adjectives[word] = place
      } else if let name = roots.first(where: { Gazetteer.isAdjective(word, of: $0) }) {
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
    for (key, kind) in kinds.sorted(by: { $0.key < $1.key })
    where kind != .person && isOneWord(key) && Gazetteer.places[key] == nil {
      // What the models or a preposition made of a surname counts for less than the full name.
      let isSurname = self.isSurname(key)
      let opensName = kinds.contains { $0.value == .organization && $0.key.hasPrefix(key + " ") }
      let isCompany = opensName && (votes[key]?[.organization] ?? 0) >= (votes[key]?[.person] ?? 0)
      if isSurname, !isCompany, (votes[key]?[kind] ?? 0) < 8 { kinds[key] = .person }
    }
    for (key, kind) in kinds.sorted(by: { $0.key < $1.key })
    where kind != .organization && kind != .asset && Gazetteer.places[key] == nil {
      let opens = kinds.contains { $0.value == .organization && $0.key.hasPrefix(key + " ") }
      let isSurname = self.isSurname(key)
      let isCompany = (votes[key]?[.organization] ?? 0) >= max(5, votes[key]?[.person] ?? 0)
      if opens, !isSurname || isCompany, (votes[key]?[.place] ?? 0) < 5 { kinds[key] = .organization }
    }
  }

  /// "Hemert" or "van Hemert"
  private func isOneWord(_ key: String) -> Bool {
    key.split(separator: " ").dropLast().allSatisfy { NameRun.particles.contains(String($0)) }
  }

  /// Whether the text names an organisation of several words of which this is the last, "of" none of them.
  func namesBody(endingIn word: String) -> Bool {
    kinds.contains { $0.value == .organization && $0.key.hasSuffix(" " + word) && !$0.key.contains(" of ") }
  }

  /// Whether a person bears the word last: "Abadi" of "Haider al-Abadi" too.
  private func isSurname(_ word: String) -> Bool {
    kinds.contains { $0.value == .person && ($0.key.hasSuffix(" " + word) || $0.key.hasSuffix("l-" + word)) }
  }

  private func decided(_ key: String) -> EntityKind? {
    let words = key.split(separator: " ").map(String.init)
    guard let last = words.last, let first = words.first else { return nil }
    if let asset = votes[key]?[.asset], asset >= 5, OrganizationNouns.known[key] == nil,
      (votes[key] ?? [:]).allSatisfy({ $0.value <= asset })
    {
      return .asset
    }
    if OrganizationNouns.known[key] != nil || words.count > 2 && OrganizationNouns.known[first] != nil { return .organization }
    if Gazetteer.places[key] != nil { return .place }
    if words.count == 1, Gazetteer.demonyms[key] != nil || adjectives[key] != nil || CultureNames.isPeople(key) { return .group }
    var tally = votes[key] ?? [:]
    if words.count == 1, key.hasSuffix("stan"), key.utf8.count > 6 { tally[.place, default: 0] += 6 }
    let person = tally[.person] ?? 0
    // "J. P. Hall"
    if words.count > 1, first.utf8.count == 2, first.hasSuffix("."), (tally[.organization] ?? 0) < 5 { return .person }
    if words.count >= 2, OrganizationNouns.nameHeads.contains(last), person < 8 { return .organization }
    if words.contains("&") || words.count > 1 && Self.openers.contains(first), person < 8 { return .organization }
    // "Corbel Glass", "Valmont Copper": a trade behind what is nobody's given name.
    if words.count == 2, person < 5, OrganizationNouns.isTrade(last), GivenNames.gender(of: first) == nil { return .organization }
    // "Calloway Biologics"; "Parents for Answers"
    if words.count > 1, last.hasSuffix("ics"), last.utf8.count > 5 { return .organization }
    if words.count > 2, words.dropFirst().dropLast().contains(where: { ["for", "against", "without"].contains($0) }) {
      return .organization
    }
    // "Port Authority of Veldt"
    if let of = words.firstIndex(of: "of"), of > 1, OrganizationNouns.nameHeads.contains(words[of - 1]),
      !PlaceNouns.nameHeads.contains(words[of - 1])
    {
      return .organization
    }
    // "Marlow School District"
    if words.count > 2, last == "district", OrganizationNouns.nameHeads.contains(words[words.count - 2]) { return .organization }
    // "Department of State"
    let isBody = OrganizationNouns.nameHeads.contains(first) && !PlaceNouns.nameHeads.contains(first)
    if words.count >= 3, isBody, words[1] == "of" || words[1] == "for" { return .organization }
    if words.count >= 2, person < 8, !described.contains(key) || (tally[.place] ?? 0) >= (tally[.organization] ?? 0),
      PlaceNouns.nameHeads.contains(last) || ["mount", "lake", "river", "cape", "port", "fort", "gulf"].contains(first)
        || PlaceNouns.compass.contains(last) && PlaceNouns.nameHeads.contains(words[words.count - 2])
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
    if CultureNames.contains(key) || CultureNames.isWork(key), (votes[key]?[.asset] ?? 0) == 0 { return nil }
    if key.hasSuffix("s"), DateText.weekdays[String(key.dropLast())] != nil || DateText.months[String(key.dropLast())] != nil {
      return nil
    }
    if Self.abbreviations.contains(key) { return nil }
    // "UNLESS, of course": a word that is only shouted.
    if name.count == 1, annotations.tokens[name.lowerBound].isInCapitals, Self.shouted.contains(key) { return nil }
    if name.count == 1,
      isPairOfPlaces(key) || isRomanNumber(name.lowerBound, annotations) || isField(name.lowerBound, annotations)
    {
      return nil
    }
    // "Operation Harvest"
    if name.lowerBound > 0, annotations.tokens[name.lowerBound - 1].lower == "operation",
      annotations.tokens[name.lowerBound - 1].isCapitalised
    {
      return nil
    }
    if let kind = kinds[key] { return kind }
    if let kind = decided(key) { return kind }
    if name.count == 1, annotations.tokens[name.lowerBound].isInCapitals, annotations.tokens[name.lowerBound].form.utf8.count <= 7
    {
      return .organization
    }
    if HumanNouns.isHuman(Suffixes.singular(key)) { return Suffixes.isPlural(key) ? .group : .person }
    return partKind(key) ?? .organization
  }

  private func isRomanNumber(_ token: Int, _ annotations: Annotations) -> Bool {
    let form = annotations.tokens[token].form
    return form.utf8.count > 1 && form.allSatisfy { "IVX".contains($0) }
  }

  /// "the Secretary of State", "Minister of Culture": the field of an office.
  private func isField(_ token: Int, _ annotations: Annotations) -> Bool {
    guard token > 1, ["of", "for"].contains(annotations.tokens[token - 1].lower),
      Self.ministers.contains(annotations.tokens[token - 2].lower)
    else { return false }
    let lower = annotations.tokens[token].lower
    return LanguageModels.syntax.lexicon(of: lower).contains(.noun) && Gazetteer.places[lower] == nil
  }

  private static let ministers: Set<String> = ["minister", "secretary", "undersecretary", "commissioner"]

  /// "the U.S.-Iraq agreement"
  private func isPairOfPlaces(_ word: String) -> Bool {
    let parts = word.split(separator: "-").map(String.init)
    return parts.count == 2 && Gazetteer.places[word] == nil
      && parts.allSatisfy { Gazetteer.places[$0] != nil || Gazetteer.demonyms[$0] != nil }
  }

  private static let shouted = WordList.set(
    """
    unless because although while when where why how what not never always very must should would could can cannot all any every
    only and but or if so yes now then this that these those is was were are do does did only more most much
    """)

  private static let abbreviations: Set<String> = [
    "no.", "no", "nos.", "nos", "art.", "sec.", "fig.", "vol.", "p.", "pp.", "p.m.", "a.m.", "b.c.", "a.d.", "a.i.", "bce", "ce",
  ]

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
