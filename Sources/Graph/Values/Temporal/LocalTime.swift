/// A time of day without a zone (openCypher `LocalTime`).
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Nanoseconds since midnight, 0 to 86,399,999,999,999.
  public var nanosecondOfDay: Int64

  @inlinable public init(nanosecondOfDay: Int64) {
    self.nanosecondOfDay = nanosecondOfDay
  }

  @inlinable public static func < (a: LocalTime, b: LocalTime) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}

extension LocalTime {
  public static let midnight = LocalTime(nanosecondOfDay: 0)
  static let nanosecondsPerSecond: Int64 = 1_000_000_000
  static let nanosecondsPerDay: Int64 = 86_400 * nanosecondsPerSecond

  /// Throws `outOfRange` for anything but 0–23, 0–59, 0–59, 0–999,999,999; leap seconds do not exist.
  public init(hour: Int64, minute: Int64 = 0, second: Int64 = 0, nanosecond: Int64 = 0) throws(ValueError) {
    try CalendarDate.check(hour, in: 0...23, "hour")
    try CalendarDate.check(minute, in: 0...59, "minute")
    try CalendarDate.check(second, in: 0...59, "second")
    try CalendarDate.check(nanosecond, in: 0...999_999_999, "nanosecond")
    self.init(nanosecondOfDay: ((hour * 60 + minute) * 60 + second) * Self.nanosecondsPerSecond + nanosecond)
  }

  public var secondOfDay: Int64 { nanosecondOfDay / Self.nanosecondsPerSecond }
  public var hour: Int64 { secondOfDay / 3_600 }
  public var minute: Int64 { secondOfDay / 60 % 60 }
  public var second: Int64 { secondOfDay % 60 }
  /// Of the second, 0 to 999,999,999.
  public var nanosecond: Int64 { nanosecondOfDay % Self.nanosecondsPerSecond }
}
