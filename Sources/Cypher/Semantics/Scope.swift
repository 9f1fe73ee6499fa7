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
  /// Variables of the rows outside a subquery that it can use everywhere: no projection leaves them out, and none is replaced.
  private var fixed: Set<String> = []
  /// Variables of the rows outside a subquery that it has not imported.
  private var outside: Set<String> = []

  subscript(name: String) -> StaticType? { types[name] }

  func contains(_ name: String) -> Bool { types[name] != nil }

  /// The variables that `*` stands for.
  var ownNames: [String] { fixed.isEmpty ? names : names.filter { !fixed.contains($0) } }

  func isFixed(_ name: String) -> Bool { fixed.contains(name) }

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
    scope.outside = earlier.outside
    return scope
  }

  // MARK: - Subqueries

  /// These variables, to be used everywhere in a subquery.
  var fixingAll: Scope {
    var scope = self
    scope.fixed = Set(names)
    return scope
  }

  /// Only those variables that no projection leaves out.
  var fixedPart: Scope {
    var scope = Scope()
    for name in names where fixed.contains(name) { scope.define(name, types[name] ?? .any) }
    scope.fixed = fixed
    scope.outside = outside
    return scope
  }

  /// Only the variables called `imported`, knowing that the others stand outside.
  func importing(_ imported: [Name]) throws(CypherError) -> Scope {
    var scope = Scope()
    for name in imported {
      guard let type = self[name.text] else { throw undefined(name.text, at: name.span) }
      scope.define(name.text, type)
    }
    scope.outside = Set(names).subtracting(scope.names)
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
    let hint =
      if leftOut.contains(name) {
        "`\(name)` was left out by a projection before: pass it on there"
      } else if outsideOfPart.contains(name) {
        "`\(name)` belongs to the same pattern, outside of this part: put the condition behind the whole pattern"
      } else if outside.contains(name) {
        "`\(name)` stands outside the subquery: import it with CALL (\(name)) { … }"
      } else {
        ForeignWords.variables[name.uppercased()] ?? NameSuggestion.hint(for: name, among: names)
          ?? "variables are bound by MATCH, WITH, UNWIND or YIELD; a text stands in quotes"
      }
    return CypherError(.syntaxError, .undefinedVariable, "no variable `\(name)` here", at: span, hint: hint)
  }

  /// A projection inside a subquery gives something else the name of a variable outside.
  func shadowing(_ name: Name) -> CypherError {
    CypherError(
      .syntaxError, .variableAlreadyBound, "`\(name.text)` is a variable of the rows outside, which a subquery cannot replace",
      at: name.span, hint: "choose another name")
  }

  func alreadyBound(_ name: Name) -> CypherError {
    CypherError(
      .syntaxError, .variableAlreadyBound, "the variable `\(name.text)` exists already", at: name.span,
      hint: "choose another name")
  }

  func typeConflict(_ name: Name, _ found: StaticType, needed: String) -> CypherError {
    CypherError(
      .syntaxError, .variableTypeConflict, "`\(name.text)` is \(found.description) and cannot be \(needed)", at: name.span,
      hint: groupVariables.contains(name.text)
        ? "outside of the repeated part it is a list of what each repetition met" : "choose another name")
  }
}
