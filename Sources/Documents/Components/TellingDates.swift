import Graph

/// Days that a telling keeps: what is told in the plain past, without a date, right after something with a day, happened on
/// that day (the narrative time of Reichenbach and of Kamp and Reyle).
enum TellingDates {
  static func follow(_ events: inout [EventFinding], _ annotations: Annotations) {
    let said = Set(annotations.statements.compactMap(\.time))
    for index in events.indices where events[index].from == nil && events[index].to == nil && !events[index].isPlanned {
      guard let trigger = events[index].triggers.first, isTold(trigger, annotations) else { continue }
      if let day = day(before: trigger.lowerBound, said, annotations) {
        (events[index].from, events[index].to) = (day.from, day.to)
        events[index].dateText = annotations.text(of: day.tokens)
      } else if let other = neighbour(of: trigger.lowerBound, events, annotations) {
        (events[index].from, events[index].to) = (events[other].from, events[other].to)
        events[index].dateText = events[other].dateText
      }
    }
  }

  /// Told in the plain past by a clause that goes on with the telling.
  private static func isTold(_ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    guard annotations.sentences[annotations.sentenceIndex(ofToken: trigger.lowerBound)].kind == .paragraph else { return false }
    return annotations.clauses(around: trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      guard clause.mainVerb == trigger.lowerBound, !clause.isPerfect, clause.modal == nil,
        [.main, .coordinated, .complement].contains(clause.kind)
      else { return false }
      if annotations.tags[clause.mainVerb] == .verbPast, clause.verb.count == 1 { return true }
      return clause.verb.contains { ["was", "were"].contains(annotations.tokens[$0].lower) }
    }
  }

  /// The last date before a word, if it is a day, in the paragraph and within two sentences; farther back where the sentence
  /// gives an hour or points to that day.
  private static func day(before token: Int, _ said: Set<Int>, _ annotations: Annotations) -> TimeExpression? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    let isOfThatDay = annotations.sentences[sentence].tokens.contains { isHour($0, annotations) }
    let found = annotations.times.indices.last { index in
      annotations.times[index].tokens.upperBound <= token && !said.contains(index)
        && (annotations.times[index].from != nil || annotations.times[index].to != nil)
    }
    guard let found else { return nil }
    let time = annotations.times[found]
    guard let count = time.dayCount, count <= 2,
      annotations.document.date.map({ time.from!.daysSinceEpoch <= $0.daysSinceEpoch }) ?? true
    else { return nil }
    let distance = sentence - annotations.sentenceIndex(ofToken: time.tokens.lowerBound)
    let isSameBlock = annotations.tokens[time.tokens.lowerBound].block == annotations.tokens[token].block
    return isSameBlock && distance <= 2 || isOfThatDay && distance <= 6 ? time : nil
  }

  /// The happening of a day that the paragraph has told within the two sentences before, no date between.
  private static func neighbour(of token: Int, _ events: [EventFinding], _ annotations: Annotations) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    let block = annotations.tokens[token].block
    var best: (event: Int, trigger: Int)?
    for (index, event) in events.enumerated() {
      guard let from = event.from, let to = event.to, to.daysSinceEpoch - from.daysSinceEpoch <= 1, !event.isPlanned,
        let trigger = event.triggers.last(where: { $0.lowerBound < token })?.lowerBound,
        annotations.tokens[trigger].block == block,
        sentence - annotations.sentenceIndex(ofToken: trigger) <= 2, trigger > best?.trigger ?? -1
      else { continue }
      best = (index, trigger)
    }
    guard let best,
      !annotations.times.contains(where: { (best.trigger..<token).contains($0.tokens.lowerBound) && $0.from != nil })
    else { return nil }
    return best.event
  }

  /// "5.40 a.m.", "half past six", "at noon"
  private static func isHour(_ token: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[token].lower
    if ["a.m.", "p.m.", "am", "pm", "noon", "midnight", "o'clock", "dawn", "dusk"].contains(lower) { return true }
    return ["past", "after"].contains(lower) && token > 0
      && ["half", "quarter", "shortly"].contains(annotations.tokens[token - 1].lower)
  }
}
