/// `ORDER BY … SKIP m LIMIT n` keeps only m + n rows at a time instead of sorting all: a limit over a sort becomes a top.
struct UseTopRows: OptimizerRule {
  static let name = "UseTopRows"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .limit(let limit) = plan.step else { return plan }
      switch plan.input.step {
      case .sort(let keys): return LogicalPlan(.top(keys, skip: nil, limit: limit), plan.input.input)
      case .skip(let skip):
        guard case .sort(let keys) = plan.input.input.step else { return plan }
        return LogicalPlan(.top(keys, skip: skip, limit: limit), plan.input.input.input)
      default: return plan
      }
    }
  }
}
