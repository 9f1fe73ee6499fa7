import Cypher

/// Puts lines together to commands and statements: a command ends with its line, a statement with its `;`.
struct InputAssembler {
  private var splitter = StatementSplitter()
  private var complete: [InputUnit] = []
  /// The lines before those that the splitter holds or has held since it was last reset.
  private var lineCount = 0
  private var splitterBase = 0

  /// The text of the statement that has been begun.
  private(set) var pending = ""

  /// Takes one line, or several with newlines between them.
  mutating func append(line text: String) {
    for line in text.linesOfText() { appendSingle(line) }
  }

  private mutating func appendSingle(_ line: String) {
    lineCount += 1
    if splitter.pendingIsBlank, let command = Self.command(in: line) {
      complete.append(InputUnit(kind: .command, text: command, line: lineCount))
      startAnew()
      return
    }
    for statement in splitter.append(line + "\n") {
      complete.append(InputUnit(kind: .statement, text: statement.text, line: splitterBase + statement.line))
    }
    if splitter.pendingIsBlank { startAnew() } else { pending = splitter.pending }
  }

  /// Forgets what was begun.
  mutating func clear() {
    complete = []
    startAnew()
  }

  /// The next command or statement; nil if more lines are needed.
  mutating func next() -> InputUnit? {
    complete.isEmpty ? nil : complete.removeFirst()
  }

  /// What stands open; nil if nothing but blanks and comments is pending.
  var openState: OpenState? {
    if let innermost = splitter.open.last { return .construct(innermost.kind) }
    return splitter.pendingIsBlank ? nil : .statement
  }

  /// What is left at the end of the input, where a last statement needs no `;`.
  /// - Returns: nil for blanks and comments; `isClosed` is false if a bracket, quote or comment is open.
  mutating func rest() -> (unit: InputUnit, isClosed: Bool)? {
    guard openState != nil else { return nil }
    defer { startAnew() }
    guard let last = splitter.lastStatement else {
      return (InputUnit(kind: .statement, text: splitter.pending.trimmed(), line: splitterBase + 1), false)
    }
    return (InputUnit(kind: .statement, text: last.text, line: splitterBase + last.line), true)
  }

  private mutating func startAnew() {
    splitter.reset()
    splitterBase = lineCount
    pending = ""
  }

  /// The command on a line that begins with a colon, without a `;` at its end.
  static func command(in line: String) -> String? {
    var text = line.trimmed()
    guard text.unicodeScalars.first == ":" else { return nil }
    if text.hasSuffix(";") { text = String(text.dropLast()).trimmed() }
    return text
  }
}
