// Updating clauses (openCypher productions `Merge`, `Set`, `Remove`; CREATE and DELETE need no method of their own).
extension Parser {
  /// `Merge`, behind its keyword.
  mutating func merge() throws(CypherError) -> Merge {
    var merge = Merge(pattern: try pathPattern())
    while accept(.on) {
      if accept(.create) {
        try expect(.set)
        merge.onCreate += try setItems()
      } else if accept(.match) {
        try expect(.set)
        merge.onMatch += try setItems()
      } else {
        throw unexpected("CREATE", "MATCH")
      }
    }
    return merge
  }

  /// `SetItem`s separated by commas.
  mutating func setItems() throws(CypherError) -> [SetItem] {
    var items = [try setItem()]
    while accept(.comma) { items.append(try setItem()) }
    return items
  }

  private mutating func setItem() throws(CypherError) -> SetItem {
    if atVariable {
      switch token(after: 1).kind {
      case .equal:
        let name = try variable()
        advance()
        return .replaceProperties(name, try expression())
      case .plusEqual:
        let name = try variable()
        advance()
        return .mergeProperties(name, try expression())
      case .colon: return .labels(try variable(), try labels())
      default: break
      }
    }
    let (owner, key) = try propertyExpression()
    try expect(.equal, "`=` and the new value")
    return .property(of: owner, key: key, value: try expression())
  }

  /// `RemoveItem`s separated by commas.
  mutating func removeItems() throws(CypherError) -> [RemoveItem] {
    var items = [try removeItem()]
    while accept(.comma) { items.append(try removeItem()) }
    return items
  }

  private mutating func removeItem() throws(CypherError) -> RemoveItem {
    if atVariable, token(after: 1).kind == .colon { return .labels(try variable(), try labels()) }
    let (owner, key) = try propertyExpression()
    return .property(of: owner, key: key)
  }

  /// `PropertyExpression`: what has the property, and its key.
  private mutating func propertyExpression() throws(CypherError) -> (owner: Expression, key: Name) {
    let start = token
    let expression = try nested { parser throws(CypherError) in try parser.postfixExpression(allowingLabels: false) }
    guard case .property(let owner, let key) = expression.kind else {
      if expression.span.lowerBound == start.lowerBound, !at(.endOfText) { throw unexpected("`.` and a property key", "a label") }
      throw CypherError(.syntaxError, .unexpectedSyntax, "expected a property such as `n.name`", at: expression.span)
    }
    return (owner, key)
  }
}
