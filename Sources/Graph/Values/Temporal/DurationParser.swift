/// The texts of durations that openCypher reads: `P12Y5M14DT16H12M70S` with weeks, fractions and signs in any part, and the
/// form of a date and time, `P2012-02-02T14:37:21.545`.
enum DurationParser {
  /// Throws `invalidArgument`, and `overflow` where a part does not fit in 64 bits.
  static func duration(_ text: String) throws(ValueError) -> CalendarDuration {
    var scanner = TemporalScanner(text)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard scanner.skip("P"), !scanner.isAtEnd else { throw unreadable(text) }
    let start = scanner.position
    let result: CalendarDuration
    if let calendar = calendarForm(&scanner), scanner.isAtEnd {
      result = calendar
    } else {
      scanner.position = start
      var amounts = DurationAmounts()
      guard try units(&scanner, into: &amounts), scanner.isAtEnd else { throw unreadable(text) }
      result = try amounts.duration()
    }
    return isNegative ? try result.negated() : result
  }

  /// `[-]n[.n]` followed by a letter, as often as they come; after `T` the letters mean units of time.
  private static func units(_ scanner: inout TemporalScanner, into amounts: inout DurationAmounts) throws(ValueError) -> Bool {
    var isTime = false
    var hasUnit = false
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "T") {
        guard !isTime else { return false }
        isTime = true
        hasUnit = false
        scanner.position += 1
        continue
      }
      let isNegative = scanner.skip("-")
      if !isNegative { _ = scanner.skip("+") }
      guard let whole = scanner.number(digits: scanner.digitCount), let fraction = scanner.fraction(isNegative: isNegative),
        let letter = scanner.peek, let unit = unit(letter, isTime: isTime)
      else { return false }
      scanner.position += 1
      hasUnit = true
      try amounts.add(unit, whole: isNegative ? -whole : whole, fraction: fraction)
    }
    return hasUnit
  }

  private static func unit(_ letter: UInt8, isTime: Bool) -> DurationAmounts.Unit? {
    switch (letter, isTime) {
    case (UInt8(ascii: "Y"), false): .years
    case (UInt8(ascii: "Q"), false): .quarters
    case (UInt8(ascii: "M"), false): .months
    case (UInt8(ascii: "W"), false): .weeks
    case (UInt8(ascii: "D"), false): .days
    case (UInt8(ascii: "H"), true): .hours
    case (UInt8(ascii: "M"), true): .minutes
    case (UInt8(ascii: "S"), true): .seconds
    default: nil
    }
  }

  /// `2012-02-02T14:37:21.545` or `20120202T143721.545`: years, months and days as far as they go, not a date of the calendar.
  private static func calendarForm(_ scanner: inout TemporalScanner) -> CalendarDuration? {
    guard scanner.digitCount == 4 || scanner.digitCount == 8 else { return nil }
    guard let years = scanner.number(digits: 4) else { return nil }
    let isExtended = scanner.skip("-")
    guard let months = scanner.number(digits: 2), !isExtended || scanner.skip("-"), let days = scanner.number(digits: 2) else {
      return nil
    }
    var result = CalendarDuration(months: years * 12 + months, days: days)
    guard scanner.skip("T") else { return result }
    guard let hours = scanner.number(digits: 2), !isExtended || scanner.skip(":"),
      let minutes = scanner.number(digits: 2), !isExtended || scanner.skip(":"),
      let seconds = scanner.number(digits: 2), let nanoseconds = scanner.nanoseconds()
    else { return nil }
    result.seconds = (hours * 60 + minutes) * 60 + seconds
    result.nanoseconds = Int32(nanoseconds)
    return result
  }

  private static func unreadable(_ text: String) -> ValueError {
    .invalidArgument("\"\(text)\" cannot be read as a duration, expected such as P1Y2M10DT2H30M")
  }
}
