/// Where nothing matters of chains but which nodes they end at, whichever start they come from, one breadth-first search begins
/// at all starts at once instead of one at each: a node that many of them reach is found once.
struct MergeSearches: OptimizerRule {
  static let name = "MergeSearches"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritingRepeatableExpansions { expand, needed in
      expand.mergesStarts = expand.findsDistinctEnds && needed.subtracting([expand.to]).isEmpty
    }
  }
}
