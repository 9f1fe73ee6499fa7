// Whose office it is where the text does not say so because the reader knows: "the chairwoman", "a spokesman confirmed".
extension RelationCollector {
  /// An organisation as the choice between several sees it.
  struct OrganizationView {
    let index: Int
    let isCompany: Bool
    let words: Set<String>
  }

  func view(_ index: Int) -> OrganizationView {
    let entity = annotations.entities[index]
    let words = Set(NameFolding.folded(entity.name).split(separator: " ").map(String.init))
    let last = NameFolding.folded(entity.name).split(separator: " ").last.map(String.init) ?? ""
    let isCompany =
      OrganizationNouns.companyHeads.contains(last)
      || !entity.heads.isDisjoint(with: [
        "company", "firm", "operator", "manufacturer", "supplier", "airline", "retailer", "producer", "brewer", "maker", "bank",
        "insurer",
        "contractor", "builder", "conglomerate", "subsidiary", "corporation", "lender", "carrier", "publisher", "pharmacy",
        "shop",
        "store", "brewery", "shipyard", "dairy", "hotel", "restaurant", "studio", "provider", "utility", "developer", "dealer",
        "refinery", "laboratory", "start-up", "startup", "brokerage", "haulier", "fund", "shipbuilder", "steelmaker", "carmaker",
        "drugmaker", "chipmaker", "exporter", "importer", "wholesaler", "distributor",
      ])
    return OrganizationView(index: index, isCompany: isCompany, words: words.union(entity.heads))
  }

