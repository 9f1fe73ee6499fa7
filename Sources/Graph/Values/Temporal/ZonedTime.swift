/// A time of day with an offset from UTC (openCypher `Time`).
///
/// Ordered by the instant on one day, then by offset, so that two times are equal in the order only if they are the same.
public struct ZonedTime: Hashable, Comparable, Sendable {
  public var localTime: LocalTime
  /// Seconds east of UTC, −64,800 to 64,800.
  public var offsetSeconds: Int32

  @inlinable public init(localTime: LocalTime, offsetSeconds: Int32) {
    self.localTime = localTime
    self.offsetSeconds = offsetSeconds
  }

  public static func < (a: ZonedTime, b: ZonedTime) -> Bool {
    (a.utcNanoseconds, a.offsetSeconds) < (b.utcNanoseconds, b.offsetSeconds)
  }
}

extension ZonedTime {
  /// Nanoseconds from midnight UTC, below 0 or above a day where the offset crosses midnight.
  var utcNanoseconds: Int64 {
    localTime.nanosecondOfDay - Int64(offsetSeconds) * LocalTime.nanosecondsPerSecond
  }

  /// The same instant of the day at another offset.
  public func converted(toOffset offsetSeconds: Int32) -> ZonedTime {
    let shifted = utcNanoseconds + Int64(offsetSeconds) * LocalTime.nanosecondsPerSecond
    let nanosecondOfDay = CalendarDate.floorModulo(shifted, LocalTime.nanosecondsPerDay)
    return ZonedTime(localTime: LocalTime(nanosecondOfDay: nanosecondOfDay), offsetSeconds: offsetSeconds)
  }
}
