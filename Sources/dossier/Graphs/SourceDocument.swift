import Documents
import Foundation
import Interchange

/// One document to be read: a file, a line of a file of articles, or what was sent with a mail.
struct SourceDocument {
  /// What of a file is the document.
  enum Part {
    case whole
    /// `number` counts lines from 1.
    case line(number: Int, InputBytes, Range<Int>)
    case attachment(place: Int, name: String)
  }

  var file: String
  /// What the file is known again by: its path from the folder that the graph is in.
  var fileOrigin: String
  var part = Part.whole

  /// What messages call it.
  var name: String {
    switch part {
    case .whole: file
    case .line(let number, _, _): "\(file), line \(number)"
    case .attachment(_, let name): "\(file), \(name)"
    }
  }

  /// The documents in files; a file of articles that cannot be opened stands for itself and fails when it is read.
  static func documents(in files: [String], relativeTo folder: String) -> [SourceDocument] {
    let base = absolute(folder)
    var documents: [SourceDocument] = []
    var seen: Set<String> = []
    for file in files {
      let origin = origin(of: file, from: base)
      // One file under two spellings of its path.
      guard seen.insert(origin).inserted else { continue }
      let format = DocumentFormat(fileName: file)
      guard format == .articles || format == .email, let input = try? InputBytes(path: file) else {
        documents.append(SourceDocument(file: file, fileOrigin: origin))
        continue
      }
      documents += format == .articles ? articles(in: input, file, origin) : messages(in: input, file, origin)
    }
    return documents
  }

  private static func articles(in input: InputBytes, _ file: String, _ origin: String) -> [SourceDocument] {
    DocumentReader.articleLines(of: input.bytes).map { number, range in
      SourceDocument(file: file, fileOrigin: origin, part: .line(number: number, input, range))
    }
  }

  /// A mail and what was sent with it; of a mail that only brings something, that alone.
  private static func messages(in input: InputBytes, _ file: String, _ origin: String) -> [SourceDocument] {
    let bytes = input.copy
    let attachments = DocumentReader.attachments(of: bytes).enumerated().map { place, attachment in
      SourceDocument(file: file, fileOrigin: origin, part: .attachment(place: place, name: attachment.name))
    }
    let saysNothing = !attachments.isEmpty && !DocumentReader.hasText(message: bytes)
    return (saysNothing ? [] : [SourceDocument(file: file, fileOrigin: origin)]) + attachments
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
    var options = options
    switch part {
    case .whole:
      let input = try InputBytes(path: file)
      let isPDF = withExtendedLifetime(input) { DocumentReader.format(of: input.bytes, named: file) == .pdf }
      guard isPDF else { return try DocumentReader().read(input.copy, named: name, options: options) }
      options.format = .pdf
      return try DocumentReader().read(try PortableDocument.boxes(ofFile: file), named: name, options: options)
    case .line(_, let input, let range):
      options.format = .articles
      return try DocumentReader().read(Array(input.bytes[range]), named: name, options: options)
    case .attachment(let place, _):
      let attachments = DocumentReader.attachments(of: try InputBytes(path: file).copy)
      guard place < attachments.count else { throw Failure(.failed, "\(name): the mail has changed while it was read") }
      let attachment = attachments[place]
      let bytes = attachment.bytes
      options.date = attachment.date ?? options.date
      options.title = options.title ?? (attachment.name as NSString).deletingPathExtension
      guard DocumentReader.format(of: bytes, named: attachment.name) == .pdf else {
        return try DocumentReader().read(bytes, named: name, options: options)
      }
      options.format = .pdf
      return try DocumentReader().read(
        try PortableDocument.boxes(of: bytes, named: name), named: name, options: options)
    }
  }

  /// What the graph calls the place of `document`: that of its file, with an article's id or line and the name of what was
  /// sent with a mail behind it.
  func origin(of document: Document) -> String {
    switch part {
    case .whole: fileOrigin
    case .line(let number, _, _): "\(fileOrigin)#\(document.identifier ?? "line \(number)")"
    case .attachment(_, let name): "\(fileOrigin)#\(name)"
    }
  }
}
