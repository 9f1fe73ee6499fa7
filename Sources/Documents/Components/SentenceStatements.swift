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
    readGaps()
    readColons()
    readAdverbs()
    readAdjectives()
    readReported()
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
      return annotations.times.firstIndex { $0.tokens == tokens }
    }
    return nil
  }

  /// The speaker that a subject names: itself, or for "a statement by X", "the ministry's report", "a police record" who issued
  /// it.
  func speaker(_ phrase: Int) -> Int? {
    if let entity = annotations.entity(ofPhrase: phrase) { return entity }
    if let possessor = annotations.phrases[phrase].possessor, let entity = annotations.entity(ofPhrase: possessor) {
      return entity
    }
    let end = annotations.phrases[phrase].tokens.upperBound
    if end + 1 < tokens.count, ["by", "from", "of", "in"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0,
      let entity = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
    {
      return entity
    }
    return issuer(phrase) ?? maker(end)
  }

  /// "a report published today by X": whose it is; who has only seen it does not speak.
  private func maker(_ start: Int) -> Int? {
    guard start + 2 < tokens.count, tags[start] == .verbParticiple || tags[start] == .verbPast,
      !["seen", "obtained", "quoted", "cited", "reviewed", "read", "leaked", "viewed"].contains(tokens[start].lower),
      let by = (start + 1..<min(tokens.count - 1, start + 6)).first(where: { tokens[$0].lower == "by" }),
      annotations.phraseStartingAt[by + 1] >= 0
    else { return nil }
    return annotations.entity(ofPhrase: annotations.phraseStartingAt[by + 1])
  }

  /// "a police record", "the UN report": who is named before the head, by name or as the text has called somebody before.
  private func issuer(_ phrase: Int) -> Int? {
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
