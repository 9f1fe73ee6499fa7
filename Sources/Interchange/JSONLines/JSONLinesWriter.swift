import Graph

/// Writes a graph as JSON Lines, one element a line, nodes before the relationships that use them:
///
///     {"kind":"node","id":7,"labels":["Person"],"properties":{"name":"Ana","born":"1971-03-02"},"types":{"born":"Date"}}
///     {"kind":"relationship","id":3,"type":"PARTICIPANT","source":9,"target":7,"properties":{"role":"victim"}}
///
/// `types` is there only for properties that JSON cannot hold; see `TypedJSON`. Indexes and constraints come
/// last; see `SchemaJSON`.
public struct JSONLinesWriter {
  private static let chunkByteCount = 1 << 15

  private let schema: SchemaDefinitions

  /// - Parameter schema: the indexes and constraints to be made.
  public init(schema: SchemaDefinitions = SchemaDefinitions()) {
    self.schema = schema
  }

  public func write(_ elements: some Sequence<GraphElement>, to output: ByteOutput) throws(InterchangeError) {
    var json = JSONWriter()
    for element in elements {
      switch element {
      case .node(let node): write(node, to: &json)
      case .relationship(let relationship): write(relationship, to: &json)
      }
      if json.bytes.count >= Self.chunkByteCount {
        output.append(contentsOf: json.take())
        try output.flushIfFull()
      }
    }
    for index in schema.indexes { SchemaJSON.write(index, to: &json) }
    for constraint in schema.constraints { SchemaJSON.write(constraint, to: &json) }
    output.append(contentsOf: json.bytes)
    try output.flush()
  }

  private func write(_ node: Node, to json: inout JSONWriter) {
    json.write(raw: "{\"kind\":\"node\",\"id\":")
    json.write(Int64(node.id.rawValue))
    json.write(raw: ",\"labels\":")
    json.write(.list(node.labels.map(Value.string)))
    write(node.properties, to: &json)
    json.write(raw: "}\n")
  }

  private func write(_ relationship: Relationship, to json: inout JSONWriter) {
    guard let content = relationship.content else { return }
    json.write(raw: "{\"kind\":\"relationship\",\"id\":")
    json.write(Int64(relationship.id.rawValue))
    json.write(raw: ",\"type\":")
    json.write(content.type)
    json.write(raw: ",\"source\":")
    json.write(Int64(content.source.rawValue))
    json.write(raw: ",\"target\":")
    json.write(Int64(content.target.rawValue))
    write(content.properties, to: &json)
    json.write(raw: "}\n")
  }

  private func write(_ properties: PropertyMap, to json: inout JSONWriter) {
    json.write(raw: ",\"properties\":{")
    var types = PropertyMap()
    for (index, entry) in properties.entries.enumerated() {
      if index > 0 { json.write(raw: ",") }
      json.write(key: entry.key)
      let type = TypedJSON.type(of: entry.value)
      if let type { types[entry.key] = .string(type) }
      if type == TypedJSON.tagged {
        TypedJSON.writeTagged(entry.value, to: &json)
      } else {
        json.write(entry.value)
      }
    }
    json.write(raw: "}")
    guard !types.isEmpty else { return }
    json.write(raw: ",\"types\":")
    json.write(types)
  }
}
