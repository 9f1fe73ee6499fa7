/// The statements of one sentence, quotations that no verb introduces left out.
struct SentenceStatements {
  let sentence: Sentence
  let clauses: Range<Int>
  let annotations: Annotations
  var found: [Statement] = []

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }
  /// The sentence without its last stop.
  let end: Int
  var begin: Int { sentence.tokens.lowerBound }

  init(sentence: Int, clauses: Range<Int>, annotations: Annotations) {
    self.sentence = annotations.sentences[sentence]
    self.clauses = clauses
    self.annotations = annotations
    let words = self.sentence.tokens
    var end = words.upperBound
    while end > words.lowerBound + 1, [".", "!", "?", "…"].contains(annotations.tokens[end - 1].form) { end -= 1 }
    self.end = end
  }

  mutating func find() -> [Statement] {
    for index in clauses { readClause(index) }
    readRefused()
    readAccording()
    readSources()
    readNouns()
    readNeither()
    readOverlooked()
    readOverlookedFigures()
    readOverlookedHearsay()
    readClosing()
    readInverted()
    readGaps()
    readColons()
    readAdverbs()
    readAdjectives()
    readReported()
    noteSources()
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
      tags[low] == .conjunction || [",", "—", ";", ":"].contains(tokens[low].form)
    { low += 1 }
    while high > low + 1, tokens[high - 1].form == "," || tags[high - 1] == .conjunction || tokens[high - 1].form == "—" {
      high -= 1
    }
    return low..<max(high, low + 1)
  }

  func time(of clause: Clause) -> Int? {
    for adjunct in clause.adjuncts where annotations.phrases[adjunct.phrase].kind == .time {
      let tokens = annotations.phrases[adjunct.phrase].tokens
      if closesContent(tokens, clause) { continue }
      return annotations.times.firstIndex { $0.tokens == tokens }
    }
    return nil
  }

  /// "Poachers shot six elephants in February, rangers said": what ends before the comma in front of the speaker is part of
  /// what is said.
  private func closesContent(_ time: Range<Int>, _ clause: Clause) -> Bool {
    guard let subject = clause.subjects.first.map({ annotations.phrases[$0].tokens }),
      subject.upperBound <= clause.verb.lowerBound, time.upperBound < subject.lowerBound, tokens[time.upperBound].form == ","
    else { return false }
    let begin = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens.lowerBound
    return (begin..<time.lowerBound).contains { tags[$0].isVerb }
  }

  /// The speaker that a subject names: itself, or for "a statement by X", "the ministry's report", "a police record" who issued
  /// it; for "the other" those of whom it is one.
  func speaker(_ phrase: Int) -> Int? {
    if isPart(phrase), let whole = lastSpeakers(before: annotations.phrases[phrase].tokens.lowerBound) { return whole }
    if let entity = annotations.entity(ofPhrase: phrase) { return entity }
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) {
      return entity
    }
    let end = annotations.phrases[phrase].tokens.upperBound
    if end + 1 < tokens.count, ["by", "from", "of", "in"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0,
      let entity = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1]), !isWhereabouts(entity, of: phrase)
    {
      return entity
    }
    return issuer(phrase) ?? maker(end)
  }

  /// "marriage records from Halden": the town keeps them, but says nothing.
  private func isWhereabouts(_ entity: Int, of phrase: Int) -> Bool {
    annotations.entities[entity].kind == .place
      && !["statement", "letter", "message", "cable", "communique", "note"].contains(
        tokens[annotations.phrases[phrase].head].lower)
  }

  /// "a report ordered by the board and published today by X": whose it is; who has only seen it or asked for it does not speak.
  private func maker(_ start: Int) -> Int? {
    if let from = (start..<min(end, start + 12)).first(where: { at in
      tokens[at].lower == "from" && at > start && ["commissioned", "ordered", "requested"].contains(tokens[at - 1].lower)
    }), annotations.phraseStartingAt[from + 1] >= 0 {
      return annotations.entity(ofPhrase: annotations.phraseStartingAt[from + 1])
    }
    var at = start < end && tokens[start].form == "," ? start + 1 : start
    while at + 2 < end, tags[at] == .verbParticiple || tags[at] == .verbPast {
      guard let by = (at + 1..<min(end - 1, at + 7)).first(where: { tokens[$0].lower == "by" }),
        annotations.phraseStartingAt[by + 1] >= 0
      else { return nil }
      let phrase = annotations.phraseStartingAt[by + 1]
      if !Self.receiving.contains(tokens[at].lower) { return annotations.entity(ofPhrase: phrase) }
      let next = annotations.phrases[phrase].tokens.upperBound
      guard next < end, tags[next] == .conjunction || tokens[next].form == "," else { return nil }
      at = next + 1
    }
    return nil
  }

  private static let receiving = WordList.set(
    """
    seen obtained quoted cited reviewed read leaked viewed examined inspected verified authenticated received ordered commissioned
    requested sought demanded required funded financed paid bought acquired shared disputed
    """)

  /// "a police record", "the UN report": who is named before the head, by name or as the text has called somebody before.
  func issuer(_ phrase: Int) -> Int? {
    let range = annotations.phrases[phrase].tokens
    let inside = annotations.mentions(beginningIn: range.lowerBound..<annotations.phrases[phrase].head).first {
      annotations.mentions[$0].form == .name && annotations.mentions[$0].entity != nil
    }
    if let inside { return annotations.mentions[inside].entity }
    guard let modifier = (range.lowerBound..<annotations.phrases[phrase].head).last, tags[modifier] == .noun else { return nil }
    let word = tokens[modifier].lower
    let isCollective = HumanNouns.isCollective(word)
    return annotations.entities.firstIndex { entity in
      (entity.kind == .organization || entity.kind == .group && isCollective) && !entity.mentions.isEmpty
        && (entity.heads.contains(word) || entity.name.lowercased() == word)
    }
  }

  func form(_ content: Range<Int>) -> Statement.Form {
    guard let quotation = annotations.quotations.first(where: { $0.tokens.overlaps(content) }) else { return .indirect }
    let covered = quotation.tokens.clamped(to: content).count
    return covered * 3 >= content.count * 2 ? .direct : quotation.isFragment ? .fragment : .indirect
  }

  /// The end of a phrase with its prepositional tail and relative clause up to a comma or the sentence's end.
  func tailEnd(of phrase: Int) -> Int { min(end, AppositionFinder.endWithTail(phrase, annotations)) }

}
