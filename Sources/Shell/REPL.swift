#if canImport(Glibc)
import Glibc
#endif
import CPlatform

/// The shell as a whole: carries out texts and files in the order given, then reads from a person or a pipe.
public final class REPL {
  /// Something to carry out.
  public enum Input: Sendable {
    /// Statements and commands given on the command line.
    case text(String)
    /// A file of them; `-` is standard input.
    case file(String)
    /// A person at a terminal, or else standard input.
    case standard
  }

  private let context: ShellContext
  /// A person goes on at the terminal after the texts and files.
  public var staysInteractive = false

  public init(context: ShellContext) {
    self.context = context
    platform_catch_interrupt()
    platform_ignore_broken_pipe()
  }

  /// Carries out a file of settings and commands that need not exist; what fails in it is reported and otherwise ignored.
  public func runInitFile(_ path: String) {
    guard let text = FileText.read(path) else { return }
    _ = InputRunner(context: context, file: path).run(PlainLineReader(text: text))
  }

  /// Where history is kept across sessions; nil keeps none.
  public func useHistory(at path: String?) {
    context.history = path.map(HistoryFile.init)
  }

  /// - Returns: the status of the first input that failed, or success.
  public func run(_ inputs: [Input]) -> ExitStatus {
    var status = ExitStatus.success
    for input in inputs {
      let next = run(input)
      if status == .success { status = next }
      if context.isExitRequested || context.console.isClosed { break }
      if status != .success, context.settings.stopsAtFailure { break }
    }
    context.console.endRedirection()
    context.console.flush()
    return context.console.isClosed ? .success : status
  }

  private func run(_ input: Input) -> ExitStatus {
    switch input {
    case .text(let text):
      return InputRunner(context: context).run(PlainLineReader(text: text))
    case .file("-"):
      return InputRunner(context: context).run(PlainLineReader(descriptor: STDIN_FILENO))
    case .file(let path):
      guard let text = FileText.read(FileText.expandingHome(path)) else {
        let error = ShellError(.file, "cannot read \(path): \(FileText.lastFailure)")
        context.console.report(ErrorReport(style: context.console.style, width: context.console.width).text(error))
        return .failed
      }
      return InputRunner(context: context, file: path).run(PlainLineReader(text: text))
    case .standard:
      context.isInteractive = context.isInteractive || staysInteractive
      guard context.isInteractive else { return run(.file("-")) }
      return converse()
    }
  }

  private func converse() -> ExitStatus {
    if !context.settings.isQuiet { context.console.note(Banner(context: context).text) }
    if let history = context.history { context.historyEntries = history.load() }
    let editor = LineEditor(context: context)
    defer { editor.close() }
    return InputRunner(context: context, isInteractive: true).run(editor)
  }
}
