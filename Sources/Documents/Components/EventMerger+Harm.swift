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

  private static let doing: Set<String> = ["attack", "battle", "killing", "death", "accident", "protest", "operation"]
}
