import Graph

/// Writes a graph as a Cypher script that builds it again in an empty graph, here or elsewhere.
///
/// A graph of up to 500 elements is one CREATE, to be read and edited by people. A larger one comes in statements of 500
/// elements: each node bears for a while a label and a number by which its relationships find it, and the last statement takes
/// them away. Indexes and constraints come last, when what they are over is there.
public struct CypherScriptWriter {
  private static let chunkCount = 500

  private let schema: SchemaDefinitions

  /// - Parameter schema: the indexes and constraints to be made.
  public init(schema: SchemaDefinitions = SchemaDefinitions()) {
    self.schema = schema
  }

  /// - Parameter elements: gone through twice; must give the same elements each time.
  public func write(_ elements: some Sequence<GraphElement>, to output: ByteOutput) throws(InterchangeError) {
    var count = 0
    var names = TemporaryNames(avoiding: schema)
    for element in elements {
      count += 1
      if case .node(let node) = element { names.avoid(node) }
    }
    if count > Self.chunkCount {
      var chunks = CypherChunks(names: names, largestCount: Self.chunkCount, output: output)
      chunks.begin()
      for element in elements { try chunks.append(element) }
      try chunks.finish()
    } else if count > 0 {
      writeOneStatement(elements, to: output)
    }
    writeSchema(to: output)
    try output.flush()
  }

  private func writeSchema(to output: ByteOutput) {
    for index in schema.indexes {
      output.append(index.statement(named: CypherText.quoted(name: index.name), quoting: CypherText.literal(name:)) + ";\n")
    }
    for constraint in schema.constraints {
      let name = CypherText.quoted(name: constraint.name)
      output.append(constraint.statement(named: name, quoting: CypherText.literal(name:)) + ";\n")
    }
  }

  private func writeOneStatement(_ elements: some Sequence<GraphElement>, to output: ByteOutput) {
    var isFirst = true
    for element in elements {
      output.append(isFirst ? "CREATE\n  " : ",\n  ")
      isFirst = false
      switch element {
      case .node(let node):
        output.append("(n\(node.id.rawValue)")
        Self.append(labels: node.labels, to: output)
        if !node.properties.isEmpty {
          output.append(" ")
          CypherText.append(node.properties, to: output)
        }
        output.append(")")
      case .relationship(let relationship):
        guard let content = relationship.content else { continue }
        output.append("(n\(content.source.rawValue))-[:")
        CypherText.append(name: content.type, to: output)
        if !content.properties.isEmpty {
          output.append(" ")
          CypherText.append(content.properties, to: output)
        }
        output.append("]->(n\(content.target.rawValue))")
      }
    }
    output.append(";\n")
  }

  static func append(labels: [String], to output: ByteOutput) {
    for label in labels {
      output.append(":")
      CypherText.append(name: label, to: output)
    }
  }
}

/// A label and a property key that the graph does not use.
struct TemporaryNames {
  private(set) var label = "Imported"
  private(set) var key = "importedAs"
  /// The name that an index over the two has also where names of indexes are not kept.
  var index: String { "index_\(label)_\(key)" }

  init(avoiding schema: SchemaDefinitions = SchemaDefinitions()) {
    let taken = Set(schema.indexes.map(\.name) + schema.constraints.map(\.name))
    let owners = Set(schema.indexes.flatMap(\.owners) + schema.constraints.map(\.owner))
    while taken.contains(index) || owners.contains(label) { label += "_" }
  }

  mutating func avoid(_ node: Node) {
    while node.labels.contains(label) { label += "_" }
    while node.properties[key] != nil { key += "_" }
  }
}
