// Bodies by what the text calls them: "the company", "the union", "the Yonhap news agency".
extension DescriptionResolution {
  func organization(_ description: Description, before mention: Int) -> Int? {
    if let titled = titled(description, before: mention) ?? classified(description, mention) { return titled }
    if Self.premises.contains(description.head), description.isDefinite, description.modifiers.isEmpty,
      description.possessorText == nil, let works = works(description.head, before: mention)
    {
      return works
    }
    if let near = nearBody(description, before: mention) { return near }
    // The same description anywhere before: "Sorvian army" … "the army"; one without more words first.
    if let same = latest(
      before: mention, reach: 80,
      { entity in
        entity.kind == .organization && entity.heads.contains(description.head) && description.isDefinite
          && description.modifiers.isEmpty && description.possessorText == nil
          && (entity.isAnonymous ? NameFolding.folded(entity.name) == description.head : !Self.ownKind.contains(description.head))
      })
    {
      return same
    }
    if let same = latest(
      before: mention,
      { entity in
        entity.kind == .organization && entity.heads.contains(description.head) && entity.isAnonymous
          && description.agrees(with: entity.modifiers) && (description.isDefinite || !description.modifiers.isEmpty)
          && description.possessorText == nil
      })
    {
      return same
    }
    if let epithet = epithet(description, before: mention) { return epithet }
    // "his committee" of the "Election Committee"
    let isOwn = description.possessorText == "" && Self.ownKind.contains(description.head)
    guard description.isDefinite, description.modifiers.isEmpty, description.possessorText == nil || isOwn else { return nil }
    if isOwn {
      let named = annotations.entities.indices.filter {
        annotations.entities[$0].kind == .organization && !annotations.entities[$0].isAnonymous
          && isNamed(annotations.entities[$0], by: description.head)
      }
      return named.count == 1 ? named[0] : nil
    }
    if let named = latest(
      before: mention,
      { entity in
        entity.kind == .organization && !entity.isAnonymous
          && (entity.heads.contains(description.head) || isNamed(entity, by: description.head))
      })
    {
      return named
    }
    guard OrganizationNouns.pointers.contains(description.head),
      !Self.ownKind.contains(description.head), !Self.premises.contains(description.head)
    else { return nil }
    let isTrade = Self.trades.contains(description.head)
    func fits(_ entity: EntityFinding) -> Bool {
      entity.kind == .organization && !entity.isAnonymous && !Description.isState(entity.name) && mayBeGroup(entity, description)
        && (Self.general.contains(description.head) || entity.heads.isSubset(of: Self.general)
          || OrganizationKinds.admits(description.head, of: entity.heads))
        && (isTrade ? !isMovement(entity) : !isCompany(entity) || Self.general.contains(description.head))
    }
    guard isTrade else { return salient(before: mention, fits) }
    if let near = salient(before: mention, { fits($0) && isCompany($0) }) ?? salient(before: mention, fits) { return near }
    // The only company of the text, however far away.
    let companies = annotations.entities.indices.filter { index in
      fits(annotations.entities[index]) && isCompany(annotations.entities[index])
        && annotations.entities[index].mentions.contains { $0 < mention }
    }
    return companies.count == 1 ? companies[0] : nil
  }

