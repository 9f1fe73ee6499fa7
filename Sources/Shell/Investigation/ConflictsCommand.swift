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
    let style = context.console.sinkStyle
    for (index, pair) in found.enumerated() {
      let number = style.dim(String(index + 1).padded(toWidth: 3, right: true))
      let line = side(pair.0, style) + "  " + style.bold("≠") + "  " + side(pair.1, style)
      let isTooWide = context.console.width.map { plainWidth(pair) + 10 > $0 } ?? false
      context.console.writeLine(
        number + "  "
          + (isTooWide ? side(pair.0, style) + "\n  " + style.bold("≠") + "  " + side(pair.1, style) : line))
    }
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

  private static func side(_ evidence: Evidence, _ style: Style) -> String {
    let certainty = evidence.certainty.map { SafeText.oneLine($0) + ", " } ?? ""
    return evidence.statement + " " + style.dim("(" + certainty + evidence.briefSource + ")")
  }

  private static func plainWidth(_ pair: (Evidence, Evidence)) -> Int {
    let plain = Style(isOn: false)
    return LetterWidth.of(side(pair.0, plain)) + LetterWidth.of(side(pair.1, plain))
  }
}
