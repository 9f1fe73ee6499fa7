// Parts of a period and stretches from a day on: "the first Friday of May", "the middle of February", "within ten days".
extension TimeParser {
  /// "mid-May", "mid-2019"
  func middle(at index: Int) -> Reading? {
    let name = String(lower(index).dropFirst(4))
    if let month = DateText.month(name) { return self.month(month, at: index, part: "mid") }
    return DateText.yearNumber(name).map { (partOfYear($0, "mid"), index + 1) }
  }

  /// "early 2019": the first four months, and so on.
  func partOfYear(_ year: Int, _ part: String) -> DayRange {
    guard let month = ["early": 1, "mid": 5, "late": 9][part], let first = CivilDay(year: year, month: month, day: 1) else {
      return .year(year)
    }
    return DayRange(from: first, to: first.firstOfMonth(addingMonths: 4).adding(days: -1))
  }

  /// "that October": in the year last told of.
  func toldMonth(at index: Int) -> Reading? {
    guard lower(index) == "that", let month = DateText.month(lower(index + 1)), tokens[index + 1].isCapitalised,
      let anchor = sentencePeriod ?? sentenceDay ?? previousDays?.from ?? toldPeriod ?? previousDay
        ?? textDays?.from ?? today
    else { return nil }
    return (.month(month, year: anchor.year), index + 2)
  }

  /// "days later", "weeks earlier", "months ago": some of them, and no more than the next longer unit would hold.
  func unitsOff(at index: Int) -> Reading? {
    var at = index
    if lower(at) == "a", lower(at + 1) == "few" { at += 2 } else if ["several", "some", "many"].contains(lower(at)) { at += 1 }
    guard let (least, most) = Self.someUnits[lower(at)], let today,
      let sign = ["later": 1, "earlier": -1, "before": -1, "ago": -1][lower(at + 1)],
      lower(at + 1) != "before" || !isClauseStart(at + 2), at > index || at == sentence.tokens.lowerBound || !isCounting(at - 1)
    else { return nil }
    let isAgo = lower(at + 1) == "ago"
    guard let anchor = isAgo ? today : sentenceDay ?? sentencePeriod ?? previousDay ?? textDay else { return nil }
    if least == 0 { return (DayRange(anchor), at + 2) }
    let ends = [anchor.adding(days: sign * least), anchor.adding(days: sign * most)]
    return (DayRange(from: ends.min(), to: ends.max()), at + 2)
  }

  /// "three and a half hours later": those are counted.
  private func isCounting(_ index: Int) -> Bool {
    tokens[index].kind == .number || tags[index] == .adjective || ClosedClasses.numberWords[lower(index)] != nil
  }

  private static let someUnits = [
    "minutes": (0, 0), "hours": (0, 0), "days": (1, 14), "weeks": (7, 60), "months": (28, 365),
  ]

  /// "within ten days": from the day told of, or from the document's where the words look ahead.
  func within(at index: Int) -> Reading? {
    var at = index + 1
    if ["the", "a", "an"].contains(lower(at)), ["next", "month", "week", "year", "day", "fortnight"].contains(lower(at + 1)) {
      at += 1
    }
    let count = Int(lower(at)) ?? ClosedClasses.numberWords[lower(at)] ?? (at > index + 1 ? 1 : nil)
    guard let count, count < 400 else { return nil }
    let unitAt = at > index + 1 && lower(at) != "next" ? at : at + 1
    let unit = Suffixes.singular(lower(unitAt))
    guard let length = ["hour": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365][unit],
      let anchor = looksAhead(index) ? today : sentenceDay ?? previousDay,
      // "on Monday after three patients died within a month": a length and no day.
      looksAhead(index) || sentenceDay == nil || index == sentence.tokens.lowerBound || tags[index - 1] != .verbPast
    else { return nil }
    if unit == "month" {
      let first = anchor.firstOfMonth(addingMonths: count)
      return (DayRange(from: anchor, to: first.adding(days: anchor.day - 1)), unitAt + 1)
    }
    let days = unit == "hour" ? count / 24 + 1 : count * length
    return (DayRange(from: anchor, to: anchor.adding(days: days)), unitAt + 1)
  }

  /// "the first Friday of May", "the second week of August", "the middle of February", "the 27th of February".
  func partOfMonth(at index: Int) -> Reading? {
    guard lower(index) == "the", lower(index + 2) == "of" || lower(index + 3) == "of" else { return nil }
    let monthAt = lower(index + 2) == "of" ? index + 3 : index + 4
    guard let month = month(monthAt), let reading = self.month(month, at: monthAt, part: nil), let first = reading.days.from,
      let last = reading.days.to, first.day == 1, first.month == last.month
    else { return nil }
    let word = lower(index + 1)
    func days(_ from: Int, _ to: Int) -> Reading {
      (DayRange(from: first.adding(days: from - 1), to: first.adding(days: min(to, last.day) - 1)), reading.end)
    }
    if monthAt == index + 3 {
      if word == "middle" { return days(11, 20) }
      guard let day = DateText.dayNumber(word), word.last?.isLetter ?? false, day <= last.day else { return nil }
      return days(day, day)
    }
    guard let place = Self.places[word] else { return nil }
    let unit = lower(index + 2)
    if unit == "week" { return place < 0 ? days(last.day - 6, last.day) : days(7 * place - 6, 7 * place) }
    guard let weekday = DateText.weekdays[unit] else { return nil }
    let begin = (weekday - first.weekday + 7) % 7 + 1
    let day = place < 0 ? begin + 7 * ((last.day - begin) / 7) : begin + 7 * (place - 1)
    return day <= last.day ? days(day, day) : nil
  }

  private static let places = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1]
}
