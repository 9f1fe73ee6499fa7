// Descriptions that a verb joins to a name: "X is the head of Y", "X, known as “Z”", "was elected mayor of Y".
extension AppositionFinder {
  private static let naming: Set<String> = ["know", "call", "nickname", "dub", "name", "title", "style", "identify", "unmask"]

  /// What stands behind "as". A name in quotation marks before the main verb is often hung on that: "Anoun, known to his men as
  /// “the Surveyor”, had chaired …".
  private static func named(_ clause: Clause, _ annotations: Annotations) -> Int? {
    if let adjunct = clause.adjuncts.first(where: { $0.preposition == "as" }) { return adjunct.phrase }
    let tokens = annotations.tokens
    for index in clause.verb.upperBound..<min(clause.verb.upperBound + 8, tokens.count) {
      guard tokens[index].form != ",", !annotations.tags[index].isVerb else { return nil }
      guard tokens[index].lower == "as" else { continue }
      let isQuoted = index + 1 < tokens.count && ["“", "‘", "\"", "'"].contains(tokens[index + 1].form)
      let first = isQuoted ? index + 2 : index + 1
      guard first < tokens.count, annotations.phraseStartingAt[first] >= 0 else { return nil }
      return annotations.phraseStartingAt[first]
    }
    return nil
  }

  /// "a physiotherapist, known in the file as Witness B"
  private static func attachDescribed(_ clause: Clause, _ annotations: inout Annotations) {
    guard clause.isPassive, naming.contains(clause.lemma), clause.subjects.count == 1,
      annotations.entity(ofPhrase: clause.subjects[0]) == nil,
      let alias = named(clause, annotations) ?? clause.objects.first,
      annotations.phrases[alias].kind == .name, let entity = annotations.entity(ofPhrase: alias)
    else { return }
    join(clause.subjects[0], to: entity, &annotations)
  }

  /// "Police named the dead man as Scott Ryder"
  private static func attachIdentified(_ clause: Clause, _ annotations: inout Annotations) {
    guard ["name", "identify", "unmask"].contains(clause.lemma), !clause.isPassive, !clause.isNegated,
      let object = clause.objects.first, annotations.entity(ofPhrase: object) == nil, let name = named(clause, annotations),
      annotations.phrases[name].kind == .name, let entity = annotations.entity(ofPhrase: name)
    else { return }
    join(object, to: entity, &annotations)
  }

  /// "a driver who gave only his first name, Salim", "a man who gave his name as Tadeo"
  private static func attachGivenName(_ clause: Clause, _ annotations: inout Annotations) {
    guard ["give", "use"].contains(clause.lemma), !clause.isPassive, clause.subjects.count == 1,
      let object = clause.objects.first,
      ["name", "forename", "nickname", "surname", "initial", "initials"].contains(
        annotations.tokens[annotations.phrases[object].head].lower)
    else { return }
    let end = annotations.phrases[object].tokens.upperBound
    guard end + 1 < annotations.tokens.count, [",", "as"].contains(annotations.tokens[end].lower) else { return }
    let name = annotations.phraseStartingAt[end + 1]
    guard name >= 0, annotations.phrases[name].kind == .name, let entity = annotations.entity(ofPhrase: name),
      annotations.entities[entity].kind == .person
    else { return }
    join(clause.subjects[0], to: entity, &annotations)
  }

  /// "The acting director is Mieke Blom"
  private static func attachReversed(_ clause: Clause, _ annotations: inout Annotations) {
    guard clause.lemma == "be", !clause.isNegated, !clause.isFuture, clause.modal == nil, clause.subjects.count == 1,
      clause.objects.count == 1, let entity = annotations.entity(ofPhrase: clause.objects[0]),
      annotations.entities[entity].kind == .person || annotations.entities[entity].kind == .organization,
      annotations.phrases[clause.objects[0]].kind == .name
    else { return }
    join(clause.subjects[0], to: entity, &annotations)
  }

  /// What one becomes, serves as, is made, ceases to be.
  static let becoming: Set<String> = ["become", "remain"]
  private static let making: Set<String> = [
    "appoint", "name", "elect", "make", "promote", "re-elect", "reappoint", "confirm", "install", "nominate", "choose", "select",
  ]
  static let serving = installing.union(
    WordList.set(
      """
      serve work act retire resign step stand quit continue return start begin remain leave take replace join succeed follow
      rejoin enter arrive train qualify move practise practice pose
      """))
  /// Of the one who is put into the office, where the verb is active.
  static let installing = WordList.set(
    """
    appoint elect hire employ install choose suspend dismiss remove oust sack fire confirm reinstate reappoint nominate engage
    retain recruit re-elect depose name promote recall
    """)

