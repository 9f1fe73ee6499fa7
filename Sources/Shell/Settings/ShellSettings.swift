/// What the user can change about the shell while it runs.
public struct ShellSettings: Sendable {
  public var mode: OutputMode
  /// Rows shown of a long result at a terminal; 0 shows all.
  public var maxRows = 40
  /// Cells a table may be wide; 0 asks the terminal.
  public var maxWidth = 0
  public var nullText = "null"
  public var showsTiming = false
  public var showsIDs = false
  /// Seconds a statement may take; 0 is no limit.
  public var timeLimitSeconds = 0.0
  /// Commands of a script or a file are carried out up to the first that fails.
  public var stopsAtFailure = true
  /// Errors are written as one JSON object a line.
  public var writesErrorsAsJSON = false
  /// Neither banner nor counts nor warnings.
  public var isQuiet = false

  public init(mode: OutputMode) { self.mode = mode }
}
