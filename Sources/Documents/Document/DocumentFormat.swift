/// The kinds of file that `DocumentReader` reads; names, extensions and nothing else.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html, email
  /// One article an object, one object a line.
  case articles
  /// Read from the boxes of its words that Poppler's `pdftotext -bbox-layout` finds.
  case pdf

  public var fileExtensions: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    case .email: ["eml"]
    case .articles: ["jsonl", "ndjson"]
    case .pdf: ["pdf"]
    }
  }

  /// The format that a file's name announces; nil for a name without a known extension.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let suffix = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(suffix) }) else { return nil }
    self = format
  }
}
