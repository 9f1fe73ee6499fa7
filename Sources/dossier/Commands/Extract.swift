import ArgumentParser
import Foundation
import Interchange

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what is found in a text, without a graph.",
    discussion: """
      jsonl: mentions and relations, one JSON object a line, offsets in Unicode scalars; conllu: words, tags and dependencies; \
      text: the document with its mentions, events and claims marked, in colour on a terminal; html: the same as a page. A PDF \
      is shown so too where pdftotext is installed. \
      With --batch the input is JSON Lines of {"id", "text"}, and each line printed bears its document.
      """)

  @Option(help: "How to print it.") var format = TextExtraction.Format.jsonLines
  @Flag(help: "Many documents, one JSON object a line.") var batch = false
  @Argument(help: "The text; - is standard input.") var file: String = "-"

  func run() throws {
    let input = try reportingFailures { try InputBytes(path: file) }
    var extraction = TextExtraction(format: format, output: ByteOutput(descriptor: STDOUT_FILENO))
    extraction.isColored = ReplTerminal(color: .auto).isColored(STDOUT_FILENO)
    if batch, format == .html { throw ValidationError("a page shows one document: --batch and --format html exclude each other") }
    if batch { try extraction.extractBatch(input) } else { try extraction.extract(input) }
  }
}

extension TextExtraction.Format: ExpressibleByArgument {}
