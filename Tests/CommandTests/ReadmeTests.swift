import Foundation
import Testing

/// README's questions are run and must answer what README prints.
@Suite struct ReadmeTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var question: String
    var query: String
    var answer: String
    var testDescription: String { question }
  }

  static let examples: [Example] = {
    let readme = SampleGraphTests.root.appending(path: "README.md")
    guard let text = try? String(contentsOf: readme, encoding: .utf8) else { return [] }
    return text.matches(of: /\*\*\d+\. ([^\n]+)\*\*\n\n```cypher\n(.*?)\n```\n```text\n(.*?)\n```/.dotMatchesNewlines()).map {
      Example(question: String($0.1), query: String($0.2), answer: String($0.3))
    }
  }()

  @Test("README prints what the query answers", arguments: examples)
  func answers(example: Example) throws {
    let outcome = try DossierBinary.run("--no-init", "-m", "box", "-c", example.query, SampleGraphTests.graph)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(outcome.output.trimmingCharacters(in: .newlines) == example.answer)
  }

  @Test func `README asks ten questions and each has an answer`() {
    #expect(Self.examples.count == 10)
    for example in Self.examples { #expect(example.answer.contains("│ 1 │"), "\(example.question)") }
  }
}
