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
  private let start: Int
  /// Takes the texts of the chunk.
  private let pool = StringPool.unshared()
  private let idsAreIntegers: Bool
  private let nameColumn: Int?
  /// What stands in for the labels or type of a file without such a column.
  private let baseName: String
  private var plain: CSVPlainReader
  /// Whether records may be read by `plain`.
  private let isPlain: Bool
  private var groups: [Group] = []
  private var groupsByName: [String: Int] = [:]
  private var lastName: CSVScanner.Field?
  private var lastGroup = 0
  private var fields: [CSVScanner.Field] = []

  /// Rows of one label set or type.
  private final class Group {
    let names: [String]
    /// For each column of the file; nil for one that is not read.
    let builders: [CSVColumnBuilder?]
    private(set) var lanes: UnsafeMutablePointer<CSVColumnBuilder.Lane>
    private(set) var capacity = 0
    var count = 0
    /// The record of each row.
    var records: [UInt32] = []

    init(names: [String], builders: [CSVColumnBuilder?]) {
      self.names = names
      self.builders = builders
      lanes = .allocate(capacity: builders.count)
    }

    deinit { lanes.deallocate() }

    func reserve(_ count: Int) {
      guard count > capacity else { return }
      capacity = max(count, 2 * capacity)
      for (column, builder) in builders.enumerated() {
        guard let builder else { continue }
        builder.reserve(capacity)
        lanes[column] = builder.lane
      }
    }

    /// Adds a record; the column whose cell does not hold what it should, where there is one.
    func append(_ fields: [CSVScanner.Field], of scanner: CSVScanner) -> Int? {
      reserve(count + 1)
      // Ids before properties: of two cells that are wrong it is theirs that is told.
      for isID in [true, false] {
        for (column, builder) in builders.enumerated() {
          guard let builder, builder.isID == isID else { continue }
          guard builder.set(fields[column], of: scanner, row: count) else { return column }
        }
      }
      records.append(UInt32(scanner.record))
      count += 1
      return nil
    }
  }

  static func read(_ chunk: CSVChunk, from start: Int, idsAreIntegers: Bool) -> CSVOutcome<CSVChunkContent> {
    var reader = CSVChunkReader(chunk.file, from: start, idsAreIntegers: idsAreIntegers)
    let begin = reader.scanner.position
    var content = CSVChunkContent()
    do throws(InterchangeError) {
      try reader.readRecords(before: chunk.limit)
      content.batches = reader.groups.map(reader.batch)
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
    self.start = scanner.position
    self.idsAreIntegers = idsAreIntegers
    nameColumn = header.columns.firstIndex { $0 == .labels || $0 == .type }
    let fileName = input.name.split(separator: "/").last ?? ""
    baseName = String(fileName.prefix { $0 != "." })
    let steps = header.columns.map { column -> CSVPlainReader.Step? in
      switch column {
      case .property(_, let type): CSVPlainReader.Step(CSVColumnBuilder.form(of: type))
      case .id, .startID, .endID: idsAreIntegers ? .identifier : .textIdentifier
      case .labels, .type: .name
      case .ignored: .skipped
      }
    }
    isPlain = steps.allSatisfy { $0 != nil }
    plain = CSVPlainReader(bytes: file.input.bytes, steps: steps.compactMap { $0 }, pool: pool)
  }

  /// Reads what can be read without a detour, and what no detour is needed for.
  private mutating func readPlainRecords(before limit: Int) {
    guard isPlain, !groups.isEmpty else { return }
    let group = groups[lastGroup]
    var position = scanner.position
    while true {
      if group.count == group.capacity { group.reserve(group.count + 1 + expectedCount(from: position, to: limit, group.count)) }
      let first = group.count
      plain.read(from: &position, before: limit, row: &group.count, rowLimit: group.capacity, lanes: group.lanes)
      let record = UInt32(scanner.record)
      for place in 0..<UInt32(group.count - first) { group.records.append(record + 1 + place) }
      scanner.advance(to: position, recordCount: group.count - first)
      if group.count < group.capacity { return }
    }
  }

  /// How many more records there may be, from those that have been read.
  private func expectedCount(from position: Int, to limit: Int, _ count: Int) -> Int {
    let recordByteCount = max(1, (position - start) / max(1, count))
    return max(16, (min(limit, scanner.bytes.count) - position) / recordByteCount * 9 / 8)
  }

  private mutating func readRecords(before limit: Int) throws(InterchangeError) {
    do throws(InterchangeError) {
      while true {
        readPlainRecords(before: limit)
        guard try scanner.next(into: &fields, before: limit) else { break }
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
    plain.name = field.isQuoted ? field.start - 1..<field.end + 1 : field.start..<field.end
    lastGroup = groupsByName[name] ?? addGroup(named: name)
    return lastGroup
  }

  private func isSame(_ a: CSVScanner.Field, _ b: CSVScanner.Field) -> Bool {
    guard a.end - a.start == b.end - b.start, let base = scanner.bytes.baseAddress else { return false }
    return memcmp(base + a.start, base + b.start, a.end - a.start) == 0
  }

  private mutating func addGroup(named name: String) -> Int {
    let builders = header.columns.map { column -> CSVColumnBuilder? in
      switch column {
      case .property(_, let type): CSVColumnBuilder(type: type, pool: pool)
      case .id, .startID, .endID:
        CSVColumnBuilder(type: CSVColumnType(.string), pool: pool, form: idsAreIntegers ? .identifiers : .names)
      case .labels, .type, .ignored: nil
      }
    }
    let names = header.isNodes ? CSVLabels.labels(of: name) : [name]
    groups.append(Group(names: names, builders: builders))
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

  private func batch(of group: Group) -> CSVBatch {
    var properties: [(key: String, values: Vector)] = []
    var identifiers: [CSVHeader.Column: Vector] = [:]
    var idKey: String?
    for (column, builder) in zip(header.columns, group.builders) {
      guard let values = builder?.vector(group.count) else { continue }
      switch column {
      case .property(let key, _):
        if case .constant(.null, _) = values.storage { continue }
        properties.append((key, values))
      case .id(let key):
        idKey = key
        identifiers[.id(nil)] = values
      default: identifiers[column] = values
      }
    }
    let columns: CSVBatch.Columns
    if let ids = identifiers[.id(nil)] {
      if let idKey { properties.insert((idKey, ids), at: 0) }
      columns = .nodes(NodeColumns(labels: group.names, externalIDs: ids, properties: properties))
    } else {
      columns = .relationships(
        RelationshipColumns(
          type: group.names[0], sourceIDs: identifiers[.startID]!, targetIDs: identifiers[.endID]!, properties: properties))
    }
    return CSVBatch(columns: columns, idKey: idKey, file: input.name, records: group.records)
  }
}
