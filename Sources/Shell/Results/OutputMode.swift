/// The ways in which a result can be written.
public enum OutputMode: String, CaseIterable, Sendable {
  case box, table, markdown, csv, tsv, json, jsonl, line, dot, trash

  /// One line for `:help mode`.
  var summary: String {
    switch self {
    case .box: "a drawn table, cut to the window (default at a terminal)"
    case .table: "the same in ASCII"
    case .markdown: "a Markdown table"
    case .csv: "comma-separated values with a header line"
    case .tsv: "tab-separated values with a header line"
    case .json: "one JSON array of objects"
    case .jsonl: "one JSON object a line (default elsewhere)"
    case .line: "one line a value, a heading a row"
    case .dot: "the nodes and relationships as a Graphviz drawing"
    case .trash: "nothing: only run"
    }
  }

  /// Whether rows go straight out, so that results of any size need no memory.
  var isStreaming: Bool {
    switch self {
    case .markdown, .csv, .tsv, .json, .jsonl, .trash: true
    case .box, .table, .line, .dot: false
    }
  }
}
