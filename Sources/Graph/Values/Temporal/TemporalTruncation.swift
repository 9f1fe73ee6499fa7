/// `date.truncate(unit, value, fields)` and its kin: the value cut down to a unit, in another type if wanted, with some
/// components set anew (CIP2015-08-06, "Truncation").
public enum TemporalTruncation {
  public enum Unit: String, CaseIterable, Sendable {
    case millennium, century, decade, year, weekYear, quarter, month, week, day, hour, minute, second, millisecond, microsecond

    /// Throws `invalidArgument` for an unknown name. Letter case does not count.
    public init(named name: String) throws(ValueError) {
      guard let unit = Self.byName[name] ?? Self.byName[name.lowercased()] else {
        throw .invalidArgument(
          "\"\(name)\" is not a unit, expected one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      self = unit
    }

    public var isAtLeastOneDay: Bool { nanoseconds == nil }

    /// By their names in lower case and as they are written.
    private static let byName = Dictionary(
      allCases.flatMap { [($0.rawValue, $0), ($0.rawValue.lowercased(), $0)] }, uniquingKeysWith: { first, _ in first })

    /// Nanoseconds of the units that a day is divided into; nil for a day and longer.
    fileprivate var nanoseconds: Int64? {
      switch self {
      case .hour: 3_600 * LocalTime.nanosecondsPerSecond
      case .minute: 60 * LocalTime.nanosecondsPerSecond
      case .second: LocalTime.nanosecondsPerSecond
      case .millisecond: 1_000_000
      case .microsecond: 1_000
      default: nil
      }
    }
  }

  /// Throws `invalidArgument` for units below a day, `invalidType` for values without a date.
  public static func date(_ unit: Unit, _ value: Value, _ fields: PropertyMap = [:]) throws(ValueError) -> CalendarDate {
    guard unit.nanoseconds == nil else { throw unsupported(unit, "Date") }
    return try date(try truncated(dateOf: value, unit), fields, keys: TemporalFields.dateKeys)
  }

  public static func localTime(_ unit: Unit, _ value: Value, _ fields: PropertyMap = [:]) throws(ValueError) -> LocalTime {
    guard unit == .day || unit.nanoseconds != nil else { throw unsupported(unit, "LocalTime") }
    return try time(try truncated(timeOf: value, unit), fields, keys: TemporalFields.timeKeys)
  }

  /// A zone in `fields` replaces the offset and leaves the local time; a named one counts as at `epochSecond`.
  public static func time(
    _ unit: Unit, _ value: Value, _ fields: PropertyMap = [:], epochSecond: Int64
  ) throws(ValueError) -> ZonedTime {
    guard unit == .day || unit.nanoseconds != nil else { throw unsupported(unit, "Time") }
    let keys = TemporalFields.timeKeys.union(TemporalFields.zoneKeys)
    let local = try time(try truncated(timeOf: value, unit), fields, keys: keys)
    let instant = if case .dateTime(let dateTime) = value { dateTime.epochSecond } else { epochSecond }
    let zone = try TemporalFields(fields, keys: keys).zone() ?? value.zonePart ?? .utc
    return ZonedTime(localTime: local, offsetSeconds: try zone.offset(atEpochSecond: instant))
  }

  public static func localDateTime(
    _ unit: Unit, _ value: Value, _ fields: PropertyMap = [:]
  ) throws(ValueError) -> LocalDateTime {
    try localDateTime(unit, value, fields, keys: TemporalFields.dateKeys.union(TemporalFields.timeKeys))
  }

  /// A zone in `fields` replaces the value's own and leaves the local time.
  public static func dateTime(_ unit: Unit, _ value: Value, _ fields: PropertyMap = [:]) throws(ValueError) -> ZonedDateTime {
    let keys = TemporalFields.dateKeys.union(TemporalFields.timeKeys).union(TemporalFields.zoneKeys)
    let local = try localDateTime(unit, value, fields, keys: keys)
    let zone = try TemporalFields(fields, keys: keys).zone()
    return try ZonedDateTime(resolving: local, in: zone ?? value.zonePart ?? .utc, preferring: value.offsetPart)
  }

  // MARK: - Parts

  private static func localDateTime(
    _ unit: Unit, _ value: Value, _ fields: PropertyMap, keys: Set<String>
  ) throws(ValueError) -> LocalDateTime {
    let day = try truncated(dateOf: value, unit)
    let clock = unit.nanoseconds == nil || value.timePart == nil ? .midnight : try truncated(timeOf: value, unit)
    return LocalDateTime(date: try date(day, fields, keys: keys), time: try time(clock, fields, keys: keys))
  }

  private static func date(_ date: CalendarDate, _ fields: PropertyMap, keys: Set<String>) throws(ValueError) -> CalendarDate {
    if fields.isEmpty { return date }
    var map = fields
    map["date"] = .date(date)
    return try TemporalFields(map, keys: keys).date()
  }

  private static func time(_ time: LocalTime, _ fields: PropertyMap, keys: Set<String>) throws(ValueError) -> LocalTime {
    if fields.isEmpty { return time }
    var map = fields
    map["time"] = .localTime(time)
    return try TemporalFields(map, keys: keys, keptNanoseconds: time.nanosecond).time()
  }

  private static func truncated(timeOf value: Value, _ unit: Unit) throws(ValueError) -> LocalTime {
    guard let time = value.timePart else { throw .invalidType("a \(value.type.rawValue) has no time to truncate") }
    guard let length = unit.nanoseconds else { return .midnight }
    return LocalTime(nanosecondOfDay: time.nanosecondOfDay / length * length)
  }

  private static func truncated(dateOf value: Value, _ unit: Unit) throws(ValueError) -> CalendarDate {
    guard let date = value.datePart else { throw .invalidType("a \(value.type.rawValue) has no date to truncate") }
    return try first(of: unit, date)
  }

  /// The first day of the unit that a day is in; the day itself for units below a day.
  public static func first(of unit: Unit, _ date: CalendarDate) throws(ValueError) -> CalendarDate {
    let (year, month, _) = date.civil
    switch unit {
    case .millennium: return try CalendarDate(year: CalendarDate.floorDivide(year, 1_000) * 1_000)
    case .century: return try CalendarDate(year: CalendarDate.floorDivide(year, 100) * 100)
    case .decade: return try CalendarDate(year: CalendarDate.floorDivide(year, 10) * 10)
    case .year: return try CalendarDate(year: year)
    case .weekYear: return try CalendarDate(weekYear: date.weekYear, week: 1)
    case .quarter: return try CalendarDate(year: year, quarter: date.quarter)
    case .month: return try CalendarDate(year: year, month: month)
    case .week: return try date.adding(days: 1 - date.dayOfWeek)
    case .day, .hour, .minute, .second, .millisecond, .microsecond: return date
    }
  }

  private static func unsupported(_ unit: Unit, _ type: String) -> ValueError {
    .invalidArgument("a \(type) cannot be truncated to \(unit.rawValue)")
  }
}
