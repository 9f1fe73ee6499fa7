import Cypher

/// Why a command of the shell could not be done.
public struct ShellError: Error, Sendable {
  public enum Code: String, Sendable {
    /// The command is unknown or its arguments do not fit.
    case usage
    /// A statement failed; `cause` says how.
    case statement
    /// A file could not be read or written.
    case file
    /// A graph could not be opened, is locked or damaged.
    case graph
    /// Nothing in the graph bears that name, or several do.
    case name
    /// What was asked is not possible here.
    case unavailable
  }

  public var code: Code
  /// What was found and what was expected, without a full stop at the end.
  public var message: String
  /// The remedy.
  public var hint: String?
  public var cause: CypherError?
  /// The text of the statement that `cause` speaks of.
  public var statement: String?

  public init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  public init(_ cause: CypherError, in statement: String) {
    code = .statement
    message = cause.message
    hint = cause.hint
    self.cause = cause
    self.statement = statement
  }
}
