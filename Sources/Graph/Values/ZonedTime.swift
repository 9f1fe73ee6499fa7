/// A time of day with an offset from UTC (openCypher `Time`).
public struct ZonedTime: Hashable, Sendable {
  public var localTime: LocalTime
  /// Seconds east of UTC, −64,800 to 64,800.
  public var offsetSeconds: Int32

  @inlinable public init(localTime: LocalTime, offsetSeconds: Int32) {
    self.localTime = localTime
    self.offsetSeconds = offsetSeconds
  }
}
