/// An instant, written in local time with its offset and, where it has one, its named zone (openCypher `DateTime`).
///
/// Ordered by instant, then by offset and zone, so that two are equal in the order only if they are the same.
public struct ZonedDateTime: Hashable, Comparable, Sendable {
  public var local: LocalDateTime
  /// Seconds east of UTC in force at that instant.
  public var offsetSeconds: Int32
  /// An IANA name such as `Europe/Stockholm`; nil when only an offset was given.
  public var zoneName: String?

  public init(local: LocalDateTime, offsetSeconds: Int32, zoneName: String? = nil) {
    self.local = local
    self.offsetSeconds = offsetSeconds
    self.zoneName = zoneName
  }

  public static func < (a: ZonedDateTime, b: ZonedDateTime) -> Bool {
    if a.epochSecond != b.epochSecond { return a.epochSecond < b.epochSecond }
    if a.local.time.nanosecond != b.local.time.nanosecond { return a.local.time.nanosecond < b.local.time.nanosecond }
    if a.offsetSeconds != b.offsetSeconds { return a.offsetSeconds < b.offsetSeconds }
    return (a.zoneName ?? "") < (b.zoneName ?? "")
  }
}

extension ZonedDateTime {
  /// Seconds since 1970-01-01T00:00Z, rounded down.
  public var epochSecond: Int64 { local.secondsSinceEpoch - Int64(offsetSeconds) }

  /// The calendar and a day around it: inside, no offset can make a sum overflow.
  private static let plausibleEpochSeconds =
    (CalendarDate.minimum.daysSinceEpoch - 1) * LocalDateTime.secondsPerDay...(CalendarDate.maximum.daysSinceEpoch + 2)
    * LocalDateTime.secondsPerDay

  public var zone: ZoneDesignator { zoneName.map(ZoneDesignator.named) ?? .offset(offsetSeconds) }

  /// The instant as it is written in `zone`.
  ///
  /// Throws `unknownTimeZone`, and `outOfRange` beyond the years of `CalendarDate`.
  public init(epochSecond: Int64, nanosecond: Int64 = 0, zone: ZoneDesignator) throws(ValueError) {
    guard Self.plausibleEpochSeconds.contains(epochSecond) else {
      throw .outOfRange("the instant is beyond the years −999,999,999 to 999,999,999")
    }
    let offset = try zone.offset(atEpochSecond: epochSecond)
    let local = try LocalDateTime(secondsSinceEpoch: epochSecond + Int64(offset), nanosecond: nanosecond)
    self.init(local: local, offsetSeconds: offset, zoneName: zone.name)
  }

  /// The instant at which clocks in `zone` show `local`. Where they show it twice, the one with the offset `preferred`, or else
  /// the earlier one; where they skip it, the instant as far after the gap's begin as `local` is, so that the local time moves
  /// on by the length of the gap.
  ///
  /// Throws `unknownTimeZone`.
  public init(
    resolving local: LocalDateTime, in zone: ZoneDesignator, preferring preferred: Int32? = nil
  ) throws(ValueError) {
    switch zone {
    case .offset(let offset):
      self.init(local: local, offsetSeconds: offset)
    case .named(let name):
      let rules = try TimeZoneDatabase.system.rules(named: name)
      let offset = rules.offset(atLocalSecond: local.secondsSinceEpoch, preferring: preferred)
      try self.init(
        epochSecond: local.secondsSinceEpoch - Int64(offset), nanosecond: local.time.nanosecond, zone: zone)
    }
  }

  /// The same instant in another zone.
  public func converted(to zone: ZoneDesignator) throws(ValueError) -> ZonedDateTime {
    try ZonedDateTime(epochSecond: epochSecond, nanosecond: local.time.nanosecond, zone: zone)
  }
}
