import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a graph from CSV files with typed headers, straight into typed columns: first the files of nodes, then those of
/// relationships, each by name.
///
/// A file without `:LABEL` or `:TYPE` column takes its own name for it. Cells are as their column says (see `CSVHeader`); an
/// empty cell leaves the property out, `""` is an empty text or list. Ids are integers if every id of every node file is
/// written as one, else texts. Large files are read in chunks on all workers; the batches come in the order of the files.
public struct CSVReader {
  private let byteCount: Int
  private var finishedByteCount = 0
  private var queue: CSVChunkQueue<CSVChunkContent>
  /// The batches of the last chunk, the next one last.
  private var batches: [CSVBatch] = []
  /// The records of the file before the next chunk.
  private var recordCount = 0

  /// - Parameters:
  ///   - paths: files, or folders, of which every file that ends in `.csv` is taken.
  ///   - chunkByteCount: how much of a file a worker reads at once.
  public init(paths: [String], chunkByteCount: Int = 1 << 20) throws(InterchangeError) {
    var nodes: [CSVFile] = []
    var relationships: [CSVFile] = []
    // All are opened before the first is read, so that the disk looks for all headers at once.
    var inputs: [(path: String, bytes: InputBytes)] = []
    for path in try Self.files(of: paths) { inputs.append((path, try InputBytes(path: path))) }
    for (path, input) in inputs {
      var scanner = CSVScanner(input.bytes)
      do {
        let header = try Self.header(of: &scanner)
        let file = CSVFile(input: input, header: header, start: scanner.position)
        if header.isNodes { nodes.append(file) } else { relationships.append(file) }
      } catch {
        var error = error
        error.file = path
        throw error
      }
    }
    guard !nodes.isEmpty else {
      throw InterchangeError(
        .malformed, "none of the files has an :ID column", remedy: "add a file of nodes, with `id:ID` in its header",
        file: paths.joined(separator: ", "))
    }
    let idsAreIntegers = try Self.areIntegers(CSVChunk.cut(nodes, byteCount: chunkByteCount))
    byteCount = (nodes + relationships).reduce(0) { $0 + $1.input.bytes.count }
    queue = CSVChunkQueue(CSVChunk.cut(nodes + relationships, byteCount: chunkByteCount)) { chunk, start in
      let outcome = CSVChunkReader.read(chunk, from: start, idsAreIntegers: idsAreIntegers)
      chunk.file.input.forget(outcome.start..<outcome.end)
      return outcome
    }
  }

  /// The number of bytes read so far, and of all, for a progress bar.
  public var progress: (done: Int, total: Int) { (min(finishedByteCount, byteCount), byteCount) }

  /// The next rows, nil at the end. Errors name file, record and column.
  public mutating func next() throws(InterchangeError) -> CSVBatch? {
    while true {
      if let batch = batches.popLast() { return batch }
      guard let (chunk, outcome) = queue.pop() else { return nil }
      batches = try accept(outcome, of: chunk).reversed()
    }
  }

  /// Calls `body` with the rows that are left, a batch after the other but on whichever thread is free, while the next chunks are
  /// read. Errors are those of `next`, and those of `body`.
  public mutating func forEachBatch(_ body: (_ batch: CSVBatch, _ progress: (done: Int, total: Int)) throws -> Void) throws {
    while let batch = batches.popLast() { try body(batch, progress) }
    var refusal: (any Error)?
    do throws(InterchangeError) {
      var queue = self.queue
      try queue.forEach { chunk, outcome throws(InterchangeError) in
        for batch in try accept(outcome, of: chunk) {
          do {
            try body(batch, progress)
          } catch {
            refusal = error
            throw InterchangeError(.inconsistent, "whoever took the rows has refused them")
          }
        }
      }
      self.queue = queue
    } catch {
      throw refusal ?? error
    }
  }

  /// The batches of a chunk, the chunks before which have been accepted.
  private mutating func accept(
    _ outcome: CSVOutcome<CSVChunkContent>, of chunk: CSVChunk
  ) throws(InterchangeError) -> [CSVBatch] {
    // The header is record 1.
    if chunk.isFirst { recordCount = 1 }
    if var error = outcome.content.error {
      error.record = error.record.map { $0 + recordCount }
      throw error
    }
    var batches = outcome.content.batches
    for index in batches.indices { batches[index].advanceRecords(by: UInt32(recordCount)) }
    recordCount += outcome.content.recordCount
    finishedByteCount += outcome.end - outcome.start + (chunk.isFirst ? chunk.file.start : 0)
    return batches
  }

  private static func header(of scanner: inout CSVScanner) throws(InterchangeError) -> CSVHeader {
    var fields: [CSVScanner.Field] = []
    guard try scanner.next(into: &fields) else {
      throw InterchangeError(.malformed, "the file is empty, expected a header such as `id:ID,name:STRING,:LABEL`")
    }
    return try CSVHeader(fields: fields.map(scanner.text))
  }

  /// One look at the id columns before anything is handed out, because a text in the last row makes texts of all.
  private static func areIntegers(_ chunks: [CSVChunk]) throws(InterchangeError) -> Bool {
    var queue = CSVChunkQueue<IDSurvey>(chunks) { chunk, start in
      let outcome = IDSurvey.of(chunk, from: start)
      chunk.file.input.forget(outcome.start..<outcome.end)
      return outcome
    }
    var recordCount = 1
    while let (chunk, outcome) = queue.pop() {
      if chunk.isFirst { recordCount = 1 }
      if var error = outcome.content.error {
        error.record = error.record.map { $0 + recordCount }
        throw error
      }
      if !outcome.content.areIntegers { return false }
      recordCount += outcome.content.recordCount
    }
    return true
  }

  private static func files(of paths: [String]) throws(InterchangeError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard let folder = opendir(path) else {
        files.append(path)
        continue
      }
      defer { closedir(folder) }
      var found: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.lowercased().hasSuffix(".csv") { found.append(path.hasSuffix("/") ? path + name : "\(path)/\(name)") }
      }
      if found.isEmpty {
        throw InterchangeError(.cannotOpen, "the folder has no file that ends in .csv", file: path)
      }
      files += found.sorted()
    }
    return files
  }
}

/// Whether the ids of a chunk of nodes are all written as integers.
private struct IDSurvey {
  var areIntegers = true
  var recordCount = 0
  var error: InterchangeError?

  static func of(_ chunk: CSVChunk, from start: Int) -> CSVOutcome<IDSurvey> {
    var survey = IDSurvey()
    var scanner = CSVScanner(chunk.file.input.bytes, from: start)
    let begin = scanner.position
    let column = chunk.file.header.columns.firstIndex { if case .id = $0 { true } else { false } }!
    let steps = chunk.file.header.columns.indices.map { $0 == column ? CSVPlainReader.Step.checkedIdentifier : .skipped }
    let plain = CSVPlainReader(bytes: scanner.bytes, steps: steps, pool: nil)
    var fields: [CSVScanner.Field] = []
    do throws(InterchangeError) {
      while true {
        plain.check(&scanner, before: chunk.limit)
        guard try scanner.next(into: &fields, before: chunk.limit) else { break }
        guard column < fields.count else { continue }
        let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[fields[column].start..<fields[column].end])
        if CSVText.canonicalInteger(bytes) == nil { survey.areIntegers = false }
      }
    } catch {
      survey.error = error
      survey.error?.file = chunk.file.input.name
    }
    survey.recordCount = scanner.record
    return CSVOutcome(content: survey, start: begin, end: scanner.position)
  }
}
