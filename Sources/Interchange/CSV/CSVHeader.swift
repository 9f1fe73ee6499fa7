import Graph

/// The first record of a CSV file: what each column holds, and so whether the file has nodes or relationships.
///
/// `id:ID` names nodes and is a property as well, `:ID` only names them; `:LABEL` holds labels between semicolons; `:START_ID`,
/// `:END_ID` and `:TYPE` say what a relationship joins; `name:STRING` is a property, and so is `name`, as text; `:IGNORE` and
/// `name:IGNORE` are passed over.
struct CSVHeader {
  enum Column: Hashable {
    /// The property that keeps the id, nil where it is only a name.
    case id(String?)
    case labels
    case startID, endID, type
    case property(String, CSVColumnType)
    case ignored
  }

  let columns: [Column]
  /// What messages call each column.
  let names: [String]

  var isNodes: Bool { columns.contains { if case .id = $0 { true } else { false } } }

  /// - Throws: an error without file, where a column is of no known type, or the columns are neither those of nodes nor those
  ///   of relationships.
  init(fields: [String]) throws(InterchangeError) {
    var columns: [Column] = []
    var names: [String] = []
    for (index, field) in fields.enumerated() {
      names.append(field.isEmpty ? "\(index + 1)" : field)
      columns.append(try Self.column(of: field))
    }
    self.columns = columns
    self.names = names
    try check()
  }

  private static func column(of field: String) throws(InterchangeError) -> Column {
    guard let colon = field.lastIndex(of: ":") else {
      if field.isEmpty { return .ignored }
      return .property(field, CSVColumnType(.string))
    }
    let name = String(field[..<colon])
    let word = field[field.index(after: colon)...]
    switch word.uppercased() {
    case "ID": return .id(name.isEmpty ? nil : name)
    case "LABEL", "LABELS": return .labels
    case "START_ID": return .startID
    case "END_ID": return .endID
    case "TYPE": return .type
    case "IGNORE": return .ignored
    default: break
    }
    if ["ID(", "START_ID(", "END_ID("].contains(where: word.uppercased().hasPrefix) {
      throw InterchangeError(
        .malformed, "id groups, as in \(field), are not supported",
        remedy: "make the ids unique over all files and leave the group out", record: 1, column: field)
    }
    guard let type = CSVColumnType(name: word) else {
      throw InterchangeError(
        .malformed, "\(word) is not a type",
        remedy:
          "write INT64, DOUBLE, BOOLEAN, STRING, DATE, LOCALTIME, TIME, LOCALDATETIME, DATETIME or DURATION, with [] for a list",
        record: 1, column: field)
    }
    return .property(name, type)
  }

  private func check() throws(InterchangeError) {
    let hasStart = columns.contains(.startID)
    let hasEnd = columns.contains(.endID)
    if !isNodes, !hasStart || !hasEnd {
      throw InterchangeError(
        .malformed, "the header has neither an :ID column nor :START_ID and :END_ID",
        remedy: "write `id:ID` for nodes or `:START_ID,:END_ID` for relationships", record: 1)
    }
    if isNodes, hasStart || hasEnd || columns.contains(.type) {
      throw InterchangeError(
        .malformed, "the header has an :ID column and :START_ID, :END_ID or :TYPE",
        remedy: "put nodes and relationships into files of their own", record: 1)
    }
    var seen: Set<String> = []
    for (column, name) in zip(columns, names) {
      let key: String
      switch column {
      case .ignored: continue
      case .property(let property, _): key = "." + property
      case .id(let property): key = property.map { "." + $0 } ?? ":ID"
      case .labels: key = ":LABEL"
      case .startID: key = ":START_ID"
      case .endID: key = ":END_ID"
      case .type: key = ":TYPE"
      }
      if !seen.insert(key).inserted {
        throw InterchangeError(.malformed, "the column comes a second time", record: 1, column: name)
      }
    }
    let idCount = columns.count { if case .id = $0 { true } else { false } }
    if idCount > 1 { throw InterchangeError(.malformed, "the header has \(idCount) :ID columns, expected one", record: 1) }
  }
}
