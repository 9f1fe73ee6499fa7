/// Sums and multiples of durations. All throw `overflow` where a component does not fit in 64 bits.
extension CalendarDuration {
  /// A duration of exact components, `nanoseconds` of any size and sign.
  init(months: Int64, days: Int64, seconds: Int64, carrying nanoseconds: Int64) throws(ValueError) {
    let carry = CalendarDate.floorDivide(nanoseconds, LocalTime.nanosecondsPerSecond)
    let rest = CalendarDate.floorModulo(nanoseconds, LocalTime.nanosecondsPerSecond)
    let total = try Self.checked(seconds.addingReportingOverflow(carry))
    self.init(months: months, days: days, seconds: total, nanoseconds: Int32(rest))
  }

  /// A duration of fractional components: the fraction of a month becomes days (30.436875 a month), that of a day seconds,
  /// that of a second nanoseconds, whose fraction is cut off. Throws `overflow` also for infinities and NaN.
  init(months: Double, days: Double, seconds: Double, nanoseconds: Double) throws(ValueError) {
    try self.init(
      whole: CalendarDuration(), months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Whole components, added exactly, plus fractional ones. `whole` may hold any sizes.
  init(
    whole: CalendarDuration, months: Double, days: Double, seconds: Double, nanoseconds: Double
  ) throws(ValueError) {
    let wholeMonths = months.rounded(.towardZero)
    let allDays = days + (months - wholeMonths) * Self.averageDaysPerMonth
    let wholeDays = allDays.rounded(.towardZero)
    let allSeconds = seconds + (allDays - wholeDays) * Double(LocalDateTime.secondsPerDay)
    let wholeSeconds = allSeconds.rounded(.towardZero)
    let allNanoseconds = nanoseconds + (allSeconds - wholeSeconds) * Double(LocalTime.nanosecondsPerSecond)
    let fractional = try CalendarDuration(
      months: Self.integer(wholeMonths), days: Self.integer(wholeDays), seconds: Self.integer(wholeSeconds),
      carrying: Self.integer(Self.truncated(allNanoseconds)))
    self = try whole.adding(fractional)
  }

  /// Cuts off the fraction, unless it is nearly one: then the arithmetic of floats only just missed the whole nanosecond.
  private static func truncated(_ nanoseconds: Double) -> Double {
    let nearest = nanoseconds.rounded()
    return (nanoseconds - nearest).magnitude < 0.01 ? nearest : nanoseconds.rounded(.towardZero)
  }

  public func adding(_ other: CalendarDuration) throws(ValueError) -> CalendarDuration {
    try CalendarDuration(
      months: Self.checked(months.addingReportingOverflow(other.months)),
      days: Self.checked(days.addingReportingOverflow(other.days)),
      seconds: Self.checked(seconds.addingReportingOverflow(other.seconds)),
      carrying: Int64(nanoseconds) + Int64(other.nanoseconds))
  }

  public func negated() throws(ValueError) -> CalendarDuration {
    try CalendarDuration(
      months: Self.checked(Int64(0).subtractingReportingOverflow(months)),
      days: Self.checked(Int64(0).subtractingReportingOverflow(days)),
      seconds: Self.checked(Int64(0).subtractingReportingOverflow(seconds)),
      carrying: -Int64(nanoseconds))
  }

  /// Exact.
  public func multiplied(by factor: Int64) throws(ValueError) -> CalendarDuration {
    let product = Int64(nanoseconds).multipliedReportingOverflow(by: factor)
    if product.overflow { return try multiplied(by: Double(factor)) }
    return try CalendarDuration(
      months: Self.checked(months.multipliedReportingOverflow(by: factor)),
      days: Self.checked(days.multipliedReportingOverflow(by: factor)),
      seconds: Self.checked(seconds.multipliedReportingOverflow(by: factor)),
      carrying: product.partialValue)
  }

  /// Fractions are carried into the next smaller unit.
  public func multiplied(by factor: Double) throws(ValueError) -> CalendarDuration {
    try CalendarDuration(
      months: Double(months) * factor, days: Double(days) * factor, seconds: Double(seconds) * factor,
      nanoseconds: Double(nanoseconds) * factor)
  }

  public func divided(by divisor: Double) throws(ValueError) -> CalendarDuration {
    try CalendarDuration(
      months: Double(months) / divisor, days: Double(days) / divisor, seconds: Double(seconds) / divisor,
      nanoseconds: Double(nanoseconds) / divisor)
  }

  static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(ValueError) -> Int64 {
    if result.overflow { throw .overflow(operation: "a computation with durations") }
    return result.partialValue
  }

  private static func integer(_ value: Double) throws(ValueError) -> Int64 {
    guard let integer = Int64(exactly: value) else { throw .overflow(operation: "a computation with durations") }
    return integer
  }
}
