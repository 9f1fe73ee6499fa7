// Relations that a noun tells behind a preposition: "under the command of X", "in the pay of Y", "at the helm of Z".
extension RelationCollector {
  private enum Direction {
    /// Whoever is in, at or under it is the relation's source.
    case outward
    case inward
  }

  private static let idioms: [String: (type: String, direction: Direction)] = {
    var table: [String: (type: String, direction: Direction)] = [:]
    func set(_ preposition: String, _ nouns: String, _ type: String, _ direction: Direction) {
      for noun in WordList.entries(nouns) { table[preposition + " " + noun] = (type, direction) }
    }
    set(
      "under", "command leadership direction chairmanship presidency management stewardship captaincy editorship baton", "LEADS",
      .inward)
    set("at", "helm head", "LEADS", .outward)
    set("in", "charge command", "LEADS", .outward)
    set("in", "pay service employ employment", "WORKS_FOR", .outward)
    set("on", "payroll staff", "WORKS_FOR", .outward)
    set("on", "board panel committee council", "MEMBER_OF", .outward)
    set("in", "hands ownership name", "OWNS", .inward)
    set("into", "hands ownership", "OWNS", .inward)
    set("in", "alliance league cahoots coalition partnership", "ALLIED_WITH", .outward)
    return table
  }()

  mutating func readIdioms() {
    for token in tokens.indices.dropLast(2) where annotations.tags[token] == .preposition {
      guard ["under", "at", "in", "on", "into"].contains(tokens[token].lower), annotations.phraseStartingAt[token + 1] >= 0 else {
        continue
      }
      let phrase = annotations.phraseStartingAt[token + 1]
      let noun = tokens[annotations.phrases[phrase].head].lower
      guard let idiom = Self.idioms[tokens[token].lower + " " + noun], let owner = owner(behind: phrase) else { continue }
      guard let holder = holder(of: token, idiom.type, idiom.direction == .outward, owner.entity) else { continue }
      let (source, target) = idiom.direction == .outward ? (holder.entity, owner.entity) : (owner.entity, holder.entity)
      let begin = min(holder.begin, token)
      add(idiom.type, source, target, evidence: begin..<max(owner.end, token + 1))
    }
  }

  /// Whose the noun is: "of Colonel Amadi", "for X", "his command".
  private func owner(behind phrase: Int) -> (entity: Int, end: Int)? {
    let end = annotations.phrases[phrase].tokens.upperBound
    if let owner = ownerOf(phrase) { return (owner, end) }
    guard end + 1 < tokens.count, ["of", "with"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0 else {
      return nil
    }
    let next = annotations.phraseStartingAt[end + 1]
    return annotations.entity(ofPhrase: next).map { ($0, annotations.phrases[next].tokens.upperBound) }
  }

  /// Of whom a prepositional phrase is said: the phrase right before it, otherwise the subject of its clause.
  private func holder(of preposition: Int, _ type: String, _ isSource: Bool, _ other: Int) -> (entity: Int, begin: Int)? {
    func fits(_ entity: Int) -> Bool {
      entity != other && (isSource ? allowsIdiom(type, entity, other) : allowsIdiom(type, other, entity))
    }
    var before = preposition - 1
    if before > 0, tokens[before].form == "," { before -= 1 }
    if before >= 0, annotations.phraseOfToken[before] >= 0,
      annotations.sentenceIndex(ofToken: before) == annotations.sentenceIndex(ofToken: preposition)
    {
      let phrase = annotations.phraseOfToken[before]
      if let entity = annotations.entity(ofPhrase: phrase), fits(entity) {
        return (entity, annotations.phrases[phrase].tokens.lowerBound)
      }
    }
    for index in annotations.clauses(around: preposition).reversed() {
      let clause = annotations.clauses[index]
      guard clause.adjuncts.contains(where: { $0.token == preposition }), !clause.isNegated, !clause.isFuture, clause.modal == nil
      else { continue }
      if type == "OWNS", !clause.isPassive,
        !["be", "remain", "stay", "lie", "pass", "fall", "come", "go", "end"].contains(clause.lemma)
      {
        return nil
      }
      for subject in told(clause).subjects {
        let counted = annotations.entity(ofPhrase: subject) ?? held(by: subject)
        if let entity = counted, fits(entity) { return (entity, annotations.phrases[subject].tokens.lowerBound) }
      }
    }
    return nil
  }

  /// "is alleged to be in the pay of": the clause whose subject the infinitive has.
  private func told(_ clause: Clause) -> Clause {
    guard clause.kind == .infinitive, let governor = clause.governor, annotations.clauses[governor].isPassive,
      !annotations.clauses[governor].subjects.isEmpty
    else { return clause }
    return annotations.clauses[governor]
  }

  private func allowsIdiom(_ type: String, _ source: Int, _ target: Int) -> Bool {
    if type == "LEADS", kind(target) == .group { return kind(source) == .person }
    if type == "WORKS_FOR", kind(target) == .person { return kind(source) != .place && kind(source) != .asset }
    return allows(type, kind(source), kind(target))
  }
}
