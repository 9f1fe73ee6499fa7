import Graph

/// Writes a result as RFC 4180 says, with LF ends: null is an empty field, an empty string is `""`.
final class CSVWriter: RecordWriter {
  private let sink: any TextSink

  init(columns: [String], sink: any TextSink) {
    self.sink = sink
    if !columns.isEmpty { sink.write(columns.map(Self.field).joined(separator: ",") + "\n") }
  }

  func write(_ records: [[Value]]) {
    for record in records {
      sink.write(record.map(Self.field).joined(separator: ",") + "\n")
    }
  }

  func finish() -> WriterReport { WriterReport() }

  static func field(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .string(let text): field(text)
    case .node, .relationship, .path, .map, .list: field(ValueJSON.text(value))
    default: field(ValueText().nested(value))
    }
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.isEmpty || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    return "\"" + text.replacingScalar("\"", with: "\"\"") + "\""
  }
}

/// Writes a result with tabs between the fields; tab, newline and backslash inside one are escaped, null is `\N`.
final class TSVWriter: RecordWriter {
  private let sink: any TextSink

  init(columns: [String], sink: any TextSink) {
    self.sink = sink
    if !columns.isEmpty { sink.write(columns.map(Self.escaped).joined(separator: "\t") + "\n") }
  }

  func write(_ records: [[Value]]) {
    for record in records {
      sink.write(record.map(Self.field).joined(separator: "\t") + "\n")
    }
  }

  func finish() -> WriterReport { WriterReport() }

  private static func field(_ value: Value) -> String {
    switch value {
    case .null: "\\N"
    case .string(let text): escaped(text)
    case .node, .relationship, .path, .map, .list: escaped(ValueJSON.text(value))
    default: ValueText().nested(value)
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
