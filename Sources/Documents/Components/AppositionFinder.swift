/// Descriptions that stand beside a name and mean the same: "X, a spokesman for Y", "its commander, X", "X is the head of Y",
/// "X, known as “Z”".
enum AppositionFinder {
  static func attach(_ annotations: inout Annotations) {
    for index in annotations.mentions.indices where annotations.mentions[index].form == .name {
      guard let phrase = annotations.mentions[index].phrase, let entity = annotations.mentions[index].entity else { continue }
      let kind = annotations.entities[entity].kind
      let before = before(phrase, of: kind, annotations)
      let after = after(phrase, annotations)
      for description in [after, before, before.flatMap { coordinated(with: $0, annotations) }] {
        if let description { join(description, to: entity, &annotations) }
      }
      for description in after.map({ conjoined(behind: $0, kind, annotations) }) ?? [] {
        join(description, to: entity, &annotations)
      }
    }
    for clause in annotations.clauses { attachByVerb(clause, &annotations) }
  }

  /// "She was head of audit": once it is known whom a pronoun means, the description behind "be" is his too.
  static func attachToPronouns(_ annotations: inout Annotations) {
    for clause in annotations.clauses where clause.lemma == "be" || becoming.contains(clause.lemma) {
      guard !clause.isNegated, !clause.isFuture, clause.modal == nil, clause.subjects.count == 1,
        annotations.phrases[clause.subjects[0]].kind == .pronoun, let entity = annotations.entity(ofPhrase: clause.subjects[0]),
        annotations.entities[entity].kind == .person, let phrase = complement(of: clause, annotations),
        annotations.mentionOfPhrase[phrase] >= 0
      else { continue }
      let mention = annotations.mentions[annotations.mentionOfPhrase[phrase]]
      guard mention.form == .description, let other = mention.entity, other != entity, annotations.entities[other].isAnonymous,
        annotations.entities[other].kind == .person
      else { continue }
      let all = annotations.entities[other].mentions
      annotations.entities[other].mentions = []
      annotations.entities[entity].heads.formUnion(annotations.entities[other].heads)
      for one in all { annotations.join(one, to: entity) }
      annotations.entities[entity].mentions.sort()
    }
  }