  /// "became chairman of Y", "was elected mayor of Z", "served as treasurer", "stepped down as chief executive of Y".
  private static func attachOffice(_ clause: Clause, _ entity: Int, _ annotations: inout Annotations) {
    guard !clause.isNegated, !clause.isFuture, clause.modal == nil, clause.kind != .infinitive else { return }
    if !clause.isPassive, installing.contains(clause.lemma) { return attachInstalled(clause, &annotations) }
    guard annotations.entities[entity].kind == .person else { return }
    if becoming.contains(clause.lemma) && !clause.isPassive || making.contains(clause.lemma) && clause.isPassive,
      let object = clause.objects.first
    {
      join(object, to: entity, &annotations)
    }
    guard serving.contains(clause.lemma) else { return }
    for adjunct in clause.adjuncts where adjunct.preposition == "as" { join(adjunct.phrase, to: entity, &annotations) }
  }

  /// "The board appointed Ms Roe as treasurer"
  private static func attachInstalled(_ clause: Clause, _ annotations: inout Annotations) {
    guard let object = clause.objects.first, let installed = annotations.entity(ofPhrase: object),
      annotations.entities[installed].kind == .person
    else { return }
    for adjunct in clause.adjuncts where adjunct.preposition == "as" { join(adjunct.phrase, to: installed, &annotations) }
  }

  /// "was for nine years the chairman of Y": the description behind "be", adverbs and a length of time.
  static func complement(of clause: Clause, _ annotations: Annotations) -> Int? {
    if let object = clause.objects.first, annotations.mentionOfPhrase[object] >= 0 {
      return annotations.phrase(possessedBy: object) ?? object
    }
    var at = clause.verb.upperBound
    while at + 1 < annotations.tokens.count, at - clause.verb.upperBound < 8 {
      if annotations.tags[at] == .adverb || annotations.tags[at] == .mark && annotations.tokens[at].form == "," {
        at += 1
      } else if ["for", "until", "from", "since", "in"].contains(annotations.tokens[at].lower),
        annotations.phraseStartingAt[at + 1] >= 0,
        annotations.phrases[annotations.phraseStartingAt[at + 1]].kind == .time
          || durations.contains(annotations.tokens[annotations.phrases[annotations.phraseStartingAt[at + 1]].head].lower)
      {
        at = annotations.phrases[annotations.phraseStartingAt[at + 1]].tokens.upperBound
      } else {
        break
      }
    }
    guard at < annotations.tokens.count, let phrase = annotations.phrase(startingAt: at) else { return nil }
    return annotations.phrase(possessedBy: phrase) ?? phrase
  }

  private static let durations: Set<String> = [
    "years", "months", "weeks", "days", "decades", "year", "decade", "time", "while", "life",
  ]

  /// "at Lorne Airfield, also called “the Strip”": what stands right before a participle of naming bears the name.
  private static func bearer(ofNameIn clause: Clause, _ annotations: Annotations) -> Int? {
    guard clause.kind == .participle, clause.isPassive, naming.contains(clause.lemma) else { return nil }
    var before = clause.verb.lowerBound - 1
    while before > 0, annotations.tags[before] == .adverb || annotations.tokens[before].form == "," { before -= 1 }
    let phrase = annotations.phraseOfToken[max(0, before)]
    return phrase >= 0 && annotations.phrases[phrase].kind == .name ? phrase : nil
  }

  static func attachByVerb(_ clause: Clause, _ annotations: inout Annotations) {
    attachReversed(clause, &annotations)
    attachDescribed(clause, &annotations)
    attachIdentified(clause, &annotations)
    attachGivenName(clause, &annotations)
    let bearer = Self.bearer(ofNameIn: clause, annotations)
    guard let subject = bearer ?? clause.subjects.first, bearer != nil || clause.subjects.count == 1,
      let entity = annotations.entity(ofPhrase: subject)
    else { return }
    if clause.lemma == "be", !clause.isNegated, !clause.isFuture, clause.modal == nil,
      let object = complement(of: clause, annotations),
      annotations.mentionOfPhrase[subject] >= 0,
      case let form = annotations.mentions[annotations.mentionOfPhrase[subject]].form,
      // "Acme’s owner, Gregor Weiss, is a brother of the minister"
      form == .name || form == .description && !annotations.entities[entity].isAnonymous
    {
      join(object, to: entity, &annotations)
    }
    let reflexive = clause.objects.first.map { annotations.tokens[annotations.phrases[$0].head].lower.hasSuffix("self") } ?? false
    attachOffice(clause, entity, &annotations)
    guard clause.isPassive || reflexive, naming.contains(clause.lemma) else { return }
    let behind = clause.objects.first.map { annotations.phrases[$0].tokens.upperBound } ?? clause.verb.upperBound
    let alias =
      reflexive && behind < annotations.tokens.count && annotations.phraseStartingAt[behind] >= 0
      ? annotations.phraseStartingAt[behind] : named(clause, annotations) ?? clause.objects.first
    guard let alias else { return }
    let mention = annotations.mentionOfPhrase[alias]
    guard mention >= 0, annotations.mentions[mention].form == .name, let other = annotations.mentions[mention].entity,
      other != entity,
      annotations.entities[other].mentions == [mention]
        || annotations.entities[other].kind == annotations.entities[entity].kind
          && annotations.entities[entity].isAnonymous
    else { return }
    let all = annotations.entities[other].mentions
    annotations.entities[other].mentions = []
    for one in all { annotations.join(one, to: entity) }
  }
}
