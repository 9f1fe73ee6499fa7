import Foundation
import GraphStorage
import Interchange
import Shell

/// What a user calls a graph: a graph file, a folder of documents, a Cypher script, or nothing for an empty graph in memory.
enum GraphSource: Equatable {
  case memory
  case file(String)
  case folder(String)
  case script(String)

  init(_ path: String?) {
    guard let path else {
      self = .memory
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      self = .folder(path)
    } else if GraphFormat(path: path) == .cypher {
      self = .script(path)
    } else {
      self = .file(path)
    }
  }

  /// The graph file's path; nil for a graph that lives in memory.
  var filePath: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// What a prompt calls the graph: the name of file or folder without its extension, or `memory`.
  var name: String {
    switch self {
    case .memory: "memory"
    case .file(let path), .folder(let path), .script(let path): URL(filePath: path).deletingPathExtension().lastPathComponent
    }
  }

  /// Opens the graph: a folder is read and its corrections are run, a script is run.
  ///
  /// - Parameter progress: takes a word on each document that is read.
  func open(mode: GraphStore.OpenMode, progress: (DocumentIngestion.Step) -> Void = { _ in }) throws(Failure) -> GraphStore {
    switch self {
    case .memory:
      return GraphStore()
    case .file(let path):
      if mode != .create, !FileManager.default.fileExists(atPath: path) {
        // A mistyped command is taken for a graph.
        let isWord = path.allSatisfy { $0.isLetter || $0 == "-" }
        throw Failure(
          .unopenable, "\(path): there is no such file" + (isWord ? " and no such command; --help lists the commands" : ""))
      }
      return try reportingFailures { try GraphStore.open(path, mode: mode) }
    case .folder(let path):
      let store = GraphStore()
      var (complaints, foreign): ([String], [String]) = ([], [])
      let report = try DocumentIngestion(store: store).ingest([path]) { step in
        switch step.outcome {
        case .failed(let message): complaints.append(message)
        case .read(_, _, .some): foreign.append(step.text)
        default: break
        }
        progress(step)
      }
      if report.readCount == 0, let complaint = complaints.first { throw Failure(.failed, complaint) }
      for complaint in complaints { StandardError.write("warning: left out: \(complaint)\n") }
      for text in foreign { StandardError.write("warning: \(text)\n") }
      return store
    case .script(let path):
      let store = GraphStore()
      try ScriptRun(store: store).run(file: path)
      return store
    }
  }
}
