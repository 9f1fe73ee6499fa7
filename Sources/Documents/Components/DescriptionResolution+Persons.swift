// Persons by their offices, their parts in what is told and their age.
extension DescriptionResolution {
  func person(_ description: Description, before mention: Int) -> Int? {
    guard description.isDefinite else { return nil }
    // "the leader of the strongest party" need not be a leader known.
    if let phrase = annotations.mentions[mention].phrase, hasOtherTail(phrase) { return nil }
    if let ordinal = description.ordinal {
      return latest(before: mention) {
        $0.kind == .person && $0.heads.contains(description.head) && bears(ordinal, $0)
      }
    }
    if let age = (description.modifiers.union([description.head])).first(where: { $0.hasSuffix("-year-old") }) {
      return latest(before: mention) { entity in
        entity.kind == .person && (entity.heads.contains(age) || entity.modifiers.contains(age) || isAged(entity, age))
      } ?? latest(before: mention, reach: 40) { $0.kind == .person && !$0.isAnonymous }
    }
    if description.possessorText == nil, let sufferer = sufferer(description.head, before: mention) { return sufferer }
    if description.modifiers.isEmpty, description.possessorText == nil, let player = player(description.head, before: mention) {
      return player
    }
    let same = latest(before: mention) { entity in
      entity.kind == .person && !hasOtherOffice(entity, description)
        && (entity.heads.contains(description.head)
          || !description.modifiers.isEmpty && description.modifiers == entity.modifiers
            && Self.officers.contains(description.head) && !entity.heads.isDisjoint(with: Self.officers))
        && (entity.isAnonymous
          ? description.agrees(with: entity.modifiers) : description.possessorText == nil || entity.mentions.count > 0)
    }
    if same != nil || description.possessorText != nil { return same }
    if annotations.mentions[mention].phrase.map({ annotations.phrases[$0].tokens.count == 2 }) ?? false,
      let known = sameHuman(description.head, before: mention)
    {
      return known
    }
    guard description.modifiers.isEmpty || mentionsAreNear(mention, description) else { return nil }
    if description.head == "witness", let speaker = lastSpeaker(before: mention) { return speaker }
    guard let kinds = HumanKinds.kinds(of: description.head) else { return nil }
    let doers = doers(to: mention)
    return latest(before: mention, reach: 40) { entity in
      entity.kind == .person && !entity.heads.isDisjoint(with: kinds)
        && !doers.contains { annotations.entities[$0].mentions == entity.mentions }
    }
  }

  /// "A gunman …. The man": whom the last sentences only describe, if the noun says no more than the gender.
  private func sameHuman(_ head: String, before mention: Int) -> Int? {
    guard ["man", "woman"].contains(head) else { return nil }
    let gender: GivenNames.Gender = head == "man" ? .male : .female
    let sayers = sayers(over: mention)
    return latest(before: mention, reach: 12) { entity in
      entity.kind == .person && entity.isAnonymous && (entity.gender == nil || entity.gender == gender)
        && !sayers.contains { annotations.entities[$0].mentions == entity.mentions }
        && entity.heads.isDisjoint(with: ["man", "woman", "child", "boy", "girl", "baby"])
        && entity.heads.isDisjoint(with: Self.spokesmen) && !entity.heads.contains(where: Kinship.isRelative)
    }
  }

  /// The subjects of the clauses that a description's own hangs on: "a doctor said the man had died" is not of himself (Chomsky's
  /// principle C).
  private func sayers(over mention: Int) -> Set<Int> {
    var above = clause(around: mention).flatMap { annotations.clauses[$0].governor }
    var found: Set<Int> = []
    for _ in 0..<4 {
      guard let clause = above.map({ annotations.clauses[$0] }) else { break }
      found.formUnion(clause.subjects.compactMap { annotations.entity(ofPhrase: $0) })
      above = clause.governor
    }
    return found
  }

  /// Those who only speak of what others have done.
  private static let spokesmen = WordList.set(
    """
    spokesman spokeswoman spokesperson official minister president mayor lawyer judge prosecutor witness neighbour neighbor
    negotiator diplomat analyst expert manager director officer inspector detective
    """)

