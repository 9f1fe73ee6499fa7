// People in the plural: who are the same, and who others of that kind.
extension DescriptionResolution {
  func group(_ description: Description, before mention: Int) -> Int? {
    if let movement = movement(description, mention) { return movement }
    guard description.possessorText == nil, description.head != "person" || description.isDefinite else { return nil }
    return latest(before: mention) { entity in
      entity.kind == .group && entity.heads.contains(description.head) && !isOfOtherNumber(description, mention, entity)
        && (entity.modifiers == description.modifiers || description.isDefinite && description.agrees(with: entity.modifiers)
          || description.quantityOnly && entity.modifiers.isEmpty)
    }
  }

  /// Rebels are those of the first movement that the text names; those of whom it speaks before it has named any, if it names
  /// one only.
  func movement(_ description: Description, _ mention: Int) -> Int? {
    guard ["rebel", "insurgent", "guerrilla", "separatist"].contains(description.head), description.modifiers.isEmpty,
      description.possessorText == nil, !description.quantityOnly
    else { return nil }
    let found = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      return entity.kind == .organization && !entity.isAnonymous && Self.names(entity, OrganizationNouns.insurgentWords)
    }
    return found.count == 1 || description.isDefinite || isHeadline(mention) ? found.first : nil
  }

  /// "Two miners were brought out" of 16 trapped: another number of whom something else is told is of others.
  func isOfOtherNumber(_ description: Description, _ mention: Int, _ entity: EntityFinding) -> Bool {
    guard !description.isDefinite else { return false }
    guard let own = number(of: mention) else {
      return isRestricted(mention) && entity.mentions.allSatisfy { number(of: $0) != nil }
    }
    return entity.mentions.allSatisfy { other in
      (number(of: other).map { $0 != own } ?? true) && (!haveOneVerb(mention, other) || areOfOtherDays(mention, other))
    } && entity.mentions.contains { number(of: $0) != nil }
  }

  /// "radicals holding 15 citizens": told from others by what stands behind.
  func isRestricted(_ mention: Int) -> Bool {
    guard let phrase = annotations.mentions[mention].phrase else { return false }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end < annotations.tags.count else { return false }
    return annotations.tags[end] == .verbGerund || ["who", "that"].contains(annotations.tokens[end].lower)
  }

  /// Whether the sentences of two mentions tell of days that do not meet.
  func areOfOtherDays(_ one: Int, _ other: Int) -> Bool {
    func days(_ mention: Int) -> [TimeExpression] {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)].tokens
      return annotations.times.filter { sentence.overlaps($0.tokens) && $0.from != nil && $0.to != nil }
    }
    let (here, there) = (days(one), days(other))
    return !here.isEmpty && !there.isEmpty
      && here.allSatisfy { a in there.allSatisfy { b in a.to! < b.from! || b.to! < a.from! } }
  }

  /// The number before a description's head, where it is a plain one.
  func number(of mention: Int) -> Double? {
    let quantity = annotations.mentions[mention].phrase.flatMap { annotations.phrases[$0].quantity }
    return quantity.flatMap { annotations.quantities[$0].value ?? annotations.quantities[$0].minimum }
  }

  /// Whether the same is told of two: "11 soldiers were killed … no more than four soldiers were killed".
  func haveOneVerb(_ one: Int, _ other: Int) -> Bool { !verbs(of: one).isDisjoint(with: verbs(of: other)) }

  func verbs(of mention: Int) -> Set<String> {
    guard let phrase = annotations.mentions[mention].phrase else { return [] }
    return Set(
      annotations.clauses(around: annotations.mentions[mention].head).compactMap { index in
        let clause = annotations.clauses[index]
        return clause.subjects.contains(phrase) || clause.objects.contains(phrase)
          || clause.adjuncts.contains { $0.phrase == phrase } ? clause.lemma : nil
      })
  }
}
