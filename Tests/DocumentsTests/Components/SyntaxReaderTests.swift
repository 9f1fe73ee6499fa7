import Testing

@testable import Documents

@Suite struct SyntaxReaderTests {
  private func words(_ text: String) throws -> [String] {
    try Reading(text).annotations.tokens.map(\.form)
  }

  @Test(
    "clitics, abbreviations, numbers and ranges are cut where English cuts them",
    arguments: [
      ("Col. Roe didn’t meet the U.S. team.", ["Col.", "Roe", "did", "n't", "meet", "the", "U.S.", "team", "."]),
      ("The rebels’ camp and Ann’s car.", ["The", "rebels", "'", "camp", "and", "Ann", "'s", "car", "."]),
      ("Some 1,200–1,500 men.", ["Some", "1,200", "–", "1,500", "men", "."]),
      ("The French-led, 62-year-old al-Qaeda man.", ["The", "French-led", ",", "62-year-old", "al-Qaeda", "man", "."]),
      ("It cost $3.1 billion.", ["It", "cost", "$", "3.1", "billion", "."]),
    ])
  func cuts(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test("every token is the slice of its span")
  func slices() throws {
    let text = "“É vero,” she said — twice… and left N’Djamena’s café."
    let annotations = try Reading(text).annotations
    for token in annotations.tokens where !token.form.contains("'") {
      #expect(annotations.document[token.span] == token.form)
    }
  }

  @Test("a stop after an abbreviation or before a small letter ends no sentence; quotes stay with their sentence")
  func sentences() throws {
    let annotations = try Reading("Gen. Lee left. “We won!” he said. Mr. Roe of Acme Inc. stayed. “Go. Now.”").annotations
    let texts = annotations.sentences.map { annotations.text(of: $0.tokens) }
    #expect(texts == ["Gen. Lee left.", "“We won!” he said.", "Mr. Roe of Acme Inc. stayed.", "“Go.", "Now.”"])
  }

  @Test("a straight mark between a stop and a capital begins a sentence")
  func straightQuotes() throws {
    let annotations = try Reading("He had asked for a transfer three times. \"He came in tears,\" she said. The club agreed.")
      .annotations
    let texts = annotations.sentences.map { annotations.text(of: $0.tokens) }
    #expect(texts == ["He had asked for a transfer three times.", "\"He came in tears,\" she said.", "The club agreed."])
  }

  @Test("a possessive apostrophe ends no sentence, and a curly quotation begins one")
  func curlyMarks() throws {
    let annotations = try Reading("The Farmers’ Alliance denies it. “There is no agency worker here,” Ms Okoro said.").annotations
    let texts = annotations.sentences.map { annotations.text(of: $0.tokens) }
    #expect(texts == ["The Farmers’ Alliance denies it.", "“There is no agency worker here,” Ms Okoro said."])
  }
}
