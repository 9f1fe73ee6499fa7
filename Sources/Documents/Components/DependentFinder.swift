/// Objects and adjuncts of one clause, by position after (and, for adjuncts, before) its verb.
struct DependentFinder {
  let annotations: Annotations
  let limit: Int

  func fill(_ clause: inout Clause, nextVerb: Int) {
    var index = clause.verb.upperBound
    let end = min(nextVerb, limit)
    index = skipAdverbs(index, end)
    index = objects(of: &clause, from: index, end: end, nextVerb: nextVerb)
    adjuncts(of: &clause, from: index, end: end)
    leadingAdjuncts(of: &clause)
  }

  private func skipAdverbs(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end,
      annotations.tags[index] == .adverb || annotations.tags[index] == .negation
        || ["“", "‘", "\""].contains(annotations.tokens[index].form)
    {
      if startsPhrase(index) != nil { break }
      index += 1
    }
    return index
  }

  /// The outermost phrase that begins at `index`.
  private func startsPhrase(_ index: Int) -> Int? {
    guard index < annotations.phraseStartingAt.count, annotations.phraseStartingAt[index] >= 0 else { return nil }
    return annotations.phraseStartingAt[index]
  }

  private func objects(of clause: inout Clause, from start: Int, end: Int, nextVerb: Int) -> Int {
    var index = start
    while index < end, let phrase = startsPhrase(index), annotations.phrases[phrase].kind != .time {
      let range = annotations.phrases[phrase].tokens
      // "said the minister was": the next verb takes it as its subject.
      let gap = range.upperBound..<max(range.upperBound, nextVerb)
      let isNextSubject =
        nextVerb < limit && isFiniteVerb(nextVerb)
        && gap.allSatisfy { annotations.tags[$0] == .adverb || ["“", "‘"].contains(annotations.tokens[$0].form) }
      if isNextSubject, !clause.objects.isEmpty || SpeechLexicon.isSpeech(clause.lemma) { return index }
      if isNextSubject, annotations.tags[nextVerb] != .toParticle { return index }
      if let whole = behindAcronym(range.upperBound, end) {
        index = annotations.phrases[whole].tokens.lowerBound
        continue
      }
      clause.objects.append(phrase)
      clause.tokens = clause.tokens.lowerBound..<max(clause.tokens.upperBound, range.upperBound)
      index = range.upperBound
      guard let next = afterCoordinator(index, end) else { break }
      index = next
    }
    return index
  }

  /// "the group (ABC) leader X": the phrase right behind a bracket is what the one before it belongs to.
  private func behindAcronym(_ index: Int, _ end: Int) -> Int? {
    guard index + 3 < end, annotations.tokens[index].form == "(", annotations.tokens[index + 2].form == ")" else { return nil }
    return startsPhrase(index + 3)
  }

  private func isFiniteVerb(_ index: Int) -> Bool {
    switch annotations.tags[index] {
    case .auxiliary, .modal, .verbPast, .verbThird, .verbBase: true
    default: false
    }
  }

  /// Past ", " or "and" where another phrase follows that is no subject.
  private func afterCoordinator(_ index: Int, _ end: Int) -> Int? {
    var at = index
    if at < end, annotations.tokens[at].form == "," { at += 1 }
    if at < end, annotations.tokens[at].lower == "and" || annotations.tokens[at].lower == "or" { at += 1 }
    guard at > index, at < end, let phrase = startsPhrase(at), annotations.phrases[phrase].kind != .time else { return nil }
    guard at - index > 1 || annotations.tokens[index].form != "," else { return nil }
    let after = annotations.phrases[phrase].tokens.upperBound
    return after < limit && isFiniteVerb(after) ? nil : at
  }

  private func adjuncts(of clause: inout Clause, from start: Int, end: Int) {
    var index = start
    while index < end {
      let token = annotations.tokens[index]
      if let phrase = startsPhrase(index), annotations.phrases[phrase].kind == .time {
        add("", phrase, at: index, to: &clause)
        index = annotations.phrases[phrase].tokens.upperBound
      } else if annotations.tags[index] == .preposition || token.lower == "to" {
        index = adjunct(of: &clause, at: index, end: end)
      } else if [";", ":", "“", "—"].contains(token.form) || annotations.tags[index] == .subordinator
        || annotations.tags[index] == .relative
      {
        return
      } else {
        index += 1
      }
    }
  }

  /// Reads "by X and Y" at `index`.
  private func adjunct(of clause: inout Clause, at index: Int, end: Int) -> Int {
    // "according to X" names a source, not a part of the clause.
    if index > 0, annotations.tokens[index - 1].lower == "according" { return index + 1 }
    var at = index + 1
    while at < end, annotations.tags[at] == .adverb || ["“", "‘"].contains(annotations.tokens[at].form) { at += 1 }
    guard at < end, let phrase = startsPhrase(at) else { return index + 1 }
    let after = annotations.phrases[phrase].tokens.upperBound
    // "after gunmen stormed": the phrase is the subject of the next clause.
    if after < limit, after == end, isFiniteVerb(after),
      ["after", "before", "since", "until", "as", "than"].contains(annotations.tokens[index].lower)
    {
      return end
    }
    let preposition = annotations.tokens[index].lower
    add(preposition, phrase, at: index, to: &clause)
    var last = after
    while let next = afterCoordinator(last, end), let other = startsPhrase(next) {
      add(preposition, other, at: index, to: &clause)
      last = annotations.phrases[other].tokens.upperBound
    }
    return last
  }

  private func add(_ preposition: String, _ phrase: Int, at token: Int, to clause: inout Clause) {
    clause.adjuncts.append(Clause.Adjunct(preposition: preposition, phrase: phrase, token: token))
    let end = annotations.phrases[phrase].tokens.upperBound
    clause.tokens = clause.tokens.lowerBound..<max(clause.tokens.upperBound, end)
  }

  /// "On March 5, French officials revealed": phrases of time and place before the subject of a clause that opens a sentence.
  private func leadingAdjuncts(of clause: inout Clause) {
    guard clause.kind == .main || clause.kind == .coordinated, let subject = clause.subjects.first else { return }
    var end = annotations.phrases[subject].tokens.lowerBound
    if end > 0, annotations.tokens[end - 1].form == "," { end -= 1 }
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    while end > floor {
      let inner = annotations.phraseOfToken[end - 1]
      guard inner >= 0, annotations.phrases[inner].tokens.upperBound == end else { return }
      let begin = annotations.phrases[inner].tokens.lowerBound
      if begin > floor, annotations.tags[begin - 1] == .preposition {
        add(annotations.tokens[begin - 1].lower, inner, at: begin - 1, to: &clause)
        clause.tokens = (begin - 1)..<clause.tokens.upperBound
        end = begin - 1
      } else if annotations.phrases[inner].kind == .time {
        add("", inner, at: begin, to: &clause)
        clause.tokens = begin..<clause.tokens.upperBound
        end = begin
      } else {
        return
      }
    }
  }
}
