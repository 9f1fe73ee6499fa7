import ArgumentParser
import Foundation
import Interchange

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what is found in a text, without a graph.",
    discussion: """
      jsonl: mentions and relations, one JSON object a line, offsets in Unicode scalars; conllu: words, tags and dependencies. \
      With --batch the input is JSON Lines of {"id", "text"}, and each line printed bears its document.
      """)

  @Option(help: "One of \(TextExtraction.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: String = TextExtraction.Format.jsonLines.rawValue
  @Flag(help: "Many documents, one JSON object a line.") var batch = false
  @Argument(help: "The text; - is standard input.") var file: String = "-"

  func run() throws {
    guard let known = TextExtraction.Format(rawValue: format) else {
      let names = TextExtraction.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no format \(format); expected \(names)")
    }
    let input = try reportingFailures { try InputBytes(path: file) }
    let extraction = TextExtraction(format: known, output: ByteOutput(descriptor: STDOUT_FILENO))
    if batch { try extraction.extractBatch(input) } else { try extraction.extract(input) }
  }
}
