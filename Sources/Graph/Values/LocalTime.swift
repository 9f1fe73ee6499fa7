/// A time of day without a zone (openCypher `LocalTime`).
public struct LocalTime: Hashable, Sendable {
  /// Nanoseconds since midnight, 0 to 86,399,999,999,999.
  public var nanosecondOfDay: Int64

  @inlinable public init(nanosecondOfDay: Int64) {
    self.nanosecondOfDay = nanosecondOfDay
  }
}
