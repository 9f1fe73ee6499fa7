import Cypher

/// All commands. Help, completion and the documentation are made from this table.
enum CommandTable {
  static let all: [ShellCommand] =
    ShellCommands.all + GraphCommands.all + LookCommands.all + InvestigateCommands.all + OutputCommands.all
    + QueryCommands.all + ChangeCommands.all

  /// Carries out a line such as `:mode csv`.
  /// - Parameter allowsPrefix: any beginning of a name will do that fits only one.
  static func run(_ line: String, in context: ShellContext, allowsPrefix: Bool) throws(ShellError) {
    let afterColon = line.dropFirst()
    let name = String(afterColon.prefix { !$0.isWhitespace })
    guard !name.isEmpty else {
      throw ShellError(.usage, "a command needs a name behind the colon", hint: ":help lists the commands")
    }
    let command = try find(name, allowsPrefix: allowsPrefix)
    try command.action(context, CommandArguments(String(afterColon.dropFirst(name.count))))
  }

  /// True for a line that begins with a colon and the whole name of a command.
  static func isCommand(_ line: String) -> Bool {
    (try? find(String(line.dropFirst().prefix { !$0.isWhitespace }), allowsPrefix: false)) != nil
  }

  static func find(_ typed: String, allowsPrefix: Bool) throws(ShellError) -> ShellCommand {
    let name = typed.lowercased()
    if let command = all.first(where: { $0.name == name || $0.aliases.contains(name) }) { return command }
    let fitting = all.filter { $0.name.hasPrefix(name) }
    if allowsPrefix, fitting.count == 1 { return fitting[0] }
    if fitting.count > 1, allowsPrefix {
      let names = fitting.map { ":" + $0.name }.joined(separator: ", ")
      throw ShellError(.usage, "`:\(typed)` could be \(names)", hint: "type one more letter")
    }
    let nearest = fitting.first?.name ?? NameSuggestion.nearest(to: name, among: all.map(\.name))
    throw ShellError(
      .usage, "no command `:\(typed)`", hint: nearest.map { "did you mean `:\($0)`?" } ?? ":help lists the commands")
  }
}
