import Cypher
import Graph

/// `:conflicts`: pairs of claims that cannot both be true.
enum ConflictsCommand {
  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    let finder = EvidenceFinder(context)
    var pairs = try conflictingPairs(context)
    var about = ""
    if !arguments.isEmpty {
      let node = try ElementFinder(context: context).node(arguments.whole)
      let claims = try finder.claims(about: [node.id]).union(
        finder.claims(
          "MATCH (c:Claim)-[:SAID_BY]->(x) WHERE id(x) = $id RETURN id(c)", ["id": .integer(Int64(node.id.rawValue))]))
      pairs = pairs.filter { claims.contains($0.0) || claims.contains($0.1) }
      about = " about " + Described.caption(node)
    }
    let evidence = try finder.evidence(claims: Set(pairs.flatMap { [$0.0, $0.1] }))
    let byClaim = Dictionary(evidence.map { ($0.claim.id, $0) }) { first, _ in first }
    let found = pairs.compactMap { pair in byClaim[pair.0].flatMap { a in byClaim[pair.1].map { (a, $0) } } }
    guard !found.isEmpty else { return context.console.writeLine("no claims\(about) contradict each other") }
    let documents = Set(found.flatMap { [$0.0.document?.id, $0.1.document?.id] })
    let layout = Layout(context, namesDocuments: documents.count > 1)
    for (index, pair) in found.enumerated() { context.console.writeText(layout.text(pair, number: index + 1)) }
    context.lastResult = LastResult(
      columns: ["a", "b"], records: found.map { [.node($0.0.claim), .node($0.1.claim)] }, rowCount: found.count)
  }

  private static func conflictingPairs(_ context: ShellContext) throws(ShellError) -> [(NodeID, NodeID)] {
    let rows = try StatementRunner(context: context).rows(
      "MATCH (a:Claim)-[:CONTRADICTS]->(b:Claim) RETURN id(a), id(b) ORDER BY a.key, b.key")
    return rows.records.compactMap { record in
      guard case .integer(let a) = record[0], case .integer(let b) = record[1] else { return nil }
      return (NodeID(UInt32(a)), NodeID(UInt32(b)))
    }
  }

  /// How pairs are written: on one line where that fits, else on two.
  private struct Layout {
    private let style: Style
    private let width: Int?
    private let namesDocuments: Bool

    init(_ context: ShellContext, namesDocuments: Bool) {
      style = context.console.sinkStyle
      width = context.console.width
      self.namesDocuments = namesDocuments
    }

    func text(_ pair: (Evidence, Evidence), number: Int) -> String {
      let margin = style.dim(String(number).padded(toWidth: 3, right: true)) + "  "
      let plain = Style(isOn: false)
      let cells = LetterWidth.of(side(pair.0, plain)) + LetterWidth.of(side(pair.1, plain)) + 10
      let gap = width.map { cells > $0 } ?? false ? "\n  " : "  "
      return margin + side(pair.0, style) + gap + style.bold("≠") + "  " + side(pair.1, style)
    }

    private func side(_ evidence: Evidence, _ style: Style) -> String {
      let certainty = evidence.certainty.map { SafeText.oneLine($0) + ", " } ?? ""
      let document = namesDocuments ? evidence.document.map { ", " + Described.caption($0) } ?? "" : ""
      return evidence.statement + " " + style.dim("(" + certainty + evidence.briefSource + document + ")")
    }
  }
}
