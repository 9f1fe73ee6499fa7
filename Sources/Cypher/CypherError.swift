/// Why a statement failed: the three words of the openCypher TCK, the place, a sentence and, where there is one, the remedy.
public struct CypherError: Error, Sendable {
  /// The TCK's error types.
  public enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case parameterMissing = "ParameterMissing"
    case constraintValidationFailed = "ConstraintValidationFailed"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    case entityNotFound = "EntityNotFound"
    case propertyNotFound = "PropertyNotFound"
    case labelNotFound = "LabelNotFound"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case procedureError = "ProcedureError"
    /// The store could not do it: disk, lock, limit, cancellation. Not of the TCK.
    case executionError = "ExecutionError"
  }

  public enum Phase: String, Sendable {
    case compileTime = "compile time"
    case runtime = "runtime"
  }

  public var kind: Kind
  public var phase: Phase
  public var detail: Detail
  /// What was found and what was expected, in one sentence without a full stop at the end. A name of a million letters is not
  /// repeated in full.
  public var message: String
  /// The place in the statement, nil where it has none.
  public var span: SourceSpan?
  /// The same place in lines and columns; filled in by whoever holds the text.
  public var position: SourcePosition?
  /// The remedy, such as "did you mean `title`?".
  public var hint: String?

  public init(
    _ kind: Kind, _ detail: Detail, phase: Phase = .compileTime, _ message: String, at span: SourceSpan? = nil,
    hint: String? = nil
  ) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.message = Self.readable(message)
    self.span = span
    self.hint = hint.map(Self.readable)
  }

  private static let longestText = 1_000

  /// `text` without its middle, where it is too long to be read.
  private static func readable(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    return text.prefix(longestText / 2) + " … " + text.suffix(longestText / 4)
  }
}
