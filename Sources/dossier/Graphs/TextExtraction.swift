import Documents
import Graph
import Interchange
import Shell

/// What is found in texts, printed as it is found.
struct TextExtraction {
  enum Format: String, CaseIterable {
    case jsonLines = "jsonl"
    case conllu
    case text
    case html

    /// True for what shows a document as it is read, front matter, markup and all.
    var showsDocument: Bool { self == .text || self == .html }
  }

  let format: Format
  /// For `text`.
  var isColored = false
  let output: ByteOutput

  /// One plain text, as it is: offsets count from its first scalar.
  func extract(_ input: InputBytes) throws(Failure) {
    try reportingFailures {
      let isPDF = DocumentReader.format(of: input.bytes, named: input.name) == .pdf
      guard !isPDF || format.showsDocument else {
        throw Failure(
          .failed,
          "\(input.name): found PDF, expected text, in which offsets count; use --format text or html, or convert it first")
      }
      let bytes = isPDF ? try PortableDocument.boxes(ofFile: input.name) : input.copy
      try extract(bytes, named: input.name, documentID: nil)
      try output.flush()
    }
  }

  /// JSON Lines of `{"id", "text"}`.
  func extractBatch(_ input: InputBytes) throws(Failure) {
    var line = 0
    var rest = input.bytes[...]
    while !rest.isEmpty {
      line += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let text = UnsafeBufferPointer(rebasing: rest[..<end])
      rest = rest[min(end + 1, rest.endIndex)...]
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      guard case .map(let object)? = try? JSONParser.parse(text), case .string(let id)? = object["id"],
        case .string(let content)? = object["text"]
      else {
        throw Failure(.failed, "\(input.name), line \(line): expected {\"id\": \"…\", \"text\": \"…\"}")
      }
      try reportingFailures {
        try extract(Array(content.utf8), named: id, documentID: id)
        try output.flushIfFull()
      }
    }
    try reportingFailures { try output.flush() }
  }

  private func extract(_ bytes: [UInt8], named name: String, documentID: String?) throws {
    let options = DocumentOptions(format: format.showsDocument && documentID == nil ? nil : .text)
    guard let document = try Self.document(bytes, named: name, options) else { return }
    switch format {
    case .jsonLines:
      output.append(MentionExport().jsonLines(ReadingPipeline.standard.read(document), documentID: documentID))
    case .conllu: output.append(MentionExport().conllu(ReadingPipeline.syntax.read(document)))
    case .text: output.append(MentionExport().lines(ReadingPipeline.standard.read(document), isColored: isColored))
    case .html: output.append(MentionExport().html(ReadingPipeline.standard.read(document)))
    }
  }

  /// Nil for a text without a sentence, which has nothing to be found in it.
  private static func document(_ bytes: [UInt8], named name: String, _ options: DocumentOptions) throws -> Document? {
    do throws(DocumentError) {
      return try DocumentReader().read(bytes, named: name, options: options)
    } catch {
      if error.code == .empty { return nil }
      throw error
    }
  }
}
