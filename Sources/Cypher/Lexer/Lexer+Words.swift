// Names, keywords, parameters and what lies beyond ASCII (openCypher productions `UnescapedSymbolicName`,
// `EscapedSymbolicName`, `Parameter`, `Dash`, `LeftArrowHead`, `RightArrowHead`).
extension Lexer {
  mutating func word() -> Token {
    let start = position
    skipNameParts()
    if position - start <= 16, let keyword = Keyword(bytes[start..<position]) {
      return Token(.keyword, keyword: keyword, from: start, to: position)
    }
    return Token(.name, from: start, to: position)
  }

  /// Passes over everything that can continue a name.
  mutating func skipNameParts() {
    while position < bytes.count {
      let byte = bytes[position]
      if ASCII.isNamePart(byte) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(at: position), scalar.continuesCypherName {
        position += length
      } else {
        return
      }
    }
  }

  /// A name in backticks, in which two backticks stand for one.
  mutating func quotedName() -> Token {
    let start = position
    return Token(skipBackticks() ? .quotedName : .unterminatedName, from: start, to: position)
  }

  /// Passes over a name in backticks; false where it has no end.
  private mutating func skipBackticks() -> Bool {
    position += 1
    while position < bytes.count {
      if bytes[position] == ASCII.backtick {
        position += 1
        if peek() != ASCII.backtick { return true }
      }
      position += 1
    }
    return false
  }

  /// `$name`, `$0`, `` $`any name` ``, and the `$` in front of a parenthesis.
  mutating func parameter() -> Token {
    let start = position
    position += 1
    if peek() == UInt8(ascii: "(") { return Token(.dollar, from: start, to: position) }
    if peek() == ASCII.backtick {
      return Token(skipBackticks() ? .parameter : .unterminatedName, from: start, to: position)
    }
    if ASCII.isDigit(peek()) {
      while ASCII.isDigit(peek()) { position += 1 }
    } else if beginsName() {
      skipNameParts()
    }
    return Token(position > start + 1 ? .parameter : .malformedParameter, from: start, to: position)
  }

  /// True if a name without backticks can begin at the current byte.
  func beginsName() -> Bool {
    let byte = peek()
    if byte < 0x80 { return ASCII.isLetter(byte) || byte == ASCII.underscore }
    guard let (scalar, _) = scalar(at: position) else { return false }
    return scalar.beginsCypherName
  }

  mutating func beyondASCII() -> Token {
    guard let (scalar, length) = scalar(at: position) else { return take(.unexpectedUnicode, 1) }
    if scalar.beginsCypherName {
      let start = position
      skipNameParts()
      return Token(.name, from: start, to: position)
    }
    switch scalar.value {
    case 0x00AD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return take(.typographicDash, length)
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: return take(.typographicLeftArrowHead, length)
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: return take(.typographicRightArrowHead, length)
    default: return take(.unexpectedUnicode, length)
    }
  }

  /// The scalar that begins at `index` and its length in bytes; nil where the bytes are not UTF-8.
  func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0
    guard length > 0, index + length <= bytes.count else { return nil }
    var value = UInt32(length == 1 ? lead : lead & (0xFF >> UInt8(length + 1)))
    for continuation in bytes[(index + 1)..<(index + length)] {
      guard continuation & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(continuation & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
