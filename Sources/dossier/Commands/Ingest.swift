import ArgumentParser
import Documents
import Graph

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents into a graph.",
    discussion: """
      A SOURCE is a text, Markdown or HTML file, or a folder of them, whose corrections.cypher is run last. \
      The same document twice changes nothing.
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
    let isNew = !FileSystem.exists(graph)
    do {
      let store = try GraphSource.file(graph).open(mode: .create)
      var progress = Progress("reading")
      let outcomes = try DocumentIngestion(store: store, title: title, date: day).ingest(sources) {
        progress.show(done: $0.done, of: $0.total, note: $0.file)
      }
      progress.clear()
      for outcome in outcomes where outcome.wasKnown {
        StandardError.write("\(outcome.file): the graph has this document already\n")
      }
      let snapshot = store.snapshot
      try reportingFailures { try store.close() }
      StandardError.write(
        "\(graph): \(outcomes.count { !$0.wasKnown }) documents read, \(snapshot.nodeCount) nodes, "
          + "\(snapshot.relationshipCount) relationships\n")
    } catch {
      if isNew { FileSystem.removeGraph(graph) }
      throw error
    }
  }
}
