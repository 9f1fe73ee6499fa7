/// A day of the proleptic Gregorian calendar (openCypher `Date`), years −999,999,999 to 999,999,999.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int64

  @inlinable public init(daysSinceEpoch: Int64) {
    self.daysSinceEpoch = daysSinceEpoch
  }
}
