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
/// written as one, else texts.
public struct CSVReader {
  private let files: [(input: InputBytes, header: CSVHeader, scanner: CSVScanner)]
  private let idsAreIntegers: Bool
  private let pool: StringPool
  private let byteCount: Int
  private var finishedByteCount = 0
  private var nextFile = 0
  private var current: CSVFileReader?

  /// - Parameters:
  ///   - paths: files, or folders, of which every file that ends in `.csv` is taken.
  ///   - pool: takes the texts of every file.
  public init(paths: [String], pool: StringPool) throws(InterchangeError) {
    var nodes: [(InputBytes, CSVHeader, CSVScanner)] = []
    var relationships: [(InputBytes, CSVHeader, CSVScanner)] = []
    for path in try Self.files(of: paths) {
      let input = try InputBytes(path: path)
      var scanner = CSVScanner(input.bytes)
      do {
        let header = try Self.header(of: &scanner)
        if header.isNodes { nodes.append((input, header, scanner)) } else { relationships.append((input, header, scanner)) }
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
    idsAreIntegers = try Self.areIntegers(nodes)
    files = nodes + relationships
    byteCount = files.reduce(0) { $0 + $1.input.bytes.count }
    self.pool = pool
  }

  /// The number of bytes read so far, and of all, for a progress bar.
  public var progress: (done: Int, total: Int) { (finishedByteCount + (current?.position ?? 0), byteCount) }

  /// The next rows, nil at the end. Errors name file, record and column.
  public mutating func next() throws(InterchangeError) -> CSVBatch? {
    while true {
      if let batch = try current?.next() { return batch }
      if let current { finishedByteCount += current.input.bytes.count }
      current = nil
      guard nextFile < files.count else { return nil }
      let file = files[nextFile]
      current = CSVFileReader(
        file.input, header: file.header, scanner: file.scanner, idsAreIntegers: idsAreIntegers, pool: pool)
      nextFile += 1
    }
  }

  private static func header(of scanner: inout CSVScanner) throws(InterchangeError) -> CSVHeader {
    var fields: [CSVScanner.Field] = []
    guard try scanner.next(into: &fields) else {
      throw InterchangeError(.malformed, "the file is empty, expected a header such as `id:ID,name:STRING,:LABEL`")
    }
    return try CSVHeader(fields: fields.map(scanner.text))
  }

  /// One look at the id columns before anything is handed out, because a text in the last row makes texts of all.
  private static func areIntegers(_ files: [(InputBytes, CSVHeader, CSVScanner)]) throws(InterchangeError) -> Bool {
    var fields: [CSVScanner.Field] = []
    for (input, header, start) in files {
      var scanner = start
      let column = header.columns.firstIndex { if case .id = $0 { true } else { false } }!
      do {
        while try scanner.next(into: &fields) {
          guard column < fields.count else { continue }
          let field = fields[column]
          let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
          if CSVText.canonicalInteger(bytes) == nil { return false }
        }
      } catch {
        var error = error
        error.file = input.name
        throw error
      }
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
