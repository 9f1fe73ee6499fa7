// Where what is said stands, behind the verb of saying or before it, and where it ends.
extension SentenceStatements {
  /// What stands behind the verb: the clause, the quotation or the infinitive that it introduces.
  func contentAfter(_ clause: Clause, _ index: Int) -> Range<Int>? {
    var start = clause.verb.upperBound
    let limit = contentEnd(after: index)
    // Past whom it was told and when, up to "that" or a quote.
    if !isBetweenCommas(clause),
      let that = (start..<limit).first(where: { tokens[$0].lower == "that" && tags[$0] == .subordinator }),
      that - start <= 14,
      that == start || tags[that - 1] != .conjunction,
      !(start..<that).contains(where: { isFinite($0) || opensParticiple($0) })
    {
      return (that + 1)..<limit
    }
    if ["tell", "inform", "warn", "remind"].contains(clause.lemma), let object = clause.objects.first {
      start = annotations.phrases[object].tokens.upperBound
    }
    start = pastTime(start, limit)
    guard start < limit, !closesReport(clause, start, limit) else { return nil }
    let rest = start..<limit
    if let quotation = annotations.quotations.first(where: { rest.contains($0.tokens.lowerBound) && !$0.isFragment }),
      !hasFiniteVerb(start..<quotation.tokens.lowerBound)
    {
      return quotation.tokens.lowerBound..<min(limit, max(quotation.tokens.upperBound, limit))
    }
    let isOpen = tokens[start].form != "," && tokens[start].form != "."
    guard isOpen || tokens[start].form == "," && start + 1 < limit && tokens[start + 1].form == "“" else { return nil }
    if Self.granting.contains(clause.lemma), let object = annotations.phrase(startingAt: start), clause.objects.contains(object),
      EventLexicon.nouns[Suffixes.singular(tokens[annotations.phrases[object].head].lower)] != nil
    {
      return rest
    }
    if Self.takingGerunds.contains(clause.lemma), tags[start] == .verbGerund { return rest }
    if showsHappening(clause) { return rest }
    if admitsTo(clause), start + 1 < limit { return (start + 1)..<limit }
    if urges(clause), let to = rest.first(where: { tags[$0] == .toParticle }) { return to..<limit }
    if hasFiniteVerb(rest) || rest.contains(where: { tags[$0] == .toParticle }) && clause.lemma != "say" {
      // A comma and a conjunction right after adjuncts only: the content stood before.
      return firstVerb(in: rest).map { verb in !closesAttribution(start..<verb) } == true ? rest : nil
    }
    return annotations.quotations.contains { $0.isFragment && rest.contains($0.tokens.lowerBound) } ? rest : nil
  }

  /// "A third patient has died, the trust confirmed last night, as inspectors": between two commas with nothing but the time
  /// whoever speaks closes what the sentence has told.
  func closesReport(_ clause: Clause, _ start: Int, _ limit: Int) -> Bool {
    let opening = tags[start] == .preposition ? start + 1 : start
    guard let next = timeEnd(opening), let subject = clause.subjects.first else { return false }
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    guard next < limit, tokens[next].form == ",", comma > begin, tokens[comma].form == ",",
      ![.subordinator, .preposition].contains(tags[begin])
    else { return false }
    return hasFiniteVerb(begin..<comma)
  }

  private func timeEnd(_ start: Int) -> Int? {
    if let time = annotations.time(startingAt: start) { return annotations.times[time].tokens.upperBound }
    guard let phrase = annotations.phrase(startingAt: start), annotations.phrases[phrase].kind == .time else { return nil }
    return annotations.phrases[phrase].tokens.upperBound
  }

  /// Behind the "on Tuesday" of "said on Tuesday it would close".
  private func pastTime(_ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit else { return start }
    let opening = tags[start] == .preposition ? start + 1 : start
    guard let time = annotations.time(startingAt: opening), annotations.times[time].tokens.upperBound + 1 < limit else {
      return start
    }
    let next = annotations.times[time].tokens.upperBound
    return opensReport(next) ? next : start
  }

  /// "There was talk, Ann Lee said, that": what is said stands on both sides.
  private func isBetweenCommas(_ clause: Clause) -> Bool {
    let next = clause.verb.upperBound
    guard next < end, tokens[next].form == ",", let subject = clause.subjects.first else { return false }
    let start = annotations.phrases[subject].tokens.lowerBound
    return start > begin + 1 && tokens[start - 1].form == ","
  }

