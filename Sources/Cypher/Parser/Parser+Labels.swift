// Label expressions (GQL's `isLabelExpression`, `labelExpression`; openCypher productions `NodeLabels`, `RelationshipTypes`).
extension Parser {
  /// Whose labels or types are read, for the two forms that only one of them has.
  enum LabelOwner {
    case node, relationship
    /// The subject of a predicate, which may be either.
    case element

    fileprivate var noun: String {
      switch self {
      case .node, .element: "a label"
      case .relationship: "a relationship type"
      }
    }
  }

  /// `:A|B` or `IS A|B`, nil where neither begins.
  mutating func elementLabels(of owner: LabelOwner) throws(CypherError) -> LabelExpression? {
    if accept(.colon) { return try labelsBehindColon(of: owner) }
    guard accept(.is) else { return nil }
    return try labelsBehindIs(of: owner)
  }

  /// A label expression behind IS or LABELED, where no colon may follow.
  mutating func labelsBehindIs(of owner: LabelOwner) throws(CypherError) -> LabelExpression {
    let start = index
    let labels = try labelDisjunction(of: owner)
    if at(.colon) {
      throw try mixedColons(
        from: start, of: owner, prefix: text(tokens[start - 1].span) + " ", "labels behind IS cannot be joined with `:`")
    }
    return labels
  }

  /// What follows the first colon: one label expression, or the older `A:B:C`.
  mutating func labelsBehindColon(of owner: LabelOwner) throws(CypherError) -> LabelExpression {
    let start = index
    let first = try labelDisjunction(of: owner)
    guard at(.colon) else { return first }
    if owner == .relationship {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "a relationship has one type, so types are not joined with `:`", at: token.span,
        hint: "for one of several types write [:A|B]")
    }
    var parts = [first]
    while at(.colon) {
      guard isUsedInColonList(parts[parts.count - 1]) else { throw try mixedColons(from: start, of: owner) }
      advance()
      parts.append(try labelPrimary(of: owner))
    }
    guard isUsedInColonList(parts[parts.count - 1]), !atLabelOperator(of: owner) else {
      throw try mixedColons(from: start, of: owner)
    }
    return .and(parts)
  }

  private func isUsedInColonList(_ part: LabelExpression) -> Bool {
    switch part {
    case .name, .dynamic: true
    default: false
    }
  }

  private func atLabelOperator(of owner: LabelOwner) -> Bool { atLabelAlternative(of: owner) || at(.ampersand) }

  /// `|` in the brackets of a node or relationship, or in a predicate where it means an alternative.
  private func atLabelAlternative(of owner: LabelOwner) -> Bool { owner == .element ? atAlternative : at(.bar) }

  /// `|` behind a label or a type in an expression, unless it is the one that the projection of a comprehension begins with:
  /// the last one, or one behind which an expression stands that is no label.
  var atAlternative: Bool {
    guard at(.bar), index != projectionBar else { return false }
    guard projectionBar != nil, word(after: 1) != nil || token(after: 1).kind == .quotedName else { return true }
    switch token(after: 2).kind {
    case .colon, .dot, .leftParenthesis, .leftBracket, .leftBrace: return false
    default: return true
    }
  }

  private mutating func labelDisjunction(of owner: LabelOwner) throws(CypherError) -> LabelExpression {
    var parts = [try labelConjunction(of: owner)]
    while atLabelAlternative(of: owner) {
      advance()
      if owner == .relationship, at(.colon) {
        // The older `:A|:B`.
        guard parts.allSatisfy(isUsedInColonList) else { throw unexpected("a relationship type") }
        advance()
      }
      parts.append(try labelConjunction(of: owner))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func labelConjunction(of owner: LabelOwner) throws(CypherError) -> LabelExpression {
    var parts = [try labelPrimary(of: owner)]
    while accept(.ampersand) { parts.append(try labelPrimary(of: owner)) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func labelPrimary(of owner: LabelOwner) throws(CypherError) -> LabelExpression {
    switch token.kind {
    case .exclamation:
      advance()
      return .not(try nested { parser throws(CypherError) in try parser.labelPrimary(of: owner) })
    case .leftParenthesis:
      advance()
      let inner = try nested { parser throws(CypherError) in try parser.labelDisjunction(of: owner) }
      try expect(.rightParenthesis, "`|`, `&`", "`)`")
      return inner
    case .percent:
      advance()
      return .wildcard
    case .dollar, .parameter: return .dynamic(try dynamicLabels())
    default: return .name(try schemaName(owner.noun))
    }
  }

  /// `$(expression)`, `$all(list)`, `$any(list)`.
  mutating func dynamicLabels() throws(CypherError) -> DynamicLabels {
    var quantifier = DynamicLabels.Quantifier.all
    if at(.parameter) {
      let word = text(token.span).lowercased()
      guard word == "$all" || word == "$any", token(after: 1).kind == .leftParenthesis else {
        let written = text(token.span)
        throw CypherError(
          .syntaxError, .invalidParameterUse, "the parameter `\(written)` cannot stand for a label or a type by itself",
          at: token.span, hint: "write $(\(written))")
      }
      if word == "$any" { quantifier = .any }
    }
    advance()
    try expect(.leftParenthesis, "`(`")
    let expression = try expression()
    try expect(.rightParenthesis, "`)`")
    return DynamicLabels(quantifier, expression)
  }

  /// The labels that SET and REMOVE name: `:A:B`, `IS A`, `:$(expression)`.
  mutating func writtenLabels() throws(CypherError) -> LabelExpression {
    guard let labels = try elementLabels(of: .node) else { throw unexpected("`:` and a label") }
    return labels
  }

  /// `:A:B|C`: the older list of labels and the symbols of label expressions in one. Reads on to the end of the labels, so that
  /// the remedy can be written out.
  private mutating func mixedColons(
    from start: Int, of owner: LabelOwner, prefix: String = ":",
    _ message: String = "labels joined with `:` cannot be mixed with the symbols `|`, `&`, `!` and `%`"
  ) throws(CypherError) -> CypherError {
    while at(.colon) || atLabelOperator(of: owner) {
      advance()
      _ = try labelPrimary(of: owner)
    }
    let remedy = tokens[start..<index].map { $0.kind == .colon ? "&" : text($0.span) }.joined()
    return CypherError(
      .syntaxError, .unexpectedSyntax, message, at: span(from: tokens[start].lowerBound),
      hint: "write \(prefix)\(remedy)")
  }
}
