import Cypher
import Graph

// The wording of everything that can go wrong while an expression is evaluated.

extension CypherError {
  /// A value of a type that the operation does not take.
  static func invalidType(_ message: String, at span: SourceSpan? = nil) -> CypherError {
    CypherError(.typeError, .invalidArgumentType, phase: .runtime, message, at: span)
  }

  /// A condition that is neither true, false nor null.
  static func notBoolean(_ value: Value, at span: SourceSpan? = nil) -> CypherError {
    CypherError(
      .typeError, .invalidArgumentType, phase: .runtime, "expected a Boolean, found \(value.type.phrase)", at: span,
      hint: "write a comparison, such as x = 1, or x IS NOT NULL")
  }

  static func notList(_ value: Value, at span: SourceSpan? = nil) -> CypherError {
    invalidType("expected a List, found \(value.type.phrase)", at: span)
  }

  /// Labels or properties asked of an element that this statement has deleted.
  static func deletedAccess(_ element: String, at span: SourceSpan? = nil) -> CypherError {
    CypherError(
      .entityNotFound, .deletedEntityAccess, phase: .runtime, "the \(element) was deleted earlier in this statement", at: span,
      hint: "read what you need of it in a WITH before the DELETE")
  }

  /// Runs `body`; an error of it that has no place gets `span`.
  static func placing<Result>(
    at span: SourceSpan?, _ body: () throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    do { return try body() } catch { throw error.placed(at: span) }
  }

  /// The same error at `span`, unless it has a place already.
  func placed(at span: SourceSpan?) -> CypherError {
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
