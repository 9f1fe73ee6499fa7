import Graph

/// `:show`: draws the last result, or what lies around a named node, as text or into a file; or the whole graph into a file.
enum ShowCommand {
  private static let pictureFormats: Set = ["dot", "svg", "png"]

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    var words = arguments.words.filter { $0 != "text" }
    let drawsAll = words.contains("--all")
    let drawsGraph = words.contains("--graph")
    words.removeAll { $0 == "--all" || $0 == "--graph" }
    if let flag = words.first(where: { $0.hasPrefix("--") }) {
      throw ShellError(
        .usage, "no flag `\(flag)`", hint: "the command is :show [X|--graph] [FILE.dot|FILE.svg|FILE.png] [--all]")
    }
    let file = words.last { pictureFormats.contains(context.workspace.exportFormat(ofPath: $0) ?? "") }
    words.removeAll { $0 == file }
    if drawsGraph { return try drawGraph(to: file, besides: words, drawsAll: drawsAll, context) }
    let drawing = try Drawing(of: words.joined(separator: " "), context)
    guard let file, let format = context.workspace.exportFormat(ofPath: file) else { return drawing.write(context) }
    let path = FileText.expandingHome(file)
    let remark = try context.workspace.export(
      .elements(drawing.elements), format: format, to: path, drawsAll: drawsAll)
    let counts = Count.of(drawing.nodes.count, "node") + ", " + Count.of(drawing.relationships.count, "relationship")
    context.console.note("wrote \(path): " + (remark ?? counts))
  }

  private static func drawGraph(
    to file: String?, besides words: [String], drawsAll: Bool, _ context: ShellContext
  ) throws(ShellError) {
    guard let file, let format = context.workspace.exportFormat(ofPath: file), words.isEmpty else {
      throw ShellError(
        .usage, "the whole graph is drawn into a file" + (words.isEmpty ? "" : ", not around `\(words.joined(separator: " "))`"),
        hint: "name it: :show --graph FILE.svg")
    }
    let path = FileText.expandingHome(file)
    let remark = try context.workspace.export(.wholeGraph, format: format, to: path, drawsAll: drawsAll)
    context.console.note("wrote \(path)" + (remark.map { ": " + $0 } ?? ""))
  }
}
