/// The variables that can be used at one place of a query, and what is known of their types.
struct Scope {
  private(set) var names: [String] = []
  private var types: [String: StaticType] = [:]
  /// Variables that existed before a projection left them out: not usable, but worth a hint.
  private var leftOut: Set<String> = []
  /// Variables of the same pattern that a part of it, which is searched alone, cannot see.
  private var outsideOfPart: Set<String> = []
  /// Variables that a repeated part of a pattern binds to lists.
  private var groupVariables: Set<String> = []

  subscript(name: String) -> StaticType? { types[name] }

  func contains(_ name: String) -> Bool { types[name] != nil }

  var isEmpty: Bool { names.isEmpty }

  /// Adds a variable, or gives the one of that name another type.
  mutating func define(_ name: String, _ type: StaticType) {
    if types.updateValue(type, forKey: name) == nil { names.append(name) }
  }

  /// Adds the variable of a repeated part, where it has type `type`.
  mutating func define(group name: String, ofEach type: StaticType) {
    define(name, .list(type))
    groupVariables.insert(name)
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

  /// The same variables, knowing that a projection put them in the place of `earlier`.
  func replacing(_ earlier: Scope) -> Scope {
    var scope = self
    scope.leftOut = earlier.leftOut.union(earlier.names).subtracting(names)
    return scope
  }

  /// The same variables, knowing that those of `pattern` cannot be used in this part of it.
  func hiding(_ pattern: Scope) -> Scope {
    var scope = self
    scope.outsideOfPart = Set(pattern.names).subtracting(names)
    return scope
  }

  // MARK: - Errors

  func undefined(_ name: String, at span: SourceSpan) -> CypherError {
    var hint = NameSuggestion.hint(for: name, among: names)
    if leftOut.contains(name) { hint = "`\(name)` was left out by a projection before: pass it on there" }
    if outsideOfPart.contains(name) {
      hint = "`\(name)` belongs to the same pattern, outside of this part: put the condition behind the whole pattern"
    }
    return CypherError(.syntaxError, .undefinedVariable, "no variable `\(name)` here", at: span, hint: hint)
  }

  func alreadyBound(_ name: Name) -> CypherError {
    CypherError(
      .syntaxError, .variableAlreadyBound, "the variable `\(name.text)` exists already", at: name.span,
      hint: "choose another name")
  }

  func typeConflict(_ name: Name, _ found: StaticType, needed: String) -> CypherError {
    CypherError(
      .syntaxError, .variableTypeConflict, "`\(name.text)` is \(found.description) and cannot be \(needed)", at: name.span,
      hint: groupVariables.contains(name.text) ? "outside of the repeated part it is a list of what each repetition met" : nil)
  }
}
