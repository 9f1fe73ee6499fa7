import Foundation
import Graph
import GraphStorage
import Interchange
import Shell

/// Brings the graph in files into a store: all of it or nothing.
struct GraphImport {
  let store: GraphStore

  /// Adds what `path` holds: a folder of CSV files or one of them, JSON Lines, or a Cypher script.
  ///
  /// - Parameter progress: takes how much of how much is done.
  func run(from path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(Failure) {
    switch try Self.format(of: path) {
    case .csv: try reportingFailures { try importCSV(from: path, progress: progress) }
    case .jsonLines: try reportingFailures { try importJSONLines(from: path, progress: progress) }
    default: try ScriptRun(store: store).run(file: path, isAtomic: true, progress: progress)
    }
  }

  private static func format(of path: String) throws(Failure) -> GraphFormat {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.failed, "\(path): there is no such file or folder")
    }
    if isFolder.boolValue || path.lowercased().hasSuffix(".csv") { return .csv }
    guard let format = GraphFormat(path: path), format.isRead else {
      throw Failure(
        .usage, "\(path): the name says no format that can be read; expected a folder of .csv files, .jsonl or .cypher")
    }
    return format
  }

  private func importCSV(from path: String, progress: (Int, Int) -> Void) throws {
    var reader = try CSVReader(paths: [path])
    let loader = try BulkLoader(store)
    var identities: Set<[String]> = []
    try reader.forEachBatch { batch, done in
      do {
        switch batch.columns {
        case .nodes(let columns):
          try loader.add(columns)
          if let key = batch.idKey { identities.formUnion(columns.labels.map { [$0, key] }) }
        case .relationships(let columns): try loader.add(columns)
        }
      } catch {
        throw Self.located(error, batch)
      }
      progress(done.done, done.total)
    }
    for identity in identities.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try loader.createUniqueConstraint(label: identity[0], key: identity[1])
    }
    try loader.finish()
  }

  private func importJSONLines(from path: String, progress: (Int, Int) -> Void) throws {
    var reader = JSONLinesReader(try InputBytes(path: path))
    let loader = try BulkLoader(store)
    while let elements = try reader.next() {
      for element in elements { try loader.add(element) }
      progress(reader.progress.done, reader.progress.total)
    }
    try loader.finish()
  }

  /// The same refusal with the file and, where one row is to blame, the record.
  private static func located(_ error: any Error, _ batch: CSVBatch) -> any Error {
    guard let error = error as? StorageError else { return error }
    let record = error.row.map { Int(batch.records[$0]) }
    return InterchangeError(.inconsistent, error.message, remedy: error.remedy, file: batch.file, record: record)
  }
}
