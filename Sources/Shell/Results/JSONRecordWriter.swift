import Graph

/// Writes a result as JSON objects, one a line, or one array of them.
final class JSONRecordWriter: RecordWriter {
  private let columns: [String]
  private let sink: any TextSink
  private let isArray: Bool
  private var isEmpty = true

  init(columns: [String], sink: any TextSink, isArray: Bool) {
    self.columns = columns
    self.sink = sink
    self.isArray = isArray && !columns.isEmpty
    if self.isArray { sink.write("[") }
  }

  func write(_ records: [[Value]]) {
    for record in records {
      let object = ValueJSON.record(record, columns: columns)
      if isArray { sink.write((isEmpty ? "\n  " : ",\n  ") + object) } else { sink.write(object + "\n") }
      isEmpty = false
    }
  }

  func finish() -> WriterReport {
    if isArray { sink.write(isEmpty ? "]\n" : "\n]\n") }
    return WriterReport()
  }
}

/// Takes everything and writes nothing.
final class TrashWriter: RecordWriter {
  func write(_ records: [[Value]]) {}
  func finish() -> WriterReport { WriterReport() }
}
