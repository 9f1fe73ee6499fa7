import Testing

@testable import Shell

@Suite struct BlockCursorTests {
  static func cursor(_ text: String, _ cursor: Int) -> BlockCursor {
    BlockCursor(LineEditor.Buffer(text: text, cursor: cursor))
  }

  @Test(
    "up and down keep the column, or stop at the end of a shorter line",
    arguments: [
      ("abc\nde\nfghi", 6, 2, 9), ("abc\nde\nfghi", 2, nil, 6), ("abc\nde\nfghi", 11, 6, nil), ("abc\nde\nfghi", 7, 4, nil),
      ("abc\n\nx", 3, nil, 4), ("abc\n\nx", 4, 0, 5), ("one line", 3, nil, nil), ("", 0, nil, nil), ("日本\nx", 3, 0, nil),
    ] as [(String, Int, Int?, Int?)])
  func moves(text: String, position: Int, above: Int?, below: Int?) {
    #expect(Self.cursor(text, position).above == above)
    #expect(Self.cursor(text, position).below == below)
  }

  @Test(
    "a line takes as many rows as it needs",
    arguments: [
      ("", 1), ("abc", 1), (String(repeating: "x", count: 11), 1), (String(repeating: "x", count: 12), 2),
      (String(repeating: "x", count: 13), 2), ("a\nb", 2), ("日本日本日本", 2), ("a\tb", 1),
    ])
  func rows(text: String, count: Int) {
    #expect(ScreenLine(promptWidth: 8, text: text).rowCount(columns: 20) == count)
  }

  @Test func `a paste is text: line ends become newlines, control characters go`() {
    #expect(LineEditor.cleaned(Array("a\r\nb\rc\nd\te\u{1B}[0m\u{3}".unicodeScalars)) == "a\nb\nc\nd\te[0m")
  }
}
