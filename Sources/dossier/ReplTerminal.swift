import Foundation
import Shell

/// What standard input, output and error are connected to.
struct ReplTerminal {
  let color: Repl.Color
  let dataIsTerminal = isatty(STDOUT_FILENO) == 1

  /// A person sits there, at a terminal that lines can be edited on or at least typed on.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && dataIsTerminal }

  /// - Parameter output: the file that results go to, in place of standard output.
  func console(output: String?) throws(Failure) -> Console {
    let data: DescriptorSink
    if let output {
      guard let file = DescriptorSink(path: output) else {
        throw Failure(.failed, "cannot write \(output): \(String(cString: strerror(errno)))")
      }
      data = file
    } else {
      data = DescriptorSink(descriptor: STDOUT_FILENO)
    }
    let isToTerminal = output == nil && dataIsTerminal
    return Console(
      data: data, messages: DescriptorSink(descriptor: STDERR_FILENO),
      dataStyle: Style(isOn: isColored(output == nil ? STDOUT_FILENO : nil)),
      messageStyle: Style(isOn: isColored(STDERR_FILENO)),
      terminalSize: { isToTerminal ? TerminalSize.current(descriptor: STDOUT_FILENO) : nil })
  }

  func isColored(_ descriptor: Int32?) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return !isRefused && environment["TERM"] != "dumb" && descriptor.map { isatty($0) == 1 } ?? false
    }
  }
}
