/// Runs a `CALL { … }` that groups, sorts or cuts its rows over many rows at a time instead of one after the other.
///
///     Apply                            Apply
///       NodeByLabelScan f                NodeByLabelScan f
///       Top 1 by m.created       →       RowsOfEach 1 by m.created
///         ExpandAll (f)-->(m)              ExpandAll (f)-->(m)
///
/// Subqueries in expressions are treated alike where they are planned.
struct RunSubqueriesTogether: OptimizerRule {
  static let name = "RunSubqueriesTogether"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard plan.contains(where: \.mayBeRunTogether) else { return plan }
    return context.cardinality.annotated(plan).rewritten { plan in
      guard case .apply(let apply) = plan.step, plan.step.mayBeRunTogether, !plan.input.step.isArgument else { return plan }
      var plan = plan
      plan.inputs[1] = Self.together(plan.inputs[1], apply.rowNumber, keepsOrder: true, rowCount: plan.input.estimatedRows)
      return plan
    }
  }

  /// The plan itself where it may run over many rows already, or must not.
  static func together(_ plan: LogicalPlan, _ rowNumber: String, keepsOrder: Bool, rowCount: Double) -> LogicalPlan {
    guard plan.mustRunRowByRow(rowNumber, keepsOrder: keepsOrder) else { return plan }
    return plan.keepingApart(rowNumber, rowCount: rowCount) ?? plan
  }
}

extension LogicalPlan.Step {
  /// One row, or those of an outer subquery: of one there is nothing to put together.
  fileprivate var isArgument: Bool { if case .argument = self { true } else { false } }

  fileprivate var mayBeRunTogether: Bool {
    guard case .apply(let apply) = self else { return false }
    // Of an optional one the rows for which it finds nothing would come last, and not where they stand.
    return apply.kind == .rows && apply.batchRowCount == nil
  }
}
