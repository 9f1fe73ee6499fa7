// Numbers of things that two sources give differently: "delivered 14 boats", "only nine boats had been delivered".
extension ClaimCollector {
  private struct Thing {
    let verb: Int
    let phrase: Int
    let quantity: Quantity
    let statement: Int?
  }

  /// Claims for the numbers of what was done the same to, where they do not meet; a number that nobody disputes is part of its
  /// event.
  mutating func readThings() {
    var told: [String: [Thing]] = [:]
    for clause in annotations.clauses where !clause.isNegated {
      guard let phrase = clause.isPassive ? clause.subjects.first : clause.objects.first,
        annotations.tags[annotations.phrases[phrase].head] == .pluralNoun,
        let quantity = annotations.phrases[phrase].quantity.map({ annotations.quantities[$0] }), quantity.unit == nil,
        !claims.contains(where: { $0.quantity?.tokens == quantity.tokens })
      else { continue }
      let noun = Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)
      let thing = Thing(
        verb: clause.mainVerb, phrase: phrase, quantity: quantity, statement: annotations.statement(around: clause.mainVerb))
      let key = clause.lemma + " " + noun
      if let rival = told[key]?.last(where: { isRival($0, thing) }) { addRivals(rival, thing) }
      told[key, default: []].append(thing)
    }
  }

  private func isRival(_ one: Thing, _ other: Thing) -> Bool {
    guard let mine = one.quantity.interval, let theirs = other.quantity.interval else { return false }
    return speaker(one) != speaker(other) && !mine.meets(theirs)
  }

  private func speaker(_ thing: Thing) -> Int? { thing.statement.flatMap { annotations.statements[$0].speaker } }

  private mutating func addRivals(_ one: Thing, _ other: Thing) {
    let event = annotations.eventMentions.first { $0.trigger.contains(one.verb) }?.event
    let name = annotations.tokens[annotations.phrases[one.phrase].head].lower
    for thing in [one, other] where !claims.contains(where: { $0.quantity?.tokens == thing.quantity.tokens }) {
      let statement = thing.statement.map { annotations.statements[$0] }
      var subjects = event.map { [ClaimFinding.Subject.event($0)] } ?? []
      if subjects.isEmpty, let statement { subjects = self.subjects(of: statement) }
      guard !subjects.isEmpty else { continue }
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: thing.verb)].tokens
      add(
        name, countCertainty(thing.statement), statement: thing.statement,
        passage: statement?.passage ?? CountPhrases.withoutStop(sentence, annotations), about: subjects, quantity: thing.quantity)
    }
  }
}
