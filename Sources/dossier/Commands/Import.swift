import ArgumentParser
import CPlatform
import Shell

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
    platform_keep_freed_memory()
    let isNew = !FileSystem.exists(graph)
    do {
      var progress = Progress("importing")
      defer { progress.clear() }
      let count = try isNew ? create { progress.show(done: $0, of: $1) } : add { progress.show(done: $0, of: $1) }
      progress.clear()
      StandardError.write(
        "\(graph): \(Count.of(count.nodes, "node")), \(Count.of(count.relationships, "relationship"))\n")
    } catch {
      if isNew { FileSystem.removeGraph(graph) }
      throw error
    }
  }

  private func create(_ progress: (Int, Int) -> Void) throws -> (nodes: Int, relationships: Int) {
    try GraphImport.create(graph, from: source, progress: progress)
  }

  private func add(_ progress: (Int, Int) -> Void) throws -> (nodes: Int, relationships: Int) {
    let store = try reportingFailures { try GraphSource.file(graph).open(mode: .create) }
    try GraphImport(store: store).run(from: source, progress: progress)
    try reportingFailures { try store.close() }
    return (store.snapshot.nodeCount, store.snapshot.relationshipCount)
  }
}
