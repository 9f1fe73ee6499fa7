import Testing

@testable import Documents

@Suite struct ScalarOffsetsTests {
  @Test("bytes are counted as scalars, not as graphemes")
  func counts() {
    let bytes = Array("aé€😀e\u{301}".utf8)
    let offsets = ScalarOffsets(bytes)
    #expect(offsets.range(of: Span(0, bytes.count)) == 0..<6)
    #expect(offsets.scalar(at: 3) == 2)
    #expect(offsets.range(of: Span(6, 10)) == 3..<4)
  }
}
