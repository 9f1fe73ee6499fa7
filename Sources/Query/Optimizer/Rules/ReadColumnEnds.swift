import Cypher

/// Where all that is asked of the nodes of a label or the relationships of a type is the least or the greatest value of some
/// properties, and how many there are, takes that from where it is known: the ends of an index, or the bounds of the columns'
/// blocks (G. Moerkotte, "Small Materialized Aggregates", VLDB 1998).
///
/// Whether these can tell is seen when the statement runs (`ColumnSummary`); otherwise the rows are read.
struct ReadColumnEnds: OptimizerRule {
  static let name = "ReadColumnEnds"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .aggregate(var aggregation) = plan.step, aggregation.keys.isEmpty, aggregation.multiplicity == nil,
        let variable = Self.scannedVariable(plan.input)
      else { return plan }
      let items = aggregation.aggregates.compactMap { ColumnSummaryItem($0.expression, of: variable) }
      // Counting alone is no slower from the rows.
      guard items.count == aggregation.aggregates.count, items.contains(where: \.readsColumn),
        ColumnSummary(items, of: plan.input) != nil
      else { return plan }
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
}

extension ColumnSummaryItem {
  /// What an aggregate call asks of properties of `variable`, and how many rows there are; nil for any other.
  init?(_ aggregate: Expression, of variable: String) {
    if case .countAll = aggregate.kind {
      self = .rowCount
      return
    }
    guard case .function(let call) = aggregate.kind, call.arguments.count == 1 else { return nil }
    let isCount = call.name.text.lowercased() == "count" && !call.isDistinct
    if isCount && call.arguments[0].kind == .variable(variable) {
      self = .rowCount
      return
    }
    guard case .property(let owner, let key) = call.arguments[0].kind, owner.kind == .variable(variable) else { return nil }
    switch call.name.text.lowercased() {
    case "count" where isCount: self = .valueCount(key: key.text)
    case "min": self = .least(key: key.text)
    case "max": self = .greatest(key: key.text)
    default: return nil
    }
  }

  fileprivate var readsColumn: Bool { if case .rowCount = self { false } else { true } }
}
