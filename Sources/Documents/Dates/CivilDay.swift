import Graph

/// A day as year, month and day of the proleptic Gregorian calendar: what date expressions are reckoned in.
struct CivilDay: Hashable, Comparable, Sendable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to 31.
  var day: Int

  /// Nil for a day that the calendar does not have.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.lastDay(ofMonth: month, year: year) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The civil-from-days algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  init(daysSinceEpoch: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  init(_ date: CalendarDate) { self.init(daysSinceEpoch: Int(date.daysSinceEpoch)) }

  var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var calendarDate: CalendarDate { CalendarDate(daysSinceEpoch: Int64(daysSinceEpoch)) }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  func adding(days: Int) -> CivilDay { CivilDay(daysSinceEpoch: daysSinceEpoch + days) }

  /// The nearest day of that weekday after this one, or before it where `direction` is negative.
  func next(_ weekday: Int, _ direction: Int) -> CivilDay {
    let distance = ((weekday - self.weekday) * direction + 7) % 7
    return adding(days: direction * (distance == 0 ? 7 : distance))
  }

  /// The first day of the month `count` months on.
  func firstOfMonth(addingMonths count: Int) -> CivilDay {
    let months = year * 12 + month - 1 + count
    let newYear = months >= 0 ? months / 12 : (months - 11) / 12
    return CivilDay(year: newYear, month: months - newYear * 12 + 1, day: 1)!
  }

  static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func < (a: CivilDay, b: CivilDay) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// Of `2013-03-05`; nil for anything else.
  init?(iso: String) {
    let pieces = iso.split(separator: "-")
    guard pieces.count == 3, let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2]) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2013-03-05`.
  var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
