/// An amount of time in three units that do not convert into each other: months, days and seconds (openCypher `Duration`).
public struct CalendarDuration: Hashable, Sendable {
  public var months: Int64
  public var days: Int64
  public var seconds: Int64
  /// 0 to 999,999,999, counted forward from `seconds` also where that is negative.
  public var nanoseconds: Int32

  public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int32 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension CalendarDuration {
  /// The average length of a Gregorian month: 146,097 days in 4,800 months, 30.436875 each.
  static let averageSecondsPerMonth: Int64 = 2_629_746

  /// The total order of durations: by average length, then by months and days, so that only equal durations are equal in it.
  func ordering(against other: CalendarDuration) -> Ordering {
    let length = averageLength
    let otherLength = other.averageLength
    if length.high != otherLength.high { return .of(length.high, otherLength.high) }
    if length.low != otherLength.low { return .of(length.low, otherLength.low) }
    if nanoseconds != other.nanoseconds { return .of(nanoseconds, other.nanoseconds) }
    if months != other.months { return .of(months, other.months) }
    return .of(days, other.days)
  }

  /// Seconds in 128 bits, which months × 2,629,746 may need; nanoseconds apart.
  private var averageLength: (high: Int64, low: UInt64) {
    let inMonths = months.multipliedFullWidth(by: Self.averageSecondsPerMonth)
    let inDays = days.multipliedFullWidth(by: LocalDateTime.secondsPerDay)
    let sum = Self.sum(inMonths, inDays)
    return Self.sum(sum, (seconds < 0 ? -1 : 0, UInt64(bitPattern: seconds)))
  }

  private static func sum(_ a: (high: Int64, low: UInt64), _ b: (high: Int64, low: UInt64)) -> (high: Int64, low: UInt64) {
    let (low, hasCarry) = a.low.addingReportingOverflow(b.low)
    return (a.high &+ b.high &+ (hasCarry ? 1 : 0), low)
  }
}
