import Graph

/// Dates, absolute and relative → days. A relative date counts from the last full date of its own sentence if the words
/// point there ("the previous night"), otherwise from the document's day; without either it stays open. Months and days without a
/// year have that of the days that the text names in full where the document has no day.
struct TimeExpressionFinder: Component {
  let name = "time expression finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags]
  let assigns: Set<Layer> = [.times]

  func annotate(_ annotations: inout Annotations) {
    var today = annotations.document.date.map { CivilDay($0) }
    let calendarDay = today ?? CalendarDay.named(in: annotations)
    var last: (day: CivilDay, block: Int)?
    var told: (day: CivilDay, block: Int)?
    var namedMonth: CivilDay?
    var yearsOfMonths: (years: [Int: Int], block: Int)?
    let mainYears = yearsToldOf(annotations)
    let isTranscript = hasTurns(annotations)
    var days: (range: DayRange, block: Int)?
    var textDays = today.map { DayRange($0) }
    for sentence in annotations.sentences {
      var parser = TimeParser(sentence: sentence, tokens: annotations.tokens, tags: annotations.tags, today: today)
      parser.calendarDay = today ?? calendarDay
      // In a transcript the answer goes on where the question was.
      parser.previousDay = last.flatMap { $0.block == sentence.block || isTranscript ? $0.day : nil }
      parser.textDay = last?.day
      parser.namedMonth = namedMonth
      parser.yearsOfMonths = yearsOfMonths.flatMap { $0.block == sentence.block || isTranscript ? $0.years : nil } ?? [:]
      // Beyond its paragraph a year goes on where the text tells of it again and again.
      parser.toldPeriod = told.flatMap {
        $0.block == sentence.block || isTranscript || mainYears.contains($0.day.year) && isPast($0.day, today) ? $0.day : nil
      }
      parser.previousDays = days?.block == sentence.block ? days?.range : nil
      parser.textDays = textDays
      let wasTold = parser.toldPeriod != nil
      var fresh = parser
      var found = parser.expressions()
      // A dispatch further down, or a day of a diary, has a day of its own.
      if let day = Datelines.day(of: sentence, found, annotations.tokens), CivilDay(day) != today {
        today = CivilDay(day)
        fresh.today = today
        fresh.calendarDay = today
        parser = fresh
        found = parser.expressions()
      }
      annotations.times += found
      let day = parser.toldDay ?? (last?.block == sentence.block ? nil : parser.sentenceDay)
      // What is to come is no day of the telling.
      if let day, today.map({ day <= $0 }) ?? true { last = (day, sentence.block) }
      namedMonth = parser.namedMonth
      if !parser.yearsOfMonths.isEmpty { yearsOfMonths = (parser.yearsOfMonths, sentence.block) }
      if let day = parser.toldPeriod { told = (day, sentence.block) } else if wasTold { told = nil }
      if let range = parser.lastDays { days = (range, sentence.block) }
      if let range = parser.toldDays { textDays = range }
    }
  }
}

extension TimeExpressionFinder {
  /// Whether at least four paragraphs open with a name or a title in capitals and a colon: "MS NAIR: And then?"
  private func hasTurns(_ annotations: Annotations) -> Bool {
    let turns = annotations.sentences.filter { sentence in
      guard sentence.opensBlock, let colon = sentence.tokens.prefix(6).first(where: { annotations.tokens[$0].form == ":" }) else {
        return false
      }
      return colon > sentence.tokens.lowerBound
        && (sentence.tokens.lowerBound..<colon).allSatisfy { annotations.tokens[$0].isCapitalised }
    }
    return turns.count >= 4
  }

  /// Not of the year before the text's, of which a month without a year would be said with one.
  private func isPast(_ day: CivilDay, _ today: CivilDay?) -> Bool { today.map { $0.year - day.year > 1 } ?? true }

  /// Years that at least three dates with a month name.
  private func yearsToldOf(_ annotations: Annotations) -> Set<Int> {
    var counts: [Int: Int] = [:]
    let tokens = annotations.tokens
    for index in tokens.indices where tokens[index].isCapitalised && DateText.month(tokens[index].lower) != nil {
      let year = (index + 1..<min(tokens.count, index + 4)).lazy.compactMap { DateText.yearNumber(tokens[$0].lower) }.first
      if let year { counts[year, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }
}

/// The days that a stretch of words means, before open ends are taken off.
struct DayRange {
  var from: CivilDay?
  var to: CivilDay?

  init(_ day: CivilDay) { (from, to) = (day, day) }
  init(from: CivilDay?, to: CivilDay?) { (self.from, self.to) = (from, to) }

  /// Without what is to come of a period that has begun, where the words tell of the past.
  func told(by today: CivilDay?, _ isAhead: Bool) -> DayRange {
    guard let today, let from, let to, !isAhead, from != to, from <= today, today < to else { return self }
    return DayRange(from: from, to: today)
  }

  /// The days of a month; with `part` early, mid or late the ten or so that are meant.
  static func month(_ month: Int, year: Int, part: String? = nil) -> DayRange {
    let last = CivilDay.lastDay(ofMonth: month, year: year)
    let (first, final) =
      switch part {
      case "early": (1, 10)
      case "mid", "mid-": (11, 20)
      case "late": (20, last)
      default: (1, last)
      }
    return DayRange(from: CivilDay(year: year, month: month, day: first), to: CivilDay(year: year, month: month, day: final))
  }

  static func year(_ year: Int) -> DayRange {
    DayRange(from: CivilDay(year: year, month: 1, day: 1), to: CivilDay(year: year, month: 12, day: 31))
  }
}
