import Graph

/// What was found in a text as lines, without a graph: mentions and relations as JSON Lines, words as CoNLL-U. The annotations
/// come from `ReadingPipeline.standard`.
public struct MentionExport: Sendable {
  public init() {}

  /// One JSON object a line. Mentions: `kind`, `begin`, `end` (Unicode scalars, half open), `type`, `text`, `entity`;
  /// relations: `kind`, `type`, `source`, `target`, `evidence`, `certainty`, `attributedTo`. With `documentID` each line
  /// bears `document`. Nothing for a text that is not in English.
  public func jsonLines(_ annotations: Annotations, documentID: String? = nil) -> String {
    guard annotations.document.isEnglish else { return "" }
    let offsets = ScalarOffsets(annotations.document.bytes)
    let suffix = documentID.map { ",\"document\":" + Value.string($0).json } ?? ""
    let selection = MentionSelection(annotations)
    var lines = ""
    for line in selection.lines {
      let range = offsets.range(of: line.span)
      lines +=
        "{\"kind\":\"mention\",\"begin\":\(range.lowerBound),\"end\":\(range.upperBound),\"type\":\"\(line.type)\",\"text\":"
      lines += Value.string(annotations.document[line.span]).json + ",\"entity\":\"\(line.referent.printed)\"\(suffix)}\n"
    }
    for relation in annotations.relations
    where selection.entities.contains(relation.source) && selection.entities.contains(relation.target) {
      let range = offsets.range(of: annotations.span(of: relation.evidence))
      lines += "{\"kind\":\"relation\",\"type\":\"\(relation.type)\",\"source\":\"\(Referent.entity(relation.source).printed)\""
      lines += ",\"target\":\"\(Referent.entity(relation.target).printed)\""
      lines += ",\"evidence\":[\(range.lowerBound),\(range.upperBound)],\"certainty\":\"\(relation.certainty.rawValue)\""
      if let statement = relation.statement, let speaker = annotations.statements[statement].speaker,
        selection.entities.contains(speaker)
      {
        lines += ",\"attributedTo\":\"\(Referent.entity(speaker).printed)\""
      }
      lines += suffix + "}\n"
    }
    return lines
  }

  /// Words with their universal and Penn tags, lemmas, heads and relations, one sentence a block.
  public func conllu(_ annotations: Annotations) -> String { SyntaxExport(annotations).lines() }

  /// The document with what was understood marked in it, for a terminal. Legible without colour too.
  public func lines(_ annotations: Annotations, isColored: Bool) -> String {
    MarkedTextLines(text: MarkedText(annotations), isColored: isColored).lines()
  }

  /// The same as a page of HTML that needs nothing else.
  public func html(_ annotations: Annotations) -> String { MarkedTextPage(text: MarkedText(annotations)).html() }
}
