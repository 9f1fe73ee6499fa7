// Whom a possessor means by the tie that the text has told of: "his client", "her union", "their leader".
extension DescriptionResolution {
  func tied(_ description: Description, _ mention: Int) -> Int? {
    guard let phrase = annotations.mentions[mention].phrase, let possessor = annotations.phrases[phrase].possessor else {
      return nil
    }
    let kind = annotations.mentions[mention].kind
    if [.person, .group].contains(kind), description.head == "client" {
      return lawyers(possessor, mention).lazy.compactMap { client(of: $0, before: mention) }
        .first { kind == .person || annotations.entities[$0].kind == .group }
    }
    guard let owner = annotations.entity(ofPhrase: possessor) else { return nil }
    switch annotations.mentions[mention].kind {
    case .person where description.modifiers.isEmpty:
      return kin(of: owner, called: description.head, in: phrase) ?? leader(of: owner, called: description.head)
    case .organization where annotations.entities[owner].kind == .person && description.modifiers.isEmpty:
      return body(of: owner, called: description.head)
    default: return nil
    }
  }

  /// Who may speak of a client as his: whom the pronoun means, who says what it is quoted in, the subject of the sentence
  /// ("Asked whether his client had been there, Mr Pym replied"), and the firm of which the paragraph has told.
  private func lawyers(_ possessor: Int, _ mention: Int) -> [Int] {
    let here = annotations.mentions[mention]
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: here.head)].tokens
    var found = [annotations.entity(ofPhrase: possessor), PronounResolution(annotations).quotingSpeaker(of: here)].compactMap {
      $0
    }
    for clause in annotations.clauses(around: sentence.lowerBound) where SpeechLexicon.isSpeech(annotations.clauses[clause].lemma)
    {
      found += annotations.clauses[clause].subjects.compactMap { annotations.entity(ofPhrase: $0) }
    }
    for index in annotations.mentions(beginningIn: max(0, here.head - 120)..<here.head).reversed()
    where annotations.mentions[index].kind == .organization
      && annotations.tokens[annotations.mentions[index].head].block == annotations.tokens[here.head].block
    {
      if let firm = annotations.mentions[index].entity { found.append(firm) }
    }
    return found
  }

  /// For whom a lawyer speaks: "X’s attorney", "a lawyer for X"; for whom a firm does, by its verb.
  private func client(of lawyer: Int, before mention: Int) -> Int? {
    for index in annotations.entities[lawyer].mentions where index < mention {
      guard let phrase = annotations.mentions[index].phrase else { continue }
      if annotations.mentions[index].form == .description, isLawyer(annotations.tokens[annotations.mentions[index].head].lower),
        let client = holder(of: phrase), annotations.entities[client].kind != .place
      {
        return client
      }
      for number in annotations.clauses(around: annotations.mentions[index].head) {
        let clause = annotations.clauses[number]
        guard clause.subjects.contains(phrase), !clause.isPassive else { continue }
        let whom =
          Self.representing.contains(clause.lemma)
          ? clause.objects.first : clause.lemma == "act" ? clause.adjuncts.first { $0.preposition == "for" }?.phrase : nil
        if let whom, let client = annotations.entity(ofPhrase: whom) { return client }
      }
    }
    return nil
  }

  private static let representing: Set<String> = ["represent", "defend"]

  private func isLawyer(_ lower: String) -> Bool { EventCompany.lawyers.contains(Suffixes.singular(lower)) }

  /// What a description says whose it is: before its mark or behind "of", "for", "at".
  private func holder(of phrase: Int) -> Int? {
    if let possessor = annotations.phrases[phrase].possessor { return annotations.entity(ofPhrase: possessor) }
    return annotations.phrase(behind: ["of", "for", "at"], at: annotations.phrases[phrase].tokens.upperBound)
      .flatMap { annotations.entity(ofPhrase: $0) }
  }

  /// "their leader" of whom the text has said that he founded or commands them.
  private func leader(of owner: Int, called head: String) -> Int? {
    guard annotations.entities[owner].kind != .person, Self.leaders.contains(head) else { return nil }
    let found = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      return entity.kind == .person && !entity.isAnonymous
        && entity.mentions.contains { other in
          guard let phrase = annotations.mentions[other].phrase, annotations.mentions[other].form == .description,
            holder(of: phrase) == owner
          else { return false }
          let noun = annotations.tokens[annotations.mentions[other].head].lower
          return noun == head || ["leader", "chief", "boss"].contains(head) && Self.leaders.contains(noun)
        }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let leaders = WordList.set(
    """
    leader chief boss commander founder head president chairman chairwoman chair director warlord general-secretary
    secretary-general emir
    """)

  /// "her union": the body that the text has said somebody belongs to, if it is one of that kind.
  private func body(of person: Int, called head: String) -> Int? {
    for index in annotations.entities[person].mentions {
      guard annotations.mentions[index].form == .description, let phrase = annotations.mentions[index].phrase,
        let body = holder(of: phrase), annotations.entities[body].kind == .organization
      else { continue }
      let entity = annotations.entities[body]
      if entity.heads.contains(head) || isNamed(entity, by: head) || Self.anyBody.contains(head) { return body }
    }
    return nil
  }

  private static let anyBody: Set<String> = ["company", "firm", "organisation", "organization", "group", "employer", "agency"]
}
