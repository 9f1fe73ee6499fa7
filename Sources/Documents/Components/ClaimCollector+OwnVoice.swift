// What the text says in its own voice and no event, count or statement has told.
extension ClaimCollector {
  /// A claim for each sentence that asserts something of somebody named and has no claim yet. Questions, conditions and what is
  /// only possible assert nothing.
  mutating func readOwnVoice() {
    for (index, sentence) in annotations.sentences.enumerated() where sentence.kind == .paragraph {
      let range = CountPhrases.withoutStop(sentence.tokens, annotations)
      guard annotations.tokens[sentence.tokens.upperBound - 1].form != "?", isUntold(range),
        !annotations.quotations.contains(where: { !$0.isFragment && $0.tokens.overlaps(range) }), asserts(range)
      else { continue }
      let subjects = namedSubjects(in: range, sentence: index)
      guard !subjects.isEmpty else { continue }
      add("states", .confirmed, statement: nil, passage: range, about: subjects)
    }
  }

  private func isUntold(_ range: Range<Int>) -> Bool {
    !annotations.statements.contains { $0.passage.overlaps(range) || $0.content.overlaps(range) }
      && !claims.contains { $0.object == nil && $0.passage.overlaps(range) }
  }

  private func asserts(_ range: Range<Int>) -> Bool {
    annotations.clauses(around: range.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return clause.kind == .main && (clause.modal == nil || clause.modal == "will") && !clause.subjects.isEmpty
    }
  }

  private func namedSubjects(in range: Range<Int>, sentence: Int) -> [ClaimFinding.Subject] {
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
