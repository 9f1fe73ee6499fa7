/// Clauses in which somebody will not say anything: "declined to comment", "would not be drawn", "had no comment", "did not
/// return calls", "could not be reached".
enum Refusals {
  private static let answering = WordList.set(
    """
    comment respond reply answer elaborate discuss say explain disclose reveal give identify name specify provide speak talk
    address speculate reach contact return draw acknowledge react
    """)
  private static let refusing: Set<String> = ["decline", "refuse", "fail"]

  static func read(_ clause: Clause, in sentence: SentenceStatements) -> DenialRules.Reading? {
    guard
      let subject = (clause.subjects.first ?? DenialRules.governorSubject(clause, sentence.annotations)).map({ phrase in
        sentence.governing(phrase)
      }), refuses(clause, in: sentence)
    else { return nil }
    let start = min(sentence.annotations.phrases[subject].tokens.lowerBound, clause.verb.lowerBound)
    let high = end(of: clause, in: sentence)
    return DenialRules.Reading(
      content: clause.mainVerb..<high, passage: start..<high, speaker: sentence.speaker(subject), certainty: .rumoured,
      form: .refusal)
  }

  private static func refuses(_ clause: Clause, in sentence: SentenceStatements) -> Bool {
    let annotations = sentence.annotations
    let rest = clause.verb.upperBound..<max(clause.verb.upperBound, min(sentence.end, clause.verb.upperBound + 6))
    lazy var words = rest.map { annotations.tokens[$0].lower }
    switch clause.lemma {
    case "decline", "refuse":
      // "declined an interview"; what an infinitive names is read with it.
      return words.prefix(3).contains { ["comment", "comments", "interview", "interviews"].contains($0) }
        && !rest.prefix(1).contains { annotations.tags[$0] == .toParticle }
    case "have": return words.first == "no" && words.prefix(4).contains("comment")
    case "be":
      return words.contains("comment") && (clause.isNegated || words.contains("unavailable"))
    case "reach", "contact":
      return clause.isPassive && clause.isNegated && ["could", "can"].contains(clause.modal ?? "")
    case "return":
      return clause.isNegated && words.contains { ["call", "calls", "message", "messages", "emails", "e-mails"].contains($0) }
    case "draw": return clause.isPassive && clause.isNegated
    default: break
    }
    guard answering.contains(clause.lemma) else { return false }
    // "declined to be named": who speaks all the same.
    if clause.kind == .infinitive, clause.isPassive { return false }
    if clause.kind == .infinitive, let governor = clause.governor {
      let outer = annotations.clauses[governor]
      let isDue = (outer.verb.lowerBound..<max(outer.verb.lowerBound, clause.verb.lowerBound)).contains {
        annotations.tokens[$0].lower == "yet"
      }
      // Failing to name the owners is no refusal to speak.
      let isSilence =
        outer.lemma != "fail" || ["comment", "respond", "reply", "answer", "react", "return"].contains(clause.lemma)
      return refusing.contains(outer.lemma) && isSilence && !outer.isNegated || isDue && outer.lemma == "have"
    }
    guard clause.isNegated || isNobodys(clause, in: sentence), !clause.isPassive else { return false }
    let opensQuestion = words.prefix(1).contains { questions.contains($0) }
    switch clause.lemma {
    case "comment", "elaborate", "respond", "reply", "react": return true
    case "say", "explain", "disclose", "reveal", "specify", "identify", "discuss":
      return clause.modal == "would" || clause.modal == "will" || opensQuestion
    case "answer": return true
    default: return false
    }
  }

  /// "Neither the council nor the builder responded"
  private static func isNobodys(_ clause: Clause, in sentence: SentenceStatements) -> Bool {
    guard let subject = clause.subjects.first else { return false }
    let words = max(sentence.begin, clause.verb.lowerBound - 12)..<clause.verb.lowerBound
    return sentence.isNobody(subject)
      || words.contains { sentence.tokens[$0].lower == "nor" } && words.contains { sentence.tokens[$0].lower == "neither" }
  }

  private static let questions: Set<String> = ["how", "why", "who", "what", "when", "where", "whether", "if", "which"]

  /// Up to the next clause that is coordinated with this one.
  private static func end(of clause: Clause, in sentence: SentenceStatements) -> Int {
    let next = sentence.annotations.clauses[sentence.clauses].first {
      $0.verb.lowerBound > clause.verb.upperBound && ($0.kind == .coordinated || $0.kind == .main) && !$0.subjects.isEmpty
    }
    guard let next else { return sentence.end }
    return max(clause.verb.upperBound, sentence.boundary(before: next.tokens.lowerBound, after: clause.verb.upperBound))
  }
}