  private func isFinite(_ token: Int) -> Bool {
    tags[token].isVerb && tags[token] != .verbGerund || tags[token] == .auxiliary || tags[token] == .modal
  }

  /// "said, cautioning that": what follows is said by the second verb.
  private func opensParticiple(_ token: Int) -> Bool {
    tags[token] == .verbGerund && tokens[token - 1].form == ","
      && SpeechLexicon.certainty(of: VerbForms.lemma(of: tokens[token].lower) ?? "") != nil
  }

  /// "confirmed payments to the firm, but of no more than a million"
  private static let granting: Set<String> = [
    "confirm", "admit", "acknowledge", "concede", "allege", "report", "announce", "predict", "forecast", "suspect", "expect",
  ]

  /// "recalled seeing him", "admitted having paid"
  private static let takingGerunds = WordList.set(
    "recall remember recollect admit acknowledge confess report mention describe deny concede forget regret imagine")

  /// "that A, and that B", "that A, but that B": two statements; "that was untrue: B" as well.
  func parts(of content: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var low = content.lowerBound
    let colon = content.first { tokens[$0].form == ":" && !isInQuotation($0, started: content.lowerBound) }
    if let colon, colon > low + 1, colon + 2 < content.upperBound, hasFiniteVerb(low..<colon),
      hasFiniteVerb((colon + 1)..<content.upperBound)
    {
      return self.parts(of: low..<colon) + self.parts(of: (colon + 1)..<content.upperBound)
    }
    for at in content.dropFirst(3) where tokens[at].lower == "that" && ["and", "but"].contains(tokens[at - 1].lower) {
      guard at + 2 < content.upperBound, !isInQuotation(at, started: content.lowerBound), hasFiniteVerb(low..<(at - 1)),
        hasFiniteVerb((at + 1)..<content.upperBound)
      else { continue }
      parts.append(low..<(at - 1))
      low = at + 1
    }
    return parts + [low..<content.upperBound]
  }

  func hasFiniteVerb(_ range: Range<Int>) -> Bool { firstVerb(in: range) != nil }

  func firstVerb(in range: Range<Int>) -> Int? {
    range.first { tags[$0] == .auxiliary || tags[$0] == .modal || tags[$0].isVerb && tags[$0] != .verbGerund }
  }

  /// Adjuncts and then a comma with "who", "which", "adding": the verb behind is not what was said.
  func closesAttribution(_ range: Range<Int>) -> Bool {
    range.contains { tags[$0] == .relative || tokens[$0].form == ";" }
      && !range.contains { tags[$0] == .subordinator }
      && range.first.map { tags[$0] == .preposition } == true
  }

  /// Where what this verb introduces ends: before the next verb of saying that is coordinated with it or has another subject.
  func contentEnd(after index: Int) -> Int {
    let clause = annotations.clauses[index]
    return max(min(quotationEnd(around: clause), boundedEnd(after: index)), clause.verb.upperBound)
  }

  /// Where what is said inside a quotation ends: with it.
  func quotationEnd(around clause: Clause) -> Int {
    let quotation = annotations.quotations.first { !$0.isFragment && $0.tokens.contains(clause.mainVerb) }
    return quotation.map { max(clause.verb.upperBound, min(end, $0.tokens.upperBound)) } ?? end
  }

