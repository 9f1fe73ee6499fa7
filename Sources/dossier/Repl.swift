import Cypher
import ArgumentParser
import Foundation
import Shell

/// The shell, which is what `dossier` does without a sub-command.
struct Repl: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a graph: at a prompt, by -c and -f, or from a pipe (the default).",
    discussion: """
      GRAPH is a graph file (*.dossier), a folder of documents, or a Cypher script; without one the graph is empty and in \
      memory. Exit codes: 0 all ran, 1 a statement failed, 2 wrong usage, 3 the graph cannot be opened, 4 the input ended \
      inside a statement, 124 time limit, 130 interrupted.
      """)

  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Argument(help: "The graph.", completion: .file()) var graph: String?

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Carry out statements and commands; may be given again.", valueName: "text"),
    transform: { ReplInput(.text($0)) })
  var texts: [ReplInput] = []
  @Option(
    name: .customShort("f"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Carry out a file of them, - for standard input; may be given again.", valueName: "file"),
    transform: { ReplInput(.file($0)) })
  var files: [ReplInput] = []
  @Flag(name: .customShort("i"), help: "Go on at the prompt after -c and -f.") var stay = false

  @Option(
    name: [.customShort("m"), .long],
    help: "How results are written: \(OutputMode.allCases.map(\.rawValue).joined(separator: ", ")).")
  var mode: OutputMode?
  @Option(
    name: .customShort("P"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Give $name a value, which is JSON or else a string; may be given again.", valueName: "name=value"))
  var parameters: [ReplParameter] = []
  @Flag(name: [.customShort("r"), .long], help: "Open the graph for reading only.") var readOnly = false
  @Flag(name: [.customShort("q"), .long], help: "No banner, counts or warnings.") var quiet = false
  @Option(name: .customShort("o"), help: ArgumentHelp("Write results to a file.", valueName: "file")) var output: String?
  @Flag(name: .customLong("fail-fast"), help: "End at the first failure (the default).") var failFast = false
  @Flag(name: .customLong("fail-at-end"), help: "Carry out everything, then fail.") var failAtEnd = false
  @Flag(help: "Show the time of each statement.") var timing = false
  @Option(name: .customLong("max-rows"), help: "Rows shown of a long result at a terminal; 0 shows all.") var maxRows: Int?
  @Option(name: .customLong("max-width"), help: "Cells that a table may be wide.") var maxWidth: Int?
  @Option(help: ArgumentHelp("Seconds that a statement may take.", valueName: "seconds")) var timeout: Double?
  @Option(
    name: .customLong("allow-files"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Let LOAD CSV read the files of this folder; may be given again.", valueName: "folder"),
    completion: .directory)
  var allowedFolders: [String] = []
  @Option(help: "Colour: \(Color.allCases.map(\.rawValue).joined(separator: ", ")).") var color = Color.auto
  @Option(name: .customLong("init"), help: ArgumentHelp("Carry out this file first.", valueName: "file")) var initFile: String?
  @Flag(name: .customLong("no-init"), help: "Carry out no file first.") var noInit = false
  @Option(help: ArgumentHelp("Keep what is typed in this file.", valueName: "file")) var history: String?
  @Flag(name: .customLong("no-history"), help: "Keep nothing of what is typed.") var noHistory = false
  @Flag(help: "Results and errors as one JSON object a line.") var jsonl = false
  @Flag(name: .customShort("V"), help: "Say which dossier this is.") var sayVersion = false

  func validate() throws {
    if failFast && failAtEnd { throw ValidationError("--fail-fast and --fail-at-end exclude each other") }
    if jsonl, let mode, mode != .jsonl { throw ValidationError("--jsonl and --mode \(mode.rawValue) exclude each other") }
    if let timeout, !(timeout >= 0 && timeout.isFinite) { throw ValidationError("--timeout needs a number from 0 on") }
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows needs a number from 0 on") }
    if let maxWidth, maxWidth < 0 { throw ValidationError("--max-width needs a number from 0 on") }
  }

  func run() throws {
    if sayVersion { return print("dossier \(Version.text)") }
    let terminal = ReplTerminal(color: color)
    let tables = try AllowedFolders(allowedFolders)
    let workspace = try GraphWorkspace(graph, readOnly: readOnly, isQuiet: quiet, tables: tables)
    let console = try terminal.console(output: output)
    let context = ShellContext(
      workspace: workspace, console: console, settings: settings(isOnTerminal: terminal.dataIsTerminal && output == nil))
    for parameter in parameters { context.parameters[parameter.name] = parameter.value }
    var inputs = (texts + files).sorted { $0.order < $1.order }.map(\.input)
    if inputs.isEmpty || stay { inputs.append(.standard) }
    context.isInteractive = terminal.isInteractive && (texts + files).isEmpty
    let repl = REPL(context: context)
    repl.staysInteractive = stay && terminal.isInteractive
    repl.useHistory(at: noHistory ? nil : history ?? ReplFolders.historyFile)
    // What a person likes at the prompt must not change what a script writes.
    let isTyped = context.isInteractive || repl.staysInteractive
    if let initFile { repl.runInitFile(initFile) } else if isTyped, !noInit { repl.runInitFile(ReplFolders.initFile) }
    let status = repl.run(inputs)
    try workspace.close()
    if status != .success { throw ExitCode(status.rawValue) }
  }

  private func settings(isOnTerminal: Bool) -> ShellSettings {
    var settings = ShellSettings(mode: mode ?? (isOnTerminal && !jsonl ? .box : .jsonl))
    settings.maxRows = maxRows ?? settings.maxRows
    settings.maxWidth = maxWidth ?? settings.maxWidth
    settings.showsTiming = timing
    settings.timeLimitSeconds = timeout ?? 0
    settings.stopsAtFailure = !failAtEnd
    settings.writesErrorsAsJSON = jsonl
    settings.isQuiet = quiet
    return settings
  }
}

extension OutputMode: ExpressibleByArgument {}

/// Where the shell keeps things between sessions.
enum ReplFolders {
  static var initFile: String { folder("XDG_CONFIG_HOME", else: ".config") + "/init" }
  static var historyFile: String { folder("XDG_STATE_HOME", else: ".local/state") + "/history" }

  private static func folder(_ variable: String, else fallback: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/dossier" }
    return (environment["HOME"] ?? ".") + "/" + fallback + "/dossier"
  }
}
