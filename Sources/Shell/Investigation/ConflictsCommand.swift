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
      pairs = pairs.filter { claims.contains($0.first) || claims.contains($0.second) }
      about = " about " + Described.caption(node)
    }
    let evidence = try finder.evidence(claims: Set(pairs.flatMap { [$0.first, $0.second] }))
    let byClaim = Dictionary(evidence.map { ($0.claim.id, $0) }) { first, _ in first }
    let found = pairs.compactMap { pair in
      byClaim[pair.first].flatMap { first in
        byClaim[pair.second].map { Conflict(first: first, second: $0, isCorrection: pair.isCorrection) }
      }
    }
    guard !found.isEmpty else { return context.console.writeLine("no claims\(about) contradict each other") }
    let documents = Set(found.flatMap { [$0.first.document?.id, $0.second.document?.id] })
    let layout = Layout(context, namesDocuments: documents.count > 1)
    for (index, pair) in found.enumerated() { context.console.writeText(layout.text(pair, number: index + 1)) }
    context.lastResult = LastResult(
      columns: ["a", "b"], records: found.map { [.node($0.first.claim), .node($0.second.claim)] }, rowCount: found.count)
  }

  private struct Pair {
    var first: NodeID
    var second: NodeID
    var isCorrection: Bool
  }

  private struct Conflict {
    /// Where one is a correction, the later claim.
    var first: Evidence
    var second: Evidence
    var isCorrection: Bool
  }

  private static func conflictingPairs(_ context: ShellContext) throws(ShellError) -> [Pair] {
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (a:Claim)-[r:CONTRADICTS]->(b:Claim)
      RETURN id(a), id(b), coalesce(r.correction = true, false) ORDER BY a.key, b.key
      """)
    return rows.records.compactMap { record in
      guard case .integer(let a) = record[0], case .integer(let b) = record[1] else { return nil }
      let isCorrection = if case .boolean(true) = record[2] { true } else { false }
      return Pair(first: NodeID(UInt32(a)), second: NodeID(UInt32(b)), isCorrection: isCorrection)
    }
  }

  /// How conflicts are written: on one line where that fits, else on two.
  private struct Layout {
    private let style: Style
    private let width: Int?
    private let namesDocuments: Bool

    init(_ context: ShellContext, namesDocuments: Bool) {
      style = context.console.sinkStyle
      width = context.console.width
      self.namesDocuments = namesDocuments
    }

    func text(_ conflict: Conflict, number: Int) -> String {
      let sign = conflict.isCorrection ? "corrects" : "≠"
      let margin = style.dim(String(number).padded(toWidth: 3, right: true)) + "  "
      let plain = Style(isOn: false)
      let cells = LetterWidth.of(side(conflict.first, plain)) + LetterWidth.of(side(conflict.second, plain)) + 9 + sign.count
      let gap = width.map { cells > $0 } ?? false ? "\n  " : "  "
      return margin + side(conflict.first, style) + gap + style.bold(sign) + "  " + side(conflict.second, style)
    }

    private func side(_ evidence: Evidence, _ style: Style) -> String {
      let certainty = evidence.certainty.map { SafeText.oneLine($0) + ", " } ?? ""
      let day = namesDocuments ? evidence.day.map { ", " + $0 } ?? "" : ""
      let document = namesDocuments ? evidence.document.map { ", " + Described.caption($0) } ?? "" : ""
      return evidence.statement + " " + style.dim("(" + certainty + evidence.briefSource + document + day + ")")
    }
  }
}
