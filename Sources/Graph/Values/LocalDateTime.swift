/// A day and a time of day without a zone (openCypher `LocalDateTime`).
public struct LocalDateTime: Hashable, Sendable {
  public var date: CalendarDate
  public var time: LocalTime

  @inlinable public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }
}