  private func boundedEnd(after index: Int) -> Int {
    let own = annotations.clauses[index]
    let stop = unitEnd(after: own.verb.upperBound)
    if stop < end { return stop }
    if let tail = framingTail(after: own.verb.upperBound) { return tail }
    if let tail = ownVoiceTail(behind: own) { return tail }
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let clause = annotations.clauses[other]
      let isFinite = clause.kind != .infinitive && clause.kind != .participle
      // "the officer had been questioned": of a verb of saying only such a passive reports as "is said" does.
      let reports = (clause.isPassive ? SpeechLexicon.hearsay[clause.lemma] : SpeechLexicon.certainty(of: clause.lemma)) != nil
      guard isFinite, reports || givesEstimate(clause),
        !isInQuotation(clause.mainVerb, started: own.mainVerb)
      else { continue }
      if let comma = closingAttribution(clause), comma > own.verb.upperBound { return comma }
      if goesOnInPerfect(clause, behind: own) { continue }
      let isCoordinated = clause.kind == .coordinated || tags[max(clause.verb.lowerBound - 1, begin)] == .conjunction
      if isCoordinated, clause.subjects == own.subjects, own.subjects.isEmpty == false {
        return boundary(before: clause.verb.lowerBound, after: own.verb.upperBound)
      }
      guard let subject = clause.subjects.first, clause.subjects != own.subjects else { continue }
      let start = annotations.phrases[subject].tokens.lowerBound
      // ", and that the master had reported it": a second part of what is said.
      if start > own.verb.upperBound + 1, tokens[start - 1].lower == "that", tags[start - 2] == .conjunction { continue }
      if let cut = conjunction(before: start, after: own.verb.upperBound) { return cut }
    }
    return end
  }

  /// "said it stood by its work and had warned the council", "said she had asked him and heard nothing": a second verb in the
  /// past perfect goes on with what is said.
  private func goesOnInPerfect(_ clause: Clause, behind own: Clause) -> Bool {
    guard tags[own.mainVerb] == .verbPast, clause.verb.lowerBound > own.verb.upperBound + 1,
      tags[clause.verb.lowerBound - 1] == .conjunction, tokens[clause.verb.lowerBound - 1].lower != "but"
    else { return false }
    if tokens[clause.verb.lowerBound].lower == "had" { return true }
    guard Self.finding.contains(clause.lemma), clause.verb.count == 1 else { return false }
    return (own.verb.upperBound..<clause.verb.lowerBound).contains { tokens[$0].lower == "had" }
  }

  /// Verbs of saying that are of acts as well, by which no second report begins.
  private static let finding = WordList.set(
    "find hear hold decide order request propose accept agree establish determine record read ask demand estimate calculate")

  /// ", a day after the paper had published them": the text's own frame around what is said.
  func framingTail(after start: Int) -> Int? {
    (min(start, end)..<end).first { comma in
      guard tokens[comma].form == ",", comma + 2 < end else { return false }
      let opens = ["a", "one", "two", "three", "hours", "days", "weeks", "months", "minutes", "shortly", "just", "less"]
      guard opens.contains(tokens[comma + 1].lower) else { return false }
      return (comma + 2..<min(end, comma + 6)).contains { ["after", "before"].contains(tokens[$0].lower) }
        && !(comma + 2..<min(end, comma + 4)).contains { tokens[$0].form == "," }
    }
  }

  /// "The clinic said nobody had been hurt, and an inquiry has been opened": behind a report in the past a clause of its own in
  /// the present is the text's again. The comma before it.
  func ownVoiceTail(behind own: Clause) -> Int? {
    guard tags[own.mainVerb] == .verbPast else { return nil }
    let comma = (own.verb.upperBound..<max(own.verb.upperBound, end)).first { at in
      tokens[at].form == "," && at + 3 < end && ["and", "but"].contains(tokens[at + 1].lower)
        && opensPresent(at + 2) && !isInQuotation(at, started: own.mainVerb)
    }
    guard let comma, let first = firstVerb(in: own.verb.upperBound..<comma), !isPresent(first) else { return nil }
    return comma
  }

  /// Somebody or something, and right behind it "has", "is", "will".
  private func opensPresent(_ start: Int) -> Bool {
    guard let phrase = annotations.phrase(startingAt: start), tags[start] != .pronoun else { return false }
    let verb = annotations.phrases[phrase].tokens.upperBound
    return verb < end && isPresent(verb)
  }

  private func isPresent(_ verb: Int) -> Bool {
    ["has", "have", "is", "are", "will", "does", "do"].contains(tokens[verb].lower) || tags[verb] == .verbThird
  }

  /// ", two people with knowledge of the matter said": the comma before a speaker with whose verb a clause ends.
  func closingAttribution(_ clause: Clause) -> Int? {
    guard let subject = clause.subjects.first,
      clause.verb.upperBound >= end || [",", ";"].contains(tokens[clause.verb.upperBound].form)
    else { return nil }
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    return comma > begin && tokens[comma].form == "," && annotations.phrases[subject].tokens.upperBound <= clause.verb.lowerBound
      ? comma : nil
  }

  func isInQuotation(_ token: Int, started verb: Int) -> Bool {
    annotations.quotations.contains { $0.tokens.contains(token) && !$0.tokens.contains(verb) }
  }

  func boundary(before token: Int, after floor: Int) -> Int {
    var at = token
    while at > floor, tags[at - 1] == .adverb { at -= 1 }
    while at > floor, tags[at - 1] == .conjunction || tokens[at - 1].form == "," { at -= 1 }
    return at
  }

  /// The conjunction within a few tokens before `start` that opens a clause of its own: ", but on March 4 the head …".
  func conjunction(before start: Int, after floor: Int) -> Int? {
    var at = start - 1
    while at > floor, start - at < 12 {
      if tags[at].isVerb { return nil }
      if tags[at] == .conjunction && ["but", "and"].contains(tokens[at].lower) || tokens[at].form == ";"
        || ["while", "whereas", "although", "though"].contains(tokens[at].lower)
      {
        let isList =
          at + 1 < start && tags[at] == .conjunction && tokens[at].lower == "and" && at > floor && tokens[at - 1].form != ","
          && start - at > 1
        return isList ? nil : at
      }
      at -= 1
    }
    return nil
  }

  /// "The box, he says, never left": what an attribution between commas parts, where only both parts make a clause; behind a
  /// conjunction, "and, the Crown says, found", the second part alone.
  func contentAround(_ clause: Clause, _ start: Int, _ index: Int) -> Range<Int>? {
    let opening = ["so", "as"].contains(start > begin ? tokens[start - 1].lower : "") ? start - 1 : start
    guard opening - 1 > begin, tokens[opening - 1].form == "," else { return nil }
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 7))
    guard let close = reach.first(where: { tokens[$0].form == "," }), close + 2 < limit,
      !(reach.lowerBound..<close).contains(where: { tags[$0].isVerb })
    else { return nil }
    let rest = (close + 1)..<limit
    if tags[opening - 2] == .conjunction { return hasFiniteVerb(rest) ? rest : nil }
    let before = contentBefore(opening)
    guard !before.isEmpty else { return nil }
    if opening < start { return before.lowerBound..<limit }
    let first = tokens[rest.lowerBound].lower
    let goesOn = ["and", "but"].contains(first) && hasFiniteVerb(rest) && !hasSpeech(rest)
    let opensClause = ["that", "because", "since", "so"].contains(first) || goesOn && !tags[rest.lowerBound + 1].isVerb
    guard opensClause || !hasFiniteVerb(before) && hasFiniteVerb(rest) else { return nil }
    return before.lowerBound..<limit
  }

  /// "There were no evictions, the governor told reporters, only “a relocation”": what goes on behind an attribution without a
  /// verb of its own belongs to the clause before it.
  func contentBeforeFragment(_ clause: Clause, _ start: Int, _ index: Int) -> Range<Int>? {
    guard start > begin + 3, tokens[start - 1].form == ",", clause.verb.lowerBound >= start, hasFiniteVerb(begin..<start),
      ![.subordinator, .preposition, .relative].contains(tags[begin]), tokens[begin].form != "“", tokens[start - 2].form != "”"
    else { return nil }
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 7))
    guard let close = reach.first(where: { tokens[$0].form == "," }), close + 2 < limit,
      !hasFiniteVerb(close..<((close..<limit).first { annotations.isQuoted($0) } ?? limit)),
      !(reach.lowerBound..<close).contains(where: { tags[$0].isVerb || tokens[$0].form == "“" }),
      ["only", "just", "but", "not", "merely", "simply"].contains(tokens[close + 1].lower)
    else { return nil }
    return contentBefore(start)
  }

  private func hasSpeech(_ range: Range<Int>) -> Bool {
    annotations.clauses[clauses].contains { range.contains($0.mainVerb) && SpeechLexicon.certainty(of: $0.lemma) != nil }
  }

  /// What stands before an attribution at `start`: back to the sentence's begin, or to the conjunction that parts two reports.
  func contentBefore(_ start: Int) -> Range<Int> {
    var high = start
    while high > begin, tokens[high - 1].form == "," || tags[high - 1] == .conjunction { high -= 1 }
    let low = unitStart(before: high)
    guard high > low, high < start else {
      // A quotation right before needs no comma outside.
      let quoted = start > begin && ["”", "\"", "’"].contains(tokens[start - 1].form)
      return quoted ? begin..<start : begin..<begin
    }
    return low..<high
  }

  /// Before the first semicolon behind `start` that no quotation holds.
  func unitEnd(after start: Int) -> Int {
    (min(start, end)..<end).first { at in
      tokens[at].form == ";" && !annotations.isQuoted(at)
    } ?? end
  }

  /// Behind the last semicolon or colon before `high` that no quotation holds.
  func unitStart(before high: Int) -> Int {
    // A quotation may have stops of its own.
    let stop = (begin..<max(high, begin)).last { [";", ":"].contains(tokens[$0].form) && !annotations.isQuoted($0) }
    return stop.map { $0 + 2 < high ? $0 + 1 : begin } ?? begin
  }
}
