import Documents
import Foundation
import Graph
import GraphStorage
import Synchronization

/// Reads documents into a graph, each in a transaction of its own, and runs the corrections of their folders last.
///
/// Documents are read on all threads and written one after the other in their order, so that the graph is the same however many
/// threads there are. What has been written stays when the reading is interrupted; the same command goes on from there and comes
/// to the same graph.
struct DocumentIngestion {
  /// Documents read while those before them are written.
  private static let batchCount = 32

  let store: GraphStore
  /// Used where a document itself does not say.
  var title: String?
  var date: CalendarDate?
  /// Asked after each document; true ends the reading there.
  var isInterrupted: () -> Bool = { false }

  init(store: GraphStore, title: String? = nil, date: CalendarDate? = nil) {
    self.store = store
    self.title = title
    self.date = date
  }

  /// What became of a document.
  enum Outcome {
    /// Read, and put in the place of its older text where it had one. `foreign`: what language it is in, if not English.
    case read(isReplacement: Bool, isCopy: Bool, foreign: String?)
    /// The graph has had it before.
    case known
    case failed(String)
  }

  /// How far the reading has come.
  struct Step {
    var name: String
    var outcome: Outcome
    var done: Int
    var total: Int
    /// Words read in all.
    var wordCount: Int

    /// `report.md: read`.
    var text: String {
      switch outcome {
      case .read(_, _, let language?):
        "\(name): the text is in \(language); only English is understood, so its sentences can be searched and no more is drawn "
          + "from it"
      case .read(true, _, _): "\(name): read in place of its older text"
      case .read(_, true, _): "\(name): read, and linked to a document of nearly the same text"
      case .read: "\(name): read"
      case .known: "\(name): the graph has this document already"
      case .failed(let message): "left out: \(message)"
      }
    }
  }

  /// Reads what the paths mean. The same document twice changes nothing, and one that has changed replaces what came from its
  /// old text.
  ///
  /// - Parameter progress: takes a word on each document, in their order.
  /// - Throws: a failure where no document is found, the graph cannot be written or corrections fail. A document that cannot be
  ///   read is none: it is an outcome.
  @discardableResult
  func ingest(_ paths: [String], progress: (Step) -> Void = { _ in }) throws(Failure) -> IngestionReport {
    let sources = try DocumentSources(paths)
    let folder = store.path.map { URL(filePath: $0).deletingLastPathComponent().path } ?? "."
    let documents = SourceDocument.documents(in: sources.files, relativeTo: folder)
    var report = IngestionReport(total: documents.count)
    var writer = DocumentWriter(store: store, folder: folder)
    try reportingFailures { try read(documents, with: &writer, into: &report, progress) }
    if !report.wasInterrupted { try correct(sources.corrections, hasRead: report.readCount > 0) }
    return report
  }

  /// Runs what humans have decided about the folders and about this graph.
  private func correct(_ scripts: [String], hasRead: Bool) throws(Failure) {
    let run = ScriptRun(store: store)
    for script in scripts { try run.run(file: script, isAtomic: true) }
    guard hasRead, let path = store.path else { return }
    let own = CorrectionFile(graphFile: path).path
    if FileSystem.exists(own) { try run.run(file: own, isAtomic: true) }
    for statement in CorrectionFile.statements(of: store.snapshot) { try run.run(statement, place: "a correction of the graph") }
  }

  /// While one worker writes what a batch has given, the others read the next one.
  private func read(
    _ documents: [SourceDocument], with writer: inout DocumentWriter, into report: inout IngestionReport,
    _ progress: (Step) -> Void
  ) throws {
    let known = writer.known
    var pending: [ReadDocument] = []
    var start = 0
    repeat {
      let batch = documents[start..<min(start + Self.batchCount, documents.count)]
      start += batch.count
      let results = Slots<ReadDocument>(count: batch.count)
      // The first piece is begun first, and only it touches the writer and the report.
      try withUnsafeMutablePointer(to: &writer) { writer in
        try withUnsafeMutablePointer(to: &report) { report in
          try WorkerPool.shared.run(pieceCount: batch.count + 1) { piece, _ in
            if piece == 0 {
              try write(pending, &writer.pointee, &report.pointee, progress)
            } else {
              let source = batch[batch.startIndex + piece - 1]
              results.fill(piece - 1, ReadDocument(source, options: DocumentOptions(title: title, date: date), known: known))
            }
          }
        }
      }
      pending = results.values
    } while !pending.isEmpty && !report.wasInterrupted
  }

  private func write(
    _ documents: [ReadDocument], _ writer: inout DocumentWriter, _ report: inout IngestionReport, _ progress: (Step) -> Void
  ) throws {
    for document in documents {
      if isInterrupted() {
        report.wasInterrupted = true
        return
      }
      let outcome = try writer.write(document)
      report.note(outcome, of: document)
      progress(
        Step(
          name: document.name, outcome: outcome, done: report.doneCount, total: report.total, wordCount: report.wordCount))
    }
  }
}

/// What became of many documents.
struct IngestionReport {
  let total: Int
  private(set) var readCount = 0
  private(set) var replacedCount = 0
  private(set) var copyCount = 0
  private(set) var foreignCount = 0
  private(set) var knownCount = 0
  private(set) var failedCount = 0
  private(set) var wordCount = 0
  fileprivate(set) var wasInterrupted = false

  var doneCount: Int { readCount + knownCount + failedCount }

  fileprivate init(total: Int) {
    self.total = total
  }

  fileprivate mutating func note(_ outcome: DocumentIngestion.Outcome, of document: ReadDocument) {
    switch outcome {
    case .read(let isReplacement, let isCopy, let foreign):
      readCount += 1
      if foreign != nil { foreignCount += 1 }
      if isReplacement { replacedCount += 1 }
      if isCopy { copyCount += 1 }
      wordCount += document.wordCount
    case .known: knownCount += 1
    case .failed: failedCount += 1
    }
  }
}

/// Results that many threads fill in, each its own.
private final class Slots<Element: Sendable>: Sendable {
  private let filled: Mutex<[Element?]>

  init(count: Int) {
    filled = Mutex(Array(repeating: nil, count: count))
  }

  func fill(_ index: Int, _ element: Element) { filled.withLock { $0[index] = element } }

  var values: [Element] { filled.withLock { $0.compactMap { $0 } } }
}
