import Documents
import Foundation
import Graph
import GraphStorage
import Interchange
import Shell

/// How far the reading of documents has come.
struct IngestionProgress {
  var file: String
  var done: Int
  var total: Int
  /// True where the graph has had the document before.
  var wasKnown: Bool
}

/// Reads documents into a graph, each in a transaction of its own, and runs the corrections of their folders last.
struct DocumentIngestion {
  static let correctionsName = "corrections.cypher"

  let store: GraphStore
  /// Used where a document itself does not say.
  var title: String?
  var date: CalendarDate?

  init(store: GraphStore, title: String? = nil, date: CalendarDate? = nil) {
    self.store = store
    self.title = title
    self.date = date
  }

  /// Reads files, and of folders every file that is a document, by name. The same document twice changes nothing.
  ///
  /// - Returns: a word on each document.
  @discardableResult
  func ingest(_ paths: [String], progress: (IngestionProgress) -> Void = { _ in }) throws(Failure) -> [IngestionProgress] {
    var files: [String] = []
    var corrections: [String] = []
    for path in paths {
      let found = try Self.documents(at: path)
      files += found.documents
      corrections += found.corrections
    }
    var outcomes: [IngestionProgress] = []
    for (index, file) in files.enumerated() {
      let isNew = try ingest(file: file)
      let outcome = IngestionProgress(file: file, done: index + 1, total: files.count, wasKnown: !isNew)
      outcomes.append(outcome)
      progress(outcome)
    }
    for script in corrections { try ScriptRun(store: store).run(file: script, isAtomic: true) }
    return outcomes
  }

  private func ingest(file: String) throws(Failure) -> Bool {
    try reportingFailures {
      let input = try InputBytes(path: file)
      let document = try DocumentReader().read(
        Array(input.bytes), named: file, options: DocumentOptions(title: title, date: date))
      let known = KnownGraph(store.snapshot.elements().all)
      guard !known.hasDocument(digest: document.digest) else { return false }
      let changes = ClaimGraphBuilder().changes(for: ReadingPipeline.standard.read(document), known: known)
      let transaction = try store.begin()
      do {
        _ = try transaction.apply(changes)
      } catch {
        transaction.rollback()
        throw error
      }
      try transaction.commit()
      return true
    }
  }

  /// The documents at a path and the corrections that belong to them.
  private static func documents(at path: String) throws(Failure) -> (documents: [String], corrections: [String]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.failed, "\(path): there is no such file or folder")
    }
    guard isFolder.boolValue else { return ([path], []) }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let documents = names.filter { !$0.hasPrefix(".") && DocumentFormat(fileName: $0) != nil }.map { "\(folder)/\($0)" }
    guard !documents.isEmpty else {
      let endings = DocumentFormat.allCases.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
      throw Failure(.failed, "\(path): the folder has no documents; expected files that end in \(endings)")
    }
    return (documents, names.contains(correctionsName) ? ["\(folder)/\(correctionsName)"] : [])
  }
}
