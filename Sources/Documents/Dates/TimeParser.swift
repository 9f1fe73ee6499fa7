/// Finds the time expressions of one sentence, from left to right; each method reads one shape at a place and gives the place
/// after it.
struct TimeParser {
  let sentence: Sentence
  let tokens: [Token]
  let tags: [Tag]
  var today: CivilDay?
  /// The day near which months without a year lie: today, or where the document does not say that, what `CalendarDay` finds.
  var calendarDay: CivilDay?
  /// The last year or month that the sentence has named: "bought it in 1998, and closed it a year later".
  var sentencePeriod: CivilDay?
  /// The last full day that the sentence has named.
  var sentenceDay: CivilDay?
  /// The last full day that the sentence tells something of, other than when somebody said it.
  var toldDay: CivilDay?
  /// The last full day of the sentence before, in the same paragraph.
  var previousDay: CivilDay?
  /// The last full day that the text has named, wherever.
  var textDay: CivilDay?
  /// The last day or month that the text has named by its month.
  var namedMonth: CivilDay?
  /// The years with which the paragraph has named months.
  var yearsOfMonths: [Int: Int] = [:]
  /// The last day or month that came with its year, or followed one that did: what is told after it goes on from there.
  var toldPeriod: CivilDay?
  /// The days of the last date in the sentence before.
  var previousDays: DayRange?
  /// Those of the last date that the text has told of, wherever.
  var textDays: DayRange?
  /// Those of the last date in this one that is not of saying something.
  var toldDays: DayRange?
  /// Those of the last date so far in this one.
  var lastDays: DayRange?

  typealias Reading = (days: DayRange, end: Int)

  init(sentence: Sentence, tokens: [Token], tags: [Tag], today: CivilDay?) {
    self.sentence = sentence
    self.tokens = tokens
    self.tags = tags
    self.today = today
    calendarDay = today
  }

