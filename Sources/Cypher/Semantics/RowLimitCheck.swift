/// SKIP and LIMIT take an integer that is not negative and is known before the first row.
struct RowLimitCheck {
  let context: SemanticContext
  let word: String

  static func check(skip: Expression?, limit: Expression?, _ context: SemanticContext) throws(CypherError) {
    if let skip { try RowLimitCheck(context: context, word: "SKIP").check(skip) }
    if let limit { try RowLimitCheck(context: context, word: "LIMIT").check(limit) }
  }

  func check(_ expression: Expression) throws(CypherError) {
    if let variable = firstVariable(in: expression) {
      throw CypherError(
        .syntaxError, .nonConstantExpression, "\(word) cannot depend on the rows", at: variable.span,
        hint: "use a number or a parameter")
    }
    let check = ExpressionCheck(context: context, scope: Scope())
    let type = try check.type(of: expression)
    guard type.couldBe(.integer), type != .float else {
      throw check.wrongType(expression, type, needed: "an integer", in: word)
    }
    if case .null = expression.kind {
      throw CypherError(
        .syntaxError, .invalidArgumentType, "\(word) needs an integer, not null", at: expression.span,
        hint: "leave \(word) out for all rows")
    }
    if let value = ConstantInteger.value(of: expression), value < 0 {
      throw CypherError(
        .syntaxError, .negativeIntegerArgument, "\(word) cannot be negative, and this is \(value)", at: expression.span,
        hint: "use 0 or more")
    }
  }

  private func firstVariable(in expression: Expression) -> Expression? {
    switch expression.kind {
    case .variable, .exists, .count, .collect, .patternPredicate, .patternComprehension, .shortestPath: return expression
    case .listComprehension, .quantifier, .reduce: return nil
    default:
      for child in expression.children {
        if let found = firstVariable(in: child) { return found }
      }
      return nil
    }
  }
}
