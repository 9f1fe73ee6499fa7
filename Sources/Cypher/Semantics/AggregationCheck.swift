/// In an item that aggregates, everything outside the aggregate functions must be the same for all rows of a group: a constant,
/// a grouping item that is a variable or a property, or something of such a variable.
struct AggregationCheck {
  let projection: Projection
  let incoming: Scope

  /// The items that rows are grouped by.
  private var groupingItems: [Expression] {
    projection.items.map(\.expression).filter { !$0.containsAggregate }
      + incoming.names.filter { projection.includesAll || incoming.isFixed($0) }.map {
        Expression(.variable($0), SourceSpan(0, 0))
      }
  }

  private var simpleGroupingItems: [Expression] { groupingItems.filter(\.isVariableOrProperty) }

  func check() throws(CypherError) {
    let simple = simpleGroupingItems
    for item in projection.items where item.expression.containsAggregate {
      if let loose = looseOperand(of: item.expression, simple, local: []) { throw ambiguous(loose) }
    }
  }

  /// Checks an ORDER BY item that aggregates. Aliases may be used as well; a variable that is neither projected nor part of a
  /// projected expression is gone by then.
  func check(sorting expression: Expression) throws(CypherError) {
    let aggregates = projection.items.map(\.expression).filter(\.containsAggregate)
    let aliases = projection.items.compactMap(\.alias).map { Expression(.variable($0.text), $0.span) }
    let usable = simpleGroupingItems + aggregates + aliases
    guard let loose = looseOperand(of: expression, usable, local: []) else { return }
    guard let variable = loose.firstVariableName else { throw ambiguous(loose) }
    let isPartOfGroupingItem = groupingItems.contains { item in
      item.contains { $0.kind == .variable(variable) }
    }
    if isPartOfGroupingItem { throw ambiguous(loose) }
    throw incoming.undefined(variable, at: loose.span)
  }

  /// The first operand outside aggregates that is not the same for a whole group.
  private func looseOperand(of expression: Expression, _ grouping: [Expression], local: Set<String>) -> Expression? {
    if grouping.contains(expression) || expression.isAggregateCall { return nil }
    switch expression.kind {
    case .variable(let name): return local.contains(name) ? nil : expression
    case .property(let owner, _) where owner.isVariableOrProperty:
      return looseOperand(of: owner, grouping, local: local).map { _ in expression }
    case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _):
      return firstLoose(expression.children, grouping, local: local.union([variable.text]))
    case .reduce(let accumulator, _, let variable, _, _, _):
      return firstLoose(expression.children, grouping, local: local.union([accumulator.text, variable.text]))
    case .case: return firstLoose(expression.children, grouping, local: local.union([CaseExpression.subjectName]))
    case .exists, .count, .collect:
      // What a subquery reads of the row must be the same for the whole group.
      let read = expression.mentionedVariables.filter { incoming.contains($0) && !local.contains($0) }
      let isKnown = read.allSatisfy { grouping.contains(Expression(.variable($0), expression.span)) }
      return isKnown ? nil : expression
    case .patternComprehension(let path, _, _):
      return firstLoose(expression.children, grouping, local: local.union(path.variableNames))
    default: return firstLoose(expression.children, grouping, local: local)
    }
  }

  private func firstLoose(_ children: [Expression], _ grouping: [Expression], local: Set<String>) -> Expression? {
    for child in children {
      if let loose = looseOperand(of: child, grouping, local: local) { return loose }
    }
    return nil
  }

  private func ambiguous(_ expression: Expression) -> CypherError {
    CypherError(
      .syntaxError, .ambiguousAggregationExpression,
      "it is not clear which row of the group this is taken from, as the expression also aggregates", at: expression.span,
      hint: "project it in a WITH before, or as a column of its own")
  }
}

extension Expression {
  fileprivate var isVariableOrProperty: Bool {
    switch kind {
    case .variable: true
    case .property(let owner, _): owner.isVariableOrProperty
    default: false
    }
  }

  fileprivate var firstVariableName: String? {
    if case .variable(let name) = kind { return name }
    for child in children {
      if let name = child.firstVariableName { return name }
    }
    return nil
  }
}
