import Cypher

/// Commands about the shell itself.
enum ShellCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "help", aliases: ["h", "?"], group: .shell, arguments: "[topic]", summary: "lists the commands, or explains one",
      details: "Topics are the commands, `keys`, `modes`, `settings`, `cypher` and all that it lists.", completes: .command,
      action: HelpText.run),
    ShellCommand(
      name: "exit", aliases: ["quit", "q"], group: .shell, summary: "leaves the shell",
      action: { (context, _) throws(ShellError) in context.isExitRequested = true }),
    ShellCommand(
      name: "version", group: .shell, summary: "says which dossier this is",
      action: { (context, _) throws(ShellError) in context.console.writeLine("dossier \(Version.text)") }),
    ShellCommand(
      name: "history", group: .shell, arguments: "[text|clear]", summary: "lists what was typed, or what of it holds a text",
      details: "`:history clear` forgets it, also in the file.", action: history),
    ShellCommand(
      name: "set", group: .shell, arguments: "[name [value]]", summary: "lists the settings, or changes one",
      details: "`:help settings` explains them.", completes: .setting, action: set),
  ]

  private static func history(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    if arguments.text == "clear" {
      context.historyEntries = []
      context.isHistoryCleared = true
      context.history?.clear()
      return
    }
    let wanted = arguments.whole.lowercased()
    let found = context.historyEntries.enumerated().filter { wanted.isEmpty || $0.element.lowercased().contains(wanted) }
    if found.isEmpty { context.console.dimNote("no history" + (wanted.isEmpty ? "" : " with `\(arguments.whole)`")) }
    for (index, entry) in found.suffix(wanted.isEmpty ? 50 : 500) {
      let number = String(index + 1).padded(toWidth: 5, right: true)
      let indent = String(repeating: " ", count: 7)
      let lines = SafeText.lines(entry).linesOfText().joined(separator: "\n" + indent)
      context.console.writeLine(context.console.sinkStyle.dim(number) + "  " + lines)
    }
  }

  private static func set(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let words = arguments.words
    guard let name = words.first else {
      let width = Setting.all.map(\.name.count).max() ?? 0
      for setting in Setting.all {
        context.console.writeLine(setting.name.padded(toWidth: width) + "  " + setting.read(context.settings))
      }
      return
    }
    guard let setting = Setting.named(name) else {
      let names = Setting.all.map(\.name).joined(separator: ", ")
      throw ShellError(.usage, "no setting `\(name)`", hint: "there are \(names)")
    }
    guard words.count > 1 else {
      return context.console.writeLine(setting.name + "  " + setting.read(context.settings))
    }
    try apply(setting, words.dropFirst().joined(separator: " "), context)
  }

  static func apply(_ setting: Setting, _ text: String, _ context: ShellContext) throws(ShellError) {
    guard setting.write(&context.settings, text) else {
      let values = setting.values.isEmpty ? "a number from 0 on" : setting.values.joined(separator: ", ")
      throw ShellError(.usage, "`\(text)` is no value of \(setting.name)", hint: "it takes \(values)")
    }
  }

  /// For a command that stands for one setting: shows it without an argument, changes it with one.
  static func shorthand(_ name: String) -> ShellCommand.Action {
    { (context, arguments) throws(ShellError) in
      guard let setting = Setting.named(name) else { preconditionFailure("a shorthand must name a setting") }
      if arguments.isEmpty { return context.console.writeLine(setting.name + "  " + setting.read(context.settings)) }
      try apply(setting, arguments.whole, context)
    }
  }
}
