/// Temporal values as openCypher prints them: ISO 8601 extended, seconds left out where they are zero, fractions without
/// trailing zeros.
enum TemporalFormatter {
  /// `1984-10-11`; years beyond four digits carry a sign.
  static func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.civil
    return text(year: year) + "-" + padded(month) + "-" + padded(day)
  }

  private static func text(year: Int64) -> String {
    let digits = padded(abs(year), width: 4)
    if year < 0 { return "-" + digits }
    return year > 9_999 ? "+" + digits : digits
  }

  /// `12:31`, `12:31:14`, `12:31:14.645`.
  static func text(_ time: LocalTime) -> String {
    var text = padded(time.hour) + ":" + padded(time.minute)
    if time.second != 0 || time.nanosecond != 0 { text += ":" + padded(time.second) }
    return text + fraction(time.nanosecond)
  }

  /// `Z`, `+01:00`, `-00:53:28`.
  static func text(offset: Int32) -> String {
    if offset == 0 { return "Z" }
    let magnitude = Int64(offset.magnitude)
    var text = (offset < 0 ? "-" : "+") + padded(magnitude / 3_600) + ":" + padded(magnitude / 60 % 60)
    if magnitude % 60 != 0 { text += ":" + padded(magnitude % 60) }
    return text
  }

  /// `.5`; empty for zero.
  static func fraction(_ nanoseconds: Int64) -> String {
    if nanoseconds == 0 { return "" }
    var digits = padded(nanoseconds, width: 9)[...]
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  static func padded(_ value: Int64, width: Int = 2) -> String {
    let digits = String(value)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// `P12Y5M14DT16H13M10.5S`; each part carries its own sign, nothing at all is `PT0S`.
  static func text(_ duration: CalendarDuration) -> String {
    var text = "P"
    append(duration.months / 12, "Y", to: &text)
    append(duration.months % 12, "M", to: &text)
    append(duration.days, "D", to: &text)
    let seconds = duration.secondsTowardZero
    let isShifted = duration.seconds < 0 && duration.nanoseconds > 0
    let nanoseconds = isShifted ? Int64(duration.nanoseconds) - LocalTime.nanosecondsPerSecond : Int64(duration.nanoseconds)
    if seconds != 0 || nanoseconds != 0 {
      text += "T"
      append(seconds / 3_600, "H", to: &text)
      append(seconds / 60 % 60, "M", to: &text)
      let rest = seconds % 60
      if rest != 0 || nanoseconds != 0 {
        let sign = rest < 0 || nanoseconds < 0 ? "-" : ""
        text += sign + String(rest.magnitude) + fraction(abs(nanoseconds)) + "S"
      }
    }
    return text == "P" ? "PT0S" : text
  }

  private static func append(_ value: Int64, _ unit: String, to text: inout String) {
    if value != 0 { text += String(value) + unit }
  }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String { TemporalFormatter.text(self) }
}

extension LocalTime: CustomStringConvertible {
  public var description: String { TemporalFormatter.text(self) }
}

extension ZonedTime: CustomStringConvertible {
  public var description: String { TemporalFormatter.text(localTime) + TemporalFormatter.text(offset: offsetSeconds) }
}

extension LocalDateTime: CustomStringConvertible {
  public var description: String { TemporalFormatter.text(date) + "T" + TemporalFormatter.text(time) }
}

extension ZonedDateTime: CustomStringConvertible {
  public var description: String {
    local.description + TemporalFormatter.text(offset: offsetSeconds) + (zoneName.map { "[" + $0 + "]" } ?? "")
  }
}

extension CalendarDuration: CustomStringConvertible {
  public var description: String { TemporalFormatter.text(self) }
}
