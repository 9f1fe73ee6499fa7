import ArgumentParser
import CPlatform
import Documents
import Graph
import Shell

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents into a graph.",
    discussion: """
      A SOURCE is a file, a folder with everything below it, or a pattern such as 'news/*.html'. Read are text, Markdown, HTML, \
      mail (.eml) with what was sent along, JSON Lines of articles (title, date, source, author, url, text), and PDF where \
      pdftotext is installed. A folder's corrections.cypher is run last.

      The same document twice changes nothing; one that has changed replaces what came from its old text. Each document is one \
      transaction: after Ctrl-C the same command goes on where it was. What cannot be read is reported and left out, and the \
      exit code is 1. Of a text that is not in English only the sentences are kept, for searching.
      """)

  @Argument(help: ArgumentHelp("The documents.", valueName: "source")) var sources: [String]
  @Option(help: "The graph file; made if it is not there.") var graph: String
  @Option(help: "The day of a document that does not say it, such as 2013-01-11.") var date: String?
  @Option(help: "The title of a document that does not say it.") var title: String?

  func run() throws {
    let day = try date.map { text in
      guard let day = DocumentReader.date(from: text) else {
        throw ValidationError("\(text) is no day; expected one such as 2013-01-11")
      }
      return day
    }
    platform_catch_interrupt()
    let report = try ingest(day)
    if report.wasInterrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
    if report.failedCount > 0 { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  private func ingest(_ day: CalendarDate?) throws -> IngestionReport {
    let isNew = !FileSystem.exists(graph)
    let store = try GraphSource.file(graph).open(mode: .create)
    // Where nothing was read there is nothing to keep; what was read stays, whatever happens afterwards.
    defer { if isNew, store.snapshot.nodeCount == 0 { FileSystem.removeGraph(graph) } }
    var progress = IngestionProgress()
    var ingestion = DocumentIngestion(store: store, title: title, date: day)
    ingestion.isInterrupted = { platform_interrupted() }
    let report = try ingestion.ingest(sources) { step in
      progress.show(step)
      switch step.outcome {
      case .failed(let message): progress.interject("error: \(message)\n")
      case .known where step.total <= Self.largestListedCount, .read(_, _, .some) where step.total <= Self.largestListedCount:
        progress.interject(step.text + "\n")
      default: break
      }
    }
    progress.clear()
    let snapshot = store.snapshot
    try reportingFailures { try store.close() }
    StandardError.write(
      "\(graph): \(report.text), \(Count.of(snapshot.nodeCount, "node")), "
        + Count.of(snapshot.relationshipCount, "relationship") + "\n")
    if report.wasInterrupted {
      StandardError.write(
        "interrupted after \(report.doneCount) of \(Count.of(report.total, "document")); the same command goes on from there\n")
    }
    return report
  }

  /// Of more documents only the number that the graph has already is told.
  private static let largestListedCount = 100
}

extension IngestionReport {
  /// `3 documents read, 1 of them in place of an older text, 2 known already, 1 could not be read`.
  var text: String {
    var parts = [Count.of(readCount, "document") + " read"]
    if replacedCount > 0 { parts.append("\(replacedCount) of them in place of an older text") }
    if copyCount > 0 { parts.append("\(copyCount) linked to one of nearly the same text") }
    if foreignCount > 0 { parts.append("\(foreignCount) in another language than English, for searching only") }
    if knownCount > 0 { parts.append("\(knownCount) known already") }
    if failedCount > 0 { parts.append("\(failedCount) could not be read") }
    return parts.joined(separator: ", ")
  }
}
