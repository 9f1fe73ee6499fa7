/// Whether what somebody says is that something did not happen: "had never received the letter", "nobody had asked him", "no
/// such call appears". What merely is not so ("it was not luck", "could not be trusted") is an assertion like any other.
struct NegativeContent {
  private let annotations: Annotations

  init(_ annotations: Annotations) { self.annotations = annotations }

  func isNegative(_ statement: Statement) -> Bool {
    guard statement.speaker != nil, statement.certainty == .reported else { return false }
    if statement.form == .fragment { return opensWithNone(statement) || isVerdict(statement) || opensWithNever(statement) }
    guard [.indirect, .direct, .accordingTo].contains(statement.form), !isConviction(statement), !isConcession(statement) else {
      return false
    }
    if deniesExistence(statement) || opensWithNone(statement) || isVerdict(statement) { return true }
    guard let clause = mainClause(of: statement) else { return opensNegated(statement) || isNowhere(statement) }
    if let modal = clause.modal, Self.weakModals.contains(modal) { return clause.isNegated && comesAbout(clause) }
    guard !Self.attitudes.contains(clause.lemma), isNegated(clause) else {
      return isNowhere(statement) || opensNegated(statement, before: clause)
    }
    if isMaxim(clause) || isStillWanting(clause, in: statement) { return false }
    // "“Nobody asked me,” she said" tells, and denies nothing.
    if statement.form == .direct, let subject = clause.subjects.first,
      ["nobody", "none"].contains(annotations.tokens[annotations.phrases[subject].tokens.lowerBound].lower)
    {
      return false
    }
    return clause.lemma != "be" || isExistential(clause) && !isWanting(statement) || deniesPresence(clause)
  }

  /// "had “never met, phoned or written to” the broker": the act in the words that are quoted.
  private func opensWithNever(_ statement: Statement) -> Bool {
    let opening = statement.content.filter { annotations.tokens[$0].kind != .mark }.prefix(4)
    guard let never = opening.dropLast().firstIndex(where: { lower($0) == "never" }), annotations.tags[opening[never + 1]].isVerb
    else { return false }
    return VerbForms.lemma(of: lower(opening[never + 1])).map { !Self.attitudes.contains($0) } ?? false
  }

  /// Whether "never" at the beginning of what is said reaches a verb: through "or", but through no further clause.
  func opensWithNever(_ statement: Statement, before verb: Int) -> Bool {
    guard statement.certainty == .reported, statement.speaker != nil, opensWithNever(statement) else { return false }
    let never = statement.content.first { lower($0) == "never" }
    guard let never, never < verb else { return false }
    return !(never..<verb).contains {
      ["and", "but", "than", ";"].contains(lower($0)) || [.subordinator, .relative].contains(annotations.tags[$0])
    }
  }

  /// "there is no petrol in this town": what is not to be had, where "there is no deal" denies one.
  private func isWanting(_ statement: Statement) -> Bool {
    let opening = Array(statement.content.prefix(7))
    guard let none = opening.firstIndex(where: { lower($0) == "no" }),
      opening[..<none].contains(where: { ["is", "are", "'s", "’s"].contains(lower($0)) })
    else { return false }
    return !statement.content.filter { $0 > opening[none] }.prefix(4).contains { isDeed(Suffixes.singular(lower($0))) }
  }

  /// "“Our client does not own the yacht”", "it never received such a warning", "we are not selling it", of whose verb the
  /// tagger or the tree makes something else.
  private func opensNegated(_ statement: Statement) -> Bool {
    let opening = statement.content.prefix(9).prefix { annotations.tags[$0] != .relative && !Self.relatives.contains(lower($0)) }
    guard
      let negation = opening.first(where: { annotations.tags[$0] == .negation || lower($0) == "never" }),
      negation > statement.content.lowerBound, negation + 1 < statement.content.upperBound
    else { return false }
    let auxiliary = ClosedClasses.forms[lower(negation - 1)] ?? ""
    guard
      ["do", "have"].contains(auxiliary) || auxiliary == "be" && annotations.tags[negation + 1] == .verbGerund
        || lower(negation) == "never" && annotations.tags[negation + 1].isVerb
    else { return false }
    let verb = VerbForms.lemma(of: lower(negation + 1))
    return verb.map { !Self.attitudes.contains($0) } ?? false
  }

  /// Whether the negation stands before or right behind what has been taken for the verb: "does | not own, and has never owned".
  private func opensNegated(_ statement: Statement, before clause: Clause) -> Bool {
    guard clause.lemma == "do" || clause.lemma == "have",
      let negation = statement.content.first(where: { annotations.tags[$0] == .negation || lower($0) == "never" }),
      (clause.verb.upperBound...clause.verb.upperBound + 1).contains(negation)
    else { return false }
    let verb = annotations.tokens.indices.contains(negation + 1) ? VerbForms.lemma(of: lower(negation + 1)) : nil
    return verb.map { !Self.attitudes.contains($0) && !Self.measures.contains($0) } ?? false
  }

