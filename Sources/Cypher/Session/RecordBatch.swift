import Graph

/// Some records of a result, at least one: as they are, or column by column as an engine made them, to be turned into
/// records or text only once it is known which is wanted.
public struct RecordBatch {
  private enum Content {
    case records([[Value]])
    case columns([Vector], rows: [UInt32], fill: (Value) -> Value)
  }

  private let content: Content
  private let check: () throws(CypherError) -> Void

  init(records: [[Value]]) {
    content = .records(records)
    check = {}
  }

  /// - Parameters:
  ///   - columns: those of the result, in its order.
  ///   - rows: the rows of the columns that are records.
  ///   - fill: gives the nodes, relationships and paths of a value their content.
  ///   - check: called when everything has been read; throws if something of it could not be read rightly.
  public init(
    columns: [Vector], rows: [UInt32], fill: @escaping (Value) -> Value, check: @escaping () throws(CypherError) -> Void
  ) {
    content = .columns(columns, rows: rows, fill: fill)
    self.check = check
  }

  /// The records, a value for each column.
  public func records() throws(CypherError) -> [[Value]] {
    switch content {
    case .records(let records): return records
    case .columns(let columns, let rows, let fill):
      let records = rows.map { row in columns.map { fill($0[Int(row)]) } }
      try check()
      return records
    }
  }

  /// Writes the records as JSON arrays with commas between them. When it throws, what was written is of no use.
  public func write(to json: inout JSONWriter) throws(CypherError) {
    switch content {
    case .records(let records):
      for (place, record) in records.enumerated() {
        json.write(raw: place == 0 ? "[" : ",[")
        for (index, value) in record.enumerated() {
          if index > 0 { json.write(raw: ",") }
          json.write(value)
        }
        json.write(raw: "]")
      }
    case .columns(let columns, let rows, let fill):
      for (place, row) in rows.enumerated() {
        json.write(raw: place == 0 ? "[" : ",[")
        for index in columns.indices {
          if index > 0 { json.write(raw: ",") }
          Self.write(columns[index], Int(row), fill, to: &json)
        }
        json.write(raw: "]")
      }
      try check()
    }
  }

  private static func write(_ column: Vector, _ row: Int, _ fill: (Value) -> Value, to json: inout JSONWriter) {
    if let nulls = column.nulls, nulls[row] { return json.write(raw: "null") }
    switch column.storage {
    case .integers(let rows): json.write(rows[row])
    case .floats(let rows): json.write(rows[row])
    case .booleans(let rows): json.write(raw: rows[row] ? "true" : "false")
    case .strings(let codes, let pool): json.write(utf8: pool.bytes(of: codes[row]))
    case .lists(let lists, let elements):
      json.write(raw: "[")
      for (index, place) in lists[row].places.enumerated() {
        if index > 0 { json.write(raw: ",") }
        write(elements.vector, place, fill, to: &json)
      }
      json.write(raw: "]")
    case .nodes, .relationships, .dates, .values, .constant: json.write(fill(column[row]))
    }
  }
}
