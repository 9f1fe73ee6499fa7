import CPlatform

/// Carries out what a source gives, unit by unit, and reports what fails.
final class InputRunner {
  private let context: ShellContext
  /// Where the input comes from, for the places of errors; nil at a terminal or for a text on the command line.
  private let file: String?
  /// A person is typing: no failure ends the input, commands may be shortened, blocks go into the history.
  private let isInteractive: Bool
  private var assembler = InputAssembler()
  private var block = ""
  private var status = ExitStatus.success

  init(context: ShellContext, file: String? = nil, isInteractive: Bool = false) {
    self.context = context
    self.file = file
    self.isInteractive = isInteractive
  }

  /// Reads to the end of the input, to `:exit`, or to the first failure where the settings say so.
  func run(_ source: any LineSource) -> ExitStatus {
    while !context.isExitRequested, !context.console.isClosed {
      switch source.nextLine(prompt: prompt, pending: assembler.pending) {
      case .interrupted:
        drop()
        if !isInteractive { return .interrupted }
      case .end:
        return isInteractive ? .success : finish()
      case .replacement(let lines):
        drop()
        guard take(lines, from: source) else { return status }
      case .line(let line):
        guard take(line, from: source) else { return status }
      }
    }
    return isInteractive ? .success : status
  }

  private var prompt: Prompt {
    guard isInteractive else { return Prompt(graph: "", isReadOnly: false, transactionMark: "", open: nil) }
    return context.prompt(assembler.openState)
  }

  private func drop() {
    assembler.clear()
    block = ""
    platform_clear_interrupt()
  }

  /// Carries out what a line completes; false if the input is to end.
  private func take(_ line: String, from source: any LineSource) -> Bool {
    assembler.append(line: line)
    if isInteractive { block += (block.isEmpty ? "" : "\n") + line }
    while !context.isExitRequested, let unit = assembler.next() {
      guard carryOut(unit) || isInteractive || !context.settings.stopsAtFailure else { return false }
    }
    if isInteractive, assembler.openState == nil {
      source.remember(block)
      drop()
    } else if isInteractive, InputAssembler.command(in: line).map(CommandTable.isCommand) == true {
      context.console.dimNote("this goes on with the statement above: end that with ; or drop it with Ctrl-C first")
    }
    return true
  }

  /// The last statement needs no `;`. One with an open bracket, quote or comment is carried out too, so that the error says where
  /// it should have been closed.
  private func finish() -> ExitStatus {
    guard let rest = assembler.rest() else { return status }
    _ = carryOut(rest.unit)
    return rest.isClosed || status == .interrupted || status == .timeLimit ? status : .unfinished
  }

  private func carryOut(_ unit: InputUnit) -> Bool {
    if isInteractive { platform_clear_interrupt() }
    guard !Cancellation.isRequested else {
      status = .interrupted
      return false
    }
    context.console.beginUnit()
    defer {
      context.console.endUnit()
      context.names.forget()
    }
    do {
      switch unit.kind {
      case .statement: try StatementRunner(context: context).run(unit.text)
      case .command: try CommandTable.run(unit.text, in: context, allowsPrefix: isInteractive)
      }
      return true
    } catch {
      let cancellation = wasCancelled(error)
      if cancellation == .timeLimit { platform_clear_interrupt() }
      if let cancellation { status = cancellation } else { status = error.code == .graph ? .unopenable : .failed }
      if !context.console.isClosed { report(error, unit, cancellation: cancellation) }
      return false
    }
  }

  private func wasCancelled(_ error: ShellError) -> ExitStatus? {
    guard error.cause != nil, Cancellation.isRequested else { return nil }
    return platform_time_limit_reached() ? .timeLimit : .interrupted
  }

  private func report(_ error: ShellError, _ unit: InputUnit, cancellation: ExitStatus? = nil) {
    let console = context.console
    let firstLine = file == nil ? 1 : unit.line
    var error = error
    switch cancellation {
    case .interrupted:
      error = ShellError(.statement, "cancelled")
      // The terminal has written ^C where the cursor was.
      if isInteractive { console.note("") }
    case .timeLimit:
      error = ShellError(
        .statement, "the time limit of \(Count.duration(context.settings.timeLimitSeconds * 1000)) was reached",
        hint: ":set timeout SECONDS changes it")
    default: break
    }
    let report = ErrorReport(style: console.style, width: console.width)
    console.note(
      context.settings.writesErrorsAsJSON
        ? report.json(error, firstLine: firstLine) : report.text(error, file: file, firstLine: firstLine))
  }
}