  /// "the Conservative lawmaker": of the party, where the last person told of is one of that kind.
  private func mentionsAreNear(_ mention: Int, _ description: Description) -> Bool {
    guard let kinds = HumanKinds.kinds(of: description.head),
      let last = latest(before: mention, reach: 12, { $0.kind == .person && !$0.isAnonymous })
    else { return false }
    return !annotations.entities[last].heads.isDisjoint(with: kinds)
  }

  /// "Asked whether he had signed it, the witness said": who spoke last in the two sentences before, and is no lawyer.
  private func lastSpeaker(before mention: Int) -> Int? {
    let here = annotations.sentenceIndex(ofToken: annotations.mentions[mention].head)
    let begin = annotations.sentences[max(0, here - 3)].tokens.lowerBound
    let end = annotations.sentences[here].tokens.lowerBound
    return annotations.mentions(beginningIn: begin..<end).last { index in
      guard let phrase = annotations.mentions[index].phrase, annotations.mentions[index].kind == .person,
        let entity = annotations.mentions[index].entity, annotations.isSubject(phrase),
        annotations.entities[entity].heads.isDisjoint(with: EventCompany.lawyers)
      else { return false }
      return annotations.clauses(around: annotations.mentions[index].head).contains {
        annotations.clauses[$0].subjects.contains(phrase) && SpeechLexicon.isSpeech(annotations.clauses[$0].lemma)
      }
    }.flatMap { annotations.mentions[$0].entity }
  }

  /// Whether the text has called somebody so: "the second man".
  private func bears(_ ordinal: String, _ entity: EntityFinding) -> Bool {
    entity.mentions.contains { index in
      annotations.mentions[index].phrase.map { phrase in
        annotations.phrases[phrase].tokens.contains { annotations.tokens[$0].lower == ordinal }
      } ?? false
    }
  }

  /// "X, 43," for "the 43-year-old".
  private func isAged(_ entity: EntityFinding, _ age: String) -> Bool {
    guard let number = age.split(separator: "-").first else { return false }
    return entity.mentions.contains { index in
      let end = annotations.mentions[index].tokens.upperBound
      return end + 1 < annotations.tokens.count && annotations.tokens[end].form == ","
        && annotations.tokens[end + 1].lower == number
    }
  }

  /// "the prime minister" is not whom the text calls "former minister of forests", nor "the foreign minister" Prime Minister X.
  private func hasOtherOffice(_ entity: EntityFinding, _ description: Description) -> Bool {
    guard !entity.isAnonymous, !description.modifiers.isEmpty, Self.ranked.contains(description.head) else { return false }
    var offices: [Set<String>] = []
    for index in entity.mentions {
      guard let phrase = annotations.mentions[index].phrase else { continue }
      let range = annotations.phrases[phrase].tokens
      guard let at = range.first(where: { annotations.tokens[$0].lower == description.head }) else { continue }
      offices.append(
        Set((range.lowerBound..<at).filter { annotations.tags[$0] != .determiner }.map { annotations.tokens[$0].lower }))
    }
    return !offices.isEmpty && offices.allSatisfy { !$0.isEmpty && $0.isDisjoint(with: description.modifiers) }
  }

  /// Offices of which a government or a firm has several.
  static let ranked = WordList.set("minister secretary director officer judge commissioner president manager inspector")

  /// "the witness" of whom the text has said that he testified; the nearest wins, also over one who is called so.
  private func player(_ head: String, before mention: Int) -> Int? {
    guard Self.parts[head] != nil else { return nil }
    let here = annotations.mentions[mention].head
    return latest(before: mention, reach: 60) { entity in
      entity.kind == .person && (entity.heads.contains(head) || plays(head, entity, before: here))
    }
  }

