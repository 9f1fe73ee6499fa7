/// The first sweep of coreference: names. Headlines come last, because they shorten what the text spells out.
struct NameResolution {
  private var annotations: Annotations
  /// Folded form → entities that bear it.
  private var byName: [String: [Int]] = [:]
  /// Last word of a person's name → persons.
  private var bySurname: [String: [Int]] = [:]

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  func resolved() -> Annotations {
    var copy = self
    copy.run()
    return copy.annotations
  }

  private mutating func run() {
    let isHead: (Int) -> Bool = { [annotations] mention in
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)]
      return sentence.kind == .title || sentence.kind == .standfirst || sentence.kind == .heading
    }
    let names = annotations.mentions.indices.filter { annotations.mentions[$0].form == .name }
    for mention in names where !isHead(mention) { resolve(mention) }
    for mention in names where isHead(mention) { resolve(mention) }
    for mention in annotations.mentions.indices where annotations.mentions[mention].form == .adjective {
      resolveAdjective(mention)
    }
  }

  private func folded(_ mention: Int) -> String { NameFolding.folded(annotations.text(of: annotations.mentions[mention].tokens)) }

  private mutating func resolve(_ mention: Int) {
    let form = folded(mention)
    let entity: Int
    if let found = match(mention, form) {
      annotations.join(mention, to: found)
      entity = found
      // A surname known before its full name is that full name's from now on.
      if annotations.entities[found].kind == .person, !annotations.entities[found].name.utf8.contains(0x20),
        form.utf8.contains(0x20)
      {
        annotations.entities[found].name = canonicalName(mention, form)
      }
    } else {
      entity = annotations.makeEntity(of: mention, name: sharedName(mention) ?? canonicalName(mention, form))
      if annotations.entities[entity].name != annotations.text(of: annotations.mentions[mention].tokens) {
        register(NameFolding.folded(annotations.entities[entity].name), entity)
      }
    }
    register(form, entity)
    noteTitle(of: mention, entity)
  }

  /// "Ahmed and Karim Sabri": a given name to which the next one’s surname belongs as well.
  private func sharedName(_ mention: Int) -> String? {
    let own = annotations.mentions[mention]
    guard own.kind == .person, own.tokens.count == 1, let phrase = own.phrase,
      GivenNames.gender(of: annotations.tokens[own.head].lower) != nil,
      let next = annotations.phrase(joinedBehind: phrase), annotations.mentionOfPhrase[next] >= 0
    else { return nil }
    let other = annotations.mentions[annotations.mentionOfPhrase[next]]
    guard other.form == .name, other.kind == .person, other.tokens.count == 2,
      other.tokens.lowerBound == annotations.phrases[next].tokens.lowerBound,
      GivenNames.gender(of: annotations.tokens[other.tokens.lowerBound].lower) != nil
    else { return nil }
    return annotations.tokens[own.head].form + " " + annotations.tokens[other.head].form
  }

  private func canonicalName(_ mention: Int, _ form: String) -> String {
    if annotations.mentions[mention].kind == .place, let name = Gazetteer.canonicalNames[form] { return name }
    if let known = OrganizationNouns.known[form] { return known }
    return annotations.text(of: annotations.mentions[mention].tokens)
  }

  private mutating func register(_ form: String, _ entity: Int) {
    func add(_ key: String) { if byName[key]?.contains(entity) != true { byName[key, default: []].append(entity) } }
    add(form)
    if annotations.entities[entity].kind == .place, let name = Gazetteer.canonicalNames[form] { add(NameFolding.folded(name)) }
    if let known = OrganizationNouns.known[form] { add(NameFolding.folded(known)) }
    if annotations.entities[entity].kind == .person, let last = form.split(separator: " ").last.map(String.init) {
      if bySurname[last]?.contains(entity) != true { bySurname[last, default: []].append(entity) }
    }
  }

  // MARK: Matching

  private func match(_ mention: Int, _ form: String) -> Int? {
    let kind = annotations.mentions[mention].kind
    if let exact = byName[form]?.last(where: { annotations.entities[$0].kind == kind }) {
      if kind == .person, let distinct = distinguished(mention, form) { return distinct }
      return exact
    }
    if let canonical = Gazetteer.canonicalNames[form] ?? OrganizationNouns.known[form],
      let same = byName[NameFolding.folded(canonical)]?.last(where: { annotations.entities[$0].kind == kind })
    {
      return same
    }
    if let given = givenName(mention, form) ?? compassCountry(form) { return given }
    switch kind {
    case .person: return firm(mention, form) ?? matchPerson(mention, form)
    case .organization: return matchOrganization(mention, form)
    case .place: return byName[form]?.last(where: { annotations.entities[$0].kind == .organization })
    case .asset: return matchAsset(form)
    case .group: return nil
    }
  }

  /// "Dara", whatever it was taken for, of "Dara Venn": the first name of one person only, which means nothing else.
  private func givenName(_ mention: Int, _ form: String) -> Int? {
    guard annotations.mentions[mention].kind != .person, !form.contains(" "), isOwnWord(form), Gazetteer.places[form] == nil,
      Gazetteer.demonyms[form] == nil, byName[form] == nil
    else { return nil }
    let owners = annotations.entities.indices.filter {
      annotations.entities[$0].kind == .person && annotations.entities[$0].name.contains(" ")
        && NameFolding.folded(annotations.entities[$0].name).hasPrefix(form + " ")
    }
    return owners.count == 1 ? owners[0] : nil
  }

  /// "the North" of "North Korea", where the text names but one such country.
  private func compassCountry(_ form: String) -> Int? {
    guard ["north", "south", "east", "west"].contains(form) else { return nil }
    let found = annotations.entities.indices.filter {
      let name = NameFolding.folded(annotations.entities[$0].name)
      return annotations.entities[$0].kind == .place && name.hasPrefix(form + " ") && Gazetteer.places[name] == .country
    }
    return found.count == 1 ? found[0] : nil
  }

  private func isOwnWord(_ form: String) -> Bool { LanguageModels.syntax.lexicon(of: form).isEmpty }

  /// "Corbel", the firm before any person of that name has been met: the first word of one organisation, without a title.
  private func firm(_ mention: Int, _ form: String) -> Int? {
    guard !form.contains(" "), bySurname[form] == nil, titleGender(mention) == nil, GivenNames.gender(of: form) == nil,
      !isTitled(mention)
    else { return nil }
    let firms = annotations.entities.indices.filter {
      annotations.entities[$0].kind == .organization && !annotations.entities[$0].isAnonymous
        && isShort([Substring(form)], of: NameFolding.folded(annotations.entities[$0].name).split(separator: " "))
    }
    return firms.count == 1 ? firms[0] : nil
  }

  private func isTitled(_ mention: Int) -> Bool {
    let begin = annotations.mentions[mention].tokens.lowerBound
    return begin > 0 && HumanNouns.rank(annotations.tokens[begin - 1].lower) != nil
  }

  /// Without "Mr" or a rank, behind which stands a surname.
  private func isPlain(_ mention: Int) -> Bool {
    let begin = annotations.mentions[mention].tokens.lowerBound
    return begin > 0 && Kinship.isRelative(annotations.tokens[begin - 1].lower)
      || titleGender(mention) == nil && !isTitled(mention)
  }

  /// A bare surname that several persons bear is the one whose title or gender agrees, otherwise the last who was named.
  private func distinguished(_ mention: Int, _ form: String) -> Int? {
    guard !form.contains(" "), let bearers = bySurname[form], bearers.count > 1 else { return nil }
    return best(of: bearers, for: mention)
  }

  private func best(of bearers: [Int], for mention: Int) -> Int? {
    let gender = titleGender(mention)
    let agreeing = bearers.filter {
      gender == nil || annotations.entities[$0].gender == nil || annotations.entities[$0].gender == gender
    }
    // "Mr Dervenko" is the man of the two rather than whose gender nothing has told.
    let certain = gender == nil ? [] : agreeing.filter { annotations.entities[$0].gender == gender }
    return (certain.isEmpty ? agreeing : certain).max { lastMention($0, before: mention) < lastMention($1, before: mention) }
  }

  private func lastMention(_ entity: Int, before mention: Int) -> Int {
    annotations.entities[entity].mentions.last { $0 < mention } ?? -1
  }

  private func matchPerson(_ mention: Int, _ form: String) -> Int? {
    let words = form.split(separator: " ").map(String.init)
    guard let last = words.last else { return nil }
    let bearers = bySurname[last] ?? []
    if words.count == 1 {
      if !bearers.isEmpty { return best(of: bearers, for: mention) }
      // A given name alone, of one person only; the first of two surnames.
      let owners = annotations.entities.indices.filter { index in
        let entity = annotations.entities[index]
        let parts = NameFolding.folded(entity.name).split(separator: " ")
        return entity.kind == .person && (parts.first.map(String.init) == form || parts.dropFirst().contains { $0 == form })
      }
      return owners.count == 1 ? owners[0] : nil
    }
    // "Nell", before the full name "Nell Abara".
    if let given = words.first, words.count == 2,
      let short = byName[given]?.last(where: {
        annotations.entities[$0].kind == .person && NameFolding.folded(annotations.entities[$0].name) == given
          && (GivenNames.gender(of: given) != nil || isOwnWord(given) && annotations.entities[$0].mentions.allSatisfy(isPlain))
      })
    {
      return short
    }
    return bearers.last { bearer in
      let name = NameFolding.folded(annotations.entities[bearer].name).split(separator: " ").map(String.init)
      if name.count == 1 { return true }
      // One is the other's tail, or both agree in the first name or its initial.
      let (shorter, longer) = name.count < words.count ? (name, words) : (words, name)
      if Array(longer.suffix(shorter.count)) == shorter { return true }
      guard let a = name.first, let b = words.first else { return false }
      return a == b || (a.count == 1 || b.count == 1) && a.first == b.first
    }
  }

  /// "the Aurora" of "MV Aurora", "the Pride" of "Ocean Pride".
  private func matchAsset(_ form: String) -> Int? {
    annotations.entities.indices.last { index in
      guard annotations.entities[index].kind == .asset else { return false }
      let name = NameFolding.folded(annotations.entities[index].name)
      return name.hasSuffix(" " + form) || form.hasSuffix(" " + name)
    }
  }

  private func matchOrganization(_ mention: Int, _ form: String) -> Int? {
    let tokens = annotations.mentions[mention].tokens
    if tokens.count == 1, annotations.tokens[tokens.lowerBound].isInCapitals {
      let acronym = annotations.tokens[tokens.lowerBound].lower.filter(\.isLetter)
      if let before = bracketed(mention) { return before }
      return annotations.entities.indices.last { index in
        annotations.entities[index].kind == .organization
          && annotations.entities[index].mentions.contains { other in
            annotations.mentions[other].tokens.count > 1
              && Initials.match(acronym, annotations.tokens[annotations.mentions[other].tokens])
          }
      }
    }
    if tokens.count > 1 {
      // The acronym came first.
      let known = annotations.entities.indices.last { index in
        let name = annotations.entities[index].name
        return annotations.entities[index].kind == .organization && !name.contains(" ") && name.uppercased() == name
          && name.utf8.count >= 2
          && Initials.match(name.lowercased().filter(\.isLetter), annotations.tokens[tokens])
      }
      if let known { return known }
    }
    let words = form.split(separator: " ")
    let isBranch = isBranch(mention)
    let bearers = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      guard entity.kind == .organization, !isBranch else { return false }
      let name = NameFolding.folded(entity.name).split(separator: " ")
      guard name.count > words.count else { return name.count < words.count && isShort(name, of: words) }
      return isShort(words[...], of: name)
    }
    // "Acme" of "Acme Group" and of "Acme Lifts Ltd": of which the text speaks more, or spoke first.
    guard words.count == 1 else { return bearers.last }
    return bearers.max { a, b in
      let (one, other) = (annotations.entities[a].mentions.count, annotations.entities[b].mentions.count)
      return one != other ? one < other : a > b
    }
  }

  /// "Acme Trading, the group’s Swiss arm": no other name of Acme’s.
  private func isBranch(_ mention: Int) -> Bool {
    let end = annotations.mentions[mention].tokens.upperBound
    guard annotations.mentions[mention].tokens.count > 1, end + 1 < annotations.tokens.count, annotations.tokens[end].form == ",",
      annotations.phraseStartingAt[end + 1] >= 0
    else { return false }
    let noun = annotations.tokens[annotations.phrases[annotations.phraseStartingAt[end + 1]].head].lower
    return ["arm", "subsidiary", "affiliate", "offshoot", "branch", "division", "parent", "sister", "spin-off"].contains(noun)
  }

  /// "Acme" of "Acme Holdings Ltd", "the Front" of "Northern Resistance Front", "Security Council" of "UN Security Council".
  private func isShort(_ short: some Collection<Substring>, of long: [Substring]) -> Bool {
    guard !short.isEmpty else { return false }
    let isPointer = short.count == 1 && OrganizationNouns.isPointer(String(short.first!))
    if Array(long.suffix(short.count)) == Array(short) {
      // "Montefaro" of "Astilleros Montefaro": languages that put the trade first.
      let isProper = long.count == 2 && short.count == 1 && short.first!.utf8.count > 3 && isOwnWord(String(short.first!))
      return short.count > 1 || isPointer
        || isProper && isOwnWord(String(long[0])) && GivenNames.gender(of: String(long[0])) == nil
    }
    // "the Authority" of "Port Authority of Veldt"
    if isPointer, let at = long.firstIndex(of: short.first!), at + 1 < long.count,
      ["of", "for", "on", "against"].contains(long[at + 1])
    {
      return true
    }
    // "UN Panel" of "UN Panel of Experts"
    if short.count > 1, long.count > short.count, Array(long.prefix(short.count)) == Array(short),
      ["of", "for", "on"].contains(long[short.count]), OrganizationNouns.nameHeads.contains(String(short.map { $0 }.last!))
    {
      return true
    }
    guard Array(long.prefix(short.count)) == Array(short), let next = long.dropFirst(short.count).first else { return false }
    // "Calder Valley" of "Calder Valley Unified School District"
    if short.count > 1, long.count > short.count + 1,
      OrganizationNouns.nameHeads.contains(String(long.last!)) || long.last! == "district",
      Gazetteer.places[short.joined(separator: " ")] == nil
    {
      return true
    }
    // The head of a company's name without its legal form or trade, never the country of a ministry. A word that means nothing
    // else needs no such trade behind it.
    if short.count == 1, Self.institutions.contains(String(next)) { return false }
    let isOwnWord = short.count == 1 && isOwnWord(String(short.first!)) || Self.legalForms.contains(String(long.last!))
    let isTrade =
      OrganizationNouns.companyHeads.contains(String(next))
      || short.count == 1 && LanguageModels.syntax.lexicon(of: String(next)).contains(.noun)
    return (OrganizationNouns.nameHeads.contains(String(next)) || isOwnWord || isTrade)
      && Gazetteer.demonyms[String(short.first!)] == nil
      && Gazetteer.places[short.joined(separator: " ")] == nil
      && !["national", "international", "royal", "federal", "united", "state", "supreme"]
        .contains(String(short.first!))
  }

  /// What is called by its place, whose name alone is the place's: "Hallam" and the "Hallam Gazette".
  private static let institutions = WordList.set(
    """
    courier gazette times post herald tribune chronicle echo university college police council court hospital airport port
    prison cathedral museum theatre city town district
    """)

  private static let legalForms: Set<String> = [
    "ltd", "ltd.", "plc", "inc", "inc.", "llc", "gmbh", "ag", "sa", "s.a.", "bv", "nv", "limited", "corp", "corp.",
  ]

  /// The entity named right before the bracket that holds this acronym: "Northern Resistance Front (NRF)".
  private func bracketed(_ mention: Int) -> Int? {
    let begin = annotations.mentions[mention].tokens.lowerBound
    guard begin >= 2, annotations.tokens[begin - 1].form == "(", begin + 1 < annotations.tokens.count,
      annotations.tokens[begin + 1].form == ")"
    else { return nil }
    let before = annotations.phraseOfToken[begin - 2]
    return before >= 0 ? annotations.entity(ofPhrase: before) : nil
  }

  // MARK: Titles and adjectives

  private func titleGender(_ mention: Int) -> GivenNames.Gender? {
    let begin = annotations.mentions[mention].tokens.lowerBound
    guard begin > 0 else { return nil }
    return HumanNouns.honorifics[annotations.tokens[begin - 1].lower] ?? nil
  }

  /// "Yevgenia Dervenko, the businessman’s sister": what the word for kin beside a comma tells.
  private func kinGender(beside name: Range<Int>) -> GivenNames.Gender? {
    func gender(_ phrase: Int) -> GivenNames.Gender? {
      phrase < 0 ? nil : Kinship.gender(of: annotations.tokens[annotations.phrases[phrase].head].lower)
    }
    let (begin, end) = (name.lowerBound, name.upperBound)
    if end + 1 < annotations.tokens.count, annotations.tokens[end].form == ",",
      let after = gender(annotations.phraseStartingAt[end + 1])
    {
      return after
    }
    return begin > 1 && annotations.tokens[begin - 1].form == "," ? gender(annotations.phraseOfToken[begin - 2]) : nil
  }

  private mutating func noteTitle(of mention: Int, _ entity: Int) {
    if [.organization, .asset].contains(annotations.entities[entity].kind) { return noteTrade(of: mention, entity) }
    guard annotations.entities[entity].kind == .person else { return }
    let tokens = annotations.mentions[mention].tokens
    if annotations.entities[entity].gender == nil {
      let given = tokens.count > 1 ? GivenNames.gender(of: annotations.tokens[tokens.lowerBound].lower) : nil
      annotations.entities[entity].gender = titleGender(mention) ?? kinGender(beside: tokens) ?? given
    }
    guard let phrase = annotations.mentions[mention].phrase,
      let title = PhraseShape(annotations.phrases[phrase], annotations).titleTokens
    else { return }
    for token in title {
      let lower = annotations.tokens[token].lower
      if let spelled = Self.spelled[lower] { annotations.entities[entity].heads.insert(spelled) }
      let isOffice = HumanNouns.rank(lower) != nil && RoleNouns.type(lower) != nil
      if HumanNouns.isHuman(lower) || isOffice
        || !annotations.tokens[token].isCapitalised && Occupations.nouns.contains(lower)
      {
        annotations.entities[entity].heads.insert(lower)
      }
      if let gender = HumanNouns.gender(of: lower) { annotations.entities[entity].gender = gender }
    }
  }

  /// What a title says that its bearer is.
  private static let spelled: [String: String] = [
    "dr": "doctor", "dr.": "doctor", "prof": "professor", "prof.": "professor", "capt": "captain", "capt.": "captain",
    "col": "colonel", "col.": "colonel", "gen": "general", "gen.": "general", "lt": "lieutenant", "lt.": "lieutenant",
    "maj": "major", "maj.": "major", "sgt": "sergeant", "sgt.": "sergeant", "insp": "inspector", "insp.": "inspector",
    "det": "detective", "det.": "detective", "justice": "judge", "father": "priest", "sen.": "senator", "gov.": "governor",
    "sister": "nun", "rev": "cleric", "rev.": "cleric",
  ]

  /// "the energy company Petrosud": the noun right before the name says what it is.
  private mutating func noteTrade(of mention: Int, _ entity: Int) {
    let begin = annotations.mentions[mention].tokens.lowerBound
    guard begin > 0, annotations.tags[begin - 1] == .noun else { return }
    let lower = annotations.tokens[begin - 1].lower
    if annotations.entities[entity].kind == .asset, CraftNouns.isCarrier(begin - 1, annotations.tokens) {
      annotations.entities[entity].heads.insert("ship")
    }
    if OrganizationNouns.commonHeads.contains(lower) || CraftNouns.isCraft(lower) {
      annotations.entities[entity].heads.insert(lower)
    }
  }

  /// The town of "Dublin-based".
  private mutating func resolveSeat(_ mention: Int) {
    let name = String(annotations.text(of: annotations.mentions[mention].tokens).dropLast("-based".count))
    let key = NameFolding.folded(name)
    if let known = byName[key]?.first(where: { annotations.entities[$0].kind == .place }) {
      annotations.join(mention, to: known)
    } else {
      register(key, annotations.makeEntity(of: mention, name: Gazetteer.canonicalNames[key] ?? name))
    }
  }

  /// An adjective of nationality is a form of the country's name; a country known by its adjective only is made of it.
  private mutating func resolveAdjective(_ mention: Int) {
    let word = annotations.mentions[mention].tokens.map { annotations.tokens[$0].lower }.joined(separator: " ")
    if word.hasSuffix("-based") { return resolveSeat(mention) }
    if let country = Gazetteer.demonyms[word] {
      let key = NameFolding.folded(country)
      if let known = byName[key]?.first(where: { annotations.entities[$0].kind == .place }) {
        annotations.join(mention, to: known)
      } else {
        register(key, annotations.makeEntity(of: mention, name: country))
      }
      return
    }
    let place = annotations.entities.indices.first { index in
      annotations.entities[index].kind == .place
        && Gazetteer.isAdjective(word, of: NameFolding.folded(annotations.entities[index].name))
    }
    if let place {
      annotations.join(mention, to: place)
    } else if let known = byName[NameFolding.folded(word)]?.first(where: { annotations.entities[$0].kind == .place }) {
      annotations.join(mention, to: known)
    } else if word.utf8.count >= 5, !word.utf8.contains(0x20) {
      // A country of which the text has the adjective only.
      register(
        NameFolding.folded(word),
        annotations.makeEntity(of: mention, name: annotations.text(of: annotations.mentions[mention].tokens)))
    }
  }
}
