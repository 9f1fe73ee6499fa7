import Cypher

/// Where all that is asked of the nodes of a label or the relationships of a type is the least or the greatest value of some
/// properties, and how many there are, reads that from the bounds of the columns' blocks, which are known (G. Moerkotte, "Small
/// Materialized Aggregates", VLDB 1998).
struct ReadColumnBounds: OptimizerRule {
  static let name = "ReadColumnBounds"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard context.assumptions != nil else { return plan }
    return plan.rewritten { plan in
      guard case .aggregate(var aggregation) = plan.step, aggregation.keys.isEmpty, aggregation.multiplicity == nil,
        aggregation.ends == nil, let variable = Self.scannedVariable(plan.input)
      else { return plan }
      let items = aggregation.aggregates.compactMap { Self.item($0.expression, variable) }
      guard items.count == aggregation.aggregates.count, ColumnSummary(items, of: plan.input) != nil else { return plan }
      aggregation.summary = items
      var plan = plan
      plan.step = .aggregate(aggregation)
      return plan
    }
  }

  private static func scannedVariable(_ plan: LogicalPlan) -> String? {
    if case .gather = plan.step { return scannedVariable(plan.input) }
    return plan.testableVariable
  }

  private static func item(_ expression: Expression, _ variable: String) -> ColumnSummaryItem? {
    if case .countAll = expression.kind { return .rowCount }
    guard case .function(let call) = expression.kind, !call.isDistinct, call.arguments.count == 1,
      case .property(let owner, let key) = call.arguments[0].kind, owner.kind == .variable(variable)
    else { return nil }
    switch call.name.text.lowercased() {
    case "count": return .valueCount(key: key.text)
    case "min": return .least(key: key.text)
    case "max": return .greatest(key: key.text)
    default: return nil
    }
  }
}
