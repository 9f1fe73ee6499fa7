// Adding a duration to an instant: first the months, with the day of the month cut to the length of the new month, then the
// days, then the seconds (CIP2015-08-06, "Temporal arithmetic"). Subtracting is adding the negated duration.

extension CalendarDate {
  /// Seconds count as far as they make whole days. Throws `outOfRange` beyond the years of the calendar.
  public func adding(_ duration: CalendarDuration) throws(ValueError) -> CalendarDate {
    let wholeDays = duration.secondsTowardZero / LocalDateTime.secondsPerDay
    return try adding(months: duration.months).adding(days: duration.days).adding(days: wholeDays)
  }

  func adding(months: Int64) throws(ValueError) -> CalendarDate {
    if months == 0 { return self }
    let (year, month, day) = civil
    let total = try CalendarDuration.checked((year * 12 + month - 1).addingReportingOverflow(months))
    let newYear = Self.floorDivide(total, 12)
    let newMonth = Self.floorModulo(total, 12) + 1
    return try CalendarDate(year: newYear, month: newMonth, day: min(day, Self.dayCount(year: newYear, month: newMonth)))
  }

  func adding(days: Int64) throws(ValueError) -> CalendarDate {
    try CalendarDate(checking: CalendarDuration.checked(daysSinceEpoch.addingReportingOverflow(days)))
  }
}

extension LocalTime {
  /// Months and days are ignored; the clock goes round.
  public func adding(_ duration: CalendarDuration) -> LocalTime {
    let seconds = CalendarDate.floorModulo(duration.seconds, LocalDateTime.secondsPerDay)
    let shifted = nanosecondOfDay + seconds * Self.nanosecondsPerSecond + Int64(duration.nanoseconds)
    return LocalTime(nanosecondOfDay: shifted % Self.nanosecondsPerDay)
  }
}

extension ZonedTime {
  /// Months and days are ignored; the clock goes round.
  public func adding(_ duration: CalendarDuration) -> ZonedTime {
    ZonedTime(localTime: localTime.adding(duration), offsetSeconds: offsetSeconds)
  }
}

extension LocalDateTime {
  /// Throws `outOfRange` beyond the years of the calendar.
  public func adding(_ duration: CalendarDuration) throws(ValueError) -> LocalDateTime {
    let day = try date.adding(months: duration.months).adding(days: duration.days)
    let start = LocalDateTime(date: day, time: time)
    let nanoseconds = time.nanosecond + Int64(duration.nanoseconds)
    let carry = nanoseconds / LocalTime.nanosecondsPerSecond
    let seconds = try CalendarDuration.checked((start.secondsSinceEpoch + carry).addingReportingOverflow(duration.seconds))
    return try LocalDateTime(secondsSinceEpoch: seconds, nanosecond: nanoseconds % LocalTime.nanosecondsPerSecond)
  }
}

extension ZonedDateTime {
  /// Months and days move the local time, seconds the instant. Throws `outOfRange` beyond the years of the calendar.
  public func adding(_ duration: CalendarDuration) throws(ValueError) -> ZonedDateTime {
    var start = self
    if duration.months != 0 || duration.days != 0 {
      let day = try local.date.adding(months: duration.months).adding(days: duration.days)
      start = try ZonedDateTime(resolving: LocalDateTime(date: day, time: local.time), in: zone, preferring: offsetSeconds)
    }
    let nanoseconds = local.time.nanosecond + Int64(duration.nanoseconds)
    let carry = nanoseconds / LocalTime.nanosecondsPerSecond
    let seconds = try CalendarDuration.checked((start.epochSecond + carry).addingReportingOverflow(duration.seconds))
    return try ZonedDateTime(epochSecond: seconds, nanosecond: nanoseconds % LocalTime.nanosecondsPerSecond, zone: zone)
  }
}

extension CalendarDuration {
  /// The seconds, rounded towards zero instead of down.
  var secondsTowardZero: Int64 { seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds }
}
