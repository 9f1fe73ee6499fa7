import Graph

/// Writes a graph as GraphML: a typed key for every property, labels and type as the data `labels` and `label`, which is what
/// yEd, Gephi and networkx show.
///
/// What GraphML has no type for – temporal values, lists, a property with values of several types – is a string, lists as JSON.
/// Characters that XML forbids become U+FFFD.
public struct GraphMLWriter {
  public init() {}

  /// - Parameter elements: gone through once, and asked for the types of its values before.
  public func write(_ elements: some ElementSource, to output: ByteOutput) throws(InterchangeError) {
    let nodeKeys = GraphMLKeys(elements.valueTypes(of: .node), prefix: "np")
    let relationshipKeys = GraphMLKeys(elements.valueTypes(of: .relationship), prefix: "ep")
    output.append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append(literal: "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    output.append(literal: "  <key id=\"labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\"/>\n")
    output.append(literal: "  <key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n")
    nodeKeys.writeDeclarations(for: "node", to: output)
    relationshipKeys.writeDeclarations(for: "edge", to: output)
    output.append(literal: "  <graph id=\"dossier\" edgedefault=\"directed\">\n")
    try output.append(pieceCount: elements.batchCount) { index, text in
      let batch = elements.batchWithProperties(index)
      switch batch.kind {
      case .node: Self.writeNodes(batch, keys: nodeKeys, to: text)
      case .relationship: Self.writeRelationships(batch, keys: relationshipKeys, to: text)
      }
    }
    output.append(literal: "  </graph>\n</graphml>\n")
    try output.flush()
  }

  private static func writeNodes(_ batch: ElementBatch, keys: GraphMLKeys, to output: ByteOutput) {
    let columns = keys.columns(of: batch)
    let labels = SharedTexts(batch.names) { labels, text in
      text.append(literal: "\">")
      guard !labels.isEmpty else { return }
      text.append(literal: "<data key=\"labels\">")
      XMLText.append(labels.map { ":" + $0 }.joined(), to: text)
      text.append(literal: "</data>")
    }
    for row in 0..<batch.count {
      output.append(literal: "    <node id=\"n")
      output.append(integer: Int64(batch.ids[row]))
      output.append(labels[batch.nameNumbers[row]])
      GraphMLKeys.write(columns, row, to: output)
      output.append(literal: "</node>\n")
    }
  }

  private static func writeRelationships(_ batch: ElementBatch, keys: GraphMLKeys, to output: ByteOutput) {
    let columns = keys.columns(of: batch)
    let types = SharedTexts(batch.names) { type, text in
      text.append(literal: "\"><data key=\"label\">")
      XMLText.append(type[0], to: text)
      text.append(literal: "</data>")
    }
    for row in 0..<batch.count {
      output.append(literal: "    <edge id=\"e")
      output.append(integer: Int64(batch.ids[row]))
      output.append(literal: "\" source=\"n")
      output.append(integer: Int64(batch.sources[row]))
      output.append(literal: "\" target=\"n")
      output.append(integer: Int64(batch.targets[row]))
      output.append(types[batch.nameNumbers[row]])
      GraphMLKeys.write(columns, row, to: output)
      output.append(literal: "</edge>\n")
    }
  }
}
