/// `duration.between(a, b)` and its kin: how far it is from one temporal value to another (CIP2015-08-06, "Durations").
///
/// What one value lacks it borrows from the other: its date, its zone. Without a time it is midnight. Where only one has a
/// date, the difference is one of times alone.
public struct TemporalDifference {
  private let start: ZonedDateTime
  /// In the zone of `start`.
  private let end: ZonedDateTime
  private let haveBothDates: Bool

  /// Throws `invalidType` where a value is no instant.
  public init(from a: Value, to b: Value) throws(ValueError) {
    for value in [a, b] where value.datePart == nil && value.timePart == nil {
      throw .invalidType("expected a temporal value other than a duration, found \(value.type.rawValue)")
    }
    haveBothDates = a.datePart != nil && b.datePart != nil
    let today = CalendarDate(daysSinceEpoch: 0)
    let startDate = a.datePart ?? b.datePart ?? today
    let endDate = b.datePart ?? a.datePart ?? today
    let startZone = a.zonePart ?? b.zonePart ?? .utc
    let endZone = b.zonePart ?? startZone
    start = try ZonedDateTime(
      resolving: LocalDateTime(date: startDate, time: a.timePart ?? .midnight), in: startZone, preferring: a.offsetPart)
    let resolved = try ZonedDateTime(
      resolving: LocalDateTime(date: endDate, time: b.timePart ?? .midnight), in: endZone, preferring: b.offsetPart)
    end = try resolved.converted(to: startZone)
  }

  /// Whole months, then whole days, then the rest in seconds.
  public func inAllUnits() throws(ValueError) -> CalendarDuration {
    guard haveBothDates else { return try inSeconds() }
    var position = start
    let months = Self.months(from: position.local, to: end.local)
    position = try position.adding(CalendarDuration(months: months))
    let days = Self.days(from: position.local, to: end.local)
    position = try position.adding(CalendarDuration(days: days))
    let rest = try Self.seconds(from: position, to: end)
    return CalendarDuration(months: months, days: days, seconds: rest.seconds, nanoseconds: rest.nanoseconds)
  }

  /// Whole months; nothing where a value has no date.
  public func inMonths() -> CalendarDuration {
    CalendarDuration(months: haveBothDates ? Self.months(from: start.local, to: end.local) : 0)
  }

  /// Whole days; nothing where a value has no date.
  public func inDays() -> CalendarDuration {
    CalendarDuration(days: haveBothDates ? Self.days(from: start.local, to: end.local) : 0)
  }

  /// The time that passes between the two instants.
  public func inSeconds() throws(ValueError) -> CalendarDuration {
    try Self.seconds(from: start, to: end)
  }

  private static func seconds(from a: ZonedDateTime, to b: ZonedDateTime) throws(ValueError) -> CalendarDuration {
    try CalendarDuration(
      months: 0, days: 0, seconds: b.epochSecond - a.epochSecond, carrying: b.local.time.nanosecond - a.local.time.nanosecond)
  }

  private static func days(from a: LocalDateTime, to b: LocalDateTime) -> Int64 {
    wholeDayEnd(from: a, to: b).daysSinceEpoch - a.date.daysSinceEpoch
  }

  /// Whole months from one date to another, and the days that are left then.
  public static func monthsAndDays(from a: CalendarDate, to b: CalendarDate) -> (months: Int64, days: Int64) {
    let months = months(from: a, to: b)
    let (year, month, day) = a.civil
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (CalendarDate.floorDivide(total, 12), CalendarDate.floorModulo(total, 12) + 1)
    let newDay = min(day, CalendarDate.dayCount(year: newYear, month: newMonth))
    let start = CalendarDate.days(year: newYear, month: newMonth, day: newDay)
    return (months, b.daysSinceEpoch - start)
  }

  private static func months(from a: LocalDateTime, to b: LocalDateTime) -> Int64 {
    months(from: a.date, to: wholeDayEnd(from: a, to: b))
  }

  private static func months(from a: CalendarDate, to b: CalendarDate) -> Int64 {
    let (startYear, startMonth, startDay) = a.civil
    let (endYear, endMonth, endDay) = b.civil
    // 32 is more than any day of a month: the quotient drops a month that is not full.
    let startCount = (startYear * 12 + startMonth) * 32 + startDay
    let endCount = (endYear * 12 + endMonth) * 32 + endDay
    return (endCount - startCount) / 32
  }

  /// The day of `b`, moved towards `a` where the last day between them is not full.
  private static func wholeDayEnd(from a: LocalDateTime, to b: LocalDateTime) -> CalendarDate {
    if b.date > a.date, b.time < a.time { return CalendarDate(daysSinceEpoch: b.date.daysSinceEpoch - 1) }
    if b.date < a.date, b.time > a.time { return CalendarDate(daysSinceEpoch: b.date.daysSinceEpoch + 1) }
    return b.date
  }
}
