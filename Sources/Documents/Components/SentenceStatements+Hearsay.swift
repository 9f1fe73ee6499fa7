// What is said by nobody in particular, or by a source that the sentence names without a verb.
extension SentenceStatements {
  /// "was rumoured to have been wounded", "is believed to be hiding", "it was reported that".
  mutating func readHearsay(_ index: Int, _ certainty: Certainty) {
    let clause = annotations.clauses[index]
    let start = min(
      clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound, clause.verb.lowerBound)
    if opensWithThat(clause), clause.lemma != "know" {
      // "That he was paid is rumoured."
      return add(
        (begin + 1)..<clause.verb.lowerBound, begin..<max(clause.verb.upperBound, begin + 1), by: nil, certainty, .hearsay)
    }
    var limit = contentEnd(after: index)
    // Up to the next clause that is coordinated with this one.
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let next = annotations.clauses[other]
      guard next.kind == .main || next.kind == .coordinated, !next.subjects.isEmpty,
        next.subjects != clause.subjects || next.lemma == "be"
      else { continue }
      limit = min(limit, boundary(before: next.tokens.lowerBound, after: clause.verb.upperBound))
    }
    limit = min(existentialBoundary(clause.verb.upperBound, limit), relativeEnd(clause))
    if let colon = (clause.verb.upperBound..<max(clause.verb.upperBound, limit)).first(where: { tokens[$0].form == ":" }) {
      limit = colon
    }
    let agent = clause.adjuncts.first { $0.preposition == "by" }.flatMap { speaker($0.phrase) }
    guard limit > clause.verb.upperBound else { return }
    if clause.lemma == "know" { return }
    if let preposition = Self.accusing[clause.lemma] {
      // "is accused of having taken bribes", "was charged with taking bribes"; the charge of murder is no word for one.
      guard let at = (clause.verb.upperBound..<limit).first(where: { tokens[$0].lower == preposition }), at + 1 < limit,
        clause.lemma == "accuse" || tags[at + 1] == .verbGerund
      else { return }
      return add(
        (at + 1)..<limit, start..<limit, by: agent, agent == nil ? .rumoured : .reported, .hearsay, time: time(of: clause))
    }
    add(clause.verb.lowerBound..<limit, start..<limit, by: agent, certainty, .hearsay, time: time(of: clause))
  }

  /// Verb → what stands between it and the deed.
  private static let accusing = ["accuse": "of", "charge": "with", "indict": "for"]

  /// "Karr, who is alleged to have faked it, left": the comma that closes a relative clause behind one.
  func relativeEnd(_ clause: Clause) -> Int {
    let low = clause.verb.lowerBound
    guard low > begin + 1, ["who", "which"].contains(tokens[low - 1].lower), tokens[low - 2].form == "," else { return end }
    return (clause.verb.upperBound..<max(end, clause.verb.upperBound)).first { tokens[$0].form == "," } ?? end
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

  /// "That he was paid is denied": a clause for a subject.
  func opensWithThat(_ clause: Clause) -> Bool {
    ["that", "whether"].contains(tokens[begin].lower) && clause.verb.lowerBound > begin + 3
      && hasFiniteVerb((begin + 1)..<clause.verb.lowerBound)
  }

  // MARK: According to, by her account

  mutating func readAccording() {
    for index in sentence.tokens where index + 2 < sentence.tokens.upperBound {
      if tokens[index].lower == "according", tokens[index + 1].lower == "to", annotations.phraseStartingAt[index + 2] >= 0 {
        addAccording(index, source: annotations.phraseStartingAt[index + 2])
      } else if ["by", "in"].contains(tokens[index].lower), let phrase = annotations.phrase(startingAt: index + 1),
        SpeechLexicon.accounts.contains(tokens[annotations.phrases[phrase].head].lower),
        let possessor = annotations.phrases[phrase].possessor
      {
        addAccording(index, source: phrase, speaker: annotations.entity(ofPhrase: possessor))
      } else if ["in", "by", "on"].contains(tokens[index].lower), let source = sourceOfAccount(index) {
        addAccording(index, source: source, speaker: annotations.entity(ofPhrase: source))
      } else if tokens[index].lower == "by", ["some", "most", "all", "several", "many"].contains(tokens[index + 1].lower),
        ["account", "accounts", "estimates", "reckonings"].contains(tokens[index + 2].lower)
      {
        // "By some accounts he has left": nobody in particular says so.
        let range = index == begin ? (index + 3)..<end : begin..<index
        add(range, begin..<end, by: nil, .reported, .hearsay)
      }
    }
  }

  /// "as the army has it", "if one believes the ministry", "to hear the owner tell it", "a note says,": sources in passing.
  mutating func readSources() {
    for index in sentence.tokens where index + 3 < end {
      let words = (index..<min(end, index + 3)).map { tokens[$0].lower }
      var source: Int?
      if words[0] == "as", let phrase = annotations.phrase(startingAt: index + 1) {
        let next = annotations.phrases[phrase].tokens.upperBound
        let closes =
          next + 1 < end && ["has", "had", "tells", "told", "puts", "put", "sees", "saw"].contains(tokens[next].lower)
          && tokens[next + 1].lower == "it"
        source = closes ? phrase : nil
      } else if words[0] == "if", ["one", "you", "we"].contains(words[1]),
        ["believes", "believe", "trusts", "trust"].contains(words[2])
      {
        source = annotations.phrase(startingAt: index + 3)
      } else if words[0] == "to", ["hear", "believe"].contains(words[1]) {
        source = annotations.phrase(startingAt: index + 2)
      }
      guard let source, let speaker = speaker(source) else { continue }
      var high = index
      while high > begin, tokens[high - 1].form == "," { high -= 1 }
      // What it is the source of: the part between the last comma or "or" and here.
      let low =
        (begin..<high).last { [",", ";", ":"].contains(tokens[$0].form) || tokens[$0].lower == "or" }.map { $0 + 1 } ?? begin
      guard low < high else { continue }
      add(low..<high, low..<annotations.phrases[source].tokens.upperBound, by: speaker, .reported, .accordingTo)
    }
  }

  /// "in the words of its owner", "by the reckoning of the police": whose they are.
  private func sourceOfAccount(_ index: Int) -> Int? {
    guard let phrase = annotations.phrase(startingAt: index + 1),
      SpeechLexicon.accounts.contains(tokens[annotations.phrases[phrase].head].lower)
    else { return nil }
    let of = annotations.phrases[phrase].tokens.upperBound
    guard of + 1 < end, tokens[of].lower == "of" else { return nil }
    return annotations.phrase(startingAt: of + 1)
  }

  /// "A scan, according to two people, shows": the verb of what is said stands behind.
  private func opensVerb(_ token: Int) -> Bool {
    var at = token
    while at < end, tags[at] == .adverb { at += 1 }
    return at < end && [.verbThird, .verbPast, .auxiliary, .modal].contains(tags[at])
  }

  /// "He is also," "It was," "was then,": the comma parts a verb from what it needs.
  private func isLeftHanging(_ high: Int) -> Bool {
    var last = high - 1
    while last > begin, tags[last] == .adverb { last -= 1 }
    return last > begin && (tags[last] == .auxiliary || tags[last] == .modal || ClosedClasses.forms[tokens[last].lower] == "be")
  }

  mutating func addAccording(_ index: Int, source: Int, speaker given: Int? = nil) {
    let isRumour = SpeechLexicon.nouns[tokens[annotations.phrases[source].head].lower] == .rumoured
    let speaker = isRumour ? nil : given ?? self.speaker(source)
    let (certainty, form): (Certainty, Statement.Form) = isRumour ? (.rumoured, .hearsay) : (.reported, .accordingTo)
    let sourceEnd = tailEnd(of: source)
    let opensUnit = index > begin + 1 && [";", ":", "—"].contains(tokens[index - 1].form)
    if index == begin || tags[index - 1] == .conjunction && index - 1 == begin || opensUnit {
      let limit = opensUnit ? unitEnd(after: sourceEnd) : end
      add(sourceEnd..<limit, index..<limit, by: speaker, certainty, form)
    } else {
      var high = index
      while high > begin, tokens[high - 1].form == "," { high -= 1 }
      let low = unitStart(before: high)
      let rest = min(sourceEnd + 1, end)..<end
      let isClosed = high < index && sourceEnd < end && tokens[sourceEnd].form == ","
      if isClosed && (hasFiniteVerb(rest) && !hasFiniteVerb(low..<high) || isLeftHanging(high) || opensVerb(sourceEnd + 1)) {
        // "Not until then, according to the report, was anybody told", "He is also, according to the register, her brother"
        return add(low..<end, low..<end, by: speaker, certainty, form)
      }
      if high == index, tags[index - 1] == .relative, hasFiniteVerb(rest) {
        // "Jon Karr, who according to his brother was dragged from his house"
        let limit = (sourceEnd..<end).first { tokens[$0].form == "," } ?? end
        let whom = index - 2 > begin && tokens[index - 2].form == "," ? annotations.phraseOfToken[index - 3] : -1
        let start = whom >= 0 ? annotations.phrases[whom].tokens.lowerBound : index - 1
        return add(start..<limit, start..<limit, by: speaker, certainty, form)
      }
      add(low..<high, low..<annotations.phrases[source].tokens.upperBound, by: speaker, certainty, form)
      // "It was not, according to one of them: two voted against."
      if let colon = (sourceEnd..<max(sourceEnd, end)).first(where: { tokens[$0].form == ":" }), colon + 2 < end,
        hasFiniteVerb((colon + 1)..<end)
      {
        add((colon + 1)..<end, (colon + 1)..<end, by: speaker, certainty, form)
      }
    }
  }

  // MARK: Told by somebody

  static let telling: Set<String> = ["tell", "inform", "warn", "assure", "notify", "advise", "remind", "alert", "brief"]

  /// "was told by his doctor that he could fly": the one who told it says it.
  mutating func readTold(_ index: Int) {
    let clause = annotations.clauses[index]
    let limit = contentEnd(after: index)
    let that = (clause.verb.upperBound..<max(limit, clause.verb.upperBound)).first { tokens[$0].lower == "that" }
    let opening = that.map { $0 + 1 } ?? clause.verb.upperBound
    guard !clause.isNegated, opening < limit,
      that != nil ? !(clause.verb.upperBound..<opening).contains(where: { tags[$0].isVerb }) : opensReport(opening)
    else { return }
    let agent = clause.adjuncts.first { $0.preposition == "by" && $0.token < opening }.flatMap { speaker($0.phrase) }
    let start = clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound
    add(opening..<limit, min(start, clause.verb.lowerBound)..<limit, by: agent, .reported, .hearsay, time: time(of: clause))
  }

  /// "The court heard Ann Lee had left": somebody or something and right behind it a finite verb.
  func opensReport(_ start: Int) -> Bool {
    guard start < end, let phrase = annotations.phrase(startingAt: start) else { return false }
    let verb = annotations.phrases[phrase].tokens.upperBound
    return verb < end && (tags[verb] == .auxiliary || tags[verb] == .modal || tags[verb] == .verbPast || tags[verb] == .verbThird)
  }

  /// "The court heard that": somebody told it.
  func isHeard(_ clause: Clause) -> Bool {
    guard clause.lemma == "hear", !clause.isPassive,
      thatBehind(clause.verb.upperBound, within: 6) != nil || opensReport(clause.verb.upperBound),
      let subject = clause.subjects.first
    else { return false }
    return Self.hearing.contains(tokens[annotations.phrases[governing(subject)].head].lower)
  }

  /// Those that hear something without being courts as well.
  private static let hearing = SpeechLexicon.courts.union(["trial", "council", "parliament"])

  /// "It was announced that", "is said to have": verbs of acts as well are meant so only where a clause follows.
  func isHearsay(_ clause: Clause) -> Bool {
    if SpeechLexicon.plainHearsay.contains(clause.lemma) { return true }
    let rest = clause.verb.upperBound..<min(end, clause.verb.upperBound + 6)
    guard let link = rest.first(where: { tokens[$0].lower == "that" || tags[$0] == .toParticle }) else { return false }
    return !(rest.lowerBound..<link).contains { tags[$0].isVerb || tags[$0].isNominal }
  }
}
