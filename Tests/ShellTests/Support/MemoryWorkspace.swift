import Cypher
import Graph

@testable import Shell

/// A workspace without files: remembers what it was asked to do.
final class MemoryWorkspace: Workspace {
  let scripted = ScriptedSession()
  var session: any CypherSession { scripted }
  var name = "bridge"
  var path: String?
  var isReadOnly = false
  private(set) var log: [String] = []

  func open(_ path: String?, readOnly: Bool) throws(ShellError) {
    if path == "missing.dossier" { throw ShellError(.graph, "cannot open missing.dossier: there is no such file") }
    log.append("open \(path ?? "nothing") \(readOnly)")
    self.path = path
    isReadOnly = readOnly
  }

  func save(to path: String?) throws(ShellError) -> String {
    log.append("save \(path ?? "nowhere")")
    return path ?? "bridge.dossier"
  }

  func ingest(_ paths: [String], progress: (String) -> Void) throws(ShellError) -> [String] {
    log.append("ingest \(paths.joined(separator: ","))")
    return paths.map { "\($0): 3 entities" }
  }

  func importGraph(from path: String, progress: (String) -> Void) throws(ShellError) -> String {
    log.append("import \(path)")
    return "12 nodes"
  }

  let exportFormats = ["cypher", "dot", "jsonl"]

  func exportFormat(ofPath path: String) -> String? {
    path.split(separator: ".").last.map(String.init)
  }

  func exportText(_ selection: GraphSelection, format: String) throws(ShellError) -> String {
    switch selection {
    case .wholeGraph: "\(format) of everything\n"
    case .elements(let elements): "\(format) of \(elements.count) elements\n"
    }
  }

  func export(
    _ selection: GraphSelection, format: String, to path: String, drawsAll: Bool
  ) throws(ShellError) -> String? {
    log.append("export \(path): \(try exportText(selection, format: format))")
    return nil
  }
}
