import Graph
import Testing

@testable import Documents

@Suite struct PageLayoutTests {
  private static let lineHeight = 10.0
  private static let leading = 12.0
  private static let letterWidth = 5.0

  /// Lines below each other from a point on; an empty one leaves a gap, one that begins with blanks is indented.
  private static func lines(_ text: [String], left: Double = 50, top: Double = 100, height: Double = lineHeight) -> [PageLine] {
    text.enumerated().filter { !$1.isEmpty }.map { index, line in
      let words = line.drop { $0 == " " }
      let indent = Double(line.count - words.count) * letterWidth
      let top = top + Double(index) * leading * height / lineHeight
      return PageLine(
        text: String(words), left: left + indent, top: top, right: left + indent + Double(words.count) * letterWidth,
        bottom: top + height)
    }
  }

  private static func xhtml(_ pages: [[PageLine]], head: String = "") -> [UInt8] {
    let body = pages.map { lines in
      let text = lines.map { line in
        let box = "xMin=\"\(line.left)\" yMin=\"\(line.top)\" xMax=\"\(line.right)\" yMax=\"\(line.bottom)\""
        let words = line.text.split(separator: " ").map {
          "<word \(box)>\($0.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</word>"
        }
        return "<line \(box)>\n\(words.joined(separator: "\n"))\n</line>"
      }
      return "<page width=\"600\" height=\"800\">\n<flow>\n<block>\n\(text.joined(separator: "\n"))\n</block>\n</flow>\n</page>"
    }
    return Array("<html><head>\(head)</head><body><doc>\n\(body.joined(separator: "\n"))\n</doc></body></html>".utf8)
  }

  private static func read(_ pages: [[PageLine]], head: String = "") throws -> Document {
    try DocumentReader().read(xhtml(pages, head: head), named: "report.pdf", options: DocumentOptions(format: .pdf))
  }

  private static func paragraphs(_ document: Document) -> [String] { document.text.split(separator: "\n\n").map(String.init) }

  private static let first = [
    "The bridge over the river fell on Sunday in",
    "a storm, and two lorries went with it into",
    "the water. Nobody was hurt, the police said.",
    "",
    "The mayor had been warned in a letter that",
    "an engineer wrote to him in the spring, and",
  ]
  private static let second = [
    "he had not answered it, the engineer said.",
    "The mayor denied that he had ever seen it.",
    "He will be heard by the council on Monday,",
    "where the opposition wants him to resign.",
  ]

  @Test func `columns are read one after the other, and what stands across them in between`() throws {
    let title = Self.lines(
      ["Bridge Falls in Osten as the Storm Crosses the Country From the Sea to the Lakes"], top: 60, height: 16)
    let page = title + Self.lines(Self.first) + Self.lines(Self.second, left: 320)
    let paragraphs = Self.paragraphs(try Self.read([page]))
    #expect(
      paragraphs == [
        "Bridge Falls in Osten as the Storm Crosses the Country From the Sea to the Lakes",
        "The bridge over the river fell on Sunday in a storm, and two lorries went with it into the water. "
          + "Nobody was hurt, the police said.",
        "The mayor had been warned in a letter that an engineer wrote to him in the spring, and he had not "
          + "answered it, the engineer said. The mayor denied that he had ever seen it. He will be heard by "
          + "the council on Monday, where the opposition wants him to resign.",
      ])
  }

  @Test func `a table is read row by row`() {
    let labels = Self.lines(["Dead", "Hurt", "Missing", "Held", "Free"])
    let numbers = Self.lines(["12", "30", "4", "2", "1"], left: 300)
    let runs = PageColumns.runs(of: labels + numbers)
    #expect(runs.map { $0.map(\.text) } == [["Dead 12", "Hurt 30", "Missing 4", "Held 2", "Free 1"]])
  }

  @Test func `running heads and page numbers are left out, and a paragraph goes on over the page`() throws {
    func page(_ number: Int, _ text: [String]) -> [PageLine] {
      Self.lines(["Quay Post, 3 May 2020"], top: 20, height: 8) + Self.lines(text) + Self.lines(["Page \(number) of 2"], top: 780)
    }
    let document = try Self.read([page(1, Self.first), page(2, Self.second)])
    #expect(Self.paragraphs(document).count == 2)
    #expect(document.text.contains("in the spring, and he had not answered it"))
    #expect(!document.text.contains("Quay Post") && !document.text.contains("Page"))
  }

  @Test func `a table of contents is left out`() throws {
    let contents = Self.lines(["1 The accident . . . . . . . . . 3", "2 The bridge ................ 12"], top: 60)
    let document = try Self.read([contents + Self.lines(Self.first)])
    #expect(Self.paragraphs(document).count == 2)
    #expect(document.text.hasPrefix("The bridge over the river"))
  }

  @Test func `what stands at the edge of one page only and is large is its title`() throws {
    let page = Self.lines(["Bridge Falls in Osten"], top: 30, height: 18) + Self.lines(Self.first)
    #expect(try Self.read([page]).title == "Bridge Falls in Osten")
  }

  @Test func `an indent, a gap, a bullet and a line that ends early begin a paragraph`() throws {
    let text = [
      "The bridge over the river fell on Sunday in", "a storm. The road was closed.",
      "The mayor had been warned in a letter that he",
      "did not answer to anybody in the whole town.", "   The council met on Monday in the old hall",
      "and sat until the evening there. It voted on",
      "• a new bridge over the river for all of the", "people of the town, and", "• a ferry until the bridge is ready for them.",
    ]
    #expect(
      Self.paragraphs(try Self.read([Self.lines(text)])).map { String($0.prefix(12)) } == [
        "The bridge o", "The mayor ha", "The council ", "• a new brid", "• a ferry un",
      ])
  }

  @Test(
    "words that were cut at the end of a line are put together",
    arguments: [
      ("the commis-", "sion met", "the commission met"), ("a well-", "known firm", "a well-known firm"),
      ("the Anglo-", "American firm", "the Anglo-American firm"), ("in 2013-", "14 it", "in 2013-14 it"),
      ("the soft\u{AD}", "ware", "the software"), ("he left -", "and came back", "he left - and came back"),
      ("the war-", "lord fled", "the war-lord fled"), ("his brother-", "in-law", "his brother-in-law"),
    ])
  func hyphens(text: String, line: String, joined: String) {
    #expect(Hyphenation(["a war-lord and", "others"]).joined(text, line) == joined)
  }

  @Test func `the file says its title, author and day where the text does not`() throws {
    let head = """
      <title>The Fall of a Bridge</title><meta name="Author" content="Ann Lee"/>
      <meta name="CreationDate" content="2020-05-04T10:40:35Z"/>
      """
    let document = try Self.read([Self.lines(Self.first)], head: head)
    #expect(document.title == "The Fall of a Bridge")
    #expect(document.author == "Ann Lee")
    #expect(document.date.map { CivilDay($0).iso } == "2020-05-04")
    let named = try Self.read([Self.lines(Self.first)], head: "<title>Microsoft Word - report 3.doc</title>")
    #expect(named.title == "report")
  }

  @Test func `a page without a word is no document, and boxes that make no sense are survived`() throws {
    #expect(throws: DocumentError.self) { try Self.read([[]]) }
    let broken =
      "<page height=\"x\"><line xMin=\"nan\" yMin=\"-1\"><word>Anna left the town on Monday.</word></line>"
      + "<line><word></word></line>"
    let document = try DocumentReader().read(Array(broken.utf8), named: "a.pdf", options: DocumentOptions(format: .pdf))
    #expect(document.text == "Anna left the town on Monday.")
  }
}