  /// "Ridge Capital holds 9 percent. The London fund …": the seat of the only firm of the sentence before, its subject.
  private func epithet(_ description: Description, before mention: Int) -> Int? {
    guard description.isDefinite, description.possessorText == nil, !description.modifiers.isEmpty,
      Self.general.contains(description.head) || Self.trades.contains(description.head)
        || ["fund", "group", "brewer", "retailer", "lender"].contains(description.head),
      let phrase = annotations.mentions[mention].phrase, annotations.isSubject(phrase),
      case let sentence = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head), sentence > 0,
      !annotations.sentences[sentence].opensBlock
    else { return nil }
    let range = annotations.phrases[phrase].tokens
    let places = annotations.mentions(beginningIn: range).filter {
      annotations.mentions[$0].kind == .place && annotations.mentions[$0].phrase == nil
    }
    guard places.reduce(0, { $0 + annotations.mentions[$1].tokens.count }) == range.count - 2 else { return nil }
    let bodies = annotations.mentions(beginningIn: annotations.sentences[sentence - 1].tokens).filter {
      annotations.mentions[$0].kind == .organization && annotations.mentions[$0].form != .pronoun
    }
    guard let first = bodies.first, let entity = annotations.mentions[first].entity,
      bodies.allSatisfy({ annotations.mentions[$0].entity == entity }), !annotations.entities[entity].isAnonymous,
      annotations.mentions[first].phrase.map({ annotations.isSubject($0) }) ?? false,
      annotations.mentions(beginningIn: range.upperBound..<annotations.sentences[sentence].tokens.upperBound).allSatisfy({
        annotations.mentions[$0].entity != entity || annotations.mentions[$0].form == .pronoun
      }), !isMovement(annotations.entities[entity]), !Description.isState(annotations.entities[entity].name)
    else { return nil }
    return entity
  }

  /// "The charity said …. “It was so,” said the group’s head": the body that this sentence or the one before has as a subject.
  private func nearBody(_ description: Description, before mention: Int) -> Int? {
    guard Self.bodies.contains(description.head), description.isDefinite, description.modifiers.isEmpty,
      description.possessorText == nil
    else { return nil }
    let near = salient(before: mention, called: description.head) { entity in
      entity.kind == .organization
        && (entity.heads.contains(description.head) || !entity.isAnonymous && !Description.isState(entity.name))
        && mayBeGroup(entity, description)
    }
    let sentence = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)
    return near.flatMap { entity in
      let isSubject = annotations.entities[entity].mentions.contains { other in
        other < mention && sentence - annotations.sentenceIndex(ofToken: annotations.mentions[other].head) <= 1
          && (annotations.mentions[other].phrase.map { annotations.isSubject($0) } ?? false)
      }
      return isSubject ? entity : nil
    }
  }

  private func mayBeGroup(_ entity: EntityFinding, _ description: Description) -> Bool {
    description.head != "group" || !Self.names(entity, Self.institutions)
  }

  /// What is too firmly a thing of its own to be called a group.
  private static let institutions = WordList.set(
    """
    nhs authority committee commission court tribunal ministry department police university college school hospital
    inspectorate bureau directorate board office agency bank airport
    """)

  /// "the yard" of "the Montefaro shipyard"
  func works(_ head: String, before mention: Int) -> Int? {
    latest(before: mention) { entity in
      guard entity.kind == .place || entity.kind == .organization else { return false }
      if entity.kind == .organization, entity.heads.contains(head) { return true }
      return NameFolding.folded(entity.name).hasSuffix(head) && entity.name.utf8.contains(0x20)
    }
  }

  /// Words for where something is made, which are called by them as well as who runs them.
  static let premises: Set<String> = ["yard", "shipyard", "brewery", "dairy", "distillery", "mill", "utility"]

  /// "a scholarship fund", "the scholarship fund" of the "Elena Marsh Scholarship Fund": all words of a description end one
  /// organisation's name, and it is not yet named where an article makes it new.
  func titled(_ description: Description, before mention: Int) -> Int? {
    guard !description.modifiers.isEmpty, description.possessorText == nil, let phrase = annotations.mentions[mention].phrase
    else { return nil }
    let range = annotations.phrases[phrase].tokens
    let begin = annotations.tags[range.lowerBound] == .determiner ? range.lowerBound + 1 : range.lowerBound
    guard begin < annotations.phrases[phrase].head, annotations.phrases[phrase].quantity == nil else { return nil }
    let words = NameFolding.folded(annotations.text(of: begin..<annotations.phrases[phrase].head + 1))
    let found = annotations.entities.indices.filter { index in
      annotations.entities[index].kind == .organization && !annotations.entities[index].isAnonymous
        && (" " + NameFolding.folded(annotations.entities[index].name)).hasSuffix(" " + words)
    }
    guard found.count == 1, description.isDefinite || annotations.entities[found[0]].mentions.allSatisfy({ $0 > mention }) else {
      return nil
    }
    return found[0]
  }

  /// "the Yonhap news agency", "the Sea Org group": the body of that name, with its kind behind.
  func classified(_ description: Description, _ mention: Int) -> Int? {
    guard Self.kinds.contains(description.head), description.possessorText == nil,
      let phrase = annotations.mentions[mention].phrase
    else { return nil }
    guard let end = Self.endOfName(before: annotations.phrases[phrase].head, annotations) else { return nil }
    let range = annotations.phrases[phrase].tokens
    guard range.lowerBound < end else { return nil }
    return annotations.mentions(beginningIn: range.lowerBound..<end).first { index in
      annotations.mentions[index].form == .name && annotations.mentions[index].tokens.upperBound == end
        && annotations.mentions[index].kind == .organization
    }.flatMap { annotations.mentions[$0].entity }
  }

  /// Where a name ends that stands before a noun for a body, with one word for its field between.
  static func endOfName(before head: Int, _ annotations: Annotations) -> Int? {
    guard head > 0 else { return nil }
    return fields.contains(annotations.tokens[head - 1].lower) ? head - 1 : head
  }

  private static let fields: Set<String> = [
    "news", "advocacy", "aid", "militant", "rebel", "terrorist", "terror", "media", "rights", "mining", "oil", "energy",
    "shipping",
    "pharmaceutical", "insurance", "software", "technology", "construction", "engineering", "retail",
  ]

  static let kinds = general.union([
    "movement", "militia", "network", "newspaper", "magazine", "agency", "airline", "charity", "gang", "cartel", "broadcaster",
    "conglomerate", "retailer", "start-up", "startup",
  ])

  /// Of the organisations in the last thirty mentions that fit, the one that the text speaks of: as a subject, of late, often.
  func salient(before mention: Int, called head: String = "", _ isRight: (EntityFinding) -> Bool) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)
    var best: (entity: Int, score: Int)?
    // Who does something to "the group" is another.
    var seen = head.isEmpty ? excluded : doers(to: mention).union(excluded)
    var index = mention - 1
    while index >= 0, mention - index <= 30 {
      defer { index -= 1 }
      guard let entity = annotations.mentions[index].entity, seen.insert(entity).inserted, isRight(annotations.entities[entity])
      else {
        continue
      }
      let other = annotations.mentions[index]
      let distance = sentence - annotations.sentenceIndex(ofToken: other.head)
      let count = annotations.entities[entity].mentions.filter { $0 < mention }.count
      let isSubject = other.phrase.map { annotations.isSubject($0) } ?? false
      let score =
        min(count, 5) * 2 - distance * 6 + (isSubject ? 4 : 0)
        + (annotations.entities[entity].heads.contains(head) ? 14 : 0)
      if best == nil || score > best!.score { best = (entity, score) }
    }
    return best?.entity
  }

  /// The smallest clause that a mention stands in.
  func clause(around mention: Int) -> Int? {
    let head = annotations.mentions[mention].head
    let around = annotations.clauses(around: head).filter { annotations.clauses[$0].tokens.contains(head) }
    return around.min { annotations.clauses[$0].tokens.count < annotations.clauses[$1].tokens.count }
  }

  /// Whom a definite description cannot mean: the subject of its own clause, and of whom the relative clause tells that it
  /// stands in (Chomsky’s principle C).
  func doers(to mention: Int) -> Set<Int> {
    guard let own = clause(around: mention) else { return [] }
    let head = annotations.mentions[mention].head
    let clause = annotations.clauses[own]
    let phrase = annotations.mentions[mention].phrase
    var found = Set(clause.subjects.filter { $0 != phrase }.compactMap { annotations.entity(ofPhrase: $0) })
    if clause.kind == .relative {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: head)].tokens.lowerBound
      for other in annotations.mentions(beginningIn: sentence..<max(sentence, clause.begin)) {
        if let entity = annotations.mentions[other].entity { found.insert(entity) }
      }
    }
    return found
  }

  /// By its name or by what the text calls it.
  func isCompany(_ entity: EntityFinding) -> Bool {
    if !entity.heads.isDisjoint(with: Self.trades) { return true }
    return OrganizationNouns.companyHeads.contains(String(NameFolding.folded(entity.name).split(separator: " ").last ?? ""))
  }

  /// "the union" of "Union of Port Workers", "the alliance" of "Farmers' Alliance".
  func isNamed(_ entity: EntityFinding, by head: String) -> Bool {
    let name = NameFolding.folded(entity.name)
    let words = name.split(separator: " ")
    let full = ["lab": "laboratory", "uni": "university", "paper": "newspaper", "org": "organisation"][head] ?? head
    return head != "army"
      && (head == "union" && words.contains { Self.unionWords.contains(String($0)) }
        || words.count > 1 && [full, head].contains { $0 == words[words.count - 1] }
        || words.count > 1 && Suffixes.singular(String(words[words.count - 1])) == head
        || words.indices.dropLast(2).contains {
          words[$0] == head && (words[$0 + 1] == "of" || $0 == 0 && words[1] == "for")
        }
        || head == "club" && words.contains { Self.clubWords.contains(String($0)) }
        // "the bank" of "Goldbank"
        || head.utf8.count >= 4 && words.count < 2 && name.utf8.count > head.utf8.count + 2 && name.hasSuffix(head))
  }

  private static let clubWords: Set<String> = ["fc", "afc", "rovers", "wanderers", "athletic", "rfc", "cc"]

  /// What unions call themselves.
  static let unionWords: Set<String> = [
    "workers", "worker", "workers'", "federation", "brotherhood", "teamsters", "unison", "employees",
  ]

  /// Words for any organisation; others mean only what is one of that kind.
  static let general: Set<String> = [
    "group", "organisation", "organization", "company", "firm", "outfit", "body", "corporation",
  ]

  /// Of these those that no trade is.
  static let bodies: Set<String> = ["group", "organisation", "organization", "outfit"]

  /// What only a name with that word in it can be.
  static let ownKind: Set<String> = [
    "union", "army", "force", "ministry", "court", "council", "board", "hospital", "committee", "commission", "panel", "jury",
    "authority",
  ]

  static let trades: Set<String> = [
    "company", "firm", "bank", "corporation", "supplier", "airline", "conglomerate", "insurer", "lender", "manufacturer",
    "carmaker", "operator",
    "contractor", "builder", "shipbuilder", "subsidiary", "carrier",
  ]

  /// Fronts, parties, unions: no company.
  func isMovement(_ entity: EntityFinding) -> Bool {
    Self.names(entity, OrganizationNouns.insurgentWords) || Self.names(entity, Self.otherBodies)
      || !entity.heads.isDisjoint(with: Self.otherBodies)
  }

  /// Whether one of the words stands in the entity's name.
  static func names(_ entity: EntityFinding, _ words: Set<String>) -> Bool {
    NameFolding.folded(entity.name).split(separator: " ").contains { words.contains(String($0)) }
  }

  /// What is no company.
  static let otherBodies = WordList.set(
    """
    union party alliance authority committee commission council court tribunal ministry department police university college
    school
    hospital fund federation association league society charity foundation movement parliament senate congress assembly
    inspectorate bureau
    directorate service army navy church board office nations trust nhs district
    agency institute coalition club orchestra newspaper gazette times
    """)
}
