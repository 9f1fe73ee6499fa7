/// The calendar: days to years, months and weeks and back, O(1), after Howard Hinnant's "chrono-compatible low-level date
/// algorithms" where no other source stands.
extension CalendarDate {
  private static let daysPerEra: Int64 = 146_097
  /// From 0000-03-01, where the algorithm's years begin, to 1970-01-01.
  private static let daysBeforeEpoch: Int64 = 719_468
  /// Eras before the year 0 whose days are told like those after it: from the year -32,800 on.
  private static let nearEraCount: Int64 = 82

  /// Year, month and day of month. Take all three from here where more than one is needed.
  ///
  /// Multiplications of 32 bits stand for divisions (C. Neri and L. Schneider, "Euclidean affine functions and their application
  /// to calendar algorithms", 2022).
  public var civil: (year: Int64, month: Int64, day: Int64) {
    let shifted = daysSinceEpoch + Self.daysBeforeEpoch
    // Days before the year 0 count from the start of an early era; those far away, from that of their own.
    let isNear = (0..<1 << 30).contains(shifted + Self.nearEraCount * Self.daysPerEra)
    let era = isNear ? -Self.nearEraCount : Self.floorDivide(shifted, Self.daysPerEra)
    let quarterDays = 4 * UInt32(truncatingIfNeeded: shifted - era * Self.daysPerEra) + 3
    let century = quarterDays / 146_097
    let product = 2_939_745 * UInt64((quarterDays % 146_097 / 4) * 4 + 3)
    let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
    let monthAndDay = 2_141 * dayOfYear + 197_913
    let (month, day) = (monthAndDay >> 16, (monthAndDay & 0xFFFF) / 2_141 + 1)
    let isInNextYear = dayOfYear >= 306
    let year = Int64(100 * century + yearOfCentury) + era * 400 + (isInNextYear ? 1 : 0)
    return (year, Int64(isInNextYear ? month - 12 : month), Int64(day))
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysPerEra + dayOfEra - daysBeforeEpoch
  }

  public var year: Int64 { civil.year }
  public var month: Int64 { civil.month }
  public var day: Int64 { civil.day }
  public var quarter: Int64 { (month + 2) / 3 }

  /// 1 on 1 January.
  public var ordinalDay: Int64 { daysSinceEpoch - Self.days(year: year, month: 1, day: 1) + 1 }

  /// 1 on the first day of the quarter.
  public var dayOfQuarter: Int64 {
    let (year, month, _) = civil
    return daysSinceEpoch - Self.days(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) + 1
  }

  /// 1 on Monday, 7 on Sunday.
  public var dayOfWeek: Int64 { Self.floorModulo(daysSinceEpoch + 3, 7) + 1 }

  /// The year that the ISO week belongs to: the year of its Thursday.
  public var weekYear: Int64 { CalendarDate(daysSinceEpoch: daysSinceEpoch + 4 - dayOfWeek).year }

  /// The ISO week, 1 to 53.
  public var week: Int64 { (daysSinceEpoch - Self.firstDay(ofWeekYear: weekYear)) / 7 + 1 }

  /// The Monday of week 1, which is the week of 4 January.
  static func firstDay(ofWeekYear year: Int64) -> Int64 {
    let fourth = CalendarDate(daysSinceEpoch: days(year: year, month: 1, day: 4))
    return fourth.daysSinceEpoch - (fourth.dayOfWeek - 1)
  }

  static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func dayCount(year: Int64, month: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b < 0 ? quotient - 1 : quotient
  }

  static func floorModulo(_ a: Int64, _ b: Int64) -> Int64 {
    let remainder = a % b
    return remainder < 0 ? remainder + b : remainder
  }
}
