import Cypher
import Graph

/// Writes a result vertically: a heading for each row, then a line for each value.
final class LineWriter: RecordWriter {
  private let columns: [String]
  private let sink: any TextSink
  private let layout: ResultLayout
  private var window: RowWindow

  init(columns: [String], sink: any TextSink, layout: ResultLayout) {
    self.columns = columns
    self.sink = sink
    self.layout = layout
    window = RowWindow(limit: layout.rowLimit)
  }

  func write(_ records: [[Value]]) {
    for record in records { window.append(record) }
  }

  func finish() -> WriterReport {
    let shown = window.shown
    Self.write(
      shown.rows, columns: columns, hiddenRows: window.hiddenRowCount, gapAt: shown.countBeforeGap, to: sink, layout)
    return WriterReport(hiddenRows: window.hiddenRowCount)
  }

  /// Also what a table becomes that does not fit its window.
  static func write(
    _ rows: [(number: Int, record: [Value])], columns: [String], hiddenRows: Int, gapAt: Int, to sink: any TextSink,
    _ layout: ResultLayout
  ) {
    var text = layout.text
    text.isBrief = false
    let titles = columns.map(SafeText.oneLine)
    let titleWidth = titles.map { LetterWidth.of($0) }.max() ?? 0
    for (index, row) in rows.enumerated() {
      if index == gapAt, hiddenRows > 0 { sink.write("⋮\n") }
      sink.write(layout.style.dim("─ \(row.number) " + String(repeating: "─", count: max(titleWidth, 4))) + "\n")
      for (title, value) in zip(titles, row.record) {
        let name = layout.style.bold(title.padded(toWidth: titleWidth, right: true))
        sink.write(name + layout.style.dim(" │ ") + text.cell(value) + "\n")
      }
    }
  }
}