  /// The organisation by name that the text speaks of most, of those that it has spoken of in the sentences before a token.
  func mainOrganization(before token: Int, where isRight: (OrganizationView) -> Bool) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    var best: (entity: Int, count: Int)?
    for index in annotations.entities.indices {
      let entity = annotations.entities[index]
      guard entity.kind == .organization, !entity.isAnonymous else { continue }
      let before = entity.mentions.filter { annotations.mentions[$0].head < token }
      guard let last = before.last, entity.mentions.count >= 3,
        sentence - annotations.sentenceIndex(ofToken: annotations.mentions[last].head) <= 25, isRight(view(index))
      else { continue }
      if best == nil || entity.mentions.count > best!.count { best = (index, entity.mentions.count) }
    }
    return best?.entity
  }

  /// The organisation that is the subject of the nearest clause before `token`: in its sentence, or in the one before.
  func subjectOrganization(before token: Int, where isRight: (OrganizationView) -> Bool) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    var index = annotations.clauses(around: token).upperBound - 1
    while index >= 0 {
      let clause = annotations.clauses[index]
      index -= 1
      guard clause.mainVerb < token else { continue }
      if sentence - annotations.sentenceIndex(ofToken: clause.mainVerb) > 1 { return nil }
      for subject in clause.subjects where annotations.phrases[subject].tokens.upperBound <= token {
        if let entity = annotations.entity(ofPhrase: subject), kind(entity) == .organization || isPolice(entity),
          isRight(view(entity))
        {
          return entity
        }
      }
    }
    return nil
  }

  private static let management = WordList.set(
    """
    chairman chairwoman chairperson chair executive ceo director founder co-founder owner president vice-president manager
    treasurer
    accountant auditor shareholder boss
    """)
  private static let speaking: Set<String> = ["spokesman", "spokeswoman", "spokesperson"]

  /// The owner of an office that is named without one; nil where the text leaves it open.
  func impliedOwner(_ head: String, _ range: Range<Int>) -> Int? {
    let begin = range.lowerBound
    if Self.speaking.contains(head) {
      return subjectOrganization(before: begin) { _ in true } ?? nearest(before: begin, in: 0) { _ in true }
    }
    if let bodies = Self.benches[head] {
      return nearest(before: begin, in: 4) { !$0.words.isDisjoint(with: bodies) }
    }
    if head == "minister" || head == "secretary" && range.contains(where: { tokens[$0].lower == "permanent" }) {
      let sentence = annotations.sentenceIndex(ofToken: begin)
      let near = annotations.mentions.last { mention in
        guard mention.head < begin, let entity = mention.entity, mention.kind == .organization else { return false }
        return sentence - annotations.sentenceIndex(ofToken: mention.head) <= 2
          && view(entity).words.contains(where: { $0 == "ministry" })
      }
      return near?.entity
    }
    if head == "mayor" { return mainTown() }
    guard Self.management.contains(head), range.count <= 4 else { return nil }
    return mainOrganization(before: begin) { $0.isCompany }
  }

  /// The town by name that the text speaks of most, or that its dateline names.
  private func mainTown() -> Int? {
    let towns = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      return entity.kind == .place && !entity.isAnonymous && !entity.mentions.isEmpty
        && Gazetteer.places[NameFolding.folded(entity.name)] != .country
        && entity.mentions.contains { annotations.mentions[$0].form == .name }
    }
    return towns.max { a, b in
      let (first, second) = (annotations.entities[a].mentions.count, annotations.entities[b].mentions.count)
      return first != second ? first < second : a > b
    }.flatMap { annotations.entities[$0].mentions.count >= 2 ? $0 : nil }
  }

  /// The organisation mentioned last before a token, at most so many sentences away.
  private func nearest(before token: Int, in reach: Int, where isRight: (OrganizationView) -> Bool) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    var index = annotations.mentions(beginningIn: token..<(token + 1)).lowerBound - 1
    while index >= 0, sentence - annotations.sentenceIndex(ofToken: annotations.mentions[index].head) <= reach {
      if let entity = annotations.mentions[index].entity, annotations.mentions[index].kind == .organization, isRight(view(entity))
      {
        return entity
      }
      index -= 1
    }
    return nil
  }

  /// Offices that one has in bodies of one sort only.
  private static let benches: [String: Set<String>] = [
    "trustee": ["trust", "foundation", "charity", "board", "school", "college", "university", "district"],
    "partner": ["firm", "chambers", "practice", "llp", "partnership", "solicitors"], "councillor": ["council"],
    "senator": ["senate"],
    "commissioner": ["commission"], "headteacher": ["school", "academy"], "headmaster": ["school", "academy"],
    "principal": ["school", "college", "academy"], "conductor": ["orchestra", "choir"],
    "dean": ["university", "college", "faculty"],
    "rector": ["university", "college"], "juror": ["jury", "court"], "librarian": ["library"],
    "curator": ["museum", "gallery"], "bursar": ["university", "college", "school"], "provost": ["university", "college"],
    "vice-chancellor": ["university"], "registrar": ["university", "college", "hospital"], "matron": ["hospital", "clinic"],
    "goalkeeper": clubs, "striker": clubs, "midfielder": clubs, "physiotherapist": clubs.union(["hospital", "clinic"]),
    "zookeeper": ["zoo"], "choirmaster": ["choir", "cathedral"], "abbot": ["abbey", "monastery"],
  ]

  private static let clubs: Set<String> = ["club", "fc", "afc", "united", "athletic", "rovers", "wanderers", "team", "city"]

  /// "a police spokesman", "the union official", "a hospital manager": the organisation that the noun before the office means.
  func ownerByNoun(_ phrase: Int) -> Int? {
    owningNoun(phrase).flatMap { owner(named: $0, before: annotations.phrases[phrase].head) }
  }

  /// "the fire chief": the brigade or the service whose field stands before the office.
  func ownerByField(_ phrase: Int) -> Int? {
    let head = annotations.phrases[phrase].head
    guard head > annotations.phrases[phrase].tokens.lowerBound, ["fire", "ambulance", "prison"].contains(tokens[head - 1].lower)
    else { return nil }
    return annotations.entities.indices.first { index in
      let words = NameFolding.folded(annotations.entities[index].name).split(separator: " ").map(String.init)
      return kind(index) == .organization && words.contains(tokens[head - 1].lower)
        && words.contains { ["brigade", "service", "department", "authority"].contains($0) }
    }
  }

  /// The noun for an organisation right before the office.
  func owningNoun(_ phrase: Int) -> String? {
    let head = annotations.phrases[phrase].head
    guard head > annotations.phrases[phrase].tokens.lowerBound, annotations.tags[head - 1] == .noun else { return nil }
    return bodyNoun(at: head - 1)
  }

  /// A noun for a body that people hold offices in.
  func bodyNoun(at token: Int) -> String? {
    let noun = tokens[token].lower
    return OrganizationNouns.commonHeads.contains(noun) || noun == "police" || PlaceNouns.sites.contains(noun) ? noun : nil
  }

  /// The body that the text means by a noun for one.
  func owner(named noun: String, before head: Int) -> Int? {
    func bears(_ mention: Mention) -> Bool {
      guard let entity = mention.entity, mention.head != head, [.organization, .place, .group].contains(kind(entity)) else {
        return false
      }
      let name = NameFolding.folded(annotations.entities[entity].name)
      let last = name.split(separator: " ").last.map(String.init) ?? ""
      return OrganizationKinds.admits(noun, of: annotations.entities[entity].heads.union([last])) || name == noun
        || name.hasPrefix(noun + " of ")
    }
    let before = annotations.mentions.last { $0.head < head && bears($0) }
    return (before ?? annotations.mentions.first { $0.head > head && bears($0) })?.entity
  }

  // MARK: Several at once

  /// "All three were employed by", "both": the persons by name of the paragraph, where they are as many.
  func collective(_ phrase: Int) -> [Int] {
    let range = annotations.phrases[phrase].tokens
    let words = range.map { tokens[$0].lower }
    let isAll = words == ["both"] || words.count == 2 && words[0] == "all"
    guard isAll, let count = words == ["both"] ? 2 : ClosedClasses.numberWords[words[1]].map({ Int($0) }) else { return [] }
    let block = annotations.sentences[annotations.sentenceIndex(ofToken: range.lowerBound)].block
    var people: [Int] = []
    for mention in annotations.mentions where mention.form == .name && mention.kind == .person && mention.head < range.lowerBound
    {
      guard tokens[mention.head].block == block, let entity = mention.entity, !people.contains(entity) else { continue }
      people.append(entity)
    }
    return people.count == count ? people : []
  }

  /// "Naomi Kettering and Paul Adeyemi, partners at the firm Rusk Hallam": what a plural behind a comma says of each.
  mutating func readPlurals() {
    for mention in annotations.mentions where mention.form == .description && mention.kind == .group {
      guard let phrase = mention.phrase else { continue }
      let range = annotations.phrases[phrase].tokens
      let head = Suffixes.singular(tokens[annotations.phrases[phrase].head].lower)
      guard Kinship.isRelative(head) || RoleNouns.type(head) != nil else { continue }
      var people = persons(endingAt: range.lowerBound - 1)
      if people.count < 2 { people = persons(behind: phrase) }
      let end = range.upperBound
      guard people.count > 1 || people.count == 1 && includes(phrase) else { continue }
      let behind = annotations.phrase(behind: ["of", "at", "for", "with", "from"], at: end)
      let owner = ownerOf(phrase) ?? behind.flatMap { annotations.entity(ofPhrase: $0) }
      if isKin(head, range) {
        readSiblings(people, of: owner, head, range)
        continue
      }
      guard let owner, let type = RoleNouns.type(head) else { continue }
      for person in people { addRole(type, person, owner, role(phrase), range.lowerBound..<min(end + 2, tokens.count)) }
    }
  }

  /// "The charity’s trustees include Mia Thorne and Guy Rusk"
  mutating func readMembers() {
    for clause in annotations.clauses where ["include", "comprise", "be"].contains(clause.lemma) && !clause.isPassive {
      guard let subject = clause.subjects.first, let owner = ownerOf(subject) ?? ownerBehind(subject),
        case let head = Suffixes.singular(tokens[annotations.phrases[subject].head].lower),
        let type = RoleNouns.typeAtWork(head),
        clause.lemma != "be" || Suffixes.isPlural(tokens[annotations.phrases[subject].head].lower) && !clause.isNegated
      else { continue }
      for object in clause.objects {
        guard let person = annotations.entity(ofPhrase: object), !annotations.entities[person].isAnonymous,
          kind(person) == .person || type == "OWNS" && kind(person) == .organization
        else { continue }
        let evidence = clause.begin..<annotations.phrases[object].tokens.upperBound
        addRole(type, person, owner, role(subject), evidence)
      }
    }
  }

  /// "Acme and Orbex have long been rivals", "Ann Lee and Tom Roe are cousins": what two are to each other.
  mutating func readReciprocals() {
    for clause in annotations.clauses
    where ["be", "become", "remain"].contains(clause.lemma) && clause.subjects.count == 2 && !clause.isNegated && !clause.isFuture
      && clause.modal == nil
    {
      guard let object = AppositionFinder.complement(of: clause, annotations), annotations.phrases[object].possessor == nil,
        case let plural = tokens[annotations.phrases[object].head].lower, case let head = Suffixes.singular(plural),
        plural != head,
        case let type = Kinship.isRelative(head) ? "RELATIVE_OF" : RoleNouns.type(head) ?? "",
        ["RELATIVE_OF", "OPPOSES", "ALLIED_WITH", "AFFILIATED_WITH"].contains(type),
        let one = annotations.entity(ofPhrase: clause.subjects[0]), let other = annotations.entity(ofPhrase: clause.subjects[1]),
        kind(one) == kind(other), allows(type, kind(one), kind(other))
      else { continue }
      let end = annotations.phrases[object].tokens.upperBound
      // "are cousins of the mayor"
      guard end >= tokens.count || !["of", "to"].contains(tokens[end].lower) else { continue }
      add(type, one, other, role: type == "RELATIVE_OF" ? head : nil, evidence: clause.begin..<end)
    }
  }

  /// Whose a plural is by "of", "at", "from".
  private func ownerBehind(_ phrase: Int) -> Int? {
    annotations.phrase(behind: ["of", "at", "from", "on"], at: annotations.phrases[phrase].tokens.upperBound)
      .flatMap { annotations.entity(ofPhrase: $0) }
  }

  /// "her two sons, Rui and Pedro", "the brothers Rui and Pedro Silva".
  private mutating func readSiblings(_ people: [Int], of owner: Int?, _ head: String, _ range: Range<Int>) {
    if let owner {
      for person in people where kind(owner) == .person { add("RELATIVE_OF", person, owner, role: head, evidence: range) }
    } else {
      add("RELATIVE_OF", people[0], people[1], role: head, evidence: range)
    }
  }

  /// The persons whose names "and" joins behind a plural: "the founders of Acme, Ann Lee and Tom Roe".
  func persons(behind phrase: Int) -> [Int] {
    let head = tokens[annotations.phrases[phrase].head].lower
    guard annotations.phrases[phrase].kind == .common, HumanNouns.isPeople(head) || Suffixes.isPlural(head) else { return [] }
    var at = endOfTail(phrase)
    if at < tokens.count, tokens[at].form == "," || tokens[at].form == ":" { at += 1 }
    if at < tokens.count, Self.including.contains(tokens[at].lower) { at += 1 }
    // "among them"
    if at < tokens.count, tokens[at].lower == "them" { at += 1 }
    var people: [Int] = []
    while at < tokens.count, annotations.phraseStartingAt[at] >= 0 {
      let next = annotations.phraseStartingAt[at]
      guard annotations.phrases[next].kind == .name, let entity = annotations.entity(ofPhrase: next), kind(entity) == .person
      else {
        break
      }
      people.append(entity)
      at = annotations.phrases[next].tokens.upperBound
      guard at + 1 < tokens.count, tokens[at].lower == "and" || tokens[at].form == "," else { break }
      at += tokens[at + 1].lower == "and" ? 2 : 1
    }
    return people
  }

  /// Where what hangs on a plural ends: "ministers from the Lakes Coalition".
  private func endOfTail(_ phrase: Int) -> Int {
    var at = annotations.phrases[phrase].tokens.upperBound
    while at + 1 < tokens.count, ["of", "at", "from"].contains(tokens[at].lower), annotations.phraseStartingAt[at + 1] >= 0 {
      at = annotations.phrases[annotations.phraseStartingAt[at + 1]].tokens.upperBound
    }
    return at
  }

  /// Whether a plural goes on with some of those whom it counts: "officials of Acme, including Ann Lee".
  private func includes(_ phrase: Int) -> Bool {
    let at = endOfTail(phrase)
    return at + 1 < tokens.count && tokens[at].form == "," && Self.including.contains(tokens[at + 1].lower)
  }

  private static let including: Set<String> = ["including", "notably", "among", "especially"]

  /// The persons whose names "and" joins right before a comma.
  private func persons(endingAt comma: Int) -> [Int] {
    guard comma > 2, tokens[comma].form == ",", annotations.phraseOfToken[comma - 1] >= 0 else { return [] }
    var people: [Int] = []
    var phrase = annotations.phraseOfToken[comma - 1]
    while phrase >= 0, annotations.phrases[phrase].kind == .name, let entity = annotations.entity(ofPhrase: phrase),
      kind(entity) == .person
    {
      people.append(entity)
      let before = annotations.phrases[phrase].tokens.lowerBound - 1
      guard before > 0, tokens[before].lower == "and" || people.count > 1 && tokens[before].form == "," else { break }
      phrase = annotations.phraseOfToken[before - 1]
    }
    return people
  }

  // MARK: Courts

  /// "Peter Vaux KC, defending, said": counsel, and whom the text has on trial.
  mutating func readCounsel() {
    guard let defendant = defendant() else { return }
    for mention in annotations.mentions where mention.form == .name && mention.kind == .person {
      guard let entity = mention.entity, let phrase = mention.phrase else { continue }
      let end = annotations.phrases[phrase].tokens.upperBound
      guard end + 2 < tokens.count, tokens[end].form == "," else { continue }
      let isDefending = tokens[end + 1].lower == "defending" && tokens[end + 2].form == ","
      let isForDefence =
        tokens[end + 1].lower == "for" && tokens[end + 2].lower == "the" && end + 3 < tokens.count
        && ["defence", "defense"].contains(tokens[end + 3].lower)
      guard isDefending || isForDefence else { continue }
      add("REPRESENTS", entity, defendant, role: "defence lawyer", evidence: mention.tokens.lowerBound..<(end + 2))
    }
  }

  /// The person of most mentions who denies, pleads, is charged or tried.
  private func defendant() -> Int? {
    var tally: [Int: Int] = [:]
    for clause in annotations.clauses {
      let isActing = !clause.isPassive && ["deny", "plead"].contains(clause.lemma)
      let isSuffering = clause.isPassive && ["charge", "try", "accuse", "indict"].contains(clause.lemma)
      guard isActing || isSuffering, let subject = clause.subjects.first, let entity = annotations.entity(ofPhrase: subject),
        kind(entity) == .person, !annotations.entities[entity].isAnonymous
      else { continue }
      tally[entity] = annotations.entities[entity].mentions.count
    }
    return tally.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }
}
