// Bodies that the text describes before it names them.
extension DescriptionResolution {
  /// "The ministry’s secretary told … that the Ministry of Roads …": the one body of the text whose name says that it is one,
  /// named in the sentence or in one of the next two for the first time.
  func namedLater(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    let sentence = annotations.sentenceIndex(ofToken: mention.head)
    guard mention.kind == .organization, description.isDefinite, description.modifiers.isEmpty, description.possessorText == nil,
      let phrase = mention.phrase, annotations.sentences[sentence].kind == .paragraph, !hasTail(phrase)
    else { return nil }
    let named = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      return entity.kind == .organization && !entity.isAnonymous && isNamed(entity, by: description.head)
    }
    guard named.count == 1, let first = annotations.entities[named[0]].mentions.filter({ !isHeadline($0) }).min(), first > index,
      annotations.sentenceIndex(ofToken: annotations.mentions[first].head) - sentence <= 2
    else { return nil }
    return named[0]
  }

  /// "The company said it had paid. Halvor Mining, which …", "A brewery has closed. Norda Breweries …": a description without
  /// an antecedent is the body with whose name, met for the first time, one of the next two sentences has its subject.
  func announced(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    let sentence = annotations.sentenceIndex(ofToken: mention.head)
    guard mention.kind == .organization, description.possessorText == nil, let phrase = mention.phrase,
      annotations.sentences[sentence].kind == .paragraph, annotations.isSubject(phrase),
      description.isDefinite
        ? (description.modifiers.isEmpty || opensText(sentence)) && !hasTail(phrase) : opensText(sentence)
    else { return nil }
    let end = annotations.sentences[min(sentence + 2, annotations.sentences.count - 1)].tokens.upperBound
    let next = annotations.mentions(beginningIn: annotations.sentences[sentence].tokens.upperBound..<end).first { other in
      annotations.mentions[other].form == .name && annotations.mentions[other].kind == .organization
        && annotations.mentions[other].phrase.map { annotations.isSubject($0) } ?? false
    }
    guard let next, let entity = annotations.mentions[next].entity,
      annotations.entities[entity].mentions.allSatisfy({ $0 > index || isHeadline($0) }),
      mayBeCalled(description.head, annotations.entities[entity], isDefinite: description.isDefinite)
    else { return nil }
    return entity
  }

  /// Whether nothing but headlines stands before a sentence.
  private func opensText(_ sentence: Int) -> Bool {
    annotations.sentences[sentence].opensBlock && annotations.sentences[..<sentence].allSatisfy { $0.kind != .paragraph }
  }

  private func hasTail(_ phrase: Int) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    return end < annotations.tokens.count && ["of", "for", "in", "that", "which"].contains(annotations.tokens[end].lower)
  }

  /// What those who watch over a trade are called.
  private static let regulators: Set<String> = [
    "board", "authority", "commission", "agency", "office", "inspectorate", "administration", "council",
  ]

  /// Whether a noun for bodies fits one by its name or by what else it is called; "the company" fits whatever may be one.
  private func mayBeCalled(_ head: String, _ entity: EntityFinding, isDefinite: Bool) -> Bool {
    if isNamed(entity, by: head) || OrganizationKinds.admits(head, of: entity.heads) { return true }
    if ["regulator", "watchdog"].contains(head) { return Self.names(entity, Self.regulators) }
    guard Self.general.contains(head) || Self.trades.contains(head), !Description.isState(entity.name) else { return false }
    return isCompany(entity) || isDefinite && !isMovement(entity) && entity.heads.isEmpty
  }
}
