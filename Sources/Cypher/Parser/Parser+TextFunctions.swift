import Graph

// The calls whose arguments are not all expressions: ISO GQL's `TRIM` (20.30, trim function) and `NORMALIZE` (normalize
// function), and those without arguments that need no parentheses (20.27, datetime value function).
extension Parser {
  private static let trimFunctions = ["both": "bTrim", "leading": "lTrim", "trailing": "rTrim"]

  /// `trim(text)`, or `trim([BOTH | LEADING | TRAILING] [letters] FROM text)`, which is a call of `bTrim`, `lTrim` or `rTrim`.
  mutating func trim() throws(CypherError) -> Expression {
    if token(after: 2).keyword == .distinct { return try functionCall() }
    let start = token.lowerBound
    var name = Name(text(token.span), token.span)
    advance()
    try expect(.leftParenthesis, "`(`")
    if at(.rightParenthesis) {
      advance()
      return call(name, [], from: start)
    }
    let function = trimFunction
    if function != nil { advance() }
    if function != nil, isFrom(token) {
      advance()
      let text = try expression()
      try expect(.rightParenthesis, "`)`")
      return call(Name(function ?? name.text, name.span), [text], from: start)
    }
    var arguments = try expressions()
    if arguments.count == 1, isFrom(token) {
      advance()
      arguments.insert(try expression(), at: 0)
      name = Name(function ?? "bTrim", name.span)
    } else if function != nil {
      throw unexpected("FROM")
    }
    try expect(.rightParenthesis, "`,`", "`)`")
    return call(name, arguments, from: start)
  }

  /// The function that the word at this token asks for. A variable of that name is followed by an operator or a bracket, the
  /// word by what is cut off or by FROM.
  private var trimFunction: String? {
    guard token.kind == .name, let function = Self.trimFunctions[text(token.span).lowercased()] else { return nil }
    switch token(after: 1).kind {
    case .string, .name, .quotedName, .parameter: return function
    default: return isFrom(token(after: 1)) ? function : nil
    }
  }

  private func isFrom(_ token: Token) -> Bool {
    (token.kind == .name || token.kind == .keyword) && text(token.span).lowercased() == "from"
  }

  /// The words that call a function where no variable is called so.
  static let clockWords: Set = ["current_date", "current_time", "current_timestamp", "local_time", "local_timestamp"]

  /// `CURRENT_DATE` and its kin without parentheses; nil where the current token is none of them, or a variable.
  mutating func clock() -> Expression? {
    let word = text(token.span)
    guard token.kind == .name, Self.clockWords.contains(word.lowercased()), !boundWords.contains(word) else { return nil }
    let start = token.lowerBound
    advance()
    return call(Name(word, span(from: start)), [], from: start)
  }

  /// In `normalize(text, NFC)` the form is a word and not a variable.
  static func readNormalForm(in arguments: inout [Expression]) {
    guard arguments.count == 2, case .variable(let word) = arguments[1].kind,
      let form = NormalizationForm(rawValue: word.uppercased())
    else { return }
    arguments[1].kind = .string(form.rawValue)
  }

  /// In `property_exists(node, key)` the key is a word and not a variable.
  static func readPropertyKey(in arguments: inout [Expression]) {
    guard arguments.count == 2, case .variable(let key) = arguments[1].kind else { return }
    arguments[1].kind = .string(key)
  }

  private func call(_ name: Name, _ arguments: [Expression], from start: Int) -> Expression {
    Expression(.function(FunctionCall(name: name, arguments: arguments)), span(from: start))
  }
}
