import Documents
import Foundation
import Interchange

/// One document to be read: a file, or a line of a file of articles.
struct SourceDocument {
  /// What messages call it.
  var name: String
  /// What it is known again by: its path from the folder that the graph is in.
  var origin: String
  /// The line of a file of articles, from 1.
  var line: Int?
  /// Where its bytes stand; nil for a file that is opened when it is read.
  var content: (file: InputBytes, range: Range<Int>)?

  /// The documents in files; a file of articles that cannot be opened stands for itself and fails when it is read.
  static func documents(in files: [String], relativeTo folder: String) -> [SourceDocument] {
    let base = absolute(folder)
    var documents: [SourceDocument] = []
    var seen: Set<String> = []
    for file in files {
      let origin = origin(of: file, from: base)
      // One file under two spellings of its path.
      guard seen.insert(origin).inserted else { continue }
      guard DocumentFormat(fileName: file) == .articles, let input = try? InputBytes(path: file) else {
        documents.append(SourceDocument(name: file, origin: origin))
        continue
      }
      for (number, range) in DocumentReader.articleLines(of: input.bytes) {
        documents.append(
          SourceDocument(name: "\(file), line \(number)", origin: origin, line: number, content: (input, range)))
      }
    }
    return documents
  }

  /// Whether the file that a document was read from is still there.
  static func isThere(_ origin: String, relativeTo folder: String) -> Bool {
    let file = origin.split(separator: "#", maxSplits: 1).first.map(String.init) ?? origin
    return FileSystem.exists(file.hasPrefix("/") ? file : absolute(folder) + "/" + file)
  }

  private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }

  /// From the folder where that is above the file, else from the root, so that a graph and its documents can move together.
  private static func origin(of file: String, from folder: String) -> String {
    let path = absolute(file)
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// - Throws: what keeps the file from being opened, converted or read.
  func document(_ options: DocumentOptions) throws -> Document {
    if let content {
      var options = options
      options.format = .articles
      return try DocumentReader().read(Array(content.file.bytes[content.range]), named: name, options: options)
    }
    let input = try InputBytes(path: name)
    guard DocumentReader.format(of: input.bytes, named: name) == .pdf else {
      return try DocumentReader().read(Array(input.bytes), named: name, options: options)
    }
    var options = options
    options.format = .pdf
    return try DocumentReader().read(try PortableDocument.boxes(ofFile: name), named: name, options: options)
  }

  /// What the graph calls the place of `document`: an article's is that of its file and its id, or its line.
  func origin(of document: Document) -> String {
    guard let line else { return origin }
    return "\(origin)#\(document.identifier ?? "line \(line)")"
  }
}
