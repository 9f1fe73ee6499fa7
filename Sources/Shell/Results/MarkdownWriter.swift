import Cypher
import Graph

/// Writes a result as a Markdown table.
final class MarkdownWriter: RecordWriter {
  private let sink: any TextSink
  private let text: ValueText

  init(columns: [String], sink: any TextSink, text: ValueText) {
    self.sink = sink
    self.text = text
    guard !columns.isEmpty else { return }
    row(columns.map(SafeText.oneLine))
    sink.write("|" + String(repeating: " --- |", count: columns.count) + "\n")
  }

  func write(_ records: [[Value]]) {
    for record in records { row(record.map(cell)) }
  }

  func finish() -> WriterReport { WriterReport() }

  private func row(_ cells: [String]) {
    sink.write("| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n")
  }

  private func cell(_ value: Value) -> String {
    guard case .string(let string) = value, !string.isEmpty else { return text.cell(value) }
    return string.linesOfText().map(SafeText.oneLine).joined(separator: "<br>")
  }

  /// A bar would end the cell.
  private static func escaped(_ cell: String) -> String {
    cell.replacingScalar("|", with: "\\|")
  }
}
