/// A day and a time of day without a zone (openCypher `LocalDateTime`).
public struct LocalDateTime: Hashable, Comparable, Sendable {
  public var date: CalendarDate
  public var time: LocalTime

  @inlinable public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }

  @inlinable public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool { (a.date, a.time) < (b.date, b.time) }
}

extension LocalDateTime {
  static let secondsPerDay: Int64 = 86_400

  /// Seconds since 1970-01-01T00:00 of the same local time line; nanoseconds are left out.
  public var secondsSinceEpoch: Int64 { date.daysSinceEpoch * Self.secondsPerDay + time.secondOfDay }

  /// Throws `outOfRange` beyond the years of `CalendarDate`.
  public init(secondsSinceEpoch: Int64, nanosecond: Int64) throws(ValueError) {
    let date = try CalendarDate(checking: CalendarDate.floorDivide(secondsSinceEpoch, Self.secondsPerDay))
    let secondOfDay = CalendarDate.floorModulo(secondsSinceEpoch, Self.secondsPerDay)
    self.init(date: date, time: LocalTime(nanosecondOfDay: secondOfDay * LocalTime.nanosecondsPerSecond + nanosecond))
  }
}
