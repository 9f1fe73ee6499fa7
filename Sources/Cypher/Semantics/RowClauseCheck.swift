/// LET, FILTER, FOR and ORDER BY on its own: clauses that keep the variables in scope, and may add some.
struct RowClauseCheck {
  let context: SemanticContext

  func check(_ clause: Clause, _ scope: inout Scope) throws(CypherError) {
    switch clause.kind {
    case .let(let items):
      for item in items {
        let type = try ExpressionCheck(context: context, scope: scope).type(of: item.value)
        try define(item.variable, type, &scope)
      }
    case .filter(let condition): try ExpressionCheck(context: context, scope: scope).check(predicate: condition)
    case .for(let loop):
      let type = try ExpressionCheck(context: context, scope: scope).type(of: loop.list)
      guard type.couldBe(.list(.any)) else {
        throw ExpressionCheck(context: context, scope: scope).wrongType(loop.list, type, needed: "a list", in: "FOR")
      }
      try define(loop.variable, type.element, &scope)
      if let position = loop.position { try define(position.variable, .integer, &scope) }
    case .order(let order):
      let check = ExpressionCheck(context: context, scope: scope)
      for item in order.items { _ = try check.type(of: item.expression) }
      try RowLimitCheck.check(skip: order.skip, limit: order.limit, context)
    case .finish: break
    default: preconditionFailure("only called for clauses that work on rows one by one")
    }
  }

  private func define(_ variable: Name, _ type: StaticType, _ scope: inout Scope) throws(CypherError) {
    guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
    scope.define(variable.text, type)
  }
}
