/// Cuts the UTF-8 bytes of a statement into tokens; never fails: what it cannot read becomes an error token, and reading
/// goes on behind it. One pass, O(bytes).
struct Lexer {
  /// Spans count in 32 bits.
  static let largestByteCount = Int(UInt32.max)

  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) {
    precondition(bytes.count <= Self.largestByteCount, "a text must be smaller than four gigabytes")
    self.bytes = bytes
  }

  /// All tokens, comments left out, closed by an `endOfText` token.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4 + 2)
    while true {
      let token = lexer.next()
      if token.kind == .comment { continue }
      tokens.append(token)
      if token.kind == .endOfText { return tokens }
    }
  }

  /// The byte `offset` places ahead, zero behind the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  /// The next token; `endOfText` for ever once the text is used up.
  mutating func next() -> Token {
    skipWhitespace()
    let start = position
    guard start < bytes.count else { return Token(.endOfText, from: start, to: start) }
    let byte = bytes[start]
    if ASCII.isLetter(byte) || byte == ASCII.underscore { return word() }
    if ASCII.isDigit(byte) { return number() }
    if byte >= 0x80 { return beyondASCII() }
    switch byte {
    case ASCII.quote, ASCII.doubleQuote: return string()
    case ASCII.backtick: return quotedName()
    case ASCII.dollar: return parameter()
    case ASCII.slash where peek(1) == ASCII.slash: return lineComment()
    case ASCII.slash where peek(1) == ASCII.star: return blockComment()
    case ASCII.dot where ASCII.isDigit(peek(1)): return number()
    default: return punctuation(byte)
    }
  }

  private mutating func skipWhitespace() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(at: position), scalar.isCypherWhitespace {
        position += length
      } else {
        return
      }
    }
  }

  mutating func take(_ kind: Token.Kind, _ byteCount: Int) -> Token {
    let start = position
    position += byteCount
    return Token(kind, from: start, to: position)
  }

  private mutating func punctuation(_ byte: UInt8) -> Token {
    let following = peek(1)
    switch byte {
    case UInt8(ascii: "("): return take(.leftParenthesis, 1)
    case UInt8(ascii: ")"): return take(.rightParenthesis, 1)
    case UInt8(ascii: "["): return take(.leftBracket, 1)
    case UInt8(ascii: "]"): return take(.rightBracket, 1)
    case UInt8(ascii: "{"): return take(.leftBrace, 1)
    case UInt8(ascii: "}"): return take(.rightBrace, 1)
    case UInt8(ascii: ","): return take(.comma, 1)
    case UInt8(ascii: ";"): return take(.semicolon, 1)
    case UInt8(ascii: ":"): return following == UInt8(ascii: ":") ? take(.doubleColon, 2) : take(.colon, 1)
    case UInt8(ascii: "|"): return following == UInt8(ascii: "|") ? take(.doubleBar, 2) : take(.bar, 1)
    case UInt8(ascii: "&"): return take(.ampersand, 1)
    case ASCII.dot: return following == ASCII.dot ? take(.dotDot, 2) : take(.dot, 1)
    case UInt8(ascii: "+"): return following == ASCII.equal ? take(.plusEqual, 2) : take(.plus, 1)
    case UInt8(ascii: "-"): return take(.minus, 1)
    case ASCII.star: return take(.star, 1)
    case ASCII.slash: return take(.slash, 1)
    case UInt8(ascii: "%"): return take(.percent, 1)
    case UInt8(ascii: "^"): return take(.caret, 1)
    case ASCII.equal: return following == UInt8(ascii: "~") ? take(.matches, 2) : take(.equal, 1)
    case UInt8(ascii: ">"): return following == ASCII.equal ? take(.greaterOrEqual, 2) : take(.greater, 1)
    case UInt8(ascii: "<"):
      if following == ASCII.equal { return take(.lessOrEqual, 2) }
      return following == UInt8(ascii: ">") ? take(.notEqual, 2) : take(.less, 1)
    case UInt8(ascii: "!"): return following == ASCII.equal ? take(.unexpectedCharacter, 2) : take(.exclamation, 1)
    default: return take(.unexpectedCharacter, 1)
    }
  }
}
