/// `ORDER BY … LIMIT n` keeps only n rows at a time instead of sorting all: a limit over a sort becomes a top.
struct UseTopRows: OptimizerRule {
  static let name = "UseTopRows"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .limit(let limit) = plan.step, case .sort(let keys) = plan.input.step else { return plan }
      return LogicalPlan(.top(keys, limit: limit), plan.input.input)
    }
  }
}
