// Patterns (openCypher productions `Pattern`, `PatternPart`, `AnonymousPatternPart`, `PatternElement`, `NodePattern`,
// `RelationshipPattern`, `RelationshipDetail`, `RangeLiteral`).
extension Parser {
  /// `Pattern`.
  mutating func pattern() throws(CypherError) -> Pattern {
    var paths = [try pathPattern()]
    while accept(.comma) { paths.append(try pathPattern()) }
    return Pattern(paths: paths)
  }

  /// A pattern that is looked for: it may say how often an element may be met.
  mutating func searchedPattern() throws(CypherError) -> Pattern {
    let mode = try matchMode()
    var pattern = try pattern()
    pattern.mode = mode
    return pattern
  }

  /// `PatternPart`: a path, perhaps with a name.
  mutating func pathPattern() throws(CypherError) -> PathPattern {
    let start = token.lowerBound
    guard canNameVariable(token), token(after: 1).kind == .equal else { return try anonymousPath() }
    let name = try variable()
    advance()
    var path = try anonymousPath()
    try give(name, to: &path)
    path.span = span(from: start)
    return path
  }

  /// `AnonymousPatternPart`, with the shortest-path functions around it or a prefix before it.
  private mutating func anonymousPath() throws(CypherError) -> PathPattern {
    if let shortest = shortestPathFunction() { return try shortestPath(shortest) }
    let start = token.lowerBound
    let prefix = try pathPrefix()
    var path = try patternElement()
    path.selector = prefix.selector
    try give(prefix.mode, to: &path)
    path.span = span(from: start)
    return path
  }

  /// Which of `shortestPath(` and `allShortestPaths(` begins here, if any.
  func shortestPathFunction() -> PathPattern.Shortest? {
    guard token(after: 1).kind == .leftParenthesis else { return nil }
    if at(word: "shortestpath") { return .single }
    return at(word: "allshortestpaths") ? .all : nil
  }

  mutating func shortestPath(_ shortest: PathPattern.Shortest) throws(CypherError) -> PathPattern {
    let start = token.lowerBound
    advance()
    advance()
    var path = try patternElement()
    try expect(.rightParenthesis, "`)`")
    path.shortest = shortest
    path.span = span(from: start)
    guard path.steps.count == 1, path.steps[0].relationship != nil, path.filter == nil else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a shortest path needs exactly one relationship between two nodes", at: path.span,
        hint: "such as shortestPath((a)-[*]-(b))")
    }
    return path
  }

  /// A chain of nodes and relationships.
  mutating func simplePath() throws(CypherError) -> PathPattern {
    let start = token.lowerBound
    var path = PathPattern(start: try nodePattern(), steps: [], span: SourceSpan(start, start))
    while atDash || atLeftArrowHead {
      let relationship = try relationshipPattern()
      path.steps.append(PathPattern.Step(relationship: relationship, node: try nodePattern()))
    }
    path.span = span(from: start)
    return path
  }

  /// `NodePattern`.
  private mutating func nodePattern() throws(CypherError) -> NodePattern {
    var node = NodePattern(span: token.span)
    try expect(.leftParenthesis, Self.aNode)
    if namesElement(at: index, until: .rightParenthesis) || atMisplacedWord { node.variable = try variable() }
    node.labels = try elementLabels(of: .node)
    node.properties = try patternProperties()
    node.predicate = try filter()
    guard accept(.rightParenthesis) else { throw unexpected("a label", "properties", "`)`") }
    node.span = span(from: node.span.lowerBound)
    return node
  }

  /// True for a reserved word that neither names an element nor begins what may stand behind a name.
  private var atMisplacedWord: Bool { token.keyword?.isReserved == true && !at(.is) && !at(.where) }

  /// `Properties`: a map or a parameter.
  private mutating func patternProperties() throws(CypherError) -> Expression? {
    if at(.leftBrace) { return try nested { parser throws(CypherError) in try parser.mapLiteral() } }
    guard at(.parameter) else { return nil }
    let span = token.span
    return Expression(.parameter(parameterName()), span)
  }

  var atDash: Bool { at(.minus) || at(.typographicDash) }
  var atLeftArrowHead: Bool { at(.less) || at(.typographicLeftArrowHead) }
  private var atRightArrowHead: Bool { at(.greater) || at(.typographicRightArrowHead) }

  private mutating func dash() throws(CypherError) {
    guard atDash else { throw unexpected("`-`") }
    advance()
  }

  /// `RelationshipPattern`.
  private mutating func relationshipPattern() throws(CypherError) -> RelationshipPattern {
    let start = token.lowerBound
    var relationship = RelationshipPattern(direction: .both, span: token.span)
    let pointsLeft = atLeftArrowHead
    if pointsLeft { advance() }
    try dash()
    if accept(.leftBracket) { try relationshipDetail(&relationship) }
    try dash()
    let pointsRight = atRightArrowHead
    if pointsRight { advance() }
    switch (pointsLeft, pointsRight) {
    case (true, false): relationship.direction = .incoming
    case (false, true): relationship.direction = .outgoing
    default: relationship.direction = .both
    }
    if let quantifier = try pathQuantifier() {
      guard relationship.length == nil else {
        throw invalidRange("a relationship has one length, inside the brackets or behind the arrow", hint: nil)
      }
      relationship.length = .quantified(quantifier)
    }
    relationship.span = span(from: start)
    return relationship
  }

  /// `RelationshipDetail`, behind `[`.
  private mutating func relationshipDetail(_ relationship: inout RelationshipPattern) throws(CypherError) {
    if namesElement(at: index, until: .rightBracket) { relationship.variable = try variable() }
    relationship.types = try elementLabels(of: .relationship)
    if at(.dotDot) || (at(.decimalInteger) && relationship.types != nil) {
      throw invalidRange("the bounds of a variable length stand behind `*`", hint: "write [*1..3]")
    }
    if accept(.star) { relationship.length = try rangeLiteral() }
    relationship.properties = try patternProperties()
    relationship.predicate = try filter()
    guard accept(.rightBracket) else { throw unexpected("`]`") }
  }

  /// `RangeLiteral`, behind `*`.
  private mutating func rangeLiteral() throws(CypherError) -> RelationshipPattern.Length {
    let minimum = try bound()
    guard accept(.dotDot) else { return .starred(minimum: minimum, maximum: minimum) }
    return .starred(minimum: minimum, maximum: try bound())
  }

  /// A bound of a length. No path has more relationships than there are identities, so that larger bounds come to the same.
  mutating func bound() throws(CypherError) -> Int? {
    switch token.kind {
    case .decimalInteger, .hexInteger, .octalInteger:
      let token = token
      advance()
      return min(Int(try integer(of: token, isNegative: false)), Int(UInt32.max))
    case .minus, .plus, .float, .malformedNumber:
      throw invalidRange("a bound of a variable length is a whole number that is not negative", hint: nil)
    default: return nil
    }
  }

  func invalidRange(_ message: String, hint: String?) -> CypherError {
    CypherError(.syntaxError, .invalidRelationshipPattern, message, at: token.span, hint: hint)
  }
}
