import Foundation
import Graph
import GraphStorage
import Interchange

/// The Cypher script in which decisions about a graph are kept, to be run again whenever its documents are read:
/// `corrections.cypher` in a folder of documents, `NAME.corrections.cypher` beside a graph file `NAME.dossier`.
struct CorrectionFile {
  let path: String

  /// Nil for a graph that comes from nowhere.
  init?(of source: GraphSource) {
    switch source {
    case .folder(let folder): path = (folder.hasSuffix("/") ? folder : folder + "/") + DocumentSources.correctionsName
    case .file(let file): path = Self(graphFile: file).path
    case .memory, .script: return nil
    }
  }

  init(graphFile file: String) {
    let stem = file.hasSuffix(".dossier") ? String(file.dropLast(".dossier".count)) : file
    path = stem + "." + DocumentSources.correctionsName
  }

  /// The statements that the graph remembers, in the order in which they were made.
  static func statements(of snapshot: GraphSnapshot) -> [String] {
    guard let label = snapshot.labelID("Correction"), let statement = snapshot.propertyKeyID("statement"),
      let number = snapshot.propertyKeyID("number")
    else { return [] }
    var found: [(number: Int64, statement: String)] = []
    for node in snapshot.allNodes(label) {
      guard case .integer(let number) = snapshot.property(number, of: node),
        case .string(let statement) = snapshot.property(statement, of: node)
      else { continue }
      found.append((number, statement))
    }
    return found.sorted { $0.number < $1.number }.map(\.statement)
  }

  static func count(of snapshot: GraphSnapshot) -> Int {
    snapshot.labelID("Correction").map { snapshot.nodeCount($0) } ?? 0
  }

  /// Appends the statements that the file does not have, the file made if it is not there.
  func append(_ statements: [String]) throws(Failure) {
    let old = FileSystem.exists(path) ? (try? String(contentsOfFile: path, encoding: .utf8)) : ""
    guard let old else { throw Failure(.failed, "\(path): cannot be read as UTF-8, so that corrections are not added to it") }
    let new = statements.filter { !old.contains($0) }
    guard !new.isEmpty else { return }
    let gap = old.isEmpty || old.hasSuffix("\n") ? "" : "\n"
    try reportingFailures {
      try (old + gap + new.map { $0 + ";\n" }.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
