import Graph

/// `:show`: draws the last result, or what lies around a named node, as text or into a file.
enum ShowCommand {
  private static let pictureFormats: Set = ["dot", "svg", "png"]

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    var words = arguments.words.filter { $0 != "text" }
    let drawsAll = words.contains("--all")
    words.removeAll { $0 == "--all" }
    if let flag = words.first(where: { $0.hasPrefix("--") }) {
      throw ShellError(
        .usage, "no flag `\(flag)`", hint: "the command is :show [X] [FILE.dot|FILE.svg|FILE.png] [--all]")
    }
    let file = words.last { pictureFormats.contains(context.workspace.exportFormat(ofPath: $0) ?? "") }
    words.removeAll { $0 == file }
    let drawing = try Drawing(of: words.joined(separator: " "), context)
    guard let file, let format = context.workspace.exportFormat(ofPath: file) else { return drawing.write(context) }
    let path = FileText.expandingHome(file)
    let remark = try context.workspace.export(
      .elements(drawing.elements), format: format, to: path, drawsAll: drawsAll)
    let counts = Count.of(drawing.nodes.count, "node") + ", " + Count.of(drawing.relationships.count, "relationship")
    context.console.note("wrote \(path): " + (remark ?? counts))
  }
}
