import Graph

/// Writes a graph as a Graphviz drawing: equal graphs give equal bytes, in whatever order they were built, and no text of a
/// document can break out of its place.
///
/// A statement a line; nodes and relationships are called `"n0"`, `"e0"` and so on in canonical order, never by data.
public struct DOTWriter {
  public var options: DOTOptions

  /// Relationships of one type between the same two nodes up to which each is drawn by itself.
  private static let largestParallelCount = 5

  public init(options: DOTOptions = DOTOptions()) {
    self.options = options
  }

  /// Writes the drawing and says what it holds.
  ///
  /// - Parameter elements: gone through two or three times.
  @discardableResult
  public func write(_ elements: some ElementSource, to output: ByteOutput) throws(InterchangeError) -> DOTSummary {
    let selection = DOTSelection(of: elements, options: options)
    let evidence = DOTEvidence(for: selection.relationships.map(\.relationship), in: elements)
    let appearance = DOTAppearance(labels: selection.labels)
    output.append("digraph \"dossier\" {\n")
    writeDefaults(selection, to: output)
    let clusters = DOTClusters(of: selection, by: options.clustering)
    for (index, frame) in clusters.frames.enumerated() {
      output.append("  subgraph \"cluster_\(index)\" {\n")
      output.append("    graph [id=\"c\(index)\", label=\(DOTText.label(frame.name)), style=\"rounded\"];\n")
      for place in frame.nodes {
        output.append("    ")
        writeNode(selection.nodes[place], place: place, appearance: appearance, to: output)
        try output.flushIfFull()
      }
      output.append("  }\n")
    }
    for place in clusters.loose {
      output.append("  ")
      writeNode(selection.nodes[place], place: place, appearance: appearance, to: output)
      try output.flushIfFull()
    }
    try writeRelationships(of: selection, evidence: evidence, to: output)
    output.append("}\n")
    return selection.summary
  }

  private func writeDefaults(_ selection: DOTSelection, to output: ByteOutput) {
    var graph: [(String, String)] = [("fontname", "\"Helvetica\""), ("layout", selection.isSmall ? "\"dot\"" : "\"sfdp\"")]
    // Labels are wide and many claims lead to one document: layers from left to right fit a page, from top to bottom not.
    graph.append(selection.isSmall ? ("rankdir", "\"LR\"") : ("overlap", "\"prism\""))
    let captions = [options.title, selection.summary.caption].compactMap { $0 }
    // A sub-graph would take over a label of its parent, so an empty one is said too.
    graph.append(("label", DOTText.label(captions.joined(separator: "\n"), letters: DOTText.tooltipLetterCount)))
    output.append("  graph \(Self.attributes(graph));\n")
    // The default label is said, so that an empty one is not taken for it when Graphviz prints the drawing again.
    output.append(
      "  node "
        + Self.attributes([
          ("label", "\"\\N\""), ("color", "\"\(DOTAppearance.lineColor)\""), ("fontcolor", "\"#000000\""),
          ("fontname", "\"Helvetica\""),
          ("style", "\"filled\""),
        ]) + ";\n")
    output.append(
      "  edge "
        + Self.attributes([
          ("color", "\"\(DOTAppearance.lineColor)\""), ("fontcolor", "\"#000000\""), ("fontname", "\"Helvetica\""),
          ("fontsize", "\"10\""),
        ]) + ";\n")
  }

  private func writeNode(_ node: Node, place: Int, appearance: DOTAppearance, to output: ByteOutput) {
    let label = DOTAppearance.decidingLabel(of: node)
    let certainty = DOTCertainty(node.properties)
    let caption = DOTText.cut(DOTText.clean(DOTAppearance.caption(of: node)), letters: DOTText.labelLetterCount)
    let facts = DOTEventFacts.text(of: node).map { DOTText.cut(DOTText.clean($0), letters: DOTText.labelLetterCount) }
    let lines = [caption, facts, certainty?.text].compactMap { $0 }
    var attributes: [(String, String)] = [
      ("fillcolor", "\"\(appearance.fill(label: label))\""),
      ("id", "\"n\(place)\""),
      ("label", DOTText.label(lines.joined(separator: "\n"), letters: lines.count * DOTText.labelLetterCount)),
      ("shape", "\"\(appearance.shape(label: label))\""),
      ("tooltip", DOTText.tooltip(Self.tooltip(of: node))),
    ]
    if let certainty {
      attributes.append(("style", "\"filled,\(certainty.lineStyle)\""))
      if certainty.isDenied { attributes.append(("color", "\"\(DOTAppearance.denialColor)\"")) }
    }
    for key in ["uri", "url"] {
      guard case .string(let address)? = node.properties[key], let url = DOTText.url(address) else { continue }
      attributes.append(("URL", url))
      break
    }
    output.append("\"n\(place)\" \(Self.attributes(attributes));\n")
  }

