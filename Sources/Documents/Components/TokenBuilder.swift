import Linguistics

/// Words of the models → tokens. What hyphens join is one token again ("al-Qaeda", "French-led", "61-year-old"): names and
/// adjectives mean something only whole.
struct TokenBuilder {
  private let document: Document
  private let words: [Word]

  init(_ document: Document, words: [Word]) {
    self.document = document
    self.words = words
  }

  /// The end of the token that begins with the word at `start`.
  func end(from start: Int, limit: Int) -> Int {
    var end = start + 1
    while end + 1 < limit, isHyphen(end), isGlued(end), isGlued(end + 1), joins(end - 1, end + 1) { end += 2 }
    return end
  }

  private func isHyphen(_ word: Int) -> Bool {
    words[word].end == words[word].begin + 1 && document.bytes[words[word].begin] == 0x2D
  }

  private func isGlued(_ word: Int) -> Bool { words[word].begin == words[word - 1].end }

  /// Two numbers keep their dash, which is a range or a score; marks are joined to nothing.
  private func joins(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (document.bytes[words[left].begin], document.bytes[words[right].begin])
    if Self.isDigit(before), Self.isDigit(after) { return false }
    return Self.isWordByte(before) && Self.isWordByte(after)
  }

  func token(_ range: Range<Int>, block: Int) -> Token {
    let span = Span(words[range.lowerBound].begin, words[range.upperBound - 1].end)
    var form = document[span]
    if form.utf8.contains(0xE2) { form = String(form.map { $0 == "’" && form.utf8.count > 3 ? "'" : $0 }) }
    let isSum = CurrencyPrefixes.split(form) != nil
    return Token(
      span: span, kind: isSum ? .number : Self.kind(form), form: form, lower: form.lowercased(),
      isCapitalised: !isSum && Self.isCapitalised(form), block: block)
  }

  private static func kind(_ form: String) -> Token.Kind {
    let bytes = form.utf8
    guard bytes.contains(where: isWordByte) else { return .mark }
    return bytes.allSatisfy { isDigit($0) || [0x2C, 0x2E, 0x3A].contains($0) } ? .number : .word
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte != 0xE2
  }

  /// A capital first, or after an article grown on ("al-Qaeda", "el-Sisi").
  private static func isCapitalised(_ form: String) -> Bool {
    guard let first = form.unicodeScalars.first else { return false }
    if first.value < 0x80 ? (0x41...0x5A).contains(first.value) : first.properties.isUppercase { return true }
    guard let hyphen = form.firstIndex(of: "-"), form.distance(from: form.startIndex, to: hyphen) <= 3 else { return false }
    return ["al", "el", "as", "ash", "an", "ul", "ad", "ar"].contains(String(form[..<hyphen]))
      && form[form.index(after: hyphen)...].first?.isUppercase == true
  }
}
