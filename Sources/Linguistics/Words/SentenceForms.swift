/// The words of one sentence for the models, with places outside it on both sides, so that windows need no bounds. Kept and
/// filled again for each sentence.
package final class SentenceForms {
  static let margin = 4

  private var storage: UnsafeMutablePointer<WordForm>
  private var tagStorage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init() {
    capacity = 128
    (storage, tagStorage) = Self.allocate(capacity)
  }

  deinit {
    storage.deallocate()
    tagStorage.deallocate()
  }

  private static func allocate(_ capacity: Int) -> (UnsafeMutablePointer<WordForm>, UnsafeMutablePointer<UInt8>) {
    let words = UnsafeMutablePointer<WordForm>.allocate(capacity: capacity + 2 * margin)
    words.initialize(repeating: .outside, count: capacity + 2 * margin)
    let tags = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * margin)
    tags.initialize(repeating: 255, count: capacity + 2 * margin)
    return (words, tags)
  }

  /// Valid from −4 to count + 3.
  @inline(__always) package var words: UnsafeMutablePointer<WordForm> { storage + Self.margin }
  /// One a word, 255 outside; valid from −4 to count + 3.
  @inline(__always) package var tags: UnsafeMutablePointer<UInt8> { tagStorage + Self.margin }

  /// Makes room for `count` words, outside ones until they are set.
  package func reset(count newCount: Int) {
    if newCount > capacity {
      storage.deallocate()
      tagStorage.deallocate()
      capacity = max(newCount, capacity * 2)
      (storage, tagStorage) = Self.allocate(capacity)
    }
    count = newCount
    for index in -Self.margin..<0 {
      words[index] = .outside
      tags[index] = 255
    }
    for index in 0..<(newCount + Self.margin) {
      words[index] = .outside
      tags[index] = 255
    }
  }

  /// Reads the words of a sentence and asks the tables about them. Complexity: O(bytes).
  package func fill(
    _ bytes: UnsafePointer<UInt8>, _ sentence: ArraySlice<Word>, ambiguity: WordTable?, lexicon: WordTable?,
    organizations: WordTable? = nil, senses: WordTable? = nil
  ) {
    reset(count: sentence.count)
    var previousEnd = -1
    for (index, word) in sentence.enumerated() {
      var form = WordForm(UnsafeBufferPointer(start: bytes + word.begin, count: word.end - word.begin))
      if index == 0 { form.traits.insert(.first) } else if word.begin == previousEnd { form.traits.insert(.glued) }
      previousEnd = word.end
      if let ambiguity {
        let seen = ambiguity[form.lower]
        form.ambiguity = UInt64(seen >> UInt32(WordClasses.bitCount))
        form.classes = WordClasses(rawValue: seen).intersection(.all)
      }
      if let lexicon { form.lexicon = UInt64(lexicon[form.lower]) }
      if let organizations, organizations[form.lower] != 0 { form.lexicon |= WordLexicon.organizationBit }
      if let senses { form.lexicon |= UInt64(senses[form.lower]) << NounSenses.shift }
      words[index] = form
    }
  }

  /// The same sentence from its end to its beginning, with its tags.
  package func reverse(of other: SentenceForms) {
    reset(count: other.count)
    for index in 0..<count {
      words[index] = other.words[count - 1 - index]
      tags[index] = other.tags[count - 1 - index]
    }
    for index in 0...count { words[index].marksBefore = other.words[count - index].marksBefore }
  }

  /// The sentence without its marks: each is remembered by the word after it (Ma, Zhang & Zhu 2014). Gives the places of the
  /// words that are left.
  package func removeMarks(of other: SentenceForms, isMark: [Bool]) -> [Int] {
    let kept = (0..<other.count).filter { !isMark[$0] }
    reset(count: kept.count)
    var from = 0
    for (index, word) in (kept + [other.count]).enumerated() {
      if index < count {
        words[index] = other.words[word]
        tags[index] = other.tags[word]
      }
      var marks: UInt64 = 0
      for mark in from..<word { marks = FeatureKey.pair(marks, other.words[mark].lower) }
      words[index].marksBefore = marks
      from = word + 1
    }
    return kept
  }
}
