/// A command of the shell: what `:help` says of it, how it is completed and what it does.
struct ShellCommand: Sendable {
  enum Group: String, CaseIterable, Sendable {
    case shell = "Shell"
    case graph = "Graph"
    case look = "Look"
    case investigate = "Investigate"
    case output = "Output"
    case query = "Query"
    case change = "Change"
  }

  /// What Tab offers behind the name.
  enum ArgumentKind: Sendable {
    case nothing, command, file, formatThenFile, importFile, label, entity, mode, setting, onOff
  }

  typealias Action = @Sendable (ShellContext, CommandArguments) throws(ShellError) -> Void

  /// Without the colon; `aliases` are other spellings that are not listed.
  var name: String
  var aliases: [String] = []
  var group: Group
  /// As a line of help writes them: `FILE`, `[text]`.
  var arguments = ""
  /// One line.
  var summary: String
  /// More for `:help NAME`.
  var details = ""
  var completes = ArgumentKind.nothing
  var action: Action

  var usage: String { ":" + name + (arguments.isEmpty ? "" : " " + arguments) }

  /// What a command throws whose arguments do not fit.
  func misuse(_ message: String) -> ShellError {
    ShellError(.usage, message, hint: "the command is \(usage)")
  }
}
