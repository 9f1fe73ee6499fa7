// Possessive pronouns whose place in the sentence says whom they mean.
extension PronounResolution {
  /// "Acme’s head in the Senate, Ann Lee, and its treasurer": of two offices that "and" joins both are the first one’s owner’s.
  func parallel(to mention: Int) -> Int? {
    let here = annotations.mentions[mention]
    guard ["its", "their"].contains(annotations.tokens[here.head].lower), let office = office(of: here.head), here.head > 0,
      annotations.tokens[here.head - 1].lower == "and"
    else { return nil }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: here.head)].tokens
    let first = annotations.phrases.indices.last { index in
      let phrase = annotations.phrases[index]
      return phrase.possessor != nil && index != office && sentence.contains(phrase.head) && phrase.head < here.head
        && HumanNouns.describesHuman(Suffixes.singular(annotations.tokens[phrase.head].lower))
    }
    guard let first, let owner = annotations.phrases[first].possessor.flatMap({ annotations.entity(ofPhrase: $0) }),
      annotations.entities[owner].kind == .organization
    else { return nil }
    return owner
  }

  /// The office that a possessive pronoun stands before.
  private func office(of pronoun: Int) -> Int? {
    annotations.phrase(startingAt: pronoun).flatMap { phrase in
      HumanNouns.describesHuman(Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)) ? phrase : nil
    }
  }

  /// "Under its conductor, Pavel Horak, the orchestra played": where nothing before it can be meant, a possessive in what opens
  /// the sentence means the subject that follows.
  func subjectAhead(of mention: Int) -> Int? {
    let here = annotations.mentions[mention]
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: here.head)].tokens
    guard here.head - sentence.lowerBound <= 3,
      (sentence.lowerBound..<here.head).contains(where: { [.preposition, .verbGerund].contains(annotations.tags[$0]) })
    else { return nil }
    let kinds: Set<EntityKind>
    switch annotations.tokens[here.head].lower {
    case "its": kinds = [.organization, .asset]
    case "his", "her": kinds = [.person]
    case "their": kinds = [.group]
    default: return nil
    }
    let clause = annotations.clauses(around: here.head).first { index in
      annotations.clauses[index].subjects.first.map { annotations.phrases[$0].tokens.lowerBound > here.head } ?? false
    }.map { annotations.clauses[$0] }
    // What stands right before the verb, where the parser took the name in apposition for the subject.
    let subjects = clause.map { $0.subjects + [annotations.phrase(at: $0.verb.lowerBound - 1)].compactMap { $0 } } ?? []
    guard
      let entity = subjects.lazy.compactMap({ annotations.entity(ofPhrase: $0) })
        .first(where: { kinds.contains(annotations.entities[$0].kind) })
    else { return nil }
    let gender = Self.genders[annotations.tokens[here.head].lower]
    let own = annotations.entities[entity].gender
    return gender == nil || own == nil || own == gender ? entity : nil
  }
}
