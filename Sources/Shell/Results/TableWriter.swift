import Graph

/// Draws a result as a table with row numbers; too wide for the window, it becomes vertical.
final class TableWriter: RecordWriter {
  struct Borders {
    var vertical: String
    var horizontal: String
    var top: (String, String, String)
    var middle: (String, String, String)
    var bottom: (String, String, String)
    var gap: String

    static var drawn: Borders {
      Borders(
        vertical: "│", horizontal: "─", top: ("┌", "┬", "┐"), middle: ("├", "┼", "┤"), bottom: ("└", "┴", "┘"),
        gap: "⋮")
    }
    static var ascii: Borders {
      let corners = ("+", "+", "+")
      return Borders(vertical: "|", horizontal: "-", top: corners, middle: corners, bottom: corners, gap: ":")
    }
  }

  private let columns: [String]
  private let sink: any TextSink
  private let layout: ResultLayout
  private let borders: Borders
  private var window: RowWindow

  init(columns: [String], sink: any TextSink, layout: ResultLayout, borders: Borders) {
    self.columns = columns
    self.sink = sink
    self.layout = layout
    self.borders = borders
    window = RowWindow(limit: layout.rowLimit)
  }

  func write(_ records: [[Value]]) {
    for record in records { window.append(record) }
  }

  func finish() -> WriterReport {
    guard window.rowCount > 0 else { return WriterReport() }
    let shown = window.shown
    var table = ResultTable(columns: columns, rows: shown.rows, text: layout.text)
    if let width = layout.width, !table.fit(width: width) {
      LineWriter.write(
        shown.rows, columns: columns, hiddenRows: window.hiddenRowCount, gapAt: shown.countBeforeGap, to: sink, layout)
      return WriterReport(hiddenRows: window.hiddenRowCount)
    }
    draw(table, countBeforeGap: shown.countBeforeGap)
    return WriterReport(cutCells: table.cutCells, hiddenRows: window.hiddenRowCount)
  }

  private func draw(_ table: ResultTable, countBeforeGap: Int) {
    rule(borders.top, table)
    row(table.columns.map { .init(text: $0.title, isNull: false) }, table, isHeading: true)
    rule(borders.middle, table)
    for (index, cells) in table.rows.enumerated() {
      if index == countBeforeGap, window.hiddenRowCount > 0 {
        row(table.columns.map { _ in .init(text: borders.gap, isNull: false) }, table)
      }
      row(cells, table)
    }
    rule(borders.bottom, table)
  }

  private func rule(_ corners: (String, String, String), _ table: ResultTable) {
    let lines = table.columns.map { String(repeating: borders.horizontal, count: $0.width + 2) }
    sink.write(layout.style.dim(corners.0 + lines.joined(separator: corners.1) + corners.2) + "\n")
  }

  private func row(_ cells: [ResultTable.Cell], _ table: ResultTable, isHeading: Bool = false) {
    let bar = layout.style.dim(borders.vertical)
    var line = bar
    for (index, (cell, column)) in zip(cells, table.columns).enumerated() {
      let padded = cell.text.cut(toWidth: column.width).padded(toWidth: column.width, right: column.isRightAligned)
      let styled =
        if isHeading { layout.style.bold(padded) } else if cell.isNull || index == 0 { layout.style.dim(padded) } else { padded }
      line += " " + styled + " " + bar
    }
    sink.write(line + "\n")
  }
}
