import Cypher
import Graph

/// From what a person calls something to the node meant: a name or alias, an id as `#12`, or `$3` for row 3 of the last
/// result. Never guesses.
struct ElementFinder {
  let context: ShellContext

  private var runner: StatementRunner { StatementRunner(context: context) }

  /// The one node meant.
  /// - Throws: what was found instead: nothing, with the nearest name; or several, which become the last result, so that
  ///   `$n` can say which.
  func node(_ called: String) throws(ShellError) -> Node {
    if called.hasPrefix("$"), let row = Int(called.dropFirst()) { return try nodeOfRow(row) }
    if called.hasPrefix("#"), let id = Int64(called.dropFirst()) { return try node(id: id) }
    let exact = try nodes(bearing: called)
    if exact.count == 1 { return exact[0] }
    if exact.count > 1 { throw try several(exact, called) }
    let partial = try nodes(holding: called)
    if partial.count == 1 { return partial[0] }
    if partial.count > 1 { throw try several(partial, called) }
    let nearest = NameSuggestion.nearest(to: called, among: context.names.entityNames)
    throw ShellError(
      .name, "nothing is called `\(called)`", hint: nearest.map { "did you mean `\($0)`?" } ?? ":find TEXT looks inside texts")
  }

  private func nodeOfRow(_ row: Int) throws(ShellError) -> Node {
    let record = try Row(row, of: context.lastResult).record
    let found = ElementSet(record).sortedNodes
    if let direct = record.lazy.compactMap({ if case .node(let node) = $0 { node } else { nil } }).first { return direct }
    if let first = found.first { return first }
    for case .string(let text) in record {
      let named = try nodes(bearing: text)
      if named.count == 1 { return named[0] }
    }
    throw ShellError(.name, "row \(row) holds no node", hint: "return the node itself, such as RETURN n")
  }

  private func node(id: Int64) throws(ShellError) -> Node {
    let rows = try runner.rows("MATCH (n) WHERE id(n) = $id RETURN n", ["id": .integer(id)])
    guard let node = Self.nodes(rows).first else { throw ShellError(.name, "no node has the id \(id)") }
    return node
  }

  /// Nodes that are called exactly that, letter case aside.
  private func nodes(bearing name: String) throws(ShellError) -> [Node] {
    let rows = try runner.rows(
      """
      MATCH (n)
      WHERE toLower(toString(coalesce(n.name, n.title))) = $name
        OR any(alias IN coalesce(n.aliases, []) WHERE toLower(toString(alias)) = $name)
      RETURN n ORDER BY coalesce(n.name, n.title), id(n)
      """, ["name": .string(name.lowercased())])
    return Self.nodes(rows)
  }

  /// Nodes whose name or alias has that text in it.
  private func nodes(holding text: String) throws(ShellError) -> [Node] {
    let rows = try runner.rows(
      """
      MATCH (n)
      WHERE toLower(toString(coalesce(n.name, n.title))) CONTAINS $text
        OR any(alias IN coalesce(n.aliases, []) WHERE toLower(toString(alias)) CONTAINS $text)
      RETURN n ORDER BY coalesce(n.name, n.title), id(n)
      """, ["text": .string(text.lowercased())])
    return Self.nodes(rows)
  }

  private static func nodes(_ rows: LastResult) -> [Node] {
    rows.records.compactMap { record in
      if case .node(let node)? = record.first { node } else { nil }
    }
  }

  private static let listedCount = 20

  /// Lists the candidates with numbers, as the last result; those that look alike with the sentence that first speaks of them.
  private func several(_ nodes: [Node], _ called: String) throws(ShellError) -> ShellError {
    context.lastResult = LastResult(columns: ["n"], records: nodes.map { [.node($0)] }, rowCount: nodes.count)
    let listed = nodes.prefix(Self.listedCount)
    let texts = listed.map(Described.node)
    let sentences = Set(texts).count < texts.count ? try SentenceFinder(context).firstMentions(of: listed.map(\.id)) : [:]
    for (index, node) in listed.enumerated() {
      context.console.writeText(String(index + 1).padded(toWidth: 3, right: true) + "  " + texts[index])
      guard let sentence = sentences[node.id], texts.count(where: { $0 == texts[index] }) > 1 else { continue }
      for line in sentence.lines(context.console.sinkStyle, width: context.console.width.map { $0 - 5 }) {
        context.console.writeLine("     " + line)
      }
    }
    if nodes.count > Self.listedCount { context.console.writeLine("  ⋮") }
    return ShellError(
      .name, "\(Count.of(nodes.count, "node")) fit `\(called)`",
      hint: "say which: $1 is the first, #\(nodes[0].id.rawValue) its id")
  }
}

/// A row of the last result by its number.
struct Row {
  let number: Int
  let columns: [String]
  let record: [Value]

  init(_ number: Int, of result: LastResult?) throws(ShellError) {
    guard let result, !result.records.isEmpty else {
      throw ShellError(.unavailable, "there is no result yet", hint: "run a query first")
    }
    guard number >= 1, number <= result.records.count else {
      throw ShellError(.usage, "there is no row \(number)", hint: "the last result has \(Count.of(result.records.count, "row"))")
    }
    self.number = number
    columns = result.columns
    record = result.records[number - 1]
  }
}
