import Graph
import TestSupport
import Testing

@testable import Shell

@Suite struct CommandTableTests {
  static let due = [
    "help", "exit", "version", "open", "save", "ingest", "import", "export", "schema", "labels", "types", "find", "why",
    "neighbours", "path", "says", "conflicts", "timeline", "show", "mode", "max_rows", "output", "once", "last", "timing",
    "param", "params", "source", "explain", "profile", "begin", "commit", "rollback", "history", "set",
  ]

  private static func help(_ topic: String) throws -> String {
    let style = Style(isOn: false)
    return try HelpText.text(
      topic, LanguageHelp(style: style, procedures: ScriptedSession().graphSchema.procedures), style: style)
  }

  @Test("every command is there, with a line of help", arguments: due)
  func command(name: String) throws {
    let command = try CommandTable.find(name, allowsPrefix: false)
    #expect(!command.summary.isEmpty)
    #expect(try Self.help(name).contains(command.usage))
    #expect(try Self.help("").contains(command.usage))
  }

  @Test func `no two commands share a name`() {
    let names = CommandTable.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: ["", "keys", "modes", "settings", "why", "mode", "explain", "Match", "date.TRUNCATE", "db.labels", "count"])
  func `help says what it always said`(topic: String) throws {
    assertSnapshot(
      try Self.help(topic) + "\n", named: "help\(topic.isEmpty ? "" : "-" + topic).txt")
  }

  @Test func `a beginning will do at a terminal, where it fits one command only`() throws {
    #expect(try CommandTable.find("ma", allowsPrefix: true).name == "max_rows")
    #expect(try CommandTable.find("q", allowsPrefix: false).name == "exit")
    #expect(throws: ShellError.self) { try CommandTable.find("ma", allowsPrefix: false) }
    let error = #expect(throws: ShellError.self) { try CommandTable.find("ex", allowsPrefix: true) }
    #expect(error?.message == "`:ex` could be :exit, :export, :explain")
  }

  @Test func `help for the language lists every kind, and a slip names the nearest entry`() throws {
    let overview = try Self.help("cypher")
    for name in ["MATCH", "OPTIONAL MATCH", "shortestPath", "CASE", "CREATE INDEX", "collect", "toUpper", "db.labels"] {
      #expect(overview.contains(name), "\(name)")
    }
    let error = #expect(throws: ShellError.self) { try Self.help("MERG3") }
    #expect(error?.hint == "did you mean `MERGE`?")
  }

  @Test func `an unknown command names the nearest one`() {
    let error = #expect(throws: ShellError.self) { try CommandTable.find("timelin3", allowsPrefix: true) }
    #expect(error?.hint == "did you mean `:timeline`?")
  }

  @Test(
    "words are cut at blanks, quotes hold them together",
    arguments: [
      ("a b", ["a", "b"]), ("\"a b\" 'c d'", ["a b", "c d"]), ("it's", ["it's"]), ("\"a \\\"b\\\"\"", ["a \"b\""]), ("  ", []),
      ("\"open end", ["open end"]), ("\"\"", [""]),
    ] as [(String, [String])])
  func words(text: String, words: [String]) {
    #expect(CommandArguments(text).words == words)
  }
}
