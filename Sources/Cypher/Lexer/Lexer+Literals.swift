// Numbers, strings and comments (openCypher productions `NumberLiteral`, `StringLiteral`, `Comment`).
extension Lexer {
  /// A number of any form. Letters and digits that run on make it malformed: `12h4`, `0x`, `1e`.
  mutating func number() -> Token {
    let start = position
    var kind = Token.Kind.decimalInteger
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      kind = radixInteger(.hexInteger, isDigit: ASCII.isHexDigit)
    } else if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "o") {
      kind = radixInteger(.octalInteger) { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    } else {
      kind = decimalNumber()
    }
    let end = position
    skipNameParts()
    return Token(position > end ? .malformedNumber : kind, from: start, to: position)
  }

  private mutating func radixInteger(_ kind: Token.Kind, isDigit: (UInt8) -> Bool) -> Token.Kind {
    position += 2
    let digits = position
    while isDigit(peek()) { position += 1 }
    return position > digits ? kind : .malformedNumber
  }

  private mutating func decimalNumber() -> Token.Kind {
    let start = position
    skipDigits()
    var kind = Token.Kind.decimalInteger
    if position - start > 1, bytes[start] == UInt8(ascii: "0") { kind = .malformedNumber }
    if peek() == ASCII.dot, ASCII.isDigit(peek(1)) {
      position += 1
      skipDigits()
      kind = .float
    }
    guard peek() | 0x20 == UInt8(ascii: "e") else { return kind }
    let isSigned = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
    guard ASCII.isDigit(peek(isSigned ? 2 : 1)) else { return kind }
    position += isSigned ? 2 : 1
    skipDigits()
    return .float
  }

  private mutating func skipDigits() {
    while ASCII.isDigit(peek()) { position += 1 }
  }

  mutating func string() -> Token {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return Token(.string, from: start, to: position) }
      if byte == ASCII.backslash, position < bytes.count { position += 1 }
    }
    return Token(.unterminatedString, from: start, to: position)
  }

  mutating func lineComment() -> Token {
    let start = position
    while position < bytes.count, bytes[position] != ASCII.newline, bytes[position] != ASCII.carriageReturn { position += 1 }
    return Token(.comment, from: start, to: position)
  }

  mutating func blockComment() -> Token {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == ASCII.star, peek(1) == ASCII.slash {
        position += 2
        return Token(.comment, from: start, to: position)
      }
      position += 1
    }
    return Token(.unterminatedComment, from: start, to: position)
  }
}
