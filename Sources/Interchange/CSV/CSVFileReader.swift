import Graph

/// Reads one file of nodes or relationships, rows of the same labels or type gathered into columns of their own.
struct CSVFileReader {
  let input: InputBytes
  let header: CSVHeader
  private var scanner: CSVScanner
  private let pool: StringPool
  private let idsAreIntegers: Bool
  private let nameColumn: Int?
  /// What stands in for the labels or type of a file without such a column.
  private let baseName: String
  private var groups: [Group] = []
  private var groupsByName: [String: Int] = [:]
  private var lastName: CSVScanner.Field?
  private var lastGroup = 0
  private var fields: [CSVScanner.Field] = []

  private static let batchCount = 1 << 16

  /// Rows of one label set or type.
  private struct Group {
    let names: [String]
    /// One for each column of the file that is read, by its place in the record.
    var builders: [(column: Int, builder: CSVColumnBuilder)]
    var ids: [IDColumnBuilder]
    var records: [UInt32] = []
  }

  init(_ input: InputBytes, header: CSVHeader, scanner: CSVScanner, idsAreIntegers: Bool, pool: StringPool) {
    self.input = input
    self.header = header
    self.scanner = scanner
    self.idsAreIntegers = idsAreIntegers
    self.pool = pool
    nameColumn = header.columns.firstIndex { $0 == .labels || $0 == .type }
    let fileName = input.name.split(separator: "/").last ?? ""
    baseName = String(fileName.prefix { $0 != "." })
  }

  /// The number of bytes read so far.
  var position: Int { scanner.position }

  /// Reads on until a group is full or the file ends; nil at the end.
  mutating func next() throws(InterchangeError) -> CSVBatch? {
    while try scanner.next(into: &fields) {
      guard fields.count == header.columns.count else {
        throw located(
          InterchangeError(
            .malformed, "found \(fields.count) fields, expected \(header.columns.count) as in the header",
            remedy: "put texts with commas between quotes"))
      }
      let group = try currentGroup()
      try append(to: group)
      if groups[group].records.count == Self.batchCount { return batch(of: group) }
    }
    guard let group = groups.firstIndex(where: { !$0.records.isEmpty }) else { return nil }
    return batch(of: group)
  }

  // MARK: - Rows

  private mutating func currentGroup() throws(InterchangeError) -> Int {
    guard let nameColumn else { return groups.isEmpty ? addGroup(named: baseName) : 0 }
    let field = fields[nameColumn]
    if let lastName, lastName.end - lastName.start == field.end - field.start,
      scanner.bytes[lastName.start..<lastName.end].elementsEqual(scanner.bytes[field.start..<field.end])
    {
      return lastGroup
    }
    let name = scanner.text(of: field)
    if name.isEmpty, header.columns[nameColumn] == .type {
      throw located(InterchangeError(.malformed, "the type is empty, expected a name"), column: nameColumn)
    }
    lastName = field
    lastGroup = groupsByName[name] ?? addGroup(named: name)
    return lastGroup
  }

  private mutating func addGroup(named name: String) -> Int {
    var builders: [(Int, CSVColumnBuilder)] = []
    var ids: [IDColumnBuilder] = []
    for (index, column) in header.columns.enumerated() {
      switch column {
      case .property(_, let type): builders.append((index, CSVColumnBuilder(type: type, pool: pool)))
      case .id, .startID, .endID: ids.append(IDColumnBuilder(column: index, isInteger: idsAreIntegers, pool: pool))
      case .labels, .type, .ignored: break
      }
    }
    let names = header.isNodes ? CSVLabels.labels(of: name) : [name]
    groups.append(Group(names: names, builders: builders, ids: ids))
    groupsByName[name] = groups.count - 1
    return groups.count - 1
  }

  private mutating func append(to group: Int) throws(InterchangeError) {
    for index in groups[group].ids.indices {
      let column = groups[group].ids[index].column
      guard groups[group].ids[index].append(fields[column], of: scanner) else {
        throw located(
          invalid(fields[column], expected: idsAreIntegers ? "an integer, as in the node files" : "an id"), column: column)
      }
    }
    for index in groups[group].builders.indices {
      let column = groups[group].builders[index].column
      guard groups[group].builders[index].builder.append(fields[column], of: scanner) else {
        let type = groups[group].builders[index].builder.type
        throw located(invalid(fields[column], expected: type.expectation), column: column)
      }
    }
    groups[group].records.append(UInt32(scanner.record))
  }

  private func invalid(_ field: CSVScanner.Field, expected: String) -> InterchangeError {
    if field.start == field.end { return InterchangeError(.malformed, "the cell is empty, expected \(expected)") }
    let text = scanner.text(of: field)
    if !CSVText.isValid(UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])) {
      return InterchangeError(.malformed, "the text is not valid UTF-8", remedy: "convert the file to UTF-8")
    }
    return InterchangeError(.malformed, "found `\(text.count > 40 ? text.prefix(40) + "…" : text)`, expected \(expected)")
  }

  private func located(_ error: InterchangeError, column: Int? = nil) -> InterchangeError {
    var error = error
    error.file = input.name
    error.record = scanner.record
    error.column = column.map { header.names[$0] }
    return error
  }

  // MARK: - Batches

  private mutating func batch(of group: Int) -> CSVBatch {
    let ids = groups[group].ids.indices.map { groups[group].ids[$0].finish() }
    var properties: [(key: String, values: Vector)] = []
    for index in groups[group].builders.indices {
      guard case .property(let key, _) = header.columns[groups[group].builders[index].column] else { continue }
      let vector = groups[group].builders[index].builder.finish()
      if case .constant(.null, _) = vector.storage { continue }
      properties.append((key, vector))
    }
    let records = groups[group].records
    groups[group].records = []
    var idKey: String?
    for case .id(let key) in header.columns { idKey = key }
    let columns: CSVBatch.Columns
    if header.isNodes {
      if let idKey { properties.insert((idKey, ids[0]), at: 0) }
      columns = .nodes(NodeColumns(labels: groups[group].names, externalIDs: ids[0], properties: properties))
    } else {
      let source = header.columns.firstIndex(of: .startID)! < header.columns.firstIndex(of: .endID)! ? 0 : 1
      columns = .relationships(
        RelationshipColumns(
          type: groups[group].names[0], sourceIDs: ids[source], targetIDs: ids[1 - source], properties: properties))
    }
    return CSVBatch(columns: columns, idKey: idKey, file: input.name, records: records)
  }
}

/// A column of ids: integers where every id of the import is one, else texts.
private struct IDColumnBuilder {
  let column: Int
  private let isInteger: Bool
  private let pool: StringPool
  private var integers: [Int64] = []
  private var codes: [StringPool.Code] = []

  init(column: Int, isInteger: Bool, pool: StringPool) {
    self.column = column
    self.isInteger = isInteger
    self.pool = pool
  }

  mutating func append(_ field: CSVScanner.Field, of scanner: CSVScanner) -> Bool {
    guard field.end > field.start else { return false }
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
    if isInteger {
      guard let number = CSVText.canonicalInteger(bytes) else { return false }
      integers.append(number)
    } else {
      guard CSVText.isValid(bytes) else { return false }
      codes.append(field.hasEscapes ? pool.intern(scanner.text(of: field)) : pool.intern(bytes))
    }
    return true
  }

  mutating func finish() -> Vector {
    defer {
      integers = []
      codes = []
    }
    return Vector(isInteger ? .integers(integers) : .strings(codes, pool))
  }
}
