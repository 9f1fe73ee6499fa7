/// The map that `date({…})`, `datetime({…})` and their kin take: components, other temporal values to start from, and a zone
/// (CIP2015-08-06, "Temporal instant creation").
struct TemporalFields {
  private let map: PropertyMap
  /// Nanoseconds of the second that stay beside `nanosecond`, `microsecond` and `millisecond`; for truncation, which adds to
  /// what it kept.
  private var keptNanoseconds: Int64?

  static let dateKeys: Set<String> = [
    "date", "datetime", "year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter",
  ]
  static let timeKeys: Set<String> = ["time", "datetime", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
  static let zoneKeys: Set<String> = ["timezone"]
  static let epochKeys: Set<String> = ["epochSeconds", "epochMillis"]

  /// Throws `invalidArgument` for a key that is not in `keys`.
  init(_ map: PropertyMap, keys: Set<String>, keptNanoseconds: Int64? = nil) throws(ValueError) {
    for entry in map.entries where !keys.contains(entry.key) {
      throw .invalidArgument("\(entry.key) is not a component of this temporal type")
    }
    self.map = map
    self.keptNanoseconds = keptNanoseconds
  }

  func integer(_ key: String) throws(ValueError) -> Int64? {
    guard let value = map[key] else { return nil }
    guard case .integer(let integer) = value else {
      throw .invalidType("\(key) must be an Integer, found \(value.type.rawValue)")
    }
    return integer
  }

  func has(_ key: String) -> Bool { map[key] != nil }

  /// A key of the map that is not among `keys`.
  func otherKey(than keys: Set<String>) -> String? { map.keys.first { !keys.contains($0) } }

  /// The zone under `timezone`.
  func zone() throws(ValueError) -> ZoneDesignator? {
    guard let value = map["timezone"] else { return nil }
    guard case .string(let text) = value else {
      throw .invalidType("timezone must be a String, found \(value.type.rawValue)")
    }
    return try TemporalParser.zone(text)
  }

  // MARK: - Date

  /// The date that the components name, starting from the value under `date` or `datetime` where there is one.
  func date() throws(ValueError) -> CalendarDate {
    let base = try baseDate()
    let groups = [
      ["month", "day"], ["week", "dayOfWeek"], ["ordinalDay"], ["quarter", "dayOfQuarter"],
    ]
    let given = groups.filter { $0.contains(where: has) }
    if given.count > 1 { throw .invalidArgument("\(given[0][0]) and \(given[1][0]) cannot be combined in one date") }
    switch given.first?.first {
    case "week": return try weekDate(base)
    case "ordinalDay":
      return try CalendarDate(year: required("year", base?.year), ordinalDay: integer("ordinalDay") ?? 1)
    case "quarter": return try quarterDate(base)
    default: return try monthDate(base)
    }
  }

  private func baseDate() throws(ValueError) -> CalendarDate? {
    guard let base = map["date"] ?? map["datetime"] else { return nil }
    guard let date = base.datePart else { throw .invalidType("a \(base.type.rawValue) has no date") }
    return date
  }

  private func weekDate(_ base: CalendarDate?) throws(ValueError) -> CalendarDate {
    let year = try required("year", base?.weekYear)
    let week = try required("week", base?.week)
    return try CalendarDate(weekYear: year, week: week, dayOfWeek: integer("dayOfWeek") ?? base?.dayOfWeek ?? 1)
  }

  private func quarterDate(_ base: CalendarDate?) throws(ValueError) -> CalendarDate {
    let year = try required("year", base?.year)
    let quarter = try required("quarter", base?.quarter)
    if let base, !has("dayOfQuarter") {
      try CalendarDate.check(quarter, in: 1...4, "quarter")
      // The value started from keeps its month within the quarter and its day of the month.
      return try monthDate(year: year, month: (quarter - 1) * 3 + (base.month - 1) % 3 + 1, day: base.day)
    }
    return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: integer("dayOfQuarter") ?? base?.dayOfQuarter ?? 1)
  }

