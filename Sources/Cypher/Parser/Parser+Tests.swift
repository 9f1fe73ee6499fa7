import Graph

// What can follow a value and IS: tests that are written as words (openCypher production `NullPredicateExpression`; GQL's
// `labeledPredicate`, `directedPredicate`, `sourceDestinationPredicate`, `valueTypePredicate`,
// `normalizedPredicate`, `booleanTest`).
extension Parser {
  /// The test of `subject` that begins behind IS.
  mutating func testBehindIs(of subject: Expression) throws(CypherError) -> Expression.Kind {
    let start = token.lowerBound
    let isNegated = accept(.not)
    if accept(.null) { return isNegated ? .isNotNull(subject) : .isNull(subject) }
    if at(word: "labeled") {
      advance()
      let labels = try labelsBehindIs(of: .element)
      return .hasLabels(subject, isNegated ? .not(labels) : labels)
    }
    guard let test = try plainTest(of: subject) else {
      if !isNegated, atPlainLabel { return .hasLabels(subject, try labelsBehindIs(of: .element)) }
      throw isNegated ? unexpected("NULL", "LABELED", "a type behind `::`") : unexpected("NULL", "NOT NULL", "a label")
    }
    guard isNegated else { return test }
    try growByOne()
    return .unary(.not, Expression(test, subject.span.union(span(from: start))))
  }

  /// The tests that NOT turns round; nil where none of them begins.
  private mutating func plainTest(of subject: Expression) throws(CypherError) -> Expression.Kind? {
    if at(word: "typed") || at(.doubleColon) {
      advance()
      return .typeTest(subject, try valueType())
    }
    if accept(.true) { return .truthTest(subject, .true) }
    if accept(.false) { return .truthTest(subject, .false) }
    if at(word: "unknown") {
      advance()
      return .truthTest(subject, .unknown)
    }
    return try elementTest(of: subject) ?? normalizationTest(of: subject)
  }

  /// `relationship IS DIRECTED`, `node IS SOURCE OF relationship`, `node IS DESTINATION OF relationship`: calls of the functions
  /// that say so.
  private mutating func elementTest(of subject: Expression) throws(CypherError) -> Expression.Kind? {
    let start = token.lowerBound
    if at(word: "directed") {
      advance()
      return .function(FunctionCall(name: Name("isDirected", span(from: start)), arguments: [subject]))
    }
    guard at(word: "source") || at(word: "destination"), at(word: "of", offset: 1) else { return nil }
    let function = at(word: "source") ? "isSourceOf" : "isDestinationOf"
    advance()
    advance()
    let name = Name(function, span(from: start))
    let relationship = try variable()
    return .function(
      FunctionCall(name: name, arguments: [subject, Expression(.variable(relationship.text), relationship.span)]))
  }

  private mutating func normalizationTest(of subject: Expression) -> Expression.Kind? {
    if at(word: "normalized") {
      advance()
      return .normalizationTest(subject, .composed)
    }
    guard at(word: "normalized", offset: 1), let form = NormalizationForm(rawValue: text(token.span).uppercased()) else {
      return nil
    }
    advance()
    advance()
    return .normalizationTest(subject, form)
  }

  /// True where a label expression begins behind IS, LABELED left out; a word that is nearly NULL is more likely misspelt.
  private var atPlainLabel: Bool {
    switch token.kind {
    case .quotedName, .exclamation, .percent, .leftParenthesis, .dollar: true
    case .name: NameSuggestion.nearest(to: text(token.span), among: ["NULL"]) == nil
    default: false
    }
  }
}
