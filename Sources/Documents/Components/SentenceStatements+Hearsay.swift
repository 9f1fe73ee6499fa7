// What is said by nobody in particular, or by a source that the sentence names without a verb.
extension SentenceStatements {
  /// "was rumoured to have been wounded", "is believed to be hiding", "it was reported that".
  mutating func readHearsay(_ index: Int, _ certainty: Certainty) {
    let clause = annotations.clauses[index]
    let start = min(
      clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound, clause.verb.lowerBound)
    var limit = contentEnd(after: index)
    // Up to the next clause that is coordinated with this one.
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let next = annotations.clauses[other]
      guard next.kind == .main || next.kind == .coordinated, !next.subjects.isEmpty,
        next.subjects != clause.subjects || next.lemma == "be"
      else { continue }
      limit = min(limit, boundary(before: next.tokens.lowerBound, after: clause.verb.upperBound))
    }
    limit = existentialBoundary(clause.verb.upperBound, limit)
    if let colon = (clause.verb.upperBound..<max(clause.verb.upperBound, limit)).first(where: { tokens[$0].form == ":" }) {
      limit = colon
    }
    let agent = clause.adjuncts.first { $0.preposition == "by" }.flatMap { speaker($0.phrase) }
    guard limit > clause.verb.upperBound else { return }
    if clause.lemma == "know" { return }
    if clause.lemma == "accuse" {
      // "is accused of having taken bribes"
      guard let of = (clause.verb.upperBound..<limit).first(where: { tokens[$0].lower == "of" }), of + 1 < limit else { return }
      return add(
        (of + 1)..<limit, start..<limit, by: agent, agent == nil ? .rumoured : .reported, .hearsay, time: time(of: clause))
    }
    add(clause.verb.lowerBound..<limit, start..<limit, by: agent, certainty, .hearsay, time: time(of: clause))
  }

  /// Before ", and there were reports".
  func existentialBoundary(_ start: Int, _ limit: Int) -> Int {
    guard start < limit,
      let there = (start..<limit).first(where: { tokens[$0].lower == "there" && $0 + 1 < limit && tags[$0 + 1] == .auxiliary })
    else {
      return limit
    }
    return boundary(before: there, after: start)
  }

  // MARK: According to, by her account

  mutating func readAccording() {
    for index in sentence.tokens where index + 2 < sentence.tokens.upperBound {
      if tokens[index].lower == "according", tokens[index + 1].lower == "to", annotations.phraseStartingAt[index + 2] >= 0 {
        addAccording(index, source: annotations.phraseStartingAt[index + 2])
      } else if ["by", "in"].contains(tokens[index].lower), let phrase = startingPhrase(index + 1),
        SpeechLexicon.accounts.contains(tokens[annotations.phrases[phrase].head].lower),
        let possessor = annotations.phrases[phrase].possessor
      {
        addAccording(index, source: phrase, speaker: annotations.entity(ofPhrase: possessor))
      } else if tokens[index].lower == "by", ["some", "most", "all", "several", "many"].contains(tokens[index + 1].lower),
        ["account", "accounts", "estimates", "reckonings"].contains(tokens[index + 2].lower)
      {
        // "By some accounts he has left": nobody in particular says so.
        let range = index == begin ? (index + 3)..<end : begin..<index
        add(range, begin..<end, by: nil, .reported, .hearsay)
      }
    }
  }

  func startingPhrase(_ index: Int) -> Int? {
    annotations.phraseStartingAt[index] >= 0 ? annotations.phraseStartingAt[index] : nil
  }

  mutating func addAccording(_ index: Int, source: Int, speaker given: Int? = nil) {
    let speaker = given ?? self.speaker(source)
    let sourceEnd = tailEnd(of: source)
    if index == begin || tags[index - 1] == .conjunction && index - 1 == begin {
      add(sourceEnd..<end, index..<end, by: speaker, .reported, .accordingTo)
    } else {
      var high = index
      while high > begin, tokens[high - 1].form == "," { high -= 1 }
      add(begin..<high, begin..<annotations.phrases[source].tokens.upperBound, by: speaker, .reported, .accordingTo)
    }
  }

}
