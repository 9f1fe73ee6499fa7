// CASE in its two forms (openCypher production `CaseExpression`, GQL's `caseSpecification`).
extension Parser {
  /// From CASE on.
  mutating func caseExpression() throws(CypherError) -> Expression {
    let start = token.lowerBound
    advance()
    var result = CaseExpression(subject: at(.when) ? nil : try expression(), alternatives: [], otherwise: nil)
    guard at(.when) else { throw unexpected("WHEN") }
    while accept(.when) {
      let (when, tests) = result.subject == nil ? (try expression(), false) : try whenOperands()
      try expect(.then)
      result.alternatives.append(CaseExpression.Alternative(when: when, then: try expression(), testsSubject: tests))
    }
    if accept(.else) { result.otherwise = try expression() }
    guard accept(.end) else { throw unexpected("WHEN", "ELSE", "END") }
    return Expression(.case(result), span(from: start))
  }

  /// GQL's `whenOperandList`: values that the subject may equal, and tests that lack what is tested.
  ///
  /// - Returns: one value, or the tests joined by OR.
  private mutating func whenOperands() throws(CypherError) -> (when: Expression, testsSubject: Bool) {
    var operands: [Expression]
    if atSubjectTest {
      operands = [try whenOperand()]
    } else {
      let value = try expression()
      guard at(.comma) else { return (value, false) }
      operands = [equality(with: value)]
    }
    while accept(.comma) { operands.append(try whenOperand()) }
    return (try joined(operands), true)
  }

  private mutating func whenOperand() throws(CypherError) -> Expression {
    guard atSubjectTest else { return equality(with: try expression()) }
    let start = token.span
    let subject = Expression(.variable(CaseExpression.subjectName), SourceSpan(start.lowerBound, start.lowerBound))
    let test = try nested { parser throws(CypherError) in try parser.test(of: subject) }
    guard !test.asksOfElement else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a WHEN of CASE with a value in front cannot ask for labels, types or ends", at: start,
        hint: "write CASE WHEN with the whole condition")
    }
    return test
  }

  private func equality(with value: Expression) -> Expression {
    let subject = Expression(.variable(CaseExpression.subjectName), SourceSpan(value.span.lowerBound, value.span.lowerBound))
    return Expression(.comparison(operands: [subject, value], operators: [.equal]), value.span)
  }

  private mutating func joined(_ operands: [Expression]) throws(CypherError) -> Expression {
    for _ in 0..<Int.bitWidth - operands.count.leadingZeroBitCount { try growByOne() }
    return Expression.balanced(.or, operands)
  }

  /// True where an operator stands instead of a value.
  private var atSubjectTest: Bool {
    switch (token.kind, token.keyword) {
    case (.equal, _), (.notEqual, _), (.less, _), (.lessOrEqual, _), (.greater, _), (.greaterOrEqual, _), (.matches, _),
      (.doubleColon, _):
      return true
    case (_, .starts), (_, .ends): return token(after: 1).keyword == .with
    // These may be names of variables as well.
    case (_, .is), (_, .in), (_, .contains): return token(after: 1).keyword != .then && token(after: 1).kind != .comma
    default: return false
    }
  }
}

extension Expression {
  /// True for a test behind IS that only nodes and relationships have.
  fileprivate var asksOfElement: Bool {
    switch kind {
    case .hasLabels, .function: true
    case .unary(_, let operand): operand.asksOfElement
    default: false
    }
  }
}
