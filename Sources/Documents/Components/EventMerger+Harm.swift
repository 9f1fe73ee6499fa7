// Of which happening people were hurt, where the verb does not say it: "Two other men were hurt, one of them seriously."
extension EventMerger {
  /// The last happening that does harm, at most two sentences before a passive of hurting or killing without an agent.
  func harming(_ index: Int) -> Int? {
    let candidate = candidates[index]
    guard !candidate.isNoun, !candidate.isNegated, !candidate.isPlanned, !candidate.counts.isEmpty, !candidate.hasOwnTime,
      Self.harmWords.contains(candidate.stem), !candidate.participants.contains(where: { $0.role == "agent" }),
      candidate.participants.allSatisfy({ annotations.entities[$0.entity].isAnonymous }),
      candidate.clause.map({ annotations.clauses[$0].isPassive }) ?? false
    else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    return events.indices.last { event in
      Self.doing.contains(events[event].type) && (0...2).contains(sentence - lastSentence(event)) && !isPlanned(event)
        && events[event].participants.allSatisfy {
          $0.role != "victim" || !candidate.participants.map(\.entity).contains($0.entity)
        }
        && placesMeet(candidate, events[event])
    }
  }

  /// "The governor said that eight villagers had been killed in Sela": how many somebody counts dead, nobody of them named, died
  /// in the last happening that does harm, there if the words say where.
  func tolled(_ index: Int) -> Int? {
    let candidate = candidates[index]
    guard !candidate.isNegated, !candidate.isPlanned, !candidate.hasOwnTime, !isInHeadline(index),
      ["killing", "death"].contains(candidate.type), candidate.counts.contains(where: { $0.name == "killed" }),
      annotations.statement(around: candidate.trigger.lowerBound) != nil,
      candidate.participants.allSatisfy({
        annotations.entities[$0.entity].isAnonymous && ($0.role != "agent" || annotations.isUnnamedThing($0.entity))
      })
    else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let dead = candidate.participants.map(\.entity)
    let near = events.indices.filter { event in
      Self.doing.contains(events[event].type) && (0...Self.longestCount).contains(sentence - lastSentence(event))
        && !isPlanned(event) && !members[event].contains { isLongAgo(candidates[$0]) } && isThere(candidate, events[event])
        && !events[event].participants.contains { $0.role == "agent" && dead.contains($0.entity) }
    }
    return near.max { (lastSentence($0), $0) < (lastSentence($1), $1) }
  }

  /// So many sentences behind what is told of a happening its dead are still counted.
  private static let longestCount = 6

  /// Whether something happened where a candidate did, as far as both say where; what it was done to is where it was.
  private func isThere(_ candidate: EventCandidate, _ event: EventFinding) -> Bool {
    let mine = candidate.places.filter { !annotations.entities[$0].isAnonymous }
    guard !mine.isEmpty else { return true }
    let theirs = event.places + event.participants.map(\.entity).filter { annotations.entities[$0].kind == .place }
    return theirs.isEmpty || mine.contains { theirs.contains($0) } || !event.places.isEmpty && placesMeet(candidate, event)
  }

  private static let doing: Set<String> = ["attack", "battle", "killing", "death", "accident", "protest", "operation"]
}
