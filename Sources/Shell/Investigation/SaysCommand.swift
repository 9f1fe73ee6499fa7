import Graph

/// `:says`: the claims of one speaker, or the speakers and how much they claim.
enum SaysCommand {
  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    guard !arguments.isEmpty else { return try listSpeakers(context) }
    let speaker = try ElementFinder(context: context).node(arguments.whole)
    let finder = EvidenceFinder(context)
    let claims = try finder.claims(
      "MATCH (c:Claim)-[:SAID_BY]->(x) WHERE id(x) = $id RETURN id(c)", ["id": .integer(Int64(speaker.id.rawValue))])
    let evidence = try finder.evidence(claims: claims)
    guard !evidence.isEmpty else {
      return context.console.writeLine("no evidence: no claim is said by \(Described.caption(speaker))")
    }
    let text = EvidenceText(context)
    for (index, item) in evidence.enumerated() { context.console.writeLine(text.text(item, number: index + 1)) }
    context.keep(evidence)
  }

  private static func listSpeakers(_ context: ShellContext) throws(ShellError) {
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (c:Claim)-[:SAID_BY]->(x)
      RETURN x, x.name AS speaker, count(c) AS claims ORDER BY claims DESC, speaker
      """)
    LookCommands.show(
      context, ["speaker", "claims"], rows.records.map { [$0[1], $0[2]] }, none: "no evidence: nobody is said to say anything")
    context.lastResult = rows
  }
}
