// Who came to harm and what harmed them, told in two clauses: "Three people were killed when a bus left the road".
extension EventCandidateFinder {
  mutating func linkOutcomes() {
    for outcome in found.indices where isResult(found[outcome]) {
      let begin = annotations.sentences[annotations.sentenceIndex(ofToken: found[outcome].trigger.lowerBound)].tokens.lowerBound
      let cause = found.indices.filter { index in
        let other = found[index]
        return !other.isNoun && !other.isNegated && ["accident", "attack", "battle"].contains(other.type)
          && (begin..<found[outcome].trigger.lowerBound).contains(other.trigger.lowerBound)
      }.max { found[$0].trigger.lowerBound < found[$1].trigger.lowerBound }
      guard let cause else { continue }
      found[outcome].sameAs = cause
      // "told of an error before two trains collided, killing six": he did not kill them.
      if found[cause].type == "accident" { found[outcome].participants.removeAll { $0.role == "agent" } }
    }
    for outcome in found.indices where isOutcome(found[outcome]) {
      guard let cause = found.indices.first(where: { isCause(found[$0], of: found[outcome]) }) else { continue }
      found[outcome].sameAs = cause
    }
  }

  /// ", killing all four on board": a participle behind a comma.
  private func isResult(_ candidate: EventCandidate) -> Bool {
    guard !candidate.isNoun, !candidate.isNegated, candidate.sameAs == nil, ["killing", "attack"].contains(candidate.type),
      let clause = candidate.clause.map({ annotations.clauses[$0] }), clause.kind == .participle, !clause.isPassive,
      tags[clause.mainVerb] == .verbGerund, clause.verb.lowerBound > 0, tokens[clause.verb.lowerBound - 1].form == ",",
      candidate.type == "killing" || EventMerger.harmWords.contains(clause.lemma)
    else { return false }
    return true
  }

  /// Harm that is told without who did it.
  private func isOutcome(_ candidate: EventCandidate) -> Bool {
    guard !candidate.isNoun, !candidate.isNegated, !candidate.isPlanned, candidate.sameAs == nil,
      let clause = candidate.clause.map({ annotations.clauses[$0] }),
      !candidate.participants.contains(where: { $0.role == "agent" })
    else { return false }
    switch candidate.type {
    case "death": return true
    case "killing", "accident": return clause.isPassive
    case "attack": return clause.isPassive && EventMerger.harmWords.contains(clause.lemma)
    default: return false
    }
  }

  /// A disaster or an attack in a clause behind "when", "as" or "after" that hangs on the outcome's.
  private func isCause(_ candidate: EventCandidate, of outcome: EventCandidate) -> Bool {
    guard !candidate.isNoun, !candidate.isNegated, !candidate.isPlanned,
      ["accident", "attack", "battle"].contains(candidate.type),
      candidate.trigger != outcome.trigger, let own = candidate.clause, let other = outcome.clause
    else { return false }
    guard
      annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
        == annotations.sentenceIndex(ofToken: outcome.trigger.lowerBound)
    else { return false }
    if outcome.trigger.upperBound <= candidate.trigger.lowerBound {
      let between = outcome.trigger.upperBound..<candidate.trigger.lowerBound
      return !between.contains { tokens[$0].form == ";" } && between.contains { opensClause($0) }
    }
    // "When the dam burst, nine people drowned."
    let clause = annotations.clauses[own]
    let begin = clause.begin - 1
    return clause.kind == .adverbial && clause.governor == other && begin >= 0 && opensClause(begin)
  }

  /// "when", "as" or "after" in front of a clause, unless that counts days: "three days after".
  private func opensClause(_ at: Int) -> Bool {
    let head = annotations.tree.heads[at]
    guard head > at, tags[head].isVerb else { return false }
    switch tokens[at].lower {
    case "when", "as": return true
    case "after":
      return at == 0 || !DateText.isUnit(tokens[at - 1].lower)
    default: return false
    }
  }
}
