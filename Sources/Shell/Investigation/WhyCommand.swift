import Cypher
import Graph

/// `:why`: the sentences behind a row of the last result, or behind something that is named.
enum WhyCommand {
  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    let subject = try Subject(arguments, context)
    let finder = EvidenceFinder(context)
    let evidence = try finder.evidence(claims: try claims(behind: subject.values, finder, context))
    guard !evidence.isEmpty else { return try sayNoEvidence(for: subject, context) }
    let text = EvidenceText(context)
    var isNamed = false
    if case .named = subject.kind { isNamed = true }
    for (index, item) in evidence.enumerated() {
      context.console.writeLine(text.text(item, number: isNamed ? index + 1 : nil))
    }
    // The rows of a result stay what they are, so that one after another can be asked for.
    if isNamed { context.keep(evidence) }
  }

  private struct Subject {
    enum Kind { case row(Int), named(Node) }

    var kind: Kind
    var values: [Value]

    /// `2`, `2.who`, `2.1`, `$2`, or a name; nothing is the only row of the last result.
    init(_ arguments: CommandArguments, _ context: ShellContext) throws(ShellError) {
      var text = arguments.whole
      if text.isEmpty {
        guard context.lastResult?.records.count ?? 0 <= 1 else {
          throw ShellError(.usage, "say which row is meant", hint: "the command is :why ROW[.COLUMN], or :why NAME")
        }
        text = "1"
      }
      if text.hasPrefix("$") { text.removeFirst() }
      let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
      guard let first = parts.first, let number = Int(first) else {
        let node = try ElementFinder(context: context).node(text)
        kind = .named(node)
        values = [.node(node)]
        return
      }
      let row = try Row(number, of: context.lastResult)
      kind = .row(number)
      values = row.record
      if parts.count == 2 { values = [row.record[try Self.column(parts[1], of: row)]] }
    }

    private static func column(_ name: String, of row: Row) throws(ShellError) -> Int {
      if let index = row.columns.firstIndex(of: name) { return index }
      if let number = Int(name), row.columns.indices.contains(number - 1) { return number - 1 }
      throw ShellError(.usage, "there is no column `\(name)`", hint: "there are " + row.columns.joined(separator: ", "))
    }

    var description: String {
      switch kind {
      case .row(let number): "row \(number)"
      case .named(let node): Described.caption(node)
      }
    }
  }

  /// The most telling that the values offer: claims, else relationships, else events, else whatever they name.
  private static func claims(
    behind values: [Value], _ finder: EvidenceFinder, _ context: ShellContext
  ) throws(ShellError) -> Set<NodeID> {
    let found = ElementSet(values)
    let claimNodes = found.nodes.values.filter { $0.labels.contains("Claim") }
    if !claimNodes.isEmpty, found.relationships.values.allSatisfy({ $0.content?.type == "CONTRADICTS" }) {
      return Set(claimNodes.map(\.id))
    }
    let byRelationship = try claims(behind: Array(found.relationships.values), finder)
    if !byRelationship.isEmpty { return byRelationship }
    if !claimNodes.isEmpty { return Set(claimNodes.map(\.id)) }
    let events = found.nodes.values.filter { $0.labels.contains("Event") }
    let byEvent = try finder.claims(about: events.map(\.id))
    if !byEvent.isEmpty { return byEvent }
    let byNode = try finder.claims(about: found.sortedNodes.map(\.id))
    return byNode.isEmpty ? try claims(behindTexts: values, finder) : byNode
  }

  private static func claims(
    behind relationships: [Relationship], _ finder: EvidenceFinder
  ) throws(ShellError) -> Set<NodeID> {
    let keys = relationships.compactMap { Described.string($0.content?.properties["claim"]) }
    let ofClaims = relationships.compactMap(\.content).filter { ["STATED_IN", "SAID_BY", "ABOUT", "OBJECT"].contains($0.type) }
    return try finder.claims(keys: keys).union(ofClaims.map(\.source))
  }

  /// A row of plain texts may hold a claim's words, a quotation, or the name of an event or an entity.
  private static func claims(behindTexts values: [Value], _ finder: EvidenceFinder) throws(ShellError) -> Set<NodeID> {
    let texts = values.filter { if case .string = $0 { true } else { false } }
    guard !texts.isEmpty else { return [] }
    let parameters: [String: Value] = ["texts": .list(texts)]
    let byWords = try finder.claims(
      """
      MATCH (c:Claim) WHERE c.text IN $texts OR c.key IN $texts RETURN id(c)
      UNION
      MATCH (c:Claim)-[s:STATED_IN]->() WHERE s.quote IN $texts RETURN id(c)
      """, parameters)
    if !byWords.isEmpty { return byWords }
    let byEvent = try finder.claims(
      "MATCH (e:Event)<-[:ABOUT]-(c:Claim) WHERE e.name IN $texts RETURN DISTINCT id(c)", parameters)
    if !byEvent.isEmpty { return byEvent }
    return try finder.claims(
      "MATCH (x:Entity)<-[:ABOUT|OBJECT]-(c:Claim) WHERE x.name IN $texts RETURN DISTINCT id(c)", parameters)
  }

  private static func sayNoEvidence(for subject: Subject, _ context: ShellContext) throws(ShellError) {
    let mentions = try StatementRunner(context: context).rows(
      """
      MATCH (x)-[m:MENTIONED_IN]->(d) WHERE id(x) IN $ids
      RETURN d.title AS document, count(m) AS mentions ORDER BY document
      """,
      ["ids": .list(ElementSet(subject.values).sortedNodes.map { .integer(Int64($0.id.rawValue)) })])
    var text = "no evidence: no claim stands behind \(subject.description)"
    for record in mentions.records {
      let times = Described.integer(record[1]) ?? 0
      text += "\n  mentioned \(Count.of(times, "time")) in \(SafeText.oneLine(Described.string(record[0]) ?? "a document"))"
    }
    context.console.writeLine(text)
  }
}
