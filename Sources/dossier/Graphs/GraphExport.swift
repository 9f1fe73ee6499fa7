import Foundation
import Graph
import GraphStorage
import Interchange
import Shell

/// Writes a graph, or part of one, in any format.
struct GraphExport {
  var format: GraphFormat
  var drawing = DOTOptions()
  /// Written where the format has words for it.
  var schema = SchemaDefinitions()
  /// Where the elements come from. A segment that cannot be read gives nulls instead, so it is asked in the end.
  var source: GraphSnapshot?

  /// Writes to a file or folder, or to standard output where `path` is nil.
  ///
  /// - Parameter elements: gone through several times.
  /// - Returns: a sentence on what was left out, nil where nothing was.
  func write(_ elements: some ElementSource, to path: String?) throws(Failure) -> String? {
    try reportingFailures {
      if format.isFolder {
        guard let path else {
          throw Failure(.usage, "\(format.name) is written to a folder; name it with --output")
        }
        try CSVWriter().write(elements, toFolder: path)
        try source?.checkIntact()
        return nil
      }
      if format.isDrawing {
        guard let path else {
          throw Failure(.usage, "\(format.name) is written to a file; name it with --output")
        }
        let dot = ByteOutput()
        let summary = try DOTWriter(options: drawing).write(elements, to: dot)
        try source?.checkIntact()
        try Graphviz.draw(dot.bytes, format: format.name, to: path)
        return Self.remark(on: summary)
      }
      guard let path else {
        let remark = try write(elements, to: ByteOutput(descriptor: STDOUT_FILENO))
        try source?.checkIntact()
        return remark
      }
      let file = try OutputFile(path: path)
      let remark = try write(elements, to: file.output)
      // Before the file takes its name.
      try source?.checkIntact()
      try file.close()
      return remark
    }
  }

  /// Writes text of the format; not for folders and drawings.
  func write(_ elements: some ElementSource, to output: ByteOutput) throws(InterchangeError) -> String? {
    var remark: String?
    switch format {
    case .jsonLines: try JSONLinesWriter().write(elements, to: output)
    case .cypher: try CypherScriptWriter(schema: schema).write(elements, to: output)
    case .graphML: try GraphMLWriter().write(elements, to: output)
    case .dot: remark = Self.remark(on: try DOTWriter(options: drawing).write(elements, to: output))
    case .csv, .svg, .png: preconditionFailure("\(format.name) is not one text")
    }
    try output.flush()
    return remark
  }

  private static func remark(on summary: DOTSummary) -> String? {
    summary.caption.map { $0 + "; --all draws everything" }
  }
}
