import CPlatform
import Cypher
import Foundation
import Graph
import GraphStorage
import Interchange
import Query
import Shell

/// The shell's graph: a store, the engine over it, and the readers and writers around it.
final class GraphWorkspace: Workspace {
  private var source: GraphSource
  private var store: GraphStore
  private var engine: QueryEngine
  private(set) var isReadOnly: Bool
  /// Whether the file has come to be with this session, which takes it away again if nothing is ever written.
  private var isMade: Bool
  /// Where LOAD CSV finds its files.
  private let tables: any TableSource

  /// How many corrections of the graph stand in its file of corrections, or came from there.
  private var recordedCorrectionCount = 0

  /// Whoever asks is about to run a statement: what the one before has decided is put on record first.
  var session: any CypherSession {
    try? recordCorrections()
    return engine
  }
  var name: String { source.name }
  var path: String? {
    switch source {
    case .memory: nil
    case .file(let path), .folder(let path), .script(let path): path
    }
  }

  /// - Parameter tables: where LOAD CSV finds its files.
  /// - Throws: a failure with status 3 if the graph cannot be opened.
  init(_ path: String?, readOnly: Bool, isQuiet: Bool, tables: any TableSource) throws(Failure) {
    self.tables = tables
    source = GraphSource(path)
    (store, isReadOnly, isMade) = try Self.open(source, readOnly: readOnly, isQuiet: isQuiet)
    engine = QueryEngine(store: store)
    engine.tables = tables
    recordedCorrectionCount = CorrectionFile.count(of: store.snapshot)
  }

  func close() throws(Failure) {
    try recordCorrections()
    let isEmpty = store.snapshot.nodeCount == 0 && store.snapshot.schemaDefinitions.isEmpty
    try reportingFailures { try store.close() }
    if isMade, isEmpty, let file = source.filePath { FileSystem.removeGraph(file) }
  }

  /// Adds to the file of corrections what has been decided since.
  private func recordCorrections() throws(Failure) {
    let count = CorrectionFile.count(of: store.snapshot)
    guard count > recordedCorrectionCount, let file = CorrectionFile(of: source) else { return }
    try file.append(Array(CorrectionFile.statements(of: store.snapshot).suffix(count - recordedCorrectionCount)))
    recordedCorrectionCount = count
  }

  /// A graph file that is not there is made, if its name says that it is to be one.
  private static func open(
    _ source: GraphSource, readOnly: Bool, isQuiet: Bool
  ) throws(Failure) -> (store: GraphStore, isReadOnly: Bool, isMade: Bool) {
    let isMade = source.filePath.map { !FileSystem.exists($0) } ?? false
    var progress = IngestionProgress()
    defer { progress.clear() }
    let mayMake = source.filePath?.hasSuffix(".dossier") ?? false
    let store = try source.open(mode: readOnly ? .readOnly : mayMake ? .create : .readWrite) { step in
      if !isQuiet { progress.show(step) }
    }
    return (store, readOnly && source.filePath != nil, isMade)
  }

  func open(_ path: String?, readOnly: Bool) throws(ShellError) {
    try requireNoTransaction()
    try reportingToShell {
      let next = GraphSource(path)
      // A file cannot be open twice for writing, so its own graph is given up first.
      if next == source { try close() }
      let opened = try Self.open(next, readOnly: readOnly, isQuiet: false)
      if next != source { try close() }
      (source, store, isReadOnly, isMade) = (next, opened.store, opened.isReadOnly, opened.isMade)
      engine = QueryEngine(store: store)
      engine.tables = tables
      recordedCorrectionCount = CorrectionFile.count(of: store.snapshot)
    }
  }

  func save(to path: String?) throws(ShellError) -> String {
    try requireNoTransaction()
    return try reportingToShell {
      if let own = source.filePath, path == nil || path == own {
        try store.checkpoint()
        isMade = false
        return own
      }
      guard let path else {
        throw ShellError(.usage, "the graph is in memory and has no file", hint: "name one: :save FILE.dossier")
      }
      try store.save(to: path)
      return path
    }
  }

