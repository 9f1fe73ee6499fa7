// Who holds how much of what.
extension RelationCollector {
  /// "holds a third of the shares", "owns 21 percent of Kestrel", "has a 40 per cent stake in Petrokam", "70 percent of its
  /// shares are held by Castellane and 30 by Orbex".
  mutating func readHoldings(_ reading: ClauseReading) {
    let clause = reading.clause
    if clause.isPassive, ["hold", "own", "control", "register", "keep", "put"].contains(clause.lemma),
      let target = held(by: reading.subject)
    {
      for agent in clause.adjuncts {
        guard let owner = titleholder(agent, clause), allows("OWNS", kind(owner), kind(target)) else { continue }
        add(
          "OWNS", owner, target, evidence: evidence(reading, agent.phrase),
          share: shareBefore(agent.token, behind: clause.verb.upperBound) ?? share(of: reading.subject))
      }
      return
    }
    readVehicles(reading)
    guard Self.holding.contains(clause.lemma), !clause.isPassive else { return }
    for object in clause.objects where isShare(object) {
      guard let target = company(ofShare: object, clause), allows("OWNS", kind(reading.source), kind(target)) else { continue }
      add("OWNS", reading.source, target, evidence: evidence(reading, object), share: share(of: object))
      readOthers(behind: object, of: target)
      // "sold its shares to a trust"
      for adjunct in clause.adjuncts where adjunct.preposition == "to" && clause.lemma == "sell" {
        guard let buyer = annotations.entity(ofPhrase: adjunct.phrase), allows("OWNS", kind(buyer), kind(target)) else {
          continue
        }
        add("OWNS", buyer, target, evidence: evidence(reading, adjunct.phrase))
      }
      for adjunct in clause.adjuncts {
        guard let principal = principal(adjunct), allows("OWNS", kind(principal), kind(target)) else { continue }
        add("OWNS", principal, target, evidence: evidence(reading, adjunct.phrase))
      }
    }
  }

  /// Who holds what a passive says is held: "by X", "in the name of X", "on behalf of X", "for X".
  private func titleholder(_ adjunct: Clause.Adjunct, _ clause: Clause) -> Int? {
    if adjunct.preposition == "by" { return annotations.entity(ofPhrase: adjunct.phrase) }
    return principal(adjunct)
  }

  /// For whom a nominee holds: "in the name of X", "on behalf of X", "for X".
  func principal(_ adjunct: Clause.Adjunct) -> Int? {
    let noun = tokens[annotations.phrases[adjunct.phrase].head].lower
    switch (adjunct.preposition, noun) {
    case ("in", "name"), ("on", "behalf"), ("for", "benefit"):
      if let owner = ownerOf(adjunct.phrase) { return owner }
      let end = annotations.phrases[adjunct.phrase].tokens.upperBound
      guard end + 1 < tokens.count, tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0 else { return nil }
      return annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
    case ("for", _):
      guard let entity = annotations.entity(ofPhrase: adjunct.phrase) else { return nil }
      return kind(entity) == .person || kind(entity) == .organization ? entity : nil
    default: return nil
    }
  }

  /// "controls Pelton Works through Larch Nominees": what one holds by is one's own.
  private mutating func readVehicles(_ reading: ClauseReading) {
    let clause = reading.clause
    guard ["own", "control", "hold", "buy", "acquire", "run"].contains(clause.lemma) else { return }
    let owner: Int?
    if clause.isPassive {
      owner = clause.adjuncts.first { $0.preposition == "by" }.flatMap { annotations.entity(ofPhrase: $0.phrase) }
    } else {
      owner = reading.source
    }
    guard let owner, kind(owner) == .person || kind(owner) == .organization else { return }
    for adjunct in clause.adjuncts where ["through", "via"].contains(adjunct.preposition) {
      guard let vehicle = annotations.entity(ofPhrase: adjunct.phrase), kind(vehicle) == .organization, vehicle != owner else {
        continue
      }
      add("OWNS", owner, vehicle, evidence: evidence(reading, adjunct.phrase))
    }
  }

