import Graph

/// `:show`: draws the last result, or what lies around a named node, as text or into a file.
enum ShowCommand {
  /// Drawings above this size say nothing any more.
  private static let drawableCount = 500

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    var words = arguments.words.filter { $0 != "text" }
    let isAll = words.contains("--all")
    words.removeAll { $0 == "--all" }
    let file = words.first { isPicture($0) }
    words.removeAll { $0 == file }
    if let flag = words.first(where: { $0.hasPrefix("--") }) { throw ShellError(.usage, "no flag `\(flag)`", hint: usage) }
    let drawing = try Drawing(of: words.joined(separator: " "), context)
    guard let file else { return drawing.write(context) }
    guard drawing.nodes.count <= drawableCount || isAll else {
      throw ShellError(
        .unavailable, "\(Count.of(drawing.nodes.count, "node")) are too many to be seen in a picture",
        hint: "ask for less, or add --all")
    }
    try draw(drawing, FileText.expandingHome(file), context)
  }

  private static let usage = "the command is :show [X] [FILE.dot|FILE.svg|FILE.png] [--all]"

  private static func isPicture(_ word: String) -> Bool {
    [".dot", ".gv", ".svg", ".png", ".pdf"].contains { word.lowercased().hasSuffix($0) }
  }

  private static func draw(_ drawing: Drawing, _ path: String, _ context: ShellContext) throws(ShellError) {
    let dot = try context.workspace.export(.elements(drawing.elements), format: "dot")
    if path.lowercased().hasSuffix(".dot") || path.lowercased().hasSuffix(".gv") {
      guard let sink = DescriptorSink(path: path) else {
        throw ShellError(.file, "cannot write \(path): \(FileText.lastFailure)")
      }
      sink.write(dot)
      sink.flush()
    } else {
      try context.workspace.draw(dot, to: path)
    }
    let counts = Count.of(drawing.nodes.count, "node") + ", " + Count.of(drawing.relationships.count, "relationship")
    context.console.note("wrote \(path): \(counts)")
  }
}
