// Atoms (openCypher productions `Atom`, `Literal`, `ParenthesizedExpression`, `CaseExpression`, `FunctionInvocation`,
// `ExistentialSubquery`).
extension Parser {
  /// `Atom`.
  mutating func atom() throws(CypherError) -> Expression {
    let span = token.span
    switch token.kind {
    case .string, .decimalInteger, .hexInteger, .octalInteger, .float: return try literal()
    case .parameter: return Expression(.parameter(parameterName()), span)
    case .leftParenthesis:
      if patternBegins(at: index) { return try patternPredicate() }
      return try parenthesized()
    case .leftBracket: return try bracketed()
    case .leftBrace: return try mapLiteral()
    case .name, .quotedName: return try named()
    case .keyword: return try keywordAtom()
    default: throw unexpected("an expression")
    }
  }

  /// Atoms that begin with a word that is a keyword somewhere.
  private mutating func keywordAtom() throws(CypherError) -> Expression {
    let span = token.span
    switch token.keyword {
    case .null: return advancing(.null, span)
    case .true: return advancing(.boolean(true), span)
    case .false: return advancing(.boolean(false), span)
    case .case: return try caseExpression()
    case .exists where token(after: 1).kind == .leftBrace:
      advance()
      let subquery = try subquery()
      return Expression(.exists(subquery), self.span(from: span.lowerBound))
    case .exists where token(after: 1).kind == .leftParenthesis && patternBegins(at: index + 2): return try existsPattern()
    case .exists where token(after: 1).kind == .leftParenthesis: return try functionCall()
    case .all where token(after: 1).kind == .leftParenthesis: return try quantifier(.all)
    default:
      guard token.keyword?.isReserved == false else {
        guard atBoundWord else { throw reservedWord("an expression") }
        return try named()
      }
      return try named()
    }
  }

  private mutating func advancing(_ kind: Expression.Kind, _ span: SourceSpan) -> Expression {
    advance()
    return Expression(kind, span)
  }

  /// A variable or something that is called.
  private mutating func named() throws(CypherError) -> Expression {
    switch token(after: 1).kind {
    case .leftParenthesis where token.kind != .quotedName:
      if let special = try specialCall() { return special }
      return try functionCall()
    case .leftParenthesis: return try functionCall()
    case .leftBrace where at(word: "count"):
      let start = token.lowerBound
      advance()
      let subquery = try subquery()
      return Expression(.count(subquery), span(from: start))
    case .leftBrace where at(word: "collect") && !mapProjectionBegins(at: 1): return try collectSubquery()
    case .dot where isNamespacedCall: return try functionCall()
    default:
      if let clock = clock() { return clock }
      let name = try variable()
      return Expression(.variable(name.text), name.span)
    }
  }

  /// The forms in parentheses that are not plain function calls; nil where the word is none of theirs.
  private mutating func specialCall() throws(CypherError) -> Expression? {
    switch text(token.span).lowercased() {
    case "any": return try quantifier(.any)
    case "none": return try quantifier(.none)
    case "single": return try quantifier(.single)
    case "reduce": return try reduce(hasTest: false)
    case "allreduce": return try reduce(hasTest: true)
    case "trim": return try trim()
    case "cast": return try cast()
    case "count" where token(after: 2).kind == .star:
      let start = token.lowerBound
      advance()
      advance()
      advance()
      try expect(.rightParenthesis, "`)`")
      return Expression(.countAll, span(from: start))
    case "shortestpath", "allshortestpaths":
      guard let shortest = shortestPathFunction() else { return nil }
      let path = try shortestPath(shortest)
      return Expression(.shortestPath(path), path.span)
    default: return nil
    }
  }

  /// `a.b.c(`: names and dots as far as an opening parenthesis.
  private var isNamespacedCall: Bool {
    var offset = 1
    while token(after: offset).kind == .dot {
      let part = token(after: offset + 1).kind
      guard part == .name || part == .quotedName || part == .keyword else { return false }
      offset += 2
    }
    return token(after: offset).kind == .leftParenthesis
  }

  /// `FunctionInvocation`.
  mutating func functionCall() throws(CypherError) -> Expression {
    let start = token.lowerBound
    let name = try namespacedName("a function")
    try expect(.leftParenthesis, "`(`")
    let isDistinct = accept(.distinct)
    var arguments = at(.rightParenthesis) ? [] : try expressions()
    try expect(.rightParenthesis, "`,`", "`)`")
    switch name.text.lowercased() {
    case "normalize": Self.readNormalForm(in: &arguments)
    case "property_exists": Self.readPropertyKey(in: &arguments)
    default: break
    }
    return Expression(
      .function(FunctionCall(name: name, isDistinct: isDistinct, arguments: arguments)), span(from: start))
  }

  /// `ParenthesizedExpression`; the span takes in the parentheses.
  private mutating func parenthesized() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    var expression = try expression()
    try expect(.rightParenthesis, "`)`")
    expression.span = span(from: start)
    return expression
  }

  // MARK: - Patterns and subqueries

  /// `PatternPredicate`.
  private mutating func patternPredicate() throws(CypherError) -> Expression {
    let path = try patternElement()
    return Expression(.patternPredicate(path), path.span)
  }

  /// `exists((a)-->(b))`, the older form of `EXISTS { (a)-->(b) }`.
  private mutating func existsPattern() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    advance()
    let path = try patternElement()
    try expect(.rightParenthesis, "`)`")
    return Expression(.exists(.pattern(Pattern(paths: [path]), filter: nil)), span(from: start))
  }

  /// True if the parenthesis at token `start` opens a node that a relationship follows – and not an expression in
  /// parentheses. Looks at a few tokens, whatever the size of what is in the parentheses.
  mutating func patternBegins(at start: Int) -> Bool {
    guard tokens[start].kind == .leftParenthesis, let closing = closingBracket(of: start) else { return false }
    let first = start + 1
    let hasVariable = namesElement(at: first, until: .rightParenthesis)
    guard continuesElement(tokens[hasVariable ? first + 1 : first], until: .rightParenthesis) else { return false }
    return relationshipBegins(at: closing + 1)
  }

  /// True for `--`, `-[name`, `<--` and the like; `-` alone is a subtraction.
  private func relationshipBegins(at start: Int) -> Bool {
    func kind(_ offset: Int) -> Token.Kind { tokens[min(start + offset, tokens.count - 1)].kind }
    func isDash(_ kind: Token.Kind) -> Bool { kind == .minus || kind == .typographicDash }
    let pointsLeft = kind(0) == .less || kind(0) == .typographicLeftArrowHead
    let first = pointsLeft ? 1 : 0
    guard isDash(kind(first)) else { return false }
    if isDash(kind(first + 1)) {
      let following = kind(first + 2)
      return pointsLeft || following == .leftParenthesis || following == .greater || following == .typographicRightArrowHead
    }
    guard kind(first + 1) == .leftBracket else { return false }
    func continues(_ offset: Int) -> Bool {
      kind(offset) == .star || continuesElement(tokens[min(start + offset, tokens.count - 1)], until: .rightBracket)
    }
    if continues(first + 2) { return true }
    switch kind(first + 2) {
    case .name, .quotedName, .keyword: return continues(first + 3)
    default: return false
    }
  }
}
