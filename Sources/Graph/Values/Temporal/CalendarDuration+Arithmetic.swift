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
    let months = try Self.split(months)
    let days = try Self.split(days)
    let seconds = try Self.split(seconds)
    let nanoseconds = try Self.split(nanoseconds)
    let whole = try CalendarDuration(
      months: months.whole, days: days.whole, seconds: seconds.whole, carrying: nanoseconds.whole)
    try self.init(
      whole: whole, months: months.fraction, days: days.fraction, seconds: seconds.fraction, nanoseconds: nanoseconds.fraction)
  }

  /// Whole components plus fractions of them, which are carried as above.
  init(
    whole: CalendarDuration, months: DecimalFraction, days: DecimalFraction, seconds: DecimalFraction,
    nanoseconds: DecimalFraction
  ) throws(ValueError) {
    let perMonth = Int128(Self.averageSecondsPerMonth * LocalTime.nanosecondsPerSecond)
    let perDay = Int128(LocalTime.nanosecondsPerDay)
    let perSecond = Int128(LocalTime.nanosecondsPerSecond)
    // In nanoseconds, in the units of the fractions.
    let dayParts = months.rest * perMonth + days.rest * perDay
    let rest = dayParts % (perDay * DecimalFraction.one) + seconds.rest * perSecond + nanoseconds.parts
    let carried = try CalendarDuration(
      months: months.whole, days: days.whole + Int64(dayParts / (perDay * DecimalFraction.one)), seconds: seconds.whole,
      carrying: Int64(rest / DecimalFraction.one))
    self = try whole.adding(carried)
  }

  private static func split(_ value: Double) throws(ValueError) -> (whole: Int64, fraction: DecimalFraction) {
    guard let parts = DecimalFraction.splitting(value) else { throw .overflow(operation: "a computation with durations") }
    return parts
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

  /// Exact but for the fraction of the last nanosecond, which is cut off: a third of a day is eight hours.
  ///
  /// - Precondition: `divisor` is not 0.
  public func divided(by divisor: Int64) throws(ValueError) -> CalendarDuration {
    let perDay = Int128(LocalTime.nanosecondsPerDay)
    let perSecond = Int128(LocalTime.nanosecondsPerSecond)
    let wide = Int128(divisor)
    let months = Int128(self.months).quotientAndRemainder(dividingBy: wide)
    let days = Int128(self.days).quotientAndRemainder(dividingBy: wide)
    // What months and days leave, in nanoseconds times the divisor.
    let left = months.remainder * Int128(Self.averageSecondsPerMonth) * perSecond + days.remainder * perDay
    let moreDays = left.quotientAndRemainder(dividingBy: perDay * wide)
    let seconds = Int128(self.seconds) * perSecond + Int128(nanoseconds)
    let rest = ((moreDays.remainder + seconds) / wide).quotientAndRemainder(dividingBy: perSecond)
    guard let wholeMonths = Int64(exactly: months.quotient), let wholeDays = Int64(exactly: days.quotient + moreDays.quotient),
      let wholeSeconds = Int64(exactly: rest.quotient)
    else { throw .overflow(operation: "a computation with durations") }
    return try CalendarDuration(
      months: wholeMonths, days: wholeDays, seconds: wholeSeconds, carrying: Int64(rest.remainder))
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
}
