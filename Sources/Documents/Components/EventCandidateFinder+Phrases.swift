// Verbs with the words that make them tell of a happening: "took the stand", "handed in her notice".
extension EventCandidateFinder {
  /// The first pattern of the clause's verb that its words fill, with the end of the last of them where it belongs to the
  /// trigger.
  func phraseReading(of clause: Clause) -> (EventLexicon.Verb, Int?)? {
    for pattern in EventPhrases.table[clause.lemma] ?? [] {
      guard let last = lastWord(of: pattern, clause), pattern.verb.company.allSatisfy({ holds($0, clause) }) else { continue }
      let isTrigger = !Self.prepositions.contains(tokens[last].lower) && last - clause.verb.upperBound < 5
      return (pattern.verb, isTrigger && last >= clause.verb.upperBound ? last + 1 : nil)
    }
    return nil
  }

  /// "took over the plant", which the parser reads as a preposition with its noun: the noun is the object.
  func withParticle(_ clause: Clause) -> Clause {
    let behind = clause.verb.upperBound
    guard !clause.isPassive, clause.objects.isEmpty, behind < tokens.count, Self.movable.contains(tokens[behind].lower),
      let at = clause.adjuncts.firstIndex(where: {
        $0.token == behind && annotations.phrases[$0.phrase].tokens.lowerBound == behind + 1
      }),
      annotations.phrases[clause.adjuncts[at].phrase].kind != .time,
      EventPhrases.table[clause.lemma]?.contains(where: { $0.words[0].contains(tokens[behind].lower) }) ?? false
    else { return clause }
    var moved = clause
    moved.objects = [moved.adjuncts.remove(at: at).phrase]
    return moved
  }

  private static let movable: Set<String> = ["over", "up", "down", "out", "off", "in"]

  /// The token that fills the pattern's last place; nil where it is not filled.
  private func lastWord(of pattern: EventPhrases.Pattern, _ clause: Clause) -> Int? {
    // "A complaint was lodged": the noun is the subject.
    if clause.isPassive, pattern.words.count == 1, let subject = clause.subjects.first, pattern.words[0].contains(head(subject)) {
      return annotations.phrases[subject].head
    }
    // "the doctorate that it awarded to him": or what a relative clause describes.
    if clause.kind == .relative, !clause.isPassive, pattern.words.count == 1, let object = clause.objects.first,
      annotations.phrases[object].head < clause.verb.lowerBound, pattern.words[0].contains(head(object))
    {
      return annotations.phrases[object].head
    }
    var at = clause.verb.upperBound
    for (step, words) in pattern.words.enumerated() {
      let isLast = step == pattern.words.count - 1
      guard let found = place(of: words, from: at, clause, pattern, isLast: isLast) else { return nil }
      at = found + 1
    }
    return at - 1
  }

  private func place(
    of words: Set<String>, from begin: Int, _ clause: Clause, _ pattern: EventPhrases.Pattern, isLast: Bool
  ) -> Int? {
    let end = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.upperBound
    var at = begin
    while at < min(end, begin + 8) {
      // "leave the dead alone"
      if tokens[at].lower == "dead", at > 0, tokens[at - 1].lower == "the" { return nil }
      if words.contains(tokens[at].lower) || words.contains(Suffixes.singular(tokens[at].lower)), isWhole(at) {
        return isPlaced(at, begin, clause, pattern, isLast: isLast) ? at : nil
      }
      // "put his deputy, Nadia Yusuf, in charge": an apposition belongs to the object.
      let isApposed =
        tokens[at].form == "," && begin == clause.verb.upperBound && !clause.objects.isEmpty && pattern.words.count > 1
      guard
        isApposed || Self.passed.contains(tags[at]) || ["$", "€", "£", "¥"].contains(tokens[at].form)
          || ["“", "”", "‘", "’"].contains(tokens[at].form)
          || tokens[at].lower == "of" && at > begin && tags[at - 1] == .number
          || ["at", "least", "most", "more", "than", "up", "to"].contains(tokens[at].lower)
            && annotations.quantities.contains(where: { $0.tokens.contains(at) })
      else { return nil }
      at += 1
    }
    return nil
  }

  /// A noun is a place's word only as the head of its phrase: "caught fire", not "caught fire engines".
  private func isWhole(_ at: Int) -> Bool {
    guard tags[at] == .noun || tags[at] == .pluralNoun, annotations.phraseOfToken[at] >= 0 else { return true }
    let phrase = annotations.phrases[annotations.phraseOfToken[at]]
    return phrase.head == at || tokens[phrase.head].lower == "own"
  }

  /// Particles stand right behind the verb or behind its object, a preposition that ends the pattern right behind the verb.
  private func isPlaced(
    _ at: Int, _ begin: Int, _ clause: Clause, _ pattern: EventPhrases.Pattern, isLast: Bool
  ) -> Bool {
    let word = tokens[at].lower
    guard isLast, begin == clause.verb.upperBound else { return true }
    if Self.particles.contains(word) { return isParticle(at, of: clause) }
    guard Self.prepositions.contains(word) else { return true }
    let next = at + 1 < tokens.count ? annotations.phraseStartingAt[at + 1] : -1
    guard next < 0 || annotations.phrases[next].kind != .time else { return false }
    let isOfObject = pattern.verb.company.contains { [.object, .money].contains($0) }
    return isOfObject || (begin..<at).allSatisfy { tags[$0] == .adverb }
  }

  /// What may stand between the words of a pattern: a noun phrase and adverbs.
  private static let passed: Set<Tag> = [
    .determiner, .adjective, .possessive, .possessiveMark, .noun, .pluralNoun, .name, .number, .pronoun, .adverb,
  ]
  private static let particles = WordList.set("up down out off over in away aside apart back together on")
  private static let prepositions = WordList.set("on at from into through with to upon against for of")

  /// "shut down two turbines", "turned it down": right behind the verb, or behind its object.
  func isParticle(_ at: Int, of clause: Clause) -> Bool {
    if at == clause.verb.upperBound { return !["on", "in"].contains(tokens[at].lower) || !precedesTime(at) }
    return clause.objects.contains { end(ofObject: $0) == at }
      && (at + 1 >= tokens.count || annotations.phraseStartingAt[at + 1] < 0
        || tokens[at].lower != "in" && tokens[at].lower != "on" && precedesTime(at))
  }

  /// "eleven of the women"
  private func end(ofObject phrase: Int) -> Int {
    let inner = annotations.contained(in: phrase) ?? phrase
    return max(annotations.phrases[phrase].tokens.upperBound, annotations.phrases[inner].tokens.upperBound)
  }

  func precedesTime(_ at: Int) -> Bool {
    let next = at + 1 < tokens.count ? annotations.phraseStartingAt[at + 1] : -1
    return next >= 0 && annotations.phrases[next].kind == .time
  }
}
