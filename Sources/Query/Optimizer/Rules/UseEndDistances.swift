import Cypher

/// Where chains of bounded length lead to a node that is bound already, those are given up that cannot reach it in the steps that
/// are left: how far other nodes are from the end is measured first, within half the length (`EndDistances`).
///
/// Chains of at most n relationships then cost about what those of half the length cost from either end. Conditions on the
/// relationships would be asked of fewer, so that chains with such are left alone.
struct UseEndDistances: OptimizerRule {
  static let name = "UseEndDistances"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .varLengthExpand(var expand) = plan.step, expand.isInto, expand.chain.each == nil,
        let maximum = expand.chain.bounds.maximum, maximum >= 2
      else { return plan }
      var plan = plan
      expand.heedsEndDistances = true
      plan.step = .varLengthExpand(expand)
      return plan
    }
  }
}
