/// Commands about how results are written and where to.
enum OutputCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "mode", group: .output, arguments: "[NAME]", summary: "how results are written", completes: .mode,
      action: ShellCommands.shorthand("mode")),
    ShellCommand(
      name: "max_rows", group: .output, arguments: "[N]", summary: "rows shown of a long result; 0 shows all",
      action: ShellCommands.shorthand("max_rows")),
    ShellCommand(
      name: "output", group: .output, arguments: "[FILE]", summary: "writes results to a file; without FILE to the screen again",
      completes: .file, action: output),
    ShellCommand(
      name: "once", group: .output, arguments: "FILE", summary: "writes the next result to a file", completes: .file,
      action: once),
    ShellCommand(
      name: "last", group: .output, arguments: "[MODE]", summary: "shows the last result again, uncut, or in another mode",
      completes: .mode, action: last),
    ShellCommand(
      name: "timing", group: .output, arguments: "on|off", summary: "shows the time of each statement", completes: .onOff,
      action: ShellCommands.shorthand("timing")),
  ]

  private static func output(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !arguments.isEmpty else { return context.console.endRedirection() }
    context.console.redirect(to: try sink(arguments))
  }

  private static func once(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !arguments.isEmpty else { throw ShellError(.usage, "no file was named", hint: "the command is :once FILE") }
    context.console.redirectNext(to: try sink(arguments))
  }

  private static func sink(_ arguments: CommandArguments) throws(ShellError) -> DescriptorSink {
    let path = FileText.expandingHome(arguments.whole)
    guard let sink = DescriptorSink(path: path) else {
      throw ShellError(.file, "cannot write \(path): \(FileText.lastFailure)")
    }
    return sink
  }

  private static func last(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard let result = context.lastResult else { throw ShellError(.unavailable, "there is no result yet") }
    var mode = context.settings.mode
    if !arguments.isEmpty {
      guard let named = OutputMode(rawValue: arguments.whole.lowercased()) else {
        let names = OutputMode.allCases.map(\.rawValue).joined(separator: ", ")
        throw ShellError(.usage, "no mode `\(arguments.whole)`", hint: "there are \(names)")
      }
      mode = named
    }
    if mode == .dot {
      return context.console.write(try context.workspace.exportText(try Drawing.selection(context), format: "dot"))
    }
    var layout = context.layout
    layout.rowLimit = nil
    layout.width = nil
    layout.text.isBrief = false
    let writer = mode.writer(columns: result.columns, sink: context.console.sink, layout: layout)
    writer.write(result.records)
    _ = writer.finish()
    if result.records.count < result.rowCount {
      context.console.dimNote("the first \(Count.of(result.records.count, "row")) of \(Count.grouped(result.rowCount))")
    }
  }
}
