/// Whether what somebody says is that something did not happen: "had never received the letter", "nobody had asked him", "no
/// such call appears". What merely is not so ("it was not luck", "could not be trusted") is an assertion like any other.
struct NegativeContent {
  private let annotations: Annotations

  init(_ annotations: Annotations) { self.annotations = annotations }

  func isNegative(_ statement: Statement) -> Bool {
    guard statement.speaker != nil, statement.certainty == .reported else { return false }
    if statement.form == .fragment { return opensWithNone(statement) || isVerdict(statement) }
    guard [.indirect, .direct, .accordingTo].contains(statement.form), !isConviction(statement) else { return false }
    if deniesExistence(statement) || opensWithNone(statement) || isVerdict(statement) { return true }
    guard let clause = mainClause(of: statement) else { return opensNegated(statement) || isNowhere(statement) }
    if let modal = clause.modal, Self.weakModals.contains(modal) { return false }
    guard !Self.attitudes.contains(clause.lemma), isNegated(clause) else { return isNowhere(statement) }
    // "“Nobody asked me,” she said" tells, and denies nothing.
    if statement.form == .direct, let subject = clause.subjects.first,
      ["nobody", "none"].contains(annotations.tokens[annotations.phrases[subject].tokens.lowerBound].lower)
    {
      return false
    }
    return clause.lemma != "be" || isExistential(clause) || deniesPresence(clause)
  }

  /// "“Our client does not own the yacht”", "it never received such a warning", of whose verb the tagger or the tree makes
  /// something else.
  private func opensNegated(_ statement: Statement) -> Bool {
    let opening = statement.content.prefix(9)
    guard
      let negation = opening.first(where: { annotations.tags[$0] == .negation || annotations.tokens[$0].lower == "never" }),
      negation > statement.content.lowerBound, negation + 1 < statement.content.upperBound,
      ["do", "have"].contains(ClosedClasses.forms[annotations.tokens[negation - 1].lower] ?? "")
        || annotations.tokens[negation].lower == "never" && annotations.tags[negation + 1].isVerb
    else { return false }
    let verb = VerbForms.lemma(of: annotations.tokens[negation + 1].lower)
    return verb.map { !Self.attitudes.contains($0) } ?? false
  }

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
    if ["there", "present", "involved", "here"].contains(lower) { return true }
    guard ["in", "at", "near", "inside"].contains(lower), annotations.phraseStartingAt[next + 1] >= 0 else { return false }
    let place = annotations.phraseStartingAt[next + 1]
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

  /// "there had never been any envelopes"
  private func deniesExistence(_ statement: Statement) -> Bool {
    let opening = statement.content.prefix(7).map { annotations.tokens[$0].lower }
    guard let there = opening.prefix(3).firstIndex(of: "there") else { return false }
    let rest = opening[(there + 1)...]
    return rest.contains { ClosedClasses.forms[$0] == "be" } && rest.contains { ["never", "no"].contains($0) }
      && !rest.contains { Self.measures.contains($0) }
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
    conceal deny doubt forget exclude rule hesitate complain decide choose count bother call describe label
    """)
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
      let negation = clause.verb.first { annotations.tags[$0] == .negation }
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
