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

  /// - Parameter elements: gone through twice.
  public func write(_ elements: some ElementSource, to output: ByteOutput) throws(InterchangeError) {
    let (count, names) = survey(elements)
    if count > Self.chunkCount {
      let chunks = CypherChunks(names: names, largestCount: Self.chunkCount, output: output)
      chunks.begin()
      let rows = (0..<OrderedPieces.slotCount).map { _ in CypherRows() }
      try OrderedPieces.run(count: elements.batchCount) { piece, slot in
        rows[slot].replace(by: elements.batchWithProperties(piece))
      } deliver: { _, slot throws(InterchangeError) in
        try chunks.append(rows[slot])
      }
      try chunks.finish()
    } else if count > 0 {
      writeOneStatement(elements, to: output)
    }
    writeSchema(to: output)
    try output.flush()
  }

  /// How many elements there are, and names that none of them uses.
  private func survey(_ elements: some ElementSource) -> (count: Int, names: TemporaryNames) {
    var count = 0
    var labels: Set<String> = []
    var keys: Set<String> = []
    elements.forEachInOrder {
      elements.batchWithProperties($0)
    } _: { batch in
      count += batch.count
      guard batch.kind == .node else { return }
      for name in batch.names { labels.formUnion(name) }
      for column in batch.properties { keys.insert(column.key) }
    }
    return (count, TemporaryNames(avoiding: schema, labels: labels, keys: keys))
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

  private func writeOneStatement(_ elements: some ElementSource, to output: ByteOutput) {
    var isFirst = true
    for element in elements.all {
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

  /// - Parameters:
  ///   - labels: those of the graph's nodes.
  ///   - keys: those of their properties.
  init(avoiding schema: SchemaDefinitions, labels: Set<String>, keys: Set<String>) {
    let taken = Set(schema.indexes.map(\.name) + schema.constraints.map(\.name))
    let owners = Set(schema.indexes.flatMap(\.owners) + schema.constraints.map(\.owner))
    while keys.contains(key) { key += "_" }
    while taken.contains(index) || owners.contains(label) || labels.contains(label) { label += "_" }
  }
}
