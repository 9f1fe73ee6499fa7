import Cypher

/// What `:help` writes, made from the tables of commands, modes and settings.
enum HelpText {
  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    let style = context.console.sinkStyle
    let language = LanguageHelp(style: style, procedures: context.names.schema?.procedures ?? [])
    let help = try text(arguments.whole, language, style: style)
    context.console.writeLine(help.broken(toWidth: context.console.width ?? LanguageHelp.lineWidth))
  }

  static func text(_ topic: String, _ language: LanguageHelp, style: Style) throws(ShellError) -> String {
    switch topic.lowercased() {
    case "": return overview(style)
    case "cypher": return language.overview
    case "keys": return keys(style)
    case "modes": return list(OutputMode.allCases.map { ($0.rawValue, $0.summary) }, style)
    case "settings": return list(Setting.all.map { ($0.name, $0.help + values($0)) }, style)
    default: return try entry(topic, language, style)
    }
  }

  /// A word may name a command and a clause, such as `explain`: then both are explained.
  private static func entry(_ topic: String, _ language: LanguageHelp, _ style: Style) throws(ShellError) -> String {
    let isCommand = topic.hasPrefix(":")
    let name = isCommand ? String(topic.dropFirst()) : topic
    let named = try? CommandTable.find(name, allowsPrefix: false)
    let texts = [named.map { command($0, style) }, isCommand ? nil : language.text(of: name)].compactMap { $0 }
    if !texts.isEmpty { return texts.joined(separator: "\n\n") }
    do throws(ShellError) {
      return command(try CommandTable.find(name, allowsPrefix: true), style)
    } catch {
      if error.hint?.hasPrefix("type one more") == true { throw error }
      let nearest = NameSuggestion.hint(for: name, among: CommandTable.all.map(\.name) + language.names)
      let related = language.names(mentioning: name)
      let hint = nearest ?? (related.isEmpty ? nil : "it is spoken of at :help \(related.joined(separator: ", :help "))")
      throw ShellError(
        .usage, "nothing is called `\(topic)`", hint: hint ?? ":help lists the commands, :help cypher what the language has")
    }
  }

  private static func overview(_ style: Style) -> String {
    let width = CommandTable.all.map { LetterWidth.of($0.usage) }.max() ?? 0
    var lines: [String] = []
    for group in ShellCommand.Group.allCases {
      lines.append(style.bold(group.rawValue))
      for command in CommandTable.all where command.group == group {
        lines.append("  " + command.usage.padded(toWidth: width) + "  " + command.summary)
      }
    }
    lines.append("")
    lines.append(
      "A statement ends with ; and may run over several lines. X is a name, an id such as #12, or $n: row n of the last result. "
        + ":help NAME explains a command, a clause, a function or a procedure; :help cypher lists what the language has; "
        + ":help keys, modes and settings what their names say.")
    return lines.joined(separator: "\n")
  }

  private static func command(_ command: ShellCommand, _ style: Style) -> String {
    var lines = [style.bold(command.usage), "  " + command.summary]
    if !command.details.isEmpty { lines.append(contentsOf: command.details.linesOfText().map { "  " + $0 }) }
    if !command.aliases.isEmpty { lines.append("  also " + command.aliases.map { ":" + $0 }.joined(separator: ", ")) }
    if case .mode = command.completes { lines.append(list(OutputMode.allCases.map { ($0.rawValue, $0.summary) }, style)) }
    return lines.joined(separator: "\n")
  }

  private static func keys(_ style: Style) -> String {
    list(
      [
        ("Enter", "run if the statement is complete, else go on in a new line"),
        ("Alt-Enter", "always a new line"),
        ("Tab", "complete; list what is possible"),
        ("Up, Down", "line within the statement, then history"),
        ("Ctrl-P, Ctrl-N", "history"),
        ("Alt-P, Alt-N", "history that begins like the line"),
        ("Ctrl-R", "search backwards in the history"),
        ("Ctrl-A, Ctrl-E", "beginning, end of the line"),
        ("Ctrl-Left, Ctrl-Right", "word back, word on"),
        ("Ctrl-W, Ctrl-K, Ctrl-U", "delete the word before, the rest, what is before"),
        ("Ctrl-Y, Ctrl-_", "put back what was deleted, undo"),
        ("Ctrl-L", "clear the screen"),
        ("Ctrl-C", "drop what is typed, or cancel the statement that runs"),
        ("Ctrl-D", "leave, on an empty line"),
      ], style)
  }

  private static func list(_ entries: [(String, String)], _ style: Style) -> String {
    let width = entries.map { LetterWidth.of($0.0) }.max() ?? 0
    return entries.map { "  " + style.name($0.0.padded(toWidth: width)) + "  " + $0.1 }.joined(separator: "\n")
  }

  private static func values(_ setting: Setting) -> String {
    setting.values.isEmpty ? "" : " (" + setting.values.joined(separator: ", ") + ")"
  }
}
