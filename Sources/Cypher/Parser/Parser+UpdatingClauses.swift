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
    if canNameVariable(token) {
      switch token(after: 1).kind {
      case .equal:
        let name = try variable()
        advance()
        return .replaceProperties(name, try expression())
      case .plusEqual:
        let name = try variable()
        advance()
        return .mergeProperties(name, try expression())
      case .colon: return .labels(try variable(), try writtenLabels())
      case .keyword where token(after: 1).keyword == .is: return .labels(try variable(), try writtenLabels())
      default: break
      }
    }
    let target = try propertyTarget()
    try expect(.equal, "`=` and the new value")
    let value = try expression()
    switch target {
    case .key(let owner, let key): return .property(of: owner, key: key, value: value)
    case .dynamicKey(let owner, let key): return .dynamicProperty(of: owner, key: key, value: value)
    }
  }

  /// `RemoveItem`s separated by commas.
  mutating func removeItems() throws(CypherError) -> [RemoveItem] {
    var items = [try removeItem()]
    while accept(.comma) { items.append(try removeItem()) }
    return items
  }

  private mutating func removeItem() throws(CypherError) -> RemoveItem {
    let following = token(after: 1)
    if canNameVariable(token), following.kind == .colon || following.keyword == .is {
      return .labels(try variable(), try writtenLabels())
    }
    switch try propertyTarget() {
    case .key(let owner, let key): return .property(of: owner, key: key)
    case .dynamicKey(let owner, let key): return .dynamicProperty(of: owner, key: key)
    }
  }

  private enum PropertyTarget {
    case key(of: Expression, Name)
    case dynamicKey(of: Expression, Expression)
  }

  /// `PropertyExpression`: what has the property, and its key, which `n[…]` computes.
  private mutating func propertyTarget() throws(CypherError) -> PropertyTarget {
    let start = token
    let expression = try nested { parser throws(CypherError) in try parser.postfixExpression(allowingLabels: false) }
    switch expression.kind {
    case .property(let owner, let key): return .key(of: owner, key)
    case .subscripted(let owner, let key): return .dynamicKey(of: owner, key)
    default:
      if expression.span.lowerBound == start.lowerBound, !at(.endOfText) { throw unexpected("`.` and a property key", "a label") }
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "expected a property such as `n.name`, or labels such as `n:Label`", at: expression.span,
        hint: "DELETE takes whole nodes and relationships away")
    }
  }
}
