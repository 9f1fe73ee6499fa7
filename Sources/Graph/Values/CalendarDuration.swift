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
