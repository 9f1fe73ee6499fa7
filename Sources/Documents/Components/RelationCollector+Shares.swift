// Who holds how much of what.
extension RelationCollector {
  /// "holds a third of the shares", "owns 21 percent of Kestrel", "has a 40 per cent stake in Petrokam", "70 percent of its
  /// shares are held by Castellane and 30 by Orbex".
  mutating func readHoldings(_ reading: ClauseReading) {
    let clause = reading.clause
    if clause.isPassive, ["hold", "own", "control"].contains(clause.lemma), let target = held(by: reading.subject) {
      for agent in clause.adjuncts where agent.preposition == "by" {
        guard let owner = annotations.entity(ofPhrase: agent.phrase), allows("OWNS", kind(owner), kind(target)) else { continue }
        add(
          "OWNS", owner, target, evidence: evidence(reading, agent.phrase),
          share: shareBefore(agent.token, behind: clause.verb.upperBound) ?? share(of: reading.subject),
          inside: statement(of: clause))
      }
      return
    }
    guard Self.holding.contains(clause.lemma), !clause.isPassive else { return }
    for object in clause.objects where isShare(object) {
      guard let target = company(ofShare: object, clause), allows("OWNS", kind(reading.source), kind(target)) else { continue }
      add(
        "OWNS", reading.source, target, evidence: evidence(reading, object), share: share(of: object),
        inside: statement(of: clause))
      readShareList(behind: object, of: target)
    }
  }

  private static let holding: Set<String> = [
    "hold", "own", "control", "have", "buy", "acquire", "keep", "retain", "inherit", "purchase", "amass",
  ]

  private static let portions: Set<String> = [
    "percent", "cent", "%", "stake", "share", "shares", "third", "half", "quarter", "stock", "shareholding", "holding",
    "interest",
    "majority", "minority", "equity",
  ]

  /// Whether a phrase is a part of a company: "31 per cent", "a controlling stake".
  private func isShare(_ phrase: Int) -> Bool {
    let range = annotations.phrases[phrase].tokens
    if Self.portions.contains(tokens[annotations.phrases[phrase].head].lower) { return true }
    return annotations.phrases[phrase].quantity.map { annotations.quantities[$0].unit == "percent" } ?? false
      || range.upperBound < tokens.count && ["per", "percent", "%"].contains(tokens[range.upperBound].lower)
  }

  /// Whose shares they are: of what is named behind "of" or "in", or of the company that the text is about.
  private func company(ofShare phrase: Int, _ clause: Clause) -> Int? {
    if let inner = annotations.contained(in: phrase) {
      if let found = annotations.entity(ofPhrase: inner), kind(found) == .organization || kind(found) == .asset { return found }
      if let owner = ownerOf(inner), kind(owner) == .organization { return owner }
      return isShare(inner) ? mainCompany(before: annotations.phrases[phrase].tokens.lowerBound) : nil
    }
    if let owner = ownerOf(phrase), kind(owner) == .organization { return owner }
    for adjunct in clause.adjuncts where ["in", "of"].contains(adjunct.preposition) {
      if let found = annotations.entity(ofPhrase: adjunct.phrase), kind(found) == .organization { return found }
      if isShare(adjunct.phrase), let owner = ownerOf(adjunct.phrase), kind(owner) == .organization { return owner }
    }
    let end = annotations.phrases[phrase].tokens.upperBound
    let isOpen = end >= tokens.count || annotations.tags[end] == .mark || annotations.tags[end] == .conjunction
    guard isOpen, ["hold", "have", "own", "control"].contains(clause.lemma) else { return nil }
    return mainCompany(before: annotations.phrases[phrase].tokens.lowerBound)
  }

  /// The company that the text has spoken of most before a token, if it speaks of shares in the same paragraph.
  private func mainCompany(before token: Int) -> Int? {
    let block = annotations.sentences[annotations.sentenceIndex(ofToken: token)].block
    let speaksOfShares = annotations.sentences.contains { sentence in
      sentence.block == block
        && sentence.tokens.contains { ["shares", "shareholder", "shareholders", "stake", "dividend"].contains(tokens[$0].lower) }
    }
    return speaksOfShares ? mainOrganization(before: token) { $0.isCompany } : nil
  }

  /// "… and 40 per cent by Brightwater": the number between the verb or the last agent and this one.
  private func shareBefore(_ token: Int, behind verb: Int) -> Double? {
    annotations.quantities.last { quantity in
      quantity.unit == "percent" && quantity.tokens.lowerBound >= verb && quantity.tokens.upperBound <= token
        && token - quantity.tokens.upperBound <= 2
    }?.value
  }

  /// Whose shares a subject counts: "70 percent of its shares", "a third of Orbex".
  func held(by subject: Int) -> Int? {
    guard let inner = annotations.contained(in: subject) else { return nil }
    return annotations.entity(ofPhrase: inner) ?? ownerOf(inner)
  }

  /// "8 percent", "a third of the shares": in percent.
  func share(of phrase: Int) -> Double? {
    let range = annotations.phrases[phrase].tokens
    if let quantity = annotations.quantities.first(where: { $0.unit == "percent" && range.overlaps($0.tokens) }) {
      return quantity.value
    }
    switch tokens[annotations.phrases[phrase].head].lower {
    case "half": return 50
    case "quarter": return 25
    case "third": return range.count > 1 && tokens[range.lowerBound].lower == "two" ? 66.7 : 33.3
    default: return nil
    }
  }
}
