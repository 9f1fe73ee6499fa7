import Cypher
import Graph

// What values and functions complain about, in the words of the TCK. All at runtime: only a row shows the values.

extension CypherError {
  /// The error of an operation on values, as the TCK names it.
  package init(_ error: ValueError, at span: SourceSpan? = nil) {
    switch error {
    case .overflow:
      self.init(
        .arithmeticError, .numberOutOfRange, phase: .runtime, error.description, at: span,
        hint: "compute with floats, as in toFloat(x) * y, where rounding does no harm")
    case .divisionByZero:
      self.init(
        .arithmeticError, .divisionByZero, phase: .runtime, error.description, at: span,
        hint: "x / nullIf(y, 0) is null instead, x / toFloat(y) an infinity or NaN")
    case .invalidType:
      self.init(
        .typeError, .invalidArgumentType, phase: .runtime, error.description, at: span,
        hint: "convert with toString(), toInteger() or toFloat(); dates move by durations, as in date() + duration('P1D')")
    case .outOfRange: self.init(.argumentError, .numberOutOfRange, phase: .runtime, error.description, at: span)
    case .invalidArgument, .unknownTimeZone:
      self.init(.argumentError, .invalidArgumentValue, phase: .runtime, error.description, at: span)
    }
  }

  /// Runs an operation on values with its error in the TCK's words.
  package static func translating<Result>(
    at span: SourceSpan? = nil, _ operation: () throws(ValueError) -> Result
  ) throws(CypherError) -> Result {
    do { return try operation() } catch { throw CypherError(error, at: span) }
  }

  /// An argument of a type that `function` does not take.
  static func argumentType(of function: String, _ value: Value, expected: String) -> CypherError {
    CypherError(
      .typeError, .invalidArgumentType, phase: .runtime, "\(function)() takes \(expected), found \(value.type.rawValue)")
  }

  /// An argument that conversion functions refuse: the TCK calls the type a bad value there.
  static func argumentValue(of function: String, _ value: Value, expected: String) -> CypherError {
    CypherError(
      .typeError, .invalidArgumentValue, phase: .runtime, "\(function)() takes \(expected), found \(value.type.rawValue)")
  }

  static func numberOutOfRange(_ message: String) -> CypherError {
    CypherError(.argumentError, .numberOutOfRange, phase: .runtime, message)
  }
}
