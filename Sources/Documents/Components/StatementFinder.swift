/// Who says what: stretches of text with a speaker and a degree of certainty. What no statement covers the document says in
/// its own voice. Statements nest; the innermost counts.
struct StatementFinder: Component {
  let name = "statement finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .quotations, .phrases, .clauses, .mentions, .entities]
  let assigns: Set<Layer> = [.statements]

  func annotate(_ annotations: inout Annotations) {
    var firstClause = 0
    for (index, sentence) in annotations.sentences.enumerated() {
      var end = firstClause
      while end < annotations.clauses.count, sentence.tokens.contains(annotations.clauses[end].mainVerb) { end += 1 }
      var reader = SentenceStatements(sentence: index, clauses: firstClause..<end, annotations: annotations)
      annotations.statements += reader.find()
      firstClause = end
    }
    QuotationSpeakers.attribute(&annotations)
    CertaintyWords.adjust(&annotations)
  }
}

/// The statements of one sentence, quotations that no verb introduces left out.
struct SentenceStatements {
  let sentence: Sentence
  let clauses: Range<Int>
  let annotations: Annotations
  private(set) var found: [Statement] = []

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
    return found
  }

  private mutating func add(
    _ content: Range<Int>, _ passage: Range<Int>, by speaker: Int?, _ certainty: Certainty, _ form: Statement.Form, object: Int? = nil,
    time: Int? = nil
  ) {
    guard !content.isEmpty, !passage.isEmpty else { return }
    found.append(
      Statement(content: content, passage: trimmed(passage), speaker: speaker, certainty: certainty, form: form, object: object, time: time))
  }

  /// Without conjunctions and commas at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, min(range.upperBound, end))
    while low < high - 1, tags[low] == .conjunction || tokens[low].form == "," || tokens[low].form == "—" || tokens[low].form == ";" { low += 1 }
    while high > low + 1, tokens[high - 1].form == "," || tags[high - 1] == .conjunction || tokens[high - 1].form == "—" { high -= 1 }
    return low..<max(high, low + 1)
  }

  // MARK: Verbs of saying

  private mutating func readClause(_ index: Int) {
    let clause = annotations.clauses[index]
    if let special = DenialRules.read(clause, in: self) {
      return add(special.content, special.passage, by: special.speaker, special.certainty, special.form, object: special.object, time: time(of: clause))
    }
    if clause.isPassive, let certainty = SpeechLexicon.hearsay[clause.lemma], clause.kind != .participle { return readHearsay(index, certainty) }
    guard SpeechLexicon.isSpeech(clause.lemma) || SpeechLexicon.quoting.contains(clause.lemma) && hasQuote(near: clause) else { return }
    guard !claimsNoWords(clause), clause.kind != .participle || Self.sayingInPassing.contains(clause.lemma) else { return }
    guard clause.lemma != "agree" || hasThat(clause) else { return }
    guard clause.kind != .infinitive || SpeechLexicon.isDenial(clause.lemma), !clause.isPassive, !isNegatedSpeech(clause) else { return }
    let certainty = SpeechLexicon.certainty(of: clause.lemma) ?? .reported
    if isInverted(clause), let subject = clause.objects.first {
      let content = begin..<clause.verb.lowerBound
      return add(content, begin..<tailEnd(of: subject), by: speaker(subject), certainty, form(content), time: time(of: clause))
    }
    guard let subject = clause.subjects.first else { return }
    let speaker = speaker(subject)
    let start = annotations.phrases[subject].tokens.lowerBound
    if let content = contentAfter(clause, index) {
      let certaintyOfContent = clause.lemma == "say" || clause.lemma == "tell" ? .reported : certainty
      return add(content, max(start, passageStart(index))..<content.upperBound, by: speaker, certaintyOfContent, form(content), time: time(of: clause))
    }
    // "…, officials said": what stands before.
    let content = contentBefore(start)
    guard !content.isEmpty else { return }
    add(content, content.lowerBound..<max(clause.tokens.upperBound, clause.verb.upperBound), by: speaker, certainty, form(content), time: time(of: clause))
  }

  private static let sayingInPassing: Set<String> = ["say", "add", "warn", "insist", "claim", "argue", "deny", "promise", "note", "tell"]

  /// "claimed the lives of", "claimed victory": nothing is said there.
  private func claimsNoWords(_ clause: Clause) -> Bool {
    guard clause.lemma == "claim" || clause.lemma == "show", let object = clause.objects.first else { return clause.lemma == "show" && !hasThat(clause) }
    return clause.lemma == "show"
      || ["life", "lives", "victory", "responsibility", "title", "credit"].contains(tokens[annotations.phrases[object].head].lower)
  }

  private func hasThat(_ clause: Clause) -> Bool {
    (clause.verb.upperBound..<min(end, clause.verb.upperBound + 2)).contains { tokens[$0].lower == "that" }
  }

  private func isNegatedSpeech(_ clause: Clause) -> Bool {
    clause.isNegated && ["say", "comment", "know", "decide", "find"].contains(clause.lemma)
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
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) { return entity }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end + 1 < tokens.count, ["by", "from", "of", "in"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0 else {
      return nil
    }
    return annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
  }

  private func form(_ content: Range<Int>) -> Statement.Form {
    guard let quotation = annotations.quotations.first(where: { $0.tokens.overlaps(content) }) else { return .indirect }
    let covered = quotation.tokens.clamped(to: content).count
    return covered * 3 >= content.count * 2 ? .direct : quotation.isFragment ? .fragment : .indirect
  }

  private func hasQuote(near clause: Clause) -> Bool {
    annotations.quotations.contains { $0.tokens.overlaps(sentence.tokens) && !$0.tokens.contains(clause.mainVerb) }
  }

  /// "…,” says a French official": the subject stands behind the verb.
  private func isInverted(_ clause: Clause) -> Bool {
    guard clause.verb.lowerBound > begin, clause.verb.count == 1 else { return false }
    let before = tokens[clause.verb.lowerBound - 1].form
    return ["”", "\"", ",", "’"].contains(before) && !clause.objects.isEmpty && (clause.subjects.isEmpty || clause.kind == .coordinated)
      && contentClauseAfter(clause) == nil
  }

  private func contentClauseAfter(_ clause: Clause) -> Int? {
    clause.verb.upperBound < end && tokens[clause.verb.upperBound].lower == "that" ? clause.verb.upperBound : nil
  }

  /// The end of a phrase with its prepositional tail and relative clause up to a comma or the sentence's end.
  private func tailEnd(of phrase: Int) -> Int { min(end, AppositionFinder.endWithTail(phrase, annotations)) }

  // MARK: Content

  /// What stands behind the verb: the clause, the quotation or the infinitive that it introduces.
  private func contentAfter(_ clause: Clause, _ index: Int) -> Range<Int>? {
    var start = clause.verb.upperBound
    let limit = contentEnd(after: index)
    // Past whom it was told and when, up to "that" or a quote.
    if let that = (start..<limit).first(where: { tokens[$0].lower == "that" && tags[$0] == .subordinator }), that - start <= 14,
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

  private func hasFiniteVerb(_ range: Range<Int>) -> Bool { firstVerb(in: range) != nil }

  private func firstVerb(in range: Range<Int>) -> Int? {
    range.first { tags[$0] == .auxiliary || tags[$0] == .modal || tags[$0].isVerb && tags[$0] != .verbGerund }
  }

  /// Adjuncts and then a comma with "who", "which", "adding": the verb behind is not what was said.
  private func closesAttribution(_ range: Range<Int>) -> Bool {
    range.contains { tags[$0] == .relative || tokens[$0].form == ";" }
      && !range.contains { tags[$0] == .subordinator }
      && range.first.map { tags[$0] == .preposition } == true
  }

  /// Where what this verb introduces ends: before the next verb of saying that is coordinated with it or has another subject.
  private func contentEnd(after index: Int) -> Int {
    let own = annotations.clauses[index]
    let isQuoted: (Int) -> Bool = { [annotations] token in annotations.quotations.contains { $0.tokens.contains(token) } }
    if let stop = (own.verb.upperBound..<end).first(where: { tokens[$0].form == ";" && !isQuoted($0) }) { return stop }
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let clause = annotations.clauses[other]
      let isSpeech = SpeechLexicon.certainty(of: clause.lemma) != nil && clause.kind != .infinitive && clause.kind != .participle
      guard isSpeech, !isInQuotation(clause.mainVerb, started: own.mainVerb) else { continue }
      if clause.kind == .coordinated, clause.subjects == own.subjects, own.subjects.isEmpty == false {
        return boundary(before: clause.verb.lowerBound, after: own.verb.upperBound)
      }
      guard let subject = clause.subjects.first, clause.subjects != own.subjects else { continue }
      let start = annotations.phrases[subject].tokens.lowerBound
      if let cut = conjunction(before: start, after: own.verb.upperBound) { return cut }
    }
    return end
  }

  private func isInQuotation(_ token: Int, started verb: Int) -> Bool {
    annotations.quotations.contains { $0.tokens.contains(token) && !$0.tokens.contains(verb) }
  }

  private func boundary(before token: Int, after floor: Int) -> Int {
    var at = token
    while at > floor, tags[at - 1] == .adverb { at -= 1 }
    while at > floor, tags[at - 1] == .conjunction || tokens[at - 1].form == "," { at -= 1 }
    return at
  }

  /// The conjunction within a few tokens before `start` that opens a clause of its own: ", but on March 4 the head …".
  private func conjunction(before start: Int, after floor: Int) -> Int? {
    var at = start - 1
    while at > floor, start - at < 12 {
      if tags[at].isVerb { return nil }
      if tags[at] == .conjunction && ["but", "and"].contains(tokens[at].lower) || tokens[at].form == ";"
        || ["while", "whereas", "although", "though"].contains(tokens[at].lower)
      {
        let isList = at + 1 < start && tags[at] == .conjunction && tokens[at].lower == "and" && at > floor && tokens[at - 1].form != ","
          && start - at > 1
        return isList ? nil : at
      }
      at -= 1
    }
    return nil
  }

  /// What stands before an attribution at `start`: back to the sentence's begin, or to the conjunction that parts two reports.
  private func contentBefore(_ start: Int) -> Range<Int> {
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

  private func passageStart(_ index: Int) -> Int { begin }

  // MARK: Hearsay

  /// "was rumoured to have been wounded", "is believed to be hiding", "it was reported that".
  private mutating func readHearsay(_ index: Int, _ certainty: Certainty) {
    let clause = annotations.clauses[index]
    let start = clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound
    var limit = contentEnd(after: index)
    // Up to the next clause that is coordinated with this one.
    for other in (index + 1)..<max(clauses.upperBound, index + 1) {
      let next = annotations.clauses[other]
      guard next.kind == .main || next.kind == .coordinated, !next.subjects.isEmpty, next.subjects != clause.subjects || next.lemma == "be"
      else { continue }
      limit = min(limit, boundary(before: next.tokens.lowerBound, after: clause.verb.upperBound))
    }
    limit = existentialBoundary(clause.verb.upperBound, limit)
    let agent = clause.adjuncts.first { $0.preposition == "by" }.flatMap { speaker($0.phrase) }
    guard limit > clause.verb.upperBound else { return }
    let isPlain = clause.lemma == "know" || clause.lemma == "accuse"
    if isPlain { return }
    add(clause.verb.lowerBound..<limit, start..<limit, by: agent, certainty, .hearsay, time: time(of: clause))
  }

  /// Before ", and there were reports".
  private func existentialBoundary(_ start: Int, _ limit: Int) -> Int {
    guard let there = (start..<limit).first(where: { tokens[$0].lower == "there" && $0 + 1 < limit && tags[$0 + 1] == .auxiliary }) else {
      return limit
    }
    return boundary(before: there, after: start)
  }

  // MARK: According to, by her account

  private mutating func readAccording() {
    for index in sentence.tokens where index + 2 < sentence.tokens.upperBound {
      if tokens[index].lower == "according", tokens[index + 1].lower == "to", annotations.phraseStartingAt[index + 2] >= 0 {
        addAccording(index, source: annotations.phraseStartingAt[index + 2])
      } else if ["by", "in"].contains(tokens[index].lower), let phrase = startingPhrase(index + 1),
        SpeechLexicon.accounts.contains(tokens[annotations.phrases[phrase].head].lower), let possessor = annotations.phrases[phrase].possessor
      {
        addAccording(index, source: phrase, speaker: annotations.entity(ofPhrase: possessor))
      }
    }
  }

  private func startingPhrase(_ index: Int) -> Int? {
    annotations.phraseStartingAt[index] >= 0 ? annotations.phraseStartingAt[index] : nil
  }

  private mutating func addAccording(_ index: Int, source: Int, speaker given: Int? = nil) {
    let speaker = given ?? self.speaker(source)
    let sourceEnd = tailEnd(of: source)
    if index == begin || tags[index - 1] == .conjunction && index - 1 == begin {
      add(sourceEnd..<end, index..<end, by: speaker, .reported, .accordingTo)
    } else {
      var high = index
      while high > begin, tokens[high - 1].form == "," { high -= 1 }
      add(begin..<high, begin..<annotations.phrases[source].tokens.upperBound, by: speaker, .reported, .accordingTo)
    }
  }

  // MARK: Nouns and adverbs

  /// "unconfirmed reports on Monday that he had died", "estimates by commanders that", "claims soldiers killed X".
  private mutating func readNouns() {
    for index in sentence.tokens where tags[index] == .noun || tags[index] == .pluralNoun {
      guard let base = SpeechLexicon.nouns[tokens[index].lower], let start = contentOfNoun(index) else { continue }
      // A denial speaks for the noun that it denies.
      if found.contains(where: { $0.form == .denial && $0.content.contains(index) || $0.form == .denial && $0.content.lowerBound == start }) { continue }
      let phrase = annotations.phraseOfToken[index]
      let limit = nounContentEnd(start)
      var certainty = base
      if isUnconfirmed(index) { certainty = .rumoured }
      let low = phrase >= 0 ? annotations.phrases[phrase].tokens.lowerBound : index
      let passage = min(low, existentialStart(low))..<limit
      add(start..<limit, passage, by: nounSpeaker(index, start), certainty, .hearsay, time: timeBetween(index, start))
    }
  }

  private func existentialStart(_ low: Int) -> Int {
    low >= begin + 2 && tags[low - 1] == .auxiliary && tokens[low - 2].lower == "there" ? low - 2 : low
  }

  /// Where the content of a noun of saying begins: after "that", or at the subject of a clause right behind the noun.
  private func contentOfNoun(_ index: Int) -> Int? {
    var at = index + 1
    while at < end, at - index < 12 {
      if tokens[at].lower == "that", tags[at] == .subordinator || at == index + 1 && tags[at] != .relative { return at + 1 }
      if tokens[at].lower == "that", tags[at] == .relative { return nil }
      if tags[at].isVerb || tags[at] == .auxiliary {
        guard tokens[index].lower == "claims" || tokens[index].lower == "reports" || tokens[index].lower == "rumours" else {
          return clauseAfterColon(index, at)
        }
        let subject = annotations.clauses[clauses].first { $0.verb.lowerBound == at }?.subjects.first
        guard let subject, annotations.phrases[subject].tokens.lowerBound == index + 1 else { return clauseAfterColon(index, at) }
        return index + 1
      }
      at += 1
    }
    return nil
  }

  /// "A third possibility is being discussed by diplomats: that the raid was …".
  private func clauseAfterColon(_ index: Int, _ verb: Int) -> Int? {
    guard let colon = (verb..<end).first(where: { tokens[$0].form == ":" }), colon + 1 < end, tokens[colon + 1].lower == "that" else { return nil }
    return colon + 2
  }

  private func nounContentEnd(_ start: Int) -> Int {
    for index in clauses {
      let clause = annotations.clauses[index]
      guard clause.verb.lowerBound > start, SpeechLexicon.certainty(of: clause.lemma) != nil, let subject = clause.subjects.first else { continue }
      if let cut = conjunction(before: annotations.phrases[subject].tokens.lowerBound, after: start) { return cut }
    }
    if let dash = (start..<end).first(where: { tokens[$0].form == "—" || tokens[$0].form == ";" }) { return dash }
    return end
  }

  private func isUnconfirmed(_ index: Int) -> Bool {
    let words = max(begin, index - 4)..<index
    return words.contains { SpeechLexicon.rumouredWords.contains(tokens[$0].lower) }
  }

  private func nounSpeaker(_ index: Int, _ start: Int) -> Int? {
    let phrase = annotations.phraseOfToken[index]
    if phrase >= 0, let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) { return entity }
    for at in index..<start where ["by", "from"].contains(tokens[at].lower) {
      if let source = startingPhrase(at + 1), let entity = speaker(source) { return entity }
    }
    return nil
  }

  private func timeBetween(_ low: Int, _ high: Int) -> Int? {
    annotations.times.firstIndex { $0.tokens.lowerBound >= low && $0.tokens.upperBound <= high }
  }

  /// "reportedly", "allegedly", "purportedly" colour the clause that they stand in.
  private mutating func readAdverbs() {
    for index in sentence.tokens where tags[index] == .adverb {
      let lower = tokens[index].lower
      let certainty: Certainty
      if SpeechLexicon.reportedWords.contains(lower) {
        certainty = .reported
      } else if SpeechLexicon.rumouredWords.contains(lower) {
        certainty = .rumoured
      } else {
        continue
      }
      guard let clause = annotations.clauses[clauses].first(where: { $0.verb.contains(index) || $0.verb.lowerBound == index + 1 }),
        clause.kind != .participle
      else { continue }
      let low = min(clause.tokens.lowerBound, clause.verb.lowerBound)
      add(low..<min(end, clause.tokens.upperBound), low..<min(end, clause.tokens.upperBound), by: nil, certainty, .hearsay)
    }
  }
}
