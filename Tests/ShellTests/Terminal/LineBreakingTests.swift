import Testing

@testable import Shell

struct LineBreakingTests {
  @Test(arguments: [
    ("short", "short"), ("one two three four", "one two\nthree four"), ("a\none two three four", "a\none two\nthree four"),
    ("  x  one two three", "  x  one\n     two\n     three"), ("unbreakable-word and", "unbreakable-word\nand"),
    ("日本 日本 日本", "日本 日本\n日本"), ("ends in a blank ", "ends in a\nblank "), ("", ""),
  ])
  func `lines that are too wide are broken at blanks, below their last column`(text: String, expected: String) {
    #expect(text.broken(toWidth: 10) == expected)
  }

  @Test func `colours take no room`() {
    let style = Style(isOn: true)
    #expect((style.bold("one") + " two three").broken(toWidth: 10) == style.bold("one") + " two\nthree")
    let line = style.dim("  x") + "  " + style.name("one") + " two three"
    #expect(line.broken(toWidth: 10) == style.dim("  x") + "  " + style.name("one") + "\n     two\n     three")
  }
}
