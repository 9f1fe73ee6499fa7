import Cypher
import Testing

@Suite struct SourceExcerptTests {
  @Test func `the carets stand below what is wrong, also behind wide letters and control characters`() throws {
    let text = "RETURN 1\nRETURN '北京\u{1B}', x"
    let excerpt = try #require(SourceExcerpt(SourcePosition(line: 2, column: 15, length: 1), in: text, firstLine: 10))
    #expect(excerpt.line == "11 | RETURN '北京\\u{1B}', x")
    #expect(excerpt.indent + excerpt.carets == "   |                      ^")
  }

  @Test func `a long line is cut around the place`() throws {
    let text = "RETURN " + String(repeating: "1 + ", count: 1_000_000) + "x"
    let position = SourcePosition(line: 1, column: text.count, length: 1)
    let excerpt = try #require(SourceExcerpt(position, in: text))
    #expect(excerpt.line.count < 300 && excerpt.line.hasSuffix("+ x…"))
    let caret = excerpt.indent.count
    #expect(Array(excerpt.line)[caret] == "x")
  }

  @Test func `a line that is not there has no excerpt`() {
    #expect(SourceExcerpt(SourcePosition(line: 3, column: 1, length: 1), in: "RETURN 1") == nil)
  }
}
