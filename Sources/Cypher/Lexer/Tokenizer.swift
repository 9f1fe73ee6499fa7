/// Tokens for highlighting and completion: comments included, broken input tolerated.
public enum Tokenizer {
  /// The tokens of `text` in order, without the closing `endOfText`. A keyword after `.` or `:`, where only a name can stand,
  /// is given as a name.
  public static func tokens(of text: String) -> [Token] {
    var lexer = Lexer(Array(text.utf8))
    var tokens: [Token] = []
    while true {
      var token = lexer.next()
      if token.kind == .endOfText { return tokens }
      if token.kind == .keyword, let last = tokens.last, last.kind == .dot || last.kind == .colon {
        token.kind = .name
        token.keyword = nil
      }
      tokens.append(token)
    }
  }
}
