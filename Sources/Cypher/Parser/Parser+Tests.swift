// What can follow a value and IS: tests that are written as words (openCypher production `NullPredicateExpression`, GQL's
// `labeledPredicate`).
extension Parser {
  /// The test of `subject` that begins behind IS.
  mutating func testBehindIs(of subject: Expression) throws(CypherError) -> Expression.Kind {
    let isNegated = accept(.not)
    if accept(.null) { return isNegated ? .isNotNull(subject) : .isNull(subject) }
    if at(word: "labeled") {
      advance()
      let labels = try labelsBehindIs(of: .element)
      return .hasLabels(subject, isNegated ? .not(labels) : labels)
    }
    guard !isNegated, atPlainLabel else {
      throw isNegated ? unexpected("NULL", "LABELED") : unexpected("NULL", "NOT NULL", "a label")
    }
    return .hasLabels(subject, try labelsBehindIs(of: .element))
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
