import Cypher

extension ExpressionCompiler {
  func compileUnary(
    _ symbol: UnaryOperator, _ operand: Expression, _ span: SourceSpan
  ) throws(CypherError) -> any CompiledExpression {
    let compiled = try compile(operand)
    switch symbol {
    case .not:
      let condition = compiled as? any CompiledPredicate ?? BooleanPredicate(condition: compiled, span: operand.span)
      return folded(NegationExpression(operand: compiled, condition: condition, span: operand.span), of: [compiled])
    case .plus: return folded(SignExpression(isNegative: false, operand: compiled, span: span), of: [compiled])
    case .minus: return folded(SignExpression(isNegative: true, operand: compiled, span: span), of: [compiled])
    }
  }

  func compileBinary(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan
  ) throws(CypherError) -> any CompiledExpression {
    let a = try compile(left)
    let b = try compile(right)
    func arithmetic(_ operation: ArithmeticExpression.Operation) -> any CompiledExpression {
      ArithmeticExpression(operation: operation, left: a, right: b, span: span)
    }
    let compiled: any CompiledExpression
    switch symbol {
    case .and, .or: compiled = junction(deciding: symbol == .or, (a, left.span), (b, right.span))
    case .xor: compiled = ExclusiveOrExpression(left: a, right: b, leftSpan: left.span, rightSpan: right.span)
    case .concatenate: compiled = ConcatenationExpression(left: a, right: b, span: span)
    case .add: compiled = arithmetic(.add)
    case .subtract: compiled = arithmetic(.subtract)
    case .multiply: compiled = arithmetic(.multiply)
    case .divide: compiled = arithmetic(.divide)
    case .modulo: compiled = arithmetic(.modulo)
    case .power: compiled = arithmetic(.power)
    case .in: compiled = MembershipExpression(element: a, list: b, span: right.span)
    case .startsWith: compiled = StringPredicateExpression(test: .startsWith, text: a, part: b)
    case .endsWith: compiled = StringPredicateExpression(test: .endsWith, text: a, part: b)
    case .contains: compiled = StringPredicateExpression(test: .contains, text: a, part: b)
    case .matches: compiled = PatternMatchExpression(text: a, pattern: b, span: right.span)
    }
    return folded(compiled, of: [a, b])
  }

  /// `a < b <= c`: every pair must hold.
  func compileComparison(
    _ operands: [Expression], _ operators: [ComparisonOperator], _ span: SourceSpan
  ) throws(CypherError) -> any CompiledExpression {
    let compiled = try compile(operands)
    var chain: (any CompiledExpression)?
    for (index, symbol) in operators.enumerated() {
      let (left, right) = (compiled[index], compiled[index + 1])
      let pair = folded(ComparisonExpression(operator: symbol, left: left, right: right), of: [left, right])
      let pairSpan = operands[index].span.union(operands[index + 1].span)
      chain = chain.map { folded(junction(deciding: false, ($0, span), (pair, pairSpan)), of: [$0, pair]) } ?? pair
    }
    guard let chain else { preconditionFailure("a comparison has at least one operator") }
    return chain
  }

  private func junction(
    deciding: Bool, _ left: (expression: any CompiledExpression, span: SourceSpan),
    _ right: (expression: any CompiledExpression, span: SourceSpan)
  ) -> JunctionExpression {
    func condition(_ side: (expression: any CompiledExpression, span: SourceSpan)) -> any CompiledPredicate {
      side.expression as? any CompiledPredicate ?? BooleanPredicate(condition: side.expression, span: side.span)
    }
    return JunctionExpression(
      deciding: deciding, left: left.expression, right: right.expression, leftCondition: condition(left),
      rightCondition: condition(right), leftSpan: left.span, rightSpan: right.span)
  }
}
