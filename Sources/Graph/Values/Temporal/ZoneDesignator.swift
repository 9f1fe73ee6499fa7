/// What a text or a map may say about a zone: a fixed offset or the name of a zone with a history.
public enum ZoneDesignator: Hashable, Sendable {
  /// Seconds east of UTC, −64,800 to 64,800.
  case offset(Int32)
  /// An IANA name such as `Europe/Stockholm`.
  case named(String)

  public static let utc = ZoneDesignator.offset(0)

  public var name: String? {
    if case .named(let name) = self { name } else { nil }
  }

  /// The offset in force at an instant. Throws `unknownTimeZone`.
  public func offset(atEpochSecond epochSecond: Int64) throws(ValueError) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .named(let name): try TimeZoneDatabase.system.rules(named: name).offset(atEpochSecond: epochSecond)
    }
  }
}
