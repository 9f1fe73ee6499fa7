/// Text → tokens. Words keep inner hyphens, initials and the stop of an abbreviation; clitics (`'s`, `n't`, `'ll`) and every
/// mark are tokens of their own; numbers keep their separators, and a range `800–900` is three tokens.
struct Tokenizer: Component {
  let name = "tokenizer"
  let requires: Set<Layer> = []
  let assigns: Set<Layer> = [.tokens]

  func annotate(_ annotations: inout Annotations) {
    var scanner = TokenScanner(annotations.document)
    annotations.tokens.reserveCapacity(annotations.document.bytes.count / 5)
    for (index, block) in annotations.document.blocks.enumerated() {
      scanner.scan(block.span, block: index, into: &annotations.tokens)
    }
  }
}

/// The scanner proper: one pass over the bytes of a block.
struct TokenScanner {
  private let bytes: [UInt8]
  private let markup: [Span]
  private var nextMarkup = 0
  private var block = 0

  init(_ document: Document) {
    bytes = document.bytes
    markup = document.markup
  }

  mutating func scan(_ span: Span, block: Int, into tokens: inout [Token]) {
    self.block = block
    var index = span.begin
    while index < span.end {
      while nextMarkup < markup.count, markup[nextMarkup].end <= index { nextMarkup += 1 }
      if nextMarkup < markup.count, markup[nextMarkup].begin <= index {
        index = markup[nextMarkup].end
        continue
      }
      let limit = nextMarkup < markup.count ? min(span.end, markup[nextMarkup].begin) : span.end
      index = token(at: index, limit: limit, into: &tokens)
    }
  }

