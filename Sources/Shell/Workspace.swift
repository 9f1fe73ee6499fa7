import Cypher
import Graph

/// The graph that a shell works on and the files around it: what needs a store, readers and writers, and is therefore
/// given to the shell from outside.
public protocol Workspace: AnyObject {
  /// Runs statements on the open graph. Another object after `open`.
  var session: any CypherSession { get }
  /// What the prompt calls the graph: the file's name without its extension, or `memory`.
  var name: String { get }
  /// The file behind the graph; nil in memory.
  var path: String? { get }
  var isReadOnly: Bool { get }

  /// Opens another graph in place of this one; nil is an empty one in memory.
  func open(_ path: String?, readOnly: Bool) throws(ShellError)
  /// Writes the whole graph to a file, or makes its own file complete if `path` is nil. Returns the file's path.
  func save(to path: String?) throws(ShellError) -> String
  /// Reads documents into the graph; returns a sentence for each.
  func ingest(_ paths: [String], progress: (String) -> Void) throws(ShellError) -> [String]
  /// Adds the graph in a file; returns a sentence of what came.
  func importGraph(from path: String, progress: (String) -> Void) throws(ShellError) -> String

  /// Names of the formats that `export` writes, sorted.
  var exportFormats: [String] { get }
  /// The format that a path's extension speaks of; nil where it speaks of none.
  func exportFormat(ofPath path: String) -> String?
  /// The text of a graph in a format; not every format is one text.
  func exportText(_ selection: GraphSelection, format: String) throws(ShellError) -> String
  /// Writes a graph in a format to a file or folder; drawings are made by Graphviz.
  /// - Parameter drawsAll: also what is too much to be seen in a drawing, and of the whole graph the passages where it stands.
  /// - Returns: a sentence on what was left out; nil where nothing was.
  func export(
    _ selection: GraphSelection, format: String, to path: String, drawsAll: Bool
  ) throws(ShellError) -> String?
}

/// The part of a graph that is written or drawn; nodes come before the relationships that use them.
public enum GraphSelection: Sendable {
  case wholeGraph
  case elements([GraphElement])

  public var isWholeGraph: Bool { if case .wholeGraph = self { true } else { false } }
}
