import Testing

@testable import Documents

@Suite struct ArticleLayoutTests {
  private func read(_ line: String) throws -> Document {
    try DocumentReader().read(Array(line.utf8), named: "news.jsonl")
  }

  @Test("an article's keys fill what is known of it")
  func keys() throws {
    let document = try read(
      #"""
      {"id": 7, "title": "Bridge falls", "date": "2024-06-03T10:00:00Z", "source": {"name": "The Example"},
      "authors": ["Ana Ruiz", "Piet Vos"], "url": "https://example.org/1",
      "text": "The bridge at Osten fell on Sunday.\n\nNobody was hurt."}
      """#)
    #expect(document.title == "Bridge falls")
    #expect(document.date.map { CivilDay($0).iso } == "2024-06-03")
    #expect(document.publisher == "The Example")
    #expect(document.author == "Ana Ruiz, Piet Vos")
    #expect(document.uri == "https://example.org/1")
    #expect(document.identifier == "7")
    #expect(document.text == "The bridge at Osten fell on Sunday.\n\nNobody was hurt.")
  }

  @Test("a body of HTML is read as HTML, and seconds since 1970 are a day")
  func hypertext() throws {
    let document = try read(
      #"{"headline": "A", "published": 1717400000, "body": "<p>One &amp; all left.</p><script>x</script>"}"#)
    #expect(document.text == "One & all left.")
    #expect(document.date.map { CivilDay($0).iso } == "2024-06-03")
  }

  @Test("what is no article is refused", arguments: ["[1]", "{\"title\": \"x\"}", "{\"text\": ", "{\"text\": \"  \"}"])
  func refused(line: String) {
    #expect(throws: DocumentError.self) { _ = try read(line) }
  }

  @Test("lines are numbered as an editor numbers them, blank ones passed over")
  func lines() {
    let text = Array("{\"a\":1}\n\n  \r\n{\"b\":2}\r\n{\"c\":3}".utf8)
    let found = text.withUnsafeBufferPointer { DocumentReader.articleLines(of: $0) }
    #expect(found.map(\.number) == [1, 4, 5])
  }
}
