// What relative clauses say that begin with "in which", "where" and "whose".
extension RelationCollector {
  /// "a firm that supplies welders and in which Montefaro has held 30%": what "which" behind a preposition means.
  func antecedent(ofWhichIn clause: Clause, where isRight: (Int) -> Bool) -> Int? {
    let begin = clause.begin
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: begin)].tokens.lowerBound
    guard let which = (max(floor, begin - 2)...begin).last(where: { ["which", "whom"].contains(tokens[$0].lower) }),
      which > floor, annotations.tags[which - 1] == .preposition
    else { return nil }
    return mention(before: which - 1, from: floor, where: isRight)
  }

  /// The last thing named or described in a stretch.
  private func mention(before end: Int, from begin: Int, where isRight: (Int) -> Bool) -> Int? {
    annotations.mentions(beginningIn: begin..<max(begin, end)).reversed().lazy.compactMap { index in
      let mention = self.annotations.mentions[index]
      return mention.form == .adjective || mention.form == .pronoun ? nil : mention.entity
    }.first { isRight($0) && !annotations.entities[$0].isAnonymous }
  }

  /// "the Linden Falls district, where he was assistant superintendent"; "Corvane Holdings, whose only asset is the yacht".
  mutating func readRelatives() {
    for clause in annotations.clauses where !clause.isNegated && !clause.isFuture && clause.modal == nil {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens
      let reach = max(sentence.lowerBound, clause.verb.lowerBound - 5)..<clause.verb.lowerBound
      if let place = reach.first(where: { tokens[$0].lower == "where" }) { readWhere(clause, place, sentence.lowerBound) }
      if clause.lemma == "be", let whose = reach.first(where: { tokens[$0].lower == "whose" }) { readWhose(clause, whose) }
    }
  }

  private mutating func readWhere(_ clause: Clause, _ at: Int, _ floor: Int) {
    guard let subject = clause.subjects.first, annotations.phrases[subject].tokens.lowerBound > at,
      let person = annotations.entity(ofPhrase: subject), kind(person) == .person,
      let body = mention(before: at, from: floor, where: { kind($0) == .organization || kind($0) == .place }), body != person
    else { return }
    let evidence = at..<clause.verb.upperBound
    if clause.lemma == "be" {
      let end = clause.verb.upperBound
      guard end < tokens.count, let office = clause.objects.first ?? annotations.phrase(startingAt: end),
        let type = RoleNouns.typeAtWork(Suffixes.singular(tokens[annotations.phrases[office].head].lower))
      else { return }
      addRole(type, person, body, role(office), evidence)
    } else if Self.occupying.contains(clause.lemma), clause.objects.isEmpty, kind(body) == .organization || isSite(body) {
      add("WORKS_FOR", person, body, evidence: evidence)
    }
  }

  private static let occupying: Set<String> = ["work", "teach", "serve", "practise", "practice", "lecture", "coach"]

  private mutating func readWhose(_ clause: Clause, _ whose: Int) {
    guard let subject = clause.subjects.first, annotations.phrases[subject].tokens.contains(whose),
      let object = clause.objects.first ?? annotations.phrase(startingAt: min(clause.verb.upperBound, tokens.count - 1)),
      let holder = ownerOf(subject), let other = annotations.entity(ofPhrase: object), holder != other
    else { return }
    let evidence = whose..<annotations.phrases[object].tokens.upperBound
    switch Suffixes.singular(tokens[annotations.phrases[subject].head].lower) {
    case "asset", "property", "holding", "subsidiary", "possession":
      if kind(other) == .asset || kind(other) == .organization { add("OWNS", holder, other, evidence: evidence) }
    case "owner", "shareholder", "beneficiary", "proprietor", "parent":
      if allows("OWNS", kind(other), kind(holder)) { add("OWNS", other, holder, evidence: evidence) }
    default: break
    }
  }
}
