import Testing

@testable import Linguistics

@Suite struct WordFormTests {
  @Test(arguments: ["", "Kessara", "naïve", "ÉCOLE", "O’Brien", "“so”", "1987", "a-word-that-is-longer-than-fifteen-bytes"])
  func `the key of a word is the one that the word has in a text`(word: String) {
    let bytes = Array(word.utf8)
    #expect(WordForm.key(of: word) == bytes.withUnsafeBufferPointer { WordForm($0).lower })
  }

  @Test func `capitals, figures and curly marks make no other key`() {
    #expect(WordForm.key(of: "O’BRIEN") == WordForm.key(of: "o'brien"))
    #expect(WordForm.key(of: "1987") == WordForm.key(of: "2031"))
    #expect(WordForm.key(of: "École") == WordForm.key(of: "école"))
  }
}
