/// The fields of an instant as a pattern's letters ask for them.
struct InstantPatternFields {
  private let type: ValueType
  private let date: CalendarDate?
  private let time: LocalTime?
  private let offset: Int32?
  private let zoneName: String?

  /// - Parameter value: a date, a time or both.
  init(_ value: Value) {
    type = value.type
    date = value.datePart
    time = value.timePart
    offset = value.offsetPart
    zoneName = value.zonePart?.name
  }

  /// Throws `invalidArgument` for a letter that means nothing, stands too often or asks for what the value does not have.
  func text(_ letter: Character, _ count: Int) throws(ValueError) -> String {
    switch letter {
    case "G", "u", "y", "Y", "M", "L", "Q", "q", "D", "d", "w", "W", "F", "E", "e", "c":
      guard let date else { throw lacking(letter, "date") }
      return try text(letter, count, of: date)
    case "a", "h", "H", "k", "K", "m", "s", "S", "A", "n", "N":
      guard let time else { throw lacking(letter, "time") }
      return try text(letter, count, of: time)
    case "V", "O", "X", "x", "Z":
      guard let offset else { throw lacking(letter, "offset") }
      return try text(letter, count, ofOffset: offset)
    case "z", "v":
      throw .invalidArgument("\(letter), the zone's name in a language, is not there: use VV for its identifier, O or xxx")
    default: throw .invalidArgument("\(letter) means nothing in a pattern, write '\(letter)' for the letter itself")
    }
  }

  // MARK: - Parts

  private func text(_ letter: Character, _ count: Int, of date: CalendarDate) throws(ValueError) -> String {
    let (year, month, day) = date.civil
    switch letter {
    case "G": return Self.pick(count, year > 0 ? ["AD", "Anno Domini", "A"] : ["BC", "Before Christ", "B"])
    case "u": return Self.year(year, count)
    case "y": return Self.year(year > 0 ? year : 1 - year, count)
    case "Y": return Self.year(date.weekYear, count)
    case "M", "L": return try named(letter, count, month, EnglishNames.months[Int(month - 1)])
    case "Q", "q": return try named(letter, count, date.quarter, EnglishNames.quarters[Int(date.quarter - 1)])
    case "E": return try named(letter, max(count, 3), date.dayOfWeek, EnglishNames.days[Int(date.dayOfWeek - 1)])
    case "e", "c": return try named(letter, count, date.dayOfWeek, EnglishNames.days[Int(date.dayOfWeek - 1)])
    case "D": return try number(letter, count, date.ordinalDay, longest: 3)
    case "d": return try number(letter, count, day, longest: 2)
    case "w": return try number(letter, count, date.week, longest: 2)
    case "W":
      // ISO weeks within the month: the first week has at least four of its days, what is before it is week 0.
      let daysBeforeFirst = CalendarDate.floorModulo(date.dayOfWeek - day, 7)
      return try number(letter, count, (day - 1 + daysBeforeFirst) / 7 + (daysBeforeFirst <= 3 ? 1 : 0), longest: 1)
    default: return try number(letter, count, (day - 1) / 7 + 1, longest: 1)
    }
  }

  private func text(_ letter: Character, _ count: Int, of time: LocalTime) throws(ValueError) -> String {
    switch letter {
    case "a": return time.hour < 12 ? "AM" : "PM"
    case "h": return try number(letter, count, (time.hour + 11) % 12 + 1, longest: 2)
    case "K": return try number(letter, count, time.hour % 12, longest: 2)
    case "H": return try number(letter, count, time.hour, longest: 2)
    case "k": return try number(letter, count, (time.hour + 23) % 24 + 1, longest: 2)
    case "m": return try number(letter, count, time.minute, longest: 2)
    case "s": return try number(letter, count, time.second, longest: 2)
    case "S":
      guard count <= 9 else { throw tooMany(letter, 9) }
      return String(TemporalFormatter.padded(time.nanosecond, width: 9).prefix(count))
    case "A": return try number(letter, count, time.nanosecondOfDay / 1_000_000, longest: 19)
    case "n": return try number(letter, count, time.nanosecond, longest: 19)
    default: return try number(letter, count, time.nanosecondOfDay, longest: 19)
    }
  }

