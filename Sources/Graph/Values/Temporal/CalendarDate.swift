/// A day of the proleptic Gregorian calendar (openCypher `Date`), years −999,999,999 to 999,999,999.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int64

  @inlinable public init(daysSinceEpoch: Int64) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  @inlinable public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }
}

extension CalendarDate {
  /// −999,999,999-01-01.
  public static let minimum = CalendarDate(daysSinceEpoch: -365_243_219_162)
  /// 999,999,999-12-31.
  public static let maximum = CalendarDate(daysSinceEpoch: 365_241_780_471)

  /// Throws `outOfRange` where the year, the month or the day of the month does not exist.
  public init(year: Int64, month: Int64 = 1, day: Int64 = 1) throws(ValueError) {
    try Self.check(year: year)
    try Self.check(month, in: 1...12, "month")
    try Self.check(day, in: 1...31, "day")
    guard day <= Self.dayCount(year: year, month: month) else {
      throw .outOfRange("there is no day \(day) in month \(month) of the year \(year)")
    }
    self.init(daysSinceEpoch: Self.days(year: year, month: month, day: day))
  }

  /// A day of an ISO week; `year` is the year that the week belongs to. Weeks begin on Monday, day 1.
  public init(weekYear year: Int64, week: Int64, dayOfWeek: Int64 = 1) throws(ValueError) {
    try Self.check(year: year)
    try Self.check(week, in: 1...53, "week")
    try Self.check(dayOfWeek, in: 1...7, "dayOfWeek")
    let date = CalendarDate(daysSinceEpoch: Self.firstDay(ofWeekYear: year) + (week - 1) * 7 + dayOfWeek - 1)
    guard week < 53 || date.weekYear == year else { throw .outOfRange("the year \(year) has no week 53") }
    try self.init(checking: date.daysSinceEpoch)
  }

  /// The n-th day of a year.
  public init(year: Int64, ordinalDay: Int64) throws(ValueError) {
    try Self.check(year: year)
    try Self.check(ordinalDay, in: 1...366, "ordinalDay")
    guard ordinalDay < 366 || Self.isLeap(year) else { throw .outOfRange("the year \(year) has no day 366") }
    self.init(daysSinceEpoch: Self.days(year: year, month: 1, day: 1) + ordinalDay - 1)
  }

  /// The n-th day of a quarter.
  public init(year: Int64, quarter: Int64, dayOfQuarter: Int64 = 1) throws(ValueError) {
    try Self.check(year: year)
    try Self.check(quarter, in: 1...4, "quarter")
    try Self.check(dayOfQuarter, in: 1...92, "dayOfQuarter")
    let date = CalendarDate(daysSinceEpoch: Self.days(year: year, month: quarter * 3 - 2, day: 1) + dayOfQuarter - 1)
    guard date.quarter == quarter else {
      throw .outOfRange("there is no day \(dayOfQuarter) in quarter \(quarter) of the year \(year)")
    }
    self = date
  }

  /// Throws `outOfRange` beyond `minimum` and `maximum`.
  init(checking daysSinceEpoch: Int64) throws(ValueError) {
    guard daysSinceEpoch >= Self.minimum.daysSinceEpoch, daysSinceEpoch <= Self.maximum.daysSinceEpoch else {
      throw .outOfRange("the date is beyond the years −999,999,999 to 999,999,999")
    }
    self.init(daysSinceEpoch: daysSinceEpoch)
  }

  private static func check(year: Int64) throws(ValueError) {
    try check(year, in: -999_999_999...999_999_999, "year")
  }

  static func check(_ value: Int64, in range: ClosedRange<Int64>, _ name: String) throws(ValueError) {
    guard range.contains(value) else {
      throw .outOfRange("\(name) is \(value), expected \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
