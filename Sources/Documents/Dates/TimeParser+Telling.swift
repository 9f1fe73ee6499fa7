// Dates that lean on what has been told: "the 16th", "that week", "2 March the following year", "in June" after "in April 2014".
extension TimeParser {
  /// "every Friday", "every other Monday": no day in particular.
  func isRepeated(_ index: Int) -> Bool {
    ["every", "each"].contains(lower(index - 1)) || ["every", "each"].contains(lower(index - 2)) && lower(index - 1) != "of"
  }

  /// "said on Thursday", "told reporters on Monday": the day of the words and of nothing that they tell.
  func isOfSaying(_ index: Int) -> Bool {
    let at = ["on", "late", "early", "in"].contains(lower(index - 1)) ? index - 2 : index - 1
    let reach = max(sentence.tokens.lowerBound, at - 3)...max(at, sentence.tokens.lowerBound)
    guard let verb = reach.last(where: { tags[$0].isVerb }), let lemma = VerbForms.lemma(of: lower(verb)) else { return false }
    if verb == at { return Self.sayings.contains(lemma) }
    return tags[verb] == .verbPast && (lemma == "tell" || lemma == "write" && lower(verb + 1) == "to")
  }

  /// Unlike an announcement or a ruling, these are no happenings that a telling goes on from.
  static let sayings = WordList.set("say tell add write note remark explain comment claim insist argue state")

  /// Whether a year stands among the words.
  func namesYear(_ words: Range<Int>) -> Bool {
    words.contains {
      tokens[$0].form.utf8.count == 4 && DateText.yearNumber(lower($0)).map { (1900..<2100).contains($0) } ?? false
    }
  }

  /// Keeps up with where in time the text is. A year by itself that lies behind ends what was told of months before, but not
  /// in passing: "who resigned in 2017".
  mutating func follow(_ reading: Reading, at index: Int) {
    guard let from = reading.days.from, let to = reading.days.to else { return }
    lastDays = reading.days
    if (index..<reading.end).contains(where: { tokens[$0].isCapitalised && DateText.month(lower($0)) != nil }) {
      if !isOfSaying(index) { namedMonth = to }
      if namesYear(index..<reading.end), from.month == to.month { yearsOfMonths[to.month] = to.year }
    }
    let isShort = to.daysSinceEpoch - from.daysSinceEpoch < 31
    // "They were tried that summer. She was hanged on September 4."
    if toldPeriod == nil, isAnaphoric(index..<reading.end), let today, from.year < today.year { toldPeriod = from }
    if namesYear(index..<reading.end) {
      let isInPassing = (max(sentence.tokens.lowerBound, index - 5)..<index).contains { ["who", "which"].contains(lower($0)) }
      if isShort {
        if !isOfDescription(index) { toldPeriod = from }
      } else if let told = toldPeriod, from.year > told.year, !isInPassing {
        toldPeriod = nil
      }
    } else if let told = toldPeriod, ["last", "this", "next"].contains(lower(index)), from.year > told.year {
      toldPeriod = nil
    } else if let told = toldPeriod {
      let isRecent = today.map { $0.daysSinceEpoch - from.daysSinceEpoch < 8 } ?? false
      let isSeason = to.daysSinceEpoch - from.daysSinceEpoch < 100 && from > told
      if from.year == told.year || from.year == told.year + 1, !isRecent { toldPeriod = isShort || isSeason ? from : told }
    }
  }

  /// "a firm founded in June 2020", "whom it had hired in May 2019": what only says which one is meant is no telling.
  private func isOfDescription(_ index: Int) -> Bool {
    let floor = sentence.tokens.lowerBound
    guard let verb = (floor..<index).last(where: { tags[$0].isVerb }), verb > floor, today != nil else { return false }
    var before = verb - 1
    while before > floor, tags[before] == .adverb { before -= 1 }
    if tags[before] == .auxiliary || tags[before] == .modal || tags[before].isVerb {
      while before > floor, tags[before] == .auxiliary || tags[before] == .adverb { before -= 1 }
      return ["who", "which", "whom", "whose"].contains(lower(before))
    }
    if ["who", "which"].contains(lower(before)) { return true }
    return tags[verb] == .verbParticiple && tags[before].isNominal
  }

  private func isAnaphoric(_ words: Range<Int>) -> Bool {
    Self.isAnaphoric(words.map { lower($0) })
  }

  /// "that summer", "the following month", "a year later"
  static func isAnaphoric(_ words: [String]) -> Bool {
    guard words.count > 1, let last = words.last else { return false }
    if ["later", "earlier", "before", "after"].contains(last) { return true }
    return words[0] == "that" || words[0] == "the" && shifts[words[1]] != nil
  }

