// Numbers and days that somebody gives without saying more.
extension SentenceStatements {
  /// "put the wind at 18 metres", "dated the landing to 6 October", "counts eleven", "revised the toll to 61": who gives a
  /// number or a day says it.
  func estimate(_ clause: Clause, _ index: Int) -> Range<Int>? {
    guard !clause.isPassive, [.main, .coordinated, .relative, .complement].contains(clause.kind), !clause.isNegated,
      hasFiniteSubject(clause)
    else { return nil }
    let limit = contentEnd(after: index)
    guard clause.verb.upperBound < limit else { return nil }
    let start = clause.verb.upperBound
    if let links = Self.estimating[clause.lemma], givesFigure(behind: links, from: start, to: limit) { return start..<limit }
    if Self.revising.contains(clause.lemma), namesFigure(start..<min(limit, start + 6)),
      givesFigure(behind: ["to", "at", "by"], from: start, to: limit)
    {
      return start..<limit
    }
    if isFigureBare(clause, start, limit) || isFixed(clause, start, limit) { return start..<limit }
    let isAmounting = ["come", "be", "stand", "amount", "total", "arrive"].contains(clause.lemma)
    if isAmounting, let subject = clause.subjects.first, annotations.phrases[subject].possessor != nil,
      namesFigure(annotations.phrases[subject].tokens), figureStarts(in: start..<min(limit, start + 5))
    {
      return start..<limit
    }
    return nil
  }

  /// "put the wind at 18 metres", whoever does so.
  func givesEstimate(_ clause: Clause) -> Bool {
    guard !clause.isPassive, !clause.isNegated else { return false }
    // "whereas the company counts 4,200"
    if Self.counting.contains(clause.lemma), clause.lemma != "know", hasFiniteSubject(clause),
      figureStarts(in: clause.verb.upperBound..<min(end, clause.verb.upperBound + 3))
    {
      return true
    }
    guard let links = Self.estimating[clause.lemma], clause.lemma != "record" else { return false }
    return givesFigure(behind: links, from: clause.verb.upperBound, to: end)
  }

  /// "Dr Lee, who signed the certificates and left soon afterwards, counts seven": a verb of counting of which the tree makes
  /// nothing, and right behind it a number.
  mutating func readOverlookedFigures() {
    for token in sentence.tokens where token > begin && token + 1 < end {
      guard ["counts", "counted", "puts", "reckons", "estimates", "tallied"].contains(tokens[token].lower),
        tokens[token - 1].form == ",", figureStarts(in: (token + 1)..<min(end, token + 3)),
        !found.contains(where: { $0.passage.contains(token) && $0.speaker != nil }),
        let subject = speakingPhrase(before: token), let speaker = speaker(subject)
      else { continue }
      let limit = unitEnd(after: token)
      add((token + 1)..<limit, annotations.phrases[subject].tokens.lowerBound..<limit, by: speaker, .reported, .fragment)
    }
  }

  private func givesFigure(behind links: Set<String>, from start: Int, to limit: Int) -> Bool {
    let reach = start..<max(start, min(limit, start + 12))
    guard let link = reach.first(where: { links.contains(tokens[$0].lower) }), link + 1 < limit else { return false }
    return figureStarts(in: (link + 1)..<(link + 6))
  }

  /// "made it fifty", "put the first clashes a day earlier": a thing and right behind it a number or a time.
  private func isFixed(_ clause: Clause, _ start: Int, _ limit: Int) -> Bool {
    guard ["make", "put", "place", "date", "set"].contains(clause.lemma), let object = annotations.phrase(startingAt: start)
    else { return false }
    var at = annotations.phrases[object].tokens.upperBound
    guard clause.lemma != "make" || tokens[start].lower == "it" else { return false }
    while at < limit, at - start < 9, Self.approximating.contains(tokens[at].lower) { at += 1 }
    guard at < limit else { return false }
    let isTime = annotations.phraseOfToken[at] >= 0 && annotations.phrases[annotations.phraseOfToken[at]].kind == .time
    return clause.lemma != "set" && isTime
      || ["it", "them", "this", "that"].contains(tokens[start].lower) && figureStarts(in: at..<(at + 1))
  }

  private func figureStarts(in range: Range<Int>) -> Bool {
    annotations.quantities.contains { range.contains($0.tokens.lowerBound) }
      || annotations.times.contains { range.contains($0.tokens.lowerBound) }
      // "four hours" is no count.
      || range.contains { $0 < end && tags[$0] == .number }
  }

  private func namesFigure(_ range: Range<Int>) -> Bool { range.contains { Self.figures.contains(tokens[$0].lower) } }

  /// "Amnesty counted 31", "the log gives 11 March", "knows of five", "says 900": nothing but a number or a day.
  private func isFigureBare(_ clause: Clause, _ start: Int, _ limit: Int) -> Bool {
    let isLoose = Self.counting.contains(clause.lemma)
    guard isLoose || Self.giving.contains(clause.lemma) else { return false }
    var at = start
    while at < limit, at - start < 4, Self.approximating.contains(tokens[at].lower) || ["“", "\""].contains(tokens[at].form) {
      at += 1
    }
    guard at < limit else { return false }
    // "The contract shows a price of 340,000 euros"
    let isOfPaper = clause.subjects.first.map { isPaper($0) } ?? false
    if isOfPaper, !isLoose, clause.lemma != "say", namesFigure(start..<min(limit, start + 4)),
      figureStarts(in: start..<min(limit, start + 7))
    {
      return true
    }
    if !isLoose, annotations.time(startingAt: at) != nil { return clause.lemma != "say" || at + 3 >= limit }
    guard let quantity = annotations.quantities.first(where: { $0.tokens.contains(at) }) else { return false }
    let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
    if Self.foreseeing.contains(clause.lemma), phrase >= 0, quantity.tokens.lowerBound - start < 4 { return true }
    // "the company counts 4,200 absentees"
    if isLoose, clause.lemma != "know", quantity.tokens.lowerBound - start < 3 { return true }
    let isBare =
      phrase < 0 || annotations.phrases[phrase].kind == .number || annotations.phrases[phrase].head < quantity.tokens.upperBound
    guard isBare else { return false }
    return clause.lemma != "say" && clause.lemma != "claim" || !hasFiniteVerb(at..<limit)
  }

  private static let estimating: [String: Set<String>] = [
    "put": ["at"], "set": ["at"], "place": ["at"], "estimate": ["at"], "value": ["at"], "date": ["to"], "give": ["as"],
    "insist": ["on"], "reckon": ["at"], "assess": ["at"], "measure": ["at"], "rate": ["at"], "gauge": ["at"], "peg": ["at"],
    "appraise": ["at"], "price": ["at"], "calculate": ["at"], "fix": ["at"], "judge": ["at"], "record": ["at"],
    "list": ["as", "at"],
  ]
  private static let revising = WordList.set(
    "revise raise lower correct adjust update cut reduce increase amend downgrade upgrade")
  static let figures = WordList.set(
    """
    figure figures number numbers toll tally count estimate estimates total totals forecast sum amount reckoning calculation
    calculations score turnout price cost value damage loss losses
    """)
  private static let foreseeing = WordList.set("expect predict forecast anticipate project report foresee")
  private static let counting = WordList.set("count tally number know")
  private static let giving = WordList.set(
    """
    give list record register log cite show find report say claim note document think believe expect predict forecast anticipate
    project foresee contain
    """)
  static let approximating = WordList.set(
    "only just about some at least around more than fewer less no up to nearly almost over under of between roughly exactly")
}
