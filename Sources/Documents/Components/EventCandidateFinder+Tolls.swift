// "The death toll from the floods rose to 61": how many a happening has killed, told of the number.
extension EventCandidateFinder {
  private static let counting = WordList.set(
    "rise climb stand reach be pass exceed hit grow jump fall increase mount soar top surpass edge put raise revise")

  /// Gives whether the clause tells of a toll; its number is the count of the happening that the noun names, or of the one that
  /// was told of before.
  mutating func readToll(_ clause: Clause) -> Bool {
    guard Self.counting.contains(clause.lemma), !clause.isNegated,
      let subject = (clause.isPassive ? clause.subjects : clause.subjects + clause.objects).first(where: { isToll($0) }),
      let quantity = number(behind: clause, subject)
    else { return false }
    let phrase = annotations.phrases[subject]
    let count = EventFinding.Count(name: "killed", quantity: annotations.quantities[quantity], counted: nil)
    let end = phrase.tokens.upperBound
    if end + 1 < tokens.count, ["from", "of", "in"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0,
      let noun = ofNoun[annotations.phrases[annotations.phraseStartingAt[end + 1]].head],
      ["accident", "attack", "battle", "operation", "protest"].contains(found[noun].type)
    {
      found[noun].counts.append(count)
      (found[noun].isBare, found[noun].isGeneric) = (false, false)
      return true
    }
    var candidate = EventCandidate(
      type: "death", trigger: triggerRange(phrase), clause: nil, isNoun: true, evidence: phrase.tokens)
    (candidate.isDefinite, candidate.isBare) = (true, true)
    candidate.counts = [count]
    candidate.places = clause.adjuncts.compactMap { adjunct in
      adjunct.preposition == "in" && entityKind(adjunct.phrase) == .place ? annotations.entity(ofPhrase: adjunct.phrase) : nil
    }
    found.append(candidate)
    return true
  }

  /// "the toll", "the death toll"; "a road toll" is paid.
  private func isToll(_ phrase: Int) -> Bool {
    let head = annotations.phrases[phrase].head
    guard tokens[head].lower == "toll" else { return false }
    return head == annotations.phrases[phrase].tokens.lowerBound
      || !["road", "bridge", "motorway"].contains(tokens[head - 1].lower)
  }

  private func number(behind clause: Clause, _ subject: Int) -> Int? {
    let begin = max(clause.verb.upperBound, annotations.phrases[subject].tokens.upperBound)
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    return annotations.quantities(beginningIn: begin..<min(end, begin + 5)).first { index in
      let quantity = annotations.quantities[index]
      return quantity.unit == nil && !annotations.times.contains { $0.tokens.overlaps(quantity.tokens) }
    }
  }
}
