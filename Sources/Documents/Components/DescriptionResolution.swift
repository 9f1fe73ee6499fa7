/// The last sweep of coreference, in text order: descriptions and pronouns.
struct DescriptionResolution {
  var annotations: Annotations

  /// How often the text speaks of "the hospital", "the plant".
  let sites: [String: Int]

  /// Whom the description that is read cannot mean, because it is a part of what they are called.
  var excluded: Set<Int> = []

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
    for mention in body + heads {
      if copy.annotations.mentions[mention].entity == nil { copy.resolve(mention) } else { copy.bridge(mention) }
    }
    for index in copy.annotations.entities.indices { copy.annotations.entities[index].mentions.sort() }
    return copy.annotations
  }

  func isHeadline(_ mention: Int) -> Bool {
    let kind = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)].kind
    return kind == .title || kind == .standfirst || kind == .heading
  }

  mutating func resolve(_ mention: Int) {
    switch annotations.mentions[mention].form {
    case .pronoun:
      let pronouns = PronounResolution(annotations)
      if let entity = pronouns.parallel(to: mention) ?? pronouns.antecedent(of: mention) ?? pronouns.subjectAhead(of: mention) {
        annotations.join(mention, to: entity)
        // "Renee Alcott …. She": whom one pronoun means another of that gender means.
        if annotations.entities[entity].kind == .person, annotations.entities[entity].gender == nil {
          annotations.entities[entity].gender =
            PronounResolution.genders[annotations.tokens[annotations.mentions[mention].head].lower]
          annotations.entities[entity].isGenderLearned = annotations.entities[entity].gender != nil
        }
      }
    case .description: resolveDescription(mention)
    case .name, .adjective: break
    }
  }

  // MARK: Descriptions

  private mutating func resolveDescription(_ index: Int) {
    let mention = annotations.mentions[index]
    guard let phraseIndex = mention.phrase else { return }
    let description = Description(phraseIndex, annotations)
    resolvePossessor(of: phraseIndex, where: { $0 == .pronoun })
    excluded = holders(of: phraseIndex)
    defer { excluded = [] }
    let tied = tied(description, index) ?? tradesman(description, before: index)
    let entity: Int?
    switch mention.kind {
    case _ where tied != nil: entity = tied
    case .person: entity = person(description, before: index)
    case .organization: entity = organization(description, before: index)
    case .group: entity = group(description, before: index)
    case .place: entity = place(description, before: index)
    case .asset: entity = asset(description, before: index)
    }
    if let entity = entity ?? apposition(index, description) ?? introduced(index, description) ?? office(index, description)
      ?? namedLater(index, description) ?? announced(index, description) ?? christened(index, description)
      ?? dismissed(index, description)
    {
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

  /// Whom "his client" means depends on whom "his" does.
  mutating func resolvePossessor(of phrase: Int, where isRight: (Mention.Form) -> Bool) {
    guard let owner = annotations.phrases[phrase].possessor, case let mention = annotations.mentionOfPhrase[owner], mention >= 0,
      annotations.mentions[mention].entity == nil, isRight(annotations.mentions[mention].form)
    else { return }
    resolve(mention)
  }

  /// The latest entity before `mention` that `isRight`; looks back over `reach` mentions.
  func latest(before mention: Int, reach: Int = 400, _ isRight: (EntityFinding) -> Bool) -> Int? {
    var index = mention - 1
    while index >= 0, mention - index <= reach {
      if let entity = annotations.mentions[index].entity, !excluded.contains(entity), isRight(annotations.entities[entity]) {
        return entity
      }
      index -= 1
    }
    return isHeadline(mention) ? annotations.entities.indices.first { isRight(annotations.entities[$0]) } : nil
  }
}
