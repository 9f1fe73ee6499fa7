import Documents
import Graph
import Interchange
import Shell

/// What is found in texts, printed as it is found.
struct TextExtraction {
  enum Format: String, CaseIterable {
    case jsonLines = "jsonl"
    case conllu
  }

  let format: Format
  let output: ByteOutput

  /// One plain text, as it is: offsets count from its first scalar.
  func extract(_ input: InputBytes) throws(Failure) {
    try reportingFailures {
      try extract(Array(input.bytes), named: input.name, documentID: nil)
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
    // A text without a sentence has nothing to be found in it.
    let document: Document
    do {
      document = try DocumentReader().read(bytes, named: name, options: DocumentOptions(format: .text))
    } catch  where error.code == .empty {
      return
    }
    switch format {
    case .jsonLines:
      output.append(MentionExport().jsonLines(ReadingPipeline.standard.read(document), documentID: documentID))
    case .conllu: output.append(MentionExport().conllu(ReadingPipeline.syntax.read(document)))
    }
  }
}
