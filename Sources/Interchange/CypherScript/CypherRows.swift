import Graph

/// The rows of a batch as the list of an UNWIND has them, each without the bracket that opens it: `7, {name: 'Ana'}]`.
final class CypherRows {
  private(set) var kind = ElementKind.node
  private(set) var names: [[String]] = []
  private(set) var nameNumbers: [UInt32] = []
  let text = ByteOutput()
  /// Where each row ends in the text.
  private(set) var ends: [Int] = []

  func replace(by batch: ElementBatch) {
    kind = batch.kind
    names = batch.names
    nameNumbers = batch.nameNumbers
    text.removeAll()
    ends.removeAll(keepingCapacity: true)
    let columns = PropertyColumns(batch) { key, text in
      CypherText.append(name: key, to: text)
      text.append(": ")
    }
    for row in 0..<batch.count {
      if kind == .node {
        text.append(integer: Int64(batch.ids[row]))
      } else {
        text.append(integer: Int64(batch.sources[row]))
        text.append(", ")
        text.append(integer: Int64(batch.targets[row]))
      }
      text.append(", {")
      write(columns, row)
      text.append("}]")
      ends.append(text.count)
    }
  }

  private func write(_ columns: PropertyColumns, _ row: Int) {
    columns.forEachPresent(row) { column, isFirst in
      if !isFirst { text.append(", ") }
      text.append(UnsafeBufferPointer(column.pointee.prefix))
      switch column.pointee.kind {
      case .booleans: text.append(column.pointee.words[row] != 0 ? "true" : "false")
      case .integers: CypherText.append(column.pointee.integer(row), to: text)
      case .floats: CypherText.append(column.pointee.float(row), to: text)
      case .strings: CypherText.append(quoted: column.pointee.text(row), to: text)
      case .dates:
        text.append("date('")
        text.append(date: column.pointee.date(row))
        text.append("')")
      case .values: CypherText.append(column.pointee.values[row], to: text)
      }
    }
  }
}
