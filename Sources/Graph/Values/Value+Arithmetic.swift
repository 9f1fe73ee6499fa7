#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// openCypher's `+ - * / % ^` and unary minus on any two values.
///
/// A null operand makes the result null. Integers stay integers and report overflow; a float operand makes the result a float
/// under IEEE 754. `+` also joins strings (a number next to a string is written out), joins lists, and puts an element before
/// or after a list. Temporal values take durations; durations take each other and numbers.
extension Value {
  public static func adding(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      return try integer(x.addingReportingOverflow(y), "\(x) + \(y)")
    case (.float(let x), .float(let y)): return .float(x + y)
    case (.integer(let x), .float(let y)): return .float(Double(x) + y)
    case (.float(let x), .integer(let y)): return .float(x + Double(y))
    case (.list(let x), .list(let y)): return .list(x + y)
    case (.list(let x), _): return .list(x + [b])
    case (_, .list(let y)): return .list([a] + y)
    case (.string(let x), .string(let y)): return .string(x + y)
    case (.string(let x), .integer), (.string(let x), .float): return .string(x + b.literal)
    case (.integer, .string(let y)), (.float, .string(let y)): return .string(a.literal + y)
    default:
      if let sum = try addingDuration(a, b) { return sum }
      throw undefined("+", a, b)
    }
  }

  public static func subtracting(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      return try integer(x.subtractingReportingOverflow(y), "\(x) - \(y)")
    case (.float(let x), .float(let y)): return .float(x - y)
    case (.integer(let x), .float(let y)): return .float(Double(x) - y)
    case (.float(let x), .integer(let y)): return .float(x - Double(y))
    default:
      if case .duration(let duration) = b, let difference = try addingDuration(a, .duration(duration.negated())) {
        return difference
      }
      throw undefined("-", a, b)
    }
  }

  public static func multiplying(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      return try integer(x.multipliedReportingOverflow(by: y), "\(x) * \(y)")
    case (.float(let x), .float(let y)): return .float(x * y)
    case (.integer(let x), .float(let y)): return .float(Double(x) * y)
    case (.float(let x), .integer(let y)): return .float(x * Double(y))
    case (.duration(let x), .integer(let y)), (.integer(let y), .duration(let x)): return .duration(try x.multiplied(by: y))
    case (.duration(let x), .float(let y)), (.float(let y), .duration(let x)): return .duration(try x.multiplied(by: y))
    default: throw undefined("*", a, b)
    }
  }

  /// Integers divide towards zero. Throws `divisionByZero` for integers; floats yield an infinity or NaN.
  public static func dividing(_ a: Value, by b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw .divisionByZero }
      return try integer(x.dividedReportingOverflow(by: y), "\(x) / \(y)")
    case (.float(let x), .float(let y)): return .float(x / y)
    case (.integer(let x), .float(let y)): return .float(Double(x) / y)
    case (.float(let x), .integer(let y)): return .float(x / Double(y))
    case (.duration(let x), .integer(let y)):
      if y == 0 { throw .divisionByZero }
      return .duration(try x.divided(by: y))
    case (.duration(let x), .float(let y)):
      if y == 0 { throw .divisionByZero }
      return .duration(try x.divided(by: y))
    default: throw undefined("/", a, b)
    }
  }

  /// The remainder has the sign of the dividend. Throws `divisionByZero` for integers; floats yield NaN.
  public static func remainder(_ a: Value, by b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw .divisionByZero }
      return .integer(y == -1 ? 0 : x % y)
    case (.float(let x), .float(let y)): return .float(x.truncatingRemainder(dividingBy: y))
    case (.integer(let x), .float(let y)): return .float(Double(x).truncatingRemainder(dividingBy: y))
    case (.float(let x), .integer(let y)): return .float(x.truncatingRemainder(dividingBy: Double(y)))
    default: throw undefined("%", a, b)
    }
  }

  /// `^`, always a float.
  public static func power(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    if a.isNull || b.isNull { return .null }
    guard let base = a.asDouble, let exponent = b.asDouble else { throw undefined("^", a, b) }
    return .float(pow(base, exponent))
  }

  /// Unary minus.
  public static func negating(_ a: Value) throws(ValueError) -> Value {
    switch a {
    case .null: return .null
    case .integer(let x):
      return try integer(Int64(0).subtractingReportingOverflow(x), "-(\(x))")
    case .float(let x): return .float(-x)
    case .duration(let x): return .duration(try x.negated())
    default: throw .invalidType("unary - is not defined for \(a.type.rawValue)")
    }
  }

  /// The number as a double, nil for everything that is not a number.
  public var asDouble: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  // MARK: - Helpers

  private static func integer(
    _ result: (partialValue: Int64, overflow: Bool), _ operation: @autoclosure () -> String
  ) throws(ValueError) -> Value {
    if result.overflow { throw .overflow(operation: operation()) }
    return .integer(result.partialValue)
  }

  private static func undefined(_ symbol: String, _ a: Value, _ b: Value) -> ValueError {
    .invalidType("\(symbol) is not defined for \(a.type.rawValue) and \(b.type.rawValue)")
  }

  /// The sum of a duration and a temporal value in either order, nil where neither operand is a duration.
  private static func addingDuration(_ a: Value, _ b: Value) throws(ValueError) -> Value? {
    switch (a, b) {
    case (.duration(let x), .duration(let y)): return .duration(try x.adding(y))
    case (.date(let x), .duration(let y)), (.duration(let y), .date(let x)): return .date(try x.adding(y))
    case (.localTime(let x), .duration(let y)), (.duration(let y), .localTime(let x)): return .localTime(x.adding(y))
    case (.time(let x), .duration(let y)), (.duration(let y), .time(let x)): return .time(x.adding(y))
    case (.localDateTime(let x), .duration(let y)), (.duration(let y), .localDateTime(let x)):
      return .localDateTime(try x.adding(y))
    case (.dateTime(let x), .duration(let y)), (.duration(let y), .dateTime(let x)): return .dateTime(try x.adding(y))
    default: return nil
    }
  }
}
