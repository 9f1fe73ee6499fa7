import Graph

// Days counted from another happening: "three days after the fire", "on the day of his arrest", "hours before the ambush".
extension EventMerger {
  /// Dates what is told at a distance from what has a date, whichever of the two that is.
  mutating func dateByDistances() {
    for sentence in annotations.sentences {
      for at in sentence.tokens.dropFirst() where ["after", "before"].contains(annotations.tokens[at].lower) {
        guard let distance = Distance(before: at, in: sentence, annotations) else { continue }
        dateByDistance(distance, sentence)
      }
    }
  }

  /// A stretch of time with what it is counted from behind it.
  struct Distance {
    let words: Range<Int>
    /// Negative for what came before.
    let days: Int
    /// How far off the days may be to either side.
    let slack: Int
    /// "the Sunday after the fire"
    var weekday: Int?

    init?(before preposition: Int, in sentence: Sentence, _ annotations: Annotations) {
      let tokens = annotations.tokens
      if let weekday = DateText.weekdays[tokens[preposition - 1].lower], preposition - 2 >= sentence.tokens.lowerBound,
        tokens[preposition - 2].lower == "the"
      {
        (words, days, slack) = (preposition - 2..<preposition + 1, tokens[preposition].lower == "after" ? 1 : -1, 0)
        self.weekday = weekday
        return
      }
      let unit = Suffixes.singular(tokens[preposition - 1].lower)
      guard let (length, slack) = Self.units[unit] else { return nil }
      let sign = tokens[preposition].lower == "after" ? 1 : -1
      let at = preposition - 2
      let word = sentence.tokens.contains(at) ? tokens[at].lower : ""
      guard
        let count = Int(word) ?? ClosedClasses.numberWords[word]
          ?? (["a", "an", "the"].contains(word) && unit == tokens[preposition - 1].lower ? 1 : nil), count < 400
      else {
        guard length == 0 else { return nil }
        (words, days, self.slack) = (preposition - 1..<preposition + 1, 0, slack)
        return
      }
      (words, days, self.slack) = (at..<preposition + 1, sign * count * length, length > 1 ? slack : 0)
    }

    private static let units = [
      "minute": (0, 0), "hour": (0, 0), "day": (1, 0), "night": (1, 0), "week": (7, 3), "month": (30, 15), "year": (365, 183),
    ]
  }

  private mutating func dateByDistance(_ distance: Distance, _ sentence: Sentence) {
    let inSentence = candidates.indices.filter {
      sentence.tokens.contains(candidates[$0].trigger.lowerBound) && eventOf[$0] != nil
    }
    let behind = inSentence.filter { candidates[$0].trigger.lowerBound >= distance.words.upperBound }
      .sorted { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
    guard let other = behind.first, candidates[other].trigger.lowerBound - distance.words.upperBound < 12 else { return }
    let before = inSentence.filter { candidates[$0].trigger.upperBound <= distance.words.lowerBound }
    // "Two days after the fire, police arrested": what is dated stands beyond the comma.
    let isAhead = distance.words.lowerBound - sentence.tokens.lowerBound < 2
    let main =
      isAhead
      ? behind.dropFirst().first { candidate in
        (candidates[other].trigger.upperBound..<candidates[candidate].trigger.lowerBound).contains {
          annotations.tokens[$0].form == ","
        }
      } : before.max { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
    guard let main, isAhead || !isParted(main, from: distance), let one = eventOf[main], let two = eventOf[other], one != two
    else { return }
    let words = annotations.text(of: distance.words)
    if let weekday = distance.weekday {
      guard let day = distance.days > 0 ? events[two].to : events[two].from else { return }
      let next = CivilDay(day).next(weekday, distance.days).calendarDate
      return set(one, next, next, 0, 0, words)
    }
    if let from = events[two].from, let to = events[two].to, !hasOwnTime(one) {
      set(one, from, to, distance.days, distance.slack, words)
    } else if let from = events[one].from, let to = events[one].to, !hasOwnTime(two) {
      set(two, from, to, -distance.days, distance.slack, words)
    }
  }

  /// "told an inquest that he had set the wrong route minutes before": what is counted from is another clause's.
  private func isParted(_ candidate: Int, from distance: Distance) -> Bool {
    let between =
      candidates[candidate].trigger.upperBound..<max(candidates[candidate].trigger.upperBound, distance.words.lowerBound)
    return annotations.clauses(around: candidates[candidate].trigger.lowerBound).contains {
      between.contains(annotations.clauses[$0].mainVerb) && [.complement, .relative].contains(annotations.clauses[$0].kind)
    }
  }

  private func hasOwnTime(_ event: Int) -> Bool { members[event].contains { candidates[$0].hasOwnTime } }

  private mutating func set(
    _ event: Int, _ from: CalendarDate, _ to: CalendarDate, _ days: Int, _ slack: Int, _ words: String
  ) {
    events[event].from = CivilDay(from).adding(days: days - (days == 0 ? 0 : slack)).calendarDate
    events[event].to = CivilDay(to).adding(days: days + slack).calendarDate
    events[event].dateText = words
    events[event].isPlanned = events[event].isPlanned && isToCome(events[event])
  }
}
