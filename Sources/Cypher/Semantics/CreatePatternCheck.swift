/// Patterns that are created: CREATE and MERGE. A relationship has one type and a length of one, and what exists already may
/// only be an end of something new.
struct CreatePatternCheck {
  enum Clause: String { case create = "CREATE", merge = "MERGE" }

  let context: SemanticContext
  let clause: Clause

  func check(_ paths: [PathPattern], _ scope: inout Scope) throws(CypherError) {
    let before = scope
    for path in paths {
      if path.shortest != nil {
        throw CypherError(.syntaxError, .unexpectedSyntax, "\(clause.rawValue) cannot make a shortest path", at: path.span)
      }
      try check(path.start.properties, before, scope)
      try bind(path.start, isAlone: path.steps.isEmpty, &scope)
      for step in path.steps {
        try check(step.relationship.properties, before, scope)
        try bind(step.relationship, &scope)
        try check(step.relationship)
        try check(step.node.properties, before, scope)
        try bind(step.node, isAlone: false, &scope)
      }
      guard let variable = path.variable else { continue }
      guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
      scope.define(variable.text, .path)
    }
  }

  /// What CREATE makes can be used in the properties of what stands behind it; MERGE looks for everything at once.
  private func check(_ properties: Expression?, _ before: Scope, _ current: Scope) throws(CypherError) {
    guard let properties else { return }
    try check(properties, clause == .create ? current : before)
  }

  private func check(_ properties: Expression, _ scope: Scope) throws(CypherError) {
    if clause == .merge { try ParameterMapCheck.check(properties, clause: "MERGE") }
    let check = ExpressionCheck(context: context, scope: scope)
    _ = try check.type(of: properties)
    guard case .map(let entries) = properties.kind else { return }
    for entry in entries { try PropertyValueCheck.check(entry.value, try check.type(of: entry.value)) }
  }

  private func bind(_ node: NodePattern, isAlone: Bool, _ scope: inout Scope) throws(CypherError) {
    guard let variable = node.variable else { return }
    if let type = scope[variable.text] {
      guard !isAlone, node.labels.isEmpty, node.properties == nil else { throw scope.alreadyBound(variable) }
      guard type.couldBe(.node) else { throw scope.typeConflict(variable, type, needed: "a node here") }
    }
    scope.define(variable.text, .node)
  }

  private func bind(_ relationship: RelationshipPattern, _ scope: inout Scope) throws(CypherError) {
    guard let variable = relationship.variable else { return }
    guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
    scope.define(variable.text, .relationship)
  }

  private func check(_ relationship: RelationshipPattern) throws(CypherError) {
    if relationship.length != nil {
      throw CypherError(
        .syntaxError, .creatingVarLength, "\(clause.rawValue) cannot make relationships of variable length",
        at: relationship.span)
    }
    if relationship.types.count != 1 {
      throw CypherError(
        .syntaxError, .noSingleRelationshipType, "\(clause.rawValue) needs exactly one type for a relationship",
        at: relationship.span, hint: relationship.types.isEmpty ? "write -[:TYPE]->" : nil)
    }
    if clause == .create, relationship.direction == .both {
      throw CypherError(
        .syntaxError, .requiresDirectedRelationship, "CREATE needs a direction for a relationship", at: relationship.span,
        hint: "write -[:TYPE]-> or <-[:TYPE]-")
    }
  }
}

/// What can be stored: no maps and no elements, in lists neither.
enum PropertyValueCheck {
  static func check(_ value: Expression, _ type: StaticType) throws(CypherError) {
    var stored = type
    while case .list(let element) = stored { stored = element }
    switch stored {
    case .map, .node, .relationship, .path:
      throw CypherError(
        .typeError, .invalidPropertyType,
        "a property cannot hold \(stored == type ? type.description : "a list with \(stored.description) in it")",
        at: value.span)
    default: return
    }
  }
}