  /// Whether the last verb before is one of the past.
  func hasPastVerb(before index: Int) -> Bool {
    let verb = (sentence.tokens.lowerBound..<index).last { tags[$0].isVerb || tags[$0] == .auxiliary || tags[$0] == .modal }
    return verb.map { tags[$0] == .verbPast || tags[$0] == .verbParticiple && ["was", "were", "had"].contains(lower($0 - 1)) }
      ?? false
  }

  /// "between January and April 2016", "from 3 March to 5 April 2016": the first month has the year of the second.
  func yearOfRange(month: Int, at index: Int) -> Int? {
    guard ["and", "to", "until", "–", "-"].contains(lower(index + 1)) else { return nil }
    let at = DateText.dayNumber(lower(index + 2)) == nil ? index + 2 : index + 3
    guard let second = self.month(at) ?? (sentence.tokens.contains(at) ? DateText.month(lower(at)) : nil),
      let year = DateText.yearNumber(lower(at + 1))
    else { return nil }
    return month <= second ? year : year - 1
  }

  /// "the next day" behind "last autumn" or "in 1998": a day after some day of those.
  func neighbour(at index: Int) -> Reading? { neighbour(at: index, of: lastDays ?? previousDays) }

  func neighbour(at index: Int, of days: DayRange?) -> Reading? {
    guard let days, let from = days.from, let to = days.to,
      ["day", "night", "evening", "morning", "afternoon"].contains(lower(index + 2)),
      let shift = Self.shifts[lower(index + 1)], shift != 0
    else { return nil }
    return (DayRange(from: from.adding(days: shift), to: to.adding(days: shift)), index + 3)
  }

  /// "A week later" behind "In March": as far from both ends of the month.
  func shifted(by count: Int, _ unit: String) -> DayRange? {
    guard let days = lastDays ?? previousDays, days.from != days.to else { return nil }
    return shifted(by: count, unit, from: days)
  }

  func shifted(by count: Int, _ unit: String, from days: DayRange?) -> DayRange? {
    guard let days, let from = days.from, let to = days.to else { return nil }
    let length = to.daysSinceEpoch - from.daysSinceEpoch
    // "the following winter" is as long as what it is counted from.
    if unit == "year", length < 366 { return .year(from.year + count) }
    if length >= 31 {
      let shift = unit == "day" ? count : unit == "week" ? 7 * count : unit == "month" ? 30 * count : nil
      return shift.map { DayRange(from: from.adding(days: $0), to: to.adding(days: $0)) }
    }
    switch unit {
    case "day": return DayRange(from: from.adding(days: count), to: to.adding(days: count))
    case "week": return DayRange(from: from.adding(days: 7 * count), to: to.adding(days: 7 * count))
    case "month":
      let first = from.firstOfMonth(addingMonths: count)
      return .month(first.month, year: first.year)
    default: return nil
    }
  }

  /// The year of a month without one, where the text tells of a year long past: the months follow each other.
  func yearGoingOn(month: Int, at index: Int?) -> Int? {
    guard let told = toldPeriod, let today, today.year - told.year > 1 || today.year > told.year && today.month >= told.month,
      index.map({ !looksAhead($0) }) ?? true
    else { return nil }
    if let year = yearsOfMonths[month] { return year }
    // A step back of a few months is one, a long one leads into the next year.
    let year = month >= told.month - 3 ? told.year : told.year + 1
    return year < today.year || year == today.year && month <= today.month ? year : nil
  }

  /// "(2 March) the following year", "that year", "of the same year", "last year".
  func toldYear(at index: Int) -> (year: Int, end: Int)? {
    let at = ["of", "in"].contains(lower(index)) ? index + 1 : index
    let anchor = sentencePeriod ?? sentenceDay ?? toldPeriod ?? previousDay
    let isSecondYear = lower(at + 1) == "year"
    switch lower(at) {
    case "that" where isSecondYear: return anchor.map { ($0.year, at + 2) }
    case "last" where isSecondYear: return today.map { ($0.year - 1, at + 2) }
    case "this" where isSecondYear: return today.map { ($0.year, at + 2) }
    case "next" where isSecondYear: return today.map { ($0.year + 1, at + 2) }
    case "the" where lower(at + 2) == "year":
      let shift = Self.shifts[lower(at + 1)]
      return shift.flatMap { shift in anchor.map { ($0.year + shift, at + 3) } }
    default: return nil
    }
  }

  /// "autumn 2021", "the spring of 2019": by the calendar of the north.
  func seasonOfYear(at index: Int) -> Reading? {
    let at = lower(index + 1) == "of" ? index + 2 : index + 1
    guard let year = DateText.yearNumber(lower(at)), (1900..<2100).contains(year),
      let month = Self.seasons[lower(index)], let days = season(month, year: year)
    else { return nil }
    return (days, at + 1)
  }

