// Expressions that bind variables of their own.
extension ExpressionCheck {
  func type(ofComprehension expression: Expression) throws(CypherError) -> StaticType {
    switch expression.kind {
    case .listComprehension(let variable, let list, let filter, let projection):
      let listType = try type(ofListFor: "a list comprehension", list)
      let inner = binding(variable, listType.element)
      if let filter { try inner.check(predicate: filter) }
      guard let projection else { return listType }
      return .list(try inner.type(of: projection))
    case .quantifier(let quantifier, let variable, let list, let filter):
      let listType = try type(ofListFor: "`\(quantifier.rawValue)`", list)
      if let filter { try binding(variable, listType.element).check(predicate: filter) }
      return .boolean
    case .reduce(let accumulator, let start, let variable, let list, let step, let test):
      let startType = try type(of: start)
      let listType = try type(ofListFor: test == nil ? "`reduce`" : "`allReduce`", list)
      let inner = binding(accumulator, .any).binding(variable, listType.element)
      let stepType = try inner.type(of: step)
      guard let test else { return startType.joined(stepType) }
      try inner.check(predicate: test)
      return .boolean
    case .patternComprehension(let path, let filter, let projection):
      var inner = self
      inner.aggregation = .forbidden
      try MatchPatternCheck(context: context).check(Pattern(paths: [path]), &inner.scope)
      if let filter { try inner.check(predicate: filter) }
      return .list(try inner.type(of: projection))
    default: preconditionFailure("only called for expressions that bind variables")
    }
  }

  private func type(ofListFor place: String, _ list: Expression) throws(CypherError) -> StaticType {
    let type = try type(of: list)
    guard type.couldBe(.list(.any)) else { throw wrongType(list, type, needed: "a list", in: place) }
    return type
  }
}
