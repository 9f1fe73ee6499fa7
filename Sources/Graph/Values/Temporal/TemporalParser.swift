/// The texts of instants that openCypher reads: ISO 8601 in its basic and extended forms (CIP2015-08-06, "String
/// representation").
///
/// Dates as `2015-07-21`, `20150721`, `2015-07`, `201507`, `2015-W30-2`, `2015W302`, `2015-W30`, `2015-202`, `2015202`,
/// `2015-Q3-21`, `2015`, and with a sign years of up to nine digits; times as `21:40:32.142`, `214032.142`, `21:40`, `2140`,
/// `21`; offsets as `Z`, `+01:00`, `+0100`, `+01`; zones in brackets. All throw `invalidArgument` for texts of no known form
/// and `outOfRange` for impossible dates.
enum TemporalParser {
  static func date(_ text: some StringProtocol) throws(ValueError) -> CalendarDate {
    var scanner = TemporalScanner(text)
    guard let date = try date(&scanner), scanner.isAtEnd else { throw unreadable(text, "date") }
    return date
  }

  static func localTime(_ text: some StringProtocol) throws(ValueError) -> LocalTime {
    var scanner = TemporalScanner(text)
    guard let time = try time(&scanner), scanner.isAtEnd else { throw unreadable(text, "local time") }
    return time
  }

  /// Without an offset in the text it is UTC.
  static func time(_ text: some StringProtocol) throws(ValueError) -> ZonedTime {
    var scanner = TemporalScanner(text)
    guard let time = try time(&scanner) else { throw unreadable(text, "time") }
    if scanner.isAtEnd { return ZonedTime(localTime: time, offsetSeconds: 0) }
    guard let offset = try offset(&scanner), scanner.isAtEnd else { throw unreadable(text, "time") }
    return ZonedTime(localTime: time, offsetSeconds: offset)
  }

  /// Without a time in the text it is midnight.
  static func localDateTime(_ text: some StringProtocol) throws(ValueError) -> LocalDateTime {
    var scanner = TemporalScanner(text)
    guard let local = try localDateTime(&scanner), scanner.isAtEnd else { throw unreadable(text, "local date and time") }
    return local
  }

  /// Without a zone in the text it is UTC. Where an offset and a named zone are given, they must agree.
  static func dateTime(_ text: some StringProtocol) throws(ValueError) -> ZonedDateTime {
    var scanner = TemporalScanner(text)
    guard let local = try localDateTime(&scanner) else { throw unreadable(text, "date and time") }
    let given = try offset(&scanner)
    guard scanner.skip("[") else {
      guard scanner.isAtEnd else { throw unreadable(text, "date and time") }
      return ZonedDateTime(local: local, offsetSeconds: given ?? 0)
    }
    guard scanner.bytes.last == UInt8(ascii: "]") else { throw unreadable(text, "date and time") }
    let name = String(decoding: scanner.bytes[scanner.position..<scanner.bytes.count - 1], as: UTF8.self)
    guard let given else { return try ZonedDateTime(resolving: local, in: .named(name)) }
    let instant = local.secondsSinceEpoch - Int64(given)
    let result = try ZonedDateTime(epochSecond: instant, nanosecond: local.time.nanosecond, zone: .named(name))
    guard result.offsetSeconds == given else {
      throw .invalidArgument("the zone \(name) does not have the offset given in \"\(text)\" at that time")
    }
    return result
  }

  // MARK: - Parts

  private static func localDateTime(_ scanner: inout TemporalScanner) throws(ValueError) -> LocalDateTime? {
    guard let date = try date(&scanner) else { return nil }
    guard scanner.skip("T") else { return LocalDateTime(date: date, time: .midnight) }
    guard let time = try time(&scanner) else { return nil }
    return LocalDateTime(date: date, time: time)
  }

