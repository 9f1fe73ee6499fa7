import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a chunk of a file holds.
struct CSVChunkContent {
  var batches: [CSVBatch] = []
  var recordCount = 0
  /// Why the chunk was not read to its end.
  var error: InterchangeError?
}

/// Reads a chunk of a file of nodes or relationships, rows of the same labels or type gathered into columns of their own.
/// Records are counted from the chunk's beginning.
struct CSVChunkReader {
  private let input: InputBytes
  private let header: CSVHeader
  private var scanner: CSVScanner
  /// Takes the texts of the chunk.
  private let pool = StringPool()
  private let idsAreIntegers: Bool
  private let nameColumn: Int?
  /// What stands in for the labels or type of a file without such a column.
  private let baseName: String
  private var groups: [Group] = []
  private var groupsByName: [String: Int] = [:]
  private var lastName: CSVScanner.Field?
  private var lastGroup = 0
  private var fields: [CSVScanner.Field] = []

  /// Rows of one label set or type.
  private struct Group {
    let names: [String]
    /// One for each column of the file that is read, by its place in the record.
    var builders: [(column: Int, builder: CSVColumnBuilder)]
    var ids: [IDColumnBuilder]
    var records: [UInt32] = []

    /// Adds a record; the column whose cell does not hold what it should, where there is one.
    mutating func append(_ fields: [CSVScanner.Field], of scanner: CSVScanner) -> Int? {
      for index in ids.indices {
        guard ids[index].append(fields[ids[index].column], of: scanner) else { return ids[index].column }
      }
      for index in builders.indices {
        let column = builders[index].column
        guard builders[index].builder.append(fields[column], of: scanner) else { return column }
      }
      records.append(UInt32(scanner.record))
      return nil
    }
  }

  static func read(_ chunk: CSVChunk, from start: Int, idsAreIntegers: Bool) -> CSVOutcome<CSVChunkContent> {
    var reader = CSVChunkReader(chunk.file, from: start, idsAreIntegers: idsAreIntegers)
    let begin = reader.scanner.position
    var content = CSVChunkContent()
    do throws(InterchangeError) {
      try reader.readRecords(before: chunk.limit)
      content.batches = reader.groups.indices.map { reader.batch(of: $0) }
    } catch {
      content.error = error
    }
    content.recordCount = reader.scanner.record
    return CSVOutcome(content: content, start: begin, end: reader.scanner.position)
  }

  private init(_ file: CSVFile, from start: Int, idsAreIntegers: Bool) {
    input = file.input
    header = file.header
    scanner = CSVScanner(file.input.bytes, from: start)
    self.idsAreIntegers = idsAreIntegers
    nameColumn = header.columns.firstIndex { $0 == .labels || $0 == .type }
    let fileName = input.name.split(separator: "/").last ?? ""
    baseName = String(fileName.prefix { $0 != "." })
  }

  private mutating func readRecords(before limit: Int) throws(InterchangeError) {
    do throws(InterchangeError) {
      while try scanner.next(into: &fields, before: limit) {
        guard fields.count == header.columns.count else {
          throw InterchangeError(
            .malformed, "found \(fields.count) fields, expected \(header.columns.count) as in the header",
            remedy: "put texts with commas between quotes")
        }
        let group = try currentGroup()
        if let column = groups[group].append(fields, of: scanner) {
          var error = invalid(fields[column], expected: expectation(of: column))
          error.column = header.names[column]
          throw error
        }
      }
    } catch {
      var error = error
      error.file = input.name
      error.record = scanner.record
      throw error
    }
  }

  // MARK: - Rows

  private mutating func currentGroup() throws(InterchangeError) -> Int {
    guard let nameColumn else { return groups.isEmpty ? addGroup(named: baseName) : 0 }
    let field = fields[nameColumn]
    if let lastName, isSame(lastName, field) { return lastGroup }
    let name = scanner.text(of: field)
    if name.isEmpty, header.columns[nameColumn] == .type {
      var error = InterchangeError(.malformed, "the type is empty, expected a name")
      error.column = header.names[nameColumn]
      throw error
    }
    lastName = field
    lastGroup = groupsByName[name] ?? addGroup(named: name)
    return lastGroup
  }

  private func isSame(_ a: CSVScanner.Field, _ b: CSVScanner.Field) -> Bool {
    guard a.end - a.start == b.end - b.start, let base = scanner.bytes.baseAddress else { return false }
    return memcmp(base + a.start, base + b.start, a.end - a.start) == 0
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

  private func expectation(of column: Int) -> String {
    guard case .property(_, let type) = header.columns[column] else {
      return idsAreIntegers ? "an integer, as in the node files" : "an id"
    }
    return type.expectation
  }

  private func invalid(_ field: CSVScanner.Field, expected: String) -> InterchangeError {
    if field.start == field.end { return InterchangeError(.malformed, "the cell is empty, expected \(expected)") }
    let text = scanner.text(of: field)
    if !CSVText.isValid(UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])) {
      return InterchangeError(.malformed, "the text is not valid UTF-8", remedy: "convert the file to UTF-8")
    }
    return InterchangeError(.malformed, "found `\(text.count > 40 ? text.prefix(40) + "…" : text)`, expected \(expected)")
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
