// One thing under two descriptions, one of which stands beside its name.
extension DescriptionResolution {
  /// "A climber died. The dead man, Iain Buchan, …": whom the description beside a new name takes up, told of without a name, is
  /// who bears it.
  mutating func bridge(_ index: Int) {
    let mention = annotations.mentions[index]
    guard mention.form == .description, let phrase = mention.phrase, let entity = mention.entity, !isHeadline(index),
      !annotations.entities[entity].isAnonymous, isNew(entity, at: index)
    else { return }
    let description = Description(phrase, annotations)
    let isKin = description.possessorText != nil && Kinship.isRelative(description.head)
    guard isKin || annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "the" else { return }
    if isKin { resolvePossessor(of: phrase, where: { _ in true }) }
    excluded = [entity]
    defer { excluded = [] }
    let known: Int? =
      switch mention.kind {
      case .person where isKin: tied(description, index)
      case .person: person(description, before: index)
      case .asset: asset(description, before: index)
      case .organization: organization(description, before: index)
      case .place, .group: nil
      }
    guard let known, known != entity, annotations.entities[known].isAnonymous, annotations.entities[known].kind == mention.kind,
      isPast(known) == isPast(annotations.phrases[phrase]), mayBeOne(known, entity)
    else { return }
    merge(known, into: entity)
  }

  /// Whether the text names an entity for the first time in the sentence of a mention.
  private func isNew(_ entity: Int, at index: Int) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.mentions[index].head)].tokens.lowerBound
    return annotations.entities[entity].mentions.allSatisfy {
      isHeadline($0) || annotations.mentions[$0].tokens.lowerBound >= sentence
    }
  }

  private func mayBeOne(_ one: Int, _ other: Int) -> Bool {
    guard let a = annotations.entities[one].gender, let b = annotations.entities[other].gender else { return true }
    return a == b
  }

  /// Whether all that the text calls an entity is what it once was: "a former minister" is not the minister.
  private func isPast(_ entity: Int) -> Bool {
    annotations.entities[entity].mentions.contains { index in
      annotations.mentions[index].phrase.map { isPast(annotations.phrases[$0]) } ?? false
    }
  }

  func isPast(_ phrase: Phrase) -> Bool {
    (phrase.tokens.lowerBound..<phrase.head).contains { ["former", "ex", "one-time"].contains(annotations.tokens[$0].lower) }
  }

  private mutating func merge(_ one: Int, into other: Int) {
    let mentions = annotations.entities[one].mentions
    annotations.entities[one].mentions = []
    annotations.entities[other].heads.formUnion(annotations.entities[one].heads)
    annotations.entities[other].gender = annotations.entities[other].gender ?? annotations.entities[one].gender
    for mention in mentions { annotations.join(mention, to: other) }
    annotations.entities[other].mentions.sort()
  }

  /// What a phrase is a part of: the wife of "the captain’s wife" and "a cousin of the captain" are others than the captain.
  func holders(of phrase: Int) -> Set<Int> {
    let range = annotations.phrases[phrase].tokens
    var found: Set<Int> = []
    if let whole = annotations.phrase(possessedBy: phrase) {
      let begin = annotations.phrases[whole].tokens.lowerBound
      // "Velta Trading, the group’s Swiss arm"
      let isApposed = begin > 1 && annotations.tokens[begin - 1].form == "," && annotations.phraseOfToken[begin - 2] >= 0
      if let entity = entity(of: whole) ?? (isApposed ? entity(of: annotations.phraseOfToken[begin - 2]) : nil) {
        found.insert(entity)
      }
    }
    if range.lowerBound > 1, ["of", "for", "to"].contains(annotations.tokens[range.lowerBound - 1].lower),
      case let outer = annotations.phraseOfToken[range.lowerBound - 2], outer >= 0, let entity = entity(of: outer)
    {
      found.insert(entity)
    }
    return found
  }

  private func entity(of phrase: Int) -> Int? {
    let mention = annotations.mentionOfPhrase[phrase]
    return mention < 0 ? nil : annotations.mentions[mention].entity
  }

  /// "the contractor" of whom the text has said "the contractor, Sigma Bau": a body where a trade may be a person’s as well.
  func tradesman(_ description: Description, before index: Int) -> Int? {
    guard annotations.mentions[index].kind == .person, description.isDefinite, description.modifiers.isEmpty,
      description.possessorText == nil, Occupations.trades.contains(description.head)
    else { return nil }
    return latest(before: index) { entity in
      (entity.kind == .organization && !entity.isAnonymous || entity.kind == .person) && entity.heads.contains(description.head)
    }.flatMap { annotations.entities[$0].kind == .organization ? $0 : nil }
  }
}
