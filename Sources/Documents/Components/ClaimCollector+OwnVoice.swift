// What the text says in its own voice and no event, count or statement has told.
extension ClaimCollector {
  /// A claim for each sentence that asserts something of somebody named, or of what has just been told, and has no claim yet.
  /// Questions, conditions and what is only possible assert nothing.
  mutating func readOwnVoice() {
    for sentence in annotations.sentences where sentence.kind == .paragraph {
      let range = ownPart(of: CountPhrases.withoutStop(sentence.tokens, annotations))
      guard annotations.tokens[sentence.tokens.upperBound - 1].form != "?", isUntold(range),
        !annotations.quotations.contains(where: { !$0.isFragment && $0.tokens.overlaps(range) }), asserts(range)
      else { continue }
      var subjects = namedSubjects(in: range) + happenings(in: range)
      if subjects.isEmpty, let event = lastEvent(before: range.lowerBound) { subjects = [.event(event)] }
      guard !subjects.isEmpty else { continue }
      add("states", .confirmed, statement: nil, passage: range, about: subjects)
    }
  }

  /// "He was declared the winner, but his rival said": what stands before the first statement and the conjunction that leads
  /// to it.
  private func ownPart(of sentence: Range<Int>) -> Range<Int> {
    let first = annotations.statements.lazy.filter { $0.passage.overlaps(sentence) || $0.content.overlaps(sentence) }
      .map { min($0.passage.lowerBound, $0.content.lowerBound) }.min()
    guard let first, first > sentence.lowerBound + 4 else { return sentence }
    var end = first
    while end > sentence.lowerBound, annotations.tokens[end - 1].kind == .mark || annotations.tags[end - 1] == .conjunction {
      end -= 1
    }
    let isParted = (end..<first).contains { annotations.tags[$0] == .conjunction || annotations.tokens[$0].form == ";" }
    return isParted ? sentence.lowerBound..<end : sentence
  }

  private func isUntold(_ range: Range<Int>) -> Bool {
    !annotations.statements.contains { $0.passage.overlaps(range) || $0.content.overlaps(range) }
      && !claims.contains { $0.object == nil && $0.passage.overlaps(range) }
  }

  private func asserts(_ range: Range<Int>) -> Bool {
    annotations.clauses(around: range.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return clause.kind == .main && range.contains(clause.mainVerb) && (clause.modal == nil || clause.modal == "will")
        && !clause.subjects.isEmpty
    }
  }

  /// "The walkout began on March 4"
  private func happenings(in range: Range<Int>) -> [ClaimFinding.Subject] {
    var subjects: [ClaimFinding.Subject] = []
    for mention in annotations.eventMentions where range.contains(mention.trigger.lowerBound) && subjects.count < 3 {
      if !subjects.contains(.event(mention.event)) { subjects.append(.event(mention.event)) }
    }
    return subjects
  }

  func namedSubjects(in range: Range<Int>) -> [ClaimFinding.Subject] {
    var subjects: [ClaimFinding.Subject] = []
    for mention in annotations.mentions(beginningIn: range) where subjects.count < 6 {
      guard annotations.mentions[mention].form != .adjective, let entity = annotations.mentions[mention].entity,
        !subjects.contains(.entity(entity))
      else { continue }
      subjects.append(.entity(entity))
    }
    return subjects
  }
}