  private func plays(_ head: String, _ entity: EntityFinding, before token: Int, byPronoun: Bool = true) -> Bool {
    guard let part = Self.parts[head] else { return false }
    return entity.mentions.contains { index in
      guard let phrase = annotations.mentions[index].phrase, annotations.mentions[index].head < token,
        byPronoun || annotations.mentions[index].form != .pronoun
      else { return false }
      return annotations.clauses(around: annotations.mentions[index].head).contains { number in
        let clause = annotations.clauses[number]
        let verbs = clause.isPassive ? part.suffered : part.done
        if head == "witness", clause.subjects.contains(phrase), givesEvidence(clause) { return true }
        return clause.subjects.contains(phrase) && verbs.contains(clause.lemma)
          || !clause.isPassive && clause.objects.contains(phrase) && part.suffered.contains(clause.lemma)
      }
    }
  }

  /// "the dead man", "the wounded officer": of whom the text has said that it was done to him.
  private func sufferer(_ head: String, before mention: Int) -> Int? {
    guard let phrase = annotations.mentions[mention].phrase, HumanNouns.describesHuman(head) else { return nil }
    let tokens = annotations.phrases[phrase].tokens
    guard let fate = tokens.lazy.compactMap({ Self.fates[annotations.tokens[$0].lower] }).first else { return nil }
    let gender = HumanNouns.gender(of: head)
    let here = annotations.mentions[mention].head
    return latest(before: mention, reach: 60) { entity in
      entity.kind == .person && (gender == nil || entity.gender == nil || entity.gender == gender)
        && (["man", "woman", "boy", "girl", "person"].contains(head) || entity.heads.contains(head))
        && plays(fate, entity, before: here, byPronoun: false)
    }
  }

  /// Participles before "man" and the part in `parts` that they tell of.
  private static let fates: [String: String] = {
    var table: [String: String] = [:]
    for (part, words) in [
      "dead": "dead slain murdered killed deceased", "injured": "injured wounded hurt stabbed", "suspect": "arrested detained",
      "hostage": "kidnapped abducted", "convict": "convicted jailed imprisoned", "defendant": "accused",
    ] {
      for word in WordList.entries(words) { table[word] = part }
    }
    return table
  }()

  /// "gave evidence", "told the inquiry"
  private func givesEvidence(_ clause: Clause) -> Bool {
    guard ["give", "tell"].contains(clause.lemma), !clause.isPassive else { return false }
    return clause.objects.contains { object in
      let noun = Suffixes.singular(annotations.tokens[annotations.phrases[object].head].lower)
      return ["evidence", "testimony", "inquiry", "inquest", "hearing", "committee"].contains(noun)
        || EventCompany.courts.contains(noun)
    }
  }

  /// What one who is called so has done and what was done to him.
  private static let parts: [String: (done: Set<String>, suffered: Set<String>)] = [
    "witness": (["testify", "recall", "remember", "reply", "answer"], ["question", "cross-examine", "examine"]),
    "defendant": (["deny", "plead"], ["charge", "accuse", "try", "convict", "acquit", "sentence"]),
    "accused": (["deny", "plead"], ["charge", "accuse", "try", "convict", "acquit", "sentence"]),
    "suspect": ([], ["suspect", "arrest", "detain", "question"]),
    "victim": (["die"], ["kill", "murder", "stab", "shoot", "attack", "rob", "rape", "beat", "assault"]),
    "dead": (
      ["die", "drown", "perish"], ["kill", "murder", "stab", "shoot", "slay", "crush", "electrocute", "drown", "bury", "execute"]
    ),
    "injured": (["suffer"], ["injure", "wound", "hurt", "stab", "shoot", "beat", "burn", "maim"]),
    "prisoner": ([], ["jail", "imprison", "sentence", "hold"]),
    "convict": ([], ["convict", "sentence", "jail"]),
    "hostage": ([], ["kidnap", "abduct", "seize"]),
    "detainee": ([], ["detain", "arrest", "hold"]),
  ]

  /// "an intelligence official", "the intelligence officer"
  private static let officers: Set<String> = ["official", "officer"]

  private func hasOtherTail(_ phrase: Int) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < annotations.tokens.count, annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0
    else { return false }
    return annotations.phrases[annotations.phraseStartingAt[end + 1]].kind == .common
  }
}
