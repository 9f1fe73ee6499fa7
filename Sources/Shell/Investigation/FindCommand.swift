import Cypher
import Graph

/// `:find`: nodes by their names, and the sentences that hold the words, with their document and place.
enum FindCommand {
  private static let shownCount = 200

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    guard !arguments.isEmpty else { throw ShellError(.usage, "no text was given", hint: "the command is :find TEXT") }
    let wanted = arguments.whole
    let finder = SentenceFinder(context)
    let keepsSentences = try finder.keepsSentences()
    let nodes = try namedNodes(wanted, keepsSentences: keepsSentences, context)
    let sentences = keepsSentences ? try finder.sentences(wanted) : []
    guard !nodes.isEmpty || !sentences.isEmpty else {
      return context.console.writeLine("nothing holds `\(SafeText.oneLine(wanted))`")
    }
    let room = context.console.width.map { max($0 - 6, 20) } ?? Int.max
    var number = 0
    for node in nodes.prefix(shownCount) {
      number += 1
      context.console.writeLine(margin(number, context) + Described.node(node).cut(toWidth: room))
    }
    for sentence in sentences.prefix(max(0, shownCount - nodes.count)) {
      number += 1
      let lines = sentence.lines(context.console.sinkStyle, width: context.console.width.map { $0 - 5 })
      context.console.writeLine(margin(number, context) + lines.joined(separator: "\n     "))
    }
    let count = nodes.count + sentences.count
    if count > number { context.console.dimNote("\(number) of \(Count.of(count, "result")) — :last shows all") }
    let claims = try finder.claims(in: Array(sentences.prefix(shownCount)))
    let records =
      nodes.map { [.node($0), .null, .null] }
      + sentences.enumerated().map { [.node($1.document), .string($1.text), $0 < claims.count ? claims[$0] : .null] }
    context.lastResult = LastResult(columns: ["found", "sentence", "claims"], records: records, rowCount: records.count)
  }

  private static func margin(_ number: Int, _ context: ShellContext) -> String {
    context.console.sinkStyle.dim(String(number).padded(toWidth: 3, right: true)) + "  "
  }

  /// What bears the text in its name, a part of a name being enough; where sentences are kept, claims are found by theirs.
  private static func namedNodes(
    _ wanted: String, keepsSentences: Bool, _ context: ShellContext
  ) throws(ShellError) -> [Node] {
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (n) WHERE NOT n:Sentence
        AND (any(text IN [n.name, n.title] WHERE toLower(toString(text)) CONTAINS $text)
          OR any(alias IN coalesce(n.aliases, []) WHERE toLower(toString(alias)) CONTAINS $text)
          OR NOT ($keepsSentences AND n:Claim) AND toLower(toString(n.text)) CONTAINS $text)
      RETURN n ORDER BY labels(n), coalesce(n.name, n.title, n.text), id(n)
      """, ["text": .string(wanted.lowercased()), "keepsSentences": .boolean(keepsSentences)])
    return rows.records.compactMap { if case .node(let node) = $0[0] { node } else { nil } }
  }
}
