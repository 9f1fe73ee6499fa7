/// An instant, written in local time with its offset and, where it has one, its named zone (openCypher `DateTime`).
public struct ZonedDateTime: Hashable, Sendable {
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
}
