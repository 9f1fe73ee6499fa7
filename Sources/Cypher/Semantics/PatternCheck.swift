/// Patterns that are looked for: MATCH, subqueries and pattern comprehensions. Variables that do not exist yet are bound.
struct MatchPatternCheck {
  let context: SemanticContext

  /// Checks `pattern` and adds its variables to `scope`; property maps may use all of them.
  func check(_ pattern: Pattern, _ scope: inout Scope) throws(CypherError) {
    try PathSelectionCheck(context: context).check(pattern)
    let before = scope
    var seen = SeenVariables(repeatsRelationships: pattern.mode == .repeatableElements)
    for path in pattern.paths { try bind(path, before, &scope, &seen) }
    for path in pattern.paths { try checkExpressions(of: path, before, scope) }
  }

  /// What the paths bound so far have bound.
  private struct SeenVariables {
    /// True where two relationships of the pattern may be one and the same.
    let repeatsRelationships: Bool
    var relationships: Set<String> = []
  }

  private func bind(
    _ path: PathPattern, _ before: Scope, _ scope: inout Scope, _ seen: inout SeenVariables
  ) throws(CypherError) {
    try bind(path.start, &scope)
    for step in path.steps {
      switch step.link {
      case .relationship(let relationship): try bind(relationship, &scope, &seen)
      case .group(let group): try QuantifiedPathCheck(context: context, before: before).bind(group, &scope)
      }
      try bind(step.node, &scope)
    }
    guard let variable = path.variable else { return }
    guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
    scope.define(variable.text, .path)
  }

  private func checkExpressions(of path: PathPattern, _ before: Scope, _ scope: Scope) throws(CypherError) {
    try PatternElementCheck(context: context, scope: scope).check(path)
    for group in path.steps.compactMap(\.group) {
      try QuantifiedPathCheck(context: context, before: before).checkExpressions(of: group, scope)
    }
    guard let filter = path.filter else { return }
    var inner = before
    for name in path.variableNames { inner.define(name, scope[name] ?? .any) }
    try ExpressionCheck(context: context, scope: inner.hiding(scope)).check(predicate: filter)
  }

  private func bind(_ node: NodePattern, _ scope: inout Scope) throws(CypherError) {
    guard let variable = node.variable else { return }
    if let type = scope[variable.text], !type.couldBe(.node) {
      throw scope.typeConflict(variable, type, needed: "a node here")
    }
    scope.define(variable.text, .node)
  }

  private func bind(
    _ relationship: RelationshipPattern, _ scope: inout Scope, _ seen: inout SeenVariables
  ) throws(CypherError) {
    guard let variable = relationship.variable else { return }
    let wanted: StaticType = relationship.length == nil ? .relationship : .list(.relationship)
    if let type = scope[variable.text] {
      if case .quantified = relationship.length { throw scope.alreadyBound(variable) }
      let needed = relationship.length == nil ? "a relationship here" : "a list of relationships here"
      guard type.couldBe(wanted) else { throw scope.typeConflict(variable, type, needed: needed) }
    }
    guard seen.relationships.insert(variable.text).inserted || seen.repeatsRelationships else {
      throw CypherError(
        .syntaxError, .relationshipUniquenessViolation,
        "`\(variable.text)` stands for two relationships of one pattern, which are never the same", at: variable.span,
        hint: "give the second one another name")
    }
    if case .quantified = relationship.length {
      scope.define(group: variable.text, ofEach: .relationship)
    } else {
      scope.define(variable.text, wanted)
    }
  }
}

/// Patterns that are expressions: every variable must exist, none is bound.
struct BoundPatternCheck {
  let context: SemanticContext
  let scope: Scope

  func check(_ path: PathPattern) throws(CypherError) {
    if let group = path.steps.lazy.compactMap(\.group).first {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a repeated part cannot stand in a pattern that is an expression", at: group.span,
        hint: "write EXISTS { … } around the pattern")
    }
    for node in path.nodes { try check(node.variable, .node) }
    for relationship in path.relationships {
      // A shortest path may name its relationships although nobody can use the name.
      if path.shortest != nil { continue }
      try check(relationship.variable, relationship.length == nil ? .relationship : .list(.relationship))
    }
    try PatternElementCheck(context: context, scope: scope).check(path)
  }

  private func check(_ variable: Name?, _ wanted: StaticType) throws(CypherError) {
    guard let variable else { return }
    guard let type = scope[variable.text] else { throw scope.undefined(variable.text, at: variable.span) }
    guard type.couldBe(wanted) else {
      throw scope.typeConflict(variable, type, needed: "\(wanted.description) here")
    }
  }
}

/// What stands in the brackets of nodes and relationships that are looked for, besides their variables: labels, property maps,
/// predicates. All may use every variable in `scope`.
struct PatternElementCheck {
  let context: SemanticContext
  let scope: Scope

  private var expressions: ExpressionCheck { ExpressionCheck(context: context, scope: scope) }

  /// Checks the elements of a path, those of repeated parts left out.
  func check(_ path: PathPattern) throws(CypherError) {
    try check(path.start)
    for step in path.steps {
      if let relationship = step.relationship { try check(relationship) }
      try check(step.node)
    }
  }

  private func check(_ node: NodePattern) throws(CypherError) {
    try LabelCheck(expressions: expressions).check(node.labels)
    try check(properties: node.properties)
    if let predicate = node.predicate { try expressions.check(predicate: predicate) }
  }

  private func check(_ relationship: RelationshipPattern) throws(CypherError) {
    try LabelCheck(expressions: expressions).check(relationship.types)
    try check(properties: relationship.properties)
    guard let predicate = relationship.predicate else { return }
    // The variable of a pattern of variable length stands for each relationship here, and for their list elsewhere.
    let inner = relationship.variable.map { expressions.binding($0, .relationship) } ?? expressions
    try inner.check(predicate: predicate)
  }

  private func check(properties: Expression?) throws(CypherError) {
    guard let properties else { return }
    try ParameterMapCheck.check(properties, clause: "MATCH")
    _ = try expressions.type(of: properties)
  }
}

/// A parameter in place of a property map is only known when the statement runs: fine for CREATE, but what is looked for must
/// be known before.
enum ParameterMapCheck {
  static func check(_ properties: Expression, clause: String) throws(CypherError) {
    guard case .parameter(let name) = properties.kind else { return }
    throw CypherError(
      .syntaxError, .invalidParameterUse, "\(clause) cannot take its properties from the parameter `$\(name)`",
      at: properties.span, hint: "name the properties: {key: $\(name).key}")
  }
}