  private func monthDate(_ base: CalendarDate?) throws(ValueError) -> CalendarDate {
    let year = try required("year", base?.year)
    if let day = try integer("day") { return try CalendarDate(year: year, month: required("month", base?.month), day: day) }
    return try monthDate(year: year, month: integer("month") ?? base?.month ?? 1, day: base?.day ?? 1)
  }

  /// `day` is that of the value started from; it is cut to the length of the month.
  private func monthDate(year: Int64, month: Int64, day: Int64) throws(ValueError) -> CalendarDate {
    let isKnownMonth = (1...12).contains(month)
    return try CalendarDate(
      year: year, month: month, day: isKnownMonth ? min(day, CalendarDate.dayCount(year: year, month: month)) : day)
  }

  private func required(_ key: String, _ base: Int64?) throws(ValueError) -> Int64 {
    guard let value = try integer(key) ?? base else { throw .invalidArgument("\(key) must be given") }
    return value
  }

  // MARK: - Time

  /// The time that the components name, starting from the value under `time` or `datetime` where there is one.
  func time() throws(ValueError) -> LocalTime {
    let base = try baseTime()
    if base == nil {
      try require("hour", before: "minute")
      try require("minute", before: "second")
      for key in ["millisecond", "microsecond", "nanosecond"] { try require("second", before: key) }
    }
    return try LocalTime(
      hour: integer("hour") ?? base?.hour ?? 0, minute: integer("minute") ?? base?.minute ?? 0,
      second: integer("second") ?? base?.second ?? 0, nanosecond: nanosecond() ?? base?.nanosecond ?? 0)
  }

  private func baseTime() throws(ValueError) -> LocalTime? {
    guard let base = map["time"] ?? map["datetime"] else { return nil }
    guard let time = base.timePart else { throw .invalidType("a \(base.type.rawValue) has no time") }
    return time
  }

  /// The zone of the value under `time` or `datetime`, nil where that has none.
  var baseZone: ZoneDesignator? { (map["time"] ?? map["datetime"])?.zonePart }

  /// The offset of that value.
  var baseOffset: Int32? { (map["time"] ?? map["datetime"])?.offsetPart }

  private func require(_ larger: String, before smaller: String) throws(ValueError) {
    if has(smaller), !has(larger) { throw .invalidArgument("\(smaller) is given without \(larger)") }
  }

  /// The three sub-second components together: each counts within the next larger one that is given.
  private func nanosecond() throws(ValueError) -> Int64? {
    let milliseconds = try integer("millisecond")
    let microseconds = try integer("microsecond")
    let nanoseconds = try integer("nanosecond")
    if milliseconds == nil && microseconds == nil && nanoseconds == nil { return nil }
    if let milliseconds { try CalendarDate.check(milliseconds, in: 0...999, "millisecond") }
    if let microseconds {
      try CalendarDate.check(microseconds, in: 0...(milliseconds == nil ? 999_999 : 999), "microsecond")
    }
    if let nanoseconds {
      let limit: Int64 = microseconds != nil ? 999 : milliseconds != nil ? 999_999 : 999_999_999
      try CalendarDate.check(nanoseconds, in: 0...limit, "nanosecond")
    }
    let given = (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1_000 + (nanoseconds ?? 0)
    return given + (keptNanoseconds ?? 0)
  }
}

extension Value {
  /// The date of a temporal value that has one.
  var datePart: CalendarDate? {
    switch self {
    case .date(let date): date
    case .localDateTime(let local): local.date
    case .dateTime(let dateTime): dateTime.local.date
    default: nil
    }
  }

  /// The time of day of a temporal value that has one.
  var timePart: LocalTime? {
    switch self {
    case .localTime(let time): time
    case .time(let time): time.localTime
    case .localDateTime(let local): local.time
    case .dateTime(let dateTime): dateTime.local.time
    default: nil
    }
  }

  /// Seconds east of UTC of a temporal value that has an offset.
  var offsetPart: Int32? {
    switch self {
    case .time(let time): time.offsetSeconds
    case .dateTime(let dateTime): dateTime.offsetSeconds
    default: nil
    }
  }

  var zonePart: ZoneDesignator? {
    switch self {
    case .time(let time): .offset(time.offsetSeconds)
    case .dateTime(let dateTime): dateTime.zone
    default: nil
    }
  }
}