  private static func join(_ phrase: Int, to entity: Int, _ annotations: inout Annotations) {
    let mention = annotations.mentionOfPhrase[phrase]
    guard mention >= 0, annotations.mentions[mention].entity == nil, annotations.mentions[mention].form == .description else {
      return
    }
    var kind = annotations.mentions[mention].kind
    let noun = annotations.tokens[annotations.phrases[phrase].head].lower
    // "the crane operator, Karel Smit", "Dray Brothers, a haulier"
    let other = annotations.entities[entity].kind
    if [kind, other] == [.organization, .person] || [kind, other] == [.person, .organization], Occupations.trades.contains(noun) {
      kind = other
    }
    guard kind == annotations.entities[entity].kind || kind == .group && annotations.entities[entity].kind == .organization else {
      return
    }
    annotations.join(mention, to: entity)
    let head = Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)
    annotations.entities[entity].heads.insert(head)
    if kind == .place { annotations.entities[entity].placeKind = annotations.entities[entity].placeKind ?? head }
    if let gender = HumanNouns.gender(of: head) { annotations.entities[entity].gender = gender }
  }

  private static let closers: Set<String> = [
    ",", ".", ";", "—", "–", ")", ":", "who", "whom", "which", "that", "whose", "where", "”", "-",
  ]

  /// "a trustee and a great-granddaughter of his", "president and founder of the Union": what "and" adds to a description.
  private static func conjoined(behind phrase: Int, _ kind: EntityKind, _ annotations: Annotations) -> [Int] {
    guard kind == .person || kind == .organization else { return [] }
    var found: [Int] = []
    var end = annotations.phrases[phrase].tokens.upperBound
    while end + 1 < annotations.tokens.count, found.count < 3 {
      while annotations.tags[end] == .preposition || annotations.tags[end] == .mark && annotations.tokens[end].form != ",",
        end + 1 < annotations.tokens.count, annotations.phraseStartingAt[end + 1] >= 0
      {
        end = annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
        if end + 1 >= annotations.tokens.count { return found }
      }
      guard annotations.tokens[end].lower == "and" else { break }
      let next = annotations.phraseStartingAt[end + 1]
      guard next >= 0, annotations.phrases[next].kind == .common, annotations.mentionOfPhrase[next] >= 0,
        annotations.mentions[annotations.mentionOfPhrase[next]].kind == kind,
        annotations.tokens[annotations.phrases[next].tokens.lowerBound].lower != "the"
          || annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "the"
      else { break }
      let behind = annotations.phrases[next].tokens.upperBound
      guard behind >= annotations.tags.count || !annotations.tags[behind].isVerb && annotations.tags[behind] != .auxiliary else {
        break
      }
      found.append(next)
      end = behind
    }
    return found
  }

  /// "Anna Holt (chief executive)"
  private static func bracketed(behind index: Int, _ annotations: Annotations) -> Int? {
    guard index + 2 < annotations.tokens.count, annotations.tokens[index].form == "(",
      annotations.phraseStartingAt[index + 1] >= 0
    else { return nil }
    let phrase = annotations.phraseStartingAt[index + 1]
    let mention = annotations.mentionOfPhrase[phrase]
    let end = endWithTail(phrase, annotations)
    guard mention >= 0, annotations.mentions[mention].form == .description, end < annotations.tokens.count,
      [")", ",", ";"].contains(annotations.tokens[end].form)
    else { return nil }
    return phrase
  }

  /// The description that follows `name` behind a comma or a dash, or in brackets.
  private static func after(_ name: Int, _ annotations: Annotations) -> Int? {
    var index = annotations.phrases[name].tokens.upperBound
    let count = annotations.tokens.count
    if let bracketed = bracketed(behind: index, annotations) { return bracketed }
    // "Ansley Stevedoring Ltd (ASL), a subsidiary of …"
    if index + 3 < count, annotations.tokens[index].form == "(", annotations.tokens[index + 2].form == ")" { index += 3 }
    guard index + 2 < count, [",", "—", "–"].contains(annotations.tokens[index].form) else { return nil }
    index += 1
    // An age first: "X, 43, a doctor".
    if annotations.tokens[index].kind == .number, annotations.tokens[index + 1].form == "," { index += 2 }
    if let start = afterCopula(index, annotations), annotations.phraseStartingAt[start] >= 0 {
      let phrase = annotations.phraseStartingAt[start]
      let mention = annotations.mentionOfPhrase[phrase]
      return mention >= 0 && annotations.mentions[mention].form == .description ? phrase : nil
    }
    // "once the manager at Z", "then its treasurer"
    while index + 1 < count, annotations.phraseStartingAt[index] < 0, adverbs.contains(annotations.tokens[index].lower) {
      index += 1
    }
    guard index < count, annotations.phraseStartingAt[index] >= 0 else { return nil }
    let phrase = annotations.phraseStartingAt[index]
    let mention = annotations.mentionOfPhrase[phrase]
    guard mention >= 0, annotations.mentions[mention].form == .description else { return nil }
    // "Deborah Fuller, whose daughter died"
    if annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "whose" { return nil }
    let end = endWithTail(phrase, annotations)
    guard end < annotations.tokens.count, annotations.tokens[end].block == annotations.tokens[index].block else { return phrase }
    let closer = annotations.tokens[end].lower
    // "rule by the Social Union, the electoral commission said": whoever says it is somebody else.
    if isSpeech(closer), annotations.tags[end] != .noun, annotations.tokens[index].lower == "the",
      end + 1 < annotations.tokens.count,
      annotations.tokens[end + 1].form == "." || annotations.phraseStartingAt[end + 1] >= 0
        || ["on", "in"].contains(annotations.tokens[end + 1].lower)
    {
      return nil
    }
    guard
      closers.contains(closer) || annotations.tags[end] == .verbGerund || annotations.tags[end] == .verbParticiple
        || annotations.tags[end] == .verbPast && annotations.tags[index] == .determiner
          && annotations.tokens[index].lower != "the" && !isSpeech(annotations.tokens[end].lower)
    else { return nil }
    return phrase
  }

  /// "Northgate, a banker in Halden told me, is going to sell": whoever says it is somebody else.
  private static func isSpeech(_ lower: String) -> Bool {
    VerbForms.lemma(of: lower).map { SpeechLexicon.isSpeech($0) } ?? false
  }

  private static let adverbs: Set<String> = [
    "once", "then", "now", "formerly", "also", "currently", "later", "previously", "himself", "herself", "itself", "still",
    "long",
    "until", "recently", "both", "already", "perhaps", "probably", "apparently", "reportedly", "allegedly", "supposedly",
    "first", "second", "acting", "outgoing", "incoming", "retired", "sometime", "erstwhile", "effectively", "officially",
    "nominally",
  ]

  /// Behind "who was then", "which is", where a description begins that the name has for good.
  private static func afterCopula(_ index: Int, _ annotations: Annotations) -> Int? {
    let (tokens, tags) = (annotations.tokens, annotations.tags)
    guard ["who", "which"].contains(tokens[index].lower) else { return nil }
    var at = index + 1
    var isCopula = false
    while at + 1 < tokens.count, at - index < 7 {
      let form = ClosedClasses.forms[tokens[at].lower] ?? VerbForms.lemma(of: tokens[at].lower) ?? ""
      if form == "be" || form == "become" || form == "remain" {
        isCopula = true
      } else if form != "have", !adverbs.contains(tokens[at].lower) {
        break
      }
      at += 1
    }
    return isCopula && [.determiner, .possessive, .name, .noun, .adjective].contains(tags[at]) ? at : nil
  }

  /// The place after a phrase and the "of …", "for …", "in …" that hang on it.
  static func endWithTail(_ phrase: Int, _ annotations: Annotations) -> Int {
    var end = annotations.phrases[phrase].tokens.upperBound
    while end + 1 < annotations.tokens.count, annotations.tags[end] == .preposition || annotations.tokens[end].lower == "and",
      annotations.tokens[end].lower != "after", annotations.phraseStartingAt[end + 1] >= 0
    {
      let next = annotations.phrases[annotations.phraseStartingAt[end + 1]]
      if annotations.tokens[end].lower == "and",
        annotations.tags[next.tokens.upperBound < annotations.tags.count ? next.tokens.upperBound : end]
          .isVerb
      {
        break
      }
      end = next.tokens.upperBound
    }
    if end + 2 < annotations.tokens.count, annotations.tokens[end].form == "(" {
      var close = end
      while close < annotations.tokens.count, annotations.tokens[close].form != ")", close - end < 6 { close += 1 }
      end = close + 1
    }
    return end
  }

  /// The description of a person that ends with a comma before `name`: "its commander, X", "the head of the army, X".
  private static func before(_ name: Int, of kind: EntityKind, _ annotations: Annotations) -> Int? {
    let begin = annotations.phrases[name].tokens.lowerBound
    guard begin >= 2, annotations.tokens[begin - 1].form == ",",
      annotations.tokens[begin - 1].block == annotations.tokens[begin].block
    else {
      return nil
    }
    let nameEnd = annotations.phrases[name].tokens.upperBound
    if nameEnd < annotations.tokens.count, annotations.tokens[nameEnd].lower == "and" { return nil }
    if let described = describedByClause(endingAt: begin - 1, of: kind, annotations) { return described }
    var phrase = annotations.phraseOfToken[begin - 2]
    var steps = 0
    while phrase >= 0, steps < 4 {
      let mention = annotations.mentionOfPhrase[phrase]
      if mention >= 0, annotations.mentions[mention].form == .description, annotations.mentions[mention].entity == nil,
        annotations.mentions[mention].kind == kind
          || Occupations.trades.contains(annotations.tokens[annotations.mentions[mention].head].lower),
        kind == .person
          || [.organization, .asset].contains(kind)
            && (steps == 0
              || steps == 1 && Occupations.trades.contains(annotations.tokens[annotations.mentions[mention].head].lower)),
        isDetermined(phrase, annotations), !closesAdjunct(begin - 1, name, annotations)
      {
        return kin(of: phrase, kind, annotations) ?? phrase
      }
      let first = annotations.phrases[phrase].tokens.lowerBound
      guard first >= 2, annotations.tags[first - 1] == .preposition else { return nil }
      phrase = annotations.phraseOfToken[first - 2]
      steps += 1
    }
    return nil
  }

  /// "The widow of the captain, Ilse Brandt,": the name is hers.
  private static func kin(of phrase: Int, _ kind: EntityKind, _ annotations: Annotations) -> Int? {
    let first = annotations.phrases[phrase].tokens.lowerBound
    guard kind == .person, first >= 2, annotations.tokens[first - 1].lower == "of" else { return nil }
    let outer = annotations.phraseOfToken[first - 2]
    guard outer >= 0, Kinship.isRelative(annotations.tokens[annotations.phrases[outer].head].lower),
      annotations.mentionOfPhrase[outer] >= 0
    else { return nil }
    let mention = annotations.mentions[annotations.mentionOfPhrase[outer]]
    return mention.form == .description && mention.entity == nil ? outer : nil
  }

  /// "In a statement read to the court, Mr Roe called …": the comma before the name closes what opens the sentence.
  private static func closesAdjunct(_ comma: Int, _ name: Int, _ annotations: Annotations) -> Bool {
    let begin = annotations.sentences[annotations.sentenceIndex(ofToken: comma)].tokens.lowerBound
    guard begin < comma,
      [.preposition, .verbGerund].contains(annotations.tags[begin]) || annotations.tokens[begin].lower == "speaking"
    else { return false }
    let finite: Set<Tag> = [.verbPast, .verbThird, .auxiliary, .modal]
    guard !(begin..<comma).contains(where: { finite.contains(annotations.tags[$0]) || annotations.tokens[$0].form == "," }) else {
      return false
    }
    let end = annotations.phrases[name].tokens.upperBound
    if end < annotations.tokens.count, annotations.tags[end] == .possessiveMark { return true }
    return end < annotations.tags.count && (finite.contains(annotations.tags[end]) || annotations.tags[end] == .verbParticiple)
  }

  /// "Kestrel's founder and chief executive, X": the description joined to one of the same person.
  private static func coordinated(with phrase: Int, _ annotations: Annotations) -> Int? {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, annotations.tokens[begin - 1].lower == "and", annotations.tags[begin] != .determiner else { return nil }
    let other = annotations.phraseOfToken[begin - 2]
    return other >= 0 && annotations.phrases[other].tokens.upperBound == begin - 1 ? other : nil
  }

  /// "The haulage firm that employs him, Castle Freight": the description whose clause ends at the comma before the name.
  private static func describedByClause(endingAt comma: Int, of kind: EntityKind, _ annotations: Annotations) -> Int? {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: comma)].tokens
    let clause = annotations.clauses.first { clause in
      (clause.kind == .relative || clause.kind == .participle) && clause.tokens.upperBound == comma
        && sentence.contains(clause.mainVerb)
    }
    // Its subject or, in "a company that he owns", its object.
    let phrase = clause.flatMap { clause in
      (clause.subjects + clause.objects).first { phrase in
        let end = annotations.phrases[phrase].tokens.upperBound
        return end <= clause.verb.lowerBound && clause.verb.lowerBound - end <= 2 && annotations.phrases[phrase].kind == .common
      }
    }
    guard let phrase else { return nil }
    let mention = annotations.mentionOfPhrase[phrase]
    guard mention >= 0, annotations.mentions[mention].form == .description, annotations.mentions[mention].entity == nil,
      annotations.mentions[mention].kind == kind
    else { return nil }
    return phrase
  }

  private static func isDetermined(_ phrase: Int, _ annotations: Annotations) -> Bool {
    let first = annotations.phrases[phrase].tokens.lowerBound
    return annotations.tags[first] == .determiner || annotations.phrases[phrase].possessor != nil
      || annotations.tags[first] == .name
      || annotations.tags[first] == .adjective || annotations.tags[first] == .noun
  }

  private static let naming: Set<String> = ["know", "call", "nickname", "dub", "name", "title", "style"]

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
  private static let becoming: Set<String> = ["become", "remain"]
  private static let making: Set<String> = [
    "appoint", "name", "elect", "make", "promote", "re-elect", "reappoint", "confirm", "install", "nominate", "choose", "select",
  ]
  private static let serving = installing.union(
    WordList.set(
      """
      serve work act retire resign step stand quit continue return start begin remain leave take replace join succeed follow
      rejoin enter arrive train qualify move practise practice pose
      """))
  /// Of the one who is put into the office, where the verb is active.
  private static let installing = WordList.set(
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
  private static func complement(of clause: Clause, _ annotations: Annotations) -> Int? {
    if let object = clause.objects.first, annotations.mentionOfPhrase[object] >= 0 { return object }
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
    return at < annotations.tokens.count && annotations.phraseStartingAt[at] >= 0 ? annotations.phraseStartingAt[at] : nil
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

  private static func attachByVerb(_ clause: Clause, _ annotations: inout Annotations) {
    attachReversed(clause, &annotations)
    attachDescribed(clause, &annotations)
    attachGivenName(clause, &annotations)
    let bearer = Self.bearer(ofNameIn: clause, annotations)
    guard let subject = bearer ?? clause.subjects.first, bearer != nil || clause.subjects.count == 1,
      let entity = annotations.entity(ofPhrase: subject)
    else { return }
    if clause.lemma == "be", !clause.isNegated, !clause.isFuture, clause.modal == nil,
      let object = complement(of: clause, annotations),
      annotations.mentionOfPhrase[subject] >= 0, annotations.mentions[annotations.mentionOfPhrase[subject]].form == .name
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
