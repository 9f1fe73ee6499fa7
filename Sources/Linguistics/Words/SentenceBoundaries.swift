/// Words → sentences: a linear classifier asked wherever a mark or a line's end may close one.
package struct SentenceBoundaries {
  private let model: LinearModel

  package init(model: LinearModel) {
    self.model = model
  }

  /// The ends (indices into `words`, exclusive) of the sentences in `range`, a stretch of text that ends one; the last is the
  /// range's end. Complexity: O(words).
  package func ends(_ words: [Word], _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>) -> [Int] {
    var ends: [Int] = []
    var features = FeatureList()
    let forms = SentenceForms()
    forms.fill(bytes, words[range], ambiguity: nil, lexicon: nil)
    for index in range.dropLast() where Self.isCandidate(words, index, bytes) {
      features.removeAll()
      Self.extract(words, index, forms.words + (index - range.lowerBound), bytes, into: &features)
      let difference = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2) { scores in
        (scores[0], scores[1]) = (0, 0)
        model.score(features, into: scores.baseAddress!)
        return scores[1] - scores[0]
      }
      if difference > 0 || Self.isCertain(words, index, bytes) { ends.append(index + 1) }
    }
    return range.isEmpty ? [] : ends + [range.upperBound]
  }

  /// Whether a sentence may end after the word: it is or ends with a mark, or its line ends. The mark that closes a
  /// quotation or follows a possessor's s ends none unless a stop stands before it.
  package static func isCandidate(_ words: [Word], _ index: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    if hasLineBreak(words, index, bytes) { return true }
    let last = bytes[words[index].end - 1]
    if last &- 0x30 < 10 || (last | 0x20) &- 0x61 < 26 || last == 0x2C { return false }
    return !isClosing(words[index], bytes) || index == 0 || words[index - 1].end < words[index].begin
      || isStop(bytes[words[index - 1].end - 1]) || isClosing(words[index - 1], bytes)
  }

  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0xA6 }

  /// A mark that closes: ’ or ”, and a straight one, which glued to the word before it can do nothing else.
  private static func isClosing(_ word: Word, _ bytes: UnsafePointer<UInt8>) -> Bool {
    if word.end == word.begin + 1 { return bytes[word.begin] == 0x27 || bytes[word.begin] == 0x22 }
    return word.end == word.begin + 3 && bytes[word.begin] == 0xE2 && bytes[word.begin + 1] == 0x80
      && (bytes[word.begin + 2] == 0x99 || bytes[word.begin + 2] == 0x9D)
  }

  /// A stop, a blank and an opening quotation mark leave no doubt.
  private static func isCertain(_ words: [Word], _ index: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let (word, next) = (words[index], words[index + 1])
    guard word.end < next.begin, isOpening(words, index + 1, bytes) else { return false }
    if isClosing(word, bytes) { return index > 0 && isStop(bytes[words[index - 1].end - 1]) }
    return word.end == word.begin + 1 && isStop(bytes[word.begin])
  }

  /// “, or a straight mark that is glued to the word behind it.
  private static func isOpening(_ words: [Word], _ index: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let word = words[index]
    if word.end == word.begin + 3 {
      return bytes[word.begin] == 0xE2 && bytes[word.begin + 1] == 0x80 && bytes[word.begin + 2] == 0x9C
    }
    return word.end == word.begin + 1 && bytes[word.begin] == 0x22 && index + 1 < words.count
      && words[index + 1].begin == word.end
      && bytes[words[index + 1].begin] &- 0x41 < 26
  }

  private static func hasLineBreak(_ words: [Word], _ index: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    (words[index].end..<words[index + 1].begin).contains { bytes[$0] == 0x0A }
  }

  /// The features of the boundary after the word at `index`; `word` points at it among its neighbours.
  package static func extract(
    _ words: [Word], _ index: Int, _ word: UnsafePointer<WordForm>, _ bytes: UnsafePointer<UInt8>,
    into features: inout FeatureList
  ) {
    let gap: UInt64 = words[index].end == words[index + 1].begin ? 0 : hasLineBreak(words, index, bytes) ? 2 : 1
    let next = word[1].traits.rawValue
    features.add(1, gap)
    features.add(2, word[0].lower, gap)
    features.add(3, word[0].lower, next, gap)
    features.add(4, word[0].lower, word[1].lower)
    features.add(5, word[0].lower, word[1].shape, gap)
    features.add(6, word[-1].lower, word[0].lower, next)
    features.add(7, word[-1].shape, word[0].lower, word[1].shape)
    features.add(8, word[-1].lower, word[0].lower)
    features.add(9, word[1].lower, gap)
    features.add(10, word[1].form)
    features.add(11, word[0].lower, word[1].form, word[2].shape)
    features.add(12, word[0].lower, word[1].shape, word[2].shape)
    features.add(13, word[-2].lower, word[-1].lower, word[0].lower)
    features.add(14, word[0].suffix2, word[1].traits.rawValue)
    features.add(15, word[-1].traits.rawValue, word[0].lower, next, gap)
    features.add(16, UInt64(min(word[-1].byteCount, 4)), word[0].lower, next)
  }
}
