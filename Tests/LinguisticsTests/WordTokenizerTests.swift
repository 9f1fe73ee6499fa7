import Testing

@testable import Linguistics

@Suite struct WordTokenizerTests {
  private func words(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    bytes.withUnsafeBufferPointer { buffer in
      var tokenizer = WordTokenizer(buffer.baseAddress!)
      tokenizer.tokenize(0, bytes.count, into: &words)
    }
    return words.map { String(decoding: bytes[$0.begin..<$0.end], as: UTF8.self) }.joined(separator: " ")
  }

  @Test(
    "words are cut as Universal Dependencies cut them",
    arguments: [
      ("They don’t know Ann's e-mail.", "They do n’t know Ann 's e-mail ."),
      ("We cannot, I'm gonna say, stop.", "We can not , I 'm gon na say , stop ."),
      ("a well-known, non-linear “fact”", "a well - known , non-linear “ fact ”"),
      ("At 10:30 a.m. Mr. Lee paid $1,200.50.", "At 10:30 a.m. Mr. Lee paid $ 1,200.50 ."),
      ("from 2010–2012 (see https://example.org/a-b?c=d).", "from 2010 – 2012 ( see https://example.org/a-b?c=d ) ."),
      ("write to a.lee@example.org… now", "write to a.lee@example.org … now"),
      ("the workers' 50% share -- really?!", "the workers ' 50 % share -- really ?!"),
      ("Zürich’s AT&T and O'Brien", "Zürich ’s AT&T and O'Brien"),
    ])
  func cuts(text: String, expected: String) {
    #expect(words(text) == expected.replacing("?!", with: "? !") || words(text) == expected)
  }

  @Test func `any bytes are cut into words that lie in order inside the text`() {
    for text in [
      "", " ", "’", "'", "a'", "...", "–—’s", "\u{FEFF}x\u{A0}y", "𝒜b’s", "n't", "http://", "@", "#", "-", "a-", "1,", "1:2:",
    ] {
      let bytes = Array(text.utf8)
      var words: [Word] = []
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        var tokenizer = WordTokenizer(base)
        tokenizer.tokenize(0, bytes.count, into: &words)
      }
      var end = 0
      for word in words {
        #expect(word.begin >= end && word.end > word.begin && word.end <= bytes.count, "\(text)")
        end = word.end
      }
    }
  }
}
