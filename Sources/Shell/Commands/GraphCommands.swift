/// Commands about files: graphs, documents, other formats.
enum GraphCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "open", group: .graph, arguments: "FILE [--read-only]", summary: "opens another graph in place of this one",
      details: "Without FILE an empty graph in memory. FILE is a graph file, a folder of documents or a Cypher script.",
      completes: .file, action: open),
    ShellCommand(
      name: "save", group: .graph, arguments: "[FILE]", summary: "writes the whole graph to a file", completes: .file,
      action: save),
    ShellCommand(
      name: "ingest", group: .graph, arguments: "FILE…", summary: "reads documents into the graph",
      details: "Text, Markdown and HTML, or folders of them. The same document twice changes nothing.", completes: .file,
      action: ingest),
    ShellCommand(
      name: "import", group: .graph, arguments: "FILE", summary: "adds the graph in a file or a folder of CSV files",
      completes: .file, action: importGraph),
    ShellCommand(
      name: "export", group: .graph, arguments: "FORMAT [FILE]", summary: "writes the graph in another format",
      details: "Without FILE to the output. `:export FORMAT FILE --last` writes what is in the last result.",
      completes: .formatThenFile, action: export),
  ]

  private static func open(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let flags = arguments.words.filter { $0.hasPrefix("--") }
    let paths = arguments.words.filter { !$0.hasPrefix("--") }
    let unknown = flags.first { $0 != "--read-only" }
    guard paths.count <= 1, unknown == nil else {
      throw ShellError(
        .usage, unknown.map { "no flag `\($0)`" } ?? "one file can be opened, not \(paths.count)",
        hint: "the command is :open FILE [--read-only]; a name with blanks needs quotes")
    }
    try context.workspace.open(paths.first.map(FileText.expandingHome), readOnly: !flags.isEmpty)
    context.names.forget()
    context.lastResult = nil
    if context.isInteractive { context.console.dimNote(Banner(context: context).graph) }
  }

  private static func save(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let path = arguments.isEmpty ? nil : FileText.expandingHome(arguments.whole)
    context.console.dimNote("saved " + (try context.workspace.save(to: path)))
  }

  private static func ingest(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !arguments.isEmpty else {
      throw ShellError(.usage, "no document was named", hint: "the command is :ingest FILE…")
    }
    let paths = arguments.words.map(FileText.expandingHome)
    let said = try context.workspace.ingest(paths) { context.console.progress($0) }
    context.console.progress("")
    for sentence in said { context.console.note(sentence) }
  }

  private static func importGraph(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !arguments.isEmpty else { throw ShellError(.usage, "no file was named", hint: "the command is :import FILE") }
    let said = try context.workspace.importGraph(from: FileText.expandingHome(arguments.whole)) {
      context.console.progress($0)
    }
    context.console.progress("")
    context.console.note(said)
  }

  private static func export(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let words = arguments.words.filter { $0 != "--last" }
    let formats = context.workspace.exportFormats
    guard let format = words.first?.lowercased(), formats.contains(format), words.count <= 2 else {
      throw ShellError(
        .usage, words.isEmpty ? "no format was named" : "no format `\(words[0])`",
        hint: "there are \(formats.joined(separator: ", ")): :export FORMAT [FILE]")
    }
    let isPart = arguments.words.contains("--last")
    let selection = isPart ? try Drawing.selection(context) : .wholeGraph
    guard words.count == 2 else {
      return context.console.write(try context.workspace.exportText(selection, format: format))
    }
    let path = FileText.expandingHome(words[1])
    let remark = try context.workspace.export(selection, format: format, to: path, drawsAll: true)
    context.console.dimNote("wrote \(path)" + (remark.map { ": " + $0 } ?? ""))
  }
}
