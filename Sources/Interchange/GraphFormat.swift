/// The formats that a graph travels in: their names, file extensions and media types, and which way each goes.
public enum GraphFormat: String, CaseIterable, Sendable {
  case jsonLines = "jsonl"
  case cypher
  case csv
  case graphML = "graphml"
  case dot
  /// Drawings, made from DOT by Graphviz.
  case svg, png

  /// What a user types after `--format`.
  public var name: String { rawValue }

  /// Without the dot, the preferred one first; empty for CSV, which is a folder.
  public var fileExtensions: [String] {
    switch self {
    case .jsonLines: ["jsonl", "ndjson"]
    case .cypher: ["cypher", "cql"]
    case .csv: []
    case .graphML: ["graphml"]
    case .dot: ["dot", "gv"]
    case .svg: ["svg"]
    case .png: ["png"]
    }
  }

  public var mediaType: String {
    switch self {
    case .jsonLines: "application/x-ndjson"
    case .cypher: "application/x-cypher-query"
    case .csv: "text/csv"
    case .graphML: "application/graphml+xml"
    case .dot: "text/vnd.graphviz"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    }
  }

  /// True where `import` takes it.
  public var isRead: Bool {
    switch self {
    case .jsonLines, .cypher, .csv: true
    case .graphML, .dot, .svg, .png: false
    }
  }

  /// True where Graphviz makes the file out of DOT.
  public var isDrawing: Bool { self == .svg || self == .png }

  /// True where an export is a folder of files rather than one file.
  public var isFolder: Bool { self == .csv }

  /// The format that a path's extension speaks of, in any case of letters; nil where it speaks of none.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else { return nil }
    self = format
  }
}
