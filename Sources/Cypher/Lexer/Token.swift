/// What a stretch of a statement's text is, and which bytes it covers. Twelve bytes in an array.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    // Words
    case name, quotedName, keyword, parameter
    // Literals
    case string, decimalInteger, hexInteger, octalInteger, float
    // Brackets
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    // Punctuation
    case comma, semicolon, colon, doubleColon, dot, dotDot, bar
    /// The `$` of `$(expression)`.
    case dollar
    // Operators
    case plus, plusEqual, minus, star, slash, percent, caret, doubleBar, equal, matches, notEqual, ampersand, exclamation
    case less, lessOrEqual, greater, greaterOrEqual
    /// Dashes and arrow heads other than ASCII's, which openCypher allows in patterns.
    case typographicDash, typographicLeftArrowHead, typographicRightArrowHead
    case comment
    // What the language has no use for; the parser says why it is wrong.
    case malformedNumber, unterminatedString, unterminatedName, unterminatedComment, malformedParameter
    case unexpectedCharacter, unexpectedUnicode
    /// After the last byte.
    case endOfText
  }

  public var kind: Kind
  /// Which keyword, for tokens of that kind.
  public var keyword: Keyword?
  private var start: UInt32
  private var length: UInt32

  init(_ kind: Kind, keyword: Keyword? = nil, from start: Int, to end: Int) {
    self.kind = kind
    self.keyword = keyword
    self.start = UInt32(start)
    length = UInt32(end - start)
  }

  public var span: SourceSpan { SourceSpan(Int(start), Int(start) + Int(length)) }
  public var lowerBound: Int { Int(start) }
  public var upperBound: Int { Int(start) + Int(length) }
}
