import Graph

/// The temporal types by their openCypher names, with the reading of their ISO 8601 text.
enum TemporalType: String {
  case date = "Date"
  case localTime = "LocalTime"
  case time = "Time"
  case localDateTime = "LocalDateTime"
  case dateTime = "DateTime"
  case duration = "Duration"

  /// The value that `text` stands for, nil where it stands for none.
  func value(_ text: String) -> Value? {
    let string = Value.string(text)
    switch self {
    case .date: return (try? CalendarDate(from: string)).map(Value.date)
    case .localTime: return (try? LocalTime(from: string)).map(Value.localTime)
    case .time: return (try? ZonedTime(from: string, epochSecond: 0)).map(Value.time)
    case .localDateTime: return (try? LocalDateTime(from: string)).map(Value.localDateTime)
    case .dateTime: return (try? ZonedDateTime(from: string)).map(Value.dateTime)
    case .duration: return (try? CalendarDuration(from: string)).map(Value.duration)
    }
  }
}
