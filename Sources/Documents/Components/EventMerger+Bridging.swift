// Who takes part in what names nobody: "the account was closed in May" is of whom the paragraph is about (bridging; Clark,
// "Bridging", TINLAP 1975).
extension EventMerger {
  /// The candidate with whom the text speaks of as a participant, where a day fixes it; nil where nobody is near.
  func bridged(_ candidate: EventCandidate) -> EventCandidate? {
    guard candidate.participants.isEmpty, !candidate.isGeneric, Self.dealings.contains(candidate.type),
      candidate.hasOwnTime || candidate.isTimeOfNoun,
      candidate.time.map({ annotations.times[$0].from != nil || annotations.times[$0].to != nil }) ?? false,
      let topic = topic(before: candidate.evidence.lowerBound) ?? party(to: candidate)
    else { return nil }
    var bridged = candidate
    // "the group said in a report published on Monday": it is the group’s.
    if candidate.type == "publication", let publisher = speaker(of: candidate) {
      bridged.participants = [.init(role: "agent", entity: publisher, evidence: candidate.evidence, certainty: .confirmed)]
      return bridged
    }
    bridged.participants = [.init(role: "target", entity: topic, evidence: candidate.evidence, certainty: .confirmed)]
    return bridged
  }

  /// "The talks ended on Wednesday" opens a paragraph: the organisation that the text has spoken of most.
  private func party(to candidate: EventCandidate) -> Int? {
    guard candidate.type == "meeting", candidate.isDefinite else { return nil }
    let before = annotations.entities.indices.map { entity in
      annotations.entities[entity].kind == .organization && !annotations.entities[entity].isAnonymous
        ? annotations.entities[entity].mentions.filter { annotations.mentions[$0].head < candidate.trigger.lowerBound }.count : 0
    }
    guard let most = before.max(), most >= 3 else { return nil }
    return before.firstIndex(of: most)
  }

  /// "the trial", "the indictment", "a ruling is expected": whom the text has told to be charged or tried, and the court that
  /// it has just named.
  func courtly(_ candidate: EventCandidate) -> EventCandidate? {
    guard candidate.isNoun, candidate.participants.isEmpty, !candidate.isGeneric, !candidate.isNegated,
      ["trial", "charge", "sentence"].contains(candidate.type),
      candidate.isDefinite || candidate.isPlanned || candidate.hasOwnTime
    else { return nil }
    let phrase = annotations.phraseOfToken[candidate.trigger.upperBound - 1]
    guard candidate.type == "trial" || phrase >= 0 && annotations.isSubject(phrase) else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    var bridged = candidate
    let judged = events.last { event in
      ["trial", "charge", "sentence", "arrest", "testimony"].contains(event.type)
    }?.participants.first { isKnown($0.entity) && ["target", "victim"].contains($0.role) }
    if let judged {
      bridged.participants.append(
        .init(role: "target", entity: judged.entity, evidence: candidate.evidence, certainty: .confirmed))
    }
    let begin = annotations.sentences[max(0, sentence - 1)].tokens.lowerBound
    let court = annotations.mentions(beginningIn: begin..<candidate.trigger.lowerBound).reversed().lazy.compactMap { index in
      annotations.mentions[index].entity
    }.first { entity in
      annotations.entities[entity].kind == .organization
        && annotations.entities[entity].name.lowercased().split(separator: " ").contains { ["court", "tribunal"].contains($0) }
    }
    if let court {
      bridged.participants.append(.init(role: "agent", entity: court, evidence: candidate.evidence, certainty: .confirmed))
    }
    return bridged.participants.isEmpty ? nil : bridged
  }

  /// "A further stoppage is planned for Friday": the same people as in the last one that the text has told of.
  func repeated(_ candidate: EventCandidate) -> EventCandidate? {
    guard candidate.participants.isEmpty, candidate.isNoun, candidate.isAnother, !candidate.isGeneric,
      Self.repeatable.contains(candidate.type), candidate.hasOwnTime || candidate.isPlanned,
      let last = events.indices.last(where: { events[$0].type == candidate.type && !events[$0].participants.isEmpty })
    else { return nil }
    var repeated = candidate
    repeated.participants = events[last].participants
    return repeated
  }

  /// What the same people do again.
  private static let repeatable: Set<String> = ["protest", "meeting", "bid", "vote", "trial", "contract", "payment", "election"]

  /// Who says something in the words that tell of the publication, outside of what is said.
  private func speaker(of candidate: EventCandidate) -> Int? {
    annotations.statements.first { statement in
      statement.form == .indirect && statement.passage.contains(candidate.trigger.lowerBound)
        && !statement.content.contains(candidate.trigger.lowerBound)
    }?.speaker
  }

  /// What firms, courts and offices do; what strikes people strikes others than those just spoken of.
  private static let dealings: Set<String> = [
    "publication", "investigation", "trial", "meeting", "closure", "agreement", "contract", "payment", "order", "search",
    "charge", "bid",
    "rejection", "acquisition", "departure", "appointment",
  ]

  /// The last subject by name in the paragraph within three sentences, or else the last name.
  private func topic(before token: Int) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    let near = annotations.mentions.filter { mention in
      guard mention.head < token, annotations.tokens[mention.head].block == annotations.tokens[token].block,
        sentence - annotations.sentenceIndex(ofToken: mention.head) <= 3, let entity = mention.entity
      else { return false }
      let found = annotations.entities[entity]
      return !found.isAnonymous && [.organization, .person].contains(found.kind)
    }
    let subject = near.last { $0.phrase.map { annotations.isSubject($0) } ?? false }
    return (subject ?? near.last)?.entity
  }
}
