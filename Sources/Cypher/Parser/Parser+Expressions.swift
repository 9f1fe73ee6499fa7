// Operators (openCypher productions `Expression`, `OrExpression`, `XorExpression`, `AndExpression`, `NotExpression`,
// `ComparisonExpression`, `StringListNullPredicateExpression`, `AddOrSubtractExpression`,
// `MultiplyDivideModuloExpression`, `PowerOfExpression`, `UnaryAddOrSubtractExpression`,
// `NonArithmeticOperatorExpression`). The first ten are one loop over binding strengths, so that a pair of parentheses costs
// six stack frames and not sixteen.
extension Parser {
  /// How strongly an operator binds; the order of openCypher's productions from `OrExpression` down.
  private enum Strength: Int, Comparable {
    case or, xor, and, not, comparison, predicate, sum, product, power, unary

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }

    var next: Strength { Strength(rawValue: rawValue + 1) ?? .unary }
  }

  /// `Expression`.
  mutating func expression() throws(CypherError) -> Expression {
    try nested { parser throws(CypherError) in try parser.operation(.or) }
  }

  /// An operand and the operators behind it that bind at least as strongly as `weakest`.
  private mutating func operation(_ weakest: Strength) throws(CypherError) -> Expression {
    var left: Expression
    if at(.not), weakest <= .not { left = try negation() } else { left = try unaryOperation() }
    while let strength = currentStrength, strength >= weakest {
      switch strength {
      case .comparison: left = try comparison(left)
      case .predicate: left = try predicate(left)
      case .or, .xor, .and: left = try logicalChain(left, strength)
      default: left = try arithmeticChain(left, strength)
      }
    }
    return left
  }

  /// The operand behind a binary operator; afterwards `height` is that of the two operands under the operator.
  private mutating func rightOperand(_ weakest: Strength) throws(CypherError) -> Expression {
    let leftHeight = height
    height = 0
    let operand = try operation(weakest)
    height = max(leftHeight, height)
    try growByOne()
    return operand
  }

  private var currentStrength: Strength? {
    switch token.kind {
    case .plus, .minus, .doubleBar: .sum
    case .star, .slash, .percent: .product
    case .caret: .power
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .matches, .doubleColon: .predicate
    case .keyword:
      switch token.keyword {
      case .or: .or
      case .xor: .xor
      case .and: .and
      case .in, .starts, .ends, .contains, .is: .predicate
      default: nil
      }
    default: nil
    }
  }

  private var binaryOperator: BinaryOperator {
    switch token.kind {
    case .plus: .add
    case .minus: .subtract
    case .doubleBar: .concatenate
    case .star: .multiply
    case .slash: .divide
    case .percent: .modulo
    case .caret: .power
    case .keyword:
      switch token.keyword {
      case .or: .or
      case .xor: .xor
      default: .and
      }
    default: preconditionFailure("only asked where a binary operator stands")
    }
  }

  /// `AddOrSubtractExpression`, `MultiplyDivideModuloExpression`, `PowerOfExpression`, from the operator on. They bind to the
  /// left and are not associative; a chain of many operands – as programs write them – becomes one flat node instead of a deep
  /// tree.
  private mutating func arithmeticChain(_ first: Expression, _ strength: Strength) throws(CypherError) -> Expression {
    var links: [ChainLink] = []
    var (tallest, nested) = (height, height)
    while currentStrength == strength {
      let symbol = binaryOperator
      advance()
      height = 0
      links.append(ChainLink(symbol, try operation(strength.next)))
      tallest = max(tallest, height)
      nested = max(nested, height) + 1
    }
    if links.count >= Self.longestUnbalancedChain {
      height = tallest
      try growByOne()
      return Expression(.chain(first, links), first.span.union(links[links.count - 1].operand.span))
    }
    height = nested - 1
    try growByOne()
    return links.reduce(first) { Expression(.binary($1.symbol, $0, $1.operand), $0.span.union($1.operand.span)) }
  }

  /// `OrExpression`, `XorExpression`, `AndExpression`, from the operator on. They are associative, so a chain of many operands
  /// becomes a balanced tree.
  private mutating func logicalChain(_ first: Expression, _ strength: Strength) throws(CypherError) -> Expression {
    let symbol = binaryOperator
    var operands = [first]
    var tallest = height
    while currentStrength == strength {
      advance()
      height = 0
      operands.append(try operation(strength.next))
      tallest = max(tallest, height)
    }
    height = tallest
    let isLong = operands.count > Self.longestUnbalancedChain
    var levels = isLong ? Int.bitWidth - operands.count.leadingZeroBitCount : operands.count - 1
    while levels > 0 {
      try growByOne()
      levels -= 1
    }
    if isLong { return Expression.balanced(symbol, operands) }
    return operands.dropFirst().reduce(first) { Expression(.binary(symbol, $0, $1), $0.span.union($1.span)) }
  }

  private static let longestUnbalancedChain = 64

  /// `NotExpression`.
  private mutating func negation() throws(CypherError) -> Expression {
    var starts: [Int] = []
    while at(.not) {
      starts.append(token.lowerBound)
      advance()
    }
    var expression = try operation(.comparison)
    for start in starts.reversed() {
      try growByOne()
      expression = Expression(.unary(.not, expression), SourceSpan(start, expression.span.upperBound))
    }
    return expression
  }

  /// The test of `subject` that begins with an operator.
  mutating func test(of subject: Expression) throws(CypherError) -> Expression {
    currentStrength == .comparison ? try comparison(subject) : try predicate(subject)
  }

  /// `ComparisonExpression`, from the first operator on: a chain holds if each pair does.
  private mutating func comparison(_ first: Expression) throws(CypherError) -> Expression {
    var operands = [first]
    var operators: [ComparisonOperator] = []
    while let symbol = comparisonOperator {
      advance()
      operators.append(symbol)
      let leftHeight = height
      height = 0
      operands.append(try operation(.predicate))
      height = max(leftHeight, height)
    }
    try growByOne()
    let span = first.span.union(operands[operands.count - 1].span)
    return Expression(.comparison(operands: operands, operators: operators), span)
  }

  private var comparisonOperator: ComparisonOperator? {
    switch token.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// `StringPredicateExpression`, `ListPredicateExpression`, `NullPredicateExpression`, and the regular expression match that
  /// other implementations have.
  private mutating func predicate(_ subject: Expression) throws(CypherError) -> Expression {
    let symbol: BinaryOperator
    switch (token.kind, token.keyword) {
    case (.matches, _): symbol = .matches
    case (_, .in): symbol = .in
    case (_, .contains): symbol = .contains
    case (.doubleColon, _):
      advance()
      let type = try valueType()
      try growByOne()
      return Expression(.typeTest(subject, type), span(from: subject.span.lowerBound))
    case (_, .is):
      advance()
      let kind = try testBehindIs(of: subject)
      try growByOne()
      return Expression(kind, span(from: subject.span.lowerBound))
    default:
      symbol = at(.starts) ? .startsWith : .endsWith
      advance()
      guard at(.with) else { throw unexpected("WITH") }
    }
    advance()
    let operand = try rightOperand(.sum)
    return Expression(.binary(symbol, subject, operand), subject.span.union(operand.span))
  }

  /// `UnaryAddOrSubtractExpression`; a sign in front of a bare number belongs to the number, so that the smallest integer
  /// can be written.
  private mutating func unaryOperation() throws(CypherError) -> Expression {
    var signs: [Token] = []
    while at(.plus) || at(.minus) {
      signs.append(token)
      advance()
    }
    guard let last = signs.last else { return try postfixExpression(allowingLabels: true) }
    var expression: Expression
    if last.kind == .minus, let number = try negativeNumber(from: last.lowerBound) {
      signs.removeLast()
      expression = number
    } else {
      expression = try postfixExpression(allowingLabels: true)
    }
    for sign in signs.reversed() {
      try growByOne()
      let span = SourceSpan(sign.lowerBound, expression.span.upperBound)
      expression = Expression(.unary(sign.kind == .minus ? .minus : .plus, expression), span)
    }
    return expression
  }

  /// `NonArithmeticOperatorExpression`: an atom and the look-ups behind it.
  mutating func postfixExpression(allowingLabels: Bool) throws(CypherError) -> Expression {
    var expression = try atom()
    while true {
      let start = expression.span.lowerBound
      switch token.kind {
      case .dot:
        advance()
        let key = try schemaName("a property key")
        expression = Expression(.property(expression, key), span(from: start))
      case .leftBracket:
        expression = try subscripted(expression)
      case .leftBrace:
        guard case .variable = expression.kind, mapProjectionBegins else { return expression }
        expression = try mapProjection(of: expression)
      case .colon where allowingLabels:
        advance()
        let labels = try labelsBehindColon(of: .element)
        expression = Expression(.hasLabels(expression, labels), span(from: start))
        try growByOne()
        return expression
      default:
        return expression
      }
      try growByOne()
    }
  }

  /// `ListOperatorExpression`: an element or a slice.
  private mutating func subscripted(_ list: Expression) throws(CypherError) -> Expression {
    let start = list.span.lowerBound
    advance()
    let lower = at(.dotDot) ? nil : try expression()
    guard accept(.dotDot) else {
      try expect(.rightBracket, "`..`", "`]`")
      guard let lower else { throw unexpected("an index") }
      return Expression(.subscripted(list, lower), span(from: start))
    }
    let upper = at(.rightBracket) ? nil : try expression()
    try expect(.rightBracket, "`]`")
    return Expression(.slice(list, from: lower, to: upper), span(from: start))
  }
}
