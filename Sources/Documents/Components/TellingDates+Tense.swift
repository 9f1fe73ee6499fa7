// How a text tells of an event: in the plain past, which goes on with the telling, or with an hour.
extension TellingDates {
  /// The first words that tell it in the plain past, not far from those that speak of it first.
  func told(_ triggers: [Range<Int>]) -> Range<Int>? {
    guard let first = triggers.first, let told = triggers.first(where: isTold) else { return nil }
    // "had been slain in fighting that also claimed": before what is told, whatever the next verb.
    let distance = annotations.sentenceIndex(ofToken: told.lowerBound) - annotations.sentenceIndex(ofToken: first.lowerBound)
    return told == first || (1...4).contains(distance) ? told : nil
  }

  /// Told in the plain past by a clause that goes on with the telling.
  func isTold(_ trigger: Range<Int>) -> Bool {
    guard annotations.sentences[annotations.sentenceIndex(ofToken: trigger.lowerBound)].kind == .paragraph else { return false }
    return annotations.clauses(around: trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      guard clause.mainVerb == trigger.lowerBound, !clause.isPerfect, clause.modal == nil,
        !annotations.isOpened(clause, by: ["after"])
      else { return false }
      guard [.main, .coordinated, .complement].contains(clause.kind) || isReported(clause) else { return isGapped(clause) }
      if annotations.tags[clause.mainVerb] == .verbPast, clause.verb.count == 1 { return true }
      return isPastPassive(clause) || isGapped(clause)
    }
  }

  /// "Three were killed, a spokesman said.": as good as a main clause.
  func isReported(_ clause: Clause) -> Bool {
    clause.kind == .adverbial && annotations.tags[clause.begin] != .subordinator
      && annotations.statement(around: clause.mainVerb).map { annotations.statements[$0].content.lowerBound == clause.begin }
        ?? false
  }

  func isPastPassive(_ clause: Clause) -> Bool {
    clause.verb.contains { ["was", "were"].contains(annotations.tokens[$0].lower) }
  }

  /// "five people were hurt and three arrested": the second verb goes without its auxiliary.
  func isGapped(_ clause: Clause) -> Bool {
    guard annotations.tags[clause.mainVerb] == .verbParticiple || annotations.tags[clause.mainVerb] == .verbPast,
      clause.verb.count == 1, clause.subjects.contains(where: { annotations.phrases[$0].kind == .number }),
      let governor = clause.governor
    else { return false }
    return isPastPassive(annotations.clauses[governor])
  }

  /// Told by a verb of the past whose clause gives an hour: "had been shot at about 4 a.m."
  func hasHour(_ trigger: Range<Int>) -> Bool {
    annotations.clauses(around: trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      guard clause.mainVerb == trigger.lowerBound, clause.modal == nil, !clause.isFuture else { return false }
      let isPast =
        annotations.tags[clause.mainVerb] == .verbPast
        || clause.verb.contains { ["was", "were", "had"].contains(annotations.tokens[$0].lower) }
      return isPast && (clause.tokens.contains { isHour($0) } || isWhileHour(index))
    }
  }

  /// "the seal broke when the box was dropped at half past six"
  func isWhileHour(_ clause: Int) -> Bool {
    annotations.clauses(around: annotations.clauses[clause].mainVerb).contains { index in
      let other = annotations.clauses[index]
      return other.governor == clause && other.kind == .adverbial && annotations.isOpened(other, by: ["when", "as", "while"])
        && other.tokens.contains { isHour($0) }
    }
  }

  /// "5.40 a.m.", "half past six", "at noon"
  func isHour(_ token: Int) -> Bool {
    let lower = annotations.tokens[token].lower
    if ["a.m.", "p.m.", "am", "pm", "noon", "midnight", "midday", "o'clock", "dawn", "dusk", "nightfall"].contains(lower) {
      return true
    }
    if ClockTimes.minute(at: token, annotations) != nil { return true }
    guard token > 1 else { return false }
    let before = annotations.tokens[token - 1].lower
    if ["morning", "evening", "afternoon"].contains(lower) {
      return before == "the" && ["in", "by", "during"].contains(annotations.tokens[token - 2].lower)
    }
    // "at eight", "by ten"
    if ["at", "by", "until", "around"].contains(before), let number = ClosedClasses.numberWords[lower], (1...12).contains(number),
      token + 1 < annotations.tokens.count, !annotations.tags[token + 1].isNominal, annotations.tags[token + 1] != .adjective
    {
      return true
    }
    return lower == "past" && ["half", "quarter"].contains(before)
      || lower == "after" && before == "shortly" && token + 1 < annotations.tokens.count
        && ClosedClasses.numberWords[annotations.tokens[token + 1].lower] != nil
  }

  /// "Then", "minutes later": on with the telling, whatever stands between.
  func goesOn(_ sentence: Int) -> Bool {
    let tokens = annotations.sentences[sentence].tokens
    if annotations.tokens[tokens.lowerBound].lower == "then" { return true }
    return tokens.contains { isHour($0) || isMomentsLater($0) }
  }

  /// It or one of the two sentences before it in the paragraph.
  func goesOn(from token: Int) -> Bool {
    let sentence = annotations.sentenceIndex(ofToken: token)
    return (max(0, sentence - 2)...sentence).contains {
      annotations.sentences[$0].block == annotations.sentences[sentence].block && goesOn($0)
    }
  }

  func isMomentsLater(_ token: Int) -> Bool {
    token > 0 && ["later", "after", "afterwards", "afterward"].contains(annotations.tokens[token].lower)
      && ["hours", "minutes", "moments", "seconds", "shortly", "soon"].contains(annotations.tokens[token - 1].lower)
  }

  /// Blocks that follow an hour, as the readers of texts cut it from what an entry begins with.
  static func entries(_ annotations: Annotations) -> Set<Int> {
    let stamps = annotations.sentences.filter { sentence in
      let first = annotations.tokens[sentence.tokens.lowerBound].form
      return sentence.kind == .dateline && sentence.tokens.count <= 4 && first.first?.isNumber == true
        && first.contains { $0 == ":" || $0 == "." }
    }
    return Set(stamps.map { $0.block + 1 })
  }

  /// "12:30 — Talks have broken up": told in the entry of an hour, in the tense of the report, and without a day in the sentence.
  func isOfTheHour(_ trigger: Range<Int>) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: trigger.lowerBound)]
    guard entries.contains(sentence.block), annotations.times(beginningIn: sentence.tokens).isEmpty else { return false }
    return annotations.clauses(around: trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return clause.modal == nil && !clause.isFuture && ![.relative, .infinitive].contains(clause.kind)
        && !clause.verb.contains { annotations.tokens[$0].lower == "had" }
    }
  }
}
