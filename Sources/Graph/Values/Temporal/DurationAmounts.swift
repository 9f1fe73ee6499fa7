/// Gathers a duration from amounts in many units; their fractions are carried into smaller units at the end.
struct DurationAmounts {
  enum Unit: String, CaseIterable {
    case years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds
  }

  private var whole = CalendarDuration()
  private var months = DecimalFraction()
  private var days = DecimalFraction()
  private var seconds = DecimalFraction()
  private var nanoseconds = DecimalFraction()

  /// `fraction` lies between −1 and 1 and has the sign of the amount.
  mutating func add(
    _ unit: Unit, whole amount: Int64, fraction: DecimalFraction = DecimalFraction()
  ) throws(ValueError) {
    switch unit {
    case .years: try addMonths(amount, fraction, each: 12)
    case .quarters: try addMonths(amount, fraction, each: 3)
    case .months: try addMonths(amount, fraction, each: 1)
    case .weeks: try addDays(amount, fraction, each: 7)
    case .days: try addDays(amount, fraction, each: 1)
    case .hours: try addSeconds(amount, fraction, each: 3_600)
    case .minutes: try addSeconds(amount, fraction, each: 60)
    case .seconds: try addSeconds(amount, fraction, each: 1)
    case .milliseconds: try addNanoseconds(amount, fraction, each: 1_000_000)
    case .microseconds: try addNanoseconds(amount, fraction, each: 1_000)
    case .nanoseconds: try addNanoseconds(amount, fraction, each: 1)
    }
  }

  /// Throws `overflow`, also for NaN and the infinities.
  mutating func add(_ unit: Unit, _ amount: Double) throws(ValueError) {
    guard let (whole, fraction) = DecimalFraction.splitting(amount) else {
      throw .overflow(operation: "a duration of \(amount) \(unit.rawValue)")
    }
    try add(unit, whole: whole, fraction: fraction)
  }

  func duration() throws(ValueError) -> CalendarDuration {
    try CalendarDuration(whole: whole, months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }

  private mutating func addMonths(_ amount: Int64, _ fraction: DecimalFraction, each: Int64) throws(ValueError) {
    let product = try CalendarDuration.checked(amount.multipliedReportingOverflow(by: each))
    whole.months = try CalendarDuration.checked(whole.months.addingReportingOverflow(product))
    months += fraction * each
  }

  private mutating func addDays(_ amount: Int64, _ fraction: DecimalFraction, each: Int64) throws(ValueError) {
    let product = try CalendarDuration.checked(amount.multipliedReportingOverflow(by: each))
    whole.days = try CalendarDuration.checked(whole.days.addingReportingOverflow(product))
    days += fraction * each
  }

  private mutating func addSeconds(_ amount: Int64, _ fraction: DecimalFraction, each: Int64) throws(ValueError) {
    let product = try CalendarDuration.checked(amount.multipliedReportingOverflow(by: each))
    whole.seconds = try CalendarDuration.checked(whole.seconds.addingReportingOverflow(product))
    seconds += fraction * each
  }

  private mutating func addNanoseconds(_ amount: Int64, _ fraction: DecimalFraction, each: Int64) throws(ValueError) {
    let perSecond = LocalTime.nanosecondsPerSecond / each
    let rest = try CalendarDuration(months: 0, days: 0, seconds: amount / perSecond, carrying: amount % perSecond * each)
    whole = try whole.adding(rest)
    nanoseconds += fraction * each
  }
}
