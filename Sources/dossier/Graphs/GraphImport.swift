import CPlatform
import Foundation
import Graph
import GraphStorage
import Interchange
import Shell

/// Brings the graph in files into a store: all of it or nothing.
struct GraphImport {
  let store: GraphStore

  /// Makes a new graph file of what `path` holds.
  /// - Returns: how many nodes and relationships it has.
  static func create(
    _ graph: String, from path: String, progress: (_ done: Int, _ total: Int) -> Void
  ) throws(Failure) -> (nodes: Int, relationships: Int) {
    let format = try format(of: path)
    guard format == .csv || format == .jsonLines else {
      let store = try reportingFailures { try GraphStore.open(graph, mode: .create) }
      try GraphImport(store: store).run(from: path, progress: progress)
      try reportingFailures { try store.close() }
      return (store.snapshot.nodeCount, store.snapshot.relationshipCount)
    }
    return try reportingFailures {
      try GraphStore.create(graph) { loader in
        try load(format, from: path, loader, progress)
        return (loader.nodeCount, loader.relationshipCount)
      }
    }
  }

  /// Adds what `path` holds: a folder of CSV files or one of them, JSON Lines, or a Cypher script.
  ///
  /// - Parameter progress: takes how much of how much is done.
  func run(from path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(Failure) {
    let format = try Self.format(of: path)
    guard format == .csv || format == .jsonLines else {
      return try ScriptRun(store: store).run(file: path, isAtomic: true, progress: progress)
    }
    try reportingFailures {
      let loader = try BulkLoader(store)
      try Self.load(format, from: path, loader, progress)
      try loader.finish()
    }
  }

  /// Ends with an error where the process has been interrupted meanwhile.
  private static func load(
    _ format: GraphFormat, from path: String, _ loader: BulkLoader, _ progress: (Int, Int) -> Void
  ) throws {
    // A process that is simply ended would leave what it has written.
    platform_catch_interrupt()
    func note(_ done: Int, _ total: Int) throws {
      progress(done, total)
      if platform_interrupted() { throw Failure(.interrupted, "interrupted: nothing was loaded") }
    }
    try format == .csv ? loadCSV(from: path, loader, note) : loadJSONLines(from: path, loader, note)
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

  private static func loadCSV(from path: String, _ loader: BulkLoader, _ progress: (Int, Int) throws -> Void) throws {
    var reader = try CSVReader(paths: [path])
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
        throw located(error, batch)
      }
      try progress(done.done, done.total)
    }
    try loader.createUniqueConstraints(
      identities.sorted { $0.lexicographicallyPrecedes($1) }.map { (label: $0[0], key: $0[1]) })
  }

  private static func loadJSONLines(from path: String, _ loader: BulkLoader, _ progress: (Int, Int) throws -> Void) throws {
    var reader = JSONLinesReader(try InputBytes(path: path))
    while let elements = try reader.next() {
      for element in elements { try loader.add(element) }
      try progress(reader.progress.done, reader.progress.total)
    }
  }

  /// The same refusal with the file and, where one row is to blame, the record.
  private static func located(_ error: any Error, _ batch: CSVBatch) -> any Error {
    guard let error = error as? StorageError else { return error }
    let record = error.row.map { Int(batch.records[$0]) }
    return InterchangeError(.inconsistent, error.message, remedy: error.remedy, file: batch.file, record: record)
  }
}