  /// "conceded that he had never seen it": nothing that anybody has charged him with.
  private func isConcession(_ statement: Statement) -> Bool {
    statement.passage.contains { token in
      !statement.content.contains(token) && annotations.tags[token].isVerb
        && Self.conceding.contains(VerbForms.lemma(of: lower(token)) ?? "")
    }
  }

  /// "“You do not bargain with a flood”", "an oak does not fall by itself": of nothing that has happened.
  private func isMaxim(_ clause: Clause) -> Bool {
    guard !clause.isPerfect, let subject = clause.subjects.first,
      clause.verb.contains(where: { ["do", "does"].contains(lower($0)) })
    else { return false }
    return ["you", "one", "a", "an"].contains(lower(annotations.phrases[subject].tokens.lowerBound))
  }

  /// "had not been paid since July", "no money has arrived yet": what others wait for, and nobody is said to have done.
  private func isStillWanting(_ clause: Clause, in statement: Statement) -> Bool {
    guard clause.isPerfect else { return false }
    let ofSpeaker = clause.subjects.contains { phrase in
      let first = lower(annotations.phrases[phrase].tokens.lowerBound)
      return ["i", "we", "nobody", "none"].contains(first)
        || statement.speaker != nil && annotations.entity(ofPhrase: phrase) == statement.speaker
    }
    return !ofSpeaker && statement.content.contains { ["since", "yet"].contains(lower($0)) && $0 > clause.mainVerb }
  }

  /// "would not take place", "will not happen": what is planned will not be.
  private func comesAbout(_ clause: Clause) -> Bool {
    guard ["will", "would", "wo"].contains(clause.modal ?? "") else { return false }
    let next = clause.verb.upperBound < annotations.tokens.count ? lower(clause.verb.upperBound) : ""
    return ["happen", "occur"].contains(clause.lemma) || clause.lemma == "take" && next == "place"
      || clause.lemma == "go" && next == "ahead"
  }

  private func lower(_ token: Int) -> String { annotations.tokens[token].lower }

  /// "Our men were nowhere near the village"
  private func isNowhere(_ statement: Statement) -> Bool {
    statement.content.prefix(8).dropFirst().contains { token in
      annotations.tokens[token].lower == "nowhere" && ClosedClasses.forms[annotations.tokens[token - 1].lower] == "be"
    }
  }

  /// "was not in Sorrel Bay", "weren't at the meeting", "was never there"
  private func deniesPresence(_ clause: Clause) -> Bool {
    guard clause.isNegated, clause.verb.upperBound < annotations.tokens.count else { return false }
    var next = clause.verb.upperBound
    if annotations.tags[next] == .negation || annotations.tags[next] == .adverb { next += 1 }
    guard next + 1 < annotations.tokens.count else { return false }
    let lower = annotations.tokens[next].lower
    if ["there", "present", "involved", "here", "behind", "responsible"].contains(lower) { return true }
    guard ["in", "at", "near", "inside"].contains(lower), annotations.phraseStartingAt[next + 1] >= 0 else { return false }
    let place = annotations.phraseStartingAt[next + 1]
    if lower == "in", Self.dealings.contains(annotations.tokens[annotations.phrases[place].head].lower) { return true }
    if let entity = annotations.entity(ofPhrase: place), annotations.entities[entity].kind == .place { return true }
    return ["meeting", "room", "building", "scene", "house", "country", "town", "village", "city"].contains(
      annotations.tokens[annotations.phrases[place].head].lower)
  }

  /// "she had no doubt that", "there is no question that"
  private func isConviction(_ statement: Statement) -> Bool {
    statement.content.prefix(7).contains { token in
      ["doubt", "question"].contains(annotations.tokens[token].lower) && token > 0 && annotations.tokens[token - 1].lower == "no"
    }
  }

  /// "there had never been any envelopes", "there had been none"; but "there is no petrol" only tells what is wanting.
  private func deniesExistence(_ statement: Statement) -> Bool {
    let opening = Array(statement.content.prefix(7))
    guard let there = opening.prefix(3).firstIndex(where: { lower($0) == "there" }) else { return false }
    let rest = opening[(there + 1)...]
    guard rest.contains(where: { ClosedClasses.forms[lower($0)] == "be" }),
      rest.contains(where: { ["never", "no", "none"].contains(lower($0)) }),
      !rest.contains(where: { Self.measures.contains(lower($0)) })
    else { return false }
    return !isWanting(statement)
  }

  private func isDeed(_ noun: String) -> Bool { EventLexicon.nouns[noun] != nil || Self.deniable.contains(noun) }

  /// Whether the noun that tells of a happening is what a statement says there never was: "there has never been any payment".
  func deniesExistence(_ statement: Statement, of noun: Int) -> Bool {
    guard statement.certainty == .reported, statement.speaker != nil, deniesExistence(statement) else { return false }
    let before = statement.content.filter { $0 < noun }
    guard let none = before.last(where: { ["never", "no", "any"].contains(lower($0)) }) else { return false }
    return !(none..<noun).contains { annotations.tags[$0] == .preposition }
  }

