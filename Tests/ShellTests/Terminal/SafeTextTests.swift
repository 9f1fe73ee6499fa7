import Cypher
import Testing

@testable import Shell

@Suite struct SafeTextTests {
  @Test(
    "what could move the cursor or reorder the text is shown, not sent",
    arguments: [
      ("plain", "plain"), ("two\nlines", "two⏎lines"), ("a\tb", "a⇥b"), ("\u{1B}[2J", "\\u{1B}[2J"),
      ("\u{9B}31m", "\\u{9B}31m"),
      ("a\u{202E}b", "a\\u{202E}b"), ("a\u{2066}b", "a\\u{2066}b"), ("\u{7F}\0", "\\u{7F}\\u{0}"), ("Zoë 日本", "Zoë 日本"),
      ("x\r\ny", "x\\u{D}⏎y"), ("\u{FEFF}a", "\\u{FEFF}a"),
    ])
  func oneLine(text: String, shown: String) {
    #expect(SafeText.oneLine(text) == shown)
  }

  @Test func `lines stay lines where they may`() {
    #expect(SafeText.lines("a\r\nb\tc\u{1B}d") == "a\nb\tc\\u{1B}d")
  }
}

@Suite struct LetterWidthTests {
  @Test(
    "letters take as many cells as a terminal gives them",
    arguments: [
      ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("日本", 4), ("한국", 4), ("👍", 2), ("👨‍👩‍👧", 2), ("\u{200B}", 0), ("ﾊ", 1),
      ("！", 2), ("", 0),
    ])
  func width(text: String, width: Int) {
    #expect(LetterWidth.of(text) == width)
  }

  @Test func `a cut text fits and says that it is cut`() {
    #expect("日本語".cut(toWidth: 6) == "日本語")
    #expect("日本語".cut(toWidth: 5) == "日本…")
    #expect("日本語".cut(toWidth: 4) == "日…")
    #expect("abc".cut(toWidth: 1) == "…")
    #expect("abc".cut(toWidth: 0) == "")
    #expect("日".padded(toWidth: 4) == "日  ")
    #expect("日".padded(toWidth: 4, right: true) == "  日")
  }
}
