/// Patterns that are created: CREATE and MERGE. A relationship has one type and a length of one, and what exists already may
/// only be an end of something new.
struct CreatePatternCheck {
  enum Clause: String { case create = "CREATE", merge = "MERGE" }

  let context: SemanticContext
  let clause: Clause

  func check(_ paths: [PathPattern], _ scope: inout Scope) throws(CypherError) {
    let before = scope
    for path in paths {
      try checkIsPlain(path)
      try check(path.start, before, scope)
      try bind(path.start, isAlone: path.steps.isEmpty, &scope)
      for step in path.steps {
        guard let relationship = step.relationship else { throw repeated(step.span) }
        let usable = clause == .create ? scope : before
        try check(relationship.properties, usable)
        try bind(relationship, &scope)
        try check(relationship, usable)
        try check(step.node, before, scope)
        try bind(step.node, isAlone: false, &scope)
      }
      guard let variable = path.variable else { continue }
      guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
      scope.define(variable.text, .path)
    }
  }

  /// What is made is one path, not a choice among several.
  private func checkIsPlain(_ path: PathPattern) throws(CypherError) {
    if path.shortest != nil {
      throw CypherError(.syntaxError, .unexpectedSyntax, "\(clause.rawValue) cannot make a shortest path", at: path.span)
    }
    guard path.selector == nil, path.mode == nil, path.filter == nil else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "\(clause.rawValue) takes a plain path, without selector, mode or WHERE", at: path.span,
        hint: "look for it with MATCH")
    }
  }

  private func repeated(_ span: SourceSpan) -> CypherError {
    CypherError(.syntaxError, .creatingVarLength, "\(clause.rawValue) cannot make a path that is repeated", at: span)
  }

  /// What CREATE makes can be used in the properties of what stands behind it; MERGE looks for everything at once.
  private func check(_ node: NodePattern, _ before: Scope, _ current: Scope) throws(CypherError) {
    let usable = clause == .create ? current : before
    let labels = LabelCheck(expressions: ExpressionCheck(context: context, scope: usable))
    try labels.check(writing: node.labels, in: clause.rawValue, at: node.span)
    try check(node.properties, usable)
    try refuse(node.predicate)
  }

  private func refuse(_ predicate: Expression?) throws(CypherError) {
    guard let predicate else { return }
    throw CypherError(
      .syntaxError, .unexpectedSyntax, "\(clause.rawValue) takes no WHERE in a pattern", at: predicate.span,
      hint: "WHERE looks for what exists: use it in a MATCH before")
  }

  private func check(_ properties: Expression?, _ scope: Scope) throws(CypherError) {
    guard let properties else { return }
    if clause == .merge { try ParameterMapCheck.check(properties, clause: "MERGE") }
    let check = ExpressionCheck(context: context, scope: scope)
    _ = try check.type(of: properties)
    guard case .map(let entries) = properties.kind else { return }
    for entry in entries { try PropertyValueCheck.check(entry.value, try check.type(of: entry.value)) }
  }

  private func bind(_ node: NodePattern, isAlone: Bool, _ scope: inout Scope) throws(CypherError) {
    guard let variable = node.variable else { return }
    if let type = scope[variable.text] {
      guard !isAlone, node.labels == nil, node.properties == nil else { throw scope.alreadyBound(variable) }
      guard type.couldBe(.node) else { throw scope.typeConflict(variable, type, needed: "a node here") }
    }
    scope.define(variable.text, .node)
  }

  private func bind(_ relationship: RelationshipPattern, _ scope: inout Scope) throws(CypherError) {
    guard let variable = relationship.variable else { return }
    guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
    scope.define(variable.text, .relationship)
  }

  private func check(_ relationship: RelationshipPattern, _ scope: Scope) throws(CypherError) {
    try refuse(relationship.predicate)
    if relationship.length != nil {
      throw CypherError(
        .syntaxError, .creatingVarLength, "\(clause.rawValue) cannot make relationships of variable length",
        at: relationship.span, hint: "write every relationship: (a)-[:TYPE]->()-[:TYPE]->(b)")
    }
    try check(relationship.types, at: relationship.span, scope)
    if clause == .create, relationship.direction == .both {
      throw CypherError(
        .syntaxError, .requiresDirectedRelationship, "CREATE needs a direction for a relationship", at: relationship.span,
        hint: "write -[:TYPE]-> or <-[:TYPE]-")
    }
  }

  private func check(_ types: LabelExpression?, at span: SourceSpan, _ scope: Scope) throws(CypherError) {
    switch types {
    case .name: return
    case .dynamic(let type) where type.quantifier == .all:
      try LabelCheck(expressions: ExpressionCheck(context: context, scope: scope)).check(types)
    default:
      throw CypherError(
        .syntaxError, .noSingleRelationshipType, "\(clause.rawValue) needs exactly one type for a relationship", at: span,
        hint: types == nil ? "write -[:TYPE]->" : "choose one of them; a relationship has one type for all its life")
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
        at: value.span, hint: "it holds numbers, texts, truth values, temporal values and lists of one of them")
    default: return
    }
  }
}