  /// "Not one mask had left the factory", "neither he nor his family had received a cent", "at no time".
  func opensWithNone(_ statement: Statement) -> Bool {
    // Behind the number of a paragraph.
    let isListed = { [annotations] (token: Int) in annotations.tags[token] == .number && annotations.tokens[token + 1].form == "."
    }
    let content = statement.content.dropFirst(statement.content.count > 3 && isListed(statement.content.lowerBound) ? 2 : 0)
    let opening = annotations.firstWords(of: content, 3)
    guard opening.count > 1 else { return opening == ["never"] || opening == ["no"] || opening == ["none"] }
    if opening[0] == "not" { return opening[1] == "one" || opening[1] == "a" && Self.least.contains(opening.last ?? "") }
    if opening[0] == "neither" { return statement.content.contains { annotations.tokens[$0].lower == "nor" } }
    return opening[0] == "at" && opening[1] == "no" || opening == ["on", "no", "occasion"]
  }

  /// "“A fairy tale,” said the owner", "Impossible, says his lawyer": no sentence, but a word by which something is denied.
  private func isVerdict(_ statement: Statement) -> Bool {
    let words = statement.content.filter { annotations.tokens[$0].kind != .mark }
    guard words.count <= 8, let first = words.first,
      !words.contains(where: { annotations.tags[$0] == .negation || annotations.tags[$0] == .auxiliary && $0 != first })
    else { return false }
    let opening = words.prefix(3)
    guard
      let word = opening.first(where: { SpeechLexicon.denialNouns.contains(annotations.tokens[$0].lower) }),
      !opening.contains(where: { annotations.tags[$0].isVerb && $0 < word })
    else { return false }
    return true
  }

  /// "not a word of it", "not a cent": behind "not a" these say that there was nothing at all.
  private static let least = WordList.set(
    "single word cent penny pence soul shred trace thing shot drop grain scrap ounce hint crown euro dollar bullet bit")

  private static let weakModals: Set<String> = [
    "could", "can", "ca", "should", "must", "may", "might", "need", "will", "would", "wo", "shall",
  ]
  private static let attitudes = WordList.set(
    """
    mean intend want like care think seem appear need expect wish regret mind matter understand remember recall hope try hide
    conceal deny doubt forget exclude rule hesitate complain decide choose count bother call describe label discuss comment
    speculate negotiate trust
    """)
  private static let conceding = WordList.set("concede admit acknowledge confess")
  private static let relatives = WordList.set("who whom whose which because")
  /// What one is in with others.
  private static let dealings = WordList.set("talks negotiations discussions contact touch league partnership dispute")
  /// Beside happenings what somebody may say there is not.
  private static let deniable = WordList.set(
    "truth evidence proof sign trace link connection contact deal plan talk affair secret cover-up question basis")
  private static let none: Set<String> = ["no", "nobody", "none", "neither", "nothing"]
  /// Behind "no" and "not" these say how much or until when, not that nothing was.
  static let measures: Set<String> = [
    "longer", "more", "less", "fewer", "only", "yet", "least", "later", "just", "merely",
  ]

  private func mainClause(of statement: Statement) -> Clause? {
    annotations.clauses(around: statement.content.lowerBound).lazy.map { annotations.clauses[$0] }.first {
      statement.content.contains($0.mainVerb) && [.main, .coordinated, .complement].contains($0.kind)
    }
  }

  private func isNegated(_ clause: Clause) -> Bool {
    if clause.isNegated {
      let negation = (Array(clause.verb) + Array(clause.tokens)).first { annotations.tags[$0] == .negation }
      return negation.map { !isMeasure($0 + 1) } ?? true
    }
    return (clause.subjects.prefix(1) + clause.objects.prefix(2)).contains { phrase in
      let range = annotations.phrases[phrase].tokens
      let first = annotations.tokens[range.lowerBound].lower
      let isNotOne =
        first == "one" && range.lowerBound > 0 && ["not", "no"].contains(annotations.tokens[range.lowerBound - 1].lower)
      // "have nothing to hide"
      let isOpen =
        first == "nothing" && range.upperBound < annotations.tags.count && annotations.tags[range.upperBound] == .toParticle
      return (Self.none.contains(first) || isNotOne) && !isOpen && !isMeasure(range.lowerBound + 1)
    }
  }

  private func isMeasure(_ token: Int) -> Bool {
    token < annotations.tokens.count && Self.measures.contains(annotations.tokens[token].lower)
  }

  /// "there was no call", "there have never been any envelopes"
  private func isExistential(_ clause: Clause) -> Bool {
    let before = max(0, clause.verb.lowerBound - 2)..<clause.verb.upperBound
    guard before.contains(where: { annotations.tokens[$0].lower == "there" }) else { return false }
    return !clause.objects.contains { annotations.tokens[annotations.phrases[$0].head].lower == "nothing" }
  }
}