  func ingest(_ paths: [String], progress: (String) -> Void) throws(ShellError) -> [String] {
    try requireNoTransaction()
    return try reportingToShell {
      var lines: [String] = []
      var ingestion = DocumentIngestion(store: store)
      ingestion.isInterrupted = { platform_interrupted() }
      let report = try ingestion.ingest(paths) { step in
        progress("reading \(step.done) of \(step.total): \(step.name)")
        lines.append(step.text)
      }
      if report.wasInterrupted { lines.append("interrupted after \(report.doneCount) of \(Count.of(report.total, "document"))") }
      return lines
    }
  }

  func importGraph(from path: String, progress: (String) -> Void) throws(ShellError) -> String {
    try requireNoTransaction()
    return try reportingToShell {
      let before = store.snapshot
      var lastPercent = -1
      try GraphImport(store: store).run(from: path) { done, total in
        let percent = total > 0 ? done * 100 / total : 100
        if percent != lastPercent { progress("importing \(percent) %") }
        lastPercent = percent
      }
      let after = store.snapshot
      return "\(path): \(Count.of(after.nodeCount - before.nodeCount, "node")), "
        + "\(Count.of(after.relationshipCount - before.relationshipCount, "relationship")) added"
    }
  }
}

// MARK: - Other formats

extension GraphWorkspace {
  var exportFormats: [String] { GraphFormat.allCases.map(\.name).sorted() }

  func exportFormat(ofPath path: String) -> String? { GraphFormat(path: path)?.name }

  func exportText(_ selection: GraphSelection, format: String) throws(ShellError) -> String {
    try reportingToShell {
      let format = try known(format)
      guard !format.isFolder, !format.isDrawing else {
        throw ShellError(.usage, "\(format.name) is not one text", hint: "name a file: :export \(format.name) FILE")
      }
      let output = ByteOutput()
      let source = store.snapshot
      _ = try GraphExport(format: format, drawing: DOTOptions(extent: .all), schema: schema(selection)).write(
        elements(selection), to: output)
      try source.checkIntact()
      return output.text
    }
  }

  func export(
    _ selection: GraphSelection, format: String, to path: String, drawsAll: Bool
  ) throws(ShellError) -> String? {
    try reportingToShell {
      let drawing = DOTOptions(extent: drawsAll ? .all : selection.isWholeGraph ? .overview : .given)
      return try GraphExport(
        format: try known(format), drawing: drawing, schema: schema(selection), source: store.snapshot
      ).write(elements(selection), to: path)
    }
  }

  private func known(_ format: String) throws(ShellError) -> GraphFormat {
    guard let known = GraphFormat(rawValue: format) else {
      throw ShellError(.usage, "no format `\(format)`", hint: "there are \(exportFormats.joined(separator: ", "))")
    }
    return known
  }

  /// A part of a graph has no schema.
  private func schema(_ selection: GraphSelection) -> SchemaDefinitions {
    if case .wholeGraph = selection { store.snapshot.schemaDefinitions } else { SchemaDefinitions() }
  }

  private func elements(_ selection: GraphSelection) -> any ElementSource {
    switch selection {
    case .wholeGraph: store.snapshot.elements()
    case .elements(let elements): ElementList(elements)
    }
  }
}

// MARK: - Failures

extension GraphWorkspace {
  /// The store has one writer, and that is the transaction.
  private func requireNoTransaction() throws(ShellError) {
    guard engine.transactionState == .none else {
      throw ShellError(.unavailable, "a transaction is open", hint: ":commit or :rollback ends it")
    }
  }

  private func reportingToShell<Result>(_ body: () throws -> Result) throws(ShellError) -> Result {
    do {
      return try body()
    } catch let error as ShellError {
      throw error
    } catch {
      let failure = Failure(any: error)
      throw ShellError(failure.status == .unopenable ? .graph : .file, failure.message)
    }
  }
}
