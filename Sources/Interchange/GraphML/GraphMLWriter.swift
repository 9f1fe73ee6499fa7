import Graph

/// Writes a graph as GraphML: a typed key for every property, labels and type as the data `labels` and `label`, which is what
/// yEd, Gephi and networkx show.
///
/// What GraphML has no type for – temporal values, lists, a property with values of several types – is a string, lists as JSON.
/// Characters that XML forbids become U+FFFD.
public struct GraphMLWriter {
  public init() {}

  /// - Parameter elements: gone through twice; must give the same elements each time.
  public func write(_ elements: some Sequence<GraphElement>, to output: ByteOutput) throws(InterchangeError) {
    var nodeKeys = GraphMLKeys(prefix: "np")
    var relationshipKeys = GraphMLKeys(prefix: "ep")
    for element in elements {
      switch element {
      case .node(let node): nodeKeys.add(node.properties)
      case .relationship(let relationship): relationshipKeys.add(relationship.content?.properties ?? PropertyMap())
      }
    }
    nodeKeys.number()
    relationshipKeys.number()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    output.append("  <key id=\"labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\"/>\n")
    output.append("  <key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n")
    nodeKeys.writeDeclarations(for: "node", to: output)
    relationshipKeys.writeDeclarations(for: "edge", to: output)
    output.append("  <graph id=\"dossier\" edgedefault=\"directed\">\n")
    for element in elements {
      switch element {
      case .node(let node): write(node, keys: nodeKeys, to: output)
      case .relationship(let relationship): write(relationship, keys: relationshipKeys, to: output)
      }
      try output.flushIfFull()
    }
    output.append("  </graph>\n</graphml>\n")
    try output.flush()
  }

  private func write(_ node: Node, keys: GraphMLKeys, to output: ByteOutput) {
    output.append("    <node id=\"n")
    output.append(integer: Int64(node.id.rawValue))
    output.append("\">")
    if !node.labels.isEmpty {
      output.append("<data key=\"labels\">")
      XMLText.append(node.labels.map { ":" + $0 }.joined(), to: output)
      output.append("</data>")
    }
    keys.write(node.properties, to: output)
    output.append("</node>\n")
  }

  private func write(_ relationship: Relationship, keys: GraphMLKeys, to output: ByteOutput) {
    guard let content = relationship.content else { return }
    output.append("    <edge id=\"e")
    output.append(integer: Int64(relationship.id.rawValue))
    output.append("\" source=\"n")
    output.append(integer: Int64(content.source.rawValue))
    output.append("\" target=\"n")
    output.append(integer: Int64(content.target.rawValue))
    output.append("\"><data key=\"label\">")
    XMLText.append(content.type, to: output)
    output.append("</data>")
    keys.write(content.properties, to: output)
    output.append("</edge>\n")
  }
}
