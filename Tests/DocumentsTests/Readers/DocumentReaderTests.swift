import Graph
import Testing

@testable import Documents

@Suite struct DocumentReaderTests {
  private func read(_ text: String, _ name: String, options: DocumentOptions = DocumentOptions()) throws -> Document {
    try DocumentReader().read(Array(text.utf8), named: name, options: options)
  }

  private func blocks(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind): \(document[$0.span])" }
  }

  @Test("a newspaper's head is title, standfirst, byline and dateline, and the text stays as read")
  func newspaper() throws {
    let text = """
      Bridge Falls in Norvia

      Two lorries were on it

      By Ann Lee
      OSTEN, Norvia, May 3, 2020 — A bridge fell on Sunday.

      Nobody knows why.
      """
    let document = try read(text, "bridge.txt")
    #expect(document.text == text)
    #expect(document.title == "Bridge Falls in Norvia")
    #expect(document.author == "Ann Lee")
    #expect(document.date.map { CivilDay($0).iso } == "2020-05-03")
    #expect(
      blocks(document) == [
        "title: Bridge Falls in Norvia", "standfirst: Two lorries were on it", "byline: By Ann Lee",
        "dateline: OSTEN, Norvia, May 3, 2020", "paragraph: A bridge fell on Sunday.", "paragraph: Nobody knows why.",
      ])
  }

  @Test("what the caller knows fills only what the document does not say")
  func options() throws {
    var options = DocumentOptions(title: "Given", date: DocumentReader.date(from: "2001-02-03"))
    options.author = "Given Author"
    let silent = try read("It rained all day long in the valley.", "rain.txt", options: options)
    #expect(silent.title == "Given")
    #expect(silent.date.map { CivilDay($0).iso } == "2001-02-03")
    let outspoken = try read("---\ntitle: Own\ndate: 2002-03-04\n---\nIt rained all day long.", "rain.md", options: options)
    #expect(outspoken.title == "Own")
    #expect(outspoken.date.map { CivilDay($0).iso } == "2002-03-04")
    #expect(outspoken.author == "Given Author")
  }

  @Test("sharing buttons, credits and links to other pages are not read")
  func furniture() throws {
    let text = """
      A Headline Without a Stop

        • Share
        • Read Later
      Jane Roe / REUTERS

      The minister resigned.

      (MORE: What it means)

      His party was surprised.
      """
    let document = try read(text, "page.txt")
    #expect(
      blocks(document) == [
        "title: A Headline Without a Stop", "paragraph: The minister resigned.", "paragraph: His party was surprised.",
      ])
  }

  @Test("Markdown keeps its text; marks and addresses are stepped over")
  func markdown() throws {
    let text = """
      ---
      title: "A Report"
      date: 2013-03-06
      source: The Example
      ---

      # A Report

      The **mayor** met [Ann Lee](https://example.org/a_b) there.

      - One thing.
      """
    let document = try read(text, "report.md")
    let annotations = ReadingPipeline.standard.read(document)
    #expect(document.text == text)
    #expect(document.publisher == "The Example")
    let words = annotations.sentences[1].tokens.map { annotations.tokens[$0].form }
    #expect(words == ["The", "mayor", "met", "Ann", "Lee", "there", "."])
    #expect(annotations.entities.contains { $0.name == "Ann Lee" })
  }

  @Test("HTML gives its main text with entities resolved, and its head the masthead")
  func html() throws {
    let text = """
      <!DOCTYPE html><html lang="en-GB"><head><title>Site – A &amp; B</title><meta property="og:title" content="Tom &amp; Ann">
      <meta property="article:published_time" content="2020-01-02T10:00:00Z"><script>var x = "<p>no</p>";</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Tom &amp; Ann</h1><p>It&rsquo;s a <b>long</b> story &mdash; really.</p>
      <aside>Subscribe now!</aside><p>The end<br>came.</p></article><footer>&copy; 2020</footer></body></html>
      """
    let document = try read(text, "page.html")
    #expect(document.title == "Tom & Ann")
    #expect(document.language == "en-GB")
    #expect(document.date.map { CivilDay($0).iso } == "2020-01-02")
    #expect(document.text.contains("It’s a long story — really."))
    #expect(!document.text.contains("Subscribe") && !document.text.contains("Home") && !document.text.contains("var x"))
  }

  @Test("a tag that is never closed and a bare < do not lose text")
  func brokenHypertext() throws {
    let document = try read("<p>If a < b then<p>the <i>end <b>is near.", "broken.html")
    #expect(document.text == "If a < b then\n\nthe end is near.")
  }

  @Test("bytes that are no text are refused with their place")
  func notText() {
    #expect {
      _ = try DocumentReader().read([0x41, 0xFF, 0x42], named: "x.txt")
    } throws: { error in
      let error = error as? DocumentError
      return error?.code == .notText && error?.byteOffset == 1
    }
  }

  @Test("a file without a sentence is refused")
  func empty() {
    #expect(throws: DocumentError.self) { _ = try DocumentReader().read(Array("\n \n".utf8), named: "x.txt") }
  }

  @Test("a magazine's month dates it, in a line of its own or behind the author")
  func monthOfIssue() throws {
    for head in ["By Ann Lee | July 2018", "By Ann Lee\n\nIssue 14, July 2018"] {
      let document = try read("# The salt men\n\n\(head)\n\nThere was nobody there.\n", "salt.md")
      #expect(document.date.map { CivilDay($0).iso } == "2018-07-01", "\(head)")
      #expect(document.author == "Ann Lee", "\(head)")
    }
    let document = try read("The strike of June 1976\n\nBy Ann Lee\n\nThere was nobody there.\n", "strike.txt")
    #expect(document.date == nil)
  }
}
