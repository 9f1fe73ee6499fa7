/// `value.year`, `value.offset`, `duration.minutesOfHour`, …: the components that openCypher reads like properties
/// (CIP2015-08-06, "Accessors").
extension Value {
  /// The component called `name` (letter case does not count), nil where the value's type has none of that name. Throws
  /// `overflow` where a long duration in small units does not fit in 64 bits.
  public func temporalComponent(_ name: String) throws(ValueError) -> Value? {
    let name = name.lowercased()
    switch self {
    case .date(let date): return date.component(name).map(Value.integer)
    case .localTime(let time): return time.component(name).map(Value.integer)
    case .time(let time): return time.component(name)
    case .localDateTime(let local): return local.component(name).map(Value.integer)
    case .dateTime(let dateTime): return dateTime.component(name)
    case .duration(let duration): return try duration.component(name).map(Value.integer)
    default: return nil
    }
  }
}

/// What a date says of itself.
public enum DateComponent: Sendable {
  case year, quarter, month, week, weekYear, day, ordinalDay, dayOfWeek, dayOfQuarter

  /// Nil where dates have no component of that name; letter case does not count.
  public init?(named name: String) { self.init(lowercased: name.lowercased()) }

  fileprivate init?(lowercased name: String) {
    switch name {
    case "year": self = .year
    case "quarter": self = .quarter
    case "month": self = .month
    case "week": self = .week
    case "weekyear": self = .weekYear
    case "day": self = .day
    case "ordinalday": self = .ordinalDay
    case "weekday", "dayofweek": self = .dayOfWeek
    case "dayofquarter", "quarterday": self = .dayOfQuarter
    default: return nil
    }
  }

  public func value(of date: CalendarDate) -> Int64 {
    switch self {
    case .year: date.year
    case .quarter: date.quarter
    case .month: date.month
    case .week: date.week
    case .weekYear: date.weekYear
    case .day: date.day
    case .ordinalDay: date.ordinalDay
    case .dayOfWeek: date.dayOfWeek
    case .dayOfQuarter: date.dayOfQuarter
    }
  }
}

extension CalendarDate {
  fileprivate func component(_ name: String) -> Int64? { DateComponent(lowercased: name)?.value(of: self) }
}

extension LocalTime {
  fileprivate func component(_ name: String) -> Int64? {
    switch name {
    case "hour": hour
    case "minute": minute
    case "second": second
    case "millisecond": nanosecond / 1_000_000
    case "microsecond": nanosecond / 1_000
    case "nanosecond": nanosecond
    default: nil
    }
  }
}

extension LocalDateTime {
  fileprivate func component(_ name: String) -> Int64? { date.component(name) ?? time.component(name) }
}

extension ZonedTime {
  fileprivate func component(_ name: String) -> Value? {
    if name == "timezone" { return .string(TemporalFormatter.text(offset: offsetSeconds)) }
    return offsetComponent(name, offsetSeconds) ?? localTime.component(name).map(Value.integer)
  }
}

extension ZonedDateTime {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "timezone": .string(zoneName ?? TemporalFormatter.text(offset: offsetSeconds))
    case "epochseconds": .integer(epochSecond)
    case "epochmillis": .integer(epochSecond * 1_000 + local.time.nanosecond / 1_000_000)
    default: offsetComponent(name, offsetSeconds) ?? local.component(name).map(Value.integer)
    }
  }
}

private func offsetComponent(_ name: String, _ offsetSeconds: Int32) -> Value? {
  switch name {
  case "offset": .string(TemporalFormatter.text(offset: offsetSeconds))
  case "offsetminutes": .integer(Int64(offsetSeconds / 60))
  case "offsetseconds": .integer(Int64(offsetSeconds))
  default: nil
  }
}

extension CalendarDuration {
  fileprivate func component(_ name: String) throws(ValueError) -> Int64? {
    switch name {
    case "years": months / 12
    case "quarters": months / 3
    case "months": months
    case "weeks": days / 7
    case "days": days
    case "hours": seconds / 3_600
    case "minutes": seconds / 60
    case "seconds": seconds
    case "milliseconds": try total(per: 1_000)
    case "microseconds": try total(per: 1_000_000)
    case "nanoseconds": try total(per: 1_000_000_000)
    case "quartersofyear": months / 3 % 4
    case "monthsofquarter": months % 3
    case "monthsofyear": months % 12
    case "daysofweek": days % 7
    case "minutesofhour": seconds / 60 % 60
    case "secondsofminute": seconds % 60
    case "millisecondsofsecond": Int64(nanoseconds) / 1_000_000
    case "microsecondsofsecond": Int64(nanoseconds) / 1_000
    case "nanosecondsofsecond": Int64(nanoseconds)
    default: nil
    }
  }

  /// Seconds and nanoseconds together, in units of which a second has `count`.
  private func total(per count: Int64) throws(ValueError) -> Int64 {
    let whole = try Self.checked(seconds.multipliedReportingOverflow(by: count))
    return try Self.checked(whole.addingReportingOverflow(Int64(nanoseconds) / (LocalTime.nanosecondsPerSecond / count)))
  }
}

extension ValueType {
  /// The components that values of a temporal type have, as openCypher spells them; none for other types.
  public var componentNames: [String] {
    let date = [
      "year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "quarterDay", "day", "ordinalDay", "dayOfWeek", "weekDay",
    ]
    let time = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
    let zone = ["timezone", "offset", "offsetMinutes", "offsetSeconds"]
    switch self {
    case .date: return date
    case .localTime: return time
    case .time: return time + zone
    case .localDateTime: return date + time
    case .dateTime: return date + time + zone + ["epochMillis", "epochSeconds"]
    case .duration:
      return [
        "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
        "nanoseconds", "quartersOfYear", "monthsOfYear", "monthsOfQuarter", "daysOfWeek", "minutesOfHour", "secondsOfMinute",
        "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
      ]
    default: return []
    }
  }
}
