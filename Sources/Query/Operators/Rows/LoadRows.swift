import Cypher
import Graph

/// LOAD CSV: for each row of the input the records of a file, as maps or lists, read as they are asked for.
final class LoadRows: RowExpansion {
  struct Shape {
    var hasHeaders: Bool
    var separator: UInt8
    /// Which columns are wanted: the row, its line, its file.
    var givesRow: Bool
    var givesLine: Bool
    var givesFile: Bool
    /// Of what stands behind FROM.
    var span: SourceSpan
  }

  private let source: any CompiledExpression
  private let shape: Shape
  private var sources = Vector.nulls(count: 0)
  private var reader: (any TableReader)?
  private var header: [String] = []
  private var rows = VectorBuilder()
  private var lines: [Int64] = []
  private var files = VectorBuilder()

  init(layout: RowLayout, input: Operator, kept: [Int], source: any CompiledExpression, shape: Shape) {
    self.source = source
    self.shape = shape
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    sources = try source.evaluate(batch, context.evaluation)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    do throws(CypherError) {
      if reader == nil { reader = try open(sources[Int(row)], context) }
      guard let reader else { return (0, true) }
      var count = 0
      while count < limit {
        guard let fields = try reader.next() else {
          self.reader = nil
          return (count, true)
        }
        try take(fields, of: reader)
        count += 1
      }
      return (count, false)
    } catch {
      var failure = error
      failure.span = failure.span ?? shape.span
      throw failure
    }
  }

  private func open(_ source: Value, _ context: ExecutionContext) throws(CypherError) -> any TableReader {
    guard case .string(let address) = source else {
      throw .invalidType("LOAD CSV takes the name of a file as a String, found \(source.type.phrase)", at: shape.span)
    }
    guard let tables = context.evaluation.tables else {
      throw CypherError(
        .executionError, "FileAccessDenied", phase: .runtime, "LOAD CSV may read no file here",
        hint: "a shell that is started with --allow-files FOLDER may read the files of that folder")
    }
    let reader = try tables.open(address, separator: shape.separator)
    if shape.hasHeaders { header = try Self.header(of: reader) }
    return reader
  }

  private static func header(of reader: any TableReader) throws(CypherError) -> [String] {
    let names = try reader.next() ?? []
    var seen: Set<String> = []
    for name in names.compactMap({ $0 }) where !seen.insert(name).inserted {
      throw .malformedTable(
        "the header has two columns named `\(name)`", reader, hint: "rename one, or leave WITH HEADERS out and take rows as lists"
      )
    }
    return names.map { $0 ?? "" }
  }

  private func take(_ fields: [String?], of reader: any TableReader) throws(CypherError) {
    if shape.hasHeaders, fields.count > header.count {
      throw .malformedTable(
        "found \(fields.count) fields, expected at most \(header.count) as in the header", reader,
        hint: "put texts that hold the separator between quotes, or name it with FIELDTERMINATOR")
    }
    if shape.givesLine { lines.append(Int64(reader.line)) }
    if shape.givesFile { files.append(.string(reader.path)) }
    guard shape.givesRow else { return }
    let values = fields.map { $0.map { Value.string($0) } ?? .null }
    guard shape.hasHeaders else { return rows.append(.list(values)) }
    // A column without a name is left out; a field that is missing at the end of a record is null.
    var entries: [(String, Value)] = []
    for (place, name) in header.enumerated() where !name.isEmpty {
      entries.append((name, place < values.count ? values[place] : .null))
    }
    rows.append(.map(PropertyMap(entries)))
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    if shape.givesRow { columns.append(rows.finish()) }
    if shape.givesLine {
      columns.append(Vector(.integers(lines)))
      lines = []
    }
    if shape.givesFile { columns.append(files.finish()) }
    return columns
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    sources = .nulls(count: 0)
    reader = nil
    header = []
    rows = VectorBuilder()
    lines = []
    files = VectorBuilder()
  }
}

extension CypherError {
  /// A record that cannot be taken as it is.
  static func malformedTable(_ message: String, _ reader: any TableReader, hint: String?) -> CypherError {
    CypherError(
      .executionError, "MalformedTable", phase: .runtime, "\(reader.path), line \(reader.line): \(message)", hint: hint)
  }
}
