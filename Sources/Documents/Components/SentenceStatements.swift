/// The statements of one sentence, quotations that no verb introduces left out.
struct SentenceStatements {
  let sentence: Sentence
  let clauses: Range<Int>
  let annotations: Annotations
  var found: [Statement] = []

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }
  /// The sentence without its last stop.
  var end: Int {
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound + 1, [".", "!", "?", "…"].contains(tokens[end - 1].form) { end -= 1 }
    return end
  }
  var begin: Int { sentence.tokens.lowerBound }

  init(sentence: Int, clauses: Range<Int>, annotations: Annotations) {
    self.sentence = annotations.sentences[sentence]
    self.clauses = clauses
    self.annotations = annotations
  }

  mutating func find() -> [Statement] {
    for index in clauses { readClause(index) }
    readAccording()
    readNouns()
    readAdverbs()
    readAdjectives()
    return found
  }

  mutating func add(
    _ content: Range<Int>, _ passage: Range<Int>, by speaker: Int?, _ certainty: Certainty, _ form: Statement.Form,
    object: Int? = nil,
    time: Int? = nil
  ) {
    guard !content.isEmpty, !passage.isEmpty else { return }
    found.append(
      Statement(
        content: content, passage: trimmed(passage), speaker: speaker, certainty: certainty, form: form, object: object,
        time: time))
  }

  /// Without conjunctions and commas at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, min(range.upperBound, end))
    while low < high - 1,
      tags[low] == .conjunction || tokens[low].form == "," || tokens[low].form == "—" || tokens[low].form == ";"
    { low += 1 }
    while high > low + 1, tokens[high - 1].form == "," || tags[high - 1] == .conjunction || tokens[high - 1].form == "—" {
      high -= 1
    }
    return low..<max(high, low + 1)
  }

  // MARK: Verbs of saying

  mutating func readClause(_ index: Int) {
    let clause = annotations.clauses[index]
    if let special = DenialRules.read(clause, in: self) {
      return add(
        special.content, special.passage, by: special.speaker, special.certainty, special.form, object: special.object,
        time: time(of: clause))
    }
    if let likely = likelihood(clause) { return add(likely, likely, by: nil, .probable, .hearsay) }
    if let doubted = doubtedSubject(clause) { return add(doubted, doubted, by: nil, .rumoured, .hearsay) }
    if clause.isPassive, let certainty = SpeechLexicon.hearsay[clause.lemma], clause.kind != .participle {
      return readHearsay(index, certainty)
    }
    guard
      SpeechLexicon.isSpeech(clause.lemma) || clause.lemma == "speak"
        || SpeechLexicon.quoting.contains(clause.lemma) && hasQuote(near: clause)
    else {
      return
    }
    guard !claimsNoWords(clause), clause.kind != .participle || Self.sayingInPassing.contains(clause.lemma) else { return }
    guard clause.lemma != "agree" || hasThat(clause) else { return }
    // "Virtually no one believes": nobody says it.
    if let subject = clause.subjects.first, isNobody(subject) { return }
    guard clause.kind != .infinitive || SpeechLexicon.isDenial(clause.lemma), !clause.isPassive, !isNegatedSpeech(clause) else {
      return
    }
    let certainty = SpeechLexicon.certainty(of: clause.lemma) ?? .reported
    if let subject = invertedSubject(clause) {
      let content = begin..<clause.verb.lowerBound
      return add(content, begin..<tailEnd(of: subject), by: speaker(subject), certainty, form(content), time: time(of: clause))
    }
    guard let subject = clause.subjects.first else { return }
    let speaker = speaker(subject)
    let start = annotations.phrases[subject].tokens.lowerBound
    if clause.lemma == "speak", contentOfAccusation(clause, index) == nil { return }
    if let content = contentOfAccusation(clause, index) {
      return add(
        content, min(start, content.lowerBound)..<content.upperBound, by: speaker, certainty, form(content),
        time: time(of: clause))
    }
    if let content = contentAfter(clause, index) {
      let certaintyOfContent = clause.lemma == "say" || clause.lemma == "tell" ? .reported : certainty
      var begin = max(start, passageStart(index))
      for part in parts(of: content) {
        add(
          part, min(begin, part.lowerBound)..<part.upperBound, by: speaker, certaintyOfContent, form(part), time: time(of: clause)
        )
        begin = part.upperBound
      }
      return
    }
    // "…, officials said": what stands before.
    let content = contentBefore(start)
    guard !content.isEmpty else { return }
    add(
      content, content.lowerBound..<max(clause.tokens.upperBound, clause.verb.upperBound), by: speaker, certainty, form(content),
      time: time(of: clause))
  }

  /// "accuses him of selling the railways", "spoke of dozens of injured": what stands behind "of".
  func contentOfAccusation(_ clause: Clause, _ index: Int) -> Range<Int>? {
    guard ["accuse", "suspect", "speak", "warn", "complain"].contains(clause.lemma) else { return nil }
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 8))
    guard let of = reach.first(where: { tokens[$0].lower == "of" }), of + 1 < limit,
      of == clause.verb.upperBound
        || clause.objects.contains(where: { annotations.phrases[$0].tokens.upperBound == of })
          && !["speak", "warn", "complain"].contains(clause.lemma)
    else { return nil }
    return (of + 1)..<limit
  }

  /// "The court is likely to meet on Friday": the clause with its subject.
  func likelihood(_ clause: Clause) -> Range<Int>? {
    guard clause.lemma == "be", !clause.isNegated, let subject = clause.subjects.first else { return nil }
    let words = clause.verb.upperBound..<min(end, clause.verb.upperBound + 3)
    guard let word = words.first(where: { tokens[$0].lower == "likely" }), word + 1 < end, tags[word + 1] == .toParticle else {
      return nil
    }
    let start = annotations.phrases[subject].tokens.lowerBound
    return start < clause.verb.lowerBound ? start..<max(end, word + 1) : nil
  }

  /// "The death of X is unconfirmed": the subject and the verdict.
  func doubtedSubject(_ clause: Clause) -> Range<Int>? {
    guard clause.lemma == "be" || clause.lemma == "remain", let subject = clause.subjects.first else { return nil }
    let words = clause.verb.upperBound..<min(end, clause.verb.upperBound + 3)
    guard words.contains(where: { ["unconfirmed", "unverified", "uncertain", "doubtful"].contains(tokens[$0].lower) }) else {
      return nil
    }
    return annotations.phrases[subject].tokens.lowerBound..<words.upperBound
  }

  static let sayingInPassing: Set<String> = [
    "say", "add", "warn", "insist", "claim", "argue", "deny", "promise", "note", "tell",
  ]

  /// "claimed the lives of", "claimed victory": nothing is said there.
  func claimsNoWords(_ clause: Clause) -> Bool {
    if ["concede", "declare", "admit", "predict", "announce"].contains(clause.lemma), !hasThat(clause),
      let object = clause.objects.first
    {
      let head = Suffixes.singular(tokens[annotations.phrases[object].head].lower)
      if ["defeat", "victory", "war", "state", "emergency", "independence", "bankruptcy"].contains(head) { return true }
    }
    guard clause.lemma == "claim" || clause.lemma == "show", let object = clause.objects.first else {
      return clause.lemma == "show" && !hasThat(clause)
    }
    return clause.lemma == "show"
      || ["life", "lives", "victory", "responsibility", "title", "credit"].contains(
        tokens[annotations.phrases[object].head].lower)
  }

  func isNobody(_ phrase: Int) -> Bool {
    let first = annotations.phrases[phrase].tokens.lowerBound
    let before = first > begin ? tokens[first - 1].lower : ""
    return ["no", "nobody", "none", "neither", "few"].contains(tokens[first].lower)
      || before == "no" && tokens[first].lower == "one"
  }

  func hasThat(_ clause: Clause) -> Bool {
    (clause.verb.upperBound..<min(end, clause.verb.upperBound + 2)).contains { tokens[$0].lower == "that" }
  }

  func isNegatedSpeech(_ clause: Clause) -> Bool {
    clause.isNegated
      && ["say", "comment", "know", "decide", "find", "reply", "respond", "answer", "report"].contains(clause.lemma)
  }

  func time(of clause: Clause) -> Int? {
    for adjunct in clause.adjuncts where annotations.phrases[adjunct.phrase].kind == .time {
      let tokens = annotations.phrases[adjunct.phrase].tokens
      return annotations.times.firstIndex { $0.tokens == tokens }
    }
    return nil
  }

  /// The speaker that a subject names: itself, or for "a statement by X", "the ministry's report" who issued it.
  func speaker(_ phrase: Int) -> Int? {
    if let entity = annotations.entity(ofPhrase: phrase) { return entity }
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) {
      return entity
    }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, ["by", "from", "of", "in"].contains(tokens[end].lower),
      annotations.phraseStartingAt[end + 1] >= 0
    else {
      return nil
    }
    return annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
  }

  func form(_ content: Range<Int>) -> Statement.Form {
    guard let quotation = annotations.quotations.first(where: { $0.tokens.overlaps(content) }) else { return .indirect }
    let covered = quotation.tokens.clamped(to: content).count
    return covered * 3 >= content.count * 2 ? .direct : quotation.isFragment ? .fragment : .indirect
  }

  func hasQuote(near clause: Clause) -> Bool {
    annotations.quotations.contains { $0.tokens.overlaps(sentence.tokens) && !$0.tokens.contains(clause.mainVerb) }
  }

  /// "…,” says a French official": the subject that stands behind the verb, where nothing said follows it.
  func invertedSubject(_ clause: Clause) -> Int? {
    guard let subject = clause.subjects.first, clause.verb.lowerBound > begin, contentClauseAfter(clause) == nil else {
      return nil
    }
    return annotations.phrases[subject].tokens.lowerBound >= clause.verb.upperBound ? subject : nil
  }

  func contentClauseAfter(_ clause: Clause) -> Int? {
    clause.verb.upperBound < end && tokens[clause.verb.upperBound].lower == "that" ? clause.verb.upperBound : nil
  }

  /// The end of a phrase with its prepositional tail and relative clause up to a comma or the sentence's end.
  func tailEnd(of phrase: Int) -> Int { min(end, AppositionFinder.endWithTail(phrase, annotations)) }

  // MARK: Content

  /// What stands behind the verb: the clause, the quotation or the infinitive that it introduces.
  func contentAfter(_ clause: Clause, _ index: Int) -> Range<Int>? {
    var start = clause.verb.upperBound
    let limit = contentEnd(after: index)
    // Past whom it was told and when, up to "that" or a quote.
    if let that = (start..<limit).first(where: { tokens[$0].lower == "that" && tags[$0] == .subordinator }), that - start <= 14,
      that == start || tags[that - 1] != .conjunction,
      !(start..<that).contains(where: { tags[$0].isVerb && tags[$0] != .verbGerund })
    {
      return (that + 1)..<limit
    }
    if ["tell", "inform", "warn", "remind"].contains(clause.lemma), let object = clause.objects.first {
      start = annotations.phrases[object].tokens.upperBound
    }
    guard start < limit else { return nil }
    let rest = start..<limit
    if let quotation = annotations.quotations.first(where: { rest.contains($0.tokens.lowerBound) && !$0.isFragment }),
      !hasFiniteVerb(start..<quotation.tokens.lowerBound)
    {
      return quotation.tokens.lowerBound..<min(limit, max(quotation.tokens.upperBound, limit))
    }
    let isOpen = tokens[start].form != "," && tokens[start].form != "."
    guard isOpen || tokens[start].form == "," && start + 1 < limit && tokens[start + 1].form == "“" else { return nil }
    if hasFiniteVerb(rest) || rest.contains(where: { tags[$0] == .toParticle }) && clause.lemma != "say" {
      // A comma and a conjunction right after adjuncts only: the content stood before.
      return firstVerb(in: rest).map { verb in !closesAttribution(start..<verb) } == true ? rest : nil
    }
    return annotations.quotations.contains { $0.isFragment && rest.contains($0.tokens.lowerBound) } ? rest : nil
  }

  /// "that A, and that B", "that A, but that B": two statements.
  func parts(of content: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var low = content.lowerBound
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
  func contentEnd(after index: Int) -> Int { max(boundedEnd(after: index), annotations.clauses[index].verb.upperBound) }

  private func boundedEnd(after index: Int) -> Int {
    let own = annotations.clauses[index]
    let isQuoted: (Int) -> Bool = { [annotations] token in annotations.quotations.contains { $0.tokens.contains(token) } }
    if let stop = (own.verb.upperBound..<max(end, own.verb.upperBound)).first(where: { tokens[$0].form == ";" && !isQuoted($0) })
    {
      return stop
    }
    if let tail = framingTail(after: own.verb.upperBound) { return tail }
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let clause = annotations.clauses[other]
      let isSpeech = SpeechLexicon.certainty(of: clause.lemma) != nil && clause.kind != .infinitive && clause.kind != .participle
      guard isSpeech, !isInQuotation(clause.mainVerb, started: own.mainVerb) else { continue }
      if let comma = closingAttribution(clause), comma > own.verb.upperBound { return comma }
      let isCoordinated = clause.kind == .coordinated || tags[max(clause.verb.lowerBound - 1, begin)] == .conjunction
      if isCoordinated, clause.subjects == own.subjects, own.subjects.isEmpty == false {
        return boundary(before: clause.verb.lowerBound, after: own.verb.upperBound)
      }
      guard let subject = clause.subjects.first, clause.subjects != own.subjects else { continue }
      let start = annotations.phrases[subject].tokens.lowerBound
      if let cut = conjunction(before: start, after: own.verb.upperBound) { return cut }
    }
    return end
  }

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

  /// What stands before an attribution at `start`: back to the sentence's begin, or to the conjunction that parts two reports.
  func contentBefore(_ start: Int) -> Range<Int> {
    var high = start
    while high > begin, tokens[high - 1].form == "," || tags[high - 1] == .conjunction { high -= 1 }
    var low = begin
    if let stop = (begin..<high).last(where: { tokens[$0].form == ";" }) { low = stop + 1 }
    guard high > low, high < start else {
      // A quotation right before needs no comma outside.
      let quoted = start > begin && ["”", "\"", "’"].contains(tokens[start - 1].form)
      return quoted ? begin..<start : begin..<begin
    }
    return low..<high
  }

  func passageStart(_ index: Int) -> Int { begin }
}