  /// "the 16th": of the month last spoken of.
  func ordinal(at index: Int) -> Reading? {
    guard lower(index) == "the", ["st", "nd", "rd", "th"].contains(where: { lower(index + 1).hasSuffix($0) }),
      let day = DateText.dayNumber(lower(index + 1)),
      ["on", "until", "by", "since", "of", "from", ","].contains(lower(index - 1)),
      !sentence.tokens.contains(index + 2) || !tags[index + 2].isNominal && tags[index + 2] != .adjective,
      let anchor = namedMonth ?? sentenceDay ?? previousDay ?? textDay ?? today,
      let civil = CivilDay(year: anchor.year, month: anchor.month, day: day)
    else { return nil }
    return (DayRange(civil), index + 2)
  }

  /// "in the summer", "since the spring": the latest that has begun, or the next where the words look ahead.
  func seasonByItself(at index: Int) -> Reading? {
    guard let today, lower(index) == "the", let first = Self.seasons[lower(index + 1)], lower(index + 2) != "of",
      DateText.yearNumber(lower(index + 2)) == nil,
      ["in", "since", "during", "until", "by", "over", "before", "after"].contains(lower(index - 1))
    else { return nil }
    let told = (toldPeriod ?? sentencePeriod).flatMap { $0.year < today.year ? $0.year : nil }
    let isAhead = looksAhead(index)
    let hasBegun = today.month >= first
    let year = told ?? (isAhead ? today.year + (today.month > first + 2 ? 1 : 0) : today.year - (hasBegun ? 0 : 1))
    return season(first, year: year).map { ($0, index + 2) }
  }

  /// "that day", "the same weekend", "the following month": counted from what was told last.
  func toldPeriod(at index: Int) -> Reading? {
    let isThat = lower(index) == "that"
    let isBehind = !isThat && ["week", "weekend", "month", "year"].contains(lower(index + 1)) && !isClauseStart(index + 3)
    let unit = lower(isThat || isBehind ? index + 1 : index + 2)
    let end = isThat ? index + 2 : index + 3
    guard isThat || lower(index) == "the",
      let shift = isThat ? 0 : isBehind ? Self.shiftsBehind[lower(index + 2)] : Self.shifts[lower(index + 1)],
      !isThat || ["day", "night", "evening", "morning", "afternoon", "weekend", "week", "month", "year"].contains(unit)
        || Self.seasons[unit] != nil,
      !isThat || !["said", "so"].contains(lower(index - 1))
    else { return nil }
    let isOfYear = ["month", "year"].contains(unit) || Self.seasons[unit] != nil
    guard
      let anchor = sentenceDay ?? (isOfYear ? sentencePeriod : nil) ?? previousDay
        ?? (isOfYear ? toldPeriod ?? textDays?.from : nil) ?? textDay
    else { return nil }
    if let weekday = DateText.weekdays[unit] { return shift == 0 ? nil : (DayRange(anchor.next(weekday, shift)), end) }
    switch unit {
    case "day", "night", "evening", "morning", "afternoon": return (DayRange(anchor.adding(days: shift)), end)
    case "week":
      let monday = anchor.adding(days: -anchor.weekday + 7 * shift)
      return (DayRange(from: monday, to: monday.adding(days: 6)), end)
    case "weekend":
      let saturday = anchor.adding(days: 5 - anchor.weekday + 7 * shift)
      return (DayRange(from: saturday, to: saturday.adding(days: 1)), end)
    case "month":
      let first = anchor.firstOfMonth(addingMonths: shift)
      return (.month(first.month, year: first.year), end)
    case "year": return (.year(anchor.year + shift), end)
    case "spring", "summer", "autumn", "winter", "fall":
      guard let first = Self.seasons[unit] else { return nil }
      // The first such season that begins after what was told, or the one that holds it.
      let isOver = shift > 0 ? first <= anchor.month : first + 2 < anchor.month
      // "the following spring" behind "in 2009" is of the next year.
      if shift > 0, let days = lastDays ?? previousDays, let from = days.from, let to = days.to,
        to.daysSinceEpoch - from.daysSinceEpoch > 360
      {
        return season(first, year: to.year + 1).map { ($0, end) }
      }
      return season(first, year: anchor.year + (shift < 0 ? -1 : isOver ? 1 : 0)).map { ($0, end) }
    default: return nil
    }
  }

  /// "the week before"
  private static let shiftsBehind = ["before": -1, "earlier": -1, "after": 1, "later": 1]
  private static let shifts = ["same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1]
  /// The first month of each.
  static let seasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]

  func season(_ first: Int, year: Int) -> DayRange? {
    guard let from = CivilDay(year: year, month: first, day: 1) else { return nil }
    let final = from.firstOfMonth(addingMonths: 2)
    return DayRange(from: from, to: DayRange.month(final.month, year: final.year).to)
  }
}
