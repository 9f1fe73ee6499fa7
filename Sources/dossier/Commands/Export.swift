import ArgumentParser
import Cypher
import Graph
import GraphStorage
import Interchange
import Query

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph, or the part that a query returns, in another format.",
    discussion: "GRAPH is a graph file, a folder of documents or a .cypher script.")

  @Argument(help: "The graph.") var graph: String
  @Option(help: "The format; else what the output's name says.") var format: GraphFormat?
  @Option(name: .shortAndLong, help: "The file, or the folder for csv; else standard output.") var output: String?
  @Option(help: "Only what this query returns, with the ends of its relationships.") var query: String?
  @Option(help: "What the frames of a drawing stand for.") var cluster: DOTOptions.Clustering?
  @Option(help: "A title for drawings.") var title: String?
  @Flag(help: "Draw everything, however large, and with the passages in documents.") var all = false

  func run() throws {
    let drawing = DOTOptions(
      clustering: cluster, extent: all ? .all : query == nil ? .overview : .given, title: title)
    var export = GraphExport(format: try chosenFormat(), drawing: drawing)
    let store = try GraphSource(graph).open(mode: .readOnly)
    export.source = store.snapshot
    let remark: String?
    if let query {
      remark = try export.write(try elements(of: query, in: store), to: output)
    } else {
      export.schema = store.snapshot.schemaDefinitions
      remark = try export.write(store.snapshot.elements(), to: output)
    }
    if let remark { StandardError.write("note: \(remark)\n") }
  }

  private func chosenFormat() throws -> GraphFormat {
    let names = GraphFormat.allCases.map(\.name).joined(separator: ", ")
    if let format { return format }
    guard let output, let format = GraphFormat(path: output) else {
      throw ValidationError("the format is not said; add --format with one of \(names)")
    }
    return format
  }

  private func elements(of query: String, in store: GraphStore) throws(Failure) -> ElementList {
    do throws(CypherError) {
      var found = ElementSet()
      let result = try QueryEngine(store: store).run(query, parameters: [:])
      while let records = try result.nextRecords() {
        for record in records { for value in record { found.add(value) } }
      }
      // A relationship is written after both its ends, whether the query returned them or not.
      for end in found.missingNodes { found.add(.node(store.snapshot.node(end))) }
      return ElementList(found.elements)
    } catch {
      throw Failure(error, in: query)
    }
  }
}

extension GraphFormat: ExpressibleByArgument {}
extension DOTOptions.Clustering: ExpressibleByArgument {}
