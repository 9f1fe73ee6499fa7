/// Recursive descent over the tokens of one statement. Each method reads one production of the openCypher grammar, whose
/// name it cites, from the current token on, and leaves the current token behind what it read.
struct Parser {
  /// How many expressions may contain each other. Every later stage walks the tree by recursion, so this is what keeps a
  /// hostile text from overflowing the stack that `AmpleStack` sees to (a debug build needs some 20 KiB a level to parse and as
  /// much to check). A chain of operators is one level.
  static let deepestNesting = 200

  let bytes: [UInt8]
  let tokens: [Token]
  /// The current token; the last one is always `endOfText`.
  var index = 0
  /// How many expressions and subqueries contain the current token.
  var depth = 0
  /// The height of the tallest expression read since the innermost one that is still being read began.
  var height = 0
  /// The `|` token that the projection of the innermost comprehension begins with, so that `[n IN list WHERE n:A | n.x]` does not
  /// take it for a label's alternative.
  var projectionBar: Int?
  /// The reserved words, and those of the clock, that the statement has used as names of variables so far, as they were written.
  var boundWords: Set<String> = []
  private var matchingBrackets: [Int: Int]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens = Lexer.tokens(of: bytes)
  }

  // MARK: - Tokens

  var token: Token { tokens[index] }

  func token(after offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }

  func at(_ kind: Token.Kind) -> Bool { tokens[index].kind == kind }

  func at(_ keyword: Keyword) -> Bool { tokens[index].keyword == keyword }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// Reads the token if it is of that kind.
  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ description: String) throws(CypherError) {
    guard accept(kind) else { throw unexpected(description) }
  }

  mutating func expect(_ keyword: Keyword) throws(CypherError) {
    guard accept(keyword) else { throw unexpected(keyword.rawValue) }
  }

  /// The text that a span covers.
  func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
  }

  /// The span from `start` to the end of the last token read.
  func span(from start: Int) -> SourceSpan {
    SourceSpan(start, max(start, index > 0 ? tokens[index - 1].upperBound : 0))
  }

  /// The text of the token is `word`, in any case of letters: for words that are not keywords.
  func at(word: String, offset: Int = 0) -> Bool {
    let token = token(after: offset)
    guard token.kind == .name else { return false }
    return text(token.span).lowercased() == word
  }

  // MARK: - Nesting

  /// Runs `body` one level deeper, keeping account of how high the tree grows.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    depth += 1
    guard depth <= Self.deepestNesting else { throw tooDeep() }
    let outer = height
    height = 0
    let result = try body(&self)
    height = max(outer, height + 1)
    depth -= 1
    return result
  }

  /// Accounts for one more node above everything that the current expression holds so far.
  mutating func growByOne() throws(CypherError) {
    height += 1
    if height + depth > Self.deepestNesting { throw tooDeep() }
  }

  private func tooDeep() -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "the expression is nested deeper than \(Self.deepestNesting) levels", at: token.span,
      hint: "split it with WITH, or pass long lists as a parameter")
  }

  /// The first `|` that a clause follows, between the current token and the bracket that closes token `opening`, brackets within
  /// left out.
  mutating func clauseBar(within opening: Int) -> Int? {
    guard let closing = closingBracket(of: opening) else { return nil }
    var position = index
    while position < closing {
      if tokens[position].kind == .bar, clauseBegins(at: position + 1 - index) { return position }
      position = (closingBracket(of: position) ?? position) + 1
    }
    return nil
  }

  /// The last `|` between the current token and the bracket that closes token `opening`, brackets within left out.
  mutating func lastBar(within opening: Int) -> Int? {
    guard let closing = closingBracket(of: opening) else { return nil }
    var found: Int?
    var position = index
    while position < closing {
      if tokens[position].kind == .bar { found = position }
      position = (closingBracket(of: position) ?? position) + 1
    }
    return found
  }

  /// The index of the token that closes the bracket at token `opening`; nil where nothing does.
  mutating func closingBracket(of opening: Int) -> Int? {
    if matchingBrackets == nil {
      var matching: [Int: Int] = [:]
      var open: [Int] = []
      for (position, token) in tokens.enumerated() {
        switch token.kind {
        case .leftParenthesis, .leftBracket, .leftBrace: open.append(position)
        case .rightParenthesis, .rightBracket, .rightBrace:
          if let start = open.popLast() { matching[start] = position }
        default: break
        }
      }
      matchingBrackets = matching
    }
    return matchingBrackets?[opening]
  }
}