  private static func date(_ scanner: inout TemporalScanner) throws(ValueError) -> CalendarDate? {
    let isNegative = scanner.skip("-")
    let isSigned = isNegative || scanner.skip("+")
    let count = scanner.digitCount
    if isSigned {
      guard (4...9).contains(count), let year = scanner.number(digits: count) else { return nil }
      return try rest(ofYear: isNegative ? -year : year, &scanner, allowsBasicForm: false)
    }
    guard let year = scanner.number(digits: 4) else { return nil }
    switch count {
    case 4: return try rest(ofYear: year, &scanner, allowsBasicForm: true)
    case 6: return try scanner.number(digits: 2).map { month throws(ValueError) in try CalendarDate(year: year, month: month) }
    case 7:
      return try scanner.number(digits: 3).map { day throws(ValueError) in try CalendarDate(year: year, ordinalDay: day) }
    case 8:
      guard let month = scanner.number(digits: 2), let day = scanner.number(digits: 2) else { return nil }
      return try CalendarDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// What follows the digits of the year, from its dash, `W` or `Q` on.
  private static func rest(
    ofYear year: Int64, _ scanner: inout TemporalScanner, allowsBasicForm: Bool
  ) throws(ValueError) -> CalendarDate? {
    let isExtended = scanner.skip("-")
    guard isExtended || allowsBasicForm else { return try CalendarDate(year: year) }
    if scanner.skip("W") {
      guard let week = scanner.number(digits: 2) else { return nil }
      guard let day = lastPart(&scanner, digits: 1, isExtended: isExtended) else { return nil }
      return try CalendarDate(weekYear: year, week: week, dayOfWeek: day)
    }
    if scanner.skip("Q") {
      guard let quarter = scanner.number(digits: 1) else { return nil }
      guard let day = lastPart(&scanner, digits: 2, isExtended: isExtended) else { return nil }
      return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }
    guard isExtended else { return try CalendarDate(year: year) }
    if scanner.digitCount == 3, let day = scanner.number(digits: 3) { return try CalendarDate(year: year, ordinalDay: day) }
    guard let month = scanner.number(digits: 2), let day = lastPart(&scanner, digits: 2, isExtended: true) else { return nil }
    return try CalendarDate(year: year, month: month, day: day)
  }

  /// The day within a week, quarter or month; 1 where the text has none, nil where it breaks off.
  private static func lastPart(_ scanner: inout TemporalScanner, digits: Int, isExtended: Bool) -> Int64? {
    if isExtended { return scanner.skip("-") ? scanner.number(digits: digits) : 1 }
    return scanner.digitCount > 0 ? scanner.number(digits: digits) : 1
  }

  private static func time(_ scanner: inout TemporalScanner) throws(ValueError) -> LocalTime? {
    let count = scanner.digitCount
    guard let hour = scanner.number(digits: 2) else { return nil }
    let isExtended = count == 2
    guard isExtended ? scanner.skip(":") : true else { return try LocalTime(hour: hour) }
    guard let minute = scanner.number(digits: 2) else { return nil }
    guard isExtended ? scanner.skip(":") : count == 6 else {
      return isExtended || count == 4 ? try LocalTime(hour: hour, minute: minute) : nil
    }
    guard let second = scanner.number(digits: 2), let nanosecond = scanner.nanoseconds() else { return nil }
    return try LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// Seconds east of UTC; nil where the text goes on with something else.
  private static func offset(_ scanner: inout TemporalScanner) throws(ValueError) -> Int32? {
    if scanner.skip("Z") { return 0 }
    let isNegative = scanner.skip("-")
    guard isNegative || scanner.skip("+") else { return nil }
    let isBasic = scanner.digitCount > 2
    guard let hours = scanner.number(digits: 2) else { return nil }
    var seconds = hours * 3_600
    if isBasic || scanner.skip(":") {
      guard let minutes = scanner.number(digits: 2) else { return nil }
      try CalendarDate.check(minutes, in: 0...59, "minutes of an offset")
      seconds += minutes * 60
      if isBasic ? scanner.digitCount == 2 : scanner.skip(":") {
        guard let rest = scanner.number(digits: 2) else { return nil }
        try CalendarDate.check(rest, in: 0...59, "seconds of an offset")
        seconds += rest
      }
    }
    try CalendarDate.check(seconds, in: 0...64_800, "an offset in seconds")
    return Int32(isNegative ? -seconds : seconds)
  }

  /// `Z`, an offset, or a name.
  static func zone(_ text: String) throws(ValueError) -> ZoneDesignator {
    var scanner = TemporalScanner(text)
    if let offset = try offset(&scanner), scanner.isAtEnd { return .offset(offset) }
    return .named(try TimeZoneDatabase.system.rules(named: text).name)
  }

  private static func unreadable(_ text: some StringProtocol, _ kind: String) -> ValueError {
    let example =
      switch kind {
      case "date": "2013-01-11"
      case "local time": "21:40:32"
      case "time": "21:40:32+01:00"
      case "local date and time": "2013-01-11T21:40:32"
      default: "2013-01-11T21:40:32+01:00"
      }
    return .invalidArgument("\"\(text)\" cannot be read as a \(kind), expected such as \(example)")
  }
}
