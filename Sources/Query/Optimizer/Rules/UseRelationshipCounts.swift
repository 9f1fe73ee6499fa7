import Cypher

/// Counts the rows of a last expand from the degrees of its start nodes instead of making them.
///
/// `count(*)` over an expand whose relationship and end node nobody reads becomes the sum of the degrees.
struct UseRelationshipCounts: OptimizerRule {
  static let name = "UseRelationshipCounts"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .aggregate(var aggregation) = plan.step, case .expand(let expand) = plan.input.step, !expand.isInto
      else { return plan }
      let made: Set<String> = [expand.relationship, expand.to]
      guard aggregation.keys.allSatisfy({ $0.expression.mentionedVariables.isDisjoint(with: made) }),
        aggregation.aggregates.allSatisfy({ $0.expression.countsRows(of: made) })
      else { return plan }
      let degree = RelationshipCount(node: expand.from, types: expand.types, direction: expand.direction, variable: " degree")
      aggregation.aggregates = aggregation.aggregates.map { $0.summing(degree.variable) }
      // A group whose nodes have no relationship must not appear.
      let span = SourceSpan(0, 0)
      let isPositive = Expression(
        .comparison(operands: [.reference(degree.variable, span), Expression(.integer(0), span)], operators: [.greater]), span)
      let counted = LogicalPlan(.countRelationships(degree), plan.input.input)
      return LogicalPlan(.aggregate(aggregation), LogicalPlan(.filter([isPositive]), counted))
    }
  }
}

extension Expression {
  /// True for `count(*)`, and for `count` of a variable that is never null because the expand has just bound it.
  fileprivate func countsRows(of bound: Set<String>) -> Bool {
    switch kind {
    case .countAll: return true
    case .function(let call):
      guard call.name.text.lowercased() == "count", !call.isDistinct, case .variable(let name) = call.arguments[0].kind
      else { return false }
      return bound.contains(name)
    default: return false
    }
  }
}

extension ProjectedItem {
  fileprivate func summing(_ variable: String) -> ProjectedItem {
    let span = expression.span
    let sum = FunctionCall(name: Name("sum", span), arguments: [.reference(variable, span)])
    return ProjectedItem(name: name, expression: Expression(.function(sum), span))
  }
}
