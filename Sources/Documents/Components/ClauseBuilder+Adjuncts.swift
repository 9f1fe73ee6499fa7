// Dates, places and neighbours that the tree has given to no clause.
extension ClauseBuilder {
  /// Dates belong to the clause that they hang in, be it by a noun: "killed soldiers in fighting on Monday".
  mutating func addTimes() {
    for token in sentence.tokens {
      let phrase = annotations.phraseOfToken[token]
      guard phrase >= 0, annotations.phrases[phrase].kind == .time, annotations.phrases[phrase].tokens.lowerBound == token else {
        continue
      }
      let time = annotations.phrases[phrase]
      if let verb = verbBefore(time) {
        for other in clauses.indices { clauses[other].adjuncts.removeAll { $0.phrase == phrase } }
        let before = time.tokens.lowerBound - 1
        let preposition = tags[before] == .preposition || tags[before] == .adverb ? tokens[before].lower : ""
        clauses[verb].add(preposition, phrase, at: before, annotations)
        continue
      }
      let top = time.tokens.first { !time.tokens.contains(tree.heads[$0]) } ?? time.tokens.lowerBound
      guard let clause = clauseOfPredicate[top] ?? governor(of: top),
        !clauses[clause].adjuncts.contains(where: { $0.phrase == phrase }),
        !clauses[clause].subjects.contains(phrase), !clauses[clause].objects.contains(phrase)
      else { continue }
      let before = time.tokens.lowerBound - 1
      let preposition = before >= sentence.tokens.lowerBound && tags[before] == .preposition ? tokens[before].lower : ""
      clauses[clause].add(preposition, phrase, at: max(before, sentence.tokens.lowerBound), annotations)
    }
  }

  /// The clause whose verb stands right before a date, with a preposition at most between: "said on Monday it had …".
  func verbBefore(_ time: Phrase) -> Int? {
    var at = time.tokens.lowerBound - 1
    if at > sentence.tokens.lowerBound, ["on", "in", "at", "late", "early"].contains(tokens[at].lower) { at -= 1 }
    return clauses.firstIndex { $0.verb.upperBound == at + 1 && $0.verb.contains(at) }
  }

  /// "in the bloodiest day since a ceasefire was signed": what stands before the word that opens a clause belongs to the verb
  /// before it.
  mutating func returnForeign(_ index: Int) {
    guard [.adverbial, .complement].contains(clauses[index].kind), let subject = clauses[index].subjects.first else { return }
    let opening = annotations.phrases[subject].tokens.lowerBound - 1
    guard opening > sentence.tokens.lowerBound, opening < clauses[index].verb.lowerBound,
      Self.openingWords.contains(tokens[opening].lower)
    else { return }
    let lost = clauses[index].adjuncts.filter { $0.token < opening }
    guard !lost.isEmpty else { return }
    clauses[index].adjuncts.removeAll { $0.token < opening }
    for adjunct in lost {
      guard let own = clauses.indices.last(where: { clauses[$0].verb.upperBound <= adjunct.token && $0 != index }),
        !clauses[own].adjuncts.contains(where: { $0.phrase == adjunct.phrase }), !clauses[own].subjects.contains(adjunct.phrase),
        !clauses[own].objects.contains(adjunct.phrase)
      else { continue }
      clauses[own].add(adjunct.preposition, adjunct.phrase, at: adjunct.token, annotations)
    }
  }

  private static let openingWords: Set<String> = ["since", "after", "before", "when", "while", "because", "until", "although"]

  /// "was sentenced in 2001; he died last year": nothing belongs to a verb beyond a semicolon.
  mutating func partAtSemicolons() {
    let stops = sentence.tokens.filter { tokens[$0].form == ";" }
    guard !stops.isEmpty else { return }
    for index in clauses.indices {
      let verb = clauses[index].mainVerb
      let begin = clauses[index].verb.lowerBound
      clauses[index].subjects = clauses[index].subjects.filter { subject in
        let end = annotations.phrases[subject].tokens.upperBound
        return !stops.contains { end <= $0 && $0 < begin }
      }
      let end = clauses[index].verb.upperBound
      clauses[index].objects = clauses[index].objects.filter { object in
        !stops.contains { end <= $0 && $0 < annotations.phrases[object].tokens.lowerBound }
      }
      let lost = clauses[index].adjuncts.filter { adjunct in
        stops.contains { min(adjunct.token, verb) < $0 && $0 < max(adjunct.token, verb) }
      }
      guard !lost.isEmpty else { continue }
      clauses[index].adjuncts.removeAll { adjunct in lost.contains { $0.phrase == adjunct.phrase } }
      for adjunct in lost {
        let stop = stops.first { $0 > adjunct.token } ?? sentence.tokens.upperBound
        guard let own = clauses.indices.last(where: { clauses[$0].mainVerb < adjunct.token && clauses[$0].mainVerb < stop }),
          !stops.contains(where: { clauses[own].mainVerb < $0 && $0 < adjunct.token })
        else { continue }
        clauses[own].add(adjunct.preposition, adjunct.phrase, at: adjunct.token, annotations)
      }
    }
  }

