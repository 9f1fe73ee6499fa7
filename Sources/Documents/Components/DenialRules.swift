/// Clauses that deny, will not confirm, or put the blame on somebody.
struct DenialRules {
  struct Reading {
    var content: Range<Int>
    var passage: Range<Int>
    var speaker: Int?
    var certainty: Certainty
    var form: Statement.Form
    var object: Int?
  }

  private let clause: Clause
  private let sentence: SentenceStatements
  private let annotations: Annotations
  private let subject: Int?
  /// What stands behind the verb.
  private let rest: Range<Int>
  /// From the subject or the verb to the end of the sentence.
  private let passage: Range<Int>

  static func read(_ clause: Clause, in sentence: SentenceStatements) -> Reading? { Self(clause, sentence).reading }

  private init(_ clause: Clause, _ sentence: SentenceStatements) {
    self.clause = clause
    self.sentence = sentence
    annotations = sentence.annotations
    subject = clause.subjects.first.map { sentence.governing($0) }
    rest = clause.verb.upperBound..<max(sentence.end, clause.verb.upperBound)
    let begin = subject.map { sentence.annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound
    let start = min(begin, clause.verb.lowerBound)
    passage = start..<max(sentence.end, start + 1)
  }

  private var reading: Reading? {
    if Self.cannotConfirm(clause, in: sentence) { return unconfirmed }
    if let lack { return lack }
    guard !clause.isNegated else { return nil }
    if clause.isPassive, Self.isPassiveDenial(clause, annotations) { return passiveDenial }
    return dismissal ?? plea ?? blame ?? denial ?? judgment
  }

  private var speaker: Int? { subject.flatMap { sentence.speaker($0) } }

  /// Who is behind "by" of a passive.
  private var agent: Int? { clause.adjuncts.first { $0.preposition == "by" }.flatMap { sentence.speaker($0.phrase) } }

  private func reading(_ certainty: Certainty, _ form: Statement.Form, by who: Int?, object: Int? = nil) -> Reading? {
    let limit = min(
      sentence.unitEnd(after: clause.verb.upperBound), Self.concessiveEnd(clause, in: sentence),
      sentence.ownVoiceTail(behind: clause) ?? sentence.end, Self.coordinatedEnd(clause, in: sentence),
      sentence.quotationEnd(around: clause), sentence.framingTail(after: clause.verb.upperBound) ?? sentence.end, sentence.end)
    let content = rest.clamped(to: rest.lowerBound..<max(limit, rest.lowerBound))
    guard !content.isEmpty || form == .blame || ["disagree", "dissent"].contains(clause.lemma) else { return nil }
    return Reading(
      content: content.isEmpty ? clause.verb : content, passage: passage.lowerBound..<max(limit, clause.verb.upperBound),
      speaker: who, certainty: certainty, form: form, object: object)
  }

  // MARK: Rules

  private var unconfirmed: Reading? {
    guard clause.isPassive else { return reading(.rumoured, .denial, by: speaker) }
    guard subject != nil, !clause.verb.isEmpty else { return nil }
    let range = passage.lowerBound..<clause.verb.upperBound
    return Reading(content: range, passage: range, speaker: nil, certainty: .rumoured, form: .hearsay)
  }

  /// "does not accept the figure", "ruled out sabotage", "found no trace of it".
  private var lack: Reading? {
    if clause.isNegated,
      ["accept", "believe", "recognise", "recognize", "share", "buy", "trust", "support"].contains(clause.lemma),
      subject != nil, let object = clause.objects.first, Self.isSomethingSaid(object, annotations),
      clause.modal == nil || annotations.tokens[annotations.phrases[object].head].lower != "it"
    {
      return reading(.denied, .denial, by: speaker)
    }
    if let certainty = Self.ruledOut(clause, rest, annotations) {
      return reading(certainty, certainty == .denied ? .denial : .fragment, by: speaker)
    }
    guard subject != nil, !clause.isPassive, Self.lacksTrace(clause, rest, annotations) || findsNone else { return nil }
    return reading(speaker == nil ? .rumoured : .denied, .denial, by: speaker)
  }

  private var passiveDenial: Reading? {
    let low = sentence.opensWithThat(clause) ? sentence.begin : passage.lowerBound
    guard let agent, low < clause.verb.lowerBound else { return nil }
    return Reading(
      content: low..<clause.verb.lowerBound, passage: low..<sentence.end, speaker: agent, certainty: .denied, form: .denial)
  }

  /// "spoke of lies", "waved it aside", "treats them as rumours", "doubts it".
  private var dismissal: Reading? {
    if subject != nil, ["speak", "talk"].contains(clause.lemma), rest.first.map({ annotations.tokens[$0].lower }) == "of",
      rest.dropFirst().prefix(3).contains(where: { SpeechLexicon.denialNouns.contains(annotations.tokens[$0].lower) })
    {
      return reading(.denied, .denial, by: speaker)
    }
    if subject != nil, Self.wavesAside(clause, rest, annotations) { return reading(.denied, .denial, by: speaker) }
    if ["treat", "regard", "consider"].contains(clause.lemma), let owner = subject ?? Self.governorSubject(clause, annotations),
      rest.contains(where: { ["unconfirmed", "unverified", "rumours", "rumors"].contains(annotations.tokens[$0].lower) })
    {
      let begin = annotations.phrases[owner].tokens.lowerBound
      return Reading(
        content: rest, passage: begin..<sentence.end, speaker: sentence.speaker(owner), certainty: .rumoured, form: .denial)
    }
    if ["doubt", "question"].contains(clause.lemma), subject != nil, !clause.isPassive, Self.pointsOnly(rest, annotations) {
      return reading(.rumoured, .denial, by: speaker)
    }
    guard subject != nil, let verdict = Self.verdict(clause, rest, annotations) else { return nil }
    return reading(verdict, .denial, by: speaker)
  }

  private var plea: Reading? {
    guard clause.lemma == "plead", let subject,
      rest.prefix(6).contains(where: { ["guilty", "innocent"].contains(annotations.tokens[$0].lower) })
    else { return nil }
    let isDenial = rest.prefix(6).contains { annotations.tags[$0] == .negation || annotations.tokens[$0].lower == "innocent" }
    return Reading(
      content: rest, passage: passage, speaker: sentence.speaker(subject), certainty: isDenial ? .denied : .confirmed,
      form: isDenial ? .denial : .indirect)
  }

  /// "blamed the army for it", "was accused by the army", "claimed responsibility".
  private var blame: Reading? {
    switch clause.lemma {
    case "accuse" where !Self.accusesOfEvent(clause, annotations): return nil
    case "blame", "accuse":
      if clause.isPassive { return subject.flatMap { reading(.reported, .blame, by: agent, object: $0) } }
      return clause.objects.first.flatMap { reading(.reported, .blame, by: speaker, object: $0) }
    case "claim", "take", "accept", "admit":
      guard let object = clause.objects.first, let subject,
        annotations.tokens[annotations.phrases[object].head].lower == "responsibility",
        !["no", "nobody", "none"].contains(annotations.tokens[annotations.phrases[subject].tokens.lowerBound].lower)
      else { return nil }
      return reading(.confirmed, .blame, by: speaker, object: subject)
    default: return nil
    }
  }

  private var denial: Reading? {
    guard SpeechLexicon.isDenial(clause.lemma), !clause.isPassive, subject != nil,
      clause.mainVerb == sentence.begin || sentence.tokens[clause.mainVerb - 1].lower != "nor",
      Self.isSpeechDenial(clause, annotations)
    else { return nil }
    return reading(.denied, .denial, by: speaker)
  }

  /// "called the charge a lie", "dismissed it as gossip".
  private var judgment: Reading? {
    guard
      ["call", "describe", "label", "brand", "dismiss", "reject", "denounce", "deride", "ridicule", "condemn"]
        .contains(clause.lemma), !clause.isPassive,
      let first = rest.first, let certainty = Self.judged(rest, annotations)
    else { return nil }
    let object = clause.objects.first ?? annotations.phrase(startingAt: first)
    guard object != nil || Self.pronouns.contains(annotations.tokens[first].lower) else { return nil }
    return reading(certainty, certainty == .denied ? .denial : .fragment, by: speaker, object: object)
  }

  // MARK: Conditions

  /// Accusing of an attack lays blame for it; accusing of fraud is a statement of its own.
  private static func accusesOfEvent(_ clause: Clause, _ annotations: Annotations) -> Bool {
    let end = min(annotations.tokens.count, clause.verb.upperBound + 20)
    return (clause.verb.upperBound..<end).contains { at in
      let lower = annotations.tokens[at].lower
      return ["attack", "killing", "battle", "abduction", "accident", "death"].contains(
        EventLexicon.nouns[Suffixes.singular(lower)] ?? "")
        || ["killing", "kill", "attack", "abduction", "murder", "bomb"].contains(VerbForms.lemma(of: lower) ?? "")
    }
  }

  static func governorSubject(_ clause: Clause, _ annotations: Annotations) -> Int? {
    clause.governor.flatMap { annotations.clauses[$0].subjects.first }
  }

  /// "reject", "dismiss" deny only where something said is their object; rejecting an offer is an act.
  private static func isSpeechDenial(_ clause: Clause, _ annotations: Annotations) -> Bool {
    // "The two sides disagree on the price": neither denies anything.
    if ["disagree", "dissent"].contains(clause.lemma) {
      let next = clause.verb.upperBound
      return next >= annotations.tokens.count
        || !["on", "over", "about", "whether", "how", "as"].contains(annotations.tokens[next].lower)
    }
    guard Self.actsToo.contains(clause.lemma) else { return true }
    // "Ann Lee rejected that: …", where the tree has "that" open a clause.
    let next = clause.verb.upperBound
    if next + 1 < annotations.tokens.count, ["that", "this", "it"].contains(annotations.tokens[next].lower),
      annotations.tokens[next + 1].kind == .mark || annotations.tokens[next + 1].lower == "as"
    {
      return true
    }
    let object = clause.objects.first ?? annotations.phrase(startingAt: next)
    return object.map { isSomethingSaid($0, annotations) } ?? false || isOfAllThat(next, annotations)
  }

  /// "rejects almost all of it", "disputes much of this"
  private static func isOfAllThat(_ start: Int, _ annotations: Annotations) -> Bool {
    let words = (start..<min(start + 5, annotations.tokens.count)).map { annotations.tokens[$0].lower }
    guard let of = words.firstIndex(of: "of"), of > 0, of + 1 < words.count else { return false }
    return ["all", "most", "much", "any", "part", "parts", "some", "every", "word", "none"].contains(words[of - 1])
      && pronouns.contains(words[of + 1])
  }

  private static let pronouns: Set<String> = ["it", "that", "this", "these", "them"]

  /// Denials that are acts as well: one rejects an offer, dismisses an officer, challenges a rival.
  private static let actsToo = WordList.set(
    "reject dismiss dispute contradict contest challenge discount recant retract disclaim disown question")

  /// "have no trace of an alert", "has no record of it", "knows nothing of a letter", "found no sign of".
  private static func lacksTrace(_ clause: Clause, _ rest: Range<Int>, _ annotations: Annotations) -> Bool {
    let words = rest.prefix(4).map { annotations.tokens[$0].lower }
    guard words.count > 2 else { return false }
    switch clause.lemma {
    case "have", "find", "see", "hold", "keep", "show", "contain":
      return words[0] == "no" && traces.contains(words[1]) && ["of", "that"].contains(words[2])
    case "know", "hear", "remember": return words[0] == "nothing" && ["of", "about"].contains(words[1])
    default: return false
    }
  }

  /// "A second group found no effect", "The station recorded no tremor": what somebody has looked for, or a paper, tells of none.
  private var findsNone: Bool {
    guard Self.finding.contains(clause.lemma), clause.kind != .participle, clause.kind != .infinitive, let subject,
      let first = rest.first, annotations.tokens[first].lower == "no", let found = annotations.phrase(startingAt: first)
    else { return false }
    let finder = speaker.map { annotations.entities[$0].kind }
    guard finder == .organization || finder == .group || sentence.isPaper(subject) else { return false }
    return annotations.phrases[found].kind == .common
      && !["reason", "way", "time", "place", "point", "one", "favour", "favor", "solution", "agreement"].contains(
        annotations.tokens[annotations.phrases[found].head].lower)
  }

  private static let finding = WordList.set("find detect record register identify discover observe measure")

  private static let traces = WordList.set(
    "trace record recollection knowledge memory sign evidence proof mention indication note entry information word account")

  /// "was denied by the general", "is disputed by the firm".
  private static func isPassiveDenial(_ clause: Clause, _ annotations: Annotations) -> Bool {
    SpeechLexicon.isDenial(clause.lemma) && clause.adjuncts.contains { $0.preposition == "by" }
      && (["deny", "dispute", "refute", "contest", "rebut"].contains(clause.lemma)
        || clause.subjects.first.map { isSomethingSaid($0, annotations) } ?? false)
  }

  /// "doubts it", "questioned that version".
  private static func pointsOnly(_ rest: Range<Int>, _ annotations: Annotations) -> Bool {
    guard let first = rest.first else { return false }
    let next = first + 1 < annotations.tokens.count ? annotations.tokens[first + 1] : nil
    let isPronoun = ["it", "that", "this", "so", "them"].contains(annotations.tokens[first].lower)
    if isPronoun { return next.map { $0.kind == .mark } ?? true }
    return rest.prefix(5).contains { accountNouns.contains(annotations.tokens[$0].lower) }
      && !rest.prefix(5).contains { annotations.tags[$0].isVerb }
  }

  private static let accountNouns = WordList.set(
    """
    account version claim claims story figure figures number numbers explanation findings finding report reports toll estimate
    authenticity accuracy truth truthfulness veracity validity credibility reliability sincerity
    """)

  /// "considers that unlikely", "found the story hard to believe", "thinks it implausible".
  private static func verdict(_ clause: Clause, _ rest: Range<Int>, _ annotations: Annotations) -> Certainty? {
    guard ["consider", "find", "think", "deem", "judge", "believe", "hold"].contains(clause.lemma), !clause.isPassive,
      let first = rest.first,
      ["it", "that", "this"].contains(annotations.tokens[first].lower)
        || rest.prefix(5).contains(where: { accountNouns.contains(annotations.tokens[$0].lower) })
    else { return nil }
    let near = rest.prefix(6)
    guard
      let word = near.first(where: {
        annotations.tags[$0] == .adjective || doubtful.contains(annotations.tokens[$0].lower) || denies($0, annotations)
      }),
      !near.prefix(while: { $0 <= word }).contains(where: {
        annotations.tags[$0].isVerb || [.auxiliary, .modal, .subordinator].contains(annotations.tags[$0])
      }),
      word + 1 >= annotations.tokens.count || !["that", "to"].contains(annotations.tokens[word + 1].lower)
        || annotations.tokens[word].lower == "hard"
    else { return nil }
    if doubtful.contains(annotations.tokens[word].lower) { return .rumoured }
    return denies(word, annotations) ? .denied : nil
  }

  private static let doubtful: Set<String> = ["unlikely", "doubtful", "improbable", "questionable", "dubious", "hard"]

  private static func denies(_ token: Int, _ annotations: Annotations) -> Bool {
    SpeechLexicon.isDenialWord(annotations.tokens[token].lower)
  }

  /// "ruled out arson"; "could not be ruled out" leaves it open.
  private static func ruledOut(_ clause: Clause, _ rest: Range<Int>, _ annotations: Annotations) -> Certainty? {
    guard clause.lemma == "rule", clause.kind != .participle,
      let out = rest.prefix(5).first(where: { annotations.tokens[$0].lower == "out" })
    else { return nil }
    // "ruled it out"
    let object = annotations.phraseStartingAt[rest.lowerBound]
    guard
      out == rest.lowerBound || object >= 0 && annotations.phrases[object].tokens.upperBound == out
        || out == rest.lowerBound + 1 && ["it", "that", "this", "them"].contains(annotations.tokens[rest.lowerBound].lower)
    else { return nil }
    if clause.isNegated { return .rumoured }
    return clause.isPassive || clause.modal != nil || clause.kind == .infinitive ? nil : .denied
  }

  /// "laughed off the accusations", "brushed aside reports", "maintains his innocence", "withdrew the claim".
  private static func wavesAside(_ clause: Clause, _ rest: Range<Int>, _ annotations: Annotations) -> Bool {
    let near = rest.prefix(7)
    let saysSomething = near.contains {
      let lower = annotations.tokens[$0].lower
      return SpeechLexicon.nouns[lower] != nil || SpeechLexicon.accusationNouns.contains(lower) && lower.utf8.count > 4
        || saidNouns.contains(lower)
    }
    switch clause.lemma {
    case "laugh", "brush", "shrug", "wave", "scoff", "sweep", "bat", "hit", "push", "pour", "play", "fend", "shoot":
      let opening = near.prefix(2).contains {
        ["off", "aside", "away", "at", "back", "scorn", "down"].contains(annotations.tokens[$0].lower)
      }
      return opening && saysSomething && !clause.isPassive
    case "maintain", "protest", "profess", "proclaim", "assert", "declare", "insist":
      return near.prefix(3).contains { annotations.tokens[$0].lower == "innocence" }
    case "withdraw", "take":
      return saysSomething && !clause.isPassive
        && (clause.lemma != "take"
          || near.prefix(1).contains {
            annotations.tokens[$0].lower == "back"
          })
    default: return false
    }
  }

  private static let saidNouns = WordList.set(
    """
    notions assertion depiction portrait chronology timeline diagnosis calculation verdict ruling
    version account suggestion idea criticism notion figure figures number numbers estimate toll blame responsibility wrongdoing
    explanation finding findings characterisation characterization interpretation description picture portrayal conclusion
    date dates timing sum amount measurement measurements result results theory argument argumentation narrative depiction
    """)

  private static func isSomethingSaid(_ object: Int, _ annotations: Annotations) -> Bool {
    let head = annotations.tokens[annotations.phrases[object].head].lower
    return SpeechLexicon.accusationNouns.contains(head) || SpeechLexicon.nouns[head] != nil || saidNouns.contains(head)
  }

  /// What calling something by a word makes of it: "a fabrication" denies, "probable" makes it so.
  private static func judged(_ rest: Range<Int>, _ annotations: Annotations) -> Certainty? {
    let words = rest.map { annotations.tokens[$0].lower }
    if rest.contains(where: { denies($0, annotations) }) { return .denied }
    if words.contains(where: { SpeechLexicon.probableWords.contains($0) }) { return .probable }
    return nil
  }

  /// "can't confirm", "could not be verified", "declined to confirm", "was unable to say whether".
  private static func cannotConfirm(_ clause: Clause, in sentence: SentenceStatements) -> Bool {
    let annotations = sentence.annotations
    guard SpeechLexicon.confirming.contains(clause.lemma), !["say", "rule"].contains(clause.lemma) else { return false }
    let subjectWord = clause.subjects.first.map { annotations.tokens[annotations.phrases[$0].tokens.lowerBound].lower } ?? ""
    if ["neither", "no", "none", "nobody", "nothing"].contains(subjectWord), clause.modal != nil || clause.isPassive {
      return true
    }
    if clause.isNegated || isNeither(clause, sentence) || followsNor(clause, sentence) { return true }
    // "could confirm neither number"
    if ["could", "can"].contains(clause.modal ?? ""), clause.verb.upperBound < sentence.end,
      ["neither", "none", "nothing", "no"].contains(sentence.tokens[clause.verb.upperBound].lower)
    {
      return true
    }
    guard clause.kind == .infinitive, let governor = clause.governor else { return false }
    let outer = annotations.clauses[governor]
    return ["decline", "refuse", "fail"].contains(outer.lemma)
      || annotations.tokens[outer.verb.upperBound..<max(outer.verb.upperBound, clause.verb.lowerBound)].contains {
        ["unable", "impossible"].contains($0.lower) || outer.isNegated && ["able", "possible"].contains($0.lower)
      }
  }

  /// "Neither the police nor the family would confirm"
  private static func followsNor(_ clause: Clause, _ sentence: SentenceStatements) -> Bool {
    guard let subject = clause.subjects.first else { return false }
    let start = sentence.annotations.phrases[subject].tokens.lowerBound
    return start > sentence.begin && sentence.tokens[start - 1].lower == "nor"
      && (sentence.begin..<start).contains { sentence.tokens[$0].lower == "neither" }
  }

  /// "would neither confirm nor deny"
  private static func isNeither(_ clause: Clause, _ sentence: SentenceStatements) -> Bool {
    (max(sentence.begin, clause.mainVerb - 3)..<clause.mainVerb).contains { sentence.tokens[$0].lower == "neither" }
  }

  /// Before ", though he confirmed having had dinner with her": what stands there is denied no more.
  private static func concessiveEnd(_ clause: Clause, in sentence: SentenceStatements) -> Int {
    let start = clause.verb.upperBound
    return (start..<max(start, sentence.end)).first { at in
      sentence.tokens[at].form == "," && at > start && at + 1 < sentence.end
        && ["though", "although", "while", "whereas", "but"].contains(sentence.tokens[at + 1].lower)
        && !sentence.isInQuotation(at, started: clause.mainVerb)
    } ?? sentence.end
  }

  /// Before "and said", "but added".
  private static func coordinatedEnd(_ clause: Clause, in sentence: SentenceStatements) -> Int {
    // "denied it, saying that"
    let saying = (clause.verb.upperBound..<max(clause.verb.upperBound, sentence.end)).first { at in
      sentence.tokens[at].form == "," && at + 2 < sentence.end && sentence.tags[at + 1] == .verbGerund
        && SentenceStatements.sayingInPassing.contains(VerbForms.lemma(of: sentence.tokens[at + 1].lower) ?? "")
        && !sentence.isInQuotation(at, started: clause.mainVerb)
    }
    if let saying { return saying }
    // "X, who has denied the charges, sat motionless": the comma that closes the relative clause.
    for index in sentence.clauses {
      let other = sentence.annotations.clauses[index]
      guard other.verb.lowerBound > clause.verb.upperBound, other.subjects == clause.subjects, !clause.subjects.isEmpty,
        other.kind != .infinitive, other.kind != .participle, sentence.tokens[other.verb.lowerBound - 1].form == ","
      else { continue }
      return other.verb.lowerBound - 1
    }
    for index in sentence.clauses {
      let other = sentence.annotations.clauses[index]
      guard other.verb.lowerBound > clause.verb.upperBound, SpeechLexicon.certainty(of: other.lemma) != nil,
        other.kind != .infinitive,
        other.kind != .participle
      else { continue }
      var at = other.kind == .coordinated ? other.verb.lowerBound : other.tokens.lowerBound
      var steps = 0
      while at > clause.verb.upperBound, steps < 8 {
        if sentence.tags[at - 1] == .conjunction, at - 1 > clause.verb.upperBound || sentence.tokens[at - 1].lower == "nor" {
          return at - 1
        }
        at -= 1
        steps += 1
      }
    }
    return sentence.end
  }
}
