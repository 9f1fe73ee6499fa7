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

  static func join(_ phrase: Int, to entity: Int, _ annotations: inout Annotations) {
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
    index = behindBody(index, name, annotations)
    guard index + 2 < count, [",", "—", "–", "-"].contains(annotations.tokens[index].form) else { return nil }
    if closesInsertion(name, annotations) { return nil }
    index += 1
    // "X – known as “Leopard”, a former colonel"
    if ["known", "nicknamed", "called", "dubbed", "alias", "aka", "born"].contains(annotations.tokens[index].lower),
      let comma = (index + 1..<min(index + 9, count)).first(where: { annotations.tokens[$0].form == "," }), comma + 2 < count
    {
      index = comma + 1
    }
    // An age first: "X, 43, a doctor".
    if annotations.tokens[index].kind == .number, annotations.tokens[index + 1].form == "," { index += 2 }
    if let start = afterCopula(index, annotations), annotations.phraseStartingAt[start] >= 0 {
      let phrase = annotations.phraseStartingAt[start]
      let mention = annotations.mentionOfPhrase[phrase]
      return mention >= 0 && annotations.mentions[mention].form == .description ? phrase : nil
    }
    // "once the manager at Z", "then its treasurer"
    while index + 1 < count, annotations.phraseStartingAt[index] < 0 || annotations.tokens[index].lower.hasSuffix("self"),
      adverbs.contains(annotations.tokens[index].lower)
    {
      index += 1
    }
    guard index < count, annotations.phraseStartingAt[index] >= 0 else { return nil }
    let phrase = annotations.phraseStartingAt[index]
    let mention = annotations.mentionOfPhrase[phrase]
    guard mention >= 0, annotations.mentions[mention].form == .description else { return nil }
    // "the Coast Guard in Leam, its deputy head, Ann Lee, said": the name behind is whose office it is.
    let behind = annotations.phrases[phrase].tokens.upperBound
    if ["its", "their"].contains(annotations.tokens[index].lower), behind + 1 < count, annotations.tokens[behind].form == ",",
      let next = annotations.phrase(startingAt: behind + 1), annotations.phrases[next].kind == .name,
      HumanNouns.describesHuman(annotations.tokens[annotations.phrases[phrase].head].lower)
    {
      return nil
    }
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

  /// "Petra Novak of the Pirate Party, a member of": past the body or the place that a person is of.
  private static func behindBody(_ end: Int, _ name: Int, _ annotations: Annotations) -> Int {
    let mention = annotations.mentionOfPhrase[name]
    guard mention >= 0, annotations.mentions[mention].kind == .person, end + 1 < annotations.tokens.count,
      ["of", "from", "at"].contains(annotations.tokens[end].lower), let body = annotations.phrase(startingAt: end + 1),
      annotations.phrases[body].kind == .name
    else { return end }
    return annotations.phrases[body].tokens.upperBound
  }

  /// "He is, according to records from Almaty, the husband of": the comma behind the name closes what another opened right
  /// behind "is".
  private static func closesInsertion(_ name: Int, _ annotations: Annotations) -> Bool {
    let begin = annotations.phrases[name].tokens.lowerBound
    var comma = begin - 1
    while comma > 0, begin - comma < 12, annotations.tokens[comma].form != ",", !annotations.tags[comma].isVerb { comma -= 1 }
    guard comma > 1, annotations.tokens[comma].form == ",", annotations.tags[comma + 1] == .preposition else { return false }
    var verb = comma - 1
    while verb > 0, annotations.tags[verb] == .adverb { verb -= 1 }
    return ClosedClasses.forms[annotations.tokens[verb].lower] == "be"
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

  /// Behind "who was then", "which is", "who works as", where a description begins that the name has for good.
  private static func afterCopula(_ index: Int, _ annotations: Annotations) -> Int? {
    let (tokens, tags) = (annotations.tokens, annotations.tags)
    guard ["who", "which"].contains(tokens[index].lower) else { return nil }
    var at = index + 1
    var isCopula = false
    while at + 1 < tokens.count, at - index < 7 {
      if tokens[at].lower == "as", at > index + 1, serving.contains(VerbForms.lemma(of: tokens[at - 1].lower) ?? "") {
        (isCopula, at) = (true, at + 1)
        break
      }
      if tokens[at + 1].lower == "as", serving.contains(VerbForms.lemma(of: tokens[at].lower) ?? "") {
        at += 1
        continue
      }
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
    // "editor at large", "commander in chief"
    if end + 1 < annotations.tokens.count,
      ["at large", "in chief"].contains(annotations.tokens[end].lower + " " + annotations.tokens[end + 1].lower)
    {
      end += 2
    }
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
    // "Its owner, Mr Pym said, is": whoever says it is somebody else.
    if nameEnd < annotations.tokens.count, annotations.tags[nameEnd].isVerb, isSpeech(annotations.tokens[nameEnd].lower),
      nameEnd + 2 < annotations.tokens.count, annotations.tokens[nameEnd + 1].form == ",",
      annotations.tags[nameEnd + 2].isVerb || [.auxiliary, .modal].contains(annotations.tags[nameEnd + 2])
    {
      return nil
    }
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
        return kind == .person ? tied(to: phrase, name, annotations) ?? phrase : phrase
      }
      let first = annotations.phrases[phrase].tokens.lowerBound
      guard first >= 2, annotations.tags[first - 1] == .preposition else { return nil }
      phrase = annotations.phraseOfToken[first - 2]
      steps += 1
    }
    return nil
  }

  /// "The widow of the captain, Ilse Brandt,", "Counsel for the driver, Ann Lee,": the name is hers.
  private static func tied(to phrase: Int, _ name: Int, _ annotations: Annotations) -> Int? {
    let first = annotations.phrases[phrase].tokens.lowerBound
    guard first >= 2, ["of", "for", "to"].contains(annotations.tokens[first - 1].lower) else { return nil }
    let outer = annotations.phraseOfToken[first - 2]
    guard outer >= 0, annotations.mentionOfPhrase[outer] >= 0 else { return nil }
    if isOfAnother(phrase, name, annotations), case let mention = annotations.mentions[annotations.mentionOfPhrase[outer]],
      mention.form == .description, mention.kind == .person, mention.entity == nil
    {
      return outer
    }
    guard let tie = tie(outer, annotations) else { return nil }
    // "an ally of the mayor, councillor Jude Barr"
    let title = PhraseShape(annotations.phrases[name], annotations).titleTokens
    let isTitled =
      title.map { !$0.contains { annotations.tokens[$0].lower == annotations.tokens[annotations.phrases[phrase].head].lower } }
      ?? false
    if !isTitled {
      // "a cousin of the captain, Tom Roe": of one of several who is whose is what the name says.
      let begin = annotations.phrases[outer].tokens.lowerBound
      let isOne = ["a", "an"].contains(annotations.tokens[begin].lower)
      let isComplement = begin > 0 && ClosedClasses.forms[annotations.tokens[begin - 1].lower] == "be"
      guard ["RELATIVE_OF", "REPRESENTS"].contains(tie), tie != self.tie(phrase, annotations), !isOne, !isComplement,
        tie == "REPRESENTS" || self.tie(phrase, annotations) == nil
      else { return nil }
    }
    let mention = annotations.mentions[annotations.mentionOfPhrase[outer]]
    return mention.form == .description && mention.entity == nil ? outer : nil
  }

  /// "An aide to the governor, Mark Selim, resigned. Governor Ana Prats …": whether the text says of somebody else that he is
  /// what the description before a name says.
  private static func isOfAnother(_ phrase: Int, _ name: Int, _ annotations: Annotations) -> Bool {
    let head = annotations.tokens[annotations.phrases[phrase].head].lower
    guard annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower == "the", HumanNouns.describesHuman(head),
      let bearer = annotations.entity(ofPhrase: name)
    else { return false }
    let kinds = (HumanKinds.kinds(of: head) ?? []).union([head])
    let office = annotations.phrases[phrase].tokens.dropFirst().map { annotations.tokens[$0].lower }
    let isPlain = office.count == 1
    let isBorne = annotations.entities.indices.contains { other in
      isPlain && other != bearer && annotations.entities[other].kind == .person
        && !annotations.entities[other].heads.isDisjoint(with: kinds)
    }
    return isBorne
      || annotations.mentions.contains { mention in
        guard mention.form == .name, mention.kind == .person, mention.entity != bearer, let other = mention.phrase else {
          return false
        }
        let begin = annotations.phrases[other].tokens.lowerBound
        if mention.tokens.lowerBound - begin >= office.count,
          (mention.tokens.lowerBound - office.count..<mention.tokens.lowerBound).map({ annotations.tokens[$0].lower }) == office
        {
          return true
        }
        return annotations.isCalled(head, before: begin) && (begin == 3 || annotations.tags[begin - 4] != .preposition)
      }
  }

  /// What a noun makes of somebody to another: kin, lawyers, allies and foes are somebody’s.
  private static func tie(_ phrase: Int, _ annotations: Annotations) -> String? {
    let head = annotations.tokens[annotations.phrases[phrase].head].lower
    if Kinship.isRelative(head) { return "RELATIVE_OF" }
    let type = RoleNouns.type(head) ?? ""
    return ["REPRESENTS", "ALLIED_WITH", "OPPOSES", "AFFILIATED_WITH"].contains(type) ? type : nil
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
}
