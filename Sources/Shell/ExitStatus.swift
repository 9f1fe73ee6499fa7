/// How the shell ends, as the process's exit code.
public enum ExitStatus: Int32, Sendable {
  case success = 0
  /// A statement or command failed.
  case failed = 1
  /// The command line could not be understood.
  case usage = 2
  /// The graph cannot be opened, is locked or damaged.
  case unopenable = 3
  /// The input ended inside a statement.
  case unfinished = 4
  case timeLimit = 124
  case interrupted = 130
}
