import ArgumentParser

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load a graph from files.",
    discussion: """
      SOURCE is a folder of CSV files with typed headers (id:ID,name:STRING,:LABEL for nodes, :START_ID,:END_ID,:TYPE for \
      relationships), one such file, a .jsonl file or a .cypher script. A broken source is refused whole.
      """)

  @Argument(help: "What to load.") var source: String
  @Option(help: "The graph file; made if it is not there.") var graph: String

  func run() throws {
    let isNew = !FileSystem.exists(graph)
    do {
      let store = try reportingFailures { try GraphSource.file(graph).open(mode: .create) }
      var progress = Progress("importing")
      defer { progress.clear() }
      try GraphImport(store: store).run(from: source) { progress.show(done: $0, of: $1) }
      try reportingFailures { try store.close() }
      let snapshot = store.snapshot
      progress.clear()
      StandardError.write("\(graph): \(snapshot.nodeCount) nodes, \(snapshot.relationshipCount) relationships\n")
    } catch {
      if isNew { FileSystem.removeGraph(graph) }
      throw error
    }
  }
}