  /// Phrases behind a preposition of place that no clause has yet belong to the one above them.
  mutating func addPlaces() {
    let taken = Set(clauses.flatMap { $0.adjuncts.map(\.phrase) + $0.subjects + $0.objects })
    for token in sentence.tokens where annotations.phraseStartingAt[token] >= 0 {
      let index = annotations.phraseStartingAt[token]
      let phrase = annotations.phrases[index]
      let before = token - 1
      guard phrase.kind == .name, !taken.contains(index), before >= sentence.tokens.lowerBound,
        Self.placing.contains(tokens[before].lower)
      else { continue }
      var above = phrase.head
      while above >= 0, clauseOfPredicate[above] == nil { above = tree.heads[above] }
      guard above >= 0, let clause = clauseOfPredicate[above], clauses[clause].mainVerb < before,
        !clauses[clause].subjects.contains(where: { annotations.phrases[$0].tokens.lowerBound > clauses[clause].mainVerb })
      else { continue }
      clauses[clause].add(tokens[before].lower, index, at: before, annotations)
    }
  }

  /// "paid the builder $2 million to mend the roof": who mends it got the money.
  private mutating func addGetter(_ index: Int) {
    let clause = clauses[index]
    guard !clause.isPassive, clause.verb.upperBound < sentence.tokens.upperBound,
      let getter = annotations.phrase(startingAt: clause.verb.upperBound), !clause.objects.contains(getter),
      case let end = annotations.phrases[getter].tokens.upperBound, end < sentence.tokens.upperBound,
      let given = annotations.phrase(startingAt: end),
      clause.objects.first == given || clause.objects.isEmpty && annotations.phrases[given].quantity != nil,
      EventLexicon.readings(of: clause.lemma).contains(where: { $0.object == "recipient" })
    else { return }
    clauses[index].objects = [getter, given]
    clauses[index].extend(to: annotations.phrases[given].tokens)
  }

  /// What stands right behind the verb and hangs on nothing that any clause has: an object, then prepositions with their
  /// phrases.
  mutating func addNeighbours(_ index: Int) {
    guard clauses[index].mainVerb == predicates[index] else { return }
    addGetter(index)
    let behind = clauses[index].verb.upperBound
    if behind < sentence.tokens.upperBound, !clauses[index].isPassive, annotations.phraseStartingAt[behind] >= 0 {
      // An earlier verb's object that stands right behind this one is this one's.
      let phrase = annotations.phraseStartingAt[behind]
      for other in clauses.indices[..<index] { clauses[other].objects.removeAll { $0 == phrase } }
    }
    // What a relative clause describes may be part of this one.
    let taken = Set(
      clauses.flatMap { other in
        other.adjuncts.map(\.phrase) + other.objects
          + (other.kind == .relative || other.kind == .participle ? [] : other.subjects)
      })
    var at = clauses[index].verb.upperBound
    let isBare = clauses[index].verb.count == 1 && clauses[index].kind != .participle
    var mayBeObject = clauses[index].objects.isEmpty && (!clauses[index].isPassive || isBare)
    var isFirst = true
    while at < sentence.tokens.upperBound {
      if tags[at] == .adverb {
        at += 1
      } else if isFirst, let object = freePhrase(at, taken) {
        clauses[index].objects.removeAll { annotations.phrases[$0].tokens.lowerBound == at }
        clauses[index].objects.insert(object, at: 0)
        clauses[index].extend(to: annotations.phrases[object].tokens)
        (mayBeObject, isFirst) = (false, false)
        at = annotations.phrases[object].tokens.upperBound
      } else if annotations.phraseStartingAt[at] >= 0 {
        let phrase = annotations.phraseStartingAt[at]
        let end = annotations.phrases[phrase].tokens.upperBound
        guard mayBeObject || taken.contains(phrase), annotations.phrases[phrase].kind != .time else { return }
        let isSubject = end < sentence.tokens.upperBound && (tags[end].isVerb || [.auxiliary, .modal].contains(tags[end]))
        if !taken.contains(phrase) {
          guard !isSubject else { return }
          clauses[index].objects.append(phrase)
          clauses[index].extend(to: annotations.phrases[phrase].tokens)
        }
        (mayBeObject, isFirst) = (false, false)
        at = end
      } else if tags[at] == .preposition, at + 1 < sentence.tokens.upperBound, annotations.phraseStartingAt[at + 1] >= 0,
        !Self.conjoining.contains(tokens[at].lower)
      {
        let phrase = annotations.phraseStartingAt[at + 1]
        if !taken.contains(phrase) { clauses[index].add(tokens[at].lower, phrase, at: at, annotations) }
        (mayBeObject, isFirst) = (false, false)
        at = annotations.phrases[phrase].tokens.upperBound
      } else {
        return
      }
    }
  }

  /// The phrase that begins at `index`, right behind a verb, if no clause has it and no verb follows that it is the subject of.
  func freePhrase(_ index: Int, _ taken: Set<Int>) -> Int? {
    var phrase = annotations.phraseStartingAt[index]
    guard phrase >= 0 else { return nil }
    // "the group (ABC) leader X": what stands behind the bracket is what the one before it belongs to.
    let bracket = annotations.phrases[phrase].tokens.upperBound
    if bracket + 3 < sentence.tokens.upperBound, tokens[bracket].form == "(", tokens[bracket + 2].form == ")",
      annotations.phraseStartingAt[bracket + 3] >= 0
    {
      phrase = annotations.phraseStartingAt[bracket + 3]
    }
    guard !taken.contains(phrase), annotations.phrases[phrase].kind != .time else { return nil }
    if clauses.contains(where: { $0.verb.contains(annotations.phrases[phrase].head) }) { return nil }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end < sentence.tokens.upperBound else { return phrase }
    return tags[end].isVerb && tags[end] != .verbGerund || [.auxiliary, .modal].contains(tags[end]) ? nil : phrase
  }

  /// Prepositions that may open a clause as well.
  static let conjoining: Set<String> = ["after", "before", "since", "until", "as", "than", "like"]

  static let placing: Set<String> = ["in", "at", "near", "outside", "inside", "around"]
}
