/// A part of a path that is repeated. Inside it each variable is an element, outside a list of them; it is searched alone, so
/// that its conditions see its own variables and those of earlier clauses, and nothing else of the pattern around it.
struct QuantifiedPathCheck {
  let context: SemanticContext
  /// The variables that existed before the pattern.
  let before: Scope

  /// Adds the group's variables, as lists, to `scope`.
  func bind(_ group: QuantifiedPath, _ scope: inout Scope) throws(CypherError) {
    try checkShape(group)
    for (name, type) in try variables(of: group.path) {
      guard !scope.contains(name.text) else {
        throw CypherError(
          .syntaxError, .variableAlreadyBound, "the variable `\(name.text)` exists already, and a repeated part binds its own",
          at: name.span, hint: "choose another name, and compare the two in the WHERE of the part or behind the pattern")
      }
      scope.define(group: name.text, ofEach: type)
    }
  }

  /// Checks what is asked of each repetition.
  func checkExpressions(of group: QuantifiedPath, _ pattern: Scope) throws(CypherError) {
    var inner = before
    for (name, type) in try variables(of: group.path) { inner.define(name.text, type) }
    inner = inner.hiding(pattern)
    try PatternElementCheck(context: context, scope: inner).check(group.path)
    if let filter = group.path.filter { try ExpressionCheck(context: context, scope: inner).check(predicate: filter) }
  }

  private func checkShape(_ group: QuantifiedPath) throws(CypherError) {
    guard !group.path.steps.isEmpty else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "what is repeated needs at least one relationship", at: group.span,
        hint: "such as ((a)-->(b))+")
    }
    for step in group.path.steps {
      switch step.link {
      case .group(let inner): throw nested(inner.span)
      case .relationship(let relationship):
        if case .quantified = relationship.length { throw nested(relationship.span) }
        if relationship.length != nil {
          throw CypherError(
            .syntaxError, .unexpectedSyntax, "a relationship of variable length cannot stand in a repeated part",
            at: relationship.span, hint: "put it beside the part")
        }
      }
    }
  }

  private func nested(_ span: SourceSpan) -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "a repeated part cannot have another one inside", at: span,
      hint: "repeat one of the two, or ask for the inner one with EXISTS { … }")
  }

  /// The variables inside, each once, with the type that they have there.
  private func variables(of path: PathPattern) throws(CypherError) -> [(name: Name, type: StaticType)] {
    var found: [(name: Name, type: StaticType)] = []
    func add(_ name: Name?, _ type: StaticType) throws(CypherError) {
      guard let name else { return }
      if let known = found.first(where: { $0.name == name }) {
        guard type == .node, known.type == .node else {
          throw CypherError(
            .syntaxError, .variableAlreadyBound, "`\(name.text)` stands for two things in one repetition", at: name.span,
            hint: "choose another name")
        }
      } else {
        found.append((name, type))
      }
    }
    for node in path.nodes { try add(node.variable, .node) }
    for relationship in path.relationships { try add(relationship.variable, .relationship) }
    try add(path.variable, .path)
    return found
  }
}
