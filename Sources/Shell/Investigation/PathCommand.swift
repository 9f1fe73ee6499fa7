import Graph

/// `:path`: the shortest ways from one node to another, with the sentences that they rest on.
enum PathCommand {
  private static let defaultLength = 8
  private static let longest = 30
  private static let shownCount = 5

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    let (from, to, length) = try ends(arguments)
    let finder = ElementFinder(context: context)
    let source = try finder.node(from)
    let target = try finder.node(to)
    guard source.id != target.id else {
      throw ShellError(.name, "both names mean \(Described.caption(source))")
    }
    let names = Described.caption(source) + " and " + Described.caption(target)
    var paths = try shortest(source, target, length, types(context), context)
    if paths.isEmpty {
      paths = try shortest(source, target, length, Neighbourhood.textualTypes, context)
      guard !paths.isEmpty else {
        return context.console.writeLine("no path of up to \(Count.of(length, "relationship")) joins \(names)")
      }
      context.console.writeLine("only documents that mention both join \(names):")
    }
    for (index, path) in paths.prefix(shownCount).enumerated() {
      let number = context.console.sinkStyle.dim(String(index + 1).padded(toWidth: 3, right: true))
      context.console.writeText(number + "  " + ValueText().path(path) + (try sentences(path, context)))
    }
    if paths.count > shownCount {
      context.console.dimNote("\(Count.of(paths.count, "path")) of that length — :last shows all")
    }
    context.lastResult = LastResult(columns: ["path"], records: paths.map { [.path($0)] }, rowCount: paths.count)
  }

  private static func ends(_ arguments: CommandArguments) throws(ShellError) -> (String, String, Int) {
    var words = arguments.words
    var length = defaultLength
    if words.count == 3, let number = Int(words[2]) {
      guard (1...longest).contains(number) else {
        throw ShellError(.usage, "the greatest length must be between 1 and \(longest), not \(number)")
      }
      length = number
      words.removeLast()
    }
    guard words.count == 2 else {
      throw ShellError(
        .usage, "a path needs two names, not \(words.count)",
        hint: "the command is :path A B [max]; a name with blanks needs quotes")
    }
    return (words[0], words[1], length)
  }

  /// All types but those that join everything to its document.
  private static func types(_ context: ShellContext) -> [String] {
    let types = context.names.schema?.relationshipTypes.filter { $0.count > 0 }.map(\.name) ?? []
    return types.filter { !Neighbourhood.textualTypes.contains($0) }
  }

  private static func shortest(
    _ source: Node, _ target: Node, _ length: Int, _ types: [String], _ context: ShellContext
  ) throws(ShellError) -> [Path] {
    guard !types.isEmpty else { return [] }
    let union = types.map(ValueText.name).joined(separator: "|")
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (a), (b) WHERE id(a) = $source AND id(b) = $target
      MATCH p = allShortestPaths((a)-[:\(union)*..\(length)]-(b))
      RETURN p
      """,
      ["source": .integer(Int64(source.id.rawValue)), "target": .integer(Int64(target.id.rawValue))])
    return rows.records.compactMap { if case .path(let path)? = $0.first { path } else { nil } }
  }

  /// `   s4, s9`: the sentences behind the path's relationships.
  private static func sentences(_ path: Path, _ context: ShellContext) throws(ShellError) -> String {
    let finder = EvidenceFinder(context)
    let keys = path.relationships.compactMap { Described.string($0.content?.properties["claim"]) }
    let claimNodes = path.nodes.filter { $0.labels.contains("Claim") }.map(\.id)
    let evidence = try finder.evidence(claims: try finder.claims(keys: keys).union(claimNodes))
    let numbers = Set(evidence.compactMap(\.sentence)).sorted()
    return numbers.isEmpty ? "" : "   " + context.console.sinkStyle.dim(numbers.map { "s\($0)" }.joined(separator: ", "))
  }
}
