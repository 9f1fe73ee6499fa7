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
    let compiled: any CompiledExpression
    switch symbol {
    case .and, .or: compiled = junction(deciding: symbol == .or, (a, left.span), (b, right.span))
    case .xor: compiled = ExclusiveOrExpression(left: a, right: b, leftSpan: left.span, rightSpan: right.span)
    case .add, .subtract, .multiply, .divide, .modulo, .power, .concatenate:
      compiled = ArithmeticExpression(operation: symbol.arithmetic, left: a, right: b, span: span)
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
    var pairs: [Condition] = []
    for (index, symbol) in operators.enumerated() {
      let (left, right) = (compiled[index], compiled[index + 1])
      let pair = folded(ComparisonExpression(operator: symbol, left: left, right: right), of: [left, right])
      pairs.append((pair, operands[index].span.union(operands[index + 1].span)))
    }
    return conjunction(pairs[...]).expression
  }

  /// All of `conditions`, of which there is at least one, joined by AND to a tree of as few levels as can be.
  private func conjunction(_ conditions: ArraySlice<Condition>) -> Condition {
    guard conditions.count > 1 else { return conditions[conditions.startIndex] }
    let middle = conditions.startIndex + conditions.count / 2
    let left = conjunction(conditions[..<middle])
    let right = conjunction(conditions[middle...])
    let both = folded(junction(deciding: false, left, right), of: [left.expression, right.expression])
    return (both, left.span.union(right.span))
  }

  /// `a + b - c …`.
  func compileChain(_ first: Expression, _ links: [ChainLink]) throws(CypherError) -> any CompiledExpression {
    let start = try compile(first)
    var span = first.span
    var compiled: [ChainExpression.Link] = []
    for link in links {
      span = span.union(link.operand.span)
      compiled.append(
        ChainExpression.Link(operation: link.symbol.arithmetic, operand: try compile(link.operand), span: span))
    }
    return folded(ChainExpression(first: start, links: compiled), of: [start] + compiled.map(\.operand))
  }

  private typealias Condition = (expression: any CompiledExpression, span: SourceSpan)

  private func junction(
    deciding: Bool, _ left: Condition, _ right: Condition
  ) -> JunctionExpression {
    func condition(_ side: Condition) -> any CompiledPredicate {
      side.expression as? any CompiledPredicate ?? BooleanPredicate(condition: side.expression, span: side.span)
    }
    return JunctionExpression(
      deciding: deciding, left: left.expression, right: right.expression, leftCondition: condition(left),
      rightCondition: condition(right), leftSpan: left.span, rightSpan: right.span)
  }
}

extension BinaryOperator {
  fileprivate var arithmetic: ArithmeticExpression.Operation {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .modulo: .modulo
    case .power: .power
    case .concatenate: .concatenate
    default: preconditionFailure("\(text) is no arithmetic")
    }
  }
}
