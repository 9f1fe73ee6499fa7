import Graph

/// Writes a graph as JSON Lines, one element a line, nodes before the relationships that use them:
///
///     {"kind":"node","id":7,"labels":["Person"],"properties":{"name":"Ana","born":"1971-03-02"},"types":{"born":"Date"}}
///     {"kind":"relationship","id":3,"type":"PARTICIPANT","source":9,"target":7,"properties":{"role":"victim"}}
///
/// `types` is there only for properties that JSON cannot hold; see `TypedJSON`.
public struct JSONLinesWriter {
  public init() {}

  public func write(_ elements: some ElementSource, to output: ByteOutput) throws(InterchangeError) {
    try output.append(pieceCount: elements.batchCount) { index, text in
      let batch = elements.batchWithProperties(index)
      switch batch.kind {
      case .node: Self.writeNodes(batch, to: text)
      case .relationship: Self.writeRelationships(batch, to: text)
      }
    }
    try output.flush()
  }

  private static func writeNodes(_ batch: ElementBatch, to output: ByteOutput) {
    var properties = JSONProperties(batch)
    let labels = SharedTexts(batch.names) { labels, text in
      text.append(",\"labels\":[")
      for (index, label) in labels.enumerated() {
        if index > 0 { text.append(",") }
        JSONText.append(label, to: text)
      }
      text.append("]")
    }
    for row in 0..<batch.count {
      output.append("{\"kind\":\"node\",\"id\":")
      output.append(integer: Int64(batch.ids[row]))
      output.append(labels[batch.nameNumbers[row]])
      properties.write(row, to: output)
      output.append("}\n")
    }
  }

  private static func writeRelationships(_ batch: ElementBatch, to output: ByteOutput) {
    var properties = JSONProperties(batch)
    let types = SharedTexts(batch.names) { type, text in
      text.append(",\"type\":")
      JSONText.append(type[0], to: text)
      text.append(",\"source\":")
    }
    for row in 0..<batch.count {
      output.append("{\"kind\":\"relationship\",\"id\":")
      output.append(integer: Int64(batch.ids[row]))
      output.append(types[batch.nameNumbers[row]])
      output.append(integer: Int64(batch.sources[row]))
      output.append(",\"target\":")
      output.append(integer: Int64(batch.targets[row]))
      properties.write(row, to: output)
      output.append("}\n")
    }
  }
}

/// The properties of a batch as JSON, with the types that JSON does not tell.
private struct JSONProperties {
  private let columns: PropertyColumns
  /// The types of the row that is being written.
  private let types = ByteOutput()

  init(_ batch: ElementBatch) {
    columns = PropertyColumns(batch) { key, text in
      JSONText.append(key, to: text)
      text.append(":")
    }
  }

  mutating func write(_ row: Int, to output: ByteOutput) {
    output.append(",\"properties\":{")
    columns.forEachPresent(row) { column, isFirst in
      if !isFirst { output.append(UInt8(ascii: ",")) }
      let key = UnsafeBufferPointer(column.pointee.prefix)
      output.append(key)
      switch column.pointee.kind {
      case .booleans: output.append(column.pointee.words[row] != 0 ? "true" : "false")
      case .integers:
        let number = column.pointee.integer(row)
        JSONText.append(number, to: output)
        if number.magnitude > JSONText.largestExactInteger { add("Integer", key) }
      case .floats:
        let number = column.pointee.float(row)
        JSONText.append(number, to: output)
        if !number.isFinite { add("Float", key) }
      case .strings: JSONText.append(column.pointee.text(row), to: output)
      case .dates:
        output.append(UInt8(ascii: "\""))
        output.append(date: column.pointee.date(row))
        output.append(UInt8(ascii: "\""))
        add("Date", key)
      case .values: append(column.pointee.values[row], key, to: output)
      }
    }
    output.append("}")
    guard types.count > 0 else { return }
    output.append(",\"types\":{")
    output.append(types.gathered)
    output.append("}")
    types.removeAll()
  }

  private func append(_ value: Value, _ key: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    let type = TypedJSON.type(of: value)
    if let type { add(type, key) }
    var json = JSONWriter()
    if type == TypedJSON.tagged { TypedJSON.writeTagged(value, to: &json) } else { json.write(value) }
    output.append(contentsOf: json.bytes)
  }

  private func add(_ type: String, _ key: UnsafeBufferPointer<UInt8>) {
    if types.count > 0 { types.append(UInt8(ascii: ",")) }
    types.append(key)
    JSONText.append(type, to: types)
  }
}
