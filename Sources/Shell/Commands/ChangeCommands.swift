/// Commands for transactions.
enum ChangeCommands {
  static let all: [ShellCommand] = [
    ShellCommand(name: "begin", group: .change, summary: "begins a transaction", action: statement("BEGIN")),
    ShellCommand(name: "commit", group: .change, summary: "keeps what the transaction changed", action: statement("COMMIT")),
    ShellCommand(
      name: "rollback", group: .change, summary: "undoes what the transaction changed", action: statement("ROLLBACK")),
  ]

  private static func statement(_ text: String) -> ShellCommand.Action {
    { (context, arguments) throws(ShellError) in
      guard arguments.isEmpty else { throw ShellError(.usage, "the command takes no `\(arguments.text)`") }
      _ = try StatementRunner(context: context).rows(text)
    }
  }
}
