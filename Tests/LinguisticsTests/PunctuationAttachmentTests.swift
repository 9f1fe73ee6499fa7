import Testing

@testable import Linguistics

@Suite struct PunctuationAttachmentTests {
  /// The heads of all words of `text` (blanks between words), given those of the words that are no marks; −1 is the root.
  private func attached(_ text: String, marks: Set<Int>, _ heads: [Int: Int]) -> [Int] {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var begin = 0
    for piece in text.split(separator: " ") {
      words.append(Word(begin: begin, end: begin + piece.utf8.count))
      begin += piece.utf8.count + 1
    }
    let forms = SentenceForms()
    bytes.withUnsafeBufferPointer { forms.fill($0.baseAddress!, words[...], ambiguity: nil, lexicon: nil) }
    let count = words.count
    var result = (0..<count).map { word in heads[word].map { $0 < 0 ? count : $0 } ?? count }
    PunctuationAttachment.attach(forms, isMark: (0..<count).map(marks.contains), heads: &result)
    return result.map { $0 == count ? -1 : $0 }
  }

  @Test func `a stop before the closing quotation mark hangs where the quotation does`() {
    let heads = attached("We call it \" urgent aid . \"", marks: [3, 6, 7], [0: 1, 1: -1, 2: 1, 4: 5, 5: 1])
    #expect(heads == [1, -1, 1, 5, 5, 1, 5, 5])
  }

  @Test func `a final stop hangs on the root`() {
    #expect(attached("Birds sing .", marks: [2], [0: 1, 1: -1]) == [1, -1, 1])
  }
}
