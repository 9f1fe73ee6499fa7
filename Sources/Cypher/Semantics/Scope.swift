/// The variables that can be used at one place of a query, and what is known of their types.
struct Scope {
  private(set) var names: [String] = []
  private var types: [String: StaticType] = [:]

  subscript(name: String) -> StaticType? { types[name] }

  func contains(_ name: String) -> Bool { types[name] != nil }

  var isEmpty: Bool { names.isEmpty }

  /// Adds a variable, or gives the one of that name another type.
  mutating func define(_ name: String, _ type: StaticType) {
    if types.updateValue(type, forKey: name) == nil { names.append(name) }
  }

  func defining(_ name: String, _ type: StaticType) -> Scope {
    var scope = self
    scope.define(name, type)
    return scope
  }

  /// Both scopes' variables; where both have one, `inner`'s.
  func merging(_ inner: Scope) -> Scope {
    var scope = self
    for name in inner.names { scope.define(name, inner[name] ?? .any) }
    return scope
  }

  // MARK: - Errors

  func undefined(_ name: String, at span: SourceSpan) -> CypherError {
    CypherError(
      .syntaxError, .undefinedVariable, "no variable `\(name)` here", at: span,
      hint: NameSuggestion.hint(for: name, among: names))
  }

  func alreadyBound(_ name: Name) -> CypherError {
    CypherError(
      .syntaxError, .variableAlreadyBound, "the variable `\(name.text)` exists already", at: name.span,
      hint: "choose another name")
  }

  func typeConflict(_ name: Name, _ found: StaticType, needed: String) -> CypherError {
    CypherError(
      .syntaxError, .variableTypeConflict, "`\(name.text)` is \(found.description) and cannot be \(needed)", at: name.span)
  }
}
