// Speakers whose verb is left out because it is the one before: "The chairman spoke of 1.1 million shares, the fund of 2.4
// million"; "the union counted 80 per cent, the company 30".
extension SentenceStatements {
  /// A statement for each further speaker with a number behind one that a verb introduces; the one before ends where it begins.
  mutating func readGaps() {
    for index in found.indices.reversed() where [.indirect, .fragment, .direct].contains(found[index].form) {
      let statement = found[index]
      guard statement.speaker != nil, let quantity = quantity(startingIn: statement.content.prefix(9)) else { continue }
      var comma = quantity
      while comma < end, ![",", ";"].contains(tokens[comma].form), tokens[comma].lower != "and" { comma += 1 }
      guard comma + 2 < end, let gap = gap(behind: comma) else { continue }
      let limit = (gap.number..<end).first { [",", ";"].contains(tokens[$0].form) } ?? end
      guard statement.content.lowerBound < comma, !hasFiniteVerb((comma + 1)..<limit) else { continue }
      found[index].content = statement.content.lowerBound..<min(comma, statement.content.upperBound)
      found[index].passage =
        statement.passage.lowerBound..<max(min(comma, statement.passage.upperBound), statement.passage.lowerBound + 1)
      let start = annotations.phrases[gap.phrase].tokens.upperBound
      add(start..<limit, annotations.phrases[gap.phrase].tokens.lowerBound..<limit, by: speaker(gap.phrase), .reported, .fragment)
    }
  }

  private func quantity(startingIn range: Range<Int>.SubSequence) -> Int? {
    annotations.quantities.first { range.contains($0.tokens.lowerBound) }?.tokens.upperBound
  }

  /// Somebody right behind a comma, and then a number with no more than a preposition between.
  private func gap(behind comma: Int) -> (phrase: Int, number: Int)? {
    var at = comma + 1
    while at < end, tags[at] == .conjunction || tokens[at].lower == "while" { at += 1 }
    guard at < end, let phrase = annotations.phrase(startingAt: at), let entity = annotations.entity(ofPhrase: phrase),
      annotations.entities[entity].kind != .place, annotations.phrases[phrase].quantity == nil
    else { return nil }
    var number = annotations.phrases[phrase].tokens.upperBound
    if number < end, tags[number] == .preposition { number += 1 }
    while number < end, Self.approximating.contains(tokens[number].lower) { number += 1 }
    guard number < end, annotations.quantities.contains(where: { $0.tokens.contains(number) }) else { return nil }
    return (phrase, number)
  }

  // MARK: Neither confirm nor deny

  /// "would neither confirm nor deny it", "neither confirmed nor denied", however the words are tagged.
  mutating func readNeither() {
    for at in sentence.tokens where tokens[at].lower == "neither" && at + 3 < end && at > begin {
      guard ["confirm", "confirmed", "deny", "denied"].contains(tokens[at + 1].lower),
        let nor = (at + 2..<min(end, at + 6)).first(where: { tokens[$0].lower == "nor" }), nor + 1 < end
      else { continue }
      var verb = at
      while verb > begin, [.modal, .auxiliary, .adverb].contains(tags[verb - 1]) || isHave(verb - 1) { verb -= 1 }
      guard let subject = speakingPhrase(before: verb),
        !found.contains(where: { $0.form == .denial && $0.passage.contains(at) })
      else { continue }
      let limit = unitEnd(after: nor)
      let content = min(nor + 2, limit - 1)..<limit
      add(content, annotations.phrases[subject].tokens.lowerBound..<limit, by: speaker(subject), .rumoured, .denial)
    }
  }

  private func isHave(_ token: Int) -> Bool { ClosedClasses.forms[tokens[token].lower] == "have" }

  // MARK: Behind a colon

  /// "A third version comes from the officer, Greta Lunn: the seal broke", "His answer: they knew", "The doctor tells it
  /// differently: he was away": what a colon opens is said by whom the words before it speak of.
  mutating func readColons() {
    guard
      let colon = sentence.tokens.first(where: { at in
        tokens[at].form == ":" && !annotations.isQuoted(at)
      }), colon > begin + 2, colon + 3 < end, hasFiniteVerb((colon + 1)..<end), tokens[colon + 1].form != "“",
      !found.contains(where: { $0.content.upperBound > colon + 1 && $0.content.lowerBound < end && $0.speaker != nil }),
      let speaker = speakerBeforeColon(colon)
    else { return }
    add((colon + 1)..<end, (colon + 1)..<end, by: speaker, .reported, .indirect)
  }

  private func speakerBeforeColon(_ colon: Int) -> Int? {
    let before = begin..<colon
    if let noun = before.last(where: { Self.accountNouns.contains(tokens[$0].lower) }) {
      let phrase = annotations.phraseOfToken[noun]
      if phrase >= 0, let possessor = annotations.phrases[phrase].possessor { return annotations.entity(ofPhrase: possessor) }
      let source = (noun..<colon).first { ["from", "of", "by"].contains(tokens[$0].lower) }
      if let source, let from = annotations.phrase(startingAt: source + 1), let entity = speaker(from) { return entity }
      let giver = annotations.clauses[clauses].first {
        before.contains($0.mainVerb) && ["give", "have", "offer", "tell", "provide", "present"].contains($0.lemma)
      }
      return giver?.subjects.first.flatMap { speaker($0) }
    }
    let teller = annotations.clauses[clauses].first { clause in
      before.contains(clause.mainVerb) && ["tell", "remember", "see", "put"].contains(clause.lemma)
        && (clause.verb.upperBound..<colon).contains {
          ["otherwise", "differently", "it"].contains(tokens[$0].lower)
        }
    }
    return teller?.subjects.first.flatMap { speaker($0) }
  }

  private static let accountNouns = WordList.set(
    """
    version account explanation story answer reply conclusion view theory argument reading response testimony recollection
    verdict diagnosis
    """)
}
