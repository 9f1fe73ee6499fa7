// Offices and holdings told by other means than a verb of their own: "whose director is X", "the rest belongs to Y", a list whose
// verb stands once, "a front for Z".
extension RelationCollector {
  // MARK: Offices

  /// "Its sole director is X", "whose only beneficiary was Y": a possessed role noun, a form of "be", somebody.
  mutating func readPredicatedRoles() {
    for (index, phrase) in annotations.phrases.enumerated() {
      let verb = phrase.tokens.upperBound
      guard let possessor = phrase.possessor, verb + 1 < tokens.count, ["is", "was", "are"].contains(tokens[verb].lower),
        annotations.phraseStartingAt[verb + 1] >= 0
      else { continue }
      let head = Suffixes.singular(tokens[phrase.head].lower)
      let other = annotations.phraseStartingAt[verb + 1]
      guard let type = head == "beneficiary" ? "OWNS" : RoleNouns.type(head), let person = annotations.entity(ofPhrase: other),
        let owner = antecedent(ofPossessor: possessor) ?? annotations.entity(ofPhrase: possessor), person != owner
      else { continue }
      if ["OWNS", "FOUNDED"].contains(type) {
        guard allows(type, kind(person), kind(owner)) else { continue }
        add(
          type, person, owner, role: role(index),
          evidence: phrase.tokens.lowerBound..<annotations.phrases[other].tokens.upperBound)
      } else if kind(person) == .person {
        addRole(type, person, owner, role(index), phrase.tokens.lowerBound..<annotations.phrases[other].tokens.upperBound)
      }
    }
  }

  /// "the Land Institute in Breslo, whose director": what stands before the comma with all that hangs on it, the body and not
  /// the town.
  private func antecedent(ofPossessor possessor: Int) -> Int? {
    let range = annotations.phrases[possessor].tokens
    guard range.count == 1, tokens[range.lowerBound].lower == "whose", range.lowerBound >= 2 else { return nil }
    var at = range.lowerBound - 1
    if tokens[at].form == "," { at -= 1 }
    guard annotations.phraseOfToken[at] >= 0 else { return nil }
    return outermost(annotations.phraseOfToken[at])
  }

  /// The body or person of "the institute in Breslo", "a unit of the police", beginning at the last phrase of it.
  private func outermost(_ phrase: Int) -> Int? {
    let own = annotations.entity(ofPhrase: phrase)
    let start = annotations.phrases[phrase].tokens.lowerBound
    guard start >= 2, annotations.tags[start - 1] == .preposition, annotations.phraseOfToken[start - 2] >= 0 else { return own }
    let outer = annotations.phraseOfToken[start - 2]
    guard annotations.phrases[outer].tokens.upperBound == start - 1, let found = annotations.entity(ofPhrase: outer),
      [.organization, .person].contains(kind(found)), own.map({ kind($0) == .place }) ?? true || isPart(outer)
    else { return own }
    return found
  }

  /// "a unit of", "the armed wing of"
  private func isPart(_ phrase: Int) -> Bool {
    ["unit", "wing", "branch", "arm", "faction", "squad", "force", "group", "division", "department", "cell", "section"].contains(
      tokens[annotations.phrases[phrase].head].lower)
  }

  /// "the Coast Guard, headed by Admiral X", "a unit of the police commanded by Y": whom a bare participle is said of.
  func headed(by clause: Clause) -> (phrase: Int, entity: Int)? {
    let begin = clause.verb.lowerBound
    guard clause.isPassive, clause.verb.count == 1, begin > 1, clause.adjuncts.contains(where: { $0.preposition == "by" }) else {
      return nil
    }
    let last = tokens[begin - 1].form == "," ? begin - 2 : begin - 1
    guard last >= 0, annotations.phraseOfToken[last] >= 0,
      annotations.phrases[annotations.phraseOfToken[last]].tokens.upperBound == last + 1,
      let entity = outermost(annotations.phraseOfToken[last]), kind(entity) == .organization
    else { return nil }
    return (annotations.phraseOfToken[last], entity)
  }