  /// Reads the token or the blank at `index` and gives the place after it.
  private func token(at index: Int, limit: Int, into tokens: inout [Token]) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return index + 1 }
    if Self.isDigit(byte) { return number(at: index, limit: limit, into: &tokens) }
    let width = scalarWidth(at: index)
    if isLetter(at: index) { return word(at: index, limit: limit, into: &tokens) }
    if byte == 0xC2, bytes[index + 1] == 0xA0 { return index + 2 }
    if byte == 0x2D {
      var end = index
      while end < limit, bytes[end] == 0x2D { end += 1 }
      append(.mark, index, end, to: &tokens)
      return end
    }
    if let end = clitic(at: index, limit: limit, after: tokens.last) {
      append(.word, index, end, to: &tokens)
      return end
    }
    append(.mark, index, min(index + width, limit), to: &tokens)
    return index + width
  }

  private func word(at start: Int, limit: Int, into tokens: inout [Token]) -> Int {
    var end = start
    while end < limit {
      if isLetter(at: end) || Self.isDigit(bytes[end]) {
        end += scalarWidth(at: end)
      } else if let width = innerMarkWidth(at: end, wordStart: start, limit: limit) {
        end += width
      } else {
        break
      }
    }
    if end < limit, bytes[end] == 0x2E, Abbreviations.takesStop(bytes[start..<end]) { end += 1 }
    let length = negationByteCount(start, end)
    if length > 0 {
      append(.word, start, end - length, to: &tokens)
      append(.word, end - length, end, to: &tokens)
    } else {
      append(.word, start, end, to: &tokens)
    }
    return end
  }

  /// A hyphen, an ampersand, an apostrophe inside a name (O'Brien) or the stops of initials (U.S.) go on with the word.
  private func innerMarkWidth(at index: Int, wordStart: Int, limit: Int) -> Int? {
    let byte = bytes[index]
    let width = scalarWidth(at: index)
    guard index + width < limit, isLetter(at: index + width) || Self.isDigit(bytes[index + width]) else { return nil }
    switch byte {
    case 0x2D, 0x26: return 1
    case 0x2E:
      // Initials: a single letter before the stop.
      let single = index - wordStart == 1 || bytes[index - 2] == 0x2E
      return single ? 1 : nil
    case 0x27: return isCliticTail(at: index + 1, limit: limit) ? nil : 1
    case 0xE2 where isApostrophe(at: index): return isCliticTail(at: index + 3, limit: limit) ? nil : 3
    default: return nil
    }
  }

  private func isApostrophe(at index: Int) -> Bool {
    bytes[index] == 0x27
      || (bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99)
  }

  /// After an apostrophe: s, ll, re, ve, d, m, and then no letter.
  private func isCliticTail(at index: Int, limit: Int) -> Bool {
    var end = index
    while end < limit, isLetter(at: end), end - index < 4 { end += 1 }
    let tail = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
    return ["s", "ll", "re", "ve", "d", "m"].contains(tail)
  }

  /// The bytes of `n't` at a word's end.
  private func negationByteCount(_ start: Int, _ end: Int) -> Int {
    guard end - start > 3, bytes[end - 1] | 0x20 == 0x74 else { return 0 }
    let apostrophe = bytes[end - 2] == 0x27 ? 1 : (end - start > 5 && isApostrophe(at: end - 4) ? 3 : 0)
    guard apostrophe > 0, bytes[end - 2 - apostrophe] | 0x20 == 0x6E else { return 0 }
    return apostrophe + 2
  }

  /// `'s` and its like right after a word, and the bare possessive after an s.
  private func clitic(at index: Int, limit: Int, after last: Token?) -> Int? {
    guard isApostrophe(at: index), let last, last.span.end == index, last.kind != .mark else { return nil }
    let begin = index + (bytes[index] == 0x27 ? 1 : 3)
    if isCliticTail(at: begin, limit: limit) {
      var end = begin
      while end < limit, isLetter(at: end) { end += 1 }
      return end
    }
    // Plural possessive: a blank and a letter follow, and no quotation is waiting for its end.
    guard last.lower.hasSuffix("s"), begin + 1 < limit, bytes[begin] == 0x20, isLetter(at: begin + 1) else { return nil }
    return openSingleQuote(before: index) ? nil : begin
  }

  private func openSingleQuote(before index: Int) -> Bool {
    var at = index - 3
    let floor = max(0, index - 80)
    while at > floor {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x98 { return true }
        if bytes[at + 2] == 0x99 { return false }
      }
      at -= 1
    }
    return false
  }

  private func number(at start: Int, limit: Int, into tokens: inout [Token]) -> Int {
    var end = start
    while end < limit {
      if Self.isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == 0x2C || bytes[end] == 0x2E || bytes[end] == 0x3A, end + 1 < limit, Self.isDigit(bytes[end + 1]) {
        end += 1
      } else {
        break
      }
    }
    // 4th, 2010s, 10m, 62-year-old
    var tail = end
    while tail < limit, isLetter(at: tail) { tail += scalarWidth(at: tail) }
    if tail < limit, bytes[tail] == 0x2D, tail + 1 < limit, isLetter(at: tail + 1) {
      tail += 1
      while tail < limit, isLetter(at: tail) || bytes[tail] == 0x2D { tail += scalarWidth(at: tail) }
    }
    append(tail > end ? .word : .number, start, tail, to: &tokens)
    return tail
  }

  private func append(_ kind: Token.Kind, _ begin: Int, _ end: Int, to tokens: inout [Token]) {
    var form = String(decoding: bytes[begin..<end], as: UTF8.self)
    if form.utf8.contains(0xE2), kind == .word { form = String(form.map { $0 == "’" ? "'" : $0 }) }
    let lower = form.lowercased()
    tokens.append(
      Token(span: Span(begin, end), kind: kind, form: form, lower: lower, isCapitalised: Self.isCapitalised(form), block: block))
  }

  /// A capital first, or after an article grown on ("al-Qaeda", "el-Sisi").
  private static func isCapitalised(_ form: String) -> Bool {
    guard let first = form.unicodeScalars.first else { return false }
    if first.properties.isUppercase { return true }
    guard let hyphen = form.firstIndex(of: "-"), form.distance(from: form.startIndex, to: hyphen) <= 3 else { return false }
    return ["al", "el", "as", "ash", "an", "ul", "ad", "ar"].contains(String(form[..<hyphen]))
      && form[form.index(after: hyphen)...].first?.isUppercase == true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func scalarWidth(at index: Int) -> Int {
    let byte = bytes[index]
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private func isLetter(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (0x41...0x5A).contains(byte & 0xDF) }
    guard
      let scalar = String(decoding: bytes[index..<min(index + scalarWidth(at: index), bytes.count)], as: UTF8.self)
        .unicodeScalars.first
    else { return false }
    return scalar.properties.isAlphabetic
  }
}
