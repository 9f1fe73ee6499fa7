import Graph

// What a sentence says of the day of an event without giving it: "that was in March", "by then", "has since fled".
extension TellingDates {
  /// "He met her for dinner. That was in March": the day of what the sentence before tells.
  func point(_ events: inout [EventFinding]) {
    for time in annotations.times where time.from != nil || time.to != nil {
      let number = annotations.sentenceIndex(ofToken: time.tokens.lowerBound)
      let sentence = annotations.sentences[number].tokens
      let begin = (sentence.lowerBound..<time.tokens.lowerBound).first { annotations.tokens[$0].kind == .word }
      guard number > 0, let begin, time.tokens.lowerBound - begin <= 4,
        ["that", "this", "it"].contains(annotations.tokens[begin].lower),
        ["was", "happened", "occurred"].contains(annotations.tokens[begin + 1].lower)
      else { continue }
      let before = annotations.sentences[number - 1].tokens
      let last = events.indices.filter { events[$0].triggers.contains { before.contains($0.lowerBound) } }
        .max { events[$0].triggers.last!.lowerBound < events[$1].triggers.last!.lowerBound }
      if let last, events[last].from == nil, events[last].to == nil { set(time, &events[last]) }
    }
  }

  /// The end that a past or present perfect gives: done by the day of what is told beside it, or since the last one.
  func bound(_ event: inout EventFinding) {
    for trigger in event.triggers {
      for index in annotations.clauses(around: trigger.lowerBound) where annotations.clauses[index].mainVerb == trigger.lowerBound
      {
        let clause = annotations.clauses[index]
        guard clause.isPerfect else { continue }
        let isOfPast = clause.verb.contains { annotations.tokens[$0].lower == "had" }
        if !isOfPast, clause.verb.contains(where: { annotations.tokens[$0].lower == "since" }) {
          let last = annotations.times.indices.last { time in
            annotations.times[time].tokens.upperBound <= trigger.lowerBound && !said.contains(time)
              && isPastDay(annotations.times[time])
          }
          guard let last else { continue }
          return event.from = annotations.times[last].from
        }
        guard isOfPast, event.to == nil else { continue }
        if isByThen(trigger.lowerBound), let time = lastTime(before: trigger.lowerBound), isPastDay(time) {
          return event.to = time.to
        }
        if let time = timeAbove(index) { return event.to = time.to }
      }
    }
  }

  /// "By then 3,000 people had fled."
  private func isByThen(_ token: Int) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: token)].tokens
    return sentence.dropLast().contains { at in
      annotations.tokens[at].lower == "by"
        && (annotations.tokens[at + 1].lower == "then"
          || annotations.tokens[at + 1].lower == "that" && at + 2 < sentence.upperBound
            && ["time", "point"].contains(annotations.tokens[at + 2].lower))
    }
  }

  /// "were freed on Sunday after the elders had paid": the day of the clause above.
  private func timeAbove(_ clause: Int) -> TimeExpression? {
    var next = annotations.clauses[clause].governor
    var steps = 0
    while let index = next, steps < 3 {
      let above = annotations.clauses[index]
      let times = above.adjuncts.compactMap { adjunct in
        annotations.times.first { $0.tokens == annotations.phrases[adjunct.phrase].tokens && isPastDay($0) }
      }
      if let time = times.first { return time }
      next = above.governor
      steps += 1
    }
    return nil
  }
}
