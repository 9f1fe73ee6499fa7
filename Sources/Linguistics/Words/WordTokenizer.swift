/// Text → syntactic words as Universal Dependencies cut English: clitics (`'s`, `n't`, `can|not`), hyphens between words, and
/// every mark are words of their own; abbreviations keep their stop, numbers their separators, addresses everything.
package struct WordTokenizer {
  private let bytes: UnsafePointer<UInt8>
  private var limit = 0

  package init(_ bytes: UnsafePointer<UInt8>) {
    self.bytes = bytes
  }

  /// Appends the words between `begin` and `end` (bytes). Complexity: O(end − begin).
  package mutating func tokenize(_ begin: Int, _ end: Int, into words: inout [Word]) {
    limit = end
    var index = begin
    while index < end {
      let blank = blankWidth(at: index)
      if blank > 0 {
        index += blank
      } else {
        index = token(at: index, into: &words)
      }
    }
  }

  // MARK: Characters

  private func blankWidth(at index: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, index + 1 < limit, bytes[index + 1] == 0xA0 { return 2 }
    // The blanks of General Punctuation, its invisible marks (of direction, of joining) and the byte order mark.
    if byte == 0xE2, index + 2 < limit, isInvisible(bytes[index + 1], bytes[index + 2]) { return 3 }
    if byte == 0xEF, index + 2 < limit, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return 3 }
    return 0
  }

  /// U+2000–200F, 202A–202F, 2060–206F by their second and third bytes.
  private func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? third <= 0x8F || (0xAA...0xAF).contains(third) : second == 0x81 && third >= 0xA0 && third <= 0xAF
  }

  private func width(at index: Int) -> Int {
    let byte = bytes[index]
    let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(width, limit - index)
  }

  private func isDigit(at index: Int) -> Bool { index < limit && bytes[index] &- 0x30 < 10 }

  private func isLetter(at index: Int) -> Bool {
    guard index < limit else { return false }
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    // Latin-1's marks, General Punctuation, currency, arrows and mathematics.
    if byte == 0xC2 { return index + 1 < limit && [0xAA, 0xB5, 0xBA].contains(bytes[index + 1]) }
    if byte == 0xC3 { return index + 1 < limit && bytes[index + 1] != 0x97 && bytes[index + 1] != 0xB7 }
    return byte != 0xE2 && byte < 0xF0
  }

  private func isCapital(at index: Int) -> Bool { index < limit && bytes[index] &- 0x41 < 26 }
  private func isWordCharacter(at index: Int) -> Bool { isLetter(at: index) || isDigit(at: index) }

  /// The width of an apostrophe, straight or curly; 0 for anything else.
  private func apostropheWidth(at index: Int) -> Int {
    guard index < limit else { return 0 }
    if bytes[index] == 0x27 { return 1 }
    return bytes[index] == 0xE2 && index + 2 < limit && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
  }

  /// The end of the characters up to the next blank, closing marks left out.
  private func chunkEnd(from start: Int) -> Int {
    var end = start
    while end < limit, blankWidth(at: end) == 0 { end += 1 }
    while end > start {
      if [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F, 0x22, 0x5D, 0x3E].contains(bytes[end - 1]) {
        end -= 1
      } else if end - start > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, [0x99, 0x9D, 0xA6].contains(bytes[end - 1]) {
        // ’ ” …
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  // MARK: Words

  private func token(at index: Int, into words: inout [Word]) -> Int {
    if isWordCharacter(at: index) || isHashtag(at: index) { return word(at: index, into: &words) }
    if let end = clitic(at: index, after: words.last) {
      words.append(Word(begin: index, end: end))
      return end
    }
    var end = index + width(at: index)
    // A mark repeated is one: "--", "...", "!!".
    if [0x2D, 0x2E, 0x21, 0x3F, 0x2A, 0x3D, 0x5F].contains(bytes[index]) {
      while end < limit, bytes[end] == bytes[index] { end += 1 }
    }
    if bytes[index] == 0x5B, index + 4 < limit, bytes[index + 1] == 0x2E, bytes[index + 2] == 0x2E, bytes[index + 3] == 0x2E,
      bytes[index + 4] == 0x5D
    {
      end = index + 5
    }
    words.append(Word(begin: index, end: end))
    return end
  }

  private func isHashtag(at index: Int) -> Bool {
    (bytes[index] == 0x23 || bytes[index] == 0x40) && isLetter(at: index + 1)
  }

  private func word(at start: Int, into words: inout [Word]) -> Int {
    if let end = addressEnd(from: start) {
      words.append(Word(begin: start, end: end))
      return end
    }
    var end = start + width(at: start)
    while end < limit {
      if isWordCharacter(at: end) || bytes[end] == 0x5F {
        end += width(at: end)
      } else if let inner = innerMarkWidth(at: end, wordStart: start) {
        end += inner
      } else {
        break
      }
    }
    if end < limit, bytes[end] == 0x2E, takesStop(start, end) { end += 1 }
    if end < limit, bytes[end] == 0x2D, end - start <= 3, blankFollows(end + 1), isLetter(at: start) { end += 1 }
    appendCut(start, end, to: &words)
    return end
  }

  private func blankFollows(_ index: Int) -> Bool { index >= limit || blankWidth(at: index) > 0 }

  /// An address of the web or of mail.
  private func addressEnd(from start: Int) -> Int? {
    func begins(_ text: StaticString) -> Bool {
      guard start + text.utf8CodeUnitCount <= limit else { return false }
      return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] | 0x20 == text.utf8Start[$0] | 0x20 }
    }
    if begins("http://") || begins("https://") || begins("www.") { return chunkEnd(from: start) }
    var index = start
    while index < limit, blankWidth(at: index) == 0, index - start < 64 {
      if bytes[index] == 0x40 {
        return index > start && isWordCharacter(at: index + 1) ? chunkEnd(from: start) : nil
      }
      guard bytes[index] < 0x80, isWordCharacter(at: index) || [0x2E, 0x2D, 0x5F].contains(bytes[index]) else { return nil }
      index += 1
    }
    return nil
  }

  /// Marks inside words: 1,000 · 7.2 · 12:30 · 9/11 · U.S. · example.org · AT&T · O'Brien · non-avian.
  private func innerMarkWidth(at index: Int, wordStart: Int) -> Int? {
    let apostrophe = apostropheWidth(at: index)
    if apostrophe > 0 {
      guard isLetter(at: index + apostrophe), !isCliticTail(at: index + apostrophe) else { return nil }
      // n't is cut off afterwards.
      return apostrophe
    }
    guard isWordCharacter(at: index + 1) else { return nil }
    switch bytes[index] {
    case 0x2C, 0x3A: return isDigit(at: index - 1) && isDigit(at: index + 1) ? 1 : nil
    case 0x2F: return isDigit(at: index - 1) && isDigit(at: index + 1) ? 1 : nil
    case 0x2E:
      if isDigit(at: index - 1), isDigit(at: index + 1) { return 1 }
      let single = index - wordStart == 1 || index >= wordStart + 2 && bytes[index - 2] == 0x2E
      return single || isLetter(at: index - 1) && !isCapital(at: index + 1) && isLetter(at: index + 1) ? 1 : nil
    case 0x26: return isCapital(at: index - 1) && isCapital(at: index + 1) ? 1 : nil
    case 0x2D: return keepsHyphen(wordStart, index) ? 1 : nil
    default: return nil
    }
  }

  /// A prefix that is no word, and a single letter.
  private func keepsHyphen(_ start: Int, _ end: Int) -> Bool {
    if end - start == 1, isLetter(at: start), isLetter(at: end + 1) { return isCapital(at: start) || bytes[start] | 0x20 == 0x65 }
    return Self.boundPrefixes.contains(folded(start, end))
  }

  private func folded(_ start: Int, _ end: Int) -> UInt64 {
    WordForm(UnsafeBufferPointer(start: bytes + start, count: end - start)).lower
  }

  private func takesStop(_ start: Int, _ end: Int) -> Bool {
    // An initial, or stops inside already: "J.", "U.S.", "a.m."
    if end - start == 1, bytes[start] == 0x63 || bytes[start] == 0x70 { return isDigit(at: end + 2) }
    if end - start == 1 { return isCapital(at: start) && !(bytes[start] == 0x49 && !isCapital(at: end + 2)) }
    if bytes[end - 2] == 0x2E, isLetter(at: end - 1) { return true }
    let word = folded(start, end)
    if word == Self.number { return isDigit(at: end + 2) }
    return Self.abbreviations.contains(word)
  }

  // MARK: Clitics

  /// After an apostrophe: s, ll, re, ve, d, m, and then no letter.
  private func isCliticTail(at index: Int) -> Bool {
    guard index < limit else { return false }
    let first = bytes[index] | 0x20
    if [0x73, 0x64, 0x6D].contains(first) { return !isWordCharacter(at: index + 1) }
    guard index + 1 < limit, !isWordCharacter(at: index + 2) else { return false }
    let second = bytes[index + 1] | 0x20
    return first == 0x6C && second == 0x6C || (first == 0x72 || first == 0x76) && second == 0x65
  }

  /// `'s` and its like right after a word.
  private func clitic(at index: Int, after last: Word?) -> Int? {
    let apostrophe = apostropheWidth(at: index)
    guard apostrophe > 0, let last, last.end == index, isWordCharacter(at: last.end - 1) || bytes[last.end - 1] == 0x2E else {
      return nil
    }
    let tail = index + apostrophe
    guard isCliticTail(at: tail) else { return nil }
    var end = tail
    while isLetter(at: end) { end += 1 }
    return end
  }

  /// Cuts `n't`, `cannot`, `gonna` and their like.
  private func appendCut(_ start: Int, _ end: Int, to words: inout [Word]) {
    var cut = end
    if end - start > 3, bytes[end - 1] | 0x20 == 0x74 {
      let apostrophe = apostropheWidth(at: end - 2) == 1 ? 1 : apostropheWidth(at: max(start, end - 4)) == 3 ? 3 : 0
      if apostrophe > 0, end - 2 - apostrophe > start, bytes[end - 2 - apostrophe] | 0x20 == 0x6E { cut = end - 2 - apostrophe }
    }
    if cut == end, end - start <= 6, let length = Self.joined[folded(start, end)] { cut = start + length }
    if cut < end { words.append(Word(begin: start, end: cut)) }
    words.append(Word(begin: cut < end ? cut : start, end: end))
  }

  // MARK: Lists

  private static let boundPrefixes = WordForm.keys(
    of:
      """
      non pro anti co re pre semi mid sub inter counter cross ex pan mini multi de un post ultra bi tri quasi pseudo proto \
      uh mm hm
      """)

  /// "no." is an abbreviation before a number only.
  private static let number = WordForm.key(of: "no")

  private static let abbreviations = WordForm.keys(
    of:
      """
      mr mrs ms dr prof st jr sr rev gen col lt sgt capt cmdr adm maj gov sen rep hon pres vs etc al vol pp ed eds fig figs eq \
      brig supt insp cpl pvt lieut amb atty messrs msgr mme mlle \
      inc ltd co corp dept est approx ca jan feb mar apr jun jul aug sept sep oct nov dec mt ft ave blvd rd cf viz ph.d
      """)

  /// Words written as one, and the length of the first.
  private static let joined: [UInt64: Int] = [
    WordForm.key(of: "cannot"): 3, WordForm.key(of: "gonna"): 3, WordForm.key(of: "wanna"): 3, WordForm.key(of: "gotta"): 3,
  ]
}