  /// "holds 31 per cent, the heirs of Ernest Tolland 18 and Mr Aust 12": the verb is left out, the company is the same.
  private mutating func readOthers(behind object: Int, of target: Int) {
    let begin = annotations.phrases[object].tokens.upperBound
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: begin - 1)].tokens
    var index = annotations.mentions(beginningIn: begin..<max(begin, sentence.upperBound)).lowerBound
    while index < annotations.mentions.count, annotations.mentions[index].tokens.lowerBound < sentence.upperBound {
      defer { index += 1 }
      let mention = annotations.mentions[index]
      guard let owner = mention.entity, owner != target, allows("OWNS", kind(owner), kind(target)) else { continue }
      var end = mention.tokens.upperBound
      if end < tokens.count, ["has", "have", "had", "holds", "hold", "owns", "own", "another", "a"].contains(tokens[end].lower) {
        end += 1
      }
      guard end < tokens.count, tokens[end].kind == .number || ClosedClasses.numberWords[tokens[end].lower] != nil else {
        continue
      }
      var begin = mention.tokens.lowerBound
      let phrase = annotations.phraseOfToken[begin]
      if phrase >= 0 { begin = min(begin, annotations.phrases[phrase].tokens.lowerBound) }
      while begin > 0, HumanNouns.rank(tokens[begin - 1].lower) != nil || tokens[begin - 1].lower == "the" { begin -= 1 }
      guard begin > 0, [",", ";", "and", "while", "with"].contains(tokens[begin - 1].lower) else { continue }
      let value = annotations.quantities.first { $0.tokens.contains(end) }?.value ?? Double(tokens[end].form)
      add("OWNS", owner, target, evidence: mention.tokens.lowerBound..<(end + 1), share: value)
    }
  }

  /// "Kolar's 40 per cent stake in Pelton Works": the holding as a noun.
  mutating func readStakes() {
    for token in tokens.indices where Self.stakes.contains(tokens[token].lower) {
      let phrase = annotations.phraseOfToken[token]
      guard phrase >= 0, annotations.phrases[phrase].head == token, let owner = ownerOf(phrase) else { continue }
      let end = annotations.phrases[phrase].tokens.upperBound
      var target: Int?
      if end + 1 < tokens.count, tokens[end].lower == "in", annotations.phraseStartingAt[end + 1] >= 0 {
        target = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
      } else if annotations.sentences[annotations.sentenceIndex(ofToken: token)].tokens.contains(where: { isPercent($0) }) {
        target = mainOrganization(before: token) { $0.isCompany && $0.index != owner }
      }
      guard let target, target != owner, kind(target) == .organization, allows("OWNS", kind(owner), kind(target)) else {
        continue
      }
      add("OWNS", owner, target, evidence: annotations.phrases[phrase].tokens, share: share(of: phrase))
    }
  }

  private func isPercent(_ token: Int) -> Bool { ["per", "percent", "%"].contains(tokens[token].lower) }

  private static let stakes: Set<String> = ["stake", "holding", "shareholding", "stakes", "interest"]

  private static let holding: Set<String> = [
    "hold", "own", "control", "have", "buy", "acquire", "keep", "retain", "inherit", "purchase", "amass", "take", "raise", "lift",
    "increase", "build",
    "sell", "cut", "reduce", "lower", "disclose", "accumulate",
  ]

  static let portions: Set<String> = [
    "percent", "cent", "%", "stake", "share", "shares", "third", "half", "quarter", "stock", "shareholding", "holding",
    "interest",
    "majority", "minority", "equity", "capital", "stocks", "rest", "remainder",
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
    if let whole = antecedent(ofWhichIn: clause, where: { kind($0) == .organization || kind($0) == .asset }) { return whole }
    if let inner = annotations.contained(in: phrase) {
      if let found = annotations.entity(ofPhrase: inner), kind(found) == .organization || kind(found) == .asset { return found }
      if let owner = ownerOf(inner), kind(owner) == .organization { return owner }
      return isShare(inner) ? mainCompany(before: annotations.phrases[phrase].tokens.lowerBound) : nil
    }
    // "its shares in Orbex": whose they are is not of what they are.
    if let inner = inside(phrase), let whole = annotations.entity(ofPhrase: inner), kind(whole) == .organization { return whole }
    if let owner = ownerOf(phrase), kind(owner) == .organization { return owner }
    for adjunct in clause.adjuncts where ["in", "of"].contains(adjunct.preposition) {
      if let found = annotations.entity(ofPhrase: adjunct.phrase), kind(found) == .organization { return found }
      if isShare(adjunct.phrase), let owner = ownerOf(adjunct.phrase), kind(owner) == .organization { return owner }
    }
    let end = annotations.phrases[phrase].tokens.upperBound
    let isOpen = end >= tokens.count || annotations.tags[end] == .mark || annotations.tags[end] == .conjunction
    guard isOpen, ["hold", "have", "own", "control"].contains(clause.lemma) else { return nil }
    let begin = annotations.phrases[phrase].tokens.lowerBound
    if let company = mainCompany(before: begin) { return company }
    // "I hold 45 per cent": of what was spoken of just before.
    return ["hold", "own"].contains(clause.lemma) ? nearCompany(before: begin) : nil
  }

  /// The company of the last mention in the paragraphs right before.
  private func nearCompany(before token: Int) -> Int? {
    let block = tokens[token].block
    var index = annotations.mentions(beginningIn: token..<(token + 1)).lowerBound - 1
    while index >= 0, block - tokens[annotations.mentions[index].head].block <= 3 {
      if let entity = annotations.mentions[index].entity, kind(entity) == .organization, view(entity).isCompany { return entity }
      index -= 1
    }
    return nil
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
    guard let inner = annotations.contained(in: subject) ?? inside(subject) else { return nil }
    return annotations.entity(ofPhrase: inner) ?? ownerOf(inner)
  }

  /// "All the shares in Orbex"
  private func inside(_ phrase: Int) -> Int? {
    let range = annotations.phrases[phrase].tokens
    guard Self.portions.contains(tokens[annotations.phrases[phrase].head].lower), range.upperBound + 1 < tokens.count,
      ["in", "of"].contains(tokens[range.upperBound].lower), annotations.phraseStartingAt[range.upperBound + 1] >= 0
    else { return nil }
    return annotations.phraseStartingAt[range.upperBound + 1]
  }

  /// The company of "the rest" and "the other half", of which the text has just said who holds some.
  func rest(_ phrase: Int) -> Int? {
    let noun = tokens[annotations.phrases[phrase].head].lower
    guard ["rest", "remainder"].contains(noun) else { return nil }
    let begin = annotations.phrases[phrase].tokens.lowerBound
    return found.last { $0.type == "OWNS" && $0.evidence.lowerBound < begin && begin - $0.evidence.upperBound < 30 }?.target
  }

  func percentage(in range: Range<Int>) -> Double? {
    annotations.quantities.first { $0.unit == "percent" && range.overlaps($0.tokens) }?.value
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
