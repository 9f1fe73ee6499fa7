import Cypher
import Graph

/// `:find`: nodes by what is written in them.
enum FindCommand {
  private static let shownCount = 200

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    guard !arguments.isEmpty else { throw ShellError(.usage, "no text was given", hint: "the command is :find TEXT") }
    let wanted = arguments.whole
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (n)
      WHERE any(text IN [n.name, n.title, n.text] WHERE toLower(toString(text)) CONTAINS $text)
        OR any(alias IN coalesce(n.aliases, []) WHERE toLower(toString(alias)) CONTAINS $text)
      RETURN n ORDER BY labels(n), coalesce(n.name, n.title, n.text), id(n)
      """, ["text": .string(wanted.lowercased())])
    guard !rows.records.isEmpty else { return context.console.writeLine("nothing holds `\(SafeText.oneLine(wanted))`") }
    for (index, record) in rows.records.prefix(shownCount).enumerated() {
      guard case .node(let node) = record[0] else { continue }
      let number = context.console.sinkStyle.dim(String(index + 1).padded(toWidth: 3, right: true))
      let line = Described.node(node)
      let room = context.console.width.map { max($0 - 6, 20) } ?? Int.max
      context.console.writeLine(number + "  " + line.cut(toWidth: room))
    }
    if rows.records.count > shownCount {
      context.console.dimNote("\(shownCount) of \(Count.of(rows.records.count, "node")) — :last shows all")
    }
    context.lastResult = rows
  }
}