  mutating func expressions() -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      guard let reading = reading(at: index), reading.end > index else {
        index += 1
        continue
      }
      let days =
        isRepeated(index) ? DayRange(from: nil, to: nil) : opened(reading.days, before: index).told(by: today, looksAhead(index))
      if let from = reading.days.from, from == reading.days.to {
        sentenceDay = from
        if !isOfSaying(index) { toldDay = from }
      }
      if reading.days.from != nil, reading.days.to != nil, !isOfSaying(index) { toldDays = reading.days }
      if let from = reading.days.from, from != reading.days.to { sentencePeriod = from }
      follow(reading, at: index)
      found.append(
        TimeExpression(
          tokens: index..<reading.end, from: days.from?.calendarDate, to: days.to?.calendarDate,
          lastDay: reading.days.to?.calendarDate))
      index = reading.end
    }
    return joined(found)
  }

  /// Takes off the end that a preposition leaves open: "since Jan. 11" has no last day, "by March 3" no first.
  private func opened(_ days: DayRange, before index: Int) -> DayRange {
    switch lower(index - 1) {
    case "since": DayRange(from: days.from, to: nil)
    case "by", "until", "till", "before": DayRange(from: nil, to: days.to)
    case "after": DayRange(from: days.from, to: nil)
    default: days
    }
  }

  /// "from March 3 to March 5", "between 2010 and 2012": one range.
  private func joined(_ found: [TimeExpression]) -> [TimeExpression] {
    var result: [TimeExpression] = []
    for next in found {
      if let last = result.last, next.tokens.lowerBound == last.tokens.upperBound + 1,
        ["to", "until", "through", "and", "–", "-"].contains(lower(last.tokens.upperBound)),
        ["from", "between"].contains(lower(last.tokens.lowerBound - 1)), let from = last.from, let to = next.to,
        from.daysSinceEpoch
          <= to.daysSinceEpoch
      {
        result[result.count - 1] = TimeExpression(tokens: last.tokens.lowerBound..<next.tokens.upperBound, from: from, to: to)
      } else {
        result.append(next)
      }
    }
    return result
  }

  // MARK: Words

  func lower(_ index: Int) -> String {
    sentence.tokens.contains(index) ? tokens[index].lower : ""
  }

  private func isCapitalised(_ index: Int) -> Bool { sentence.tokens.contains(index) && tokens[index].isCapitalised }

  func month(_ index: Int) -> Int? {
    guard isCapitalised(index), let month = DateText.month(lower(index)) else { return nil }
    // "the Electoral Commission (DEC)"
    if tokens[index].isInCapitals,
      lower(index - 1) == "(" || lower(index).utf8.count == 3 && DateText.dayNumber(lower(index + 1)) == nil,
      DateText.dayNumber(lower(index - 1)) == nil, DateText.yearNumber(lower(index + 1)) == nil
    {
      return nil
    }
    // "May" and "March" are verbs too, and people are called April and June.
    guard ["may", "march", "mar", "april", "june", "jan", "august"].contains(lower(index)) else { return month }
    // "In April Valmont paid"
    if ["in", "since", "during", "last", "next", "early", "late", "mid"].contains(lower(index - 1)), lower(index) != "jan" {
      return month
    }
    // "according to Jan Hrubec"
    if isCapitalised(index + 1), tokens[index + 1].kind == .word, !["in", "since", "during", "until"].contains(lower(index - 1)) {
      return nil
    }
    let before = lower(index - 1)
    let after = lower(index + 1)
    if before == "for", ["planned", "scheduled", "set", "due", "slated", "billed", "arranged"].contains(lower(index - 2)) {
      return month
    }
    let framed = [
      "in", "since", "of", "last", "next", "this", "early", "late", "mid", "by", "until", "on", "from", "between", "to", "before",
      "after", "during", "and", "every", "through", "that",
    ].contains(before)
    return framed || DateText.dayNumber(after) != nil || DateText.yearNumber(after) != nil || DateText.dayNumber(before) != nil
      ? month : nil
  }

  // MARK: Shapes

  private func reading(at index: Int) -> Reading? {
    if tokens[index].kind == .number || tokens[index].form.first?.isNumber == true { return numeric(at: index) }
    if let weekday = isCapitalised(index) ? DateText.weekdays[lower(index)] : nil { return self.weekday(weekday, at: index) }
    if let month = month(index) { return self.month(month, at: index, part: nil) }
    if lower(index).hasPrefix("mid-"), let middle = middle(at: index) { return middle }
    switch lower(index) {
    case "early", "late", "mid":
      if let month = month(index + 1) { return self.month(month, at: index + 1, part: lower(index)) }
      if lower(index + 1) == "last" || lower(index + 1) == "this" { return relativePeriod(at: index + 1, part: lower(index)) }
      return nil
    case "last", "this", "next": return relativePeriod(at: index)
    case "that": return toldPeriod(at: index) ?? toldMonth(at: index)
    case "within": return within(at: index)
    case "the" where lower(index + 1) == "weekend": return theWeekend(at: index)
    case "the", "a", "an", "less", "more", "about", "some":
      return relativeDay(at: index) ?? toldPeriod(at: index) ?? ordinal(at: index) ?? partOfPeriod(at: index)
        ?? partOfMonth(at: index) ?? seasonByItself(at: index) ?? ago(at: index) ?? unitsOff(at: index)
    // "overnight on Sunday" is of that day.
    case "overnight" where DateText.weekdays[lower(index + 1)] != nil || DateText.weekdays[lower(index + 2)] != nil: return nil
    case "yesterday", "today", "tomorrow", "tonight", "overnight": return adverb(at: index)
    case "earlier" where lower(index + 1) == "this" || lower(index + 1) == "on": return relativePeriod(at: index + 1)
    case "spring", "summer", "autumn", "winter", "fall": return seasonOfYear(at: index)
    default: return ago(at: index) ?? unitsOff(at: index)
    }
  }

  private func numeric(at index: Int) -> Reading? {
    if let iso = DateText.isoDay(in: tokens[index].form) { return (DayRange(iso), index + 1) }
    // 2019 - 10 - 14 as five tokens
    if let year = DateText.yearNumber(lower(index)), lower(index + 1) == "-", lower(index + 3) == "-",
      let month = Int(lower(index + 2)), let day = Int(lower(index + 4)), let civil = CivilDay(year: year, month: month, day: day)
    {
      return (DayRange(civil), index + 5)
    }
    if let day = DateText.dayNumber(lower(index)) {
      let at = lower(index + 1) == "of" ? index + 2 : index + 1
      if let month = month(at) {
        if let year = DateText.yearNumber(lower(at + 1)), let civil = CivilDay(year: year, month: month, day: day) {
          return (DayRange(civil), at + 2)
        }
        if let year = yearOfRange(month: month, at: at) {
          return CivilDay(year: year, month: month, day: day).map { (DayRange($0), at + 1) }
        }
        if let (year, end) = toldYear(at: at + 1), let civil = CivilDay(year: year, month: month, day: day) {
          return (DayRange(civil), end)
        }
        if calendarDay == nil { return (DayRange(from: nil, to: nil), at + 1) }
        if let civil = nearest(month: month, day: day, ahead: looksAhead(index)) { return (DayRange(civil), at + 1) }
      }
    }
    if let year = DateText.yearNumber(lower(index)), (1600..<2100).contains(year), tokens[index].form.utf8.count == 4 {
      if [
        "in", "since", "by", "until", "of", "from", "between", "during", "before", "after", "late", "early", "mid", "and", "to",
      ]
      .contains(lower(index - 1)), !isCounted(index + 1) {
        return (partOfYear(year, lower(index - 1)), index + 1)
      }
      // "the 2017 merger"
      if ["the", "its", "his", "her", "their", "a"].contains(lower(index - 1)), sentence.tokens.contains(index + 1),
        tags[index + 1] == .noun
      {
        return (.year(year), index + 1)
      }
    }
    return ago(at: index)
  }

  /// A year is not followed by what it would count.
  private func isCounted(_ index: Int) -> Bool {
    sentence.tokens.contains(index) && tags[index] == .pluralNoun
  }

  func month(_ month: Int, at index: Int, part: String?) -> Reading? {
    let begin = index
    if let day = DateText.dayNumber(lower(index + 1)), part == nil {
      var end = index + 2
      if lower(end) == ",", let year = DateText.yearNumber(lower(end + 1)) {
        guard let civil = CivilDay(year: year, month: month, day: day) else { return nil }
        return (DayRange(civil), end + 2)
      }
      if let year = DateText.yearNumber(lower(end)), let civil = CivilDay(year: year, month: month, day: day) {
        return (DayRange(civil), end + 1)
      }
      if let (year, behind) = toldYear(at: end), let civil = CivilDay(year: year, month: month, day: day) {
        return (DayRange(civil), behind)
      }
      if calendarDay == nil { return (DayRange(from: nil, to: nil), end) }
      guard let civil = nearest(month: month, day: day, ahead: looksAhead(begin)) else { return nil }
      // March 3 to 5, March 3-5
      if ["-", "–", "to"].contains(lower(end)), let last = DateText.dayNumber(lower(end + 1)), last > day,
        let until = CivilDay(year: civil.year, month: month, day: last)
      {
        end += 2
        return (DayRange(from: civil, to: until), end)
      }
      return (DayRange(civil), end)
    }
    let yearAt = lower(index + 1) == "," || lower(index + 1) == "of" ? index + 2 : index + 1
    if let year = DateText.yearNumber(lower(yearAt)) { return (.month(month, year: year, part: part), yearAt + 1) }
    if let (year, end) = toldYear(at: index + 1) { return (.month(month, year: year, part: part), end) }
    if let year = yearOfRange(month: month, at: index) { return (.month(month, year: year, part: part), index + 1) }
    if lower(index - 1) != "last", let year = yearGoingOn(month: month, at: begin) {
      return (.month(month, year: year, part: part), index + 1)
    }
    guard let today = calendarDay else { return (DayRange(from: nil, to: nil), index + 1) }
    var year = today.year
    if looksAhead(begin) {
      let start = startAhead(begin) ?? today
      year = start.year + (month < start.month ? 1 : 0)
    } else if month > today.month {
      year -= 1
    }
    if lower(index - 1) == "last", month == today.month { year -= 1 }
    return (.month(month, year: year, part: part), index + 1)
  }

  /// The day of that month nearest before today, or after it where the words look ahead.
  private func nearest(month: Int, day: Int, ahead: Bool) -> CivilDay? {
    guard let today = calendarDay else { return nil }
    guard let thisYear = CivilDay(year: today.year, month: month, day: day) else { return nil }
    if !ahead, let year = yearGoingOn(month: month, at: nil) { return CivilDay(year: year, month: month, day: day) }
    if ahead { return thisYear >= today ? thisYear : CivilDay(year: today.year + 1, month: month, day: day) }
    // A day or two ahead of the document's own is still this year's, unless the text tells of a time past.
    return thisYear <= today.adding(days: toldPeriod == nil ? 45 : 0)
      ? thisYear : CivilDay(year: today.year - 1, month: month, day: day)
  }

  private func weekday(_ weekday: Int, at index: Int) -> Reading? {
    // "the Morning Sun": a short form that means something else too is a day only where a date surrounds it.
    if ["sun", "sat", "wed"].contains(lower(index)), ![".", ","].contains(lower(index + 1)),
      !["on", "last", "next", "this"].contains(lower(index - 1)), DateText.dayNumber(lower(index + 1)) == nil
    {
      return nil
    }
    // Monday, Oct. 14
    let skip = lower(index + 1) == "," ? 2 : 1
    if let month = month(index + skip), let full = self.month(month, at: index + skip, part: nil), full.days.from == full.days.to
    {
      return full
    }
    if tokens.indices.contains(index + skip), sentence.tokens.contains(index + skip), tokens[index + skip].kind == .number,
      let full = numeric(at: index + skip), full.days.from == full.days.to, full.end > index + skip + 1
    {
      return full
    }
    guard let today else { return (DayRange(from: nil, to: nil), index + 1) }
    var day = today
    if lower(index - 1) == "on", lower(index - 2) == "later", today.weekday == weekday {
      // "is due to speak later on Tuesday", written on a Tuesday
    } else if looksAhead(index) {
      repeat { day = day.adding(days: 1) } while day.weekday != weekday
    } else {
      while day.weekday != weekday { day = day.adding(days: -1) }
      if lower(index - 1) == "last", day == today { day = day.adding(days: -7) }
    }
    let end = ["morning", "evening", "night", "afternoon"].contains(lower(index + 1)) ? index + 2 : index + 1
    return (DayRange(day), end)
  }

  private func adverb(at index: Int) -> Reading? {
    guard let today else { return (DayRange(from: nil, to: nil), index + 1) }
    switch lower(index) {
    case "yesterday": return (DayRange(today.adding(days: -1)), index + 1)
    case "tomorrow": return (DayRange(today.adding(days: 1)), index + 1)
    case "overnight": return (DayRange(from: today.adding(days: -1), to: today), index + 1)
    default: return (DayRange(today), index + 1)
    }
  }

  /// last week, this month, next year, last night, last summer; "last Tuesday" and "last May" are read at their names.
  private func relativePeriod(at index: Int, part: String? = nil) -> Reading? {
    let shift = lower(index) == "last" ? -1 : lower(index) == "next" ? 1 : 0
    guard let today else { return nil }
    switch lower(index + 1) {
    case "week":
      let monday = today.adding(days: -today.weekday + 7 * shift)
      return (DayRange(from: monday, to: monday.adding(days: 6)), index + 2)
    case "month":
      let first = today.firstOfMonth(addingMonths: shift)
      return (.month(first.month, year: first.year, part: part), index + 2)
    case "year": return (.year(today.year + shift), index + 2)
    case "night", "evening":
      return (DayRange(shift < 0 ? today.adding(days: -1) : today), index + 2)
    case "morning" where shift == 0, "afternoon" where shift == 0: return (DayRange(today), index + 2)
    case "weekend" where shift <= 0: return (weekend(before: today), index + 2)
    default: return season(at: index + 1, shift: shift)
    }
  }

  /// "at the weekend", "over the weekend": the last one.
  private func theWeekend(at index: Int) -> Reading? {
    guard let today, ["at", "over", "during"].contains(lower(index - 1)), !looksAhead(index) else { return toldPeriod(at: index) }
    return (weekend(before: today), index + 2)
  }

  private func weekend(before day: CivilDay) -> DayRange {
    let saturday = day.adding(days: -((day.weekday - 5 + 7) % 7))
    return DayRange(from: saturday, to: saturday.adding(days: 1))
  }

  /// last summer, next spring: by the calendar of the north.
  private func season(at index: Int, shift: Int) -> Reading? {
    guard let today, let first = Self.seasons[lower(index)] else { return nil }
    var year = today.year
    let begin = first == 12 && today.month < 3 ? -1 : 0
    year += begin
    let isOver = today.month > first + 2 && first != 12
    let isBefore = today.month < first
    if shift > 0 { year += isBefore ? 0 : 1 } else if shift < 0 { year -= isOver || today.month >= first && first == 12 ? 0 : 1 }
    return season(first, year: year).map { ($0, index + 1) }
  }

  /// the previous night, the day before, the following day, the same day: counted from the sentence's own day.
  private func relativeDay(at index: Int) -> Reading? {
    guard lower(index) == "the" else { return nil }
    let second = lower(index + 1)
    let third = lower(index + 2)
    let units = ["night", "day", "evening", "morning", "afternoon"]
    if sentenceDay == nil, previousDay == nil || sentencePeriod != nil, let reading = neighbour(at: index) { return reading }
    // Beyond its paragraph: "In 1963 the dam gave way. … The chairman resigned the next day."
    if sentenceDay == nil, previousDay == nil, sentencePeriod == nil, let reading = neighbour(at: index, of: textDays) {
      return reading
    }
    guard let anchor = sentenceDay ?? previousDay ?? textDay ?? today else { return nil }
    if ["previous", "preceding"].contains(second), units.contains(third) {
      return (DayRange(anchor.adding(days: -1)), index + 3)
    }
    if ["following", "next"].contains(second), units.contains(third) { return (DayRange(anchor.adding(days: 1)), index + 3) }
    if second == "same", units.contains(third) { return (DayRange(anchor), index + 3) }
    if second == "day" || second == "night", ["before", "earlier"].contains(third), !isClauseStart(index + 3) {
      return (DayRange(anchor.adding(days: -1)), index + 3)
    }
    if second == "day", ["after", "later"].contains(third), !isClauseStart(index + 3) {
      return (DayRange(anchor.adding(days: 1)), index + 3)
    }
    return nil
  }

  /// the end of the year, the start of next month, the end of January: the part of the period in question.
  private func partOfPeriod(at index: Int) -> Reading? {
    guard lower(index) == "the", ["end", "start", "beginning"].contains(lower(index + 1)), lower(index + 2) == "of", let today
    else { return nil }
    let isEnd = lower(index + 1) == "end"
    func part(_ first: CivilDay, _ last: CivilDay, dayCount: Int, _ end: Int) -> Reading {
      (
        isEnd
          ? DayRange(from: last.adding(days: 1 - dayCount), to: last)
          : DayRange(from: first, to: first.adding(days: dayCount - 1)), end
      )
    }
    let isThis = lower(index + 3) == "the" || lower(index + 3) == "this"
    var shift = lower(index + 3) == "next" ? 1 : lower(index + 3) == "last" ? -1 : 0
    // "left at the end of the year", said in spring, is of the year before.
    let isTold = !looksAhead(index) && !["by", "until", "till", "before"].contains(lower(index - 1))
    if lower(index + 3) == "the", lower(index + 4) == "year", isEnd, isTold, hasPastVerb(before: index) {
      if let told = sentencePeriod ?? toldPeriod, told.year < today.year {
        shift = told.year - today.year
      } else if today.month < 12 {
        shift = -1
      }
    }
    if isThis || shift != 0 {
      switch lower(index + 4) {
      case "year":
        let year = DayRange.year(today.year + shift)
        if let first = year.from, let last = year.to { return part(first, last, dayCount: 31, index + 5) }
      case "month":
        let month = today.firstOfMonth(addingMonths: shift)
        let range = DayRange.month(month.month, year: month.year)
        if let first = range.from, let last = range.to { return part(first, last, dayCount: 10, index + 5) }
      default: break
      }
      return nil
    }
    guard isCapitalised(index + 3), let month = DateText.month(lower(index + 3)) else { return nil }
    var year = DateText.yearNumber(lower(index + 4)) ?? today.year
    let hasYear = DateText.yearNumber(lower(index + 4)) != nil
    if !hasYear {
      let isAhead = ["until", "by", "till", "before"].contains(lower(index - 1)) || looksAhead(index)
      if isAhead {
        let start = startAhead(index) ?? today
        year = start.year + (month < start.month ? 1 : 0)
      } else if month > today.month {
        year -= 1
      }
    }
    let range = DayRange.month(month, year: year)
    guard let first = range.from, let last = range.to else { return nil }
    return part(first, last, dayCount: 10, index + (hasYear ? 5 : 4))
  }

  func isClauseStart(_ index: Int) -> Bool {
    sentence.tokens.contains(index) && (tags[index].isNominal || tags[index] == .determiner || tags[index] == .pronoun)
  }

  /// three weeks ago, less than three weeks ago, two days earlier, a year later.
  private func ago(at index: Int) -> Reading? {
    var at = index
    var isBound = false
    if ["less", "more"].contains(lower(at)), lower(at + 1) == "than" {
      isBound = lower(at) == "less"
      at += 2
    } else if ["about", "some", "almost", "nearly", "around"].contains(lower(at)) {
      at += 1
    }
    let count: Int
    switch lower(at) {
    case "a", "an": count = 1
    case let word:
      guard let number = Int(word) ?? ClosedClasses.numberWords[word], number < 1000 else { return nil }
      count = number
    }
    let unit = Suffixes.singular(lower(at + 1))
    let direction = lower(at + 2)
    guard ["ago", "earlier", "later", "before"].contains(direction), direction != "before" || !isClauseStart(at + 3), let today
    else { return nil }
    let anchor = direction == "ago" ? today : sentenceDay ?? sentencePeriod ?? previousDay ?? textDay ?? today
    let sign = direction == "later" ? 1 : -1
    let isWithinDay = unit == "hour" || unit == "minute"
    if direction != "ago", !isWithinDay, sentenceDay == nil, sentencePeriod == nil {
      if let days = shifted(by: sign * count, unit) { return (days, at + 3) }
      // Beyond its paragraph it is counted from what the text has told last.
      if previousDay == nil {
        let days = shifted(by: sign * count, unit, from: textDays)
        let isToCome = days?.from.map { today < $0 } ?? true
        return (isToCome ? DayRange(from: nil, to: nil) : days!, at + 3)
      }
    }
    switch unit {
    case "day":
      return (DayRange(anchor.adding(days: sign * count)), at + 3)
    case "week", "fortnight":
      let weeks = unit == "week" ? count : 2 * count
      let day = anchor.adding(days: sign * 7 * weeks)
      if isBound { return (DayRange(from: day, to: anchor), at + 3) }
      // "a week earlier" than a day is a day, "three weeks ago" is some day of those.
      let slack = direction == "ago" || weeks > 2 ? 3 : 0
      return (DayRange(from: day.adding(days: -slack), to: day.adding(days: slack)), at + 3)
    case "month":
      let first = anchor.firstOfMonth(addingMonths: sign * count)
      return (isBound ? DayRange(from: first, to: anchor) : .month(first.month, year: first.year), at + 3)
    case "year":
      return (
        isBound ? DayRange(from: DayRange.year(anchor.year + sign * count).from, to: anchor) : .year(anchor.year + sign * count),
        at + 3
      )
    case "hour", "minute": return (DayRange(anchor), at + 3)
    default: return nil
    }
  }
}
