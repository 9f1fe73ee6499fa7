/// A word of a sentence as the models see it: its letters, ends and shape as numbers, computed once.
package struct WordForm {
  /// As written, quotation marks and apostrophes straight.
  package var form: UInt64 = 0
  /// Small letters, each digit a nought.
  package var lower: UInt64 = 0
  package var prefix1: UInt64 = 0
  package var prefix2: UInt64 = 0
  package var prefix3: UInt64 = 0
  package var suffix1: UInt64 = 0
  package var suffix2: UInt64 = 0
  package var suffix3: UInt64 = 0
  package var suffix4: UInt64 = 0
  /// Runs of capitals, small letters, digits and marks.
  package var shape: UInt64 = 0
  /// What lexicons say of the word: `WordLexicon`.
  package var lexicon: UInt64 = 0
  /// Which tags the training texts gave the word, the commonest first, as one number; 0 for a rare one.
  package var ambiguity: UInt64 = 0
  /// Which classes they gave it; empty for a rare word of an open class.
  package var classes: WordClasses = []
  /// The marks between the word before and this one where marks are left out; 0 for none.
  package var marksBefore: UInt64 = 0
  package var traits: Traits = []
  /// Bytes of the word.
  package var byteCount = 0

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package static let capital = Traits(rawValue: 1)
    package static let allCapitals = Traits(rawValue: 2)
    package static let digit = Traits(rawValue: 4)
    package static let letter = Traits(rawValue: 8)
    package static let hyphen = Traits(rawValue: 16)
    package static let stop = Traits(rawValue: 32)
    /// First of its sentence.
    package static let first = Traits(rawValue: 64)
    /// No blank before it.
    package static let glued = Traits(rawValue: 128)
  }

  /// The place before the first and after the last word.
  package static let outside: WordForm = {
    var word = WordForm()
    word.form = 1
    word.lower = 1
    word.shape = 1
    return word
  }()

  package init() {}

  /// Reads the bytes of a word. Complexity: O(count).
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 2 + 8) { buffer in
      let plain = buffer.baseAddress!
      let length = Self.straighten(bytes, into: plain)
      form = FeatureKey.bytes(plain, length)
      readShape(plain, length, scratch: plain + length)
      Self.fold(plain, length)
      lower = FeatureKey.bytes(plain, length)
      byteCount = length
      prefix1 = FeatureKey.bytes(plain, min(1, length))
      prefix2 = FeatureKey.bytes(plain, min(2, length))
      prefix3 = FeatureKey.bytes(plain, min(3, length))
      suffix1 = FeatureKey.bytes(plain + max(0, length - 1), min(1, length))
      suffix2 = FeatureKey.bytes(plain + max(0, length - 2), min(2, length))
      suffix3 = FeatureKey.bytes(plain + max(0, length - 3), min(3, length))
      suffix4 = FeatureKey.bytes(plain + max(0, length - 4), min(4, length))
    }
  }

  /// Writes ‘ and ’ as ', “ and ” as ", and gives the number of bytes written.
  private static func straighten(_ bytes: UnsafeBufferPointer<UInt8>, into plain: UnsafeMutablePointer<UInt8>) -> Int {
    var length = 0
    var source = 0
    while source < bytes.count {
      if bytes[source] == 0xE2, source + 2 < bytes.count, bytes[source + 1] == 0x80,
        let straight = straight(bytes[source + 2])
      {
        plain[length] = straight
        source += 3
      } else {
        plain[length] = bytes[source]
        source += 1
      }
      length += 1
    }
    return length
  }

  /// The straight mark for the last byte of a curly one.
  @inline(__always)
  private static func straight(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x98, 0x99: 0x27
    case 0x9C, 0x9D: 0x22
    default: nil
    }
  }

  /// What the lexicon lets the word be, and how it may be inflected.
  @inline(__always) var known: WordLexicon { WordLexicon(rawValue: UInt32(truncatingIfNeeded: WordLexicon.morphology(lexicon))) }

  /// The keys of words that blanks part.
  static func keys(of words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map { key(of: String($0)) })
  }

  /// The key that lexicons use for a word.
  package static func key(of word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { buffer in
        let plain = buffer.baseAddress!
        let length = straighten(bytes, into: plain)
        fold(plain, length)
        return FeatureKey.bytes(plain, length)
      }
    }
  }

  private mutating func readShape(_ bytes: UnsafePointer<UInt8>, _ count: Int, scratch: UnsafeMutablePointer<UInt8>) {
    var length = 0
    var capitals = 0
    var smalls = 0
    for index in 0..<count {
      let byte = bytes[index]
      let kind: UInt8
      switch byte {
      case 0x41...0x5A:
        kind = 0x58
        capitals += 1
      case 0x61...0x7A:
        kind = 0x78
        smalls += 1
      case 0x30...0x39:
        kind = 0x39
        traits.insert(.digit)
      case 0x80...0xBF: continue
      case 0xC3 where index + 1 < count && bytes[index + 1] < 0x9F:
        kind = 0x58
        capitals += 1
      case 0xC3...0xDF:
        kind = 0x78
        smalls += 1
      case 0x2D:
        kind = byte
        traits.insert(.hyphen)
      case 0x2E:
        kind = byte
        traits.insert(.stop)
      default: kind = byte
      }
      if index == 0, kind == 0x58 { traits.insert(.capital) }
      // A run counts at most twice.
      if length >= 2, scratch[length - 1] == kind, scratch[length - 2] == kind { continue }
      scratch[length] = kind
      length += 1
    }
    if capitals + smalls > 0 { traits.insert(.letter) }
    if capitals >= 2, smalls == 0 { traits.insert(.allCapitals) }
    shape = FeatureKey.bytes(scratch, length)
  }

  private static func fold(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) {
    for index in 0..<count {
      switch bytes[index] {
      case 0x41...0x5A: bytes[index] |= 0x20
      case 0x31...0x39: bytes[index] = 0x30
      case 0x80...0x9E where index > 0 && bytes[index - 1] == 0xC3 && bytes[index] != 0x97: bytes[index] |= 0x20
      default: break
      }
    }
  }
}