  private static func tooltip(of node: Node) -> String {
    let lines = node.properties.entries.sorted { $0.key < $1.key }.map { "\($0.key): \(CypherText.plain($0.value))" }
    return ([node.labels.sorted().map { ":" + $0 }.joined()] + lines).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Attributes by name, so that equal drawings are equal bytes.
  static func attributes(_ attributes: [(String, String)]) -> String {
    "[" + attributes.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: ", ") + "]"
  }
}

// MARK: - Relationships

extension DOTWriter {
  private func writeRelationships(
    of selection: DOTSelection, evidence: DOTEvidence, to output: ByteOutput
  ) throws(InterchangeError) {
    let claims = selection.nodes.map { $0.labels.contains("Claim") ? DOTCertainty($0.properties) : nil }
    var first = 0
    var number = 0
    while first < selection.relationships.count {
      let run = Self.run(of: selection.relationships, from: first)
      let isBundled = run.count > Self.largestParallelCount
      for index in isBundled ? first..<first + 1 : run {
        let one = selection.relationships[index]
        guard let content = one.relationship.content else { continue }
        // The claim's own certainty is about what it is about; who said it and where is certain.
        let certainty = DOTCertainty(content.properties) ?? (content.type == "ABOUT" ? claims[one.source] : nil)
        var attributes = Self.attributes(of: content, certainty: isBundled ? nil : certainty)
        let title = isBundled ? "\(content.type) ×\(run.count)" : Self.title(of: content, certainty: certainty)
        attributes.append(("id", "\"e\(number)\""))
        if selection.isSmall { attributes.append(("label", DOTText.label(title, letters: 2 * DOTText.labelLetterCount))) }
        let detail = evidence.sentence(of: content) ?? Self.properties(of: content)
        let tooltip = isBundled || detail.isEmpty ? title : "\(title)\n\(detail)"
        for name in ["edgetooltip", "labeltooltip", "tooltip"] { attributes.append((name, DOTText.tooltip(tooltip))) }
        output.append("  \"n\(one.source)\" -> \"n\(one.target)\" \(Self.attributes(attributes));\n")
        number += 1
        try output.flushIfFull()
      }
      first = run.upperBound
    }
  }

  /// The relationships from `first` on that have its ends and its type.
  private static func run(
    of relationships: [(source: Int, target: Int, relationship: Relationship)], from first: Int
  ) -> Range<Int> {
    let start = relationships[first]
    var end = first + 1
    while end < relationships.count, relationships[end].source == start.source, relationships[end].target == start.target,
      relationships[end].relationship.content?.type == start.relationship.content?.type
    {
      end += 1
    }
    return first..<end
  }

  private static func attributes(of content: Relationship.Content, certainty: DOTCertainty?) -> [(String, String)] {
    guard let certainty else { return [] }
    var attributes = [("style", "\"\(certainty.lineStyle)\"")]
    if certainty.isDenied {
      attributes += [("arrowhead", "\"tee\""), ("color", "\"\(DOTAppearance.denialColor)\"")]
    }
    return attributes
  }

  private static func title(of content: Relationship.Content, certainty: DOTCertainty?) -> String {
    guard let certainty else { return content.type }
    return "\(content.type)\n\(certainty.isDenied ? "denies" : certainty.text)"
  }

  /// What to show where no sentence stands behind the relationship; the certainty stands in the title.
  private static func properties(of content: Relationship.Content) -> String {
    content.properties.entries.filter { $0.key != "certainty" }.sorted { $0.key < $1.key }
      .map { "\($0.key): \(CypherText.plain($0.value))" }.joined(separator: "\n")
  }
}
