/// SET, REMOVE and DELETE: they change nodes and relationships, by variables that exist.
struct UpdateCheck {
  let context: SemanticContext
  let scope: Scope

  private var expressions: ExpressionCheck { ExpressionCheck(context: context, scope: scope) }

  func check(_ items: [SetItem]) throws(CypherError) {
    for item in items {
      switch item {
      case .property(let owner, _, let value):
        try checkElement(owner, try expressions.type(of: owner))
        try PropertyValueCheck.check(value, try expressions.type(of: value))
      case .dynamicProperty(let owner, let key, let value):
        try checkElement(owner, key)
        try PropertyValueCheck.check(value, try expressions.type(of: value))
      case .replaceProperties(let variable, let value), .mergeProperties(let variable, let value):
        try checkElement(variable)
        let type = try expressions.type(of: value)
        guard type.couldBe(anyOf: [.map, .node, .relationship]) else {
          throw expressions.wrongType(
            value, type, needed: "a map, a node or a relationship", in: "SET", hint: "SET n.key = value sets one property")
        }
      case .labels(let variable, let labels): try checkNode(variable, labels, in: "SET")
      }
    }
  }

  func check(_ items: [RemoveItem]) throws(CypherError) {
    for item in items {
      switch item {
      case .property(let owner, _): try checkElement(owner, try expressions.type(of: owner))
      case .dynamicProperty(let owner, let key): try checkElement(owner, key)
      case .labels(let variable, let labels): try checkNode(variable, labels, in: "REMOVE")
      }
    }
  }

  func check(deleting deleted: [Expression]) throws(CypherError) {
    for expression in deleted {
      if case .hasLabels(_, let labels) = expression.kind {
        throw CypherError(
          .syntaxError, .invalidDelete, "DELETE cannot delete a label or a type", at: expression.span,
          hint: labels.names.first.map { "REMOVE n:\($0.text) takes a label away" })
      }
      let type = try expressions.type(of: expression)
      guard type.couldBe(anyOf: [.node, .relationship, .path]) else {
        throw expressions.wrongType(expression, type, needed: "a node, a relationship or a path", in: "DELETE")
      }
    }
  }

  private func type(of variable: Name) throws(CypherError) -> StaticType {
    guard let type = scope[variable.text] else { throw scope.undefined(variable.text, at: variable.span) }
    return type
  }

  private func checkElement(_ variable: Name) throws(CypherError) {
    try checkElement(Expression(.variable(variable.text), variable.span), try type(of: variable))
  }

  private func checkElement(_ owner: Expression, _ type: StaticType) throws(CypherError) {
    guard type.couldBe(anyOf: [.node, .relationship]) else {
      throw expressions.wrongType(owner, type, needed: "a node or a relationship", in: "a change of properties")
    }
  }

  /// The owner of a property whose key is computed.
  private func checkElement(_ owner: Expression, _ key: Expression) throws(CypherError) {
    try checkElement(owner, try expressions.type(of: owner))
    let type = try expressions.type(of: key)
    guard type.couldBe(.string) else { throw expressions.wrongType(key, type, needed: "a string", in: "a computed property key") }
  }

  private func checkNode(_ variable: Name, _ labels: LabelExpression, in clause: String) throws(CypherError) {
    try LabelCheck(expressions: expressions).check(writing: labels, in: clause, at: variable.span)
    let type = try type(of: variable)
    guard type.couldBe(.node) else {
      let expression = Expression(.variable(variable.text), variable.span)
      throw expressions.wrongType(expression, type, needed: "a node", in: "a change of labels")
    }
  }
}
