// What GQL adds to paths: parts in parentheses that are repeated (productions `parenthesizedPathPatternExpression`,
// `graphPatternQuantifier`), and the words before a path or a whole pattern (`pathSearchPrefix`, `pathModePrefix`, `matchMode`).
// None of the words is reserved: each is told from a name by what follows it.
extension Parser {
  /// A piece of a path.
  private enum PathFactor {
    /// Nodes with relationships between them.
    case simple(PathPattern)
    /// In parentheses, with a quantifier behind.
    case repeated(QuantifiedPath)
    /// In parentheses, without one.
    case parenthesized(PathPattern)
  }

  /// `PatternElement`: nodes with relationships between them and repeated parts, one behind the other. Parentheses around the
  /// whole are allowed.
  mutating func patternElement() throws(CypherError) -> PathPattern {
    let start = token.lowerBound
    var factors = [try pathFactor()]
    while at(.leftParenthesis) { factors.append(try pathFactor()) }
    if factors.count == 1 {
      switch factors[0] {
      case .simple(let path), .parenthesized(let path): return path
      case .repeated: break
      }
    }
    var path = try joined(factors)
    path.span = span(from: start)
    return path
  }

  private mutating func pathFactor() throws(CypherError) -> PathFactor {
    guard parenthesizedPathBegins else {
      let path = try simplePath()
      if path.steps.isEmpty, at(.plus) || at(.star) || at(.leftBrace) {
        throw invalidRange(
          "a quantifier stands behind a relationship or a path in parentheses, not behind a node",
          hint: "write ((a)-->(b))+ or -->+")
      }
      return .simple(path)
    }
    let start = token.lowerBound
    let path = try nested { parser throws(CypherError) in try parser.parenthesizedPath() }
    guard let quantifier = try pathQuantifier() else { return .parenthesized(path) }
    return .repeated(QuantifiedPath(path: path, quantifier: quantifier, span: span(from: start)))
  }

  /// True if the current parenthesis opens a path and not a node.
  private var parenthesizedPathBegins: Bool {
    guard at(.leftParenthesis) else { return false }
    let first = token(after: 1)
    if first.kind == .leftParenthesis { return true }
    if isVariable(first), token(after: 2).kind == .equal { return true }
    return pathMode(offset: 1) != nil && (token(after: 2).kind == .leftParenthesis || isVariable(token(after: 2)))
  }

  /// `parenthesizedPathPatternExpression`.
  private mutating func parenthesizedPath() throws(CypherError) -> PathPattern {
    let start = token.lowerBound
    advance()
    var variable: Name?
    if isVariable(token), token(after: 1).kind == .equal {
      variable = try self.variable()
      advance()
    }
    let mode = try acceptPathMode()
    var path = try patternElement()
    if let variable { try give(variable, to: &path) }
    try give(mode, to: &path)
    if let filter = try filter() {
      path.filter = path.filter.map { Expression(.binary(.and, $0, filter), $0.span.union(filter.span)) } ?? filter
    }
    try expect(.rightParenthesis, "WHERE", "`)`")
    path.span = span(from: start)
    return path
  }

