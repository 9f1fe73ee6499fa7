import CFuzzer
import Documents

/// Any bytes, the first of which says in which format they are: they are read or refused, and what is found in a text that was
/// read lies inside it.
@main struct DocumentFuzzer {
  private static let pipeline = ReadingPipeline.standard

  static func main() {
    __lsan_disable()
    _ = pipeline
    __lsan_enable()
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      DocumentFuzzer.run(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  fileprivate static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let formats = DocumentFormat.allCases
    var options = DocumentOptions()
    options.format = formats[Int(first) % formats.count]
    let content = Array(bytes.dropFirst())
    content.withUnsafeBufferPointer { _ = DocumentReader.articleLines(of: $0) }
    _ = DocumentReader.attachments(of: content)
    guard let document = try? DocumentReader().read(content, named: "input", options: options) else { return }
    let annotations = pipeline.read(document)
    precondition(
      document.blocks.allSatisfy { $0.span.begin >= 0 && $0.span.end <= document.bytes.count }, "a block lies outside of the text"
    )
    precondition(
      annotations.tokens.allSatisfy { $0.span.begin >= 0 && $0.span.end <= document.bytes.count },
      "a token lies outside of the text")
  }
}
