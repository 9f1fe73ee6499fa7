/// Why an operation on values has no result. `Query` makes a `CypherError` of it, with the TCK's words and the place.
public enum ValueError: Error, Hashable, Sendable {
  /// The result does not fit its type; `operation` names what was computed, with its operands.
  case overflow(operation: String)
  /// An integer was divided by zero.
  case divisionByZero
  /// The operation is not defined for values of these types.
  case invalidType(String)
  /// The type is right, the content is not: a text that is no date, an unknown unit, a month 13.
  case invalidArgument(String)
  /// A number outside the range that the operation takes.
  case outOfRange(String)
  /// The system has no such time zone, or no time zone data at all.
  case unknownTimeZone(String)
}

extension ValueError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .overflow(let operation): "the result of \(operation) does not fit in 64 bits"
    case .divisionByZero: "division by zero"
    case .invalidType(let message), .invalidArgument(let message), .outOfRange(let message), .unknownTimeZone(let message):
      message
    }
  }
}
