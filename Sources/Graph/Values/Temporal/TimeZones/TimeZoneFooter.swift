/// The rule for all years after a time zone file's last transition: a POSIX `TZ` string such as `CET-1CEST,M3.5.0,M10.5.0/3`
/// (RFC 8536 §3.3.1, with version 3's hours beyond a day).
struct TimeZoneFooter: Sendable, Equatable {
  /// A day of each year and a second of that day, which may lie outside it.
  struct Change: Sendable, Equatable {
    enum Day: Sendable, Equatable {
      /// `Jn`: 1 to 365, 29 February is never counted.
      case julian(Int64)
      /// `n`: 0 to 365, 29 February counts.
      case ordinal(Int64)
      /// `Mm.w.d`: the `week`-th (5 = last) `weekday` (0 = Sunday) of `month`.
      case weekday(month: Int64, week: Int64, weekday: Int64)
    }

    var day: Day
    var second: Int64
  }

  var standardOffset: Int32
  /// Summer time: its offset, when it begins (in standard time) and when it ends (in summer time).
  var summer: (offset: Int32, start: Change, end: Change)?

  static func == (a: TimeZoneFooter, b: TimeZoneFooter) -> Bool {
    a.standardOffset == b.standardOffset && a.summer?.offset == b.summer?.offset && a.summer?.start == b.summer?.start
      && a.summer?.end == b.summer?.end
  }

  func offset(atEpochSecond epochSecond: Int64) -> Int32 {
    guard let summer else { return standardOffset }
    let day = CalendarDate.floorDivide(epochSecond + Int64(standardOffset), LocalDateTime.secondsPerDay)
    let year = CalendarDate(daysSinceEpoch: day).year
    let start = Self.localSecond(of: summer.start, year: year) - Int64(standardOffset)
    let end = Self.localSecond(of: summer.end, year: year) - Int64(summer.offset)
    let isSummer = start < end ? start <= epochSecond && epochSecond < end : epochSecond < end || start <= epochSecond
    return isSummer ? summer.offset : standardOffset
  }

  private static func localSecond(of change: Change, year: Int64) -> Int64 {
    let firstDay = CalendarDate.days(year: year, month: 1, day: 1)
    let day: Int64
    switch change.day {
    case .julian(let number): day = firstDay + number - 1 + (CalendarDate.isLeap(year) && number > 59 ? 1 : 0)
    case .ordinal(let number): day = firstDay + number
    case .weekday(let month, let week, let weekday):
      let first = CalendarDate.days(year: year, month: month, day: 1)
      let firstWeekday = CalendarDate(daysSinceEpoch: first).dayOfWeek % 7
      let candidate = first + CalendarDate.floorModulo(weekday - firstWeekday, 7) + (week - 1) * 7
      day = candidate < first + CalendarDate.dayCount(year: year, month: month) ? candidate : candidate - 7
    }
    return day * LocalDateTime.secondsPerDay + change.second
  }
}

extension TimeZoneFooter {
  /// Nil where `text` is no rule.
  init?(_ text: some Sequence<UInt8>) {
    var scanner = Scanner(bytes: Array(text))
    guard scanner.skipName(), let standardWest = scanner.time() else { return nil }
    standardOffset = Int32(-standardWest)
    if scanner.isAtEnd { return }
    guard scanner.skipName() else { return nil }
    var summerOffset = Int64(standardOffset) + 3_600
    if scanner.peek != UInt8(ascii: ",") {
      guard let summerWest = scanner.time() else { return nil }
      summerOffset = -summerWest
    }
    guard let start = scanner.change(), let end = scanner.change(), scanner.isAtEnd else { return nil }
    summer = (Int32(summerOffset), start, end)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ byte: Character) -> Bool {
      guard peek == byte.asciiValue else { return false }
      position += 1
      return true
    }

    /// `CET` or `<+0330>`.
    mutating func skipName() -> Bool {
      let start = position
      if skip("<") {
        while let byte = peek, byte != UInt8(ascii: ">") { position += 1 }
        return skip(">")
      }
      while let byte = peek, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") { position += 1 }
      return position > start
    }

    mutating func number() -> Int64? {
      var value: Int64?
      while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), (value ?? 0) < 1_000_000 {
        value = (value ?? 0) * 10 + Int64(byte - UInt8(ascii: "0"))
        position += 1
      }
      return value
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
    mutating func time() -> Int64? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard let hours = number() else { return nil }
      var seconds = hours * 3_600
      if skip(":") {
        guard let minutes = number() else { return nil }
        seconds += minutes * 60
        if skip(":") {
          guard let rest = number() else { return nil }
          seconds += rest
        }
      }
      return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`.
    mutating func change() -> Change? {
      guard skip(","), let day = day() else { return nil }
      guard skip("/") else { return Change(day: day, second: 7_200) }
      return time().map { Change(day: day, second: $0) }
    }

    private mutating func day() -> Change.Day? {
      if skip("J") { return number().map(Change.Day.julian) }
      guard skip("M") else { return number().map(Change.Day.ordinal) }
      guard let month = number(), skip("."), let week = number(), skip("."), let weekday = number(), (1...12).contains(month)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
  }
}
