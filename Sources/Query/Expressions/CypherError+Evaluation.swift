import Cypher
import Graph

// The wording of everything that can go wrong while an expression is evaluated.

extension CypherError {
  /// What an operation on values could not do, in the TCK's words.
  package init(_ error: ValueError, at span: SourceSpan? = nil) {
    let kind: Kind
    let detail: Detail
    switch error {
    case .overflow: (kind, detail) = (.arithmeticError, "NumberOutOfRange")
    case .divisionByZero: (kind, detail) = (.arithmeticError, "DivisionByZero")
    case .invalidType: (kind, detail) = (.typeError, "InvalidArgumentType")
    case .invalidArgument: (kind, detail) = (.argumentError, "InvalidArgumentValue")
    case .outOfRange: (kind, detail) = (.argumentError, "NumberOutOfRange")
    case .unknownTimeZone: (kind, detail) = (.argumentError, "InvalidArgumentValue")
    }
    self.init(kind, detail, phase: .runtime, "\(error)", at: span)
  }

  /// A value of a type that the operation does not take.
  static func invalidType(_ message: String, at span: SourceSpan? = nil) -> CypherError {
    CypherError(.typeError, "InvalidArgumentType", phase: .runtime, message, at: span)
  }

  /// A condition that is neither true, false nor null.
  static func notBoolean(_ value: Value, at span: SourceSpan? = nil) -> CypherError {
    invalidType("expected a Boolean, found \(value.type.phrase)", at: span)
  }

  static func notList(_ value: Value, at span: SourceSpan? = nil) -> CypherError {
    invalidType("expected a List, found \(value.type.phrase)", at: span)
  }

  /// An argument of a type that a function does not take; the TCK says "value" of arguments whose type shows only at run time.
  static func invalidArgument(_ value: Value, of function: String, expected: String) -> CypherError {
    CypherError(
      .typeError, "InvalidArgumentValue", phase: .runtime, "\(function)() takes \(expected), found \(value.type.phrase)")
  }

  /// Labels or properties asked of an element that this statement has deleted.
  static func deletedAccess(_ element: String, at span: SourceSpan? = nil) -> CypherError {
    CypherError(
      .entityNotFound, "DeletedEntityAccess", phase: .runtime, "the \(element) was deleted earlier in this statement", at: span,
      hint: "read what you need of it in a WITH before the DELETE")
  }

  /// The same error at `span`, unless it has a place already.
  func placed(at span: SourceSpan) -> CypherError {
    var error = self
    if error.span == nil { error.span = span }
    return error
  }
}

extension ValueType {
  /// The type's name with its article, for sentences.
  var phrase: String {
    switch self {
    case .null: "null"
    case .integer: "an Integer"
    default: "a \(rawValue)"
    }
  }
}
