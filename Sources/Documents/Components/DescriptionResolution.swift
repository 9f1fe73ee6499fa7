/// The last sweep of coreference, in text order: descriptions and pronouns.
struct DescriptionResolution {
  var annotations: Annotations

  /// How often the text speaks of "the hospital", "the plant".
  private let sites: [String: Int]

  init(_ annotations: Annotations) {
    self.annotations = annotations
    var sites: [String: Int] = [:]
    for mention in annotations.mentions where mention.kind == .place && mention.form == .description {
      guard let phrase = mention.phrase, annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "the" else {
        continue
      }
      sites[annotations.tokens[mention.head].lower, default: 0] += 1
    }
    self.sites = sites
  }

  func resolved() -> Annotations {
    var copy = self
    let heads = copy.annotations.mentions.indices.filter { copy.isHeadline($0) }
    let body = copy.annotations.mentions.indices.filter { !copy.isHeadline($0) }
    for mention in body + heads where copy.annotations.mentions[mention].entity == nil { copy.resolve(mention) }
    for index in copy.annotations.entities.indices { copy.annotations.entities[index].mentions.sort() }
    return copy.annotations
  }

  func isHeadline(_ mention: Int) -> Bool {
    let kind = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)].kind
    return kind == .title || kind == .standfirst || kind == .heading
  }

  private mutating func resolve(_ mention: Int) {
    switch annotations.mentions[mention].form {
    case .pronoun:
      if let entity = PronounResolution(annotations).antecedent(of: mention) { annotations.join(mention, to: entity) }
    case .description: resolveDescription(mention)
    case .name, .adjective: break
    }
  }

  // MARK: Descriptions

  private mutating func resolveDescription(_ index: Int) {
    let mention = annotations.mentions[index]
    guard let phraseIndex = mention.phrase else { return }
    let description = Description(phraseIndex, annotations)
    let entity: Int?
    switch mention.kind {
    case .person: entity = person(description, before: index)
    case .organization: entity = organization(description, before: index)
    case .group: entity = group(description, before: index)
    case .place: entity = place(description, before: index)
    case .asset: entity = asset(description, before: index)
    }
    if let entity = entity ?? apposition(index, description) ?? introduced(index, description) ?? office(index, description) {
      annotations.join(index, to: entity)
      annotations.entities[entity].heads.insert(description.head)
      if mention.kind == .place {
        annotations.entities[entity].placeKind = annotations.entities[entity].placeKind ?? description.head
      }
      return
    }
    if mention.kind == .asset { return }
    if mention.kind == .place, !description.isKeptAsPlace, !isSpokenOf(description) { return }
    let made = annotations.makeEntity(of: index, name: description.name, isAnonymous: true)
    annotations.entities[made].heads = [description.head]
    annotations.entities[made].modifiers = description.modifiers
    if let gender = HumanNouns.gender(of: description.head) { annotations.entities[made].gender = gender }
    if mention.kind == .place { annotations.entities[made].placeKind = description.head }
  }

  /// The latest entity before `mention` that `isRight`; looks back over `reach` mentions.
  func latest(before mention: Int, reach: Int = 400, _ isRight: (EntityFinding) -> Bool) -> Int? {
    var index = mention - 1
    while index >= 0, mention - index <= reach {
      if let entity = annotations.mentions[index].entity, isRight(annotations.entities[entity]) { return entity }
      index -= 1
    }
    return isHeadline(mention) ? annotations.entities.indices.first { isRight(annotations.entities[$0]) } : nil
  }

  private func organization(_ description: Description, before mention: Int) -> Int? {
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
      !Self.ownKind.contains(description.head)
    else { return nil }
    let isTrade = Self.trades.contains(description.head)
    func fits(_ entity: EntityFinding) -> Bool {
      entity.kind == .organization && !entity.isAnonymous && !Description.isState(entity.name)
        && (Self.general.contains(description.head) || entity.heads.isEmpty)
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

  /// Of the organisations in the last thirty mentions that fit, the one that the text speaks of: as a subject, of late, often.
  private func salient(before mention: Int, _ isRight: (EntityFinding) -> Bool) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)
    var best: (entity: Int, score: Int)?
    var seen: Set<Int> = []
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
      let score = min(count, 5) * 2 - distance * 6 + (isSubject ? 4 : 0)
      if best == nil || score > best!.score { best = (entity, score) }
    }
    return best?.entity
  }

  /// By its name or by what the text calls it.
  private func isCompany(_ entity: EntityFinding) -> Bool {
    if !entity.heads.isDisjoint(with: Self.trades) { return true }
    return OrganizationNouns.companyHeads.contains(String(NameFolding.folded(entity.name).split(separator: " ").last ?? ""))
  }

  /// "the union" of "Union of Port Workers", "the alliance" of "Farmers' Alliance".
  private func isNamed(_ entity: EntityFinding, by head: String) -> Bool {
    let name = NameFolding.folded(entity.name)
    let full = ["lab": "laboratory", "uni": "university", "paper": "newspaper", "org": "organisation"][head] ?? head
    return head != "army"
      && (name.hasSuffix(" " + full) || name.contains(" " + head + " of ") || name.hasSuffix(" " + head)
        || name.hasPrefix(head + " of ") || name.hasPrefix(head + " for "))
  }

  /// Words for any organisation; others mean only what is one of that kind.
  private static let general: Set<String> = [
    "group", "organisation", "organization", "company", "firm", "outfit", "body", "corporation",
  ]

  /// What only a name with that word in it can be.
  private static let ownKind: Set<String> = [
    "army", "force", "ministry", "court", "council", "board", "hospital", "committee", "commission", "panel", "jury", "authority",
  ]

  private static let trades: Set<String> = [
    "company", "firm", "bank", "corporation", "supplier", "airline", "conglomerate", "insurer", "lender", "manufacturer",
    "carmaker", "operator",
    "contractor", "builder", "shipbuilder", "subsidiary", "carrier",
  ]

  /// Fronts, parties, unions: no company.
  private func isMovement(_ entity: EntityFinding) -> Bool {
    NameFolding.folded(entity.name).split(separator: " ").contains { word in
      OrganizationNouns.insurgentWords.contains(String(word))
        || Self.otherBodies.contains(String(word))
    } || !entity.heads.isDisjoint(with: Self.otherBodies)
  }

  /// What is no company.
  private static let otherBodies = WordList.set(
    """
    union party alliance authority committee commission council court tribunal ministry department police university college
    school
    hospital fund federation association league society charity foundation movement parliament senate congress assembly
    inspectorate bureau
    directorate service army navy church board office nations agency institute coalition club orchestra newspaper gazette times
    """)

  private func group(_ description: Description, before mention: Int) -> Int? {
    if description.possessorText == nil, description.head != "person" || description.isDefinite,
      let same = latest(
        before: mention,
        { entity in
          entity.kind == .group && entity.heads.contains(description.head) && !isOfOtherNumber(description, mention, entity)
            && (entity.modifiers == description.modifiers || description.isDefinite && description.agrees(with: entity.modifiers)
              || description.quantityOnly && entity.modifiers.isEmpty)
        })
    {
      return same
    }
    guard description.isDefinite || isHeadline(mention), description.modifiers.isEmpty, description.possessorText == nil else {
      return nil
    }
    guard ["rebel", "insurgent", "guerrilla", "separatist"].contains(description.head) else { return nil }
    // Rebels are those of the first movement that the text has named.
    return annotations.entities.indices.first { index in
      let entity = annotations.entities[index]
      return entity.kind == .organization && !entity.isAnonymous
        && NameFolding.folded(entity.name).split(separator: " ").contains {
          OrganizationNouns.insurgentWords.contains(String($0))
        }
    }
  }

  /// "Two miners were brought out" of 16 trapped: another number of whom something else is told is of others.
  private func isOfOtherNumber(_ description: Description, _ mention: Int, _ entity: EntityFinding) -> Bool {
    guard !description.isDefinite, let own = number(of: mention) else { return false }
    return entity.mentions.allSatisfy { other in
      number(of: other).map { $0 != own } ?? true && !haveOneVerb(mention, other)
    } && entity.mentions.contains { number(of: $0) != nil }
  }

  /// The number before a description's head, where it is a plain one.
  private func number(of mention: Int) -> Double? {
    let quantity = annotations.mentions[mention].phrase.flatMap { annotations.phrases[$0].quantity }
    return quantity.flatMap { annotations.quantities[$0].value ?? annotations.quantities[$0].minimum }
  }

  /// Whether the same is told of two: "11 soldiers were killed … no more than four soldiers were killed".
  private func haveOneVerb(_ one: Int, _ other: Int) -> Bool { !verbs(of: one).isDisjoint(with: verbs(of: other)) }

  private func verbs(of mention: Int) -> Set<String> {
    guard let phrase = annotations.mentions[mention].phrase else { return [] }
    return Set(
      annotations.clauses(around: annotations.mentions[mention].head).compactMap { index in
        let clause = annotations.clauses[index]
        return clause.subjects.contains(phrase) || clause.objects.contains(phrase)
          || clause.adjuncts.contains { $0.phrase == phrase } ? clause.lemma : nil
      })
  }

  /// "In Sarbolo … The village is gone": the town named right before, of which the text has not said what it is.
  private func unkindTown(_ description: Description, before mention: Int) -> Int? {
    guard ["village", "town", "city", "hamlet", "suburb"].contains(description.head), description.modifiers.isEmpty else {
      return nil
    }
    return latest(before: mention, reach: 6) { entity in
      entity.kind == .place && !entity.isAnonymous && entity.placeKind == nil
        && Gazetteer.places[NameFolding.folded(entity.name)] != .country
        && !PlaceNouns.nameHeads.contains(String(NameFolding.folded(entity.name).split(separator: " ").last ?? ""))
    }
  }

  /// "the vessel" of a ship that the text names.
  private func asset(_ description: Description, before mention: Int) -> Int? {
    guard description.isDefinite else { return nil }
    return latest(before: mention, reach: 200) { entity in
      entity.kind == .asset && entity.heads.contains(description.head)
    } ?? latest(before: mention, reach: 200) { $0.kind == .asset && CraftNouns.mayMean(description.head, $0.heads) }
  }

  /// "the hospital", "the bridge": a site without a name that the text speaks of more than once.
  private func isSpokenOf(_ description: Description) -> Bool {
    guard description.isDefinite, description.modifiers.isEmpty, description.possessorText == nil,
      PlaceNouns.sites.contains(description.head)
    else { return false }
    return (sites[description.head] ?? 0) > 1
  }

  private func place(_ description: Description, before mention: Int) -> Int? {
    // "the village of Osk"
    if let phrase = annotations.mentions[mention].phrase {
      let end = annotations.phrases[phrase].tokens.upperBound
      if end + 1 < annotations.tokens.count, annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0,
        let entity = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1]),
        annotations.entities[entity].kind == .place
      {
        return entity
      }
    }
    if let same = namesake(of: description, mention) { return same }
    guard description.isDefinite, description.possessorText == nil else { return nil }
    return latest(before: mention, reach: 120) { entity in
      guard entity.kind == .place else { return false }
      if entity.placeKind == description.head {
        return description.agrees(with: entity.modifiers) || description.modifiers.isEmpty && !entity.isAnonymous
      }
      return description.modifiers.isEmpty && NameFolding.folded(entity.name).hasSuffix(" " + description.head)
    }
      // "St. Brendan's Hospital" … "the hospital"
      ?? latest(before: mention, reach: 120) { entity in
        entity.kind == .organization && !entity.isAnonymous && description.modifiers.isEmpty
          && isNamed(entity, by: description.head)
      } ?? unkindTown(description, before: mention)
  }

  /// "Mosul district" … "Mosul district": what holds a name and has no article is as good as a name.
  private func namesake(of description: Description, _ mention: Int) -> Int? {
    let tokens = annotations.mentions[mention].tokens
    guard annotations.tags[tokens.lowerBound] == .name, tokens.count > 1 else { return nil }
    let name = NameFolding.folded(description.name)
    return latest(before: mention) { entity in
      entity.kind == .place && entity.isAnonymous && NameFolding.folded(entity.name) == name
    }
  }
}