  /// "members of its board", "two officials of the Anti-Corruption Office", "Its inspectors": people of a body that does not name
  /// them.
  mutating func readStaff(of entity: Int, _ phrase: Int, _ head: String) {
    guard kind(entity) == .group, Self.staff.contains(head) else { return }
    let range = annotations.phrases[phrase].tokens
    let type = RoleNouns.type(head) == "REPRESENTS" ? "REPRESENTS" : "WORKS_FOR"
    if let owner = annotations.phrases[phrase].possessor.flatMap({ annotations.entity(ofPhrase: $0) }),
      kind(owner) == .organization
    {
      return add(type, entity, owner, role: role(phrase), evidence: range)
    }
    let end = range.upperBound
    guard end + 1 < tokens.count, ["of", "at", "for"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0,
      let owner = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1]), kind(owner) == .organization
    else { return }
    let high = annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
    add(type, entity, owner, role: role(phrase), evidence: range.lowerBound..<high)
  }

  private static let staff = WordList.set(
    "inspector official investigator lawyer solicitor engineer scientist researcher detective observer negotiator auditor analyst"
  )

  /// "professor of pathology at the University of Leam", "head of procurement at the Agency": behind the field the employer.
  mutating func readField(of entity: Int, _ phrase: Int, _ head: String) {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard kind(entity) == .person, RoleNouns.type(head) != nil, end + 1 < tokens.count,
      ["of", "for", "in"].contains(tokens[end].lower),
      annotations.phraseStartingAt[end + 1] >= 0
    else { return }
    let field = annotations.phraseStartingAt[end + 1]
    let next = annotations.phrases[field].tokens.upperBound
    guard annotations.entity(ofPhrase: field) == nil, next + 1 < tokens.count,
      ["at", "of", "for", "with"].contains(tokens[next].lower),
      annotations.phraseStartingAt[next + 1] >= 0,
      let owner = annotations.entity(ofPhrase: annotations.phraseStartingAt[next + 1]), kind(owner) == .organization
    else { return }
    let high = annotations.phrases[annotations.phraseStartingAt[next + 1]].tokens.upperBound
    add(
      "WORKS_FOR", entity, owner, role: role(phrase), evidence: evidenceBegin(entity, annotations.phrases[phrase].tokens)..<high)
  }

  // MARK: Holdings

  /// "…, the Kern foundation 40, and the bank 12": owners whose verb is the one before.
  mutating func readShareList(behind object: Int, of target: Int) {
    var at = annotations.phrases[object].tokens.upperBound
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: at - 1)].tokens.upperBound
    // Past "of the brewery".
    while at < end, ![",", ";", "."].contains(tokens[at].form), tokens[at].lower != "and" { at += 1 }
    while at + 2 < end {
      while at < end, tokens[at].form == "," || tokens[at].form == ";" || annotations.tags[at] == .conjunction { at += 1 }
      guard at < end, annotations.phraseStartingAt[at] >= 0 else { return }
      let phrase = annotations.phraseStartingAt[at]
      guard let owner = annotations.entity(ofPhrase: phrase), allows("OWNS", kind(owner), kind(target)) else { return }
      var number = annotations.phrases[phrase].tokens.upperBound
      if number < end, annotations.phraseStartingAt[number] >= 0,
        annotations.entity(ofPhrase: annotations.phraseStartingAt[number]) == owner
      {
        number = annotations.phrases[annotations.phraseStartingAt[number]].tokens.upperBound
      }
      if number < end, tokens[number].lower == "with" || tokens[number].form == "(" { number += 1 }
      guard number < end, let quantity = annotations.quantities.first(where: { $0.tokens.lowerBound == number }),
        let value = quantity.value, value <= 100, quantity.unit == nil || quantity.unit == "percent"
      else { return }
      add(
        "OWNS", owner, target, evidence: annotations.phrases[phrase].tokens.lowerBound..<quantity.tokens.upperBound, share: value)
      at = quantity.tokens.upperBound
      if at < end, tokens[at].form == ")" { at += 1 }
    }
  }

  /// "The rest belongs to a notary", "the remainder is held by his wife": of what was last said to be held.
  mutating func readRemainder() {
    for clause in annotations.clauses {
      guard let subject = clause.subjects.first, !clause.isNegated,
        annotations.phrases[subject].tokens.contains(where: {
          ["rest", "remainder", "remaining", "others"].contains(tokens[$0].lower)
        }),
        let owner = remainderOwner(clause)
      else { continue }
      let last = found.last { $0.type == "OWNS" && $0.evidence.lowerBound < clause.mainVerb && $0.share != nil }
      guard let last,
        annotations.sentenceIndex(ofToken: clause.mainVerb) - annotations.sentenceIndex(ofToken: last.evidence.lowerBound) <= 2,
        allows("OWNS", kind(owner), kind(last.target))
      else { continue }
      add("OWNS", owner, last.target, evidence: annotations.phrases[subject].tokens.lowerBound..<clause.verb.upperBound)
    }
  }

  private func remainderOwner(_ clause: Clause) -> Int? {
    let isHeld = clause.isPassive && ["hold", "own", "control"].contains(clause.lemma)
    guard isHeld || ["belong", "go", "lie", "be"].contains(clause.lemma) else { return nil }
    let adjunct = clause.adjuncts.first { isHeld ? $0.preposition == "by" : ["to", "with"].contains($0.preposition) }
    return adjunct.flatMap { annotations.entity(ofPhrase: $0.phrase) }
  }

  /// "Brightwater is a front for his sister-in-law", "a letterbox company of X": who stands behind it has it.
  mutating func readFronts() {
    for (index, phrase) in annotations.phrases.enumerated() where Self.fronts.contains(tokens[phrase.head].lower) {
      let end = phrase.tokens.upperBound
      guard end + 1 < tokens.count, ["for", "of"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0,
        let owner = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
      else { continue }
      let clause = annotations.clauses[annotations.clauses(around: phrase.head)].first {
        $0.lemma == "be" && $0.verb.upperBound <= phrase.tokens.lowerBound && phrase.tokens.lowerBound - $0.verb.upperBound < 3
          || $0.objects.contains(index)
      }
      guard let clause, !clause.isNegated, let subject = clause.subjects.first,
        let front = annotations.entity(ofPhrase: subject), allows("OWNS", kind(owner), kind(front))
      else { continue }
      let high = annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
      add(
        "OWNS", owner, front, evidence: annotations.phrases[subject].tokens.lowerBound..<high,
        inside: annotations.statement(around: phrase.head))
    }
  }

  private static let fronts: Set<String> = ["front", "vehicle", "shell", "proxy", "nominee", "cover", "strawman", "facade"]

  /// "the Northgate Group of Halden", "Miravel, of Lusaria,": a firm by name and its town.
  mutating func readSeats() {
    for mention in annotations.mentions where mention.form == .name && mention.kind == .organization {
      guard let entity = mention.entity, let phrase = mention.phrase, kind(entity) == .organization else { continue }
      var at = annotations.phrases[phrase].tokens.upperBound
      if at < tokens.count, tokens[at].form == "," { at += 1 }
      guard at + 1 < tokens.count, tokens[at].lower == "of", annotations.phraseStartingAt[at + 1] >= 0 else { continue }
      let next = annotations.phraseStartingAt[at + 1]
      let named = annotations.mentionOfPhrase[next]
      guard named >= 0, annotations.mentions[named].form == .name, let place = annotations.entity(ofPhrase: next),
        kind(place) == .place,
        view(entity).isCompany
      else { continue }
      add("BASED_IN", entity, place, evidence: mention.tokens.lowerBound..<annotations.phrases[next].tokens.upperBound)
    }
  }
}