  /// One path of its factors; where a repeated part has no node beside it, it gets one without a name.
  private func joined(_ factors: [PathFactor]) throws(CypherError) -> PathPattern {
    var path: PathPattern?
    var endsInGroup = false
    for factor in factors {
      switch factor {
      case .repeated(let group):
        if path == nil { path = PathPattern(start: implicitNode(at: group.span.lowerBound), steps: [], span: group.span) }
        path!.steps.append(PathPattern.Step(.group(group), node: implicitNode(at: group.span.upperBound)))
        endsInGroup = true
      case .simple(let next) where path == nil: path = next
      case .simple(let next) where endsInGroup:
        path!.steps[path!.steps.count - 1].node = next.start
        path!.steps += next.steps
        endsInGroup = false
      case .simple(let next): throw missingQuantifier(next)
      case .parenthesized(let next): throw missingQuantifier(next)
      }
    }
    guard let path else { preconditionFailure("a path has at least one factor") }
    let hasNode = factors.contains { if case .simple = $0 { true } else { false } }
    if !hasNode, path.steps.allSatisfy({ $0.bounds.minimum == 0 }) {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a path has at least one node, but everything here may be repeated zero times",
        at: path.span, hint: "put a node beside it: () ((a)-->(b))*")
    }
    return path
  }

  private func implicitNode(at position: Int) -> NodePattern { NodePattern(span: SourceSpan(position, position)) }

  private func missingQuantifier(_ path: PathPattern) -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "two paths stand side by side, and neither of them is repeated", at: path.span,
      hint: "put a relationship between them, a comma, or a quantifier such as {1,3} behind the parentheses")
  }

  func give(_ name: Name, to path: inout PathPattern) throws(CypherError) {
    if let inner = path.variable {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "the path is called `\(name.text)` already", at: inner.span,
        hint: "leave one of the two names out")
    }
    path.variable = name
  }

  func give(_ mode: PathMode?, to path: inout PathPattern) throws(CypherError) {
    guard let mode else { return }
    if let inner = path.mode, inner != mode {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a path has one mode, not \(mode.rawValue) and \(inner.rawValue)", at: path.span)
    }
    path.mode = mode
  }

  // MARK: - Quantifiers

  /// `graphPatternQuantifier`: `+`, `*`, `{2}`, `{2,5}`; nil where there is none.
  mutating func pathQuantifier() throws(CypherError) -> PathQuantifier? {
    let start = token.lowerBound
    if accept(.plus) { return PathQuantifier(minimum: 1, maximum: nil) }
    if accept(.star) { return PathQuantifier(minimum: 0, maximum: nil) }
    guard accept(.leftBrace) else { return nil }
    let minimum = try bound()
    var quantifier = PathQuantifier(minimum: minimum ?? 0, maximum: minimum)
    if accept(.comma) {
      quantifier.maximum = try bound()
    } else if at(.dotDot) {
      throw invalidRange("the bounds of a quantifier are separated by a comma", hint: "write {1,3}")
    } else if minimum == nil {
      throw unexpected("a number of repetitions", "`,`")
    }
    try expect(.rightBrace, "`,`", "`}`")
    guard let maximum = quantifier.maximum else { return quantifier }
    guard maximum > 0, quantifier.minimum <= maximum else {
      throw CypherError(
        .syntaxError, .invalidRelationshipPattern,
        maximum == 0
          ? "a quantifier allows at least one repetition"
          : "the smallest number of repetitions, \(quantifier.minimum), is larger than the largest, \(maximum)",
        at: span(from: start))
    }
    return quantifier
  }

  // MARK: - Prefixes

  /// `matchMode`, nil where none is written.
  mutating func matchMode() throws(CypherError) -> MatchMode? {
    let mode: MatchMode
    if at(word: "repeatable"), at(word: "elements", offset: 1) || at(word: "element", offset: 1) {
      mode = .repeatableElements
    } else if at(word: "different"),
      ["relationships", "relationship", "edges", "edge"].contains(where: { at(word: $0, offset: 1) })
    {
      mode = .differentRelationships
    } else {
      return nil
    }
    advance()
    advance()
    if at(word: "bindings") { advance() }
    return mode
  }

  /// `pathPatternPrefix`: which paths are wanted, and what each of them may repeat.
  mutating func pathPrefix() throws(CypherError) -> (selector: PathSelector?, mode: PathMode?) {
    var selector: PathSelector?
    if accept(.all) {
      selector = accept(word: "shortest") ? .allShortest : .all
    } else if accept(word: "any") {
      selector = accept(word: "shortest") ? .anyShortest : .any(try pathCount())
    } else if accept(word: "shortest") {
      return try countedShortest()
    }
    let mode = try acceptPathMode()
    if selector != nil { acceptPathWord() }
    return (selector, mode)
  }

  /// `countedShortestPathSearch` and `countedShortestGroupSearch`, behind SHORTEST.
  private mutating func countedShortest() throws(CypherError) -> (selector: PathSelector?, mode: PathMode?) {
    let count = try pathCount()
    let mode = try acceptPathMode()
    acceptPathWord()
    if accept(word: "groups") || accept(word: "group") { return (.shortestGroups(count), mode) }
    guard let count else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "SHORTEST needs to know how many paths are wanted", at: token.span,
        hint: "write SHORTEST 1, ANY SHORTEST or ALL SHORTEST")
    }
    return (.shortest(count), mode)
  }

  /// An integer literal that is not 0, or a parameter.
  private mutating func pathCount() throws(CypherError) -> Expression? {
    let span = token.span
    if at(.parameter) { return Expression(.parameter(parameterName()), span) }
    guard let count = try bound() else { return nil }
    guard count > 0 else {
      throw CypherError(.syntaxError, .invalidArgumentValue, "at least one path must be wanted", at: span)
    }
    return Expression(.integer(Int64(count)), span)
  }

  private mutating func acceptPathMode() throws(CypherError) -> PathMode? {
    guard let mode = pathMode(offset: 0) else { return nil }
    advance()
    acceptPathWord()
    return mode
  }

  private func pathMode(offset: Int) -> PathMode? {
    PathMode.allCases.first { at(word: $0.rawValue.lowercased(), offset: offset) }
  }

  /// `pathOrPaths`, which may always be left out.
  private mutating func acceptPathWord() {
    if at(word: "paths") || at(word: "path") { advance() }
  }

  private mutating func accept(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }
}
