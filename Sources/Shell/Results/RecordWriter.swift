import Graph

/// Writes one result: given its columns at birth, then records in portions, then told that there are no more.
protocol RecordWriter: AnyObject {
  func write(_ records: [[Value]])
  /// Writes what is held back and says what was not shown.
  func finish() -> WriterReport
}

/// What a reader of the output cannot see in it.
struct WriterReport: Equatable {
  var cutCells = 0
  var hiddenRows = 0
}

/// How much room there is and how values are to look.
struct ResultLayout: Sendable {
  /// Cells of the terminal; nil where nothing may be cut.
  var width: Int?
  /// Above this many rows the middle is left out; nil shows all.
  var rowLimit: Int?
  var text = ValueText()
  var style = Style(isOn: false)

  /// Data for programs goes as it is, but never so to a terminal.
  func guarding(_ sink: any TextSink) -> any TextSink {
    width == nil ? sink : SafeSink(sink)
  }
}

extension OutputMode {
  /// A writer for this mode; `dot` is drawn elsewhere, from the whole result.
  func writer(columns: [String], sink: any TextSink, layout: ResultLayout) -> any RecordWriter {
    switch self {
    case .box: TableWriter(columns: columns, sink: sink, layout: layout, borders: .drawn)
    case .table: TableWriter(columns: columns, sink: sink, layout: layout, borders: .ascii)
    case .markdown: MarkdownWriter(columns: columns, sink: sink, text: layout.text)
    case .csv: CSVWriter(columns: columns, sink: layout.guarding(sink))
    case .tsv: TSVWriter(columns: columns, sink: layout.guarding(sink))
    case .json: JSONRecordWriter(columns: columns, sink: sink, isArray: true)
    case .jsonl: JSONRecordWriter(columns: columns, sink: sink, isArray: false)
    case .line: LineWriter(columns: columns, sink: sink, layout: layout)
    case .dot, .trash: TrashWriter()
    }
  }
}