  private func text(_ letter: Character, _ count: Int, ofOffset offset: Int32) throws(ValueError) -> String {
    switch (letter, count) {
    case ("V", 2): return zoneName ?? TemporalFormatter.text(offset: offset)
    case ("V", _): throw .invalidArgument("V stands twice in a pattern: VV, the zone's identifier")
    case ("O", 1): return OffsetText(offset).localized(isShort: true)
    case ("O", 4), ("Z", 4): return OffsetText(offset).localized(isShort: false)
    case ("O", _): throw .invalidArgument("O stands once or four times in a pattern")
    case ("X", 1...5): return offset == 0 ? "Z" : OffsetText(offset).text(form: count)
    case ("x", 1...5): return OffsetText(offset).text(form: count)
    case ("Z", 1...3): return OffsetText(offset).text(form: 2)
    case ("Z", 5): return offset == 0 ? "Z" : OffsetText(offset).text(form: 5)
    default: throw tooMany(letter, 5)
    }
  }

  // MARK: - Ways of writing

  private static func year(_ year: Int64, _ count: Int) -> String {
    if count == 2 { return TemporalFormatter.padded(CalendarDate.floorModulo(abs(year), 100)) }
    let digits = TemporalFormatter.padded(abs(year), width: min(count, 19))
    if year < 0 { return "-" + digits }
    return count >= 4 && digits.utf8.count > count ? "+" + digits : digits
  }

  private func number(_ letter: Character, _ count: Int, _ value: Int64, longest: Int) throws(ValueError) -> String {
    guard count <= longest else { throw tooMany(letter, longest) }
    return TemporalFormatter.padded(value, width: count)
  }

  /// As a number of one or two digits, or a short, full or narrow name.
  private func named(
    _ letter: Character, _ count: Int, _ value: Int64, _ names: EnglishNames.Name
  ) throws(ValueError) -> String {
    switch count {
    case 1, 2: return TemporalFormatter.padded(value, width: count)
    case 3...5: return Self.pick(count, [names.short, names.full, names.narrow])
    default: throw tooMany(letter, 5)
    }
  }

  private static func pick(_ count: Int, _ names: [String]) -> String { names[count < 4 ? 0 : count == 4 ? 1 : 2] }

  private func tooMany(_ letter: Character, _ longest: Int) -> ValueError {
    .invalidArgument("\(letter) stands at most \(longest) times in a row in a pattern")
  }

  private func lacking(_ letter: Character, _ part: String) -> ValueError {
    .invalidArgument("a \(type.rawValue) has no \(part), which \(letter) in the pattern asks for")
  }
}

/// An offset in the forms that patterns know.
private struct OffsetText {
  private let sign: String
  private let hours, minutes, seconds: Int64

  init(_ offset: Int32) {
    let magnitude = Int64(offset.magnitude)
    sign = offset < 0 ? "-" : "+"
    (hours, minutes, seconds) = (magnitude / 3_600, magnitude / 60 % 60, magnitude % 60)
  }

  /// 1: `+01` or `+0130`; 2: `+0130`; 3: `+01:30`; 4 and 5: as 2 and 3, with seconds where there are any.
  func text(form: Int) -> String {
    let separator = form == 3 || form == 5 ? ":" : ""
    var text = sign + TemporalFormatter.padded(hours)
    if form > 1 || minutes != 0 { text += separator + TemporalFormatter.padded(minutes) }
    if form > 3, seconds != 0 { text += separator + TemporalFormatter.padded(seconds) }
    return text
  }

  /// `GMT+1` or `GMT+01:00`.
  func localized(isShort: Bool) -> String {
    if hours == 0, minutes == 0, seconds == 0 { return "GMT" }
    var text = "GMT" + sign + (isShort ? String(hours) : TemporalFormatter.padded(hours))
    if !isShort || minutes != 0 || seconds != 0 { text += ":" + TemporalFormatter.padded(minutes) }
    if seconds != 0 { text += ":" + TemporalFormatter.padded(seconds) }
    return text
  }
}
