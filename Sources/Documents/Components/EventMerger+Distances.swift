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
    var words: Range<Int>
    /// Negative for what came before.
    var days: Int
    /// How far off the days may be to either side.
    var slack: Int
    /// "the Sunday after the fire"
    var weekday: Int?
    /// "shortly after the fire": so many days on from there at most.
    var reach = 0

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
      if ["shortly", "soon"].contains(unit) {
        (words, days, slack) = (preposition - 1..<preposition + 1, 0, 0)
        reach = tokens[preposition].lower == "after" ? 14 : -14
        return
      }
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
      (words, days, self.slack) = (at..<preposition + 1, sign * count * length, length == 7 && count <= 2 ? 0 : slack)
    }

    var reversed: Distance {
      var reversed = self
      reversed.days = -days
      reversed.reach = -reach
      return reversed
    }

    /// What lies so far from some days.
    func days(from: CalendarDate, _ to: CalendarDate) -> (CalendarDate, CalendarDate) {
      if let weekday {
        let next = CivilDay(days > 0 ? to : from).next(weekday, days).calendarDate
        return (next, next)
      }
      if reach != 0 {
        return (CivilDay(from).adding(days: min(0, reach)).calendarDate, CivilDay(to).adding(days: max(0, reach)).calendarDate)
      }
      let first = CivilDay(from)
      if slack == 15, days % 30 == 0, first.day == 1, DayRange.month(first.month, year: first.year).to?.calendarDate == to {
        let month = first.firstOfMonth(addingMonths: days / 30)
        let range = DayRange.month(month.month, year: month.year)
        return (month.calendarDate, (range.to ?? month).calendarDate)
      }
      return (
        CivilDay(from).adding(days: days - (days == 0 ? 0 : slack)).calendarDate,
        CivilDay(to).adding(days: days + slack).calendarDate
      )
    }

    private static let units = [
      "minute": (0, 0), "hour": (0, 0), "day": (1, 0), "night": (1, 0), "week": (7, 3), "month": (30, 15), "year": (365, 183),
    ]
  }

  private mutating func dateByDistance(_ distance: Distance, _ sentence: Sentence) {
    let inSentence = candidates.indices.filter {
      sentence.tokens.contains(candidates[$0].trigger.lowerBound) && (eventOf[$0] != nil || candidates[$0].hasOwnTime)
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
    guard let main, isAhead || !isParted(main, from: distance), let one = eventOf[main], eventOf[other] != one else { return }
    let words = annotations.text(of: distance.words)
    if distance.reach != 0, let days = ownDays(other), days.to.daysSinceEpoch - days.from.daysSinceEpoch > 31 { return }
    guard let two = eventOf[other] else {
      // "three days after the vote, held on June 4": a day, though nobody takes part.
      if let days = ownDays(other), !hasOwnTime(one) { set(one, days.from, days.to, distance, words) }
      return
    }
    if let from = events[two].from, let to = events[two].to, distance.weekday != nil || !hasOwnTime(one) {
      set(one, from, to, distance, words)
    } else if let from = events[one].from, let to = events[one].to, !hasOwnTime(two), distance.weekday == nil {
      set(two, from, to, distance.reversed, words)
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

  /// The days that words give to a candidate that has become no event, or those of its event.
  func ownDays(_ candidate: Int) -> (from: CalendarDate, to: CalendarDate)? {
    if let event = eventOf[candidate] {
      guard let from = events[event].from, let to = events[event].to else { return nil }
      return (from, to)
    }
    guard candidates[candidate].hasOwnTime, let time = candidates[candidate].time.map({ annotations.times[$0] }),
      let from = time.from, let to = time.to
    else { return nil }
    return (from, to)
  }

  private mutating func set(
    _ event: Int, _ from: CalendarDate, _ to: CalendarDate, _ distance: Distance, _ words: String
  ) {
    (events[event].from, events[event].to) = distance.days(from: from, to)
    // Soon after, and told by now.
    if distance.reach > 0, let today = annotations.document.date, let last = events[event].to,
      last.daysSinceEpoch > today.daysSinceEpoch, to.daysSinceEpoch <= today.daysSinceEpoch
    {
      events[event].to = today
    }
    events[event].dateText = words
    events[event].isPlanned = events[event].isPlanned && isToCome(events[event])
  }
}
